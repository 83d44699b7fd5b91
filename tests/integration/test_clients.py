"""Real clients beside a real dnsd on 127.0.0.1:53, with a real server as the cluster's DNS."""
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
import time

from support import dnsd, servers
from support.case import Case

HERE = os.path.dirname(os.path.abspath(__file__))
BLOCKED_MS = 100
NXDOMAIN_WORDS = r"NXDOMAIN|not known|no such host|ENOTFOUND|does not resolve|bad address|not found|No address|Could not resolve"


def run(*command, timeout=20):
    started = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=timeout,
                          stdin=subprocess.DEVNULL)
    done.ms = (time.monotonic() - started) * 1000
    told = re.search(r"^ms (\d+)$", done.stdout, re.M)
    if told:
        done.ms = int(told.group(1))
    return done


class ClientCase(Case):
    """forward(name) and reverse(address) give a finished command; of the first only addresses matter."""

    def setUp(self):
        super().setUp()
        self.server(servers.Nsd(self.folder))
        self.started = self.dnsd()

    def finds(self, done, *expected):
        self.assertEqual(done.returncode, 0, done.stdout)
        for text in expected:
            self.assertRegex(done.stdout, rf"(^|[\s:])({re.escape(text)})\b", done.stdout)

    def all_names(self, forward, reverse=None):
        self.finds(forward("nginx"), "10.1.2.3")
        self.finds(forward("agent-env-rel-nginx"), "10.1.2.3")
        self.finds(forward("example.com"), "10.1.2.4", "10.1.2.5")
        self.finds(forward("any.wild.example"), "10.1.2.4")
        self.finds(forward("mail.allowed.test"), "192.0.2.25")
        self.blocked(lambda: forward("blocked.test"))
        if reverse:
            self.finds(reverse("10.1.2.3"), "nginx")
            self.blocked(lambda: reverse("10.99.99.99"), words=r"NXDOMAIN|[Nn]ame|[Uu]nknown|not found|ENOTFOUND|no such host|^ms")

    def blocked(self, ask, words=NXDOMAIN_WORDS):
        """The best of three: other jobs may use the machine."""
        tries = [ask() for _ in range(3)]
        for done in tries:
            self.assertRegex(done.stdout, re.compile(words, re.M))
        self.assertLess(min(d.ms for d in tries), BLOCKED_MS, tries[0].stdout)


class CommandLine(ClientCase):
    def test_dig(self):
        self.all_names(lambda n: run("dig", "+tries=1", n), lambda a: run("dig", "+tries=1", "-x", a))

    def test_dig_over_tcp(self):
        self.all_names(lambda n: run("dig", "+tcp", n), lambda a: run("dig", "+tcp", "-x", a))

    def test_nslookup(self):
        self.all_names(lambda n: run("nslookup", n), lambda a: run("nslookup", a))

    def test_host(self):
        self.all_names(lambda n: run("host", n), lambda a: run("host", a))

    def test_drill(self):
        self.all_names(lambda n: run("drill", n), lambda a: run("drill", "-x", a))

    def test_kdig(self):
        self.all_names(lambda n: run("kdig", "+retry=0", n), lambda a: run("kdig", "-x", a))

    def test_busybox_nslookup(self):
        self.all_names(lambda n: run("busybox", "nslookup", n), lambda a: run("busybox", "nslookup", a))

    def test_getent(self):
        def ahosts(name):
            done = run("getent", "ahosts", name)
            done.stdout += "not found" if done.returncode else ""
            return done
        self.all_names(ahosts)
        found = run("getent", "hosts", "10.1.2.3")
        self.assertRegex(found.stdout, r"^10\.1\.2\.3\s+nginx\s*$")
        self.assertEqual(run("getent", "hosts", "10.99.99.99").returncode, 2)

    def test_dig_shows_why_a_name_is_blocked(self):
        done = run("dig", "blocked.test", "TXT")
        self.assertRegex(done.stdout, r"EDE: 15 \(Blocked\): \(not in allowDomains\)")
        self.assertIn("status: NXDOMAIN", done.stdout)


class Ping(ClientCase):
    """What stalls is the reverse name that ping asks for of each answer."""

    def pings(self, *command):
        run(*command, "nginx")
        done = run(*command, "nginx")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("10.1.2.3", done.stdout)
        self.assertLess(done.ms, 1000)
        return done

    def test_busybox(self):
        self.pings("busybox", "ping", "-c1", "-4")

    def test_iputils(self):
        done = self.pings("ping", "-4", "-c1")
        self.assertRegex(done.stdout, r"from nginx \(10\.1\.2\.3\)")

    def test_a_blocked_name(self):
        self.blocked(lambda: run("busybox", "ping", "-c1", "blocked.test"))
        self.blocked(lambda: run("ping", "-c1", "blocked.test"))


class Libraries(ClientCase):
    def both(self, *command):
        self.all_names(lambda n: run(*command, n), lambda a: run(*command, "-r", a))

    def test_musl(self):
        program = os.path.join(self.folder, "lookup")
        subprocess.run(["musl-gcc", "-static", "-o", program, os.path.join(HERE, "lookup.c")], check=True)
        self.both(program)

    def test_python(self):
        self.both(sys.executable, os.path.join(HERE, "lookup.py"))

    def test_node_getaddrinfo(self):
        self.optional("node")
        self.both("node", os.path.join(HERE, "lookup.js"), "getaddrinfo")

    def test_node_c_ares(self):
        self.optional("node")
        self.both("node", os.path.join(HERE, "lookup.js"), "c-ares")

    def test_go_pure_resolver(self):
        self.optional("go")
        program = os.path.join(self.folder, "lookup")
        environment = dict(os.environ, CGO_ENABLED="0", GO111MODULE="off", GOFLAGS="")
        if not os.access(os.path.expanduser("~"), os.W_OK):
            environment["GOCACHE"] = os.path.join(self.folder, "gocache")
        subprocess.run(["go", "build", "-o", program, os.path.join(HERE, "lookup.go")], check=True, env=environment)
        self.both(program)

    def optional(self, tool):
        if not shutil.which(tool):
            self.skipTest(f"{tool} is not on this machine")


class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"hello from {self.headers['Host']}\n".encode())

    def log_message(self, *_):
        pass


class Curl(ClientCase):
    def setUp(self):
        super().setUp()
        self.servers = [http.server.ThreadingHTTPServer((a, 80), Page) for a in ("10.1.2.3", "10.1.2.4", "10.1.2.5")]
        for s in self.servers:
            threading.Thread(target=s.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
            self.addCleanup(s.server_close)
            self.addCleanup(s.shutdown)

    def test_reaches_a_service_by_each_of_its_names(self):
        for name in ("nginx", "agent-env-rel-nginx", "example.com", "EXAMPLE.com", "deep.er.wild.example"):
            done = run("curl", "-sS", "--max-time", "5", f"http://{name}/")
            self.assertRegex(done.stdout, re.compile(f"hello from {re.escape(name)}", re.I))

    def test_fails_at_once_for_a_blocked_name(self):
        done = run("curl", "-sS", "http://blocked.test/")
        self.assertEqual(done.returncode, 6, done.stdout)
        self.blocked(lambda: run("curl", "-sS", "http://blocked.test/"))


class Unbound(Case):
    """The same with another server in the cluster's place, so that nothing hangs on one server's ways."""

    def test_answers_like_the_other(self):
        self.server(servers.Unbound(self.folder))
        self.dnsd(dnsd.config(allow='"*"'))
        self.assertRegex(run("dig", "+noall", "+answer", "NgInX").stdout, r"^NgInX\.\s+5\s+IN\s+A\s+10\.1\.2\.3$")
        self.assertRegex(run("dig", "nginx", "TXT").stdout, "status: NOERROR")
        self.assertRegex(run("dig", "nowhere.test").stdout, "status: NXDOMAIN")
        self.assertRegex(run("getent", "hosts", "nginx").stdout, "nginx")
