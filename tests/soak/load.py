"""Clients that ask all the time, of whom each question is accounted for."""
import dataclasses
import itertools
import selectors
import socket
import struct
import threading
import time

GIVEN_UP_S = 6.0  # dnsd answers all by 4.5 s
TYPES = {"A": 1, "PTR": 12, "TXT": 16}


@dataclasses.dataclass
class Tally:
    """What became of the questions that were asked during one fault."""
    asked: int = 0
    answered: int = 0
    failed: int = 0          # of them with SERVFAIL, or sent to TCP
    lost: int = 0            # nothing came at all
    tcp_asked: int = 0
    tcp_lost: int = 0
    seconds: float = 0.0
    mapped_s: list = dataclasses.field(default_factory=list)

    def median_ms(self):
        ordered = sorted(self.mapped_s)
        return ordered[len(ordered) // 2] * 1000 if ordered else float("nan")


def query(number, name, rrtype="A"):
    qname = b"".join(bytes((len(label),)) + label for label in name.encode().split(b".")) + b"\0"
    opt = b"\0" + struct.pack("!HHIH", 41, 1232, 0, 0)
    return struct.pack("!HHHHHH", number & 0xffff, 0x0100, 1, 0, 0, 1) + qname + struct.pack("!HH", TYPES[rrtype], 1) + opt


def question(random, number):
    """One of the kinds that a release asks, and what dnsd must not trip over."""
    return random.choices(
        (("nginx", "A"), (f"n{number}.allowed.test", "A"), (f"big{number}.allowed.test", "TXT"),
         (f"n{number}.denied.test", "A"), (f"{number % 250}.2.1.10.in-addr.arpa", "PTR"), None),
        (8, 6, 2, 2, 1, 1))[0]


class Load:
    """rate questions a second over UDP to each of the addresses, and one in ten of that over TCP."""

    def __init__(self, addresses, rate, random):
        self.random = random
        self.addresses = addresses
        self.rate = rate
        self.tally = Tally()
        self.waiting = {}   # (address, id): when, whose, whether mapped
        self.sent = dict.fromkeys(addresses, 0)
        self.numbers = itertools.count(1)
        self.strays = []    # answers that nobody waited for
        self.paused = threading.Event()
        self.ended = threading.Event()
        self.tcp_busy = False
        self.selector = selectors.DefaultSelector()
        self.sockets = {}
        for address in addresses:
            s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
            s.connect((address, 53))
            s.setblocking(False)
            self.sockets[address] = s
            self.selector.register(s, selectors.EVENT_READ, address)
        self.threads = [threading.Thread(target=run, daemon=True) for run in (self.run_udp, self.run_tcp)]
        for t in self.threads:
            t.start()

    def idle(self):
        return not self.waiting and not self.tcp_busy

    def ask_one(self, address):
        number = next(self.numbers)
        asked = question(self.random, number)
        wire = query(number, *asked) if asked else b"no query"
        try:
            self.sockets[address].send(wire)
        except ConnectionRefusedError:
            return
        self.sent[address] += 1
        if asked:
            self.tally.asked += 1
            self.waiting[address, number & 0xffff] = (time.monotonic(), self.tally, asked[0] == "nginx")

    def read(self, address):
        while True:
            try:
                wire = self.sockets[address].recv(4096)
            except (BlockingIOError, ConnectionRefusedError):
                return
            found = self.waiting.pop((address, struct.unpack_from("!H", wire)[0]), None)
            if not found:
                self.strays.append(wire.hex())
                continue
            since, tally, mapped = found
            tally.answered += 1
            tally.failed += wire[3] & 15 == 2 or bool(wire[2] & 2)
            if mapped and wire[3] & 15 == 0:
                tally.mapped_s.append(time.monotonic() - since)

    def give_up(self):
        before = time.monotonic() - GIVEN_UP_S
        for key in [k for k, (since, _, _) in self.waiting.items() if since < before]:
            self.waiting.pop(key)[1].lost += 1

    def run_udp(self):
        due = time.monotonic()
        while not self.ended.is_set():
            now = time.monotonic()
            if self.paused.is_set() or now - due > 1:
                due = now
            elif now >= due:
                due += 1 / self.rate
                for address in self.addresses:
                    self.ask_one(address)
            for key, _ in self.selector.select(min(0.01, max(0, due - time.monotonic())) if now < due else 0.001):
                self.read(key.data)
            self.give_up()

    def run_tcp(self):
        while not self.ended.wait(10 / self.rate):
            self.tcp_busy = not self.paused.is_set()
            if self.tcp_busy:
                self.tally.tcp_asked += 1
                self.tally.tcp_lost += ask_tcp(self.addresses[0], query(next(self.numbers), "nginx")) is None
                self.tcp_busy = False

    def end(self):
        self.ended.set()
        for t in self.threads:
            t.join()


def ask_tcp(address, wire):
    """The answer, or None."""
    try:
        with socket.create_connection((address, 53), GIVEN_UP_S) as s:
            s.sendall(struct.pack("!H", len(wire)) + wire)
            return s.recv(4096) or None
    except OSError:
        return None


def ask(address, name):
    """(rcode, seconds) of a question of our own; no answer: (None, seconds)."""
    started = time.monotonic()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        s.settimeout(GIVEN_UP_S)
        s.connect((address, 53))
        s.send(query(1, name))
        try:
            got = s.recv(4096)
        except OSError:
            return None, time.monotonic() - started
    return got[3] & 15, time.monotonic() - started
