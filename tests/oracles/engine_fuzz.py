#!/usr/bin/python3 -B
"""Random templates and values through Helm's own engine and through render's; tells what differs, made small.

usage: engine_fuzz.py ORACLE ECHO [--cases N] [--seed N] [--helm 3|4] [--show N] [FUNCTION...]
ORACLE is tests/oracles/engine built, ECHO is build/bin/engine_echo. With functions named, only these are called.
Exit 1: something differed."""
import argparse
import random
import re
import subprocess
import sys

from compare_values import Peer
from engine_cases import BARE, kind_probe, make
from engine_words import FUNCTIONS

BATCH = 2000
PROBES = 12
# What Go's random order of maps decides is no difference: Helm is asked again.
ASKED_AGAIN = 40
# A pointer as Go prints it: another one at each run.
ADDRESS = re.compile(rb"0x[0-9a-f]{9,}")
RENDERS_ADDRESS = b"0xc00000000000"
# A time under a verb that is none for text: Go prints its inside, which has an address.
INSIDE_OF_TIME = re.compile(rb"%!.\(string=\d{4}-\d\d-\d\d")
SLICED = b"reflect.Value.Slice: slice index out of bounds"
# What render says of the little that it refuses.
REFUSED = re.compile(b"not supported|indent of more than|a value that holds itself")
# .Capabilities is one, and printed in whole wherever the root object is.
WITHOUT_POINTER = b'{{ $_ := unset $ "Capabilities" }}'


class Pair:
    """Helm's engine and ours, asked the same."""

    def __init__(self, oracle, echo, letter):
        self.oracle, self.echo, self.letter = oracle, echo, ord(letter)
        self.helm, self.ours = self.start("helm"), self.start("ours")

    def ask(self, records):
        cases = [(self.letter, record) for record in records]
        return list(zip(self.answers("helm", cases), self.answers("ours", cases)))

    def answers(self, which, cases):
        """One that dies is started again, and its death is the answer."""
        replies = getattr(self, which).ask_all(cases)
        while len(replies) < len(cases):
            crashed = getattr(self, which).process.wait() < 0
            setattr(self, which, self.start(which))
            replies.append(b"crashed" if crashed else b"died")
            replies += getattr(self, which).ask_all(cases[len(replies):])
        return replies

    def start(self, which):
        return Peer(self.oracle, subprocess.DEVNULL) if which == "helm" else Peer(self.echo)

    def is_random(self, record, mine):
        values, template, rest = record.split(b"\0", 2)
        bare = b"\0".join([values, WITHOUT_POINTER + template, rest])
        replies = self.ask([record] * ASKED_AGAIN + [bare])
        answers = [theirs for theirs, _ in replies[:-1]]
        self.helm = self.start("helm")  # another process, other addresses
        answers += self.answers("helm", [(self.letter, record)])
        return any(same(theirs, mine) for theirs in answers) or same(*replies[-1]) or len(set(answers)) > 1


def same(theirs, mine):
    return theirs == mine or is_known(theirs, mine)


def is_known(theirs, mine):
    """What cannot be held against Helm: where it gives up itself, and addresses of its memory."""
    if theirs.startswith(b"panic: ") or (theirs == b"died" and mine != b"crashed"):
        return True
    if mine == b"died":
        return True  # of render's bound on memory; a crash is told apart
    if b"(*time.Location=" in theirs:
        return True  # a time's inside, as above
    if SLICED in mine and SLICED not in theirs:
        return True  # the room that a slice of Go's happens to have behind its end
    if b"encountered a cycle" in theirs:
        return True  # a map set into itself: Go's words name the pointer
    if theirs.startswith(b"error: ") and b"\0" in theirs and mine.startswith(theirs.partition(b"\0")[0].rstrip()):
        return True  # what render puts into a message ends with a NUL
    return ADDRESS.search(theirs) is not None or RENDERS_ADDRESS in mine or INSIDE_OF_TIME.search(mine) is not None or REFUSED.search(mine) is not None


def smaller(record):
    """Records with a piece less, the largest pieces first."""
    parts = record.decode("utf-8", "surrogateescape").split("\0")
    if len(parts) > 5:
        yield "\0".join(parts[:3] + BARE).encode("utf-8", "surrogateescape")
    for i in (1, 2):
        if parts[i]:
            yield "\0".join(parts[:i] + [""] + parts[i + 1:]).encode("utf-8", "surrogateescape")
        tokens = re.findall(r'"(?:\\.|[^"\\])*"|\{\{-?|-?\}\}|\w+|\s+|.', parts[i], re.S)
        size = max(len(tokens) // 2, 1)
        while tokens and size:
            for at in range(0, len(tokens), size):
                kept = parts[:]
                kept[i] = "".join(tokens[:at] + tokens[at + size:])
                yield "\0".join(kept).encode("utf-8", "surrogateescape")
            size //= 2
    if parts[0] != "{}":
        yield "\0".join(["{}"] + parts[1:]).encode("utf-8", "surrogateescape")


def shape(theirs, mine):
    """So that making a case small does not turn it into another one."""
    def kind(reply):
        return reply[:7] if reply.startswith(b"error: ") else b""
    return kind(theirs), kind(mine)


def minimise(pair, record, wanted):
    found = True
    while found:
        found = False
        candidates = [c for c in smaller(record) if len(c) < len(record)]
        for at in range(0, len(candidates), 64):
            some = candidates[at:at + 64]
            better = [c for c, (theirs, mine) in zip(some, pair.ask(some))
                      if not same(theirs, mine) and shape(theirs, mine) == wanted]
            if better:
                record, found = min(better, key=len), True
                break
    return record


def subject(template, theirs, mine):
    """What a difference is about, so that one of a kind is shown."""
    words = [word for word in re.findall(r"[A-Za-z][A-Za-z0-9]+", template) if word in FUNCTIONS]
    return words[:1], re.sub(rb"[^a-z]", b"", theirs[-20:]), bool(mine[:7] == b"error: ")


def known_functions(pair, names):
    """Those that render has; the rest, which it lacks or refuses, are told."""
    asked = [(name, "\0".join(["{}", f"{{{{ {name}{argument * count} }}}}", ""] + BARE).encode())
             for name in names for argument in (" 1", ' ""', " $") for count in range(4)]
    missing = {name for (name, _), (theirs, mine) in zip(asked, pair.ask([record for _, record in asked]))
               if (b"not defined" in mine and b"not defined" not in theirs) or REFUSED.search(mine)}
    if missing:
        print("render has no", ", ".join(sorted(missing)))
    plain = ["\0".join(["{}", f"{{{{ {name} }}}}", ""] + BARE).encode() for name in names]
    nobodys = {name for name, (theirs, mine) in zip(names, pair.ask(plain)) if b"not defined" in theirs and b"not defined" in mine}
    return [name for name in names if name not in missing | nobodys]


def kinds_given(pair, functions):
    """Of what each function gives, the kind that is seen most often."""
    r = random.Random(0)
    asked = [(name, kind_probe(r, name)) for name in functions for _ in range(PROBES)]
    seen = {}
    for (name, _), (theirs, _) in zip(asked, pair.ask([record for _, record in asked])):
        if not theirs.startswith(b"error: "):
            seen.setdefault(name, []).append(theirs.decode("utf-8", "replace"))
    return {name: max(sorted(set(kinds)), key=kinds.count) for name, kinds in seen.items()}


def report(pair, record):
    theirs, mine = pair.ask([record])[0]
    values, template, helpers, *files = record.decode("utf-8", "backslashreplace").split("\0")
    print(f"---- {template!r}" + (f"  with {helpers!r}" if helpers else "") + (f"  values {values}" if values != "{}" else "") +
          (f"  files {files[0::2]}" if files != BARE else ""))
    print(f"  helm   {theirs.decode('utf-8', 'backslashreplace')!r}\n  render {mine.decode('utf-8', 'backslashreplace')!r}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("oracle")
    parser.add_argument("echo")
    parser.add_argument("functions", nargs="*")
    parser.add_argument("--cases", type=int, default=20000)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--helm", choices="34", default="3")
    parser.add_argument("--show", type=int, default=20)
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.randrange(2**32)
    r = random.Random(seed)
    pair = Pair(options.oracle, options.echo, "t" if options.helm == "3" else "u")
    functions = known_functions(pair, options.functions or sorted(FUNCTIONS))
    gives = kinds_given(pair, functions)
    print(f"seed {seed}, {len(functions)} functions, the kind of {len(gives)} known")
    differ, subjects, errors, done = [], [], 0, 0
    while done < options.cases and len(subjects) < options.show:
        records = [make(r, functions, gives) for _ in range(min(BATCH, options.cases - done))]
        done += len(records)
        for record, (theirs, mine) in zip(records, pair.ask(records)):
            errors += theirs.startswith(b"error: ")
            if not same(theirs, mine) and not pair.is_random(record, mine):
                small = minimise(pair, record, shape(theirs, mine))
                if same(*pair.ask([small])[0]):
                    small = record  # Go's order of maps had a hand in making it small
                differ.append(small)
                about = subject(small.decode("utf-8", "replace").split("\0")[1], *pair.ask([small])[0])
                if about not in subjects:
                    subjects.append(about)
                    report(pair, small)
                if len(subjects) >= options.show:
                    break
    print(f"{done} cases, {errors} of them errors: {len(differ)} differ")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
