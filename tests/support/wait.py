"""Waiting for what is bound to happen, instead of sleeping and hoping."""
import time

PAUSE_S = 0.003


def until(condition, what, seconds=5.0):
    """Gives the first true thing that condition() gives. Fails, saying what never came, after seconds."""
    deadline = time.monotonic() + seconds
    while True:
        got = condition()
        if got:
            return got
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {seconds} s in vain: {what() if callable(what) else what}")
        time.sleep(PAUSE_S)
