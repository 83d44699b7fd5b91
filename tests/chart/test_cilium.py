"""Every policy against Cilium's own sanitizer and the schema of its CRD.

Where tests/oracles/build has built ciliumcheck it judges; elsewhere a policy has to be, to the byte, one that
it has passed before: ciliumcheck/passed holds the digest of each case's policies. `test_cilium.py --record`
writes that file.
"""

import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import manifests

ORACLES = manifests.HERE.parent / "oracles" / "build"
PASSED = manifests.HERE / "ciliumcheck" / "passed"
# Rendered without the schema, to show that nothing breaks out: Cilium is to refuse these.
TO_BE_REFUSED = {"hostile-names-without-schema"}

REFUSED_POLICIES = {
    "two kinds of rule in one": "ingress: [{fromEntities: [all], toPorts: [{ports: [{port: '80'}]}], icmps: [{fields: [{type: 8}]}]}]",
    "an unknown field": "ingressed: []\n  ingress: [{}]",
    "a name that is none": "egress: [{toFQDNs: [{matchPattern: 'a b'}]}]",
    "a server name twice": "egress: [{toEntities: [all], toPorts: [{ports: [{port: '443', protocol: TCP}], serverNames: [a.b, a.b]}]}]",
    "an unknown entity": "egress: [{toEntities: [everything]}]",
}


def ciliumcheck():
    """The path of the program, or None."""
    path = subprocess.run([ORACLES, "--path", "ciliumcheck"], capture_output=True, text=True, check=True).stdout.strip()
    return path if os.access(path, os.X_OK) else None


def judge(paths):
    """Path -> what ciliumcheck says of it, None if all is well."""
    done = subprocess.run([ciliumcheck(), *paths], capture_output=True, text=True, timeout=300, check=False)
    said = dict(line.split(": ", 1) for line in done.stdout.splitlines())
    if set(said) != set(map(str, paths)):
        raise AssertionError(done.stderr)
    return {path: None if text.endswith(" policies") else text for path, text in said.items()}


def digest(case):
    """Of the policies alone, as they were printed."""
    documents = manifests.case_path(case).read_text().split("\n---\n")
    policies = [text.strip() for text in documents if "\nkind: CiliumNetworkPolicy\n" in text]
    return hashlib.sha256("\n---\n".join(policies).encode()).hexdigest()


def cases():
    return [case for case in manifests.case_names() if case not in TO_BE_REFUSED]


class Policies(unittest.TestCase):
    def test_every_policy_was_passed_by_cilium(self):
        passed = dict(reversed(line.split()) for line in PASSED.read_text().splitlines())
        for case in cases():
            with self.subTest(case=case):
                self.assertEqual(passed.get(case), digest(case), "changed since Cilium passed it: "
                                 "run tests/oracles/build, then tests/chart/run --record-cilium")

    @unittest.skipUnless(ciliumcheck(), "ciliumcheck is not built here: recorded verdicts alone")
    def test_cilium_passes_every_policy_now(self):
        paths = [str(manifests.case_path(case)) for case in cases()]
        for path, complaint in judge(paths).items():
            with self.subTest(path=path):
                self.assertIsNone(complaint)

    @unittest.skipUnless(ciliumcheck(), "ciliumcheck is not built here")
    def test_cilium_refuses_what_is_wrong(self):
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for number, spec in enumerate(REFUSED_POLICIES.values()):
                path = pathlib.Path(folder) / f"{number}.yaml"
                path.write_text("apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: x}\n"
                                f"spec:\n  endpointSelector: {{}}\n  {spec}\n")
                paths.append(str(path))
            paths += [str(manifests.case_path(case)) for case in TO_BE_REFUSED]
            for path, complaint in judge(paths).items():
                with self.subTest(path=path):
                    self.assertIsNotNone(complaint)


def record():
    if not ciliumcheck():
        raise SystemExit("no ciliumcheck here: run tests/oracles/build first")
    refused = {path: text for path, text in judge([str(manifests.case_path(case)) for case in cases()]).items() if text}
    if refused:
        raise SystemExit("\n".join(map(": ".join, refused.items())))
    PASSED.write_text("".join(f"{digest(case)} {case}\n" for case in cases()))
    print(f"recorded {len(cases())} cases")


if __name__ == "__main__":
    if sys.argv[1:] == ["--record"]:
        record()
    else:
        unittest.main()
