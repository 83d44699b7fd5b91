"""Where the programs are that the measurements run."""
import os
import shutil
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DNSD = os.path.join(ROOT, "build", "bin", "dnsd")
RENDER = os.path.join(ROOT, "build", "bin", "render")
FLOOR, PACE, COST, START = (os.path.join(ROOT, "build", "bin", "bench", name) for name in ("floor", "pace", "cost", "start"))


def oracle(name):
    made = subprocess.run([f"{ROOT}/tests/oracles/build-{name}", "--path"], capture_output=True, text=True, check=False)
    return made.stdout.strip()


def first(*candidates):
    return next((p for p in candidates if p and os.path.isfile(p) and os.access(p, os.X_OK)), None)


def coredns():
    return first(os.environ.get("COREDNS"), shutil.which("coredns"), oracle("coredns"))


def helm():
    cache = os.environ.get("AGENT_ENV_ORACLES") or os.path.expanduser("~/.cache/agent-env/oracles")
    return first(os.path.join(cache, "helm3"), shutil.which("helm"))


def image():
    """The archive of dnsd's image for this machine, where `./dev image` made it."""
    arch = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=False).stdout.strip()
    return next((p for p in [os.path.join(ROOT, "build", f"dnsd-{arch}.oci.tar")] if os.path.isfile(p)), None)


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)
    return path
