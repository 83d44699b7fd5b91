"""RFC 7766 as clients may use it and misuse it."""
import time

from support import client, dnsd, upstream, wait
from support.case import Case


class Tcp(Case):
    def setUp(self):
        super().setUp()
        self.up = self.kube_dns()
        self.d = self.dnsd(dnsd.config(allow='"*"'))

    def test_many_queries_on_one_connection_each_with_its_answer(self):
        asked = {i: client.query(("nginx", "allowed.test", "www.allowed.test")[i % 3], id=i) for i in range(1, 101)}
        with client.Tcp() as c:
            c.send(*asked.values())
            while asked:
                raw = c.receive()
                self.assertIsNotNone(raw, f"{len(asked)} answers missing")
                client.answer_to(asked.pop(int.from_bytes(raw[:2], "big")), raw)

    def test_a_fast_answer_does_not_wait_for_a_slow_one(self):
        self.up.on("slow.test", upstream.late(0.8))
        with client.Tcp() as c:
            c.send(client.query("slow.test", id=1), client.query("allowed.test", id=2))
            self.assertEqual([c.receive()[:2] for _ in range(2)], [b"\0\2", b"\0\1"])

    def test_octet_by_octet(self):
        m = client.query("nginx")
        wire = m.to_wire()
        with client.Tcp() as c:
            c.socket.setsockopt(client.socket.IPPROTO_TCP, client.socket.TCP_NODELAY, 1)
            for octet in len(wire).to_bytes(2, "big") + wire:
                c.send_raw(bytes([octet]))
            self.assertEqual(client.datas(client.answer_to(m, c.receive())), ["10.1.2.3"])

    def test_two_messages_cut_in_the_length_of_the_second(self):
        wires = [client.query("nginx", id=i).to_wire() for i in (1, 2)]
        stream = b"".join(len(w).to_bytes(2, "big") + w for w in wires)
        cut = 2 + len(wires[0]) + 1
        with client.Tcp() as c:
            c.send_raw(stream[:cut])
            self.assertEqual(c.receive()[:2], b"\0\1")
            c.send_raw(stream[cut:])
            self.assertEqual(c.receive()[:2], b"\0\2")

    def test_a_client_that_stops_sending_still_hears_its_answers(self):
        self.up.on("slow.test", upstream.late(0.3))
        with client.Tcp() as c:
            c.send(client.query("slow.test"))
            c.socket.shutdown(client.socket.SHUT_WR)
            self.assertIsNotNone(c.receive())
            self.assertTrue(c.hung_up())

    def test_a_client_that_goes_away_leaves_nothing_behind(self):
        self.up.on("slow.test", upstream.late(0.3))
        for _ in range(20):
            with client.Tcp() as c:
                c.send(client.query("slow.test"), client.query("nginx"))
        wait.until(lambda: not self.d.clients_left(), lambda: f"none left: {self.d.clients_left()}")
        self.assertEqual(client.datas(client.ask("nginx")), ["10.1.2.3"])

    def test_half_a_message_and_silence_is_hung_up_on(self):
        with client.Tcp() as c, client.Tcp() as idle:
            c.send_raw(b"\x00\x40half")
            started = time.monotonic()
            self.assertTrue(c.hung_up(20))
            self.assertTrue(idle.hung_up(20))
            self.assertLess(time.monotonic() - started, 15)

    def test_a_client_that_never_reads_is_bounded_and_starves_nobody(self):
        for i in range(120):
            self.up.add(f"huge.test. 5 IN TXT {i:03d}{'y' * 240}")
        before = self.d.resident_kb()
        greedy = client.Tcp()
        greedy.socket.setsockopt(client.socket.SOL_SOCKET, client.socket.SO_RCVBUF, 4096)
        greedy.socket.settimeout(0.5)
        try:
            for _ in range(300):
                greedy.send(client.query("huge.test", "TXT"))
        except (TimeoutError, OSError):
            pass
        r, took = client.timed(client.ask, "nginx", over="tcp")
        self.assertEqual(client.datas(r), ["10.1.2.3"])
        self.assertLess(took, 1)
        if not dnsd.SANITIZED:
            self.assertLess(self.d.resident_kb() - before, 4000)
        greedy.socket.close()

    def test_the_longest_idle_connection_makes_room(self):
        held = [client.Tcp() for _ in range(128)]
        others = held[:1] + held[2:]

        def each_is_answered(connections):
            for c in connections:
                c.send(client.query("localhost"))
                self.assertIsNotNone(c.receive())
        each_is_answered(others)
        held.append(client.Tcp())
        each_is_answered(held[-1:] + others)
        for c in held:
            c.socket.close()
        wait.until(lambda: not self.d.clients_left(), lambda: f"none left: {len(self.d.clients_left())}")

    def test_more_connections_than_there_is_room_for(self):
        """The oldest idle ones give way, or the new wait: a service name still resolves over TCP and UDP."""
        crowd = []
        try:
            for _ in range(400):
                crowd.append(client.Tcp(timeout=1))
        except OSError:
            pass
        self.assertEqual(client.datas(client.ask("nginx")), ["10.1.2.3"])
        for c in crowd[:200]:
            c.socket.close()
        self.assertEqual(client.datas(client.ask("nginx", over="tcp", timeout=15)), ["10.1.2.3"])
        self.assertLess(len(self.d.descriptors()), 600)
        for c in crowd:
            c.socket.close()
        wait.until(lambda: not self.d.clients_left(), lambda: f"none left: {len(self.d.clients_left())}")
