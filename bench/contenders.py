"""The servers that are measured, and the one behind them: each writes its files to a folder of its own, and gives its
command line."""
import shutil

import paths
from paths import write

UPSTREAM, PORT = 5300, 5301
SERVICES = 50
SERVICES_MOST = 3000


def target(i):
    return f"agent-env-rel-s{i}.default.svc.cluster.local"


def nsd(folder, address="127.0.0.1", port=UPSTREAM):
    """Knows every target, and a wildcard of an outside zone."""
    soa = "$TTL 60\n@ IN SOA ns root 1 7200 1800 86400 5\n@ IN NS ns\nns IN A 127.0.0.1\n"
    write(folder, "bench.test", "$ORIGIN bench.test.\n" + soa + "* IN A 192.0.2.1\n")
    records = "".join(f"{target(i)}. IN A 10.{i // 250}.0.{i % 250}\n" for i in range(SERVICES_MOST))
    write(folder, "svc.cluster.local", "$ORIGIN svc.cluster.local.\n" + soa + records)
    zones = "".join(f"zone:\n  name: {z}\n  zonefile: {z}\n" for z in ("bench.test", "svc.cluster.local"))
    return ["nsd", "-d", "-c", write(folder, "nsd.conf", f"""\
server:
  ip-address: {address}@{port}
  server-count: 1
  username: ""
  chroot: ""
  zonesdir: "{folder}"
  database: ""
  pidfile: ""
  xfrdfile: ""
  xfrdir: "{folder}"
  zonelistfile: "{folder}/zones"
  rrl-ratelimit: 0
  tcp-count: 1000
remote-control:
  control-enable: no
{zones}""")]


def dnsd_config(services, listen, upstream, logged=False, policy="off"):
    names = "".join(f"  s{i}: {{}}\n" for i in range(services))
    return f"""\
fullname: agent-env-rel
namespace: default
services:
{names}listen: ["{listen}"]
upstream: {{servers: ["{upstream}"]}}
policy: {{mode: {policy}, allow: []}}
log: {{queries: {str(logged).lower()}}}
"""


def dnsd(folder, services=SERVICES, **options):
    config = dnsd_config(services, f"127.0.0.1:{PORT}", f"127.0.0.1:{UPSTREAM}", **options)
    return [paths.DNSD, "-c", write(folder, "dnsd.yaml", config)]


def dnsd_logging(folder):
    return dnsd(folder, logged=True)


def dnsd_denying(folder):
    return dnsd(folder, policy="enforce")


def floor(_folder):
    return [paths.FLOOR, str(PORT), str(UPSTREAM)]


def corefile(services, port, upstream, plugins=""):
    rewrites = "".join(f"  rewrite name exact {name} {target(i)}\n"
                       for i in range(services) for name in (f"s{i}", f"agent-env-rel-s{i}"))
    return f""".:{port} {{
  bind 127.0.0.1
  errors
{plugins}{rewrites}  forward . {upstream} {{
    max_concurrent 1000
  }}
}}
"""


def coredns(folder, services=SERVICES, plugins=""):
    return [paths.coredns(), "-conf", write(folder, "Corefile", corefile(services, PORT, f"127.0.0.1:{UPSTREAM}", plugins))]


def coredns_logging(folder):
    return coredns(folder, plugins="  log\n")


def dnsmasq(_folder):
    return ["dnsmasq", "--keep-in-foreground", "--conf-file=/dev/null", "--no-resolv", "--no-hosts", "--user=root",
            "--pid-file=", "--cache-size=0", "--dns-forward-max=1000", "--listen-address=127.0.0.1",
            "--bind-interfaces", f"--port={PORT}", f"--server=127.0.0.1#{UPSTREAM}"]


def unbound(folder):
    return ["unbound", "-d", "-c", write(folder, "unbound.conf", f"""\
server:
  interface: 127.0.0.1@{PORT}
  username: ""
  chroot: ""
  directory: "{folder}"
  pidfile: ""
  use-syslog: no
  num-threads: 1
  do-not-query-localhost: no
  local-zone: "test." nodefault
  module-config: "iterator"
  cache-max-ttl: 0
  msg-cache-size: 0
  rrset-cache-size: 0
  outgoing-range: 4096
remote-control:
  control-enable: no
forward-zone:
  name: "."
  forward-addr: 127.0.0.1@{UPSTREAM}
""")]


ALL = {"floor": floor, "dnsd": dnsd, "dnsmasq": dnsmasq, "unbound": unbound, "CoreDNS": coredns}


def absent():
    """{name: why} of those that are not to be had here."""
    found = {"dnsmasq": shutil.which("dnsmasq"), "unbound": shutil.which("unbound"), "CoreDNS": paths.coredns()}
    return {name: "it is not to be had here" for name, path in found.items() if not path}


def binary(name):
    return {"floor": paths.FLOOR, "dnsd": paths.DNSD, "CoreDNS": paths.coredns()}.get(name) or shutil.which(name)
