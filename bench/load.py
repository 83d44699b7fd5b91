"""Loads: how many answers a server gives, at what cost, and after how long."""
import dataclasses
import re
import subprocess

import paths
import server
from contenders import ALL, PORT, SERVICES, coredns_logging, dnsd_denying, dnsd_logging

TYPES = ("A", "AAAA", "TXT", "HTTPS")  # with 50 names: no question is asked again while it is in flight
IN_FLIGHT = 100
MANY_IN_FLIGHT = 400
RATES = {1000: 2, 10000: 1}  # queries a second: for so many seconds


@dataclasses.dataclass
class Effort:
    """How much is measured."""
    rounds: int
    queries: int            # of one load
    share: float = 1.0      # of the time that the paced loads and the Pod's take

    def fewer_rounds(self):
        """For what hardly differs from one to the next."""
        return min(self.rounds, 3)


def only(*names):
    return {name: ALL[name] for name in names}


BOTH = only("dnsd", "CoreDNS")
# title: (contenders, kind of question, over TCP). Over TCP dnsmasq forks for each connection, and the CPU of those
# children would be missed: it is left out there, as the floor is, which knows no TCP.
TRAFFIC = {
    "relayed": (ALL, "relayed", False),
    "relayed, query log on": ({"dnsd": dnsd_logging, "CoreDNS": coredns_logging}, "relayed", False),
    "relayed over TCP": (only("dnsd", "unbound", "CoreDNS"), "relayed", True),
    "mapped": (BOTH, "mapped", False),
    "mixed": (BOTH, "mixed", False),
    "denied": ({"dnsd": dnsd_denying}, "relayed", False),
}


def rcode(title):
    return "NXDOMAIN" if title == "denied" else "NOERROR"


def questions(folder, kind, count, services=SERVICES):
    lines = []
    for i in range(count):
        if kind == "mapped" or (kind == "mixed" and i % 2):
            lines.append(f"s{i // len(TYPES) % services} {TYPES[i % len(TYPES)]}\n")
        else:
            lines.append(f"q{i:06d}.bench.test A\n")
    return paths.write(folder, f"{kind}-{services}", "".join(lines))


def dnsperf(server, data, in_flight, tcp=False, expected="NOERROR"):
    """Sends each question of the file once; gives CPU a query (us), queries/s, and the lost. A server that gives any
    other rcode than the one expected has not done the work, so it is no result: the run ends."""
    command = ["dnsperf", "-s", "127.0.0.1", "-p", str(PORT), "-d", data, "-n", "1", "-l", "20", "-t", "2", "-q",
               str(in_flight), "-c", str(min(4, in_flight)), *(["-m", "tcp"] if tcp else [])]

    def ask():
        return outcome(subprocess.run(command, capture_output=True, text=True, check=True).stdout, command, expected)

    return charged(server, ask)


def outcome(said, command, expected):
    """What dnsperf printed."""
    def number(words):
        return float(re.search(re.escape(words) + r":? +([0-9.]+)", said)[1])

    done = number("Queries completed")
    codes = re.search(r"Response codes: +(.*)", said)
    if not done or not re.fullmatch(expected + r" \d+ \(100.00%\)", codes[1]):
        raise SystemExit(f"bench: {' '.join(command)}: every answer should be {expected}, and they are: "
                         f"{codes[1] if codes else 'none'}; {number('Queries lost'):.0f} were lost")
    return {"answered": done, "rate": number("Queries per second"), "lost": number("Queries lost")}


def pace(data, count, rate=None, window=None, tcp=False):
    """Gives queries/s, the lost, and p50, p99 and p99.9 of the time to an answer, in us."""
    command = [paths.PACE, *(["-t"] if tcp else []), *(["-r", str(rate)] if rate else ["-w", str(window)]), str(PORT), data,
               str(count)]
    return said_by_pace(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def said_by_pace(said):
    words = said.split()
    return {k: float(v) for k, v in zip(words[::2], words[1::2])}


def tables(folder, effort, absent, tell):
    """{title: {name: [row]}}: CPU and queries/s under dnsperf with 100 and, where relayed, 1 and 400 in flight, memory
    before and after, and with "at" the times to an answer at fixed loads and at saturation."""
    found = {}
    for turn in range(effort.rounds):
        for title, (contenders, kind, tcp) in TRAFFIC.items():
            data = questions(folder, kind, effort.queries)
            for name, make in contenders.items():
                if name in absent:
                    continue
                tell(f"{title}: {name}, round {turn + 1} of {effort.rounds}")
                found.setdefault(title, {}).setdefault(name, []).append(
                    loads(make, folder, name, data, effort, tcp, title))
    return found


def loads(make, folder, name, data, effort, tcp, title):
    """One row: the server is fresh, and has all of the loads in turn."""
    with server.fresh(make, folder, name) as running:
        idle = running.memory_mb()
        row = dnsperf(running, data, IN_FLIGHT, tcp, rcode(title))
        row["idle"], row["loaded"] = idle, running.memory_mb()
        if title == "relayed":
            row["many"] = charged(running, pace, data, effort.queries, window=MANY_IN_FLIGHT)
            row["one"] = charged(running, pace, data, effort.queries // 4, window=1)
        row["at"] = {rate: pace(data, int(rate * seconds * effort.share), rate=rate, tcp=tcp) for rate, seconds in RATES.items()}
        row["at"]["most"] = pace(data, effort.queries // 2, window=IN_FLIGHT, tcp=tcp)
    return row


def charged(server, ask, *words, **options):
    """What ask gives, with the CPU of the server a query, in us."""
    before = server.cpu_us()
    got = ask(*words, **options)
    return {"cpu": (server.cpu_us() - before) / got["answered"], **got}
