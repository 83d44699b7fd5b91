"""Prometheus's text over HTTP."""
import re
import socket
import time
import urllib.request

from support import client, dnsd, process, wait
from support.case import Case


class Metrics(Case):
    def fetch(self, to="127.0.0.1:9153"):
        with urllib.request.urlopen(f"http://{to}/metrics", timeout=5) as r:
            self.assertTrue(r.headers["Content-Type"].startswith("text/plain"))
            return r.read().decode()

    def samples(self, text):
        found, typed, helped = {}, {}, set()
        for line in text.splitlines():
            if line.startswith("# HELP "):
                helped.add(line.split()[2])
            elif line.startswith("# TYPE "):
                typed[line.split()[2]] = line.split()[3]
            elif line:
                m = re.fullmatch(r"([a-z_][a-z0-9_]*)(\{[^}]*\})? ([-+0-9.eE]+|NaN|[+-]Inf)", line)
                self.assertTrue(m, f"no sample: {line}")
                found[m.group(1) + (m.group(2) or "")] = float(m.group(3))
                family = re.sub(r"_(bucket|sum|count)$", "", m.group(1))
                family = family if family in typed else m.group(1)
                self.assertIn(family, typed)
                self.assertIn(family, helped)
                self.assertEqual(typed[family] == "counter", family.endswith("_total"), family)
        return found

    def test_prometheus_text(self):
        self.kube_dns()
        self.dnsd(dnsd.config(more='metrics: "127.0.0.1:9153"'))
        before = self.samples(self.fetch())
        for name, times in (("nginx", 5), ("allowed.test", 4), ("blocked.test", 3)):
            for _ in range(times):
                client.ask(name)
        after = self.samples(self.fetch())
        grown = {k: v - before.get(k, 0) for k, v in after.items() if v != before.get(k, 0)}
        queries = [k for k in grown if k.startswith("dnsd_queries_total{")]
        self.assertEqual(sum(grown[k] for k in queries), 12, grown)
        self.assertTrue(any("seconds" in k for k in after), "upstream latencies")
        self.assertTrue(any("resident" in k for k in after), "resident memory")
        self.assertTrue(all(k.startswith(("dnsd_", "process_")) for k in after), sorted(after))

    def connections(self, d):
        return [s for s in d.sockets() if s[0] == "tcp" and s[2] == 9153 and s[4] != "LISTEN"]

    def test_idle_connections_are_bounded_and_lock_nobody_out(self):
        self.kube_dns()
        d = self.dnsd(dnsd.config(more='metrics: "127.0.0.1:9153"'))
        held = [socket.create_connection(("127.0.0.1", 9153)) for _ in range(40)]
        self.assertIn("dnsd_received_total", self.fetch())
        wait.until(lambda: len(self.connections(d)) <= 9, lambda: f"few connections: {self.connections(d)}", 3)
        self.assertEqual(client.datas(client.ask("nginx")), ["10.1.2.3"])
        for s in held:
            s.close()
        wait.until(lambda: not self.connections(d), lambda: f"no connection: {self.connections(d)}", 3)
        self.assertLessEqual(len(d.descriptors()), d.quiet_descriptors + 2)

    def test_a_connection_that_keeps_sending_is_ended_all_the_same(self):
        d = self.dnsd(dnsd.config(more='metrics: "127.0.0.1:9153"'))
        with socket.create_connection(("127.0.0.1", 9153)) as slow:
            slow.sendall(b"GET /metrics HTTP/1.1\r\n")
            slow.settimeout(0.2)
            started = time.monotonic()

            def ended():
                try:
                    slow.sendall(b"x: y\r\n")
                    return slow.recv(1) == b""
                except TimeoutError:
                    return False
                except OSError:
                    return True
            wait.until(ended, "the connection to be ended", 10)
            self.assertGreater(time.monotonic() - started, 3)
        wait.until(lambda: not self.connections(d), lambda: f"no connection: {self.connections(d)}", 3)

    def test_many_fetches_leave_nothing_behind(self):
        d = self.dnsd(dnsd.config(more='metrics: "127.0.0.1:9153"'))
        for _ in range(50):
            self.fetch()
        wait.until(lambda: not self.connections(d), lambda: f"no connection: {self.connections(d)}", 3)
        self.assertLessEqual(len(d.descriptors()), d.quiet_descriptors + 2)

    def test_off_by_default(self):
        self.dnsd()
        self.assertFalse(process.bound("tcp", "127.0.0.1", 9153))
