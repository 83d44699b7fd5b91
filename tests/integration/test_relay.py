"""Names of the outside: a canonical query goes, the answer comes back octet for octet."""
import struct

import dns.edns
import dns.message
import dns.rdatatype

from support import client, dnsd, sandbox, servers, upstream, wait
from support.case import Case
from support.sandbox import KUBE_DNS, SECOND_DNS

BOTH = ("udp", "tcp")
ALL = '"*"'


class OctetForOctet(Case):
    """The same query to the server itself and through dnsd gives the same octets but for the ID."""

    def setUp(self):
        super().setUp()
        self.server(servers.Nsd(self.folder))
        self.dnsd(dnsd.config(allow=ALL))

    def same(self, name, rrtype, over="udp", **options):
        m = client.query(name, rrtype, **options)
        direct = client.TRANSPORTS[over](m, (KUBE_DNS, 53))
        through = client.TRANSPORTS[over](m)
        self.assertIsNotNone(through, f"{name} {rrtype} over {over} {options}")
        self.assertEqual(through, direct, f"{name} {rrtype} over {over} {options}")

    def test_every_type_the_zone_has_and_some_it_has_not(self):
        for over in BOTH:
            for name in ("allowed.test", "mail.allowed.test", "www.allowed.test", "x.star.allowed.test",
                         "_sip._udp.allowed.test", "unknown.allowed.test", "caa.allowed.test", "loc.allowed.test",
                         "https.allowed.test", "none.allowed.test", "big.allowed.test"):
                for rrtype in ("A", "AAAA", "MX", "TXT", "SRV", "CAA", "LOC", "HTTPS", "SOA", "NS", "ANY",
                               "TYPE65280", "DS", "DNSKEY"):
                    self.same(name, rrtype, over)

    def test_a_refusal_that_lasts(self):
        for over in BOTH:
            self.same("elsewhere.test", "A", over)

    def test_flags_and_edns_variants(self):
        for over in BOTH:
            for options in ({"rd": False}, {"cd": True}, {"edns": 0}, {"edns": 0, "payload": 512},
                            {"edns": 0, "payload": 1232, "do": True}, {"edns": 0, "payload": 4096, "cd": True}):
                for name, rrtype in (("AlLoWeD.TeSt", "A"), ("big.allowed.test", "TXT"), ("none.allowed.test", "A")):
                    self.same(name, rrtype, over, **options)

    def test_an_answer_of_nearly_64k(self):
        self.same("huge.allowed.test", "TXT", "tcp")
        self.same("huge.allowed.test", "TXT", "udp")


class Canonical(Case):
    def setUp(self):
        super().setUp()
        self.up = self.kube_dns()
        self.daemon = self.dnsd(dnsd.config(allow=ALL))

    def sent(self, message, over="udp"):
        """The octets that went upstream for it, with the ID made 0."""
        self.up.forget()
        client.TRANSPORTS[over](message)
        self.assertEqual(len(self.up.received), 1)
        return b"\0\0" + self.up.received[0].wire[2:]

    def test_question_as_asked_and_only_the_flags_that_matter(self):
        for over in BOTH:
            m = client.query("AlLowed.TEST", "TXT", id=0)
            self.assertEqual(self.sent(m, over), m.to_wire())
        self.assertEqual(self.sent(client.query("a.test", rd=False, id=0))[2:4], b"\0\0")
        self.assertEqual(self.sent(client.query("a.test", cd=True, id=0))[2:4], b"\x01\x10")

    def test_edns_is_a_bare_opt_with_the_clients_do_bit_and_size(self):
        for options in ({"payload": 1232}, {"payload": 4096}, {"payload": 512, "do": True}):
            m = client.query("allowed.test", edns=0, id=0, **options)
            sent = dns.message.from_wire(self.sent(m))
            self.assertEqual((sent.edns, sent.options, bool(sent.ednsflags & 0x8000)), (0, (), bool(options.get("do"))))
            self.assertLessEqual(sent.payload, options["payload"])
            self.assertGreaterEqual(sent.payload, 512)

    def test_the_transport_is_the_clients(self):
        for over in BOTH:
            self.up.forget()
            client.ask("allowed.test", over=over)
            self.assertEqual([q.proto for q in self.up.received], [over])

    def test_ids_and_ports_are_fresh_and_within_the_range(self):
        count = 400
        for i in range(count):
            client.ask(f"n{i}.test", id=77)
        got = self.up.received
        self.assertEqual(len(got), count)
        self.assertTrue(all(16000 <= q.port <= 29999 for q in got), sorted({q.port for q in got}))
        self.assertGreater(len({q.id for q in got}), count * 0.97)
        self.assertGreater(len({q.port for q in got}), 32)

    def test_lookups_of_mapped_names_use_the_range_too(self):
        for _ in range(100):
            client.ask("nginx")
        got = self.up.received
        self.assertTrue(all(16000 <= q.port <= 29999 for q in got), sorted({q.port for q in got}))
        self.assertGreater(len({q.id for q in got}), 90)
        self.assertGreater(len({q.port for q in got}), 8)

    def test_another_range_is_kept_to(self):
        self.dnsd(dnsd.config(listen="127.0.0.4:53", allow=ALL, upstream="sourcePorts: 20000-20099"),
                  name="narrow", listen=("127.0.0.4", 53), file="narrow.yaml")
        for i in range(60):
            client.ask(f"n{i}.test", to=("127.0.0.4", 53))
            client.ask("nginx", to=("127.0.0.4", 53))
        self.assertTrue(all(20000 <= q.port <= 20099 for q in self.up.received), {q.port for q in self.up.received})

    def test_few_queries_share_a_port_at_one_time(self):
        """Cilium's proxy fails together what shares a port."""
        self.up.all_do(upstream.late(0.6))
        replies = client.Burst(self, [client.query(f"f{i}.test") for i in range(256)])
        ports = [q.port for q in self.up.wait_for(256)]
        self.assertLessEqual(max(ports.count(p) for p in set(ports)), 16)
        self.assertEqual(replies.collect(256), 256)

    def test_in_a_rush_ports_are_used_again_and_closed_behind_it(self):
        count, held = 4 * 256, len(self.daemon.descriptors())
        for i in range(4):
            replies = client.Burst(self, [client.query(f"r{i}-{n}.test") for n in range(256)])
            self.assertEqual(replies.collect(256), 256)
        got = self.up.received
        self.assertEqual(len(got), count)
        self.assertLess(len({q.port for q in got}), count / 12)
        wait.until(lambda: len(self.daemon.descriptors()) <= held, "the ports to be closed", 5)

    def test_few_lookups_share_a_port_at_one_time(self):
        self.up.all_do(upstream.late(0.6))
        replies = client.Burst(self, [client.query("nginx", f"TYPE{65280 + i}") for i in range(200)])
        ports = [q.port for q in self.up.wait_for(200)]
        self.assertLessEqual(max(ports.count(p) for p in set(ports)), 16)
        self.assertEqual(replies.collect(200), 200)

    def test_two_equal_lookups_are_two_upstream_queries(self):
        client.ask("allowed.test")
        client.ask("allowed.test")
        self.assertEqual(len(self.up.queries("allowed.test")), 2)


class Answers(Case):
    def setUp(self):
        super().setUp()
        self.up = self.kube_dns()
        self.dnsd(dnsd.config(allow=ALL))

    def test_whatever_stands_behind_the_question_is_left_alone(self):
        """Unknown flags, types, options and rubbish in an answer are the client's to judge."""
        made = {}

        def odd(up, q):
            end = 12 + len(q.message.question[0].name.to_wire()) + 4
            body = (b"\xc0\x0c\xff\x07\x00\x01\x00\x00\x00\x2a\x00\x05hello"
                    b"\xc0\x0c\x00\x05\x00\x01\x7f\xff\xff\xff\x00\x02\xc0\x0c")
            made["wire"] = struct.pack("!HHHHHH", q.id, 0x85f0, 1, 2, 0, 0) + q.wire[12:end] + body
            return [upstream.Reply(made["wire"])]
        self.up.on("odd.test", odd)
        for over in BOTH:
            m = client.query("odd.test")
            self.assertEqual(client.TRANSPORTS[over](m), m.to_wire()[:2] + made["wire"][2:])

    def test_upstreams_ede_reaches_the_client(self):
        def with_ede(up, q):
            r = up.response(q)
            r.use_edns(0, 0, 1232, options=[dns.edns.EDEOption(4, "forged")])
            return [upstream.Reply(r.to_wire())]
        self.up.on("ede.test", with_ede)
        self.assertEqual(client.ede(client.ask("ede.test", edns=0)), [(4, "forged")])

    def test_a_truncated_answer_is_the_clients_to_ask_again(self):
        self.up.on("allowed.test", upstream.truncated)
        m = client.query("allowed.test")
        self.assertTrue(client.udp(m)[2] & 2)
        self.assertEqual(client.datas(client.ask("allowed.test", over="tcp")), ["192.0.2.10"])
        self.assertEqual([q.proto for q in self.up.received], ["udp", "tcp"])

    def test_an_answer_above_the_clients_size_is_cut_with_tc_and_keeps_its_opt(self):
        for i in range(30):
            self.up.add(f"large.test. 5 IN TXT {i:03d}{'z' * 40}")

        def too_large(up, q):
            return [upstream.Reply(up.response(q).to_wire(max_size=65535))]
        self.up.on("large.test", too_large)
        plain = client.udp(client.query("large.test", "TXT"))
        self.assertLessEqual(len(plain), 512)
        self.assertTrue(plain[2] & 2)
        with_opt = client.udp(client.query("large.test", "TXT", edns=0, payload=600))
        self.assertLessEqual(len(with_opt), 600)
        self.assertTrue(with_opt[2] & 2)
        self.assertEqual(dns.message.from_wire(with_opt).edns, 0)
        fits = client.udp(client.query("large.test", "TXT", edns=0, payload=4096))
        self.assertFalse(fits[2] & 2)

    def test_spoofed_answers_never_reach_the_client_nor_end_the_exchange(self):
        for lie in (upstream.wrong_id, upstream.wrong_question, upstream.wrong_address, upstream.wrong_port,
                    upstream.noise, upstream.echo, upstream.cut(11), upstream.cut(0)):
            with self.subTest(lie=getattr(lie, "__name__", "cut")):
                self.up.forget()
                self.up.on("allowed.test", upstream.both(lie, lie, upstream.late(0.2)))
                r = client.ask("allowed.test")
                self.assertEqual(client.datas(r), ["192.0.2.10"])
                self.assertEqual(len(self.up.received), 1)

    def test_spoofed_answers_do_not_touch_lookups_of_mapped_names(self):
        target = dnsd.TARGET % "nginx"
        for lie in (upstream.wrong_id, upstream.wrong_question, upstream.wrong_address, upstream.wrong_port):
            with self.subTest(lie=lie.__name__):
                self.up.on(target, upstream.both(lie, upstream.late(0.2)))
                self.assertEqual(client.datas(client.ask("nginx")), ["10.1.2.3"])

    def test_a_duplicate_answer_goes_to_the_client_once(self):
        self.up.on("allowed.test", upstream.both(upstream.answer, upstream.answer, upstream.answer))
        burst = client.Burst(self, [client.query("allowed.test")])
        self.assertEqual(burst.collect(2, seconds=0.5), 1)

    def test_an_error_without_a_question_counts_as_an_answer(self):
        self.up.on("formerr.test", upstream.no_question("FORMERR"))
        (raw, took) = client.timed(client.udp, client.query("formerr.test"))
        self.assertEqual(raw[3] & 15, 1)
        self.assertLess(took, 1)

    def test_tcp_upstream_that_hangs_up_or_sends_half(self):
        for fault in (upstream.hang_up, upstream.half_then_hang_up):
            with self.subTest(fault=fault.__name__):
                self.up.on("allowed.test", upstream.first(1, fault))
                self.assertEqual(client.datas(client.ask("allowed.test", over="tcp")), ["192.0.2.10"])

    def test_upstream_over_ipv6(self):
        up6 = self.upstream("fd00::a")
        up6.add("six.test. 5 IN A 192.0.2.6")
        self.dnsd(dnsd.config(listen="127.0.0.6:53", servers='"[fd00::a]:53"', allow=ALL), name="six",
                  listen=("127.0.0.6", 53), file="six.yaml")
        for over in BOTH:
            self.assertEqual(client.datas(client.ask("six.test", over=over, to=("127.0.0.6", 53))), ["192.0.2.6"])

    def test_upstream_with_a_link_local_address(self):
        sandbox.run("ip", "-6", "address", "add", "fe80::53/64", "dev", "lo", "nodad")
        self.addCleanup(sandbox.run, "ip", "-6", "address", "del", "fe80::53/64", "dev", "lo")
        self.kube_dns("fe80::53%lo").add("scoped.test. 5 IN A 192.0.2.53")
        self.dnsd(dnsd.config(listen="127.0.0.8:53", servers='"fe80::53%lo"', allow=ALL), name="scoped",
                  listen=("127.0.0.8", 53), file="scoped.yaml")
        for over in BOTH:
            for name, data in (("scoped.test", "192.0.2.53"), ("nginx", "10.1.2.3")):
                self.assertEqual(client.datas(client.ask(name, over=over, to=("127.0.0.8", 53))), [data])

    def test_resolv_conf_names_the_servers(self):
        second = self.upstream(SECOND_DNS)
        second.add("second.test. 5 IN A 192.0.2.11")
        conf = self.write("resolv.conf", f"# cluster\nsearch x.test\nnameserver {SECOND_DNS}\noptions ndots:5\n")
        text = dnsd.config(listen="127.0.0.7:53", allow=ALL).replace("servers: [10.96.0.10]", f"resolvConf: {conf}")
        self.dnsd(text, name="conf", listen=("127.0.0.7", 53), file="conf.yaml")
        self.assertEqual(client.datas(client.ask("second.test", to=("127.0.0.7", 53))), ["192.0.2.11"])
