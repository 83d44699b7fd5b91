"""What a Corefile says of forwarding and reloading, and what dnsd makes of it."""
import dataclasses

from support import client, sandbox, upstream, wait
from test_corefile import BIND, FORWARD, NGINX, CorefileCase, block


class Forward(CorefileCase):
    def test_force_tcp_and_prefer_udp(self):
        for option, over, expected in (("force_tcp", "udp", "tcp"), ("prefer_udp", "tcp", "udp")):
            with self.subTest(option):
                self.up.forget()
                d = self.start(block(BIND, NGINX, FORWARD + " {", f"  {option}", "}"))
                self.assertEqual(client.datas(client.ask("allowed.test", over=over)), ["192.0.2.10"])
                self.assertEqual([q.proto for q in self.up.received], [expected])
                d.account()

    def test_prefer_udp_still_gets_the_whole_of_a_large_answer_for_tcp(self):
        for i in range(60):
            self.up.add(f"large.test. 5 IN TXT {i:03d}{'z' * 60}")
        self.start(block(BIND, FORWARD + " {", "  prefer_udp", "}"))
        self.assertEqual(len(client.datas(client.ask("large.test", "TXT", over="tcp"), "TXT")), 60)
        self.assertEqual([q.proto for q in self.up.received], ["udp", "tcp"])

    def test_policies(self):
        second = self.kube_dns(sandbox.SECOND_DNS)
        for policy, expect in (("sequential", lambda a, b: (a, b) == (40, 0)), ("round_robin", lambda a, b: (a, b) == (20, 20)),
                               ("random", lambda a, b: a > 3 and b > 3)):
            with self.subTest(policy):
                self.up.forget()
                second.forget()
                d = self.start(block(BIND, f"{FORWARD} {sandbox.SECOND_DNS} {{", f"  policy {policy}", "}"))
                for i in range(40):
                    client.ask(f"n{i}.test")
                counts = len(self.up.received), len(second.received)
                self.assertTrue(expect(*counts), counts)
                d.account()

    def test_reload_notices_a_changed_file(self):
        d = self.start(block(BIND, FORWARD, "reload 2s 1s", NGINX))
        d.write(block(BIND, FORWARD, "reload 2s 1s", NGINX.replace("exact nginx", "exact fresh")))
        wait.until(lambda: client.datas(client.ask("fresh")) == ["10.1.2.3"], "the new name", 6)

    def test_without_reload_the_file_is_read_once(self):
        d = self.start(block(BIND, FORWARD, NGINX))
        d.write(block(BIND, FORWARD, NGINX.replace("exact nginx", "exact fresh")))
        self.assertEqual(client.datas(client.ask("nginx")), ["10.1.2.3"])

    def held(self, d):
        return [s for s in d.sockets() if s[0] == "tcp" and s[3] == 53 and s[4] == "ESTABLISHED"]

    def test_expire_keeps_a_connection_to_upstream_that_long_for_the_next_question(self):
        d = self.start(block(BIND, NGINX, FORWARD + " {", "  expire 1s", "  force_tcp", "}"))
        for name in ("allowed.test", "mail.allowed.test", "nginx", "nowhere.test"):
            client.ask(name)
        self.assertEqual(len({q.source for q in self.up.received}), 1, "one connection for all")
        self.assertEqual(len({q.id for q in self.up.received}), 4)
        self.assertEqual(len(self.held(d)), 1)
        wait.until(lambda: not self.held(d), lambda: f"the connection to be closed: {self.held(d)}", 3)
        client.ask("allowed.test")
        self.assertEqual(len({q.source for q in self.up.received}), 2)

    def test_a_kept_connection_that_upstream_closes_costs_no_question(self):
        self.start(block(BIND, FORWARD + " {", "  expire 1m", "  force_tcp", "}"))
        self.up.all_do(lambda up, q: [dataclasses.replace(r, close=True) for r in upstream.answer(up, q)])
        for _ in range(5):
            r, took = client.timed(client.ask, "allowed.test")
            self.assertEqual(client.datas(r), ["192.0.2.10"])
            self.assertLess(took, 0.5)

    def test_few_connections_are_kept_however_many_there_were(self):
        d = self.start(block(BIND, FORWARD + " {", "  expire 1m", "  force_tcp", "}"))
        self.up.all_do(upstream.late(0.3))
        burst = client.Burst(self, [client.query(f"n{i}.test") for i in range(100)])
        self.assertEqual(burst.collect(100), 100)
        self.assertLessEqual(len(self.held(d)), 64)

    def test_with_expire_0s_each_question_has_a_connection_of_its_own(self):
        d = self.start(block(BIND, FORWARD + " {", "  force_tcp", "  expire 0s", "}"))
        for _ in range(3):
            client.ask("allowed.test")
        self.assertEqual(len({q.source for q in self.up.received}), 3)
        wait.until(lambda: not self.held(d), lambda: f"the connections to be closed: {self.held(d)}", 3)

    def test_force_tcp_and_prefer_udp_hold_for_lookups_too(self):
        for option, over, expected in (("force_tcp", "udp", "tcp"), ("prefer_udp", "tcp", "udp")):
            with self.subTest(option):
                self.up.forget()
                d = self.start(block(BIND, NGINX, FORWARD + " {", f"  {option}", "}"))
                self.assertEqual(client.datas(client.ask("nginx", over=over)), ["10.1.2.3"])
                self.assertEqual([q.proto for q in self.up.received], [expected])
                d.account()
