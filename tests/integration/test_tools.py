"""dnsd's other verbs, and what it gives up once it listens."""
from support import client, dnsd, process, sandbox
from support.case import Case


class CommandLine(Case):
    def test_version_and_help(self):
        self.assertRegex(dnsd.once("--version").stdout, r"^dnsd \d+\.\d+")
        done = dnsd.once("--help")
        self.assertEqual(done.returncode, 0)
        for word in ("--check", "--explain", "--probe", "--listen", "--upstream", "-conf"):
            self.assertIn(word, done.stdout)

    def test_listen_and_upstream_override_the_file_and_repeat(self):
        up = self.kube_dns(sandbox.SECOND_DNS)
        self.dnsd(dnsd.config(listen="127.0.0.9:53", servers="10.96.0.99"), "--listen", "127.0.0.1:53", "--listen",
                  "[::1]:5353", "--upstream", f"{sandbox.SECOND_DNS}:53")
        for to in (("127.0.0.1", 53), ("::1", 5353)):
            for over in ("udp", "tcp"):
                self.assertEqual(client.datas(client.ask("nginx", to=to, over=over)), ["10.1.2.3"])
        self.assertEqual(len(up.received), 4)
        self.assertFalse(process.bound("udp", "127.0.0.9", 53))

    def test_check_prints_the_effective_names_and_settings(self):
        done = dnsd.once("--check", "-c", self.write("dnsd.yaml", dnsd.config()))
        self.assertEqual(done.returncode, 0, done.stderr)
        for word in (r"nginx", r"agent-env-rel-nginx\.default\.svc\.cluster\.local", r"example\.com",
                     r"\*\.wild\.example", r"127\.0\.0\.1:53", r"10\.96\.0\.10", r"enforce", r"16000-29999"):
            self.assertRegex(done.stdout, word)

    def test_check_tells_what_is_wrong_and_exits_3(self):
        done = dnsd.once("--check", "-c", self.write("dnsd.yaml", dnsd.config(mode="nonsense")))
        self.assertEqual(done.returncode, 3)
        self.assertRegex(done.stderr, r"dnsd\.yaml:\d+:\d+: .*nonsense")

    def test_explain_tells_rule_place_and_outcome(self):
        path = self.write("dnsd.yaml", dnsd.config())
        lines = {needle: i for i, line in enumerate(dnsd.config().splitlines(), 1)
                 for needle in ("nginx", "example.com", "allow:") if needle in line}
        explain = lambda *words: dnsd.once("--explain", *words, "-c", path)
        for words, line, expected in ((["nginx"], lines["nginx"], r"agent-env-rel-nginx\.default\.svc\.cluster\.local"),
                                      (["Example.COM", "AAAA"], lines["example.com"], "agent-env-rel-web"),
                                      (["a.allowed.test"], lines["allow:"], r"\*\.allowed\.test"),
                                      (["blocked.test"], None, "NXDOMAIN")):
            with self.subTest(words=words):
                done = explain(*words)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertRegex(done.stdout, expected)
                if line:
                    self.assertRegex(done.stdout, rf"dnsd\.yaml:{line}\b")

    def test_explain_agrees_with_what_the_client_gets(self):
        """Each row of what queries get, explained, then asked."""
        up = self.kube_dns()
        up.add("8.8.8.8.in-addr.arpa. 5 IN PTR outside.test.")
        text = dnsd.config(mode="enforce", allow='allowed.test, "8.8.8.8.in-addr.arpa"')
        path = self.write("explained.yaml", text)
        self.dnsd(text)
        for name, rrtype, said, rcode, sent in (
                ("NGinx", "A", r"nginx\. is a name of the release", "NOERROR", dnsd.TARGET % "nginx"),
                ("nginx", "TXT", "is a name of the release", "NOERROR", dnsd.TARGET % "nginx"),
                ("a.b.wild.example", "A", r"\*\.wild\.example\. is a name", "NOERROR", dnsd.TARGET % "web"),
                ("wild.example", "A", "no entry of policy.allow", "NXDOMAIN", None),
                ("localhost", "A", r"gets 127\.0\.0\.1", "NOERROR", None),
                ("x.localhost", "AAAA", "gets ::1", "NOERROR", None),
                ("localhost", "MX", "no data", "NOERROR", None),
                ("allowed.test", "HTTPS", r'"allowed\.test" of policy', "NOERROR", "allowed.test."),
                ("blocked.test", "A", "NXDOMAIN", "NXDOMAIN", None),
                ("allowed.test", "AXFR", "zone transfers", "REFUSED", None),
                ("9.9.9.10.in-addr.arpa", "PTR", "(?s)a service.*private address", "NXDOMAIN", None),
                ("9.9.9.10.in-addr.arpa", "A", "private address", "NXDOMAIN", None),
                ("8.8.8.8.in-addr.arpa", "PTR", "(?s)a service.*octet for octet", "NOERROR", "8.8.8.8.in-addr.arpa."),
                ("7.8.8.8.in-addr.arpa", "PTR", "(?s)a service.*no entry", "NXDOMAIN", None),
                ("agent-env-rel-nginx.default.svc.cluster.local", "A", "namespace", "NOERROR", dnsd.TARGET % "nginx"),
                ("pod.agent-env-rel-nginx.default.svc.cluster.local", "A", "no entry", "NXDOMAIN", None)):
            with self.subTest(name=name, rrtype=rrtype):
                done = dnsd.once("--explain", name, rrtype, "-c", path)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertRegex(done.stdout, said)
                up.forget()
                self.assertEqual(client.rcode(client.ask(name, rrtype)), rcode)
                asked = {q.name for q in up.received} - ({dnsd.TARGET % s for s in ("nginx", "web")} if rrtype == "PTR" else set())
                self.assertEqual(asked, {sent} if sent else set())
                last = [line for line in done.stdout.splitlines() if line.startswith("sent:")][-1]
                self.assertIn(sent or "nothing", last)

    def test_explain_names_the_line_that_decides(self):
        path = self.write("dnsd.yaml", dnsd.config())
        lines = dnsd.config().splitlines()
        for name, text in (("agent-env-rel-x.default.svc.cluster.local", "namespace:"), ("blocked.test", "  mode:"),
                           ("web", "  web:"), ("z.wild.example", "additionalDnsRecords")):
            line = next(i for i, at in enumerate(lines, 1) if at.startswith(text) or text in at)
            self.assertRegex(dnsd.once("--explain", name, "-c", path).stdout, rf"decided by \S+dnsd\.yaml:{line}\b", name)

    def test_probe(self):
        self.kube_dns()
        self.dnsd()
        done = dnsd.once("--probe")
        self.assertEqual((done.returncode, len(done.stdout.splitlines())), (0, 1), done.stdout + done.stderr)
        self.assertEqual(dnsd.once("--probe", "127.0.0.1:53").returncode, 0)

    def test_probe_does_not_need_upstream(self):
        self.dnsd()
        self.assertEqual(dnsd.once("--probe").returncode, 0)

    def test_probe_of_nobody_fails_with_a_reason(self):
        done, took = client.timed(dnsd.once, "--probe", "127.0.0.1:5399")
        self.assertNotEqual(done.returncode, 0)
        self.assertEqual(len((done.stdout + done.stderr).strip().splitlines()), 1)
        self.assertLess(took, 5)


class Confined(Case):
    def test_no_capability_no_new_privileges_and_a_filter(self):
        self.kube_dns()
        d = self.dnsd()
        client.ask("nginx")
        for word in ("CapEff", "CapPrm", "CapInh", "CapAmb"):
            self.assertEqual(int(d.status(word), 16), 0, word)
        self.assertEqual(d.status("NoNewPrivs"), "1")
        if not dnsd.SANITIZED:
            self.assertEqual(d.status("Seccomp"), "2")
