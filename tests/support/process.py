"""A server under test or beside it: started, watched, and held to account when it ends."""
import os
import re
import signal
import socket
import struct
import subprocess
import time

from support import wait

BAD_WORDS = re.compile(r"Sanitizer|runtime error|Assertion|core dumped|double free|stack smashing", re.I)


class Process:
    """Standard output and error go to files, so that a stalled reader is only ever a wish of the test."""

    def __init__(self, command, directory, name, stdout=None, **options):
        self.command = [str(c) for c in command]
        self.name = name
        self.out_path = os.path.join(directory, f"{name}.out")
        self.err_path = os.path.join(directory, f"{name}.err")
        with open(self.out_path, "ab") as out, open(self.err_path, "ab") as err:
            self.popen = subprocess.Popen(self.command, stdin=subprocess.DEVNULL,
                                          stdout=out if stdout is None else stdout, stderr=err, **options)
        self.pid = self.popen.pid

    def stdout(self):
        with open(self.out_path, encoding="utf-8", errors="replace") as f:
            return f.read()

    def stderr(self):
        with open(self.err_path, encoding="utf-8", errors="replace") as f:
            return f.read()

    def said(self):
        return self.stdout() + self.stderr()

    def alive(self):
        return self.popen.poll() is None

    def tell(self, signum):
        os.kill(self.pid, signum)

    def descriptors(self):
        """{number: what it is open on}"""
        found = {}
        for fd in os.listdir(f"/proc/{self.pid}/fd"):
            try:
                found[int(fd)] = os.readlink(f"/proc/{self.pid}/fd/{fd}")
            except FileNotFoundError:
                continue
        return found

    def sockets(self):
        """The process's own bound sockets: [(kind, address, port, remote port, state)]."""
        inodes = {m.group(1) for d in self.descriptors().values() if (m := re.match(r"socket:\[(\d+)\]", d))}
        return [s[:5] for s in all_sockets() if s[5] in inodes]

    def status(self, key):
        with open(f"/proc/{self.pid}/status", encoding="ascii") as f:
            return next(line.split(":", 1)[1].strip() for line in f if line.startswith(key + ":"))

    def resident_kb(self):
        return int(self.status("VmRSS").split()[0])

    def wait_for_end(self, seconds=10):
        try:
            return self.popen.wait(seconds)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"{self.name} did not end within {seconds} s\n{self.said()[-2000:]}") from None

    def end(self, signum=signal.SIGTERM, seconds=10):
        """Asks it to end and gives its exit code; takes it away by force if it does not."""
        if self.alive():
            self.tell(signum)
        try:
            return self.wait_for_end(seconds)
        finally:
            if self.alive():
                self.popen.kill()
                self.popen.wait()


TCP_STATES = {1: "ESTABLISHED", 4: "FIN_WAIT1", 5: "FIN_WAIT2", 6: "TIME_WAIT", 8: "CLOSE_WAIT", 9: "LAST_ACK",
              10: "LISTEN"}


def all_sockets():
    """Every IP socket of the network namespace: [(kind, address, port, remote port, state, inode)]."""
    found = []
    for kind in ("udp", "udp6", "tcp", "tcp6"):
        with open(f"/proc/net/{kind}", encoding="ascii") as f:
            next(f)
            for line in f:
                field = line.split()
                local, _, port = field[1].partition(":")
                remote_port = field[2].partition(":")[2]
                state = TCP_STATES.get(int(field[3], 16), field[3]) if kind.startswith("tcp") else "BOUND"
                found.append((kind, address_text(local), int(port, 16), int(remote_port, 16), state, field[9]))
    return found


def address_text(words):
    raw = b"".join(struct.pack("=I", int(words[i:i + 8], 16)) for i in range(0, len(words), 8))
    return socket.inet_ntop(socket.AF_INET if len(raw) == 4 else socket.AF_INET6, raw)


def bound(kind, address, port):
    return any(s[0].rstrip("6") == kind and s[1] == address and s[2] == port and s[4] in ("BOUND", "LISTEN")
               for s in all_sockets())


def wait_bound(process, address, port, seconds=10):
    """Until the process listens at address:port over UDP and TCP."""
    started = time.monotonic()

    def ready():
        if not process.alive():
            raise AssertionError(f"{process.name} ended with {process.popen.returncode} instead of listening at "
                                 f"{address}:{port}\n{process.said()[-3000:]}")
        return bound("udp", address, port) and bound("tcp", address, port)

    wait.until(ready, lambda: f"{process.name} listening at {address}:{port}\n{process.said()[-2000:]}", seconds)
    return time.monotonic() - started
