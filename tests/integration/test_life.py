"""dnsd as a process: starting, refusing to, signals, reload, and the query log."""
import json
import os
import re
import signal
import socket
import threading
import time

from support import client, dnsd, sandbox, upstream, wait
from support.case import Case

NOBODY = 65532
CAPABILITY = "net_bind_service"
AS_NOBODY = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
WAYS_TO_PORT_53 = (
    # who, what runs dnsd so, whether that is enough where ports below 1024 are privileged
    ("root", (), True),
    ("root without the capability", ("setpriv", f"--bounding-set=-{CAPABILITY}", f"--inh-caps=-{CAPABILITY}"), False),
    ("65532 without capabilities", (*AS_NOBODY, "--bounding-set=-all", "--inh-caps=-all"), False),
    ("65532 with the capability to be had", (*AS_NOBODY, "--inh-caps=-all", f"--bounding-set=-all,+{CAPABILITY}"), False),
    ("65532 with the capability", (*AS_NOBODY, f"--inh-caps=+{CAPABILITY}", f"--ambient-caps=+{CAPABILITY}"), True),
)


class Refusal(Case):
    """Each way not to start: its exit code, one clear line, and /dev/termination-log."""

    def refused(self, code, *words, text=None, arguments=(), **options):
        files = ["-c", self.write("dnsd.yaml", text)] if text is not None else []
        open("/dev/termination-log", "w", encoding="ascii").close()
        os.chmod("/dev/termination-log", 0o666)
        try:
            done = dnsd.once(*files, *arguments, **options)
            with open("/dev/termination-log", encoding="utf-8") as f:
                left = f.read()
        finally:
            os.unlink("/dev/termination-log")
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        for word in words:
            self.assertRegex(done.stderr, word)
        for word in words:
            self.assertRegex(left, word, "the reason in /dev/termination-log")
        return done.stderr

    def test_usage(self):
        for arguments in (["--no-such-option"], ["-c"], ["stray"], ["--listen", "nonsense"], ["--upstream", "a b"]):
            with self.subTest(arguments=arguments):
                self.refused(2, r".", arguments=arguments)

    def test_a_missing_file(self):
        self.refused(3, r"/no/such\.yaml", "No such file", arguments=["-c", "/no/such.yaml"])

    def test_no_yaml(self):
        self.refused(3, r"dnsd\.yaml:3:1: .*starts at line 2", text="fullname: x\nservices: [a\n")

    def test_every_problem_of_a_file_at_once_each_with_its_place(self):
        err = self.refused(3, text="""\
fullname: agent-env-rel
namespace: default
servcies: {}
services:
  web: {additionalDnsRecords: [same.test, "not a name!"]}
  api: {additionalDnsRecords: [same.test]}
listen: 53
policy: {mode: enforced}
""")
        for line, word in ((3, "servcies"), (5, "not a name!"), (6, "same.test"), (7, "listen"), (8, "enforced")):
            self.assertRegex(err, rf"dnsd\.yaml:{line}:\d+: .*{word}")
        self.assertRegex(err, r"servcies.*services")

    def test_no_fault_hides_another(self):
        err = self.refused(3, text="""\
fullname: Agent env
namespace: [x]
clusterDomain: a..b
services:
  x: {additionalDnsRecords: ["http://x.test"]}
  y: {dnsRecord: true}
listen: [127.0.0.1:53, 8.8.8.8:53, 127.0.0.1]
policy: {mode: enforce, deny: drop, reason: 5}
log: {queries: 1, format: xml}
""")
        faults = [line for line in err.splitlines() if "dnsd.yaml:" in line]
        places = [tuple(map(int, re.search(r"dnsd\.yaml:(\d+):(\d+):", line).groups())) for line in faults]
        self.assertEqual(sorted(places), [(1, 11), (2, 12), (3, 16), (5, 30), (6, 7), (7, 24), (7, 36), (8, 31), (8, 45),
                                          (9, 16), (9, 27)], err)

    def test_a_second_document_is_not_passed_over(self):
        self.refused(3, r"dnsd\.yaml:\d+:1: one document", text=dnsd.config() + "---\nfullname: other\n")

    def test_limits_are_stated(self):
        base = dnsd.config()
        for change, line_word in (("sourcePorts: 100-90", "sourcePorts"), ("maxConcurrent: 0", "maxConcurrent"),
                                  ("maxConcurrent: 99999999", "maxConcurrent"), ("sourcePorts: 1-70000", "sourcePorts")):
            with self.subTest(change):
                self.refused(3, rf"dnsd\.yaml:\d+:\d+: .*{line_word}", text=base.replace("policy:", f"  {change}\npolicy:"))

    def test_only_loopback_unless_allowed(self):
        self.refused(3, r"allowNonLoopback", text=dnsd.config(listen="10.1.2.3:53"))
        self.refused(3, r"allowNonLoopback", text=dnsd.config(listen="0.0.0.0:53"))
        self.dnsd(dnsd.config(listen="10.1.2.3:53", more="allowNonLoopback: true"), listen=("10.1.2.3", 53))

    def test_a_port_in_use(self):
        for kind in (socket.SOCK_DGRAM, socket.SOCK_STREAM):
            with socket.socket(socket.AF_INET, kind) as taken:
                taken.bind(("127.0.0.1", 53))
                if kind == socket.SOCK_STREAM:
                    taken.listen()
                self.refused(4, r"127\.0\.0\.1:53", "in use", text=dnsd.config())

    def may_be_nobody(self):
        with open("/proc/self/uid_map", encoding="ascii") as f:
            if int(f.read().split()[2]) <= NOBODY:
                self.skipTest("this user namespace has no uid 65532")

    def serves(self, under):
        d = dnsd.Dnsd(self.folder, dnsd.config(), under=under)
        self.assertEqual(client.datas(client.ask("nginx")), ["10.1.2.3"])
        for word in ("CapEff", "CapPrm", "CapInh", "CapAmb"):
            self.assertEqual(int(d.status(word), 16), 0, word)
        d.account()

    def test_each_way_to_port_53(self):
        """By user, capability and sysctl, as README says; and what was needed for it is gone behind it."""
        self.may_be_nobody()
        self.kube_dns()
        self.addCleanup(sandbox.set_sysctl, "net.ipv4.ip_unprivileged_port_start", 1024)
        for first_port in (0, 1024):
            sandbox.set_sysctl("net.ipv4.ip_unprivileged_port_start", first_port)
            for who, under, may in WAYS_TO_PORT_53:
                with self.subTest(who, first_port=first_port):
                    if may or first_port == 0:
                        self.serves(under)
                    else:
                        self.refused(5, "NET_BIND_SERVICE", r"net\.ipv4\.ip_unprivileged_port_start", text=dnsd.config(),
                                     under=under)

    def test_no_upstream(self):
        empty = self.write("resolv.conf", "# nothing\nsearch a.test\n")
        self.refused(6, re.escape(empty), "nameserver",
                     text=dnsd.config().replace("servers: [10.96.0.10]", f"resolvConf: {empty}"))
        self.refused(6, "/no/such/resolv.conf",
                     text=dnsd.config().replace("servers: [10.96.0.10]", "resolvConf: /no/such/resolv.conf"))

    def test_upstream_is_myself(self):
        self.refused(7, r"dnsd\.yaml:9:\d+: .*itself", text=dnsd.config(servers="127.0.0.1"))
        own = self.write("resolv.conf", "nameserver 127.0.0.1\n")
        self.refused(7, "itself", text=dnsd.config().replace("servers: [10.96.0.10]", f"resolvConf: {own}"))
        self.refused(7, "itself", text=dnsd.config(), arguments=["--upstream", "127.0.0.1:53"])
        self.refused(7, "itself", text=dnsd.config(listen="0.0.0.0:53", servers=sandbox.POD,
                                                   more="allowNonLoopback: true"))


class Signals(Case):
    def setUp(self):
        super().setUp()
        self.up = self.kube_dns()

    def test_sigterm_and_sigint_finish_what_is_in_flight(self):
        for signum in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(signum=signum):
                self.up.forget()
                self.up.on("allowed.test", upstream.late(0.5))
                d = self.dnsd()
                burst = client.Burst(self, [client.query("allowed.test")])
                with client.Tcp() as c:
                    c.send(client.query("www.allowed.test"))
                    self.assertIsNotNone(c.receive())
                    c.send(client.query("allowed.test"))
                    self.up.wait_for(2, "allowed.test")
                    started = time.monotonic()
                    d.tell(signum)
                    self.assertEqual(burst.collect(1), 1)
                    self.assertIsNotNone(c.receive())
                self.assertEqual(d.wait_for_end(), 0)
                self.assertLess(time.monotonic() - started, 5)

    def test_at_the_end_a_new_connection_is_refused_while_who_waits_is_answered(self):
        self.up.on("allowed.test", upstream.late(1))
        d = self.dnsd()
        burst = client.Burst(self, [client.query("allowed.test")])
        self.up.wait_for(1)
        d.tell(signal.SIGTERM)

        def refused():
            try:
                client.Tcp().socket.close()
                return False
            except ConnectionResetError:
                return False    # it came in the moment between: the next one finds nobody
            except ConnectionRefusedError:
                return d.alive()
        wait.until(refused, "connections to be refused", 0.9)
        self.assertEqual(burst.collect(1), 1)
        self.assertEqual(d.wait_for_end(), 0)

    def test_the_end_is_bounded_though_upstream_is_silent(self):
        self.up.on("allowed.test", upstream.silent)
        d = self.dnsd()
        client.Burst(self, [client.query("allowed.test")])
        self.up.wait_for(1)
        started = time.monotonic()
        self.assertEqual(d.end(), 0)
        self.assertLess(time.monotonic() - started, 6)

    def test_no_socket_but_the_configured_ones_listens(self):
        d = self.dnsd()
        client.ask("nginx")
        client.ask("allowed.test", over="tcp")
        listening = {s[:3] for s in d.sockets() if s[4] == "LISTEN" or (s[4] == "BOUND" and s[3] == 0)}
        fixed = {s for s in listening if not 16000 <= s[2] <= 29999}
        self.assertEqual(fixed, {("udp", "127.0.0.1", 53), ("tcp", "127.0.0.1", 53)})

    def test_descriptors_are_not_inherited(self):
        keep, other = os.pipe()
        os.set_inheritable(keep, True)
        d = self.dnsd(close_fds=False)
        stat = os.fstat(keep)
        self.assertNotIn(f"pipe:[{stat.st_ino}]", d.descriptors().values())
        os.close(keep)
        os.close(other)

    def test_nothing_is_held_after_many_clients(self):
        d = self.dnsd()

        def load():
            for i in range(20):
                burst = client.Burst(self, [client.query(f"n{i}-{j}.allowed.test") for j in range(20)])
                self.assertEqual(burst.collect(20), 20)
            for i in range(20):
                client.ask("nginx", over="tcp")
                client.ask("allowed.test", over="tcp")
            wait.until(lambda: not d.clients_left(), lambda: f"clients to be let go: {d.clients_left()}")
            return len(d.descriptors())
        first = load()
        for _ in range(3):
            self.assertLessEqual(load(), max(first, dnsd.DESCRIPTORS_MAX))


class Reload(Case):
    def setUp(self):
        super().setUp()
        self.up = self.kube_dns()
        self.up.add(dnsd.TARGET % "fresh" + " 5 IN A 10.1.2.50")

    def test_a_new_configuration_takes_the_place_of_the_old(self):
        d = self.dnsd()
        self.assertEqual(client.rcode(client.ask("fresh")), "NXDOMAIN")
        d.reload(dnsd.config().replace("nginx: {}", "fresh: {}"))
        wait.until(lambda: client.datas(client.ask("fresh")) == ["10.1.2.50"], "the new name")
        self.assertEqual(client.rcode(client.ask("nginx")), "NXDOMAIN")

    def test_a_bad_one_is_reported_and_the_old_one_stays(self):
        d = self.dnsd()
        d.reload("services: [nonsense\n")
        d.wait_for_log(r"dnsd\.yaml:\d+")
        self.assertEqual(client.datas(client.ask("nginx")), ["10.1.2.3"])
        d.reload(dnsd.config().replace("nginx: {}", "fresh: {}"))
        wait.until(lambda: client.datas(client.ask("fresh")) == ["10.1.2.50"], "the new name")

    def test_listeners_and_policy_change_too(self):
        d = self.dnsd()
        self.up.add("stranger.test. 5 IN A 192.0.2.5")
        self.assertEqual(client.rcode(client.ask("stranger.test")), "NXDOMAIN")
        d.reload(dnsd.config(allow="stranger.test"))
        wait.until(lambda: client.datas(client.ask("stranger.test")) == ["192.0.2.5"], "the policy to change")
        self.assertEqual(client.rcode(client.ask("allowed.test")), "NXDOMAIN")

    def test_a_low_port_can_only_be_bound_at_the_start(self):
        sandbox.set_sysctl("net.ipv4.ip_unprivileged_port_start", 1024)
        d = self.dnsd()
        d.reload(dnsd.config(listen="127.0.0.1:53, 127.0.0.9:53").replace("nginx: {}", "fresh: {}"))
        said = d.wait_for_log(r"127\.0\.0\.9:53")
        self.assertEqual(len(said), 1)
        self.assertRegex(said[0], r"dnsd\.yaml:\d+:\d+: .*1024.*at the start")
        d.wait_for_log("stays in force")
        self.assertNotIn("NET_BIND_SERVICE", d.stderr())
        self.assertEqual(client.datas(client.ask("nginx")), ["10.1.2.3"])
        d.reload(dnsd.config(listen="127.0.0.1:53, 127.0.0.9:5353").replace("nginx: {}", "fresh: {}"))
        wait.until(lambda: client.datas(client.ask("fresh")) == ["10.1.2.50"], "the new name")
        self.assertEqual(client.datas(client.ask("fresh", to=("127.0.0.9", 5353))), ["10.1.2.50"])

    def test_no_query_is_lost_under_load(self):
        d = self.dnsd(dnsd.config())
        stop = threading.Event()
        counts = {"udp": [0, 0], "tcp": [0, 0]}

        def load(over, names):
            i = 0
            while not stop.is_set():
                i += 1
                try:
                    r = client.ask(names[i % len(names)], over=over, timeout=3)
                    counts[over][0] += client.rcode(r) == "NOERROR"
                    counts[over][1] += client.rcode(r) != "NOERROR"
                except (AssertionError, OSError):
                    counts[over][1] += 1

        threads = [threading.Thread(target=load, args=(over, ["nginx", "allowed.test", "example.com"]))
                   for over in ("udp", "udp", "tcp")]
        for t in threads:
            t.start()
        texts = [dnsd.config(),
                 dnsd.config().replace("nginx: {}", "nginx: {}\n  fresh: {}"), "broken: [\n"]
        for i in range(12):
            asked = counts["udp"][0]
            d.reload(texts[i % len(texts)])
            wait.until(lambda: counts["udp"][0] > asked + 30, "thirty more answers")
        stop.set()
        for t in threads:
            t.join()
        self.assertEqual([c[1] for c in counts.values()], [0, 0], f"answered and lost: {counts}")

    def test_a_query_in_flight_across_a_reload_is_answered(self):
        self.up.on("allowed.test", upstream.late(0.5))
        self.up.on(dnsd.TARGET % "nginx", upstream.late(0.5))
        d = self.dnsd()
        burst = client.Burst(self, [client.query("allowed.test"), client.query("nginx")])
        self.up.wait_for(2)
        d.reload(dnsd.config().replace("nginx: {}", "fresh: {}"))
        self.assertEqual(sorted(raw[7] for raw in burst.answers(2)), [1, 1])


LOGGING = dnsd.config(more="log: {queries: true}")


class Log(Case):
    COREDNS = (r'\[INFO\] 127\.0\.0\.1:\d+ - (?P<id>\d+) "(?P<type>\S+) (?P<class>\S+) (?P<name>\S+) (?P<proto>udp|tcp) '
               r'(?P<size>\d+) (?P<do>true|false) (?P<bufsize>\d+)" (?P<rcode>[A-Z]+) (?P<flags>[a-z,]+) (?P<rsize>\d+) '
               r'(?P<duration>[\d.]+)s')

    def setUp(self):
        super().setUp()
        self.up = self.kube_dns()

    def test_coredns_format(self):
        d = self.dnsd(LOGGING)
        asked = [("nginx", "A", "udp", {}), ("Allowed.Test", "TXT", "tcp", {}), ("blocked.test", "AAAA", "udp", {}),
                 ("nginx", "AAAA", "udp", {"edns": 0, "payload": 4096, "do": True})]
        for i, (name, rrtype, over, options) in enumerate(asked):
            m = client.query(name, rrtype, id=1000 + i, **options)
            raw = client.TRANSPORTS[over](m)
            line = d.wait_for_log(f" - {1000 + i} ")[0]
            self.assertRegex(line, self.COREDNS)
            got = re.search(self.COREDNS, line).groupdict()
            got["name"] = got["name"].lower()
            expected = {"id": str(1000 + i), "type": rrtype, "class": "IN", "name": name.lower() + ".", "proto": over,
                        "size": str(len(m.to_wire())), "do": str(bool(options.get("do"))).lower(),
                        "bufsize": str(options.get("payload", 512 if over == "udp" else 65535)),
                        "rcode": client.rcode(client.dns.message.from_wire(raw)), "rsize": str(len(raw))}
            self.assertEqual({k: got[k] for k in expected}, expected)
            self.assertIn("qr", got["flags"])

    def test_json_format(self):
        d = self.dnsd(dnsd.config(more="log: {queries: true, format: json}"))
        for name in ('we"ird\\\\.test', "nginx", "blocked.test"):
            client.ask(name)
        wait.until(lambda: len(d.log_lines(r"^\{.*nginx")) >= 1 and len(d.log_lines(r"^\{.*blocked")) >= 1, "the lines")
        for line in d.log_lines(r"^\{"):
            self.assertIsInstance(json.loads(line), dict)

    def test_denials_and_upstream_failures_are_marked(self):
        d = self.dnsd(LOGGING)
        self.up.on("allowed.test", upstream.rcode("SERVFAIL"))
        client.ask("blocked.test", id=501)
        client.ask("allowed.test", id=502)
        client.ask("nginx", id=503)
        denied, failed, fine = (d.wait_for_log(f" - {i} ")[0] for i in (501, 502, 503))
        self.assertRegex(denied, r"(?i)denied|blocked|not allowed")
        tail = lambda line: re.sub(self.COREDNS, "", line).strip()
        self.assertTrue(tail(denied) and tail(failed), (denied, failed))
        self.assertEqual(tail(fine), "")

    def test_off_means_none(self):
        d = self.dnsd(dnsd.config(more="log: {queries: false}"))
        client.ask("nginx", id=777)
        client.ask("allowed.test", id=778)
        self.assertEqual(d.log_lines(" - 77[78] "), [])

    def test_a_hostile_name_stays_on_its_line(self):
        d = self.dnsd(LOGGING)
        client.ask("evil\\010[INFO]\\027[31m\\\"\\000x.test", id=888)
        line, = d.wait_for_log(" - 888 ")
        self.assertRegex(line, self.COREDNS)
        self.assertTrue(all(32 <= ord(c) < 127 for c in line))

    def test_it_goes_on_where_its_file_was_rotated(self):
        """The log is standard output, which whoever runs dnsd rotates: by copying and cutting it, and a SIGHUP."""
        d = self.dnsd()
        client.ask("nginx")
        d.wait_for_log("nginx")
        os.truncate(d.out_path, 0)
        d.reload(dnsd.config(allow="new.test"))
        self.up.add("new.test. 5 IN A 192.0.2.1")
        wait.until(lambda: client.rcode(client.ask("new.test")) == "NOERROR", "the new configuration")
        d.wait_for_log("new[.]test")
        self.assertNotIn("nginx", d.stdout())
        self.assertNotIn("\0", d.stdout())

    def test_a_stalled_reader_stalls_nobody(self):
        reader, writer = os.pipe()
        d = self.dnsd(LOGGING, stdout=writer)
        os.close(writer)
        for i in range(30):
            burst = client.Burst(self, [client.query(f"{'x' * 50}{i}-{j}.test") for j in range(50)])
            self.assertEqual(burst.collect(50, seconds=3), 50, f"round {i}")
        got = b""
        os.set_blocking(reader, False)
        client.ask("blocked.test")

        def more():
            nonlocal got
            try:
                while part := os.read(reader, 65536):
                    got += part
            except BlockingIOError:
                pass
            client.ask("blocked.test")
            return re.search(rb"(?i)\d+ .*(dropped|lost)|(dropped|lost).* \d+", got + d.stderr().encode())
        wait.until(more, lambda: f"dropped lines to be counted in {got[-1000:]}")
        os.close(reader)
