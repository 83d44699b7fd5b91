"""One line on the terminal that says what is measured now."""
import sys
import time

BEGUN = time.monotonic()


def tell(text):
    passed = int(time.monotonic() - BEGUN)
    line = f"bench: {passed // 60:2}:{passed % 60:02} {text}"
    if sys.stderr.isatty():
        print(f"\r\033[K{line}", end="", file=sys.stderr, flush=True)
    elif text:
        print(line, file=sys.stderr, flush=True)


def end():
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)
