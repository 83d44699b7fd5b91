"""dnsd and the chart agree: dnsd takes every configuration that the chart writes, started as its Pod starts it,
and maps just what the release has Services for. The environment variable DNSD names the program."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import manifests
from test_manifests import WITHOUT_SCHEMA, dnsd_of

DNSD = os.environ.get("DNSD")
UPSTREAM = "192.0.2.53"  # not asked: the configuration is only read
# Its Service's name is no domain name's part, which `render lint` says, and dnsd.
NAME_TOO_LONG = "fullname-override"
# The configuration's own; every other case has the cluster's usual domain.
CLUSTER_DOMAINS = {"dnsd-settings": "k8s.corp.test"}


def arguments(case, service, folder):
    """How the Pod starts dnsd, its configuration put into the folder."""
    (found,) = [document["data"]["dnsd.yaml"] for document in manifests.of_kind(case, "ConfigMap")
                if "dnsd.yaml" in document.get("data", {})]
    path = pathlib.Path(folder) / "dnsd.yaml"
    path.write_text(found)
    return [argument.replace("/etc/dnsd/dnsd.yaml", str(path)) for argument in dnsd_of(manifests.pods(case)[service])["args"]]


def check(case, service):
    with tempfile.TemporaryDirectory() as folder:
        command = [DNSD, "--check", "--upstream", UPSTREAM, *arguments(case, service, folder)]
        return subprocess.run(command, capture_output=True, text=True, timeout=10, check=False)


def cases_with_dnsd():
    return [case for case in manifests.case_names() + manifests.compose_cases() if case not in WITHOUT_SCHEMA | {NAME_TOO_LONG} and manifests.pods(case)
            and any("dnsd.yaml" in document.get("data", {}) for document in manifests.of_kind(case, "ConfigMap"))]


@unittest.skipUnless(DNSD, "DNSD does not say which dnsd to ask")
class Agreement(unittest.TestCase):
    def test_dnsd_takes_every_configuration_as_its_pod_starts_it(self):
        self.assertGreater(len(cases_with_dnsd()), 85)
        for case in cases_with_dnsd():
            for service in list(manifests.pods(case))[:5]:
                with self.subTest(case=case, service=service):
                    done = check(case, service)
                    self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_dnsd_refuses_a_service_whose_name_is_too_long_for_dns(self):
        done = check(NAME_TOO_LONG, "default")
        self.assertEqual(done.returncode, 3)
        self.assertIn("longer than 63 octets", done.stderr)

    def test_dnsd_maps_what_has_a_service_and_nothing_else(self):
        for case in cases_with_dnsd():
            domain = CLUSTER_DOMAINS.get(case, "cluster.local")
            namespace = manifests.dnsd_configuration(case)["namespace"]
            wanted = {f"{service['metadata']['name']}.{namespace}.svc.{domain}." for service in manifests.of_kind(case, "Service")}
            mapped = dict(re.findall(r"^name (\S+) -> (\S+)", check(case, "default").stdout, re.MULTILINE))
            with self.subTest(case=case):
                self.assertEqual(set(mapped.values()), wanted)
                for service in manifests.of_kind(case, "Service"):
                    self.assertIn(service["metadata"]["labels"][manifests.SERVICE_LABEL] + ".", mapped)
                    self.assertIn(service["metadata"]["name"] + ".", mapped)

    def test_additional_records_arrive(self):
        output = check("additional-dns-records", "default").stdout
        for name in ("example.com.", "www.example.com.", "*.cdn.example.com.", "under_score.", "trailing.dot."):
            self.assertIn(f"name {name} -> agent-env-my-rel-web.default.svc.cluster.local.", output)

    def test_a_pod_that_has_port_53_itself_has_its_dnsd_elsewhere(self):
        self.assertIn("listen [::1]:53\n", check("workload-port-53", "ns").stdout)
        self.assertIn("listen 127.0.0.1:53\n", check("workload-port-53", "default").stdout)


if __name__ == "__main__":
    unittest.main()
