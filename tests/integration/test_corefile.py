"""dnsd in CoreDNS's place: the Corefiles of the existing chart, and each directive for what it promises."""
import os
import re
import socket
import urllib.error
import urllib.request

from support import client, dnsd, process, sandbox, upstream
from support.case import Case

NEWER = """\
.:53 {
  log
  errors
  # nginx
  rewrite name exact nginx agent-env-rel-nginx.default.svc.cluster.local
  rewrite name exact agent-env-rel-nginx agent-env-rel-nginx.default.svc.cluster.local
  # web
  rewrite name exact web agent-env-rel-web.default.svc.cluster.local
  rewrite name exact agent-env-rel-web agent-env-rel-web.default.svc.cluster.local
  rewrite name exact example.com agent-env-rel-web.default.svc.cluster.local
  forward . %s {
    max_concurrent 1000
  }
  bind 127.0.0.1
}
"""
OLDER = NEWER.replace("  errors\n", "  errors\n  ready\n").replace(" {\n    max_concurrent 1000\n  }", "")


def block(*lines, head=".:53"):
    return head + " {\n" + "".join(f"  {line}\n" for line in lines) + "}\n"


FORWARD = f"forward . {sandbox.KUBE_DNS}"
NGINX = "rewrite name exact nginx agent-env-rel-nginx.default.svc.cluster.local"
BIND = "bind 127.0.0.1"


class CorefileCase(Case):
    def setUp(self):
        super().setUp()
        self.up = self.kube_dns()

    def start(self, text, **options):
        return self.dnsd(text, file="Corefile", option="-conf", **options)

    def get(self, url):
        try:
            with urllib.request.urlopen(url, timeout=3) as r:
                return r.status, r.read().decode()
        except urllib.error.HTTPError as e:
            return e.code, ""
        except OSError:
            return None, ""


class ChartShapes(CorefileCase):
    def holds(self, d):
        for over in ("udp", "tcp"):
            self.assertEqual(client.datas(client.ask("NGinx", over=over)), ["10.1.2.3"])
            self.assertEqual(client.datas(client.ask("example.com", over=over)), ["10.1.2.4", "10.1.2.5"])
            self.assertEqual(client.datas(client.ask("allowed.test", over=over)), ["192.0.2.10"])
            self.assertEqual(client.rcode(client.ask("nowhere.test", over=over)), "NXDOMAIN")
        self.assertEqual(len(self.up.queries("nowhere.test")), 2, "a Corefile has no policy of its own")
        self.assertTrue(d.log_lines(r'\[INFO\] .*"A IN (?i:nginx)\. '))

    def test_newer_chart(self):
        self.holds(self.start(NEWER % self.write("resolv.conf", f"nameserver {sandbox.KUBE_DNS}\n")))

    def test_older_chart_with_ready(self):
        d = self.start(OLDER % self.write("resolv.conf", f"nameserver {sandbox.KUBE_DNS}\n"))
        self.holds(d)
        self.assertEqual(self.get("http://127.0.0.1:8181/ready"), (200, "OK"))

    def test_under_coredns_own_name(self):
        link = os.path.join(self.folder, "coredns")
        os.symlink(dnsd.BINARY, link)
        path = self.write("Corefile", NEWER % self.write("resolv.conf", f"nameserver {sandbox.KUBE_DNS}\n"))
        p = process.Process([link, "-conf", path], self.folder, "as-coredns")
        self.addCleanup(lambda: self.assertEqual(p.end(), 0))
        process.wait_bound(p, "127.0.0.1", 53)
        self.assertEqual(client.datas(client.ask("nginx")), ["10.1.2.3"])


class Language(CorefileCase):
    def answers(self, text):
        d = self.start(text)
        self.assertEqual(client.datas(client.ask("nginx")), ["10.1.2.3"])
        d.account()

    def test_heads_quotes_comments_and_tabs(self):
        for text in (block(NGINX, FORWARD, BIND), block(NGINX, FORWARD, BIND, head="."),
                     block(NGINX, FORWARD, BIND, head="dns://.:53"),
                     block('rewrite name exact "nginx" "agent-env-rel-nginx.default.svc.cluster.local"', FORWARD, BIND),
                     block(f"{NGINX} # of the release", "# rewrite nonsense", f"{FORWARD} {{ # so far", "}", BIND),
                     block(NGINX, FORWARD, BIND).replace("  ", "\t").replace("\n", "\r\n"),
                     "# first\n\n" + block(NGINX, FORWARD, BIND) + "\n# last"):
            with self.subTest(text=text):
                self.answers(text)

    def test_environment_variables(self):
        os.environ.update(SERVICE="nginx", TARGET="agent-env-rel-nginx")
        self.answers(block("rewrite name exact {$SERVICE} {$TARGET}.default.svc.cluster.local", FORWARD, BIND))
        self.answers(block("rewrite name exact {%SERVICE%} {$TARGET}.default.svc.cluster.local", FORWARD, BIND))

    def test_rewrite_spellings(self):
        target = "agent-env-rel-nginx.default.svc.cluster.local"
        for line in (f"rewrite name nginx {target}", f"rewrite stop name exact nginx {target}",
                     f"rewrite name exact nginx {target} answer auto", f"rewrite name exact nginx. {target}.",
                     f"rewrite stop name exact nginx {target} answer auto", f"rewrite name exact NGINX {target.upper()}"):
            with self.subTest(line):
                self.answers(block(line, FORWARD, BIND))

    def test_the_first_matching_rewrite_wins(self):
        self.answers(block(NGINX, "rewrite name exact nginx agent-env-rel-web.default.svc.cluster.local", FORWARD, BIND))

    def test_a_star_is_a_star(self):
        self.start(block("rewrite name exact *.example.com agent-env-rel-nginx.default.svc.cluster.local", FORWARD, BIND))
        self.assertEqual(client.rcode(client.ask("a.example.com")), "NXDOMAIN")
        self.assertEqual(client.datas(client.ask("*.example.com")), ["10.1.2.3"])


class Refused(CorefileCase):
    """What cannot be honoured is an error that names the line and the directive, never a silent skip."""

    def refuse(self, text, line, *words):
        done = dnsd.once("-conf", self.write("Corefile", text))
        self.assertEqual(done.returncode, dnsd.EXIT_CONFIG, f"{text}\n{done.stderr}")
        self.assertRegex(done.stderr, rf"Corefile:{line}\b", text)
        for word in words:
            self.assertIn(word, done.stderr)

    def test_what_is_not_supported(self):
        for bad in ("cache 30", "kubernetes cluster.local", "hosts", "template IN A", "prometheus", "nonsense",
                    "rewrite type AAAA A", "rewrite name regex (.*) x", "rewrite name prefix a b", "rewrite name suffix a b",
                    "rewrite continue name exact a b", "rewrite name exact onlyone", "rewrite edns0 local set 1 2",
                    "rewrite name exact a..b c", "health nowhere:port", "bind eth0 except 127.0.0.1", "bind 127.0.0.2:5353",
                    "bind [::1]:53"):
            with self.subTest(bad):
                self.refuse(block(BIND, bad, FORWARD), 3, bad.split()[0])

    def test_what_forward_does_not_support(self):
        for bad in ("tls", "tls_servername x", "except a.test", "failover SERVFAIL", "nonsense 3", "max_concurrent many",
                    "policy first", "max_fails -1", "expire soon", "health_check 5m0x"):
            with self.subTest(bad):
                self.refuse(block(BIND, FORWARD + " {", f"  {bad}", "}"), 4, bad.split()[0])
        for bad in ("forward . tls://10.96.0.10", "forward a.test 10.96.0.10", "forward .", "forward . no.address.test"):
            with self.subTest(bad):
                self.refuse(block(BIND, bad), 3, "forward")

    def test_shapes(self):
        fine = block(NGINX, FORWARD, BIND)
        self.refuse(fine + block(FORWARD, head="a.test:53"), 6)
        self.refuse(block(NGINX, FORWARD, BIND, head="a.test:53"), 1)
        self.refuse(block(NGINX, FORWARD, BIND, head="tls://.:853"), 1)
        self.refuse(fine.rstrip("}\n") + "\n", r"\d+")
        self.refuse(block(BIND, FORWARD, 'rewrite name exact "nginx x'), r"\d+")
        self.refuse(block(BIND, FORWARD, FORWARD), 4, "forward")

    def test_every_problem_at_once(self):
        done = dnsd.once("-conf", self.write("Corefile", block("cache", BIND, "hosts", FORWARD)))
        self.assertRegex(done.stderr, r"Corefile:2\b.*cache")
        self.assertRegex(done.stderr, r"Corefile:4\b.*hosts")


class Directives(CorefileCase):
    def test_ready_and_health_answer_on_the_address_given(self):
        self.start(block(BIND, "ready 127.0.0.1:8282", "health 127.0.0.1:8383", FORWARD))
        self.assertEqual(self.get("http://127.0.0.1:8282/ready"), (200, "OK"))
        self.assertEqual(self.get("http://127.0.0.1:8383/health"), (200, "OK"))
        self.assertEqual(self.get("http://127.0.0.1:8282/nothing")[0], 404)
        self.assertFalse(process.bound("tcp", "127.0.0.1", 8181))

    def test_ready_and_health_without_an_address_use_coredns_ports(self):
        self.start(block(BIND, "ready", "health", FORWARD))
        self.assertEqual(self.get("http://127.0.0.1:8181/ready")[0], 200)
        self.assertEqual(self.get("http://127.0.0.1:8080/health")[0], 200)

    def test_neither_is_there_unasked(self):
        self.start(block(BIND, FORWARD))
        self.assertEqual([self.get(u)[0] for u in ("http://127.0.0.1:8181/ready", "http://127.0.0.1:8080/health")],
                         [None, None])

    def test_log_is_only_there_when_asked_for(self):
        d = self.start(block(BIND, FORWARD))
        client.ask("allowed.test", id=4242)
        self.assertEqual(d.log_lines(" - 4242 "), [])

    def test_errors_prints_a_line_for_each_question_that_failed(self):
        self.up.on("lost.test", upstream.silent)
        self.up.on("agent-env-rel-nginx.default.svc.cluster.local", upstream.wire(
            lambda q: q.wire[:2] + b"\x81\x80" + q.wire[4:6] + b"\0\1" + q.wire[8:] + b"\xc0"))
        d = self.start(block(BIND, "errors", NGINX, FORWARD))
        bursts = [client.Burst(self, [client.query(*asked)]) for asked in (("Lost.test", "MX"), ("nginx",))]
        client.ask("allowed.test")
        client.ask("nowhere.test")
        for burst in bursts:
            burst.answers(1, seconds=6)
        d.wait_for_log("ERROR", 2)
        self.assertEqual(sorted(d.log_lines("")), [
            "[ERROR] plugin/errors: 2 lost.test. MX: upstream is silent",
            "[ERROR] plugin/errors: 2 nginx. A: upstream's answer cannot be understood"])

    def test_errors_tells_who_found_no_room(self):
        self.up.all_do(upstream.silent)
        d = self.start(block(BIND, "errors", FORWARD + " {", "  max_concurrent 16", "}"))
        burst = client.Burst(self, [client.query(f"l{i}.test") for i in range(20)])
        burst.answers(6, seconds=1)
        told = d.wait_for_log("ERROR", 6)
        self.assertEqual({re.sub(r"l\d+", "l", line) for line in told},
                         {"[ERROR] plugin/errors: 0 l.test. A: too many queries at a time"})
        burst.answers(14, seconds=6)

    def test_no_error_is_printed_unasked(self):
        self.up.on("lost.test", upstream.silent)
        d = self.start(block(BIND, "log", FORWARD))
        client.ask("lost.test", timeout=6)
        d.wait_for_log("lost.test")
        self.assertEqual(d.log_lines("ERROR"), [])

    def test_max_concurrent_limits(self):
        self.up.all_do(upstream.silent)
        self.start(block(BIND, FORWARD + " {", "  max_concurrent 16", "}"))
        burst = client.Burst(self, [client.query(f"l{i}.test") for i in range(30)])
        self.assertTrue(all(raw[2] & 2 for raw in burst.answers(16, seconds=1)))

    def test_prefer_udp_asks_over_tcp_only_what_came_back_cut(self):
        self.start(block(BIND, FORWARD + " {", "  prefer_udp", "}"))
        client.ask("allowed.test", over="tcp")
        self.assertEqual([q.proto for q in self.up.received], ["udp"])
        self.up.forget()
        self.up.on("allowed.test", upstream.truncated)
        self.assertEqual(client.datas(client.ask("allowed.test", over="tcp")), ["192.0.2.10"])
        self.assertEqual([q.proto for q in self.up.received], ["udp", "tcp"])

    def test_force_tcp_asks_over_tcp_alone(self):
        self.start(block(BIND, FORWARD + " {", "  force_tcp", "}"))
        self.assertEqual(client.datas(client.ask("allowed.test", over="udp")), ["192.0.2.10"])
        self.assertEqual([q.proto for q in self.up.received], ["tcp"])

    def test_an_upstream_that_is_ourselves_is_told(self):
        done = dnsd.once("-conf", self.write("Corefile", block(BIND, "loop", "forward . 127.0.0.1")))
        self.assertEqual(done.returncode, dnsd.EXIT_MYSELF, done.stderr)

    def test_loop_finds_that_upstream_asks_us(self):
        def ask_back(up, q):
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as back:
                back.sendto(q.wire, ("127.0.0.1", 53))
            return []

        self.up.all_do(ask_back)
        path = self.write("Corefile", block(BIND, "errors", "loop", FORWARD))
        open("/dev/termination-log", "w", encoding="ascii").close()
        self.addCleanup(os.unlink, "/dev/termination-log")
        done = dnsd.once("-conf", path)
        self.assertEqual(done.returncode, dnsd.EXIT_MYSELF, done.stderr)
        with open("/dev/termination-log", encoding="ascii") as f:
            for said in (done.stderr, f.read()):
                self.assertRegex(said, r"Corefile:4:3: .*came back")

    def test_loop_asks_for_a_name_of_its_own_each_time_and_nothing_without_it(self):
        names = []
        for directives in (["loop"], ["loop"], []):
            self.up.forget()
            d = self.start(block(BIND, *directives, FORWARD))
            client.ask("allowed.test")
            names += [q.name for q in self.up.received if q.name != "allowed.test."]
            self.assertEqual(client.datas(client.ask("allowed.test")), ["192.0.2.10"])
            d.account()
        self.assertEqual(len(set(names)), 2, names)
