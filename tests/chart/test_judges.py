"""Every manifest before the judges that a cluster has: kubecheck is what Kubernetes' API server does on create,
ciliumcheck is Cilium's sanitizer and the schema of its CRD.

Where tests/oracles/build has built them, they judge. Elsewhere what they judge has to be, to the byte, what
they have passed before: JUDGE/passed holds a digest for each case. `test_judges.py --record` writes that file.
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
TIMEOUT_S = 300

# Rendered without the schema, to show that nothing breaks out of its quotes: no cluster would take these.
WITHOUT_SCHEMA = {"hostile-names-without-schema"}
POLICY = "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: x}\nspec:\n  endpointSelector: {}\n  "
SERVICE = "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec:\n  clusterIP: None\n  "


class Judge:
    def __init__(self, name, judges_policies, also_refused, wrong):
        self.name = name
        self.passed_path = manifests.HERE / name / "passed"
        self.judges_policies = judges_policies
        self.refused_cases = WITHOUT_SCHEMA | also_refused
        self.wrong = wrong  # what it has to refuse

    def program(self):
        """Its path, or None where it is not built."""
        command = [ORACLES, "--path", self.name]
        path = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        return path if os.access(path, os.X_OK) else None

    def verdicts(self, paths):
        """Path -> what it says against the file, None if nothing."""
        command = [self.program(), *paths]
        done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT_S, check=False)
        said = dict(line.split(": ", 1) for line in done.stdout.splitlines())
        if set(said) != set(paths):
            raise AssertionError(done.stderr)
        return {path: text if text.startswith("refused") else None for path, text in said.items()}

    def cases(self):
        return [case for case in manifests.case_names() + manifests.compose_cases() if case not in self.refused_cases]

    def digest(self, case):
        """Of what it judges alone, as it was printed."""
        documents = ("\n" + manifests.case_path(case).read_text()).split("\n---\n")
        mine = [text.strip() for text in documents
                if text.strip() and ("\napiVersion: cilium.io/" in text) == self.judges_policies]
        return hashlib.sha256("\n---\n".join(mine).encode()).hexdigest()

    def record(self):
        if not self.program():
            raise SystemExit(f"no {self.name} here: run tests/oracles/build first")
        complaints = self.verdicts([str(manifests.case_path(case)) for case in self.cases()])
        refused = [f"{path}: {text}" for path, text in complaints.items() if text]
        if refused:
            raise SystemExit("\n".join(refused))
        self.passed_path.write_text("".join(f"{self.digest(case)} {case}\n" for case in self.cases()))
        print(f"{self.name} passes {len(self.cases())} cases")


CILIUM = Judge("ciliumcheck", True, set(), {
    "two kinds of rule in one": POLICY + "ingress: [{fromEntities: [all], toPorts: [{ports: [{port: '80'}]}], icmps: [{fields: [{type: 8}]}]}]",
    "an unknown field": POLICY + "ingressed: []\n  ingress: [{}]",
    "a name that is none": POLICY + "egress: [{toFQDNs: [{matchPattern: 'a b'}]}]",
    "a server name twice": POLICY + "egress: [{toEntities: [all], toPorts: [{ports: [{port: '443', protocol: TCP}], serverNames: [a.b, a.b]}]}]",
    "an unknown entity": POLICY + "egress: [{toEntities: [everything]}]",
})
# Their names are too long for a cluster, which `render lint` says.
KUBERNETES = Judge("kubecheck", False, {"release-name-is-long", "fullname-override"}, {
    "one name for two ports": SERVICE + "ports: [{name: a, port: 1}, {name: a, port: 2}]",
    "an unknown field": SERVICE + "selektor: {a: b}",
    "a key twice": SERVICE + "selector: {a: b, a: c}",
    "a number for a text": SERVICE + "selector: {a: 1}",
    "a name that is none": SERVICE.replace("name: x", "name: X_"),
})


class Judged:
    """What is asked of each judge; the classes below say which."""

    def test_everything_is_what_it_has_passed(self):
        passed = dict(reversed(line.split()) for line in self.judge.passed_path.read_text().splitlines())
        for case in self.judge.cases():
            with self.subTest(case=case):
                self.assertEqual(passed.get(case), self.judge.digest(case),
                                 "changed since: run tests/oracles/build, then tests/chart/run BUILD --record")

    def test_it_passes_everything_now(self):
        if not self.judge.program():
            self.skipTest(f"{self.judge.name} is not built here: recorded verdicts alone")
        for path, complaint in self.judge.verdicts([str(manifests.case_path(case)) for case in self.judge.cases()]).items():
            with self.subTest(path=path):
                self.assertIsNone(complaint)

    def test_it_refuses_what_is_wrong(self):
        if not self.judge.program():
            self.skipTest(f"{self.judge.name} is not built here")
        with tempfile.TemporaryDirectory() as folder:
            paths = [str(manifests.case_path(case)) for case in self.judge.refused_cases]
            for number, text in enumerate(self.judge.wrong.values()):
                path = pathlib.Path(folder) / f"{number}.yaml"
                path.write_text(text + "\n")
                paths.append(str(path))
            for path, complaint in self.judge.verdicts(paths).items():
                with self.subTest(path=path, wrong=list(self.judge.wrong)):
                    self.assertIsNotNone(complaint)


class Cilium(Judged, unittest.TestCase):
    judge = CILIUM


class Kubernetes(Judged, unittest.TestCase):
    judge = KUBERNETES


if __name__ == "__main__":
    if sys.argv[1:] == ["--record"]:
        CILIUM.record()
        KUBERNETES.record()
    else:
        unittest.main()
