#!/usr/bin/python3 -B
"""tests/soak/nameserver.py ADDRESS SEED: a quick, simple upstream behind a link that can be made bad.

Each line of standard input sets how it behaves from then on, in JSON: loss, duplication and reordering as
shares of the packets of each way, delay_s of each way, and wrong: how many answers with a wrong ID go before
each right one. What is left out is as on a good day. `hole...` is never answered; `big...` has an answer of 1 100 octets.
Loss and the like are of UDP: TCP would only put it right.
"""
import heapq
import itertools
import json
import os
import random
import selectors
import socket
import struct
import sys
import time

ADDRESS = b"\xc0\x0c" + struct.pack("!HHIH4s", 1, 1, 5, 4, bytes((192, 0, 2, 7)))
BIG = b"".join(b"\xc0\x0c" + struct.pack("!HHIHB", 16, 1, 5, 101, 100) + b"x" * 100 for _ in range(9))
OPT = b"\0" + struct.pack("!HHIH", 41, 1232, 0, 0)
GOOD = {"loss": 0, "duplication": 0, "reordering": 0, "delay_s": 0, "wrong": 0}
LATE_S = 0.05  # how far a packet out of order comes behind its place


def answer(wire):
    """The answer to a well-formed query, or None: there is none."""
    if len(wire) < 17 or wire[2] & 0x80:
        return None
    end = 12
    while wire[end]:
        end += wire[end] + 1
    label = wire[13:13 + wire[12]].lower()
    if label.startswith(b"hole"):
        return None
    rrtype, = struct.unpack_from("!H", wire, end + 1)
    big = label.startswith(b"big") and rrtype == 16
    records = 9 if big else int(rrtype == 1)
    more = OPT if wire[11] else b""
    return (wire[:2] + struct.pack("!HHHHH", 0x8180, 1, records, 0, 1 if more else 0) + wire[12:end + 5]
            + (BIG if big else ADDRESS * records) + more)


class Server:
    def __init__(self, address, seed):
        self.random = random.Random(seed)
        self.link = dict(GOOD)
        self.later, self.order = [], itertools.count()
        self.selector = selectors.DefaultSelector()
        self.udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.udp.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8 << 20)
        self.udp.bind((address, 53))
        self.udp.setblocking(False)
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((address, 53))
        listener.listen(512)
        self.selector.register(self.udp, selectors.EVENT_READ, self.read_udp)
        self.selector.register(listener, selectors.EVENT_READ, self.accept)
        self.selector.register(sys.stdin.fileno(), selectors.EVENT_READ, self.command)

    def command(self, fd):
        got = os.read(fd, 65536)
        if not got:
            sys.exit(0)
        self.link = dict(GOOD, **json.loads(got.splitlines()[-1]))

    def over_the_link(self, then):
        """Has then() done as often, and as late, as the link is good for."""
        if self.random.random() < self.link["loss"]:
            return
        for _ in range(2 if self.random.random() < self.link["duplication"] else 1):
            late = self.link["delay_s"] + (LATE_S if self.random.random() < self.link["reordering"] else 0)
            if late:
                heapq.heappush(self.later, (time.monotonic() + late, next(self.order), then))
            else:
                then()

    def read_udp(self, _):
        for _ in range(64):
            try:
                wire, source = self.udp.recvfrom(4096)
            except BlockingIOError:
                return
            self.over_the_link(lambda w=wire, s=source: self.take(w, s))

    def take(self, wire, source):
        said = answer(wire)
        if said is None:
            return
        wrong = b"".join((bytes((wire[0] ^ 1, wire[1])), said[2:]))
        for _ in range(self.link["wrong"]):
            self.send(wrong, source)
        self.over_the_link(lambda: self.send(said, source))

    def send(self, wire, to):
        try:
            self.udp.sendto(wire, to)
        except OSError:
            pass  # whoever asked is gone, or there is no room: what UDP promises

    def accept(self, listener):
        connection, _ = listener.accept()
        buffer = bytearray()
        self.selector.register(connection, selectors.EVENT_READ, lambda c: self.read_tcp(c, buffer))

    def read_tcp(self, connection, buffer):
        try:
            got = connection.recv(65535)
            buffer += got
            while got and len(buffer) >= 2 and len(buffer) >= 2 + int.from_bytes(buffer[:2], "big"):
                end = 2 + int.from_bytes(buffer[:2], "big")
                said = answer(bytes(buffer[2:end]))
                del buffer[:end]
                if said:
                    connection.sendall(struct.pack("!H", len(said)) + said)
        except OSError:
            got = b""
        if not got:
            self.selector.unregister(connection)
            connection.close()

    def serve(self):
        while True:
            timeout = max(0.0, self.later[0][0] - time.monotonic()) if self.later else None
            for key, _ in self.selector.select(timeout):
                key.data(key.fileobj)
            while self.later and self.later[0][0] <= time.monotonic():
                heapq.heappop(self.later)[2]()


if __name__ == "__main__":
    Server(sys.argv[1], int(sys.argv[2])).serve()
