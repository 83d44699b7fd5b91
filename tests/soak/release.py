"""What a soak works on: two upstreams, dnsd, and dnsd beside it with a clock and buffers that can be taken away."""
import json
import os
import re
import subprocess
import sys
import threading
import urllib.request

from support import dnsd, process, sandbox, wait
from support.wishes import Wishes

HERE = os.path.dirname(os.path.abspath(__file__))
SERVERS = (sandbox.KUBE_DNS, sandbox.SECOND_DNS)
REAL, FAULTY = "127.0.0.1", "127.0.0.2"
PORTS = range(20000, 20512)


class Nameserver:
    def __init__(self, address, seed):
        self.address, self.seed, self.popen = address, seed, None
        self.start()

    def start(self):
        self.popen = subprocess.Popen([sys.executable, "-B", os.path.join(HERE, "nameserver.py"), self.address,
                                       str(self.seed)], stdin=subprocess.PIPE)
        wait.until(lambda: process.bound("udp", self.address, 53) and process.bound("tcp", self.address, 53),
                   f"the upstream {self.address}", 15)

    def link(self, **how):
        self.popen.stdin.write(json.dumps(how).encode() + b"\n")
        self.popen.stdin.flush()

    def kill(self):
        self.popen.kill()
        self.popen.wait()
        self.popen.stdin.close()


class Log:
    """Reads what dnsd logs, unless it is stalled."""

    def __init__(self):
        self.reader, self.writer = os.pipe()
        self.flows = threading.Event()
        self.flows.set()
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        while self.flows.wait() and os.read(self.reader, 65536):
            pass


class Daemon:
    """One dnsd, and what it says of itself."""

    def __init__(self, binary, folder, address, log=None, **options):
        self.folder = os.path.join(folder, address)
        os.mkdir(self.folder)
        self.address = address
        self.resolv_conf = os.path.join(self.folder, "resolv.conf")
        self.write_servers(SERVERS)
        dnsd.BINARY = binary
        self.process = dnsd.Dnsd(self.folder, self.config(), listen=(address, 53), stdout=log and log.writer, **options)

    def config(self, more=""):
        text = dnsd.config(listen=f"{self.address}:53", allow='"*.allowed.test"',
                           upstream=f"sourcePorts: {PORTS[0]}-{PORTS[-1]}",
                           more=f'log: {{queries: true}}\nmetrics: "{self.address}:9153"\n{more}')
        return text.replace("servers: [10.96.0.10]", f"resolvConf: {self.resolv_conf}")

    def write_servers(self, servers):
        with open(self.resolv_conf + ".new", "w", encoding="ascii") as f:
            f.write("".join(f"nameserver {s}\n" for s in servers))
        os.replace(self.resolv_conf + ".new", self.resolv_conf)

    def counters(self):
        """received, received_udp, answered, dropped and in_flight, as its metrics have them."""
        with urllib.request.urlopen(f"http://{self.address}:9153/metrics", timeout=10) as r:
            text = r.read().decode()

        def total(family, labels=""):
            return sum(int(value) for value in re.findall(rf"^{family}{{?[^}}\n]*{labels}[^}}\n]*}}? (\d+)$", text, re.M))
        return {"received": total("dnsd_received_total"), "received_udp": total("dnsd_received_total", 'proto="udp"'),
                "answered": total("dnsd_queries_total"), "dropped": total("dnsd_dropped_total"),
                "in_flight": total("dnsd_in_flight")}

    def socket(self):
        """The columns of its socket in /proc/net/udp."""
        local = "%08X:0035" % int.from_bytes(bytes(map(int, self.address.split("."))), sys.byteorder)
        with open("/proc/net/udp", encoding="ascii") as f:
            return next(line.split() for line in f if line.split()[1] == local)

    def kernel_drops(self):
        """Datagrams that came while its socket's buffer was full, and so never to it."""
        return int(self.socket()[-1])

    def came(self):
        """Datagrams that it read, or that the kernel had no room for."""
        return self.counters()["received_udp"] + self.kernel_drops()

    def turns_s(self):
        """(for how long it ran, and for how long it could have run, and others did)"""
        with open(f"/proc/{self.process.pid}/schedstat", encoding="ascii") as f:
            return [int(ns) / 1e9 for ns in f.read().split()[:2]]

    def forget_peak(self):
        with open(f"/proc/{self.process.pid}/clear_refs", "w", encoding="ascii") as f:
            f.write("5")

    def peak_kb(self):
        return int(self.process.status("VmHWM").split()[0])


def stolen_s():
    """For how long the machine below ran others on our cores."""
    with open("/proc/stat", encoding="ascii") as f:
        return int(f.readline().split()[8]) / os.sysconf("SC_CLK_TCK")


class Release:
    def __init__(self, binary, faulty, folder, seed):
        self.upstreams = [Nameserver(a, seed + i) for i, a in enumerate(SERVERS)]
        self.log = Log()
        self.wishes = Wishes(folder)
        self.real = Daemon(binary, folder, REAL, self.log)
        self.faulty = Daemon(faulty, folder, FAULTY, env=self.wishes.environment())
        self.daemons = [self.real, self.faulty]

    def end(self):
        for d in self.daemons:
            d.process.account()
        for u in self.upstreams:
            u.kill()
