"""The tests' own upstream and harness: what misleads dnsd must not mislead us."""
import subprocess
import sys

from support import client, process, servers, upstream, wait
from support.case import Case
from support.sandbox import KUBE_DNS

UP = (KUBE_DNS, 53)


class ScriptedUpstream(Case):
    def ask(self, name, over="udp", timeout=0.3):
        return client.TRANSPORTS[over](client.query(name), UP, timeout)

    def test_answers_from_its_records_over_both_transports(self):
        up = self.kube_dns()
        for over in ("udp", "tcp"):
            r = client.ask("www.allowed.test", over=over, to=UP)
            self.assertEqual(client.records(r.answer), ["www.allowed.test. 60 IN CNAME allowed.test.",
                                                        "allowed.test. 77 IN A 192.0.2.10"])
        self.assertEqual([q.proto for q in up.received], ["udp", "tcp"])

    def test_tells_nodata_from_nxdomain(self):
        self.kube_dns()
        self.assertEqual(client.rcode(client.ask("allowed.test", "AAAA", to=UP)), "NOERROR")
        self.assertEqual(client.rcode(client.ask("none.test", "AAAA", to=UP)), "NXDOMAIN")

    def test_each_misbehaviour_is_the_one_asked_for(self):
        up = self.kube_dns()
        ask = lambda action: (up.on("allowed.test", action), self.ask("allowed.test"))[1]
        self.assertIsNone(ask(upstream.silent))
        self.assertIsNone(ask(upstream.late(5)))
        self.assertIsNone(ask(upstream.wrong_address))
        self.assertIsNone(ask(upstream.wrong_port))
        self.assertEqual(len(ask(upstream.cut(7))), 7)
        self.assertTrue(ask(upstream.truncated)[2] & 2)
        self.assertEqual(ask(upstream.rcode("REFUSED"))[3] & 15, 5)
        self.assertEqual(len(ask(upstream.no_question("SERVFAIL"))), 12)
        self.assertIn(b"somewhere", ask(upstream.wrong_question))
        q = client.query("allowed.test", id=7)
        up.on("allowed.test", upstream.wrong_id)
        self.assertEqual(client.udp(q, UP)[:2], b"\0\x08")
        up.on("allowed.test", upstream.first(1, upstream.silent))
        self.assertIsNone(self.ask("allowed.test"))
        self.assertIsNotNone(self.ask("allowed.test"))
        up.on("allowed.test", upstream.hang_up)
        self.assertIsNone(self.ask("allowed.test", "tcp"))
        up.on("allowed.test", upstream.late(0.15))
        self.assertGreater(client.timed(self.ask, "allowed.test")[1], 0.14)

    def test_a_large_answer_is_cut_for_udp_and_whole_over_tcp(self):
        up = self.kube_dns()
        up.add(*[f"big.test. 1 IN TXT {i:03d}{'x' * 100}" for i in range(100)])
        r = client.ask("big.test", "TXT", to=UP)
        self.assertTrue(r.flags & 0x200)
        self.assertEqual(len(client.datas(client.ask("big.test", "TXT", to=UP, over="tcp"), "TXT")), 100)


class RealServers(Case):
    def test_nsd_serves_the_cluster_zone(self):
        self.server(servers.Nsd(self.folder))
        r = client.ask("agent-env-rel-nginx.default.svc.cluster.local", to=UP)
        self.assertEqual(client.datas(r), ["10.1.2.3"])

    def test_unbound_serves_the_cluster_zone(self):
        self.server(servers.Unbound(self.folder))
        r = client.ask("agent-env-rel-nginx.default.svc.cluster.local", to=UP)
        self.assertEqual(client.datas(r), ["10.1.2.3"])
        self.assertEqual(client.rcode(client.ask("nowhere.test", to=UP)), "NXDOMAIN")


class Harness(Case):
    def test_a_process_left_over_is_noticed(self):
        left = subprocess.Popen(["/usr/bin/sleep", "30"])
        with self.assertRaisesRegex(AssertionError, "every process to be gone"):
            self.nothing_left()
        left.kill()
        left.wait()

    def test_a_server_that_dies_instead_of_listening_is_noticed_at_once(self):
        p = process.Process([sys.executable, "-c", "print('no such luck'); exit(3)"], self.folder, "dying")
        with self.assertRaisesRegex(AssertionError, "no such luck"):
            process.wait_bound(p, "127.0.0.1", 53)

    def test_waiting_in_vain_says_for_what(self):
        with self.assertRaisesRegex(AssertionError, "the sky to fall"):
            wait.until(lambda: False, "the sky to fall", 0.05)
