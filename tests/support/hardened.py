"""What a program and its objects lack of what makes a fault in them harder to use, as readelf and nm tell it."""
import re
import subprocess

# The compiler's marks on an object that takes part in the processor's checks of jumps and returns.
MARKS = {"X86-64": ("IBT", "SHSTK"), "AArch64": ("BTI", "PAC")}


def say(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def lacks(program, static):
    """Of a linked program, stripped or not."""
    told = say("readelf", "-hldW", program)
    segments = re.findall(r"^  (\w+) +0x\w+ 0x\w+ 0x\w+ 0x\w+ 0x\w+ ([RWE ]{3})", told, re.M)
    dynamic = re.search(r"\(FLAGS_1\).*", told)
    wanted = {
        "a random address": "DYN (" in told and dynamic is not None and "PIE" in dynamic[0],
        "relocations read-only": "GNU_RELRO" in told,
        "every symbol bound at the start": dynamic is not None and "NOW" in dynamic[0],
        "a stack that is not executable": ("GNU_STACK", "RW ") in segments,
        "memory either writable or executable": not [s for s in segments if "W" in s[1] and "E" in s[1]],
        "code without relocations": "TEXTREL" not in told,
        "libraries from the system's places": "RPATH" not in told and "RUNPATH" not in told,
    }
    if static:
        wanted["no libraries to be found"] = "(NEEDED)" not in told and ("INTERP", "R  ") not in segments
    return [what for what, there in wanted.items() if not there]


def objects_lack(archive):
    """Of the objects of one archive: every one marked, and the archive's functions checked."""
    machine = re.search(r"Machine:.*?(X86-64|AArch64)", say("readelf", "-h", archive))[1]
    names, notes = [], {}
    for line in say("readelf", "-nW", archive).splitlines():
        if line.startswith("File: "):
            names.append(line)
            notes[line] = ""
        elif names:
            notes[names[-1]] += line
    bare = [re.search(r"\((.*?)\)", name)[1] for name, note in notes.items()
            if not all(mark in note for mark in MARKS[machine])]
    called = set(re.findall(r" U (\w+)", say("nm", archive)))
    lacking = [f"{' and '.join(MARKS[machine])}: {' '.join(bare)}"] if bare or not names else []
    if "__stack_chk_fail" not in called:
        lacking.append("stack protector")
    if not [name for name in called if re.fullmatch(r"__\w+_chk", name)]:
        lacking.append("_FORTIFY_SOURCE")
    return lacking
