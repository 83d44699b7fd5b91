"""What a Corefile says of forwarding and reloading, and what dnsd makes of it."""
from support import client, sandbox, wait
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

    def test_expire_closes_an_idle_connection_to_upstream(self):
        d = self.start(block(BIND, FORWARD + " {", "  expire 300ms", "  force_tcp", "}"))
        client.ask("allowed.test")
        held = lambda: [s for s in d.sockets() if s[0] == "tcp" and s[3] == 53 and s[4] == "ESTABLISHED"]
        wait.until(lambda: not held(), lambda: f"the connection to be closed: {held()}", 3)
