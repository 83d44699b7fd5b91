"""Reverse names: the release's own are answered, and no private one ever leaves."""
import dns.reversename

from support import client, dnsd, upstream
from support.case import Case

BOTH = ("udp", "tcp")


class Reverse(Case):
    PRIVATE = ("10.9.9.9", "172.16.0.1", "172.31.255.255", "192.168.1.1", "127.0.0.9", "169.254.1.1", "100.64.0.1",
               "0.0.0.0", "fd12::1", "fe80::1", "::5", "fc00::1")

    def setUp(self):
        super().setUp()
        self.up = self.kube_dns()

    def ptr(self, address, over="udp"):
        return client.ask(dns.reversename.from_address(address), "PTR", over=over)

    def test_an_address_learned_from_an_answer(self):
        self.dnsd()
        client.ask("example.com")
        self.up.forget()
        for over in BOTH:
            self.assertEqual(client.datas(self.ptr("10.1.2.4", over), "PTR"), ["web."])
        self.assertEqual(self.up.received, [])

    def test_a_miss_looks_the_services_up(self):
        self.dnsd()
        self.assertEqual(client.datas(self.ptr("10.1.2.3"), "PTR"), ["nginx."])

    def test_ipv6(self):
        self.dnsd()
        self.assertEqual(client.datas(self.ptr("fd00:1:2::3"), "PTR"), ["nginx."])

    def test_other_private_addresses_are_nxdomain_and_never_leave_whatever_is_allowed(self):
        for mode, allow in (("enforce", ""), ("enforce", '"*"'), ("off", "")):
            d = self.dnsd(dnsd.config(mode=mode, allow=allow))
            for address in self.PRIVATE:
                for rrtype in ("PTR", "A", "ANY"):
                    r = client.ask(dns.reversename.from_address(address), rrtype)
                    self.assertEqual(client.rcode(r), "NXDOMAIN", f"{address} {rrtype} {mode}")
            d.account()
        self.assertEqual([q.name for q in self.up.received if q.name.endswith("arpa.")], [])

    def test_public_addresses_leave_only_where_the_policy_lets_them(self):
        d = self.dnsd()
        self.assertEqual(client.rcode(self.ptr("192.0.2.1")), "NXDOMAIN")
        self.assertEqual([q.name for q in self.up.received if q.name.endswith("arpa.")], [])
        d.account()
        self.up.add("1.2.0.192.in-addr.arpa. 5 IN PTR outside.test.")
        self.dnsd(dnsd.config(allow='"*"'))
        self.assertEqual(client.datas(self.ptr("192.0.2.1"), "PTR"), ["outside.test."])

    def test_a_pod_may_have_an_address_of_any_range(self):
        self.up.add(dnsd.TARGET % "web" + " 5 IN A 192.0.2.44", dnsd.TARGET % "web" + " 5 IN AAAA 2001:db8::44",
                    "44.2.0.192.in-addr.arpa. 5 IN PTR outside.test.")
        for mode, allow in (("enforce", ""), ("enforce", '"*"'), ("off", "")):
            for address in ("192.0.2.44", "2001:db8::44"):
                d = self.dnsd(dnsd.config(mode=mode, allow=allow))
                for over in BOTH:
                    self.assertEqual(client.datas(self.ptr(address, over), "PTR"), ["web."], f"{address} {mode} {allow}")
                d.account()
        self.assertEqual([q.name for q in self.up.received if q.name.endswith("arpa.")], [])

    def test_services_that_are_silent_hold_up_no_other_reverse_name(self):
        self.up.add("1.2.0.192.in-addr.arpa. 5 IN PTR outside.test.")
        for service in ("nginx", "web"):
            self.up.on(dnsd.TARGET % service, upstream.silent)
        self.dnsd(dnsd.config(allow='"*"'))
        r, took = client.timed(self.ptr, "192.0.2.1")
        self.assertEqual(client.datas(r, "PTR"), ["outside.test."])
        self.assertLess(took, 0.5)
        r, took = client.timed(self.ptr, "10.9.9.9")
        self.assertEqual(client.rcode(r), "NXDOMAIN")
        self.assertLess(took, 1.5)

    def test_a_denied_reverse_name_is_counted_and_told_as_one(self):
        self.dnsd()
        r = client.ask(dns.reversename.from_address("192.0.2.1"), "PTR", edns=0)
        self.assertEqual(client.rcode(r), "NXDOMAIN")
        self.assertEqual(client.ede(r)[0][0], 15)

    def test_a_miss_costs_no_stall_when_upstream_is_dead(self):
        self.up.all_do(upstream.silent)
        self.dnsd()
        r, took = client.timed(self.ptr, "10.9.9.9")
        self.assertIn(client.rcode(r), ("NXDOMAIN", "SERVFAIL"))
        self.assertLess(took, 4.5 + 0.3)

    def test_a_moved_service_answers_under_its_new_address(self):
        self.dnsd()
        client.ask("nginx")
        self.up.records.clear()
        self.up.add(dnsd.TARGET % "nginx" + " 5 IN A 10.1.2.99", dnsd.TARGET % "web" + " 5 IN A 10.1.2.3")
        client.ask("nginx")
        client.ask("web")
        self.assertEqual(client.datas(self.ptr("10.1.2.99"), "PTR"), ["nginx."])
        self.assertEqual(client.datas(self.ptr("10.1.2.3"), "PTR"), ["web."])

    def test_can_be_switched_off(self):
        self.dnsd(dnsd.config(more="reverse: false"))
        client.ask("nginx")
        self.assertEqual(client.rcode(self.ptr("10.1.2.3")), "NXDOMAIN")
