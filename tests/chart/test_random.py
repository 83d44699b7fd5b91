"""Whatever the schema and the chart's own checks let through, a cluster takes: random values, rendered with the
real Helm, before the judges of test_judges."""

import json
import pathlib
import random
import sys
import tempfile
import unittest

import manifests
from test_judges import CILIUM, KUBERNETES

sys.path.insert(0, str(manifests.HERE.parent / "golden"))

import golden  # noqa: E402  (its folder is known only now)
from random_values import Values  # noqa: E402

CHART = manifests.HERE.parent.parent / "chart"
SEED, COUNT = 1, 60


def render(folder):
    """Renders random values into files of the folder; gives the files of those that were not refused."""
    values = Values(json.loads((CHART / "values.schema.json").read_text()), random.Random(SEED))
    rendered = []
    for number in range(COUNT):
        path = folder / f"{number}.yaml"
        path.write_text(json.dumps(values.make(), ensure_ascii=False))
        done = golden.run([golden.oracle(3), "template", "my-rel", str(CHART), "-f", path.name], folder)
        if done.code == 0:
            path.with_suffix(".out").write_bytes(done.out)
            rendered.append(str(path.with_suffix(".out")))
    return rendered


@unittest.skipUnless(golden.oracle(3) and CILIUM.program() and KUBERNETES.program(), "./dev oracles has not been run")
class RandomValues(unittest.TestCase):
    def test_a_cluster_takes_them(self):
        with tempfile.TemporaryDirectory() as folder:
            rendered = render(pathlib.Path(folder))
            self.assertGreater(len(rendered), COUNT // 3)
            for judge in (CILIUM, KUBERNETES):
                for path, complaint in judge.verdicts(rendered).items():
                    with self.subTest(judge=judge.name, values=pathlib.Path(path).with_suffix(".yaml").read_text()):
                        self.assertIsNone(complaint)


if __name__ == "__main__":
    unittest.main()
