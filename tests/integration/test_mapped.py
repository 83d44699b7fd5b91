"""Names of the release: looked up under their Service's name, answered under their own."""
import dns.flags

from support import client, dnsd, servers, upstream
from support.case import Case

NGINX = dnsd.TARGET % "nginx"
WEB = dnsd.TARGET % "web"
BOTH = ("udp", "tcp")


class AgainstNsd(Case):
    def setUp(self):
        super().setUp()
        self.server(servers.Nsd(self.folder))
        self.dnsd()

    def test_each_of_a_services_names_has_its_addresses(self):
        for over in BOTH:
            for name in ("nginx", "agent-env-rel-nginx", "web", "example.com", "www.example.org", "a.wild.example",
                         "agent-env-rel-nginx.default.svc.cluster.local"):
                wanted = ["10.1.2.3"] if "nginx" in name else ["10.1.2.4", "10.1.2.5"]
                self.assertEqual(client.datas(client.ask(name, over=over)), wanted, f"{name} over {over}")

    def test_the_clients_spelling_comes_back_in_question_and_owner(self):
        for name in ("NgInX", "EXAMPLE.com", "Agent-Env-REL-Nginx", "A.wiLD.Example"):
            for over in BOTH:
                r = client.ask(name, over=over)
                self.assertEqual(r.answer[0].name.to_text(), name + ".")
                self.assertEqual(r.question[0].name.to_text(), name + ".")

    def test_ttl_is_the_upstreams(self):
        self.assertEqual(client.ask("nginx").answer[0].ttl, 5)

    def test_a_type_the_name_lacks_is_nodata_with_the_zones_soa(self):
        for rrtype in ("TXT", "MX", "SRV", "HTTPS", "SVCB", "NS", "CAA", "TYPE65280"):
            for over in BOTH:
                r = client.ask("nginx", rrtype, over=over)
                self.assertEqual(client.rcode(r), "NOERROR", rrtype)
                self.assertEqual(r.answer, [], rrtype)
                self.assertEqual([s.rdtype for s in r.authority], [6], rrtype)
        self.assertEqual(client.rcode(client.ask("web", "AAAA")), "NOERROR")

    def test_aaaa(self):
        self.assertEqual(client.datas(client.ask("nginx", "AAAA"), "AAAA"), ["fd00:1:2::3"])

    def test_any_gives_what_there_is_under_the_clients_name(self):
        r = client.ask("NGINX", "ANY")
        self.assertEqual(client.rcode(r), "NOERROR")
        for rrset in r.answer:
            self.assertEqual(rrset.name.to_text(), "NGINX.")
        self.assertIn("10.1.2.3", client.datas(r))

    def test_authority_keeps_the_aa_bit_of_upstream(self):
        self.assertTrue(client.ask("nginx").flags & dns.flags.AA)

    def test_a_service_whose_pod_is_not_there_is_nxdomain_as_upstream_says(self):
        gone = dnsd.config(listen="127.0.0.2:53").replace("nginx: {}", "ghost: {}")
        self.dnsd(gone, name="second", listen=("127.0.0.2", 53), file="second.yaml")
        r = client.ask("Ghost", to=("127.0.0.2", 53))
        self.assertEqual(client.rcode(r), "NXDOMAIN")
        self.assertEqual(r.question[0].name.to_text(), "Ghost.")


class AgainstScript(Case):
    def setUp(self):
        super().setUp()
        self.up = self.kube_dns()
        self.dnsd()

    def test_upstream_sees_the_target_and_the_same_type(self):
        for rrtype in ("A", "AAAA", "TXT", "MX", "SRV", "ANY", "HTTPS", "TYPE65280"):
            self.up.forget()
            client.ask("nginx", rrtype)
            self.assertEqual([(q.name.lower(), q.type) for q in self.up.received], [(NGINX, rrtype)])

    def test_names_in_the_data_that_are_or_lie_under_the_target_are_written_back(self):
        self.up.add(f"{NGINX} 5 IN SRV 0 100 80 {NGINX}", f"{NGINX} 5 IN SRV 0 100 81 pod-0.{NGINX}",
                    f"{NGINX} 5 IN MX 10 {NGINX}", f"{NGINX} 5 IN MX 20 elsewhere.test.",
                    f"{NGINX} 5 IN NS ns.{NGINX}", f"{NGINX} 5 IN PTR {NGINX}",
                    f"{NGINX} 5 IN TXT {NGINX.rstrip('.')}")
        ask = lambda t: client.datas(client.ask("NgInX", t), t)
        self.assertEqual(ask("SRV"), ["0 100 80 NgInX.", "0 100 81 pod-0.NgInX."])
        self.assertEqual(ask("MX"), ["10 NgInX.", "20 elsewhere.test."])
        self.assertEqual(ask("NS"), ["ns.NgInX."])
        self.assertEqual(ask("PTR"), ["NgInX."])
        self.assertEqual(ask("TXT"), [f'"{NGINX.rstrip(".")}"'])

    def test_a_cname_chain_starts_at_the_clients_name(self):
        target = "agent-env-rel-web.default.svc.cluster.local."
        self.up.records.clear()
        self.up.add(f"{target} 9 IN CNAME other.default.svc.cluster.local.",
                    "other.default.svc.cluster.local. 8 IN CNAME third.default.svc.cluster.local.",
                    "third.default.svc.cluster.local. 7 IN A 10.1.2.9")
        for over in BOTH:
            self.assertEqual(client.records(client.ask("Example.COM", over=over).answer), [
                "Example.COM. 9 IN CNAME other.default.svc.cluster.local.",
                "other.default.svc.cluster.local. 8 IN CNAME third.default.svc.cluster.local.",
                "third.default.svc.cluster.local. 7 IN A 10.1.2.9"])

    def test_a_large_answer_is_truncated_for_udp_and_whole_over_tcp(self):
        for i in range(200):
            self.up.add(f"{NGINX} 5 IN TXT {i:03d}{'x' * 30}")
        small = client.udp(client.query("nginx", "TXT"))
        self.assertLessEqual(len(small), 512)
        self.assertTrue(small[2] & 2)
        large = client.udp(client.query("nginx", "TXT", edns=0, payload=1400))
        self.assertLessEqual(len(large), 1400)
        self.assertTrue(large[2] & 2)
        self.assertEqual(client.dns.message.from_wire(large).edns, 0)
        whole = client.ask("nginx", "TXT", over="tcp")
        self.assertEqual(len(client.datas(whole, "TXT")), 200)

    def test_opt_comes_back_only_to_those_who_sent_one(self):
        for over in BOTH:
            self.assertEqual(client.ask("nginx", over=over).edns, -1)
            self.assertEqual(client.ask("nginx", over=over, edns=0).edns, 0)

    def test_no_positive_cache(self):
        for _ in range(3):
            client.ask("nginx")
        self.assertEqual(len(self.up.queries(NGINX)), 3)

    def test_longest_wildcard_wins_and_exact_beats_it(self):
        self.up.add(*[f"agent-env-rel-{s}.default.svc.cluster.local. 5 IN A 10.9.0.{i}"
                      for i, s in enumerate(("wide", "deep", "exact"), 1)])
        text = dnsd.config(listen="127.0.0.3:53", more="").replace("  nginx: {}", """\
  wide: {additionalDnsRecords: ["*.a.test"]}
  deep: {additionalDnsRecords: ["*.b.a.test"]}
  exact: {additionalDnsRecords: [c.b.a.test]}""")
        self.dnsd(text, name="wild", listen=("127.0.0.3", 53), file="wild.yaml")
        ask = lambda n: client.datas(client.ask(n, to=("127.0.0.3", 53)))
        self.assertEqual(ask("x.a.test"), ["10.9.0.1"])
        self.assertEqual(ask("x.y.a.test"), ["10.9.0.1"])
        self.assertEqual(ask("b.a.test"), ["10.9.0.1"])
        self.assertEqual(ask("x.b.a.test"), ["10.9.0.2"])
        self.assertEqual(ask("C.B.A.test"), ["10.9.0.3"])
        self.assertEqual(client.rcode(client.ask("a.test", to=("127.0.0.3", 53))), "NXDOMAIN")
        self.assertEqual(self.up.queries("a.test"), [])

    def test_a_name_that_exists_is_never_nxdomain_or_refused_for_another_type(self):
        for name in ("nginx", "web", "example.com", "z.wild.example", "agent-env-rel-web"):
            for rrtype in ("A", "AAAA", "HTTPS", "SVCB", "TXT", "MX", "SRV", "ANY"):
                for over in BOTH:
                    self.assertEqual(client.rcode(client.ask(name, rrtype, over=over)), "NOERROR", f"{name} {rrtype}")

    def test_upstream_that_sends_no_opt_still_answers_a_client_that_does(self):
        self.up.on(NGINX, upstream.no_opt)
        r = client.ask("nginx", edns=0)
        self.assertEqual(client.datas(r), ["10.1.2.3"])

    def test_an_upstream_that_knows_no_edns_is_asked_without(self):
        formerr = lambda up, q: upstream.formerr(up, q) if q.message.edns >= 0 else upstream.answer(up, q)
        self.up.on(NGINX, formerr)
        for over in BOTH:
            self.assertEqual(client.datas(client.ask("nginx", over=over)), ["10.1.2.3"])
            self.assertEqual(client.datas(client.ask("nginx", over=over, edns=0)), ["10.1.2.3"])

    def test_an_answer_that_cannot_be_understood_is_servfail_at_once_and_says_so(self):
        self.up.on(NGINX, upstream.changed(lambda w: w[:6] + b"\0\x09" + w[8:]))
        r, took = client.timed(client.ask, "nginx", edns=0)
        self.assertEqual(client.rcode(r), "SERVFAIL")
        self.assertIn("understood", client.ede(r)[0][1])
        self.assertLess(took, 0.5)

    def test_upstream_truncation_is_asked_again_over_tcp(self):
        self.up.on(NGINX, upstream.truncated)
        self.assertEqual(client.datas(client.ask("nginx")), ["10.1.2.3"])
        self.assertEqual([q.proto for q in self.up.queries(NGINX)], ["udp", "tcp"])

    def test_root_and_single_octet_names_are_no_trouble(self):
        self.assertIn(client.rcode(client.ask(".", "NS")), ("NXDOMAIN", "NOERROR"))
        self.assertEqual(client.rcode(client.ask("x")), "NXDOMAIN")
