"""Runs clang-tidy over the compilation database, two files at a time, skipping what it passed before.

A file counts as passed under the hash of itself, of every project header it includes, of the configuration
and of clang-tidy's version; the hashes stand in build/tidy/.
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path.cwd()
BUILD = ROOT / "build"
CACHE = BUILD / "tidy"
INCLUDE = re.compile(rb'^\s*#\s*include\s+"([^"]+)"', re.M)


def sources():
    for entry in json.loads((BUILD / "compile_commands.json").read_text()):
        path = pathlib.Path(entry["file"])
        if ROOT in path.parents and BUILD not in path.parents:
            yield path


def closure(path, seen):
    if path in seen or not path.is_file():
        return
    seen.add(path)
    for name in INCLUDE.findall(path.read_bytes()):
        for base in (ROOT, path.parent):
            closure((base / os.fsdecode(name)).resolve(), seen)


def key(path, salt):
    files = set()
    closure(path, files)
    digest = hashlib.sha256(salt)
    for name in sorted(files):
        digest.update(bytes(name.relative_to(ROOT)) + b"\0" + name.read_bytes())
    return digest.hexdigest()


def check(path, salt):
    mark = CACHE / key(path, salt)
    if mark.exists():
        return None
    done = subprocess.run(["clang-tidy", "-quiet", "-p", str(BUILD), str(path)], capture_output=True, text=True)
    if done.returncode == 0:
        mark.touch()
        return None
    return done.stdout + done.stderr


def main():
    CACHE.mkdir(parents=True, exist_ok=True)
    version = subprocess.run(["clang-tidy", "--version"], capture_output=True, check=True).stdout
    salt = version + b"".join((ROOT / name).read_bytes() for name in (".clang-tidy", "tests/.clang-tidy"))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        complaints = [c for c in pool.map(lambda p: check(p, salt), sorted(set(sources()))) if c]
    sys.stdout.write("".join(complaints))
    sys.exit(1 if complaints else 0)


main()
