"""A small Debian to run containers on, with the packages named; made once of each set, and kept in the user's cache."""
import hashlib
import os
import subprocess
import tempfile

CACHE = os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "agent-env", "e2e")


def make(packages):
    """The folder it is in, which nobody writes to."""
    made = os.path.join(CACHE, "workload-" + hashlib.sha256(" ".join(packages).encode()).hexdigest()[:12])
    if not os.path.isdir(made):
        os.makedirs(CACHE, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as scratch:
            subprocess.run(["mmdebstrap", "--quiet", "--variant=extract", "--include=" + ",".join(packages), "bookworm",
                            f"{scratch}/root.tar"], check=True, stdin=subprocess.DEVNULL)
            os.mkdir(f"{scratch}/root")
            subprocess.run(["tar", "-C", f"{scratch}/root", "-xf", f"{scratch}/root.tar", "--exclude=./dev/*"], check=True)
            os.rename(f"{scratch}/root", made)
    return made
