"""What dnsd does as time passes, in real time: re-sends, retries, sharing, limits."""
import concurrent.futures
import time

from support import client, dnsd, upstream, wait
from support.case import Case
from support.sandbox import SECOND_DNS

NGINX, WEB = dnsd.TARGET % "nginx", dnsd.TARGET % "web"
EARLY_S, LATE_S = 0.03, 0.35  # how far from its time something may happen on a busy machine


class TimeCase(Case):
    def about(self, got, wanted, what):
        self.assertGreater(got, wanted - EARLY_S, what)
        self.assertLess(got, wanted + LATE_S, what)

    def sent_at(self, queries, times):
        gaps = [q.at - queries[0].at for q in queries]
        self.assertEqual(len(gaps), len(times), gaps)
        for gap, wanted in zip(gaps, times):
            self.about(gap, wanted, f"sent at {gaps}, expected {times}")
        self.assertEqual(len({q.port for q in queries}), len(queries), "each send has a port of its own")
        self.assertEqual(len({q.id for q in queries}), len(queries), "each send has an ID of its own")

    def at_once(self, *calls):
        with concurrent.futures.ThreadPoolExecutor(len(calls)) as pool:
            return [f.result() for f in [pool.submit(c) for c in calls]]


class SilentUpstream(TimeCase):
    def setUp(self):
        super().setUp()
        self.up = self.kube_dns()
        self.up.all_do(upstream.silent)
        self.dnsd(dnsd.config(allow='"*"'))

    def test_sent_again_at_1_and_2_5_seconds_then_servfail_by_4_5(self):
        plain, edns, tcp, mapped, mapped_edns = self.at_once(
            lambda: client.timed(client.ask, "lost.test"),
            lambda: client.timed(client.ask, "edns.test", edns=0),
            lambda: client.timed(client.ask, "tcp.test", over="tcp"),
            lambda: client.timed(client.ask, "nginx"),
            lambda: client.timed(client.ask, "web", edns=0))
        for r, took in (plain, edns, tcp, mapped, mapped_edns):
            self.assertEqual(client.rcode(r), "SERVFAIL")
            self.assertLess(took, 4.5 + LATE_S)
            self.assertGreater(took, 3)
        self.assertEqual(plain[0].edns, -1)
        for r, _ in (edns, mapped_edns):
            self.assertIn(client.ede(r)[0][0], (22, 23))
        for name in ("lost.test", "tcp.test", NGINX, WEB):
            self.sent_at(self.up.queries(name), [0, 1, 2.5])

    def test_an_answer_to_any_of_the_sends_will_do(self):
        for name, action in (("first.test", upstream.late(1.3)), ("second.test", upstream.first(1, upstream.silent)),
                             ("third.test", upstream.first(2, upstream.silent))):
            self.up.add(f"{name}. 5 IN A 192.0.2.7")
            self.up.on(name, action)
        answers = self.at_once(*[lambda n=n: client.timed(client.ask, n) for n in ("first.test", "second.test",
                                                                                   "third.test")])
        for (r, took), wanted in zip(answers, (1.3, 1.0, 2.5)):
            self.assertEqual(client.datas(r), ["192.0.2.7"])
            self.about(took, wanted, "time to the answer")

    def test_exactly_one_answer_though_upstream_answers_every_send(self):
        self.up.add("thrice.test. 5 IN A 192.0.2.8")
        self.up.on("thrice.test", upstream.late(2.7))
        burst = client.Burst(self, [client.query("thrice.test")])
        self.assertEqual(burst.collect(2, seconds=2.9), 1)

    def test_an_answer_that_comes_too_late_is_told_to_nobody(self):
        self.up.on("late.test", upstream.first(9, upstream.late(4.8)))
        self.up.on(NGINX, upstream.late(4.8))
        bursts = [client.Burst(self, [client.query(name)]) for name in ("late.test", "nginx")]
        for burst in bursts:
            raw, = burst.answers(1)
            self.assertEqual(raw[3] & 15, 2)
        last = max(q.at for q in self.up.wait_for(2))
        wait.until(lambda: time.monotonic() > last + 4.9, "the time of the late answers", 6)
        self.assertEqual([burst.collect(1, seconds=0.1) for burst in bursts], [0, 0])

    def test_upstream_that_is_not_there_at_all_is_servfail_not_silence(self):
        self.dnsd(dnsd.config(listen="127.0.0.2:53", servers=f"{SECOND_DNS}", allow='"*"'), name="alone",
                  listen=("127.0.0.2", 53), file="alone.yaml")
        relayed, mapped, tcp = self.at_once(
            lambda: client.timed(client.ask, "a.test", to=("127.0.0.2", 53), edns=0),
            lambda: client.timed(client.ask, "nginx", to=("127.0.0.2", 53), edns=0),
            lambda: client.timed(client.ask, "b.test", to=("127.0.0.2", 53), over="tcp"))
        for r, took in (relayed, mapped, tcp):
            self.assertEqual(client.rcode(r), "SERVFAIL")
            self.assertLess(took, 4.5 + LATE_S)
        for r, _ in (relayed, mapped):
            self.assertEqual(client.ede(r)[0][0], 23)

    def test_a_lookup_that_is_cut_short_late_and_then_silent_over_tcp_is_told_in_time_too(self):
        cut_then_silent = lambda up, q: [] if q.proto == "tcp" else upstream.late(3, upstream.truncated)(up, q)
        self.up.on(NGINX, cut_then_silent)
        r, took = client.timed(client.ask, "nginx")
        self.assertEqual(client.rcode(r), "SERVFAIL")
        self.assertLess(took, 4.5 + LATE_S)


class SlowUpstream(TimeCase):
    def test_a_slow_lookup_after_many_fast_ones_is_waited_for(self):
        """c-ares from 1.32 on learns from the fast ones to give up early; that is not for it to decide."""
        up = self.kube_dns()
        self.dnsd()
        for _ in range(30):
            client.ask("nginx")
        up.on(NGINX, upstream.late(0.8))
        up.forget()
        burst = client.Burst(self, [client.query("nginx")])
        first = up.wait_for(1)[0]
        wait.until(lambda: time.monotonic() > first.at + 0.5, "half of the time")
        self.assertEqual(client.datas(client.ask("web")), ["10.1.2.4", "10.1.2.5"])
        raw, = burst.answers(1)
        self.assertEqual(raw[3] & 15, 0)
        self.assertEqual(len(up.queries(NGINX)), 1)


class TwoUpstreams(TimeCase):
    def test_the_next_server_is_asked_when_one_is_silent(self):
        first, second = self.kube_dns(), self.kube_dns(SECOND_DNS)
        first.all_do(upstream.silent)
        self.dnsd(dnsd.config(servers="10.96.0.10, 10.96.0.11", allow='"*"'))
        relayed, mapped = self.at_once(lambda: client.timed(client.ask, "allowed.test"),
                                       lambda: client.timed(client.ask, "nginx"))
        self.assertEqual(client.datas(relayed[0]), ["192.0.2.10"])
        self.assertEqual(client.datas(mapped[0]), ["10.1.2.3"])
        for _, took in (relayed, mapped):
            self.assertLess(took, 2.5)
        self.assertGreaterEqual(len(second.received), 2)

    def test_a_server_that_is_gone_costs_no_query(self):
        second = self.kube_dns(SECOND_DNS)
        self.dnsd(dnsd.config(servers="10.96.0.10, 10.96.0.11", allow='"*"'))
        for name in ("allowed.test", "nginx"):
            r, took = client.timed(client.ask, name)
            self.assertEqual(client.rcode(r), "NOERROR")
            self.assertLess(took, 2.5)
        self.assertGreaterEqual(len(second.received), 2)


class PassingRefusals(TimeCase):
    def setUp(self):
        super().setUp()
        self.up = self.kube_dns()
        self.dnsd()

    def test_asked_again_at_50_and_250_ms_from_a_new_port(self):
        for code in ("REFUSED", "SERVFAIL"):
            for over in ("udp", "tcp"):
                with self.subTest(code=code, over=over):
                    self.up.forget()
                    self.up.on("allowed.test", upstream.first(2, upstream.rcode(code)))
                    r, took = client.timed(client.ask, "allowed.test", over=over)
                    self.assertEqual(client.datas(r), ["192.0.2.10"])
                    self.sent_at(self.up.queries("allowed.test"), [0, 0.05, 0.25])
                    self.about(took, 0.25, "time to the answer")

    def test_so_are_names_of_the_release(self):
        for code in ("REFUSED", "SERVFAIL"):
            with self.subTest(code=code):
                self.up.forget()
                self.up.on(NGINX, upstream.first(2, upstream.rcode(code)))
                r, took = client.timed(client.ask, "nginx")
                self.assertEqual(client.datas(r), ["10.1.2.3"])
                self.sent_at(self.up.queries(NGINX), [0, 0.05, 0.25])

    def test_a_lasting_refusal_is_told_as_upstream_told_it(self):
        for code in ("REFUSED", "SERVFAIL"):
            for name, upstream_name in (("allowed.test", "allowed.test"), ("nginx", NGINX)):
                with self.subTest(code=code, name=name):
                    self.up.forget()
                    self.up.on(upstream_name, upstream.rcode(code))
                    r, took = client.timed(client.ask, name)
                    self.assertEqual(client.rcode(r), code)
                    self.assertEqual(len(self.up.queries(upstream_name)), 3)
                    self.assertLess(took, 0.25 + LATE_S)

    def test_one_without_its_question_counts_for_names_of_the_release_too(self):
        for code in ("REFUSED", "SERVFAIL"):
            self.up.forget()
            self.up.on(NGINX, upstream.first(2, upstream.no_question(code)))
            self.assertEqual(client.datas(client.ask("nginx")), ["10.1.2.3"])
            self.up.on(NGINX, upstream.no_question(code))
            r = client.ask("nginx", edns=0)
            self.assertEqual((client.rcode(r), client.ede(r)), (code, []))

    def test_other_rcodes_are_final(self):
        for code in ("NXDOMAIN", "FORMERR", "NOTIMP", "YXDOMAIN"):
            self.up.forget()
            self.up.on("allowed.test", upstream.rcode(code))
            self.assertEqual(client.rcode(client.ask("allowed.test")), code)
            self.assertEqual(len(self.up.received), 1, code)

    def test_a_name_that_no_entry_allows_is_not_asked_again(self):
        self.dnsd(dnsd.config(listen="127.0.0.2:53", mode="log"), name="log", listen=("127.0.0.2", 53), file="log.yaml")
        self.up.on("stranger.test", upstream.rcode("REFUSED"))
        self.assertEqual(client.rcode(client.ask("stranger.test", to=("127.0.0.2", 53))), "REFUSED")
        self.assertEqual(len(self.up.queries("stranger.test")), 1)


class Sharing(TimeCase):
    def setUp(self):
        super().setUp()
        self.up = self.kube_dns()
        self.dnsd(dnsd.config(allow='"*"'))

    def test_equal_questions_in_flight_are_one_upstream_query(self):
        self.up.on("allowed.test", upstream.late(0.4))
        ids = list(range(100, 130))
        bursts = [client.Burst(self, [client.query("allowed.test", id=i)]) for i in ids]
        for i, burst in zip(ids, bursts):
            raw, = burst.answers(1)
            r = client.answer_to(client.query("allowed.test", id=i), raw)
            self.assertEqual(client.datas(r), ["192.0.2.10"])
        self.assertEqual(len(self.up.queries("allowed.test")), 1)

    def test_equal_lookups_in_flight_are_one_upstream_query(self):
        self.up.on(WEB, upstream.late(0.4))
        names = ("web", "Example.Com", "www.example.org", "x.wild.example", "Y.wild.EXAMPLE", "agent-env-rel-web")
        asked = [client.query(name, id=100 + i) for i, name in enumerate(names)]
        bursts = [client.Burst(self, [m]) for m in asked]
        for m, burst in zip(asked, bursts):
            raw, = burst.answers(1)
            r = client.answer_to(m, raw)
            self.assertEqual(client.datas(r), ["10.1.2.4", "10.1.2.5"])
            self.assertEqual({a.name.to_text() for a in r.answer}, {m.question[0].name.to_text()})
        self.assertEqual(len(self.up.queries(WEB)), 1)

    def test_each_sharer_keeps_its_spelling_and_its_size(self):
        for i in range(30):
            self.up.add(f"large.test. 5 IN TXT {i:03d}{'z' * 40}")
        self.up.on("large.test", upstream.late(0.3))
        asked = [client.query(n, "TXT", edns=e, payload=p, id=i) for i, (n, e, p) in enumerate(
            (("large.test", None, 0), ("LARGE.test", None, 0), ("Large.Test", 0, 4096), ("large.test", 0, 1232)))]
        bursts = [client.Burst(self, [m]) for m in asked]
        for m, burst in zip(asked, bursts):
            raw, = burst.answers(1)
            client.answer_to(m, raw)
            self.assertLessEqual(len(raw), max(512, m.payload if m.edns >= 0 else 512))

    def test_different_questions_are_not_shared(self):
        self.up.on("allowed.test", upstream.late(0.3))
        variants = [{"rrtype": "A"}, {"rrtype": "AAAA"}, {"do": True}, {"cd": True}, {"rd": False}]
        bursts = [client.Burst(self, [client.query("allowed.test", **v)]) for v in variants]
        for burst in bursts:
            self.assertEqual(burst.collect(1), 1)
        self.assertEqual(len(self.up.received), len(variants))

    def resent_after(self, seconds, name="allowed.test", upstream_name="allowed.test"):
        self.up.forget()
        self.up.on(upstream_name, upstream.late(0.8))
        burst = client.Burst(self, [client.query(name, id=9)])
        first = self.up.wait_for(1)[0]
        wait.until(lambda: time.monotonic() > first.at + seconds, "the time of the re-send")
        burst.socket.send(client.query(name, id=9).to_wire())
        self.assertGreaterEqual(burst.collect(1), 1)
        return len(self.up.received)

    def test_a_clients_resend_is_sent_on_when_ours_is_older_than_300_ms(self):
        self.assertEqual(self.resent_after(0.4), 2)
        self.assertEqual(self.resent_after(0.4, "nginx", NGINX), 2)

    def test_a_clients_resend_is_not_sent_on_before_that(self):
        self.assertEqual(self.resent_after(0.1), 1)
        self.assertEqual(self.resent_after(0.1, "nginx", NGINX), 1)


class CrowdedPorts(TimeCase):
    def test_names_of_the_release_have_ports_however_many_others_wait(self):
        """3400 questions, each sent a second time: more than the ports for other names have room for."""
        up = self.kube_dns()
        up.all_do(upstream.silent)
        up.on(NGINX, upstream.answer)
        self.dnsd(dnsd.config(allow='"*"', upstream="maxConcurrent: 4000"))
        bursts = [client.Burst(self, [client.query(f"lost{i}-{j}.test") for j in range(100)]) for i in range(34)]
        last = time.monotonic()
        wait.until(lambda: time.monotonic() > last + 1.3 and len(up.received) >= 3400, "each to be sent again")
        r, took = client.timed(client.ask, "nginx")
        self.assertEqual(client.datas(r), ["10.1.2.3"])
        self.assertLess(took, 0.2)
        for burst in bursts:
            self.assertEqual(burst.collect(100, seconds=6), 100)


class Limit(TimeCase):
    """maxConcurrent 16, of which 2 are the release's own."""

    def setUp(self):
        super().setUp()
        self.up = self.kube_dns()
        self.up.all_do(upstream.silent)
        self.up.on(NGINX, upstream.answer)
        self.dnsd(dnsd.config(allow='"*"', upstream="maxConcurrent: 16"))

    def test_above_it_an_empty_answer_with_tc_at_once_and_services_still_resolve(self):
        asked = [client.query(f"lost{i}.test", id=i) for i in range(40)]
        burst = client.Burst(self, asked)
        refused = burst.answers(26, seconds=1)
        self.assertEqual(len(refused), 26)
        for raw in refused:
            self.assertTrue(raw[2] & 2, "TC")
            self.assertEqual(raw[6:12], bytes(6), "empty")
            self.assertEqual(raw[3] & 15, 0)
        r, took = client.timed(client.ask, "nginx")
        self.assertEqual(client.datas(r), ["10.1.2.3"])
        self.assertLess(took, 0.2)
        for name, over, code in (("nginx", "tcp", "NOERROR"), ("localhost", "tcp", "NOERROR")):
            r, took = client.timed(client.ask, name, over=over)
            self.assertEqual(client.rcode(r), code)
            self.assertLess(took, 0.2, f"{name} over {over}")
        rest = burst.answers(14, seconds=6)
        self.assertEqual([raw[3] & 15 for raw in rest], [2] * 14)

    def test_tcp_waits_for_room_and_is_then_served(self):
        burst = client.Burst(self, [client.query(f"lost{i}.test", id=i) for i in range(14)])
        self.up.wait_for(14)
        self.up.on("waits.test", upstream.answer)
        self.up.add("waits.test. 5 IN A 192.0.2.77")
        r, took = client.timed(client.ask, "waits.test", over="tcp", timeout=9)
        self.assertEqual(client.datas(r), ["192.0.2.77"])
        self.assertGreater(took, 2)
        self.assertEqual(burst.collect(14), 14)

    def test_what_waits_on_a_connection_holds_up_what_comes_behind_it_but_no_other_connection(self):
        burst = client.Burst(self, [client.query(f"lost{i}.test", id=i) for i in range(14)])
        self.up.wait_for(14)
        with client.Tcp() as one, client.Tcp() as other:
            one.send(client.query("waits.test", id=1))
            one.send(client.query("nginx", id=2))
            r, took = client.timed(client.ask, "nginx", over="tcp")
            self.assertLess(took, 0.2)
            other.send(client.query("nginx", id=3))
            self.assertEqual(other.receive()[:2], b"\0\3")
        self.assertEqual(burst.collect(14), 14)

    def test_room_comes_back_when_queries_end(self):
        self.up.all_do(upstream.late(0.1))
        for i in range(20):
            burst = client.Burst(self, [client.query(f"r{i}-{j}.test") for j in range(14)])
            self.assertEqual([raw[2] & 2 for raw in burst.answers(14)], [0] * 14, f"round {i}")
