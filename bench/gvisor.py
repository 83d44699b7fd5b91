"""The same in a Pod under gVisor: what a sidecar adds to the Pod's CPU and memory, and to its start.

The Pod is one runsc sandbox: a container that keeps it, the workload with the client, and the sidecar. Its CPU and memory
are what its cgroup is charged, the client's share included; what a sidecar adds is the difference from the same client
asking the same upstream itself, in the same round."""
import dataclasses
import glob
import os
import shutil
import subprocess
import sys
import tempfile
import time

import load
import paths
import server
from contenders import corefile, dnsd_config, nsd

sys.path[:0] = [os.path.join(paths.ROOT, "tests"), os.path.join(paths.ROOT, "tests", "e2e")]

import cluster  # noqa: E402
import pod  # noqa: E402
import runtime  # noqa: E402
from support import debian_root, sandbox  # noqa: E402

PACKAGES = ["dash", "coreutils", "libc-bin", "dnsperf"]
UPSTREAM = sandbox.KUBE_DNS
SECONDS = 2
ONE_A_SECOND = 2000   # about as many as a Pod can ask one at a time
FORMS = {100: "100 in flight", 1: "one in flight"}


@dataclasses.dataclass
class Subject:
    sidecar: list       # command line; empty: the client asks upstream itself
    kind: str = "relayed"


SUBJECTS = {
    "direct": Subject([]),
    "floor": Subject(["/bench/floor", "53", "53", UPSTREAM]),
    "dnsd": Subject(["/bench/dnsd", "-c", "/bench/dnsd.yaml"]),
    "CoreDNS": Subject(["/bench/coredns", "-conf", "/bench/Corefile"]),
    "dnsd, mapped": Subject(["/bench/dnsd", "-c", "/bench/dnsd.yaml"], "mapped"),
    "CoreDNS, mapped": Subject(["/bench/coredns", "-conf", "/bench/Corefile"], "mapped"),
}


def prepare(folder):
    """The file system of the Pod's containers, and runsc: (root, runsc, platform). Needs the network, and so is done
    before the run shuts itself in. None: no runsc is to be had."""
    got = subprocess.run([os.path.join(paths.ROOT, "tests", "e2e", "runsc")], capture_output=True, text=True, check=False)
    if got.returncode:
        return None
    root = os.path.join(folder, "root")
    shutil.copytree(debian_root.make(PACKAGES), root, symlinks=True)
    home = os.path.join(root, "bench")
    for made in (home, os.path.join(root, "proc"), os.path.join(root, "sys"), os.path.join(root, "dev")):
        os.makedirs(made, exist_ok=True)
    for program in (paths.FLOOR, paths.START, paths.PACE, paths.DNSD):
        shutil.copy(program, home)
    if paths.coredns():
        shutil.copy(paths.coredns(), os.path.join(home, "coredns"))
    paths.write(home, "dnsd.yaml", dnsd_config(load.SERVICES, "127.0.0.1:53", f"{UPSTREAM}:53"))
    paths.write(home, "Corefile", corefile(load.SERVICES, 53, f"{UPSTREAM}:53"))
    for kind in ("relayed", "mapped"):
        load.questions(home, kind, 60000)
    return (root, *got.stdout.split())


PREFIX = "agent-env-bench-"


def remove_cgroups():
    """Those of a run that was ended before it could."""
    for name in glob.glob(f"/sys/fs/cgroup/{PREFIX}*") + glob.glob(f"/sys/fs/cgroup/*/{PREFIX}*"):
        remove_cgroup(name)


def remove_cgroup(folder):
    """Its processes may take a moment to be gone."""
    for _ in range(100):
        try:
            os.rmdir(folder)
            return
        except OSError:
            time.sleep(0.05)


class Cgroup:
    """One of the Pod's own, of either version; None of `make` where none can be made."""

    def __init__(self, folders, version):
        self.folders, self.version = folders, version

    @classmethod
    def make(cls, name):
        top = "/sys/fs/cgroup"
        try:
            if os.path.exists(f"{top}/cgroup.controllers"):
                with open(f"{top}/cgroup.subtree_control", "w", encoding="ascii") as f:
                    f.write("+memory +cpu")
                made = cls([f"{top}/{name}"], 2)
            else:
                made = cls([f"{top}/cpuacct/{name}", f"{top}/memory/{name}"], 1)
            for folder in made.folders:
                os.mkdir(folder)
        except OSError:
            return None
        return made

    def entering(self):
        """The words before a command that is to run in it."""
        moves = "".join(f"echo $$ >{f}/cgroup.procs && " for f in self.folders)
        return ["sh", "-c", moves + 'exec "$@"', "sh"]

    def read(self, folder, name):
        with open(os.path.join(self.folders[folder], name), encoding="ascii") as f:
            return f.read()

    def cpu_us(self):
        if self.version == 1:
            return int(self.read(0, "cpuacct.usage")) / 1000
        return int(dict(line.split() for line in self.read(0, "cpu.stat").splitlines())["usage_usec"])

    def memory_mb(self):
        found = dict(line.split() for line in self.read(-1, "memory.stat").splitlines())
        return (int(found["rss" if self.version == 1 else "anon"]) + int(found["shmem"])) / 1e6

    def end(self):
        for folder in self.folders:
            remove_cgroup(folder)


class Pod(runtime.Gvisor):
    """A sandbox whose processes are in a cgroup; the runtime's own commands are not, but for those that make them."""

    def __init__(self, folder, root, cgroup, seconds, runsc, platform):
        self.cgroup, self.seconds = cgroup, seconds
        super().__init__(folder, {"root": root}, cluster.NETWORK, paths.write(folder, "resolv.conf", f"nameserver {UPSTREAM}\n"),
                         runsc, platform, container("keeper", ["sleep", "infinity"]))
        self.start(container("client", ["sleep", "infinity"]))

    def run(self, *words, **options):
        before = self.cgroup.entering() if words[0] == "create" else []
        return subprocess.run([*before, *self.command, *words], check=False, **options)

    def ask(self, server, kind, in_flight):
        """CPU of the Pod a query, in us, and queries/s; a client that asks one at a time is to do nothing else."""
        data = f"/bench/{kind}-{load.SERVICES}"

        def dnsperf():
            command = ["dnsperf", "-s", server, "-d", data, "-n", "1", "-l", str(self.seconds), "-t", "2", "-q", str(in_flight),
                       "-c", "4"]
            return load.outcome(self.exec("client", *command).stdout, command, "NOERROR")

        def one_at_a_time():
            return load.said_by_pace(self.exec("client", "/bench/pace", "-a", server, "-w", "1", "53", data,
                                               str(int(ONE_A_SECOND * self.seconds))).stdout)

        return load.charged(self.cgroup, one_at_a_time if in_flight == 1 else dnsperf)

    def start_sidecar(self, command):
        """ms from its start to its first answer, as the client in the Pod has it; the runtime's own time included."""
        with subprocess.Popen([*self.command, "exec", "client", "/bench/start", "53"], stdout=subprocess.PIPE) as asking:
            asking.stdout.readline()
            begun = time.monotonic()
            self.start(container("sidecar", command))
            asking.communicate(timeout=20)
        return 1000 * (time.monotonic() - begun)

    def end_sidecar(self):
        self.run("kill", "sidecar", "KILL", capture_output=True)
        while self.run("delete", "--force", "sidecar", capture_output=True).returncode:
            time.sleep(0.05)
        self.started.remove("sidecar")
        bundle = os.path.join(self.folder, "sidecar")
        subprocess.run(["umount", os.path.join(bundle, "root")], check=False)
        shutil.rmtree(bundle)


def container(name, command):
    process = {"args": command, "cwd": "/", "env": [pod.PATH], "user": {"uid": 0, "gid": 0}, "noNewPrivileges": True}
    return pod.Container(name, "root", process, {}, False, False, None)


def measure_subject(made, name):
    subject, row = SUBJECTS[name], {}
    before = made.cgroup.memory_mb()
    if subject.sidecar:
        row["start"] = made.start_sidecar(subject.sidecar)
        row["idle"] = made.cgroup.memory_mb() - before
    for in_flight in FORMS:
        row[in_flight] = made.ask("127.0.0.1" if subject.sidecar else UPSTREAM, subject.kind, in_flight)
    row["loaded"] = made.cgroup.memory_mb() - before
    if subject.sidecar:
        made.end_sidecar()
    return row


def measure_pod(folder, prepared, seconds, name):
    """One subject in a Pod of its own: what one leaves behind is nothing to the next. None: no cgroup can be made."""
    own = tempfile.mkdtemp(dir=folder)
    cgroup = Cgroup.make(PREFIX + os.path.basename(own))
    if not cgroup:
        return None
    made = None
    cluster.make_pod_network()
    try:
        made = Pod(own, prepared[0], cgroup, seconds, *prepared[1:])
        return measure_subject(made, name)
    finally:
        if made:
            made.end()
        cluster.end_pod_network()
        cgroup.end()


def measure(folder, prepared, effort, absent, tell):
    """{subject: [row]}, or a sentence that says why not."""
    if os.getuid() != 0 or not prepared:
        return "it needs root, and gVisor's runsc, which is not to be had here"
    cluster.make_namespaces()
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", "/proc/sys/net"], check=True)  # as tests/e2e/run explains
    home = os.path.join(folder, "kube-dns")
    os.mkdir(home)
    found = {}
    with server.Server(nsd(home, UPSTREAM, 53), home, answers=False):
        for turn in range(effort.rounds):
            for name in SUBJECTS:
                if name.split(",")[0] in absent:
                    continue
                tell(f"in a gVisor Pod: {name}, round {turn + 1} of {effort.rounds}")
                row = measure_pod(folder, prepared, SECONDS * effort.share, name)
                if not row:
                    return "no cgroup of its own can be made here, so that its CPU cannot be told"
                found.setdefault(name, []).append(row)
    return found
