"""What a server holds and weighs: memory before, under and after a load, start, size; and how that grows with services."""
import os
import socket

import load
import paths
import server
from contenders import ALL, PORT, UPSTREAM, binary, coredns, dnsd

GROWTH = (3, 30, 300, 3000)
FLOOD_QUERIES, FLOOD_RATE = 60000, 30000


def flooded(make, folder, name, count):
    """What it held, in MB, while an upstream that never answers was asked for thousands of names at a time: the most, and
    (resident, proportional) once the client has given up."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
        silent.bind(("127.0.0.1", UPSTREAM))
        with server.fresh(make, folder, name, answers=False) as running:
            # It is there once a question of its port is not refused any more; no answer will come to tell.
            server.await_port(PORT)
            data = load.questions(folder, "flood", count)
            load.pace(data, count, rate=FLOOD_RATE)
            return {"flooded": running.peak_mb(), "after": running.memory_mb()}


def flood(folder, effort, absent, tell):
    """{name: [row]}; nobody may be listening on the upstream's port."""
    found = {}
    for turn in range(effort.fewer_rounds()):
        for name, make in ALL.items():
            if name not in absent:
                tell(f"flood: {name}, round {turn + 1} of {effort.fewer_rounds()}")
                found.setdefault(name, []).append(flooded(make, folder, name, int(FLOOD_QUERIES * effort.share)))
    return found


def starts(folder, effort, absent, tell):
    found, rounds = {}, 4 * effort.rounds
    for turn in range(rounds):
        tell(f"start, round {turn + 1} of {rounds}")
        for name, make in ALL.items():
            if name not in absent:
                found.setdefault(name, []).append({"start": server.start_ms(make, folder, name)})
    return found


def size_mb(path):
    return os.path.getsize(path) / 1e6


def sizes(absent):
    """MB of each program; for the image, of its archive as it is stored and sent."""
    found = {name: size_mb(binary(name)) for name in ALL if name not in absent}
    return found, size_mb(paths.image()) if paths.image() else None


def growth(folder, effort, absent, tell):
    """{services: {name: [row]}}: a mapped query's CPU, memory idle, and start."""
    found, rounds = {}, effort.fewer_rounds()
    for turn in range(rounds):
        for services in GROWTH:
            data = load.questions(folder, "mapped", 20000, services)
            for name, make in (("dnsd", dnsd), ("CoreDNS", coredns)):
                if name in absent:
                    continue
                tell(f"{services} services: {name}, round {turn + 1} of {rounds}")

                def many(own, make=make, services=services):
                    return make(own, services=services)

                row = {"start": server.start_ms(many, folder, name)}
                with server.fresh(many, folder, name) as running:
                    row["idle"] = running.memory_mb()[0]
                    # No more in flight than names: a question that is asked twice at a time is one upstream.
                    row["cpu"] = load.dnsperf(running, data, min(load.IN_FLIGHT, 4 * services))["cpu"]
                found.setdefault(services, {}).setdefault(name, []).append(row)
    return found
