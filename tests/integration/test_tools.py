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
