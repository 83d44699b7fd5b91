"""What every integration test is made of: a folder, processes that are all accounted for, an upstream."""
import os
import shutil
import tempfile
import unittest

from support import dnsd, sandbox, upstream, wait


def cluster(up):
    """The records of the release, and some of the outside, on a scripted upstream."""
    up.add("agent-env-rel-nginx.default.svc.cluster.local. 5 IN A 10.1.2.3",
           "agent-env-rel-nginx.default.svc.cluster.local. 5 IN AAAA fd00:1:2::3",
           "agent-env-rel-web.default.svc.cluster.local. 5 IN A 10.1.2.4",
           "agent-env-rel-web.default.svc.cluster.local. 5 IN A 10.1.2.5",
           "allowed.test. 77 IN A 192.0.2.10",
           'allowed.test. 77 IN TXT "hello"',
           "allowed.test. 77 IN MX 10 mail.allowed.test.",
           "mail.allowed.test. 77 IN A 192.0.2.25",
           "www.allowed.test. 60 IN CNAME allowed.test.")
    return up


class Case(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.before = set(sandbox.processes())
        self.folder = tempfile.mkdtemp(prefix="dnsd-test-")
        os.chmod(self.folder, 0o755)
        self.addCleanup(shutil.rmtree, self.folder)
        self.addCleanup(self.nothing_left)

    def nothing_left(self):
        wait.until(lambda: not set(sandbox.processes()) - self.before,
                   lambda: f"every process to be gone: {sandbox.processes()}", 3)

    def upstream(self, *arguments, **options):
        up = upstream.Upstream(*arguments, **options)
        self.addCleanup(up.stop)
        return up

    def kube_dns(self, *arguments, **options):
        return cluster(self.upstream(*arguments, **options))

    def dnsd(self, text=None, *arguments, **options):
        d = dnsd.Dnsd(self.folder, dnsd.config() if text is None else text, arguments, **options)
        self.addCleanup(d.account)
        return d

    def server(self, made):
        self.addCleanup(made.end)
        return made

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)
        return path
