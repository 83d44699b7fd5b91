"""Asking as clients do, one packet at a time, with nothing put right on the way."""
import socket
import struct
import time

import dns.edns
import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype

LOOPBACK = ("127.0.0.1", 53)


def query(name, rrtype="A", edns=None, payload=1232, do=False, rd=True, cd=False, ad=False, id=None, options=None,
          rrclass="IN"):
    """A query as dnspython makes it. edns: None for none, else its version."""
    m = dns.message.make_query(name, rrtype, rrclass, id=id)
    m.flags = (dns.flags.RD if rd else 0) | (dns.flags.CD if cd else 0) | (dns.flags.AD if ad else 0)
    if edns is not None or do or options:
        m.use_edns(edns or 0, dns.flags.DO if do else 0, payload, options=options)
    return m


def octets(message):
    return message if isinstance(message, bytes) else message.to_wire()


def udp(message, to=LOOPBACK, timeout=6.0, source=None):
    """One datagram there, one back; None when none came."""
    with socket.socket(socket.AF_INET6 if ":" in to[0] else socket.AF_INET, socket.SOCK_DGRAM) as s:
        if source:
            s.bind(source)
        s.settimeout(timeout)
        s.connect(to)
        s.send(octets(message))
        try:
            return s.recv(65535)
        except (socket.timeout, ConnectionRefusedError):
            return None


def tcp(message, to=LOOPBACK, timeout=6.0):
    with Tcp(to, timeout) as c:
        c.send(message)
        return c.receive()


class Tcp:
    """A connection on which messages go and come as the test pleases."""

    def __init__(self, to=LOOPBACK, timeout=6.0):
        self.socket = socket.create_connection(to, timeout)
        self.socket.settimeout(timeout)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, *messages):
        self.socket.sendall(b"".join(struct.pack("!H", len(w)) + w for w in map(octets, messages)))

    def send_raw(self, raw):
        self.socket.sendall(raw)

    def exactly(self, count):
        got = b""
        while len(got) < count:
            more = self.socket.recv(count - len(got))
            if not more:
                return None
            got += more
        return got

    def receive(self):
        """One message, or None when the other side hung up or said nothing in time."""
        try:
            head = self.exactly(2)
            return head and self.exactly(struct.unpack("!H", head)[0])
        except (socket.timeout, ConnectionResetError):
            return None

    def hung_up(self, timeout=5.0):
        self.socket.settimeout(timeout)
        try:
            return self.socket.recv(1) == b""
        except ConnectionResetError:
            return True
        except socket.timeout:
            return False


class Burst:
    """Many datagrams at once from one socket."""

    def __init__(self, case, messages, to=LOOPBACK):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
        self.socket.connect(to)
        case.addCleanup(self.socket.close)
        for m in messages:
            self.socket.send(octets(m))

    def answers(self, count, seconds=8):
        """Up to count of them, until nothing comes for so many seconds."""
        got = []
        self.socket.settimeout(seconds)
        try:
            while len(got) < count:
                got.append(self.socket.recv(65535))
        except socket.timeout:
            pass
        return got

    def collect(self, count, seconds=8):
        return len(self.answers(count, seconds))


TRANSPORTS = {"udp": udp, "tcp": tcp}


def ask(name, rrtype="A", over="udp", to=LOOPBACK, timeout=6.0, **options):
    """The parsed answer, held against its query: same ID, QR, same question octet for octet."""
    m = query(name, rrtype, **options)
    raw = TRANSPORTS[over](m, to, timeout)
    if raw is None:
        raise AssertionError(f"no answer to {name} {rrtype} over {over}")
    return answer_to(m, raw)


def answer_to(m, raw):
    sent = octets(m)
    if raw[:2] != sent[:2]:
        raise AssertionError(f"another ID came back: {raw[:2].hex()} for {sent[:2].hex()}")
    if not raw[2] & 0x80:
        raise AssertionError("what came back is no answer: QR is not set")
    end = 12
    while sent[end]:
        end += sent[end] + 1
    end += 5
    if raw[12:end] != sent[12:end]:
        raise AssertionError(f"another question came back: {raw[12:end]!r} for {sent[12:end]!r}")
    return dns.message.from_wire(raw)


def timed(call, *arguments, **options):
    started = time.monotonic()
    return call(*arguments, **options), time.monotonic() - started


def rcode(message):
    return dns.rcode.to_text(message.rcode())


def records(section):
    """The section's records as lines of text, in the order they came."""
    return [line for rrset in section for line in rrset.to_text().splitlines()]


def datas(message, rrtype="A"):
    wanted = dns.rdatatype.from_text(rrtype)
    return sorted(rdata.to_text() for rrset in message.answer if rrset.rdtype == wanted for rdata in rrset)


def ede(message):
    """[(code, text)] of the answer's Extended DNS Errors."""
    return [(int(option.code), option.text or "") for option in message.options if option.otype == dns.edns.OptionType.EDE]
