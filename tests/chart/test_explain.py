"""`render explain` says what the policies do: held against the simulator, over every golden case. The environment
variable RENDER names the program."""

import os
import re
import subprocess
import unittest

import golden_arguments
import manifests
from simulator import Attempt
from test_manifests import WITHOUT_SCHEMA
from test_policies import Release

RENDER = os.environ.get("RENDER")
ANY_PORT = 5432  # where a service names no ports


def explain(case, name):
    """Layer -> its lines, without the places."""
    folder = manifests.CASES / case
    command = [RENDER, "explain", name, *golden_arguments.of(folder)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=20, check=False)
    if done.returncode != 0:
        raise AssertionError(f"{case}: {name}: {done.stderr}")
    layers, layer = {}, ""
    for line in done.stdout.splitlines()[1:]:
        layer = line[:12].strip() or layer
        layers.setdefault(layer, []).append(re.sub(r"  \[.*\]$", "", line[12:]))
    return layers


def cases():
    return [case for case in manifests.case_names() if case not in WITHOUT_SCHEMA and manifests.pods(case)
            and manifests.of_kind(case, "CiliumNetworkPolicy")]


def reached_by(layers):
    """The services that reach the one explained."""
    found = set()
    for line in layers.get("reached by", []):
        names, _, outcome = line.partition(": ")
        if outcome and not outcome.startswith("no, "):
            found.update(names.split(", "))
    return found


def first_port(case, service):
    ports = [port for found in manifests.of_kind(case, "Service")
             if found["metadata"]["labels"].get(manifests.SERVICE_LABEL) == service for port in found["spec"].get("ports", [])]
    return (ports[0]["port"], ports[0]["protocol"]) if ports else (ANY_PORT, "TCP")


def patterns(case):
    """What allowDomains came to: the patterns of toFQDNs."""
    return {entry["matchPattern"] for policy in manifests.of_kind(case, "CiliumNetworkPolicy")
            for rule in policy["spec"].get("egress", []) for entry in rule.get("toFQDNs", [])}


def names_like(pattern):
    """Names that it may match, or nearly."""
    bare = pattern.lower().rstrip(".")
    return {bare.replace("*", "ab"), bare.replace("*", ""), bare.replace("*.", "a.b."), "x" + bare.replace("*", "a")}


def is_written_low(pattern):
    """The simulator reads server names in any case; what Cilium makes of capitals is not known for sure, so that
    render says no."""
    return pattern == pattern.lower()


def is_name(name):
    return "*" not in name and all(0 < len(label) < 64 for label in name.split(".")) and len(name) < 254


@unittest.skipUnless(RENDER, "no RENDER: the whole build tests it")
class Explanations(unittest.TestCase):
    def test_who_reaches_a_service(self):
        told = 0
        for case in cases():
            release = Release(case)
            for found in manifests.of_kind(case, "Service"):
                service = found["metadata"]["labels"].get(manifests.SERVICE_LABEL)
                if not service:
                    continue
                port, protocol = first_port(case, service)
                with self.subTest(case=case, service=service):
                    expected = {source for source in release.pods if source != service
                                and release.reaches(source, service, port, protocol)}
                    self.assertEqual(reached_by(explain(case, service)), expected)
                    told += 1
        self.assertGreater(told, 50)

    def test_what_lets_a_name_out(self):
        told = 0
        for case in cases():
            release = Release(case)
            for name in sorted({name for pattern in filter(is_written_low, patterns(case)) for name in names_like(pattern)
                                if is_name(name)}):
                with self.subTest(case=case, name=name):
                    self.check_name(release, name, explain(case, name))
                    told += 1
        self.assertGreater(told, 20)

    def check_name(self, release, name, layers):
        dns = layers["DNS"][0]
        if dns.startswith("dnsd: "):
            return  # a name of the release: nothing outside is meant
        self.assertEqual(dns.startswith("allowed"), release.may_ask(name))
        everywhere = any(line.startswith("open") for line in layers.get("ports", []) + layers.get("entity", []))
        for layer, port in (("443/TCP", 443), ("80/TCP", 80)):
            is_open = everywhere or layers.get(layer, ["closed"])[0].startswith("open")
            self.assertEqual(is_open, release.opens(name, port, said=name), layer)


if __name__ == "__main__":
    unittest.main()
