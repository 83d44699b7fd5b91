"""What a fleet of Pods pays for the sidecar, from the figures measured: reserved by its requests, and used."""
PODS = (100, 1000, 10000)
QUERIES_A_SECOND = 10          # of a Pod, on the average: an evaluation that installs packages and calls its services
# What the charts ask for. The one that CoreDNS came with asks for what that needs.
REQUESTED = {"CoreDNS": {"cpu": 0.1, "memory": 128}, "dnsd": {"cpu": 0.05, "memory": 16}}


def rows(cpu_us, memory_mb):
    """cpu_us, memory_mb: {name: of a query, of a Pod}. Rows: Pods, name, reserved cores and GB, used cores and GB."""
    return [(pods, name, pods * REQUESTED[name]["cpu"], pods * REQUESTED[name]["memory"] / 1024,
             pods * QUERIES_A_SECOND * cpu_us[name] / 1e6, pods * memory_mb[name] / 1024)
            for pods in PODS for name in REQUESTED if name in cpu_us and name in memory_mb]
