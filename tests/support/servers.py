"""Real servers in the place of the cluster's DNS."""
import os
import textwrap

from support import process, sandbox

CLUSTER_ZONE = """\
$ORIGIN svc.cluster.local.
$TTL 5
@ IN SOA ns.dns.cluster.local. hostmaster.cluster.local. 1 7200 1800 86400 5
@ IN NS ns.dns.cluster.local.
agent-env-rel-nginx.default 5 IN A 10.1.2.3
agent-env-rel-nginx.default 5 IN AAAA fd00:1:2::3
agent-env-rel-web.default 5 IN A 10.1.2.4
agent-env-rel-web.default 5 IN A 10.1.2.5
_http._tcp.agent-env-rel-web.default 5 IN SRV 0 100 80 agent-env-rel-web.default
"""

ALLOWED_ZONE = """\
$ORIGIN allowed.test.
$TTL 77
@ IN SOA ns root 1 7200 1800 86400 11
@ IN NS ns
ns IN A 10.96.0.10
@ IN A 127.0.0.1
@ IN MX 10 mail
@ IN TXT "v=spf1 -all" "second part"
mail IN A 192.0.2.25
mail IN AAAA 2001:db8::25
www IN CNAME @
*.star IN A 192.0.2.99
_sip._udp IN SRV 1 2 5060 mail
unknown IN TYPE65280 \\# 4 0a000001
caa IN CAA 0 issue "ca.allowed.test"
loc IN LOC 52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m
https IN HTTPS 1 . alpn="h2"
odd\\046name IN A 192.0.2.46
"""


def big_records():
    many = "".join(f"big IN TXT \"{i:03d}{'x' * 60}\"\n" for i in range(40))
    return many + "".join(f"huge IN TXT \"{i:03d}{'y' * 240}\"\n" for i in range(240))


class Nsd(process.Process):
    """Authoritative for svc.cluster.local and allowed.test; REFUSED for all else."""

    def __init__(self, directory, address=sandbox.KUBE_DNS, zones=None, name="nsd"):
        self.home = os.path.join(directory, name)
        os.makedirs(self.home)
        os.chmod(directory, 0o755)
        zones = zones or {"svc.cluster.local": CLUSTER_ZONE, "allowed.test": ALLOWED_ZONE + big_records()}
        text = textwrap.dedent(f"""\
            server:
              ip-address: {address}
              server-count: 1
              username: ""
              chroot: ""
              zonesdir: "{self.home}"
              database: ""
              pidfile: ""
              xfrdfile: ""
              xfrdir: "{self.home}"
              zonelistfile: "{self.home}/zones"
              hide-version: yes
              rrl-ratelimit: 0
            remote-control:
              control-enable: no
            """)
        for zone, records in zones.items():
            with open(os.path.join(self.home, zone), "w", encoding="ascii") as f:
                f.write(records)
            text += f"zone:\n  name: {zone}\n  zonefile: {zone}\n"
        conf = os.path.join(self.home, "nsd.conf")
        with open(conf, "w", encoding="ascii") as f:
            f.write(text)
        super().__init__(["nsd", "-d", "-c", conf], directory, name)
        process.wait_bound(self, address, 53)


class Unbound(process.Process):
    """A recursive server that knows svc.cluster.local and allowed.test by heart; NXDOMAIN for all else."""

    def __init__(self, directory, address=sandbox.KUBE_DNS, name="unbound"):
        home = os.path.join(directory, name)
        os.makedirs(home)
        conf = os.path.join(home, "unbound.conf")
        lines = ["local-zone: svc.cluster.local. static", "local-zone: allowed.test. static",
                 "local-zone: . static"]
        for owner, data in (("agent-env-rel-nginx.default.svc.cluster.local.", "5 IN A 10.1.2.3"),
                            ("agent-env-rel-nginx.default.svc.cluster.local.", "5 IN AAAA fd00:1:2::3"),
                            ("agent-env-rel-web.default.svc.cluster.local.", "5 IN A 10.1.2.4"),
                            ("allowed.test.", "77 IN A 127.0.0.1"), ("allowed.test.", "77 IN MX 10 mail.allowed.test.")):
            lines.append(f"local-data: '{owner} {data}'")
        with open(conf, "w", encoding="ascii") as f:
            f.write(textwrap.dedent(f"""\
                server:
                  interface: {address}
                  access-control: 0.0.0.0/0 allow
                  chroot: ""
                  username: ""
                  directory: "{home}"
                  pidfile: ""
                  use-syslog: no
                  num-threads: 1
                  do-ip6: no
                  module-config: "iterator"
                """) + "".join(f"  {line}\n" for line in lines) + "remote-control:\n  control-enable: no\n")
        super().__init__(["unbound", "-d", "-p", "-c", conf], directory, name)
        process.wait_bound(self, address, 53)
