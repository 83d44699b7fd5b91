"""Every manifest against Kubernetes' own schemas, unknown fields refused, for the oldest release with native
sidecars and the newest that kubernetes-validate has."""

import functools
import json
import unittest

import kubernetes_validate
from kubernetes_validate import utils

import manifests

VERSIONS = ("1.29", kubernetes_validate.latest_version())

# The schemas' definitions are megabytes, read anew for each document otherwise.
utils.schema_contents = functools.cache(utils.schema_contents)


def problem(document, version):
    try:
        kubernetes_validate.validate(document, version, strict=True)
    except kubernetes_validate.ValidationError as error:
        return f"{document['kind']} {document['metadata']['name']}: {'.'.join(map(str, error.path))}: {error.message}"
    return None


class Schemas(unittest.TestCase):
    def test_every_manifest_is_valid(self):
        checked = set()
        for case in manifests.case_names() + manifests.compose_cases():
            for document in manifests.load(case):
                text = json.dumps(document, sort_keys=True)
                # Policies are Cilium's: test_judges has them.
                if document["kind"] == "CiliumNetworkPolicy" or text in checked:
                    continue
                checked.add(text)
                for version in VERSIONS:
                    with self.subTest(case=case, version=version):
                        self.assertIsNone(problem(document, version))
        self.assertGreater(len(checked), 150)

    def test_a_wrong_type_and_an_unknown_field_are_refused(self):
        base = {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "x"}}
        for version in VERSIONS:
            self.assertIsNone(problem({**base, "spec": {"clusterIP": "None"}}, version))
            self.assertIn("clusterIp", problem({**base, "spec": {"clusterIp": "None"}}, version))
            self.assertIn("'80'", problem({**base, "spec": {"ports": [{"port": "80"}]}}, version))


if __name__ == "__main__":
    unittest.main()
