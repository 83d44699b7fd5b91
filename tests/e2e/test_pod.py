"""From inside a rendered Pod: what a workload gets of its names. The Pod is made of render's output alone."""
import os
import re
import shutil
import subprocess
import tempfile
import unittest

import cluster
import pod
import runtime
from support import sandbox

HERE = os.path.dirname(os.path.abspath(__file__))
FAST_MS = 100
CHOSEN = {}     # filled by tests/e2e/run: render, runtime, roots, runsc, platform

COREFILE = """\
.:53 {
    log
    errors
    ready
    # services
    rewrite name exact nginx agent-env-rel-nginx.default.svc.cluster.local
    rewrite name exact agent-env-rel-nginx agent-env-rel-nginx.default.svc.cluster.local
    rewrite name exact example.com agent-env-rel-nginx.default.svc.cluster.local
    forward . /etc/resolv.conf {
        max_concurrent 1000
    }
    bind 127.0.0.1
}
"""


def render(*arguments):
    return subprocess.run([CHOSEN["render"], "rel", "-f", os.path.join(HERE, "values.yaml"), *arguments], check=True,
                          capture_output=True, text=True).stdout


class PodCase(unittest.TestCase):
    """One Pod for the tests of a class: starting one is most of what a test costs."""

    service = "default"
    arguments = ()
    unprivileged_ports = 0      # as containerd sets it in the Pods it makes

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="agent-env-e2e-")
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        os.chmod(cls.folder, 0o755)
        # Of the kernel's own; gVisor has no such thing, and its tests hide what would tell the two apart.
        cluster.make_pod_network(cls.unprivileged_ports if CHOSEN["runtime"] == "crun" else None)
        cls.addClassCleanup(cluster.end_pod_network)
        objects = pod.load(render(*cls.arguments))
        cls.server = cluster.name_server(cls.folder)
        cls.addClassCleanup(cls.server.end)
        cls.proxy = cluster.PolicyProxy(pod.dns_patterns(objects))
        cls.addClassCleanup(cls.proxy.stop)
        cls.web = cluster.WebServer()
        cls.addClassCleanup(cls.web.stop)
        cls.pod = pod.Pod(objects, cls.service, cls.folder)
        cls.change(cls.pod)
        cls.run_time = cls.make_runtime()
        cls.addClassCleanup(cls.run_time.end)
        cls.sidecar = cls.pod.sidecar().name
        cls.start()

    @classmethod
    def change(cls, made):
        """What a class does to the Pod before it starts."""

    @classmethod
    def start(cls):
        cls.run_time.start_pod(cls.pod)

    @classmethod
    def make_runtime(cls):
        resolv_conf = os.path.join(cls.folder, "resolv.conf")
        with open(resolv_conf, "w", encoding="ascii") as f:
            f.write(f"search default.svc.cluster.local svc.cluster.local cluster.local\nnameserver {sandbox.KUBE_DNS}\n"
                    "options ndots:5\n")
        arguments = (os.path.join(cls.folder, "containers"), CHOSEN["roots"], cluster.NETWORK, resolv_conf)
        os.makedirs(arguments[0])
        if CHOSEN["runtime"] == "crun":
            return runtime.Crun(*arguments)
        keeper = pod.Container("", "workload", {"args": ["sleep", "infinity"], "cwd": "/", "env": [pod.PATH],
                                                "user": {"uid": 0, "gid": 0}}, {}, True, False, None)
        return runtime.Gvisor(*arguments, CHOSEN["runsc"], CHOSEN["platform"], keeper)

    def inside(self, *words):
        return self.run_time.exec(self.service, *words)

    def dig(self, *words):
        done = self.inside("dig", "+tries=1", "+timeout=5", *words)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr + self.run_time.output(self.sidecar))
        return done.stdout

    def short(self, *words):
        return self.dig("+short", *words).split()

    def timed(self, *words):
        """(exit status, output, milliseconds) of a command, as the workload sees them."""
        done = self.inside("python3", "/inside.py", "ms", *words)
        return done.returncode, done.stdout + done.stderr, int(re.search(r"^ms (\d+)$", done.stdout, re.M).group(1))

    def bind(self, *words):
        return self.inside("python3", "/inside.py", "bind", *words).stdout.strip()


class Names(PodCase):
    def test_an_init_container_resolves_them(self):
        said = self.run_time.output("early")
        self.assertIn(cluster.SERVICE, said)
        self.assertEqual(self.run_time.state("early")["status"], "stopped")

    def test_a_service_a_record_and_what_lies_under_a_wildcard(self):
        for name in ("nginx", "agent-env-rel-nginx", "example.com", "www.example.com", "a.b.example.com", "NgInX"):
            self.assertEqual(self.short(name), [cluster.SERVICE], name)

    def test_spelling_is_kept(self):
        self.assertRegex(self.dig("NgInX"), r"(?m)^NgInX\.\s+\d+\s+IN\s+A\s+10\.1\.2\.3$")

    def test_reverse_names(self):
        self.assertEqual(self.short("-x", cluster.SERVICE), ["nginx."])

    def test_every_client(self):
        for words in (["nslookup", "nginx"], ["busybox", "nslookup", "nginx"], ["getent", "ahostsv4", "nginx"], ["/lookup", "nginx"]):
            status, said, ms = self.timed(*words)
            self.assertEqual((words, status), (words, 0), said)
            self.assertIn(cluster.SERVICE, said, words)
            self.assertLess(ms, 1500, words)

    def test_an_allowed_name(self):
        self.assertEqual(self.short("mail.allowed.test"), ["192.0.2.25"])

    def test_a_blocked_name_fails_at_once_and_says_why(self):
        said = self.dig("blocked.test")
        self.assertIn("status: NXDOMAIN", said)
        self.assertIn("EDE: 15 (Blocked)", said)
        self.assertLess(int(re.search(r"Query time: (\d+) msec", said).group(1)), FAST_MS)
        self.assertNotIn("blocked.test.", self.proxy.names())

    def test_a_blocked_name_stalls_no_library(self):
        for words in (["/lookup", "blocked.test"], ["getent", "ahosts", "blocked.test"]):
            status, said, ms = self.timed(*words)
            self.assertNotEqual(status, 0, said)
            # The client's own start in the sandbox is in this; an Alpine client used to wait 5 s.
            self.assertLess(ms, 700, words)

    def test_ping_does_not_stall(self):
        status, said, ms = self.timed("ping", "-4", "-c1", "nginx")
        self.assertEqual(status, 0, said)
        self.assertIn(f"from nginx ({cluster.SERVICE})", said)
        self.assertLess(ms, 1500, said)

    def test_curl(self):
        done = self.inside("curl", "-sS", "-4", "--max-time", "10", "http://www.example.com/")
        self.assertEqual(done.stdout, "hello from www.example.com", done.stderr)

    def test_tcp(self):
        self.assertEqual(self.short("+tcp", "nginx"), [cluster.SERVICE])

    def test_what_goes_upstream_is_what_the_policy_lets_out(self):
        self.short("mail.allowed.test")
        self.inside("dig", "+short", "blocked.test")
        for name in self.proxy.names():
            self.assertTrue(any(p.match(name) for p in self.proxy.patterns), name)


class Reach(PodCase):
    def test_nobody_reaches_port_53_of_the_pods_address(self):
        for transport in ("+notcp", "+tcp"):
            for client in (lambda *w: self.inside("dig", *w),
                           lambda *w: subprocess.run(["dig", *w], capture_output=True, text=True, check=False)):
                done = client("+tries=1", "+timeout=1", transport, f"@{cluster.POD}", "nginx")
                self.assertNotEqual(done.returncode, 0, done.stdout)

    def test_port_53_of_all_addresses_is_taken(self):
        for kind in ("udp", "tcp"):
            self.assertEqual(self.bind(kind, "0.0.0.0", "53"), "EADDRINUSE")
            self.assertEqual(self.bind(kind, cluster.POD, "53"), "bound")


class Port53(PodCase):
    service = "web"

    def test_the_workload_has_it(self):
        for kind in ("udp", "tcp"):
            self.assertEqual(self.bind(kind, "0.0.0.0", "53"), "bound")

    def test_dual_stack_is_what_it_cannot_have(self):
        for kind in ("udp", "tcp"):
            self.assertEqual(self.bind(kind, "::", "53"), "EADDRINUSE")

    def test_names_resolve_all_the_same(self):
        self.assertEqual(self.short("nginx"), [cluster.SERVICE])
        status, said, _ = self.timed("getent", "ahostsv4", "nginx")
        self.assertEqual(status, 0, said)


class Flood(PodCase):
    SECONDS = 3

    def test_the_sidecar_survives_and_goes_on(self):
        done = self.inside("python3", "/inside.py", "flood", str(self.SECONDS))
        self.assertGreater(int(done.stdout), 1000, done.stderr)
        self.assertEqual(self.short("nginx"), [cluster.SERVICE])
        self.assertEqual(self.run_time.state(self.sidecar)["status"], "running")

    def test_its_memory_stays_small(self):
        if CHOSEN["runtime"] != "crun":
            self.skipTest("gVisor shows no process's memory to the outside; bench/ measures the Pod's")
        self.inside("python3", "/inside.py", "flood", str(self.SECONDS))
        with open(f"/proc/{self.run_time.pid(self.sidecar)}/status", encoding="ascii") as f:
            resident = int(re.search(r"VmHWM:\s+(\d+)", f.read()).group(1))
        self.assertLess(resident, 4096)


class Ends(PodCase):
    def test_termination_is_clean_and_sums_up(self):
        self.dig("blocked.test")
        self.run_time.signal(self.sidecar, "TERM")
        self.run_time.wait_for_end(self.sidecar)
        said = self.run_time.output(self.sidecar)
        self.assertIn("allowDomains:", said)
        self.assertIn("blocked.test", said)


class Corefile(PodCase):
    """The chart of old, with only its image swapped."""

    @classmethod
    def change(cls, made):
        sidecar = made.sidecar()
        folder = os.path.join(cls.folder, "corefile")
        os.makedirs(folder)
        with open(os.path.join(folder, "Corefile"), "w", encoding="ascii") as f:
            f.write(COREFILE)
        sidecar.process["args"] = ["/coredns", "-conf", "/etc/coredns/Corefile"]
        sidecar.mounts = {"/etc/coredns": folder}
        sidecar.probe = ["/coredns", "--probe"]

    def test_names(self):
        self.assertEqual(self.pod.sidecar().process["user"], {"uid": 65532, "gid": 65532})
        for name in ("nginx", "agent-env-rel-nginx", "example.com"):
            self.assertEqual(self.short(name), [cluster.SERVICE], name)
        self.assertEqual(self.short("mail.allowed.test"), ["192.0.2.25"])

    def test_the_log_is_corednss(self):
        self.dig("nginx")
        self.assertRegex(self.run_time.output(self.sidecar), r'\[INFO\] 127\.0\.0\.1:\d+ - \d+ "A IN nginx\. udp \d+ ')


class PrivilegedPort(PodCase):
    """Where port 53 is privileged, as with runtimes that do not lower the sysctl."""

    unprivileged_ports = 1024

    @classmethod
    def start(cls):
        cls.run_time.start(cls.pod.sidecar())

    def test_it_starts_or_says_what_would_help(self):
        if CHOSEN["runtime"] == "crun":
            self.run_time.wait_for_end(self.sidecar)
            for said in (self.run_time.output(self.sidecar), self.run_time.termination_log(self.sidecar)):
                self.assertIn("NET_BIND_SERVICE", said)
                self.assertIn("ip_unprivileged_port_start", said)
        else:
            # gVisor knows no privileged port.
            self.assertEqual(self.run_time.exec(self.sidecar, "/dnsd", "--probe").returncode, 0)


class Confinement(PodCase):
    def test_the_sidecar_gives_up_what_it_does_not_need(self):
        said = self.run_time.output(self.sidecar)
        skipped = [line for line in said.splitlines() if "confine" in line or "seccomp" in line or "capabilit" in line]
        self.assertEqual(skipped, [], "each step is possible in both runtimes")
        if CHOSEN["runtime"] == "crun":
            with open(f"/proc/{self.run_time.pid(self.sidecar)}/status", encoding="ascii") as f:
                status = dict(line.split(":\t", 1) for line in f.read().splitlines() if ":\t" in line)
            self.assertEqual(int(status["CapEff"], 16) | int(status["CapPrm"], 16), 0)
            self.assertEqual((status["NoNewPrivs"], status["Seccomp"]), ("1", "2"))
