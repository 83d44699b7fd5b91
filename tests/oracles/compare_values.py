#!/usr/bin/python3 -B
"""Random YAML, --set arguments and values of charts through Helm's libraries and through render; tells what differs.

usage: compare_values.py ORACLE ECHO [--cases N] [--seed N] [--kinds yjstlc]
ORACLE is tests/oracles/values built, ECHO is build/bin/values_echo. Exit 1: something differed."""
import argparse
import json
import random
import struct
import subprocess
import sys


class Peer:
    def __init__(self, path, stderr=None):
        self.process = subprocess.Popen([path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=stderr)

    def ask_all(self, records):
        import threading
        data = b"".join(bytes([kind]) + struct.pack(">I", len(body)) + body for kind, body in records)
        writer = threading.Thread(target=self.feed, args=(data,))
        writer.start()
        replies = []
        for _ in records:
            head = self.process.stdout.read(4)
            if len(head) < 4:
                break
            replies.append(self.process.stdout.read(struct.unpack(">I", head)[0]))
        writer.join()
        return replies

    def feed(self, data):
        try:
            self.process.stdin.write(data)
            self.process.stdin.flush()
        except BrokenPipeError:
            pass


WORDS = """a b n y yes No on off true False null ~ NULL .inf -.inf .nan 0 1 -1 80 0x1F 0o17 017 08 1e3 1e6 1000000 1.5
.5 5. 1_000 1__0 _1 0b11 -0 -0.0 +1 12:30 1:60 190:20:30 2001-01-01 2001-1-1 2001-13-45 2001-01-01T10:00:00Z = << . - -- ---
... ? : :a -a a:b a#b #a @a `a %a !a &a *a |a >a 'a "a {a} [a] a,b , {{x}} x" it's a\\b http://a/b?x=1#f 10.0.0.0/8 500m k=v
9223372036854775807 9223372036854775808 18446744073709551615 18446744073709551616 1e400 1e21 1e20 1e-7 0.00001 123456.7
1234567.8 0.1 1e22 3.0 -3.50 1e+3 1E5 0x 0b 0o8 1e Infinity NaN nO tRue 99999999999999999999 0.30000000000000004 a01 a1 a10 a2""".split()
PIECES = WORDS + [" ", "  ", "\n", "\n\n", "\t", "é", "日本", "😀", "\u00a0", "\u2028", "\u0085", "\ufeff", "\x01", "\x7f", "\r\n",
                  ": ", " #", "- ", "\\", '"', "'", "x" * 30, "word " * 12, "\u200b", "\ud7ff", "\ufffd"]


def text(r):
    return "".join(r.choice(PIECES) for _ in range(r.choice([1, 1, 1, 2, 3, 5, 9])))


def quoted(r, s):
    out = []
    for c in s:
        if c in '"\\':
            out.append("\\" + c)
        elif ord(c) < 32 or ord(c) in (0x7f, 0x85, 0x2028, 0xfeff):
            out.append("\\u%04x" % ord(c))
        else:
            out.append(c)
    return '"' + "".join(out) + '"'


def scalar(r):
    choice = r.random()
    if choice < 0.35:
        return quoted(r, text(r))
    if choice < 0.45:
        return "'" + r.choice(WORDS).replace("'", "''") + "'"
    if choice < 0.5:
        return str(r.choice([r.randint(-10**6, 10**6), r.random() * 10**r.randint(-9, 25), r.randint(-2**66, 2**66)]))
    if choice < 0.53:
        return "!!str " + r.choice(WORDS)
    return r.choice(WORDS)


def flow(r, depth):
    choice = r.random()
    if depth <= 0 or choice < 0.5:
        return quoted(r, text(r)) if r.random() < 0.6 else r.choice(["1", "a", "true", "null", "1.5", "1e6", "0x10"])
    items = [flow(r, depth - 1) for _ in range(r.randint(0, 3))]
    if choice < 0.75:
        return "[" + ", ".join(items) + "]"
    keys = [quoted(r, text(r)) for _ in items]
    return "{" + ", ".join(f"{key}: {item}" for key, item in zip(keys, items) if not is_huge(key)) + "}"


def is_huge(key):
    """Digits beyond int64: go-yaml puts such keys in a random order."""
    return any(digits in key for digits in ("18446744073709551615", "99999999999999999999", "9223372036854775808"))


def block(r, depth, indent):
    pad = "  " * indent
    kind = r.random()
    if depth <= 0 or kind < 0.3:
        return " " + scalar(r) + "\n"
    if kind < 0.4:
        return " " + flow(r, 2) + "\n"
    if kind < 0.5:
        style = r.choice(["|", "|-", "|+", ">", ">-", ">+"])
        lines = [r.choice(["", "a", "b c", "  deep", "long " * 20, "x: y", "# no", "é"]) for _ in range(r.randint(1, 5))]
        return " " + style + "\n" + "".join(pad + "  " + line + "\n" if line else "\n" for line in ["first"] + lines)
    if kind < 0.7:
        return "\n" + "".join(pad + "-" + block(r, depth - 1, indent + 1) for _ in range(r.randint(1, 4)))
    keys = [r.choice([scalar(r) if r.random() < 0.3 else quoted(r, text(r)), r.choice("abcdefgh") + str(r.randint(0, 12))])
            for _ in range(r.randint(1, 5))]
    keys = [key for key in keys if not is_huge(key)] or ["k"]
    return "\n" + "".join(pad + key + ":" + block(r, depth - 1, indent + 1) for key in keys)


def yaml_case(r):
    body = "".join(f"k{i}:" + block(r, r.randint(0, 4), 1) for i in range(r.randint(1, 4)))
    if r.random() < 0.2:  # broken on purpose
        at = r.randrange(len(body))
        body = body[:at] + r.choice(["[", "]", "{", ":", "\t", "\n", "*a", "&a ", "'", '"', "- ", "? ", "%", "@", "\\", "", ","]) + body[at + r.randint(0, 2):]
    return body.encode("utf-8", "surrogatepass")


SET_PIECES = ["a", "b", "c", ".", "=", ",", "[", "]", "0", "1", "{", "}", "\\", "true", "null", "False", "12", "007", "-5", " ", "1.5",
              "é", "x", "a.b", "[0]", "[1]", "=1", "={1,2}", ",b=2", "\"q\"", "[1,2]", "{\"x\":1}", "+3", "9223372036854775808", "-1", "NULL"]


def set_case(r):
    if r.random() < 0.5:
        return ",".join(r.choice("abc") + r.choice(["", ".x", ".x.y", "[0]", "[1].z", "[0][1]"]) + "=" +
                        r.choice(["1", "x", "", "true", "{1,b}", "null", "a=b", "0", "00", "x\\,y", "{}", "{a", "[1]", "\"s\"", "1.5"])
                        for _ in range(r.randint(1, 4))).encode()
    return "".join(r.choice(SET_PIECES) for _ in range(r.randint(1, 12))).encode()


def tree(r, depth):
    if depth <= 0 or r.random() < 0.35:
        return r.choice([None, None, 1, "x", True, [], [1, None], {}, [{"a": None}]])
    return {key: tree(r, depth - 1) for key in r.sample(["a", "b", "c", "global", "sub"], r.randint(0, 4))}


def coalesce_case(r):
    trees = [tree(r, 4) for _ in range(3)]
    return b"\0".join(json.dumps(t if isinstance(t, dict) else {}).encode() for t in trees)


MAKERS = {"y": yaml_case, "c": coalesce_case}


def random_cases(kinds, count, seed):
    r = random.Random(seed)
    for _ in range(count):
        kind = r.choice(kinds)
        yield ord(kind), MAKERS.get(kind, set_case)(r)


def comparable(reply):
    """An answer without what Go prints in the random order of its maps."""
    for mark in (b"unsupported map key of type", b"invalid map key"):
        if reply.startswith(b"error: ") and mark in reply:
            return reply[:reply.index(mark) + len(mark)]
    if b"json: unsupported value" in reply:
        return b"unsupported value"
    return reply


# Helm's own answer is random for keys that mean the same (1.5 and "1.5") or stand in a circle (a1a, a2, a10): what
# it says now and then is no difference.
ASKED_AGAIN = 60
YAML_ERROR = b"error: error converting YAML to JSON: yaml:"
LIBYAML_IS_STRICTER = (b"did not find expected whitespace or line break", b"did not find expected tag URI")


def is_known(theirs, mine):
    """What is known to differ, between libyaml and Go's port of it, on text that is broken: the words of a
    syntax error; a few slips of tags that only libyaml refuses; a null key that a later twin hides;
    the kind of fault that an index with junk behind too many digits has."""
    if theirs.startswith(YAML_ERROR) and mine.startswith(YAML_ERROR):
        return True
    if mine.startswith(YAML_ERROR) and any(words in mine for words in LIBYAML_IS_STRICTER):
        return True
    if b"unsupported map key of type" in mine and not theirs.startswith(b"error: "):
        return True
    return b"strconv.Atoi" in theirs and b"strconv.Atoi" in mine


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("oracle")
    parser.add_argument("echo")
    parser.add_argument("--cases", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", default="yyyysjtlc")
    parser.add_argument("--show", type=int, default=10)
    options = parser.parse_args()
    cases = list(random_cases(options.kinds, options.cases, options.seed))
    helm, ours = Peer(options.oracle).ask_all(cases), Peer(options.echo).ask_all(cases)
    if len(helm) != len(cases) or len(ours) != len(cases):
        print(f"died: helm's libraries answered {len(helm)}, render {len(ours)} of {len(cases)}")
        if len(ours) < len(cases):
            print("on", cases[len(ours)])
        return 1
    differ = [(case, theirs, mine) for case, theirs, mine in zip(cases, helm, ours) if comparable(theirs) != comparable(mine)]
    known = sum(is_known(theirs, mine) for _, theirs, mine in differ)
    differ = [(case, theirs, mine) for case, theirs, mine in differ if not is_known(theirs, mine)]
    differ = [(case, theirs, mine) for case, theirs, mine in differ
              if comparable(mine) not in map(comparable, Peer(options.oracle).ask_all([case] * ASKED_AGAIN))]
    for (kind, body), theirs, mine in differ[:options.show]:
        print("----", chr(kind), repr(body.decode("utf-8", "backslashreplace")))
        for name, a, b in zip(("first", "pretty", "json"), theirs.split(b"\0"), mine.split(b"\0")):
            if a != b:
                print(f"  {name}: helm   {a.decode('utf-8', 'backslashreplace')!r}\n  {name}: render {b.decode('utf-8', 'backslashreplace')!r}")
        if theirs.count(b"\0") != mine.count(b"\0"):
            print(f"  helm   {theirs!r}\n  render {mine!r}")
    errors = sum(reply.startswith(b"error: ") for reply in helm)
    print(f"{len(cases)} cases, {errors} of them errors: {len(differ)} differ, and {known} in known ways")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
