"""A DNS server that does as it is told: answers, and every way there is not to.

    up = Upstream()                       # 10.96.0.10:53, UDP and TCP
    up.add("web.example. 60 IN A 192.0.2.1")
    up.on("lost.example", silent)         # by name, any type, over both transports
    up.on("slow.example", late(1.5))
    ...
    up.received                           # every Query it got, in order

An action takes a Query and gives the Replies to it. Names without an action are answered from the records
added, NODATA and NXDOMAIN with a SOA, as a recursive server would.
"""
import dataclasses
import heapq
import itertools
import os
import selectors
import socket
import struct
import threading
import time

import dns.flags
import dns.message
import dns.name
import dns.rcode
import dns.rdatatype
import dns.rrset

from support import sandbox, wait

SOA = "%s 30 IN SOA ns.upstream.test. root.upstream.test. 7 3600 600 86400 15"


@dataclasses.dataclass
class Query:
    wire: bytes
    proto: str            # "udp" or "tcp"
    source: tuple         # address and port it came from
    at: float             # time.monotonic()
    server: str           # which of our addresses it came to
    connection: object = None

    @property
    def message(self):
        return dns.message.from_wire(self.wire)

    @property
    def id(self):
        return struct.unpack("!H", self.wire[:2])[0]

    @property
    def port(self):
        return self.source[1]

    @property
    def name(self):
        return self.message.question[0].name.to_text()

    @property
    def type(self):
        return dns.rdatatype.to_text(self.message.question[0].rdtype)


@dataclasses.dataclass
class Reply:
    wire: bytes
    after: float = 0.0    # seconds from now
    sender: str = ""      # "address" or "port": not from where the query went
    close: bool = False   # TCP: then hang up
    raw: bool = False     # TCP: the octets as they are, without a length


class Upstream:
    def __init__(self, address=sandbox.KUBE_DNS, port=53, tcp=True):
        self.address, self.port = address, port
        self.received = []
        self.records = {}
        self.actions = {}
        self.default = answer
        self.zone_soa = True
        self.lock = threading.RLock()
        self.later = []
        self.order = itertools.count()
        self.selector = selectors.DefaultSelector()
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        self.family = family
        self.udp = self.bound_udp(address, port)
        self.liars = {"address": self.bound_udp(sandbox.POD6 if ":" in address else sandbox.ELSEWHERE, port),
                      "port": self.bound_udp(address, 0)}
        self.tcp = self.listener() if tcp else None
        self.wake_read, self.wake_write = os.pipe()
        os.set_blocking(self.wake_read, False)
        self.selector.register(self.wake_read, selectors.EVENT_READ, self.woken)
        self.selector.register(self.udp, selectors.EVENT_READ, self.read_udp)
        if tcp:
            self.selector.register(self.tcp, selectors.EVENT_READ, self.accept)
        self.running = True
        self.failure = None
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()

    def bound_udp(self, address, port):
        s = socket.socket(self.family, socket.SOCK_DGRAM)
        s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8 << 20)
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        s.bind(socket.getaddrinfo(address, port)[0][4])  # with its scope
        s.setblocking(False)
        return s

    def listener(self):
        s = socket.socket(self.family, socket.SOCK_STREAM)
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        s.bind(socket.getaddrinfo(self.address, self.port)[0][4])
        s.listen(512)
        s.setblocking(False)
        return s

    # What the test says and asks.

    def add(self, *lines):
        """Records in zone file form; several of one name and type make a set."""
        with self.lock:
            for line in lines:
                owner, ttl, rrclass, rrtype, data = line.split(None, 4)
                name = dns.name.from_text(owner)
                sets = self.records.setdefault(name, {})
                rrset = dns.rrset.from_text(name, int(ttl), rrclass, rrtype, data)
                key = rrset.rdtype
                if key in sets:
                    sets[key] = dns.rrset.from_rdata_list(name, int(ttl), list(sets[key]) + list(rrset))
                else:
                    sets[key] = rrset

    def on(self, name, action):
        with self.lock:
            self.actions[dns.name.from_text(name)] = action

    def all_do(self, action):
        """Every name without an action of its own."""
        self.default = action

    def queries(self, name=None, rrtype=None):
        wanted = name and dns.name.from_text(name)
        with self.lock:
            return [q for q in self.received
                    if (wanted is None or q.message.question[0].name == wanted) and (rrtype is None or q.type == rrtype)]

    def forget(self):
        with self.lock:
            self.received.clear()

    def wait_for(self, count, name=None, seconds=6.0):
        """Until it has got count queries (for name); gives them."""
        return wait.until(lambda: (got := self.queries(name)) and len(got) >= count and got,
                          lambda: f"{count} queries for {name or 'anything'} upstream; "
                                  f"got {[(q.name, q.type, q.proto) for q in self.queries()]}", seconds)

    def stop(self):
        self.running = False
        os.write(self.wake_write, b"x")
        self.thread.join()
        for key in list(self.selector.get_map().values()):
            self.selector.unregister(key.fileobj)
            if not isinstance(key.fileobj, int):
                key.fileobj.close()
        for s in self.liars.values():
            s.close()
        os.close(self.wake_read)
        os.close(self.wake_write)
        self.selector.close()
        if self.failure:
            raise AssertionError("the scripted upstream itself failed") from self.failure

    # How it works.

    def serve(self):
        try:
            while self.running:
                timeout = max(0.0, self.later[0][0] - time.monotonic()) if self.later else None
                for key, _ in self.selector.select(timeout):
                    key.data(key.fileobj)
                self.send_due()
        except Exception as e:  # told to the test when it stops us
            self.failure = e

    def woken(self, _):
        try:
            os.read(self.wake_read, 100)
        except BlockingIOError:
            pass

    def send_due(self):
        while self.later and self.later[0][0] <= time.monotonic():
            _, _, query, reply = heapq.heappop(self.later)
            self.send(query, reply)

    def read_udp(self, s):
        while True:
            try:
                wire, source = s.recvfrom(65535)
            except BlockingIOError:
                return
            self.take(Query(wire, "udp", source, time.monotonic(), self.address))

    def accept(self, s):
        connection, source = s.accept()
        connection.setblocking(True)
        buffer = bytearray()
        self.selector.register(connection, selectors.EVENT_READ, lambda c: self.read_tcp(c, source, buffer))

    def hang_up(self, connection):
        try:
            self.selector.unregister(connection)
        except (KeyError, ValueError):
            return
        connection.close()

    def read_tcp(self, connection, source, buffer):
        try:
            got = connection.recv(65535)
        except OSError:
            got = b""
        if not got:
            self.hang_up(connection)
            return
        buffer += got
        while len(buffer) >= 2 and len(buffer) >= 2 + (length := struct.unpack("!H", buffer[:2])[0]):
            wire = bytes(buffer[2:2 + length])
            del buffer[:2 + length]
            self.take(Query(wire, "tcp", source, time.monotonic(), self.address, connection))

    def take(self, query):
        with self.lock:
            self.received.append(query)
            for reply in self.action_for(query)(self, query):
                if reply.after > 0:
                    heapq.heappush(self.later, (time.monotonic() + reply.after, next(self.order), query, reply))
                else:
                    self.send(query, reply)

    def action_for(self, query):
        try:
            question = query.message.question
        except Exception:  # dnspython's many: whatever is no message
            return formerr
        return self.actions.get(question[0].name, self.default) if question else formerr

    def send(self, query, reply):
        try:
            if query.proto == "udp":
                (self.liars[reply.sender] if reply.sender else self.udp).sendto(reply.wire, query.source)
            else:
                query.connection.sendall(reply.wire if reply.raw else struct.pack("!H", len(reply.wire)) + reply.wire)
                if reply.close:
                    self.hang_up(query.connection)
        except OSError:
            pass  # the other side is gone: its affair

    def response(self, query):
        """What an honest recursive server says."""
        q = query.message
        r = blank(q)
        name, rrtype = q.question[0].name, q.question[0].rdtype
        seen = 0
        while seen < 16:
            sets = self.records.get(name)
            if sets is None:
                closest = self.records.get(dns.name.Name((b"*",)) + name.parent()) if name != dns.name.root else None
                if closest is None:
                    if not any(other != name and other.is_subdomain(name) for other in self.records):
                        r.set_rcode(dns.rcode.NXDOMAIN)
                    break
                sets = {t: renamed(s, name) for t, s in closest.items()}
            if rrtype == dns.rdatatype.ANY:
                r.answer += [one for s in sets.values() for one in singles(s)]
                break
            if rrtype in sets:
                r.answer += singles(sets[rrtype])
                break
            if dns.rdatatype.CNAME not in sets:
                break
            r.answer.append(sets[dns.rdatatype.CNAME])
            name = sets[dns.rdatatype.CNAME][0].target
            seen += 1
        if not r.answer and self.zone_soa:
            owner = q.question[0].name.parent().to_text() if q.question[0].name != dns.name.root else "."
            r.authority.append(dns.rrset.from_text(*SOA_parts(owner)))
        return r


def SOA_parts(owner):
    name, ttl, rrclass, rrtype, data = (SOA % owner).split(None, 4)
    return name, int(ttl), rrclass, rrtype, data


def renamed(rrset, owner):
    return dns.rrset.from_rdata_list(owner, rrset.ttl, list(rrset))


def blank(query):
    """An answer with nothing in it yet; CD and DO come back (RFC 4035 3.2.2, RFC 3225 3)."""
    r = dns.message.make_response(query, recursion_available=True, our_payload=1232)
    r.flags |= query.flags & dns.flags.CD
    r.ednsflags |= query.ednsflags & dns.flags.DO
    return r


def singles(rrset):
    """One set for each record: dnspython shuffles a set as it writes it, and tests compare octets."""
    return [dns.rrset.from_rdata(rrset.name, rrset.ttl, rdata) for rdata in rrset]


def fitted(query, r):
    """The message as this transport carries it: TC when it is too large for UDP."""
    limit = 65535
    if query.proto == "udp":
        limit = max(512, query.message.payload if query.message.edns >= 0 else 512)
    try:
        return r.to_wire(max_size=limit)
    except dns.exception.TooBig:
        short = blank(query.message)
        short.flags |= dns.flags.TC
        return short.to_wire()


# Actions.

def answer(up, query):
    return [Reply(fitted(query, up.response(query)))]


def formerr(up, query):
    return [Reply(query.wire[:2] + struct.pack("!HHHHH", 0x8181, 0, 0, 0, 0))] if len(query.wire) >= 12 else []


def silent(up, query):
    return []


def late(seconds, then=answer):
    return lambda up, q: [dataclasses.replace(r, after=r.after + seconds) for r in then(up, q)]


def first(count, action, then=answer):
    """action for the first count queries of each name and type, then the other."""
    seen = {}

    def choose(up, q):
        key = (q.name.lower(), q.type)
        seen[key] = seen.get(key, 0) + 1
        return (action if seen[key] <= count else then)(up, q)
    return choose


def both(*actions):
    return lambda up, q: [r for a in actions for r in a(up, q)]


def changed(change, then=answer):
    """Each reply's octets put through change."""
    return lambda up, q: [dataclasses.replace(r, wire=change(r.wire)) for r in then(up, q)]


def rcode(code):
    def act(up, q):
        r = blank(q.message)
        r.set_rcode(dns.rcode.from_text(code))
        return [Reply(r.to_wire())]
    return act


def wrong_id(up, q):
    return changed(lambda w: struct.pack("!H", (q.id + 1) & 0xffff) + w[2:])(up, q)


def wrong_question(up, q):
    other = dns.message.make_query("somewhere.else.test", q.type, id=q.id)
    r = dns.message.make_response(other, recursion_available=True)
    r.answer.append(dns.rrset.from_text("somewhere.else.test.", 60, "IN", "A", "203.0.113.66"))
    return [Reply(r.to_wire())]


def wrong_address(up, q):
    return [dataclasses.replace(r, sender="address") for r in answer(up, q)]


def wrong_port(up, q):
    return [dataclasses.replace(r, sender="port") for r in answer(up, q)]


def truncated(up, q):
    if q.proto == "tcp":
        return answer(up, q)
    r = blank(q.message)
    r.flags |= dns.flags.TC
    return [Reply(r.to_wire())]


def no_opt(up, q):
    r = up.response(q)
    r.use_edns(False)
    return [Reply(fitted(q, r))]


def cut(count):
    return changed(lambda w: w[:count])


def noise(up, q):
    return [Reply(os.urandom(60))]


def echo(up, q):
    return [Reply(q.wire)]


def no_question(code):
    """Some servers leave the question out of an error."""
    return lambda up, q: [Reply(struct.pack("!HHHHHH", q.id, 0x8180 | dns.rcode.from_text(code), 0, 0, 0, 0))]


def wire(make):
    """A message of make(query)'s own octets."""
    return lambda up, q: [Reply(make(q))]


def hang_up(up, q):
    return [Reply(b"", raw=True, close=True)]


def half_then_hang_up(up, q):
    if q.proto == "udp":
        return truncated(up, q)
    whole = fitted(q, up.response(q))
    return [Reply(struct.pack("!H", len(whole)) + whole[:len(whole) // 2], raw=True, close=True)]
