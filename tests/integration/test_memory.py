"""Memory that is refused, once, at each place where some is asked for: it costs no more than what it was for.

dnsd is tests/soak's, with an allocator that can be told to refuse. As released it is static, so that the libraries'
allocations count too; under the sanitizers there are dnsd's own alone."""
import itertools
import signal
import urllib.request

from support import client, dnsd, wait
from support.case import Case
from support.wishes import Wishes

PATIENCE_S = 1.0  # with a question whose answer may be lost
METRICS = "127.0.0.1:9153"
PLACES_MAX = 5000


class Refused(Case):
    def setUp(self):
        super().setUp()
        self.up = self.kube_dns()
        self.wishes = Wishes(self.folder)
        self.d = self.dnsd(self.config(0), env=self.wishes.environment())
        client.ask("nginx")

    def config(self, number):
        return dnsd.config(allow=f'allowed.test, "*.allowed.test", n{number}.test', more=f'metrics: "{METRICS}"')

    def refuse(self, number, act):
        """Does it while that allocation from now on is refused. Whether it came to that."""
        before = self.wishes.allocations_refused
        self.wishes.fail_allocation = number
        act()
        self.assertTrue(self.d.alive(), f"dnsd ended when allocation {number} was refused: {self.d.said()[-2000:]}")
        self.wishes.fail_allocation = 0
        return self.wishes.allocations_refused > before

    def each_in_turn(self, act, works):
        """How many allocations it takes, each of which was refused once; behind each, it works."""
        for number in itertools.count(1):
            self.assertLess(number, PLACES_MAX, "no end of allocations")
            came_to_that = self.refuse(number, act)
            with self.subTest(refused=number):
                works()
            if not came_to_that:
                return number - 1

    def costs_no_more_than_itself(self, *question, over="udp", least=0, rcode="NOERROR"):
        wire = client.query(*question, edns=0)

        def act():
            try:
                client.TRANSPORTS[over](wire, timeout=PATIENCE_S)
            except OSError:
                pass  # a connection that was not to be had

        def works():
            self.assertEqual(client.rcode(client.ask(*question, over=over, edns=0)), rcode)
        self.assertGreaterEqual(self.each_in_turn(act, works), 0 if dnsd.SANITIZED else least)

    def test_relaying_denying_and_knowing_take_none(self):
        for question, rcode in ((("allowed.test",), "NOERROR"), (("blocked.test",), "NXDOMAIN"),
                                (("localhost",), "NOERROR"), (("nginx", "AXFR"), "REFUSED")):
            with self.subTest(question):
                client.ask(*question)
                before = self.wishes.allocations
                self.assertEqual(client.rcode(client.ask(*question)), rcode)
                self.assertEqual(self.wishes.allocations, before)

    def test_a_name_of_the_release(self):
        self.costs_no_more_than_itself("nginx", least=1)

    def test_one_over_tcp(self):
        self.costs_no_more_than_itself("nginx", over="tcp", least=2)

    def test_another_name_over_tcp(self):
        self.costs_no_more_than_itself("allowed.test", over="tcp", least=2)

    def test_an_answer_that_is_asked_for_again_over_tcp(self):
        self.up.add(*(f"agent-env-rel-web.default.svc.cluster.local. 5 IN TXT \"{i:03}{'x' * 200}\"" for i in range(30)))
        self.costs_no_more_than_itself("web", "TXT", over="tcp", least=3)

    def test_a_reverse_name_for_which_services_are_looked_up(self):
        self.costs_no_more_than_itself("9.9.1.10.in-addr.arpa", "PTR", rcode="NXDOMAIN")

    def test_metrics(self):
        def fetch(patience_s):
            with urllib.request.urlopen(f"http://{METRICS}/metrics", timeout=patience_s) as r:
                return r.read()

        def act():
            try:
                fetch(PATIENCE_S)
            except OSError:
                pass
        self.assertGreaterEqual(self.each_in_turn(act, lambda: self.assertIn(b"dnsd_received_total", fetch(5))),
                                0 if dnsd.SANITIZED else 3)
        wait.until(lambda: not any(s[4] == "CLOSE_WAIT" for s in self.d.sockets()),
                   "a connection that had no memory to be answered to have had its time", 8)

    def test_a_summary(self):
        client.ask("blocked.test")

        def act():
            said = len(self.d.said())
            self.d.tell(signal.SIGUSR1)
            client.ask("allowed.test")  # the signal was seen in the turn before, or is in this one
            client.ask("allowed.test")
            return said
        self.each_in_turn(act, lambda: client.ask("nginx"))

    def test_a_reload(self):
        """Either the new one is in force or the old one, which is told."""
        configs = itertools.count(1)

        def act():
            self.number = next(configs)
            told = len(self.d.log_lines("not reloaded"))
            self.d.reload(self.config(self.number))
            wait.until(lambda: not self.d.alive() or len(self.d.log_lines("not reloaded")) > told or self.is_in_force(),
                       lambda: f"a reload to be told or done\n{self.d.said()[-2000:]}", 5)

        def works():
            self.assertEqual(client.datas(client.ask("nginx")), ["10.1.2.3"])
        self.up.add(*(f"n{i}.test. 5 IN A 192.0.2.7" for i in range(PLACES_MAX)))
        self.assertGreater(self.each_in_turn(act, works), 2 if dnsd.SANITIZED else 10)

    def is_in_force(self):
        raw = client.udp(client.query(f"n{self.number}.test"), timeout=PATIENCE_S)
        return raw is not None and raw[3] & 15 == 0


class AtTheStart(Case):
    def test_it_is_told_or_does_no_harm(self):
        """Each allocation of reading a configuration, refused: a line that says so and an exit code, or the same
        result as ever."""
        wishes = Wishes(self.folder)
        path = self.write("dnsd.yaml", dnsd.config())
        whole = dnsd.once("--check", "-c", path)
        self.assertEqual(whole.returncode, 0)
        for number in itertools.count(1):
            self.assertLess(number, PLACES_MAX, "no end of allocations")
            wishes.allocations_refused = 0
            wishes.fail_allocation = number
            done = dnsd.once("--check", "-c", path, env=wishes.environment())
            with self.subTest(refused=number):
                self.assertIn(done.returncode, (0, 1, 3), done.stderr)
                self.assertTrue(done.stderr if done.returncode else done.stdout == whole.stdout, done)
            if not wishes.allocations_refused:
                break
        self.assertGreater(number, 1)
