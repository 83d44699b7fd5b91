"""dnsd's allow list lets out what Cilium's own matchpattern package lets out, and nothing else.

tests/oracles/matchpattern is that package; where there is no Go its recorded verdicts, cilium-verdicts.txt,
stand in; `DNSD_TEST_RECORD=1 tests/integration/run ... test_patterns` writes them.
"""
import itertools
import json
import os
import random
import subprocess

from support import client, dnsd, upstream
from support.case import Case

HERE = os.path.dirname(os.path.abspath(__file__))
RECORDED = os.path.join(HERE, "cilium-verdicts.txt")
BUILD = os.path.join(HERE, "..", "oracles", "build-go")

# Not among them: a lone dot, which Cilium takes for the root alone, and dnsd refuses as empty.
WRITTEN = ["*", "**", "***", "*.", "**.", "debian.org", "DEBIAN.org", "debian.org.", "*.debian.org", "*debian.org",
           "debian*.org", "deb*an.org", "a*.x.org", "*.*.x.org", "**.x.org", "***.x.org", "a**.x.org", "*.**.x.org",
           "x.**.org", "x.org.**", "*.x.*", "**x.org", "_dmarc.x.org", "*_x.org", "-.x.org", "*.*", "*.*.*", "x.*",
           "a.b.c.d.e.f.x.org", "x..org", "*..x.org", "a b.org", "x.org/path", "https://x.org", "x.org:443", "ü.org",
           "a,b.org", "(x).org", "x+.org", "[a-z].org", "\\.x.org", "^x.org$", "*.X.Org", "1.2.3.4", "*.2.3.4"]
PARTS = ["*", "**", "a", "b", "a*", "*a", "a*b", "x-y", "_u", "0", "*-*", "aa"]
LABELS = ["a", "b", "ab", "aa", "aab", "x-y", "_u", "0", "A", "www", "a!b", "x", "debian", "xdebian", "DEBIAN"]


def corpus():
    """[(pattern, [names])]: some written, some drawn, the same each time."""
    draw = random.Random(4711)
    patterns = WRITTEN + [".".join([*draw.choices(PARTS, k=draw.randint(1, 3)), draw.choice(["x.org", "org", "x.*"])])
                          for _ in range(60)]
    fixed = ["x.org", "debian.org", "www.debian.org", "a.b.debian.org", "xdebian.org", "_dmarc.x.org", "org", "1.2.3.4"]
    found = []
    for pattern in dict.fromkeys(patterns):
        names = {".".join([*draw.choices(LABELS, k=draw.randint(0, 3)), draw.choice(["x.org", "org", "X.ORG"])])
                 for _ in range(14)}
        for _ in range(10):
            stars = (part.replace("*", draw.choice(["", "a", "a.b", "A_b-0"])) for part in pattern.split("."))
            names.add(".".join(filter(None, stars)))
        legal = (n for n in names if n.isascii() and all(c.isalnum() or c in "-_.!" for c in n))
        found.append((pattern, sorted(set(itertools.chain(fixed, filter(None, (n.strip(".") for n in legal)))))))
    return found


class Patterns(Case):
    def verdicts(self):
        """{(pattern, name): yes, no or invalid}, live where it can be had."""
        pairs = [(pattern, name) for pattern, names in corpus() for name in names]
        built = subprocess.run([BUILD, "matchpattern"], capture_output=True, text=True, check=False)
        if built.returncode != 0:
            print("  no Go here: Cilium's recorded verdicts stand in", flush=True)
            return self.recorded()
        said = subprocess.run([built.stdout.strip()], input="".join(f"{p}\t{n}\n" for p, n in pairs), text=True,
                              capture_output=True, check=True).stdout.split()
        live = dict(zip(pairs, said, strict=True))
        if os.environ.get("DNSD_TEST_RECORD"):
            with open(RECORDED, "w", encoding="utf-8") as f:
                f.writelines(f"{p}\t{n}\t{v}\n" for (p, n), v in live.items())
        self.assertEqual(live, self.recorded(), f"{RECORDED} no longer says what Cilium says")
        return live

    def recorded(self):
        with open(RECORDED, encoding="utf-8") as f:
            return {(p, n): v for p, n, v in (line.rstrip("\n").split("\t") for line in f)}

    def test_every_pattern_lets_out_what_cilium_lets_out(self):
        self.upstream().all_do(upstream.rcode("NOTIMP"))
        verdicts = self.verdicts()
        wrong = []
        for number, (pattern, names) in enumerate(corpus()):
            text = dnsd.config(allow=json.dumps(pattern, ensure_ascii=False))
            check = dnsd.once("--check", "-c", self.write("one.yaml", text))
            expected = dnsd.EXIT_CONFIG if verdicts[pattern, names[0]] == "invalid" else dnsd.EXIT_OK
            if check.returncode != expected:
                wrong.append(f"{pattern!r}: --check gives {check.returncode}, not {expected} {check.stderr}")
            if check.returncode != dnsd.EXIT_OK:
                continue
            d = dnsd.Dnsd(self.folder, text, name=f"pattern{number}")
            burst = client.Burst(self, [client.query(name, id=i) for i, name in enumerate(names)])
            rcodes = {int.from_bytes(raw[:2], "big"): raw[3] & 15 for raw in burst.answers(len(names))}
            d.account()
            for i, name in enumerate(names):
                got = {4: "yes", 3: "no"}.get(rcodes.get(i), f"rcode {rcodes.get(i)}")
                if got != verdicts[pattern, name]:
                    wrong.append(f"{pattern!r} {name}: Cilium {verdicts[pattern, name]}, dnsd {got}")
        self.assertEqual(wrong, [])
