"""Golden cases: a chart, values and arguments, and what the real Helm says to them.

A case is a folder tests/golden/GROUP/CASE with
  values.yaml      given as the first `-f values.yaml`, if it is there
  args             further arguments, one a line, if it is there
  release          the release's name, if it is not my-rel
  chart/           the chart, if it is not the project's own
  expected.helmN           what Helm N printed (N is 3 or 4)
  expected.helmN.error     what it complained of, when it failed; then it printed nothing and left with 1
Everything runs inside the case's folder, so that paths in messages are the same everywhere.
"""

import os
import pathlib
import re
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
MAJORS = (3, 4)
TIMEOUT_S = 60


class Outcome:
    """What a run left: exit code, standard output, standard error (bytes)."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err


def environment():
    """Nothing of the caller's: no kubeconfig's namespace, no plugins, no HELM_ variables; and a home where nothing can be left."""
    return {"PATH": os.environ["PATH"], "HOME": "/proc/none", "KUBECONFIG": "/dev/null",
            "HELM_PLUGINS": "/nonexistent", "LC_ALL": "C.UTF-8",
            **{k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}}


def find_cases(names):
    """The folders of cases under the named groups or cases; all of them if none is named."""
    roots = [HERE / name for name in names] or [p for p in HERE.iterdir() if p.is_dir()]
    found = set()
    for root in roots:
        if not root.is_dir():
            raise SystemExit(f"golden: no such group or case: {root}")
        # A case holds files of its own; a group holds folders only.
        is_case = any(child.is_file() for child in root.iterdir())
        found.update([root] if is_case else (p for p in root.iterdir() if p.is_dir()))
    return sorted(p for p in found if p.name != "__pycache__" and p.parent != HERE)


def arguments(case):
    """RELEASE CHART and flags, as both `helm template` and `render template` take them."""
    release = case / "release"
    chart = "chart" if (case / "chart").is_dir() else os.path.relpath(HERE.parent.parent / "chart", case)
    args = [release.read_text().strip() if release.exists() else "my-rel", chart]
    if (case / "values.yaml").exists():
        args += ["-f", "values.yaml"]
    if (case / "args").exists():
        args += (case / "args").read_text().splitlines()
    return args


def run(command, case):
    done = subprocess.run(command, cwd=case, env=environment(), stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=TIMEOUT_S, check=False)
    return Outcome(done.returncode, done.stdout, done.stderr)


def settle(text):
    """Takes chance out of a schema's complaint: Helm overwrites the place of a bad property name while
    it prints it, with any other place it has seen."""
    return re.sub(r"at '[^']*': invalid propertyName", "at '': invalid propertyName", text)


def complaint(err):
    """Helm's error without what its logger wrote before it; a schema's complaints, which come in
    random order, are sorted."""
    text = settle(err.decode(errors="replace"))
    at = text.find("Error: ")
    lines = text[max(at, 0):].splitlines()
    causes = sorted(line for line in lines if re.match(r"\s*- at ", line))
    rest = [line for line in lines if not re.match(r"\s*- at ", line)]
    return "\n".join(rest[:2] + causes + rest[2:]).rstrip() + "\n" if causes else "\n".join(lines).rstrip() + "\n"


def oracle(major):
    """The path of the real Helm of that major version, or None."""
    path = subprocess.run([HERE.parent / "oracles" / "build", "--path", str(major)],
                          capture_output=True, text=True, check=True).stdout.strip()
    return path if os.access(path, os.X_OK) else None


def recorded(case, major):
    """What was recorded: (stdout, complaint or None); None if nothing was."""
    out, err = case / f"expected.helm{major}", case / f"expected.helm{major}.error"
    if err.exists():
        return b"", err.read_text()
    return (out.read_bytes(), None) if out.exists() else None
