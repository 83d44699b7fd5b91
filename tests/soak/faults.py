"""What can go wrong, each as a context: it is wrong inside, and right again behind it."""
import contextlib
import functools
import os
import resource
import signal
import socket
import subprocess
import threading

from release import PORTS, SERVERS
from support import sandbox, wait

FLOOD_S = 3
CONNECTIONS = 10000
PLACES = 1000 - 1000 // 8  # of maxConcurrent, but for the reserve


@contextlib.contextmanager
def nothing(r, random):
    yield 2


@contextlib.contextmanager
def upstream_killed(r, random):
    """Both at once, one of them at least is back in the middle. The kernel's ICMP says that nobody is there."""
    for u in r.upstreams:
        u.kill()
    back = threading.Timer(1, r.upstreams[0].start)
    back.start()
    yield 3
    back.join()
    r.upstreams[1].start()


@contextlib.contextmanager
def one_of_two_dead(r, random):
    u = random.choice(r.upstreams)
    u.kill()
    yield 3
    u.start()


@contextlib.contextmanager
def icmp_unreachable(r, random):
    for u in r.upstreams:
        u.kill()
    yield 2
    for u in r.upstreams:
        u.start()


@contextlib.contextmanager
def no_route(r, random):
    for address in SERVERS:
        sandbox.run("ip", "addr", "del", f"{address}/32", "dev", "lo")
    yield 2
    for address in SERVERS:
        sandbox.run("ip", "addr", "add", f"{address}/32", "dev", "lo")


@contextlib.contextmanager
def bad_link(r, random):
    for u in r.upstreams:
        u.link(loss=0.3, duplication=0.2, reordering=0.3, delay_s=0.25)
    yield 4
    for u in r.upstreams:
        u.link()


@contextlib.contextmanager
def wrong_ids(r, random):
    for u in r.upstreams:
        u.link(wrong=200)
    yield 3
    for u in r.upstreams:
        u.link()


def reload_all(r):
    for d in r.daemons:
        d.process.tell(signal.SIGHUP)


@contextlib.contextmanager
def resolv_conf_replaced(r, random):
    """The servers that it no longer names are gone before it is read again."""
    gone = random.randrange(2)
    for d in r.daemons:
        d.write_servers([SERVERS[1 - gone]])
    reload_all(r)
    r.upstreams[gone].kill()
    yield 2
    r.upstreams[gone].start()
    for d in r.daemons:
        d.write_servers(SERVERS)
    reload_all(r)


@contextlib.contextmanager
def reloads(r, random):
    """Twenty a second, each third of a file that is broken."""
    ended = threading.Event()

    def reload():
        i = 0
        while not ended.wait(0.05):
            for d in r.daemons:
                d.process.reload(d.config("services: [broken\n" if i % 3 == 2 else f"# {i}\n"))
            i += 1
        for d in r.daemons:
            d.process.reload(d.config())
    thread = threading.Thread(target=reload)
    thread.start()
    yield 3
    ended.set()
    thread.join()


@contextlib.contextmanager
def clock_jumps(r, random):
    ended = threading.Event()

    def jump():
        while not ended.wait(0.1):
            r.wishes.jump_s = random.choice((-3600, 3600, -10 * 365 * 86400, 10 * 365 * 86400, 1))
        r.wishes.jump_s = 0
    thread = threading.Thread(target=jump)
    thread.start()
    yield 2
    ended.set()
    thread.join()


@contextlib.contextmanager
def stopped(r, random):
    for d in r.daemons:
        d.process.tell(signal.SIGSTOP)
    yield 2
    for d in r.daemons:
        d.process.tell(signal.SIGCONT)


@contextlib.contextmanager
def no_descriptors(r, random):
    pid = r.real.process.pid
    before = resource.prlimit(pid, resource.RLIMIT_NOFILE)
    resource.prlimit(pid, resource.RLIMIT_NOFILE, (0, before[1]))
    yield 3
    resource.prlimit(pid, resource.RLIMIT_NOFILE, before)


@contextlib.contextmanager
def no_buffers(r, random):
    r.wishes.fail_every = 3
    yield 3
    r.wishes.fail_every = 0


@contextlib.contextmanager
def no_memory(r, random):
    r.wishes.allocations_every = 20
    yield 3
    r.wishes.allocations_every = 0


@contextlib.contextmanager
def small_mtu(r, random):
    sandbox.run("ip", "link", "set", "lo", "mtu", "576")
    yield 2
    sandbox.run("ip", "link", "set", "lo", "mtu", "65536")


@contextlib.contextmanager
def log_stalled(r, random):
    r.log.flows.clear()
    yield 3
    r.log.flows.set()


def flood(r, count, seconds, domain="allowed", sockets=1, core=None):
    """Starts one; its names are new ones."""
    first, r.flooded_names = r.flooded_names, r.flooded_names + 10 ** 9
    command = [r.flood, domain, str(first), str(count), str(seconds), str(sockets)]
    return subprocess.Popen(command if core is None else ["taskset", "-c", str(core)] + command, stdout=subprocess.PIPE)


def ended(r, popen):
    """Waits for its end, and has what it sent counted."""
    sent = int(popen.communicate()[0])
    r.load.sent[r.real.address] += sent
    return sent


@contextlib.contextmanager
def black_holes(r, random):
    """As many as there are places for, and more: what a leak would have eaten shows as fewer places."""
    ended(r, flood(r, 1000, 10))
    yield 2
    r.load.paused.set()  # what is in flight then are black holes alone
    ended(r, flood(r, 1000, 10))  # also in the places that others still held
    with contextlib.suppress(AssertionError):
        wait.until(lambda: r.real.counters()["in_flight"] == PLACES, "each place to be taken", 1)
    r.places = r.real.counters()["in_flight"]


@contextlib.contextmanager
def query_flood(r, random, domain="allowed", sockets=1):
    cores = sorted(os.sched_getaffinity(0))
    popen = flood(r, 10 ** 9, FLOOD_S, domain, sockets, cores[-1])
    r.load.flooded = r.real.address
    yield FLOOD_S
    r.load.flooded = None
    r.flooded = ended(r, popen) / FLOOD_S
    sent = r.load.sent[r.real.address]
    wait.until(lambda: r.real.came() >= sent, "the flood to be read to its end", 10)


@contextlib.contextmanager
def half_written(r, random):
    """Each a whole question, of which no answer is read, and half of another."""
    whole = bytes((0, 30)) + b"\0\7\1\0\0\1\0\0\0\0\0\0\5nginx\0\0\1\0\1".ljust(30, b"\0")
    held = []
    for _ in range(CONNECTIONS):
        s = socket.socket()
        s.setblocking(False)
        s.connect_ex((r.real.address, 53))
        held.append(s)
        if len(held) % 100 == 0:
            for one in held[-100:]:
                with contextlib.suppress(OSError):  # dnsd has room for few of them, and hangs up on the rest
                    one.send(whole + whole[:16])
    yield 2
    for s in held:
        s.close()


@contextlib.contextmanager
def no_ports(r, random):
    """Each source port that is free is taken."""
    held = []
    for port in PORTS:
        s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        with contextlib.suppress(OSError):
            s.bind(("0.0.0.0", port))
        held.append(s)
    yield 3
    for s in held:
        s.close()


# What the table calls it, and the fault.
FAULTS = [
    ("both upstreams killed, one restarted after 1 s", upstream_killed),
    ("one of two upstreams dead", one_of_two_dead),
    ("ICMP port unreachable from both upstreams", icmp_unreachable),
    ("no route to upstream", no_route),
    ("link: 30 % loss, reordering, duplication, 500 ms there and back", bad_link),
    ("200 wrong IDs before each right answer", wrong_ids),
    ("resolv.conf replaced, SIGHUP", resolv_conf_replaced),
    ("20 reloads a second, a third of them bad", reloads),
    ("wall clock jumps by hours and years", clock_jumps),
    ("SIGSTOP for 2 s, SIGCONT", stopped),
    ("no descriptor to be had (EMFILE)", no_descriptors),
    ("each third send refused (ENOBUFS)", no_buffers),
    ("each twentieth allocation refused", no_memory),
    ("MTU 576, answers of 1 100 octets", small_mtu),
    ("log reader stalled", log_stalled),
    ("1 000 black-holed names outstanding", black_holes),
    ("black-holed names, as fast as a core sends", query_flood),
    ("black-holed names, as fast as a core sends, from 1 000 sockets", functools.partial(query_flood, sockets=1000)),
    ("denied names, as fast as a core sends, from 1 000 sockets", functools.partial(query_flood, domain="denied", sockets=1000)),
    ("10 000 TCP connections, half-written, never read", half_written),
    ("every free source port taken", no_ports),
]
