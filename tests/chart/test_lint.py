"""What Helm refuses, by the schema or by the templates, render lint refuses too, and says where it is written. The
environment variable RENDER names the program."""

import os
import sys
import unittest

import manifests

sys.path.insert(0, str(manifests.HERE.parent / "golden"))

import golden  # noqa: E402  (its folder is known only now)

RENDER = os.environ.get("RENDER")
# What these get wrong stands in no line of their values.
WITHOUT_A_LINE = {"additional-resource-fails", "additional-resource-is-no-template", "additional-resource-is-no-yaml",
                  "reason-of-201-octets"}


def refused_cases():
    return sorted(path.parent for path in manifests.CASES.glob("*/expected.helm3.error") if (path.parent / "values.yaml").exists())


@unittest.skipUnless(RENDER, "RENDER does not say which render to ask")
class Lint(unittest.TestCase):
    def test_it_refuses_what_helm_refuses_and_says_where(self):
        self.assertGreater(len(refused_cases()), 60)
        for case in refused_cases():
            release, _chart, *flags = golden.arguments(case)
            with self.subTest(case=case.name):
                done = golden.run([os.path.abspath(RENDER), "lint", release, *flags], case)
                self.assertEqual(done.code, 1, done.out.decode())
                if case.name not in WITHOUT_A_LINE:
                    self.assertRegex(done.out.decode(), r"(?m)^values\.yaml:[0-9]+:[0-9]+: error: ")

    def test_it_passes_what_helm_renders(self):
        for name in ("defaults", "three-services", "networks", "allow-domains"):
            case = manifests.CASES / name
            release, _chart, *flags = golden.arguments(case)
            with self.subTest(case=name):
                self.assertEqual(golden.run([os.path.abspath(RENDER), "lint", release, *flags], case).code, 0)


if __name__ == "__main__":
    unittest.main()
