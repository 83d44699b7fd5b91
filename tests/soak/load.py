"""Clients that ask all the time, of whom each question is accounted for."""
import contextlib
import dataclasses
import itertools
import selectors
import socket
import struct
import threading
import time

GIVEN_UP_S = 6.0  # dnsd answers all by 4.5 s
AGAIN_S = 1.0     # a client's patience, where a question may be lost
SOCKETS = 100     # to each dnsd
TYPES = {"A": 1, "PTR": 12, "TXT": 16}


@dataclasses.dataclass
class Tally:
    """What became of the questions that were asked during one fault."""
    asked: int = 0
    answered: int = 0
    failed: int = 0          # of them with SERVFAIL, or sent to TCP
    lost: int = 0            # nothing came at all
    beside: int = 0          # asked of the one that is flooded, while it is
    beside_lost: int = 0
    tcp_asked: int = 0
    tcp_lost: int = 0
    seconds: float = 0.0
    mapped_s: list = dataclasses.field(default_factory=list)

    def add(self, other):
        for field in dataclasses.fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))

    def median_ms(self):
        ordered = sorted(self.mapped_s)
        return ordered[len(ordered) // 2] * 1000 if ordered else float("nan")


@dataclasses.dataclass
class Waiting:
    """A question without its answer so far."""
    since: float
    sender: socket.socket
    tally: Tally
    mapped: bool
    beside: bool  # a flood


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
    """rate questions a second over UDP to each of the addresses, and one in ten of that over TCP. Each comes from
    another socket than the last ones, as those of a resolver library do."""

    def __init__(self, addresses, rate, random):
        self.random = random
        self.addresses = addresses
        self.rate = rate
        self.tally = Tally()
        self.waiting = {}   # (address, id): a Waiting
        self.flooded = None  # the address that is, now
        self.sent = dict.fromkeys(addresses, 0)
        self.numbers = itertools.count(1)
        self.strays = []    # answers that nobody waited for
        self.paused = threading.Event()
        self.ended = threading.Event()
        self.tcp_busy = False
        self.selector = selectors.DefaultSelector()
        self.sockets = {a: itertools.cycle([self.socket_to(a) for _ in range(SOCKETS)]) for a in addresses}
        self.threads = [threading.Thread(target=run, daemon=True) for run in (self.run_udp, self.run_tcp)]
        for t in self.threads:
            t.start()

    def socket_to(self, address):
        s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        s.connect((address, 53))
        s.setblocking(False)
        self.selector.register(s, selectors.EVENT_READ, address)
        return s

    def idle(self):
        return not self.waiting and not self.tcp_busy

    def ask_one(self, address):
        number = next(self.numbers)
        asked = question(self.random, number)
        wire = query(number, *asked) if asked else b"no query"
        sender = next(self.sockets[address])
        try:
            sender.send(wire)
        except ConnectionRefusedError:
            return
        self.sent[address] += 1
        if asked:
            beside = address == self.flooded
            self.tally.asked += 1
            self.tally.beside += beside
            self.waiting[address, number & 0xffff] = Waiting(time.monotonic(), sender, self.tally, asked[0] == "nginx", beside)

    def read(self, reader, address):
        while True:
            try:
                wire = reader.recv(4096)
            except (BlockingIOError, ConnectionRefusedError):
                return
            key = address, struct.unpack_from("!H", wire)[0]
            if key not in self.waiting or self.waiting[key].sender is not reader:
                self.strays.append(wire.hex())
                continue
            found = self.waiting.pop(key)
            found.tally.answered += 1
            found.tally.failed += wire[3] & 15 == 2 or bool(wire[2] & 2)
            if found.mapped and wire[3] & 15 == 0:
                found.tally.mapped_s.append(time.monotonic() - found.since)

    def give_up(self):
        before = time.monotonic() - GIVEN_UP_S
        for key in [k for k, found in self.waiting.items() if found.since < before]:
            found = self.waiting.pop(key)
            found.tally.lost += 1
            found.tally.beside_lost += found.beside

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
                self.read(key.fileobj, key.data)
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


def ask(address, name, patience_s=GIVEN_UP_S):
    """(rcode, seconds, how often it was asked) of a question of our own, asked again where patience_s ends before
    we give up; no answer: (None, seconds, how often)."""
    started = time.monotonic()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        s.settimeout(patience_s)
        s.connect((address, 53))
        for times in range(1, round(GIVEN_UP_S / patience_s) + 1):
            s.send(query(1, name))
            with contextlib.suppress(OSError):
                return s.recv(4096)[3] & 15, time.monotonic() - started, times
    return None, time.monotonic() - started, times
