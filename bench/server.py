"""A server that is running, and what it has used so far."""
import os
import re
import socket
import subprocess
import tempfile
import time

import paths
from contenders import PORT

QUESTION = bytes.fromhex("123401000001000000000000") + b"\7q000000\5bench\4test\0\0\1\0\1"
START_S = 10


class Server:
    """One that answers, from its first answer until the end of the `with`. It has no more descriptors than it needs and
    a log of its own."""

    def __init__(self, command, folder, port=PORT, answers=True):
        self.log = os.path.join(folder, "log")
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        if answers:
            self.await_answer(port)

    def await_answer(self, port):
        deadline = time.monotonic() + START_S
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
            asking.settimeout(0.005)
            asking.connect(("127.0.0.1", port))
            while time.monotonic() < deadline and self.process.poll() is None:
                try:
                    asking.send(QUESTION)
                    asking.recv(512)
                    return
                except OSError:
                    pass
        with open(self.log, encoding="utf-8", errors="replace") as log:
            said = log.read()
        self.__exit__()
        raise SystemExit(f"bench: no answer from {' '.join(self.process.args)}\n{said}")

    def cpu_us(self):
        """User and system, of all threads, as the scheduler charged them."""
        total = 0
        for thread in os.listdir(f"/proc/{self.process.pid}/task"):
            with open(f"/proc/{self.process.pid}/task/{thread}/schedstat", encoding="ascii") as f:
                total += int(f.read().split()[0])
        return total / 1000

    def memory_mb(self):
        """(resident, proportional)"""
        with open(f"/proc/{self.process.pid}/smaps_rollup", encoding="ascii") as f:
            found = dict(re.findall(r"^(Rss|Pss): +(\d+)", f.read(), re.M))
        return int(found["Rss"]) / 1024, int(found["Pss"]) / 1024

    def peak_mb(self):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as f:
            return int(re.search(r"VmHWM:\s+(\d+)", f.read())[1]) / 1024

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(6)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def await_port(port):
    """Until somebody has the UDP port."""
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                return
        time.sleep(0.002)
    raise SystemExit(f"bench: nobody listens on port {port}")


def fresh(make, folder, name, wrapped=(), **options):
    """A contender of its own folder; wrapped: the words before its command line."""
    own = tempfile.mkdtemp(prefix=name.replace(" ", "-"), dir=folder)
    return Server([*wrapped, *make(own)], own, **options)


def start_ms(make, folder, name):
    """From its start to its first answer; it has ended then."""
    own = tempfile.mkdtemp(prefix=name.replace(" ", "-"), dir=folder)
    with open(os.path.join(own, "log"), "wb") as log:
        said = subprocess.run([paths.START, str(PORT), *make(own)], stdout=subprocess.PIPE, stderr=log, check=True)
    return int(said.stdout.split()[-1]) / 1000
