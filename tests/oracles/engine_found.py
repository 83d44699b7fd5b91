#!/usr/bin/env python3
"""The templates on which render once differed from Helm's engines, made small, with what those say: held against render.

usage: engine_found.py ECHO              exit 1: render says something else
       engine_found.py --record ORACLE   writes the answers again; new templates are lines "{"template": ...}" of the file
ECHO is build/bin/engine_echo, ORACLE is tests/oracles/engine built."""
import json
import pathlib
import subprocess
import sys

from compare_values import Peer
from engine_cases import FULL

FOUND = pathlib.Path(__file__).parent.parent / "data" / "engine-found.jsonl"
VALUES = '{"a": 1, "m": {"a": 1, "b": {"x": "y", "c": [1, "z"]}, "k": null}, "l": ["x", 1, null, 1.5, {"a": "b"}]}'


def ask(program, letter, cases):
    records = [(ord(letter), "\0".join([VALUES, case["template"], case.get("helpers", "")] + FULL).encode()) for case in cases]
    return [reply.decode("utf-8", "backslashreplace") for reply in Peer(program, subprocess.DEVNULL).ask_all(records)]


def record(oracle, cases):
    for case, three, four in zip(cases, ask(oracle, "t", cases), ask(oracle, "u", cases)):
        case["helm3"] = three
        case.pop("helm4", None)
        if four != three:
            case["helm4"] = four
    FOUND.write_text("".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases))


def check(echo, cases):
    failed = 0
    for letter, name in (("t", "helm3"), ("u", "helm4")):
        replies = ask(echo, letter, cases)
        if len(replies) < len(cases):
            print("render died of", cases[len(replies)]["template"])
            return 1
        for case, mine in zip(cases, replies):
            theirs = case.get(name, case["helm3"])
            if mine != theirs:
                failed += 1
                print(f"---- {case['template']}\n  {name}  {theirs!r}\n  render {mine!r}")
    print(f"{len(cases)} templates, {failed} answers differ")
    return 1 if failed else 0


def main():
    cases = [json.loads(line) for line in FOUND.read_text().splitlines()]
    if sys.argv[1:2] == ["--record"]:
        return record(sys.argv[2], cases)
    return check(sys.argv[1], cases)


if __name__ == "__main__":
    sys.exit(main())
