"""What does not depend on the machine's mood: system calls and instructions a query."""
import os
import re
import shutil
import signal
import subprocess
import tempfile

import load
import server
from contenders import dnsd, dnsd_denying, dnsmasq, floor, unbound, coredns

# title: (contender, kind of question, what the answer must be). Instructions are counted under valgrind, which Go's
# runtime does not take to.
CASES = {
    "relayed": ({"floor": floor, "dnsd": dnsd, "dnsmasq": dnsmasq, "unbound": unbound, "CoreDNS": coredns}, "relayed",
                "NOERROR"),
    "mapped": ({"dnsd": dnsd, "CoreDNS": coredns}, "mapped", "NOERROR"),
    "denied": ({"dnsd": dnsd_denying}, "relayed", "NXDOMAIN"),
}


def attach_strace(process, out):
    """Counts until it is interrupted; it has begun when this returns."""
    tracer = subprocess.Popen(["strace", "-f", "-c", "-o", out, "-p", str(process.pid)], stderr=subprocess.PIPE, text=True)
    tracer.stderr.readline()  # "Process N attached"
    return tracer


def system_calls(make, name, folder, data, in_flight, expected):
    """{call: times a query}, with the sum as "all"."""
    with tempfile.TemporaryDirectory(dir=folder) as scratch, server.fresh(make, folder, name) as running:
        tracer = attach_strace(running.process, os.path.join(scratch, "calls"))
        done = load.dnsperf(running, data, in_flight, expected=expected)["answered"]
        tracer.send_signal(signal.SIGINT)
        tracer.communicate()
        with open(os.path.join(scratch, "calls"), encoding="ascii") as f:
            rows = re.findall(r"^ *[\d.]+ +[\d.]+ +\d+ +(\d+) +(?:\d+ +)?(\w+)$", f.read(), re.M)
    counted = {call: int(times) / done for times, call in rows if call != "total"}
    return dict(counted, all=sum(counted.values()))


def instructions(make, name, folder, data, expected):
    """Those of user space, a query; what start and end take is counted by itself and taken off."""
    def total(queries):
        out = os.path.join(tempfile.mkdtemp(dir=folder), "out")
        wrapped = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}"]
        done = 0
        with server.fresh(make, folder, name, wrapped=wrapped) as running:
            if queries:
                done = load.dnsperf(running, queries, load.IN_FLIGHT, expected=expected)["answered"]
        with open(out, encoding="ascii", errors="replace") as f:
            return int(re.search(r"^(?:totals|summary): (\d+)", f.read(), re.M)[1]), done

    idle, _ = total(None)
    busy, done = total(data)
    return (busy - idle) / done


def measure(folder, absent, tell):
    """{title: {name: {"calls": {...}, "calls one": {...}, "instructions": N or None}}}"""
    found = {}
    tools = {tool: shutil.which(tool) for tool in ("strace", "valgrind")}
    for title, (contenders, kind, expected) in CASES.items():
        data, few = load.questions(folder, kind, 10000), load.questions(tempfile.mkdtemp(dir=folder), kind, 1000)
        for name, make in contenders.items():
            if name in absent:
                continue
            row = found.setdefault(title, {}).setdefault(name, {})
            if tools["strace"]:
                tell(f"system calls: {title}: {name}")
                row["calls"] = system_calls(make, name, folder, data, load.IN_FLIGHT, expected)
                row["calls one"] = system_calls(make, name, folder, few, 1, expected)
            if tools["valgrind"] and name != "CoreDNS":
                tell(f"instructions: {title}: {name}")
                row["instructions"] = instructions(make, name, folder, data, expected)
    return found
