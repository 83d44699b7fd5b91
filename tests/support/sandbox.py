"""A place of our own for a test program: network, mounts and processes that end with it.

As root and as any user that may make user namespaces. Inside, the loopback carries the addresses below,
/etc/resolv.conf says `nameserver 127.0.0.1`, /etc/hosts knows only localhost, names are looked up in
files and DNS and nowhere else, and /dev is small and private, so that /dev/termination-log may exist.
"""
import os
import shutil
import subprocess
import sys
import tempfile

INSIDE = "DNSD_TEST_SANDBOX"
KUBE_DNS = "10.96.0.10"
SECOND_DNS = "10.96.0.11"
ELSEWHERE = "10.96.0.66"
POD = "10.1.2.3"
POD6 = "fd00:1:2::3"
ADDRESSES = [f"{a}/32" for a in (KUBE_DNS, SECOND_DNS, ELSEWHERE, POD, "10.1.2.4", "10.1.2.5")]
ADDRESSES6 = [f"{POD6}/128", "fd00::a/128"]
TOOLS = {
    "unshare": "util-linux", "mount": "util-linux", "ip": "iproute2", "sysctl": "procps", "dig": "bind9-dnsutils",
    "nslookup": "bind9-dnsutils", "host": "bind9-host", "drill": "ldnsutils", "kdig": "knot-dnsutils",
    "nsd": "nsd", "unbound": "unbound", "busybox": "busybox", "musl-gcc": "musl-tools", "curl": "curl",
    "getent": "libc-bin", "ping": "iputils-ping", "setpriv": "util-linux",
}

os.environ["PATH"] = "/usr/sbin:/sbin:" + os.environ.get("PATH", "/usr/bin:/bin")


def require_tools():
    """Ends the program, loudly, when any tool of the tests is not installed."""
    missing = sorted({package for tool, package in TOOLS.items() if not shutil.which(tool)})
    if missing:
        sys.exit(f"these tests need Debian packages that are not installed: {' '.join(missing)}\n"
                 f"  apt-get install -y {' '.join(missing)}")


def enter():
    """Runs this program again inside the sandbox; returns only there."""
    require_tools()
    if os.environ.get(INSIDE) == str(os.getpid()):
        furnish()
        return
    command = ["unshare", "--mount", "--net", "--pid", "--ipc", "--fork", "--mount-proc", "--kill-child"]
    if os.getuid() != 0:
        command.append("--map-root-user")
    # The first process of a process namespace has number 1: no other can mistake itself for being inside.
    environment = dict(os.environ, **{INSIDE: "1"})
    os.execvpe("unshare", command + [sys.executable, "-B"] + sys.argv, environment)


def run(*command):
    subprocess.run(command, check=True)


def furnish():
    run("ip", "link", "set", "lo", "up")
    for address in ADDRESSES + ADDRESSES6:
        # nodad: usable at once, with no wait for the neighbours it cannot have.
        run("ip", "addr", "add", address, "dev", "lo", *(["nodad"] if ":" in address else []))
    run("mount", "--make-rprivate", "/")
    room = spare_folder()
    run("mount", "-t", "tmpfs", "-o", "mode=0755", "tmpfs", room)
    tempfile.tempdir = os.path.join(room, "tmp")
    os.mkdir(tempfile.tempdir)
    replace_file(room, "/etc/resolv.conf", "nameserver 127.0.0.1\n")
    replace_file(room, "/etc/hosts", "127.0.0.1 localhost\n::1 localhost\n")
    replace_file(room, "/etc/nsswitch.conf", "hosts: files dns\npasswd: files\ngroup: files\n")
    replace_dev(room)


def spare_folder():
    """A folder of the system that nothing of ours lies below: what is mounted there ends with the sandbox."""
    ours = [os.path.realpath(p) for p in (__file__, os.environ.get("DNSD", ""), os.path.expanduser("~"))]
    for folder in ("/media", "/mnt", "/srv", "/opt"):
        if os.path.isdir(folder) and not any(p.startswith(folder + "/") for p in ours):
            return folder
    raise SystemExit("no folder to mount the sandbox's files on: none of /media, /mnt, /srv, /opt will do")


def replace_file(room, path, text):
    own = os.path.join(room, os.path.basename(path))
    with open(own, "w", encoding="ascii") as f:
        f.write(text)
    if not os.path.exists(path):
        raise SystemExit(f"{path} is not there, so nothing can be mounted over it")
    run("mount", "--bind", own, os.path.realpath(path))


def replace_dev(room):
    dev = os.path.join(room, "dev")
    os.mkdir(dev)
    for node in ("null", "zero", "full", "random", "urandom"):
        open(os.path.join(dev, node), "w", encoding="ascii").close()
        run("mount", "--bind", f"/dev/{node}", os.path.join(dev, node))
    os.mkdir(os.path.join(dev, "shm"))
    for link, target in (("fd", "/proc/self/fd"), ("stdin", "fd/0"), ("stdout", "fd/1"), ("stderr", "fd/2")):
        os.symlink(target, os.path.join(dev, link))
    run("mount", "--rbind", dev, "/dev")


def processes():
    """The sandbox's live processes but ourselves: {pid: command line}."""
    found = {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as f:
                state = f.read().rpartition(")")[2].split()[0]
            with open(f"/proc/{pid}/cmdline", encoding="utf-8", errors="replace") as f:
                command = f.read().replace("\0", " ").strip()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(pid) != os.getpid() and state not in "ZX":
            found[int(pid)] = command
    return found


def set_sysctl(name, value):
    with open("/proc/sys/" + name.replace(".", "/"), "w", encoding="ascii") as f:
        f.write(str(value))
