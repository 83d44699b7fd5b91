"""Runs a Pod's containers: under gVisor (one sandbox for all of them) or under crun (one network namespace)."""
import json
import os
import subprocess
import time

from support import wait

START_S = 30


class Runtime:
    """Containers of one Pod, each on a bundle made here. root: {image: folder}; nothing is written there."""

    def __init__(self, folder, roots, namespace, resolv_conf):
        self.folder, self.roots, self.namespace, self.resolv_conf = folder, roots, namespace, resolv_conf
        self.started = []
        os.makedirs(os.path.join(folder, "state"))

    # What differs between runtimes.
    command = ()

    def annotations(self, name):
        return {}

    def run(self, *words, **options):
        return subprocess.run([*self.command, *words], check=False, **options)

    def make_bundle(self, c):
        bundle = os.path.join(self.folder, c.name)
        root = os.path.join(bundle, "root")
        layers = os.path.join(bundle, "layers")
        for made in (root, f"{layers}/upper", f"{layers}/work"):
            os.makedirs(made)
        subprocess.run(["mount", "-t", "overlay", "overlay", "-o",
                        f"lowerdir={self.roots[c.image]},upperdir={layers}/upper,workdir={layers}/work", root], check=True)
        mounts = [{"destination": "/proc", "type": "proc", "source": "proc"},
                  {"destination": "/dev", "type": "tmpfs", "source": "tmpfs", "options": ["nosuid", "mode=755"]},
                  {"destination": "/sys", "type": "sysfs", "source": "sysfs", "options": ["ro", "nosuid"]}]
        termination_log = os.path.join(bundle, "termination-log")
        with open(termination_log, "w", encoding="ascii"):
            os.chmod(termination_log, 0o666)
        for where, what in {"/etc/resolv.conf": self.resolv_conf, "/dev/termination-log": termination_log, **c.mounts}.items():
            own = where in c.mounts
            mounts.append({"destination": where, "type": "bind", "source": what,
                           "options": ["rbind", "ro" if own else "rw"]})
        config = {"ociVersion": "1.0.2", "hostname": "pod", "process": c.process, "mounts": mounts,
                  "root": {"path": root, "readonly": c.readonly}, "annotations": self.annotations(c.name),
                  "linux": {"namespaces": [{"type": "pid"}, {"type": "mount"}, {"type": "ipc"}, {"type": "uts"},
                                           {"type": "network", "path": self.namespace}]}}
        with open(os.path.join(bundle, "config.json"), "w", encoding="ascii") as f:
            json.dump(config, f)
        return bundle

    def start(self, c):
        bundle = self.make_bundle(c)
        with open(os.path.join(bundle, "output"), "wb") as out:
            self.checked("create", "--bundle", bundle, c.name, stdin=subprocess.DEVNULL, stdout=out, stderr=out)
            self.started.append(c.name)
            self.checked("start", c.name, stdin=subprocess.DEVNULL, stdout=out, stderr=out)

    def checked(self, *words, **options):
        done = self.run(*words, timeout=START_S, **options)
        if done.returncode:
            raise AssertionError(f"{' '.join(words)}: {done.returncode}\n{self.output(words[-1])}")

    def output(self, name):
        with open(os.path.join(self.folder, name, "output"), encoding="utf-8", errors="replace") as f:
            return f.read()

    def termination_log(self, name):
        with open(os.path.join(self.folder, name, "termination-log"), encoding="utf-8") as f:
            return f.read()

    def state(self, name):
        return json.loads(self.run("state", name, capture_output=True, text=True).stdout)

    def ended(self, name):
        return self.state(name)["status"] == "stopped"

    def wait_for_end(self, name, seconds=START_S):
        wait.until(lambda: self.ended(name), lambda: f"{name} to end\n{self.output(name)}", seconds)

    def exec(self, name, *words, timeout=60):
        """Runs a command in a container; text, with the time it took in .ms (the runtime's own share included)."""
        began = time.monotonic()
        done = self.run("exec", name, *words, capture_output=True, text=True, timeout=timeout, stdin=subprocess.DEVNULL)
        done.ms = (time.monotonic() - began) * 1000
        return done

    def start_pod(self, pod):
        """As kubelet does: sidecars and init containers in order, each ready or ended before the next; then the rest."""
        for c in pod.initial:
            self.start(c)
            if c.sidecar:
                wait.until(lambda c=c: self.exec(c.name, *c.probe).returncode == 0,
                           lambda c=c: f"{c.name} to be ready\n{self.output(c.name)}", START_S)
            else:
                self.wait_for_end(c.name)
        for c in pod.containers:
            self.start(c)

    def signal(self, name, signal):
        self.run("kill", name, signal)

    def end(self):
        for name in reversed(self.started):
            self.run("kill", name, "KILL", capture_output=True)
        for name in reversed(self.started):
            wait.until(lambda name=name: self.run("delete", "--force", name, capture_output=True).returncode == 0,
                       f"{name} to be deleted", START_S)
            subprocess.run(["umount", os.path.join(self.folder, name, "root")], check=False)


class Gvisor(Runtime):
    """A sandbox of its own user-space kernel and network; its first container only keeps it."""

    KEEPER = "sandbox"

    def __init__(self, folder, roots, namespace, resolv_conf, runsc, platform, keeper):
        super().__init__(folder, roots, namespace, resolv_conf)
        self.command = [runsc, "--root", os.path.join(folder, "state"), "--platform", platform, "--network", "sandbox",
                        "--ignore-cgroups"]
        keeper.name = self.KEEPER
        self.start(keeper)

    def annotations(self, name):
        own = {"io.kubernetes.cri.container-type": "sandbox"} if name == self.KEEPER else {
            "io.kubernetes.cri.container-type": "container", "io.kubernetes.cri.sandbox-id": self.KEEPER}
        return own


class Crun(Runtime):
    def __init__(self, folder, roots, namespace, resolv_conf):
        super().__init__(folder, roots, namespace, resolv_conf)
        self.command = ["crun", "--root", os.path.join(folder, "state"), "--cgroup-manager=disabled"]

    def pid(self, name):
        return self.state(name)["pid"]
