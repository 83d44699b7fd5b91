"""dnsd, started on a configuration and held to account at its end."""
import collections
import os
import re
import signal
import subprocess

from support import process, wait

BINARY = os.environ.get("DNSD", "")
SANITIZED = os.environ.get("DNSD_SANITIZED", "") == "1"
# A relay keeps up to 64 sockets, a lookup one or two of its own.
DESCRIPTORS_MAX = 64 + 32

EXIT_OK, EXIT_USAGE, EXIT_CONFIG, EXIT_IN_USE, EXIT_NOT_PERMITTED, EXIT_NO_UPSTREAM, EXIT_MYSELF = 0, 2, 3, 4, 5, 6, 7

CONFIG = """\
fullname: agent-env-rel
namespace: default
services:
  nginx: {{}}
  web:
    additionalDnsRecords: [example.com, "*.wild.example", www.example.org]
listen: [{listen}]
upstream:
  servers: [{servers}]
{upstream}policy:
  mode: {mode}
  allow: [{allow}]
{more}"""

TARGET = "agent-env-rel-%s.default.svc.cluster.local."


def config(listen="127.0.0.1:53", servers="10.96.0.10", mode="enforce", allow='allowed.test, "*.allowed.test"',
           upstream="", policy="", more=""):
    """upstream and policy: a further line of that section; more: further lines at the end."""
    line = lambda text: f"  {text}\n" if text else ""
    return CONFIG.format(listen=listen, servers=servers, mode=mode, allow=allow, upstream=line(upstream),
                         more=line(policy) + more + ("\n" if more else ""))


def command(*arguments):
    return [BINARY, *arguments]


def once(*arguments, timeout=20, under=(), **options):
    """Runs it to its end: a CompletedProcess with text. under: a command that runs it."""
    done = subprocess.run([*under, *command(*arguments)], capture_output=True, text=True, timeout=timeout, errors="replace",
                          stdin=subprocess.DEVNULL, **options)
    if process.BAD_WORDS.search(done.stderr):
        raise AssertionError(f"dnsd {' '.join(arguments)}: {done.stderr[-4000:]}")
    return done


class Dnsd(process.Process):
    def __init__(self, directory, text=None, arguments=(), name="dnsd", listen=("127.0.0.1", 53), file="dnsd.yaml",
                 option="-c", ready=True, under=(), **options):
        self.file = os.path.join(directory, file)
        if text is not None:
            self.write(text)
        words = [option, self.file] if text is not None else []
        super().__init__([*under, *command(*words, *arguments)], directory, name, **options)
        self.listen = listen
        if ready:
            process.wait_bound(self, *listen)
            self.quiet_descriptors = len(self.descriptors())

    def write(self, text):
        with open(self.file + ".new", "w", encoding="utf-8") as f:
            f.write(text)
        os.replace(self.file + ".new", self.file)

    def reload(self, text):
        self.write(text)
        self.tell(signal.SIGHUP)

    def log_lines(self, pattern=""):
        return [line for line in self.said().splitlines() if re.search(pattern, line)]

    def wait_for_log(self, pattern, count=1, seconds=5.0):
        """Until that many lines match; gives them."""
        return wait.until(lambda: len(found := self.log_lines(pattern)) >= count and found,
                          lambda: f"{count} log lines like {pattern!r} in\n{self.said()[-3000:]}", seconds)

    def clients_left(self):
        """TCP connections of clients it still holds."""
        return [s for s in self.sockets() if s[0].startswith("tcp") and s[2] == self.listen[1] and s[4] != "LISTEN"]

    def account(self, seconds=10):
        """What every test ends with: nothing held, a clean end, no complaint of a sanitizer."""
        faults = []
        if self.alive():
            held = self.descriptors()
            if len(held) > DESCRIPTORS_MAX:
                faults.append(f"{len(held)} descriptors open: {collections.Counter(re.sub(r'[0-9]+', 'N', h) for h in held.values())}")
            try:
                wait.until(lambda: not self.alive() or not any(s[4] == "CLOSE_WAIT" for s in self.sockets()),
                           "sockets in CLOSE_WAIT to be closed", 2)
            except AssertionError:
                faults.append(f"sockets whose peer is gone are still held: {self.sockets()}")
        code = self.end(seconds=seconds)
        if code != 0:
            faults.append(f"exit code {code} after SIGTERM")
        if process.BAD_WORDS.search(self.stderr()):
            faults.append("a sanitizer or the C library complained")
        if faults:
            raise AssertionError(f"{self.name}: {'; '.join(faults)}\n{self.said()[-6000:]}")
