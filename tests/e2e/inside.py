"""Runs in the workload, of whose Python only the core is there.

  inside.py ms COMMAND...           runs it, prints its output, and last a line `ms N`
  inside.py bind udp|tcp ADDR PORT  binds; prints `bound`, or the error's name
  inside.py flood SECONDS           asks 127.0.0.1:53 as fast as it can, and reads nothing; prints how many
"""
import errno
import os
import socket
import sys
import time


def ms(*command):
    began = time.monotonic()
    status = os.waitstatus_to_exitcode(os.system(" ".join("'" + word + "'" for word in command)))
    print(f"ms {(time.monotonic() - began) * 1000:.0f}", flush=True)
    return status


def bind(kind, address, port):
    s = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET,
                      socket.SOCK_DGRAM if kind == "udp" else socket.SOCK_STREAM)
    try:
        s.bind((address, int(port)))
        if kind == "tcp":
            s.listen()
        print("bound")
    except OSError as e:
        print(errno.errorcode[e.errno])
    return 0


def question(number, name):
    labels = b"".join(bytes([len(label)]) + label for label in name.encode().split(b"."))
    return number.to_bytes(2, "big") + b"\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00" + labels + b"\x00\x00\x01\x00\x01"


def flood(seconds):
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    s.connect(("127.0.0.1", 53))
    s.setblocking(False)
    sent, until = 0, time.monotonic() + float(seconds)
    while time.monotonic() < until:
        # One in four is let out and never answered, one is denied, one is a service's, one is no query at all.
        kind = sent % 4
        wire = (question(sent % 65536, f"n{sent}.silent.allowed.test"), question(sent % 65536, f"n{sent}.blocked.test"),
                question(sent % 65536, "nginx"), os.urandom(40))[kind]
        try:
            s.send(wire)
            sent += 1
        except OSError:
            pass
    print(sent)
    return 0


if __name__ == "__main__":
    sys.exit({"ms": ms, "bind": bind, "flood": flood}[sys.argv[1]](*sys.argv[2:]))
