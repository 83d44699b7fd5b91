"""What becomes of a server that fails (max_fails, health_check)."""
from support import client, sandbox, upstream, wait
from test_corefile import BIND, FORWARD, CorefileCase, block


class Down(CorefileCase):
    def test_a_server_that_fails_is_asked_last_until_it_is_back(self):
        second = self.kube_dns(sandbox.SECOND_DNS)
        self.up.all_do(upstream.silent)
        self.start(block(BIND, f"{FORWARD} {sandbox.SECOND_DNS} {{", "  policy sequential", "  max_fails 2",
                         "  health_check 0.2s", "}"))
        for i in range(3):
            self.assertEqual(client.rcode(client.ask(f"down{i}.test")), "NXDOMAIN")
        _, took = client.timed(client.ask, "known.test")
        self.assertLess(took, 0.3, "the failed one is no longer asked first")
        self.up.all_do(upstream.answer)
        self.up.add("back.test. 5 IN A 192.0.2.1")

        def back():
            client.ask("back.test")
            return self.up.queries("back.test")
        wait.until(back, "the first server to be asked again", 5)
        self.assertTrue(second.received)
