"""dnsd and the real CoreDNS on the same Corefile and upstream: each difference is one we mean.

CoreDNS is the one that tests/oracles/build-coredns builds. Where there is no Go its recorded answers,
coredns-answers.txt, stand in; `DNSD_TEST_RECORD=1 tests/integration/run ... test_differential` writes them.
differences.txt explains each difference, and says how. One without a rule fails, and so does a rule without
a difference.
"""
import collections
import concurrent.futures
import fnmatch
import os
import re
import struct
import subprocess

import dns.flags
import dns.message
import dns.rcode

import corpus
from support import client, process, upstream
from support.case import Case

HERE = os.path.dirname(os.path.abspath(__file__))
RECORDED = os.path.join(HERE, "coredns-answers.txt")
TABLE = os.path.join(HERE, "differences.txt")
BUILD = os.path.join(HERE, "..", "oracles", "build-coredns")
SILENCE = "silence"

COREFILE = """\
.:53 {
  log
  errors
  # nginx
  rewrite name exact nginx agent-env-rel-nginx.default.svc.cluster.local
  rewrite name exact agent-env-rel-nginx agent-env-rel-nginx.default.svc.cluster.local
  # web
  rewrite name exact web agent-env-rel-web.default.svc.cluster.local
  rewrite name exact agent-env-rel-web agent-env-rel-web.default.svc.cluster.local
  rewrite name exact example.com agent-env-rel-web.default.svc.cluster.local
  # missing
  rewrite name exact missing agent-env-rel-missing.default.svc.cluster.local
  forward . /etc/upstream.conf {
    max_concurrent 1000
  }
  bind ADDRESS
}
"""


def parts(wire):
    """An answer as {part: text}, so that two can be compared."""
    if wire is None:
        return {"answer": SILENCE}
    if len(wire) < 12:
        return {"answer": "stub"}
    ident, flags, *counts = struct.unpack("!HHHHHH", wire[:12])
    said = {"answer": "yes", "id": f"{ident:04x}", "opcode": str(flags >> 11 & 15),
            **{bit: str(flags >> place & 1) for bit, place in
               (("qr", 15), ("aa", 10), ("tc", 9), ("rd", 8), ("ra", 7), ("z", 6), ("ad", 5), ("cd", 4))}}
    try:  # read as an answer to QUERY: dnspython takes UPDATE's sections for something else
        m = dns.message.from_wire(wire[:2] + bytes([wire[2] & 0x87]) + wire[3:])
    except Exception as e:
        return {**said, "rcode": dns.rcode.to_text(flags & 15), "unreadable": type(e).__name__}
    said["rcode"] = dns.rcode.to_text(m.rcode())
    said["question"] = " ".join(f"{q.name} {q.rdclass} {q.rdtype}" for q in m.question) or "none"
    for section in ("answer", "authority", "additional"):
        said[f"{section}s"] = "; ".join(client.records(getattr(m, section))) or "none"
    said["opt"] = "none" if m.edns < 0 else f"version {m.edns} flags {m.ednsflags & 0xffff:04x} size {m.payload}" + \
        "".join(f" option {int(o.otype)}" for o in m.options)
    return said


def ask_all(cases, to):
    """{case: octets or None}, a few at a time."""
    def one(case):
        what, over, wire = case
        patience = 0.4 if what.split("/")[1] in ("malformed", "dropped", "opcode", "class", "edns-version") else 6
        try:
            return what, client.TRANSPORTS[over](wire, to, patience)
        except OSError:
            return what, None
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        return dict(pool.map(one, cases))


Rule = collections.namedtuple("Rule", "cases part theirs ours why line")


def read_table():
    """Paragraphs of `key: text` lines; # is a comment. Several `cases:` lines add up."""
    rules, current, start = [], collections.defaultdict(list), 0
    with open(TABLE, encoding="utf-8") as f:
        lines = f.read().splitlines() + [""]
    for number, line in enumerate(lines, 1):
        if line.startswith("#"):
            continue
        if not line.strip():
            if current:
                rules.append(Rule(current["cases"], current["part"], *(" ".join(current[k]) for k in
                                                                      ("coredns", "dnsd", "why")), start))
                current = collections.defaultdict(list)
            continue
        key, _, text = line.partition(":")
        start = start if current else number
        current[key.strip()].append(text.strip())
    return rules


def explains(rule, what, part, theirs, ours):
    if part not in rule.part or not any(fnmatch.fnmatchcase(what, c) for c in rule.cases):
        return False
    if not re.fullmatch(rule.theirs, theirs, re.S):
        return False
    if rule.ours == "the same in another case":
        return theirs.lower() == ours.lower()
    return bool(re.fullmatch(rule.ours, ours, re.S))


class Differential(Case):
    def corefile(self, address, name):
        text = COREFILE.replace("ADDRESS", address).replace("/etc/upstream.conf", self.servers)
        return self.write(name, text)

    def setUp(self):
        super().setUp()
        up = self.upstream()
        corpus.records(up)
        up.on("refused.test", upstream.rcode("REFUSED"))
        up.on("servfail.test", upstream.rcode("SERVFAIL"))
        self.servers = self.write("upstream.conf", "nameserver 10.96.0.10\n")
        self.cases = corpus.cases()

    def coredns(self):
        """The real one's answers, live where it can be had."""
        live = subprocess.run([BUILD], capture_output=True, text=True, check=False)
        if live.returncode != 0:
            print(f"  no CoreDNS here ({live.stderr.strip().splitlines()[-1:]}): its recorded answers stand in", flush=True)
            return self.recorded()
        server = process.Process([live.stdout.strip(), "-conf", self.corefile("127.0.0.2", "Corefile.coredns")],
                                 self.folder, "coredns")
        self.server(server)
        process.wait_bound(server, "127.0.0.2", 53)
        answers = ask_all(self.cases, ("127.0.0.2", 53))
        if os.environ.get("DNSD_TEST_RECORD"):
            with open(RECORDED, "w", encoding="ascii") as f:
                f.write("# What CoreDNS 1.13.2 answered to each case of corpus.py; made by test_differential.py.\n")
                f.writelines(f"{what}\t{SILENCE if wire is None else wire.hex()}\n" for what, wire in answers.items())
        recorded = self.recorded()
        stale = [what for what, wire in answers.items() if parts(wire) != parts(recorded.get(what, b"unknown"))]
        self.assertEqual(stale, [], f"{RECORDED} no longer says what CoreDNS says")
        return answers

    def recorded(self):
        with open(RECORDED, encoding="ascii") as f:
            lines = [line.rstrip("\n").split("\t") for line in f if not line.startswith("#")]
        return {what: None if said == SILENCE else bytes.fromhex(said) for what, said in lines}

    def test_the_corpus_is_large_and_has_no_case_twice(self):
        names = [what for what, _, _ in self.cases]
        self.assertGreaterEqual(len(names), 500)
        self.assertEqual(len(names), len(set(names)))

    def test_every_difference_is_one_we_mean(self):
        theirs = self.coredns()
        with open(self.corefile("127.0.0.1", "Corefile"), encoding="ascii") as f:
            self.dnsd(f.read(), file="Corefile", option="-conf")
        ours = ask_all(self.cases, client.LOOPBACK)
        rules = read_table()
        used, unexplained = set(), []
        for what, _, _ in self.cases:
            a, b = parts(theirs[what]), parts(ours[what])
            for part in sorted(a.keys() | b.keys()):
                said, ours_said = a.get(part, "-"), b.get(part, "-")
                if said == ours_said:
                    continue
                rule = next((r for r in rules if explains(r, what, part, said, ours_said)), None)
                if rule:
                    used.add(rule.line)
                else:
                    unexplained.append(f"{what}: {part}\n    CoreDNS: {said[:300]}\n    dnsd:    {ours_said[:300]}")
        if unexplained:
            shown = "\n".join(unexplained[:int(os.environ.get("DNSD_TEST_SHOW", "25"))])
            self.fail(f"{len(unexplained)} differences that no rule of differences.txt explains:\n{shown}")
        unused = [f"differences.txt:{r.line}: {r.why}" for r in rules if r.line not in used]
        self.assertEqual(unused, [], "rules that explain nothing")
