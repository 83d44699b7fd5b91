"""What may leave the Pod: the allow list, denials and their account, localhost."""
import re
import signal

from support import client, dnsd, upstream
from support.case import Case

BOTH = ("udp", "tcp")
TYPES = ("A", "AAAA", "MX", "TXT", "SRV", "HTTPS", "SVCB", "NS", "SOA", "ANY", "CAA", "DS", "TYPE65280")


class Denied(Case):
    def setUp(self):
        super().setUp()
        self.up = self.kube_dns()

    def test_nxdomain_at_once_the_same_for_every_type_and_never_upstream(self):
        self.dnsd()
        for over in BOTH:
            for rrtype in TYPES:
                r, took = client.timed(client.ask, "BLOCKED.Example", rrtype, over=over)
                self.assertEqual(client.rcode(r), "NXDOMAIN", rrtype)
                self.assertEqual(r.answer, [])
                self.assertEqual([s.rdtype for s in r.authority], [6], rrtype)
                self.assertEqual(r.edns, -1)
                self.assertLess(took, 0.1)
        self.assertEqual(self.up.received, [])

    def test_says_why_to_who_sent_edns(self):
        self.dnsd()
        for over in BOTH:
            r = client.ask("blocked.test", over=over, edns=0)
            self.assertEqual(client.ede(r), [(15, "not in allowDomains")])

    def test_reason_is_configurable(self):
        self.dnsd(dnsd.config(policy="reason: ask the platform team"))
        self.assertEqual(client.ede(client.ask("blocked.test", edns=0)), [(15, "ask the platform team")])

    def test_the_soa_says_the_reason_to_who_knows_no_edns(self):
        for reason, name in (("", "not-in-allowDomains.dnsd."), ("reason: Ask ops, (ext. 7)!", "Ask-ops-ext-7.dnsd."),
                             ('reason: "\u00fc!"', "dnsd."), (f"reason: {'x' * 90}", "x" * 63 + ".dnsd.")):
            d = self.dnsd(dnsd.config(policy=reason))
            soa = client.ask("blocked.test").authority[0][0]
            self.assertEqual((soa.mname.to_text(), soa.rname.to_text()), (name, name))
            d.account()

    def test_an_empty_reason_tells_nothing(self):
        self.dnsd(dnsd.config(policy='reason: ""'))
        raw = client.udp(client.query("blocked.test", edns=0))
        r = client.dns.message.from_wire(raw)
        self.assertEqual((client.rcode(r), client.ede(r)), ("NXDOMAIN", []))
        self.assertEqual([s.rdtype for s in r.authority], [6])
        for word in (b"allow", b"block", b"den", b"polic", b"sandbox", b"dnsd", b"agent"):
            self.assertNotIn(word, raw.replace(b"blocked", b"").lower())

    def test_refused_where_asked_for(self):
        self.dnsd(dnsd.config(policy="deny: refused"))
        for rrtype in TYPES:
            r = client.ask("blocked.test", rrtype, edns=0)
            self.assertEqual(client.rcode(r), "REFUSED")
            self.assertEqual(client.ede(r), [(15, "not in allowDomains")])
        self.assertEqual(self.up.received, [])

    def test_log_mode_lets_it_out_and_counts_it(self):
        d = self.dnsd(dnsd.config(mode="log"))
        self.up.add("stranger.test. 5 IN A 192.0.2.5")
        self.assertEqual(client.datas(client.ask("stranger.test")), ["192.0.2.5"])
        d.tell(signal.SIGUSR1)
        d.wait_for_log(r"stranger\.test")

    def test_off_lets_everything_out_silently(self):
        d = self.dnsd(dnsd.config(mode="off"))
        self.up.add("stranger.test. 5 IN A 192.0.2.5")
        self.assertEqual(client.datas(client.ask("stranger.test")), ["192.0.2.5"])
        d.tell(signal.SIGUSR1)
        d.wait_for_log(r".")
        self.assertFalse([l for l in d.log_lines("allowDomains") if "stranger" in l])

    def test_cilium_patterns(self):
        """As facts.md lists them: pattern, names it lets out, names it does not."""
        table = [
            ("debian.org", ["debian.org", "DEBIAN.org"], ["www.debian.org", "xdebian.org"]),
            ("*.deb.org", ["www.deb.org", "WWW.deb.ORG"], ["deb.org", "a.b.deb.org"]),
            ("*suffix.org", ["suffix.org", "xsuffix.org"], ["www.suffix.org"]),
            ("a*.x.org", ["a.x.org", "ab.x.org"], ["a.b.x.org", "b.x.org"]),
            ("*.*.y.org", ["a.b.y.org"], ["a.y.org", "y.org"]),
            ("**.z.org", ["a.z.org", "a.b.z.org"], ["z.org"]),
            ("_dmarc.u.org", ["_dmarc.u.org"], ["xdmarc.u.org"]),
            ("*.under.org", ["_sip.under.org", "a-b.under.org"], ["a!.under.org", "under.org"]),
        ]
        self.dnsd(dnsd.config(allow=", ".join(f'"{pattern}"' for pattern, _, _ in table)))
        self.up.all_do(upstream.rcode("NOTIMP"))
        for pattern, out, inside in table:
            for name in out:
                self.assertEqual(client.rcode(client.ask(name)), "NOTIMP", f"{pattern} lets {name} out")
            for name in inside:
                self.assertEqual(client.rcode(client.ask(name)), "NXDOMAIN", f"{pattern} keeps {name} in")

    def test_a_star_alone_allows_all(self):
        self.dnsd(dnsd.config(allow='"*"'))
        self.up.all_do(upstream.rcode("NOTIMP"))
        for name in ("x", "a.b.c.d.e.f", "with\\032space.test", "a\\.b.test", "."):
            self.assertEqual(client.rcode(client.ask(name)), "NOTIMP", name)

    def test_names_of_the_own_namespace_are_let_out_one_label_deep(self):
        self.dnsd()
        self.up.add("other.default.svc.cluster.local. 5 IN A 10.1.9.9")
        self.assertEqual(client.datas(client.ask("other.default.svc.cluster.local")), ["10.1.9.9"])
        for name in ("pod-0.other.default.svc.cluster.local", "other.kube-system.svc.cluster.local",
                     "default.svc.cluster.local", "svc.cluster.local", "kubernetes.default.svc"):
            self.assertEqual(client.rcode(client.ask(name)), "NXDOMAIN", name)
        self.assertEqual(len(self.up.received), 1)


class Account(Case):
    def setUp(self):
        super().setUp()
        self.up = self.kube_dns()

    def summary(self, d):
        """Names under `allowDomains:` in what dnsd has said, last block last."""
        blocks, inside = [], False
        for line in d.said().splitlines():
            entry = re.search(r"""-\s+["']?([^\s"']+)["']?\s*(#.*)?$""", line)
            if "allowDomains:" in line:
                blocks.append([])
                inside = True
            elif inside and entry:
                blocks[-1].append(entry.group(1))
            else:
                inside = False
        return blocks

    def test_sigusr1_prints_denied_names_and_a_block_to_paste(self):
        d = self.dnsd()
        for _ in range(3):
            client.ask("pypi.org")
        client.ask("files.pythonhosted.org", "AAAA")
        client.ask("66.2.0.192.in-addr.arpa", "PTR")
        d.tell(signal.SIGUSR1)
        d.wait_for_log("allowDomains:")
        d.wait_for_log(r"-\s+\W?files\.pythonhosted\.org")
        block = self.summary(d)[-1]
        self.assertEqual(sorted(block), ["files.pythonhosted.org", "pypi.org"])
        self.assertEqual(block[0], "pypi.org", "most frequent first")
        self.assertTrue(d.log_lines(r"pypi\.org.*\b3\b"), d.said())

    def test_so_does_the_end(self):
        d = self.dnsd()
        client.ask("Late.Example", "TXT")
        d.account()
        self.assertEqual(self.summary(d)[-1:], [["late.example"]])

    def test_nothing_denied_prints_no_block(self):
        d = self.dnsd()
        client.ask("nginx")
        d.account()
        self.assertEqual(self.summary(d), [])

    def test_ten_thousand_names_take_no_more_memory(self):
        d = self.dnsd(dnsd.config())
        for i in range(300):
            client.ask(f"warm{i}.test")
        for _ in range(50):
            client.ask("often.test")
        before = d.resident_kb()
        for i in range(100):
            burst = client.Burst(self, [client.query(f"n{i}-{j}.test") for j in range(100)])
            self.assertEqual(burst.collect(100), 100)
        self.assertLess(d.resident_kb() - before, 4000 if dnsd.SANITIZED else 300)
        for _ in range(50):
            client.ask("often.test")
        d.tell(signal.SIGUSR1)
        d.wait_for_log("allowDomains:")
        d.wait_for_log(r"\d+ more")
        self.assertIn("often.test", self.summary(d)[-1])


class Localhost(Case):
    def test_loopback_addresses_and_never_upstream(self):
        up = self.kube_dns()
        self.dnsd(dnsd.config(allow='"*"'))
        for over in BOTH:
            for name in ("localhost", "LocalHost", "db.localhost", "a.b.localhost"):
                self.assertEqual(client.datas(client.ask(name, over=over)), ["127.0.0.1"])
                self.assertEqual(client.datas(client.ask(name, "AAAA", over=over), "AAAA"), ["::1"])
                r = client.ask(name, "MX", over=over)
                self.assertEqual((client.rcode(r), r.answer), ("NOERROR", []))
        self.assertEqual(up.received, [])
