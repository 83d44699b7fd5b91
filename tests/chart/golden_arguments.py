"""A golden case's arguments as render's tools take them: RELEASE and flags, without a chart."""

import sys

from manifests import HERE

sys.path.insert(0, str(HERE.parent / "golden"))
import golden  # noqa: E402


def of(folder):
    release, _, *flags = golden.arguments(folder)
    return [release, "--chart", str(HERE.parent.parent / "chart"), *flags]
