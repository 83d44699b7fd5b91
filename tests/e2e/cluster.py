"""What a Pod sees of its cluster: a network, a DNS server behind a policy proxy as Cilium's is, a web server."""
import http.server
import os
import re
import socket
import subprocess
import threading

from support import sandbox, servers, upstream

POD = "10.244.0.9"
NODE = "10.244.0.1"
SERVICE = "10.1.2.3"     # where servers.CLUSTER_ZONE says nginx is
NETWORK = "/run/netns/pod"
SILENT = "silent.allowed.test."


def run(*command):
    subprocess.run(command, check=True)


def make_namespaces():
    """The node's side is our own network namespace; nothing of either reaches further."""
    run("ip", "link", "set", "lo", "up")
    for address in (sandbox.KUBE_DNS, sandbox.SECOND_DNS, sandbox.ELSEWHERE, SERVICE):
        run("ip", "addr", "add", f"{address}/32", "dev", "lo")
    os.makedirs("/run/netns", exist_ok=True)
    run("mount", "-t", "tmpfs", "tmpfs", "/run/netns")


def make_pod_network(unprivileged_ports=None):
    run("ip", "netns", "add", "pod")
    if unprivileged_ports is not None:
        run("ip", "netns", "exec", "pod", "sysctl", "-q", "-w", f"net.ipv4.ip_unprivileged_port_start={unprivileged_ports}")
    run("ip", "link", "add", "pod0", "type", "veth", "peer", "name", "eth0", "netns", "pod")
    run("ip", "addr", "add", f"{NODE}/24", "dev", "pod0")
    run("ip", "link", "set", "pod0", "up")
    run("ip", "-n", "pod", "addr", "add", f"{POD}/24", "dev", "eth0")
    run("ip", "-n", "pod", "link", "set", "lo", "up")
    run("ip", "-n", "pod", "link", "set", "eth0", "up")
    run("ip", "-n", "pod", "route", "add", "default", "via", NODE)


def end_pod_network():
    run("ip", "link", "del", "pod0")
    run("ip", "netns", "del", "pod")


def matcher(pattern):
    """Cilium's matchPattern, of the kinds that the tests' values come to."""
    return re.compile(re.escape(pattern.lower().rstrip(".") + ".").replace(r"\*", "[-a-z0-9_]*") + r"\Z")


class PolicyProxy:
    """Refuses what the rendered policies do not allow, hands the rest to the server behind, and says nothing where
    that says nothing. Keeps what was asked."""

    def __init__(self, patterns, behind=sandbox.SECOND_DNS):
        self.patterns = [matcher(p) for p in patterns]
        self.behind = behind
        self.upstream = upstream.Upstream(sandbox.KUBE_DNS)
        self.upstream.all_do(self.decide)

    def decide(self, up, query):
        name = query.name.lower()
        if not any(p.match(name) for p in self.patterns):
            return upstream.rcode("REFUSED")(up, query)
        if name.endswith(SILENT):
            return upstream.silent(up, query)
        return [upstream.Reply(self.ask(query.wire))]

    def ask(self, wire):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
            s.settimeout(5)
            s.connect((self.behind, 53))
            s.send(wire)
            return s.recv(65535)

    def names(self):
        return {q.name.lower() for q in self.upstream.queries()}

    def stop(self):
        self.upstream.stop()


class WebServer:
    """Says `hello` on the service's port 80."""

    def __init__(self):
        class Hello(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.end_headers()
                self.wfile.write(b"hello from " + self.headers["Host"].encode())

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer((SERVICE, 80), Hello)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


def name_server(folder):
    return servers.Nsd(folder, sandbox.SECOND_DNS)
