"""render beside `helm template`, on this project's chart."""
import os
import subprocess

import paths

SERVICES = (0, 50, 1000)


def once(command):
    """Wall time and CPU (ms) and peak memory (MB) of one run."""
    done = subprocess.run([paths.COST, *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    words = done.stderr.split()
    if done.returncode or words[-6::2] != ["wall", "cpu", "rss"]:
        raise SystemExit(f"bench: {' '.join(command)}: exit {done.returncode}\n{done.stderr}")
    return {"wall": int(words[-5]) / 1000, "cpu": int(words[-3]) / 1000, "rss": int(words[-1]) / 1024}


def measure(folder, effort, tell):
    """{services: {program: [row]}}"""
    chart, helm, found, rounds = os.path.join(paths.ROOT, "chart"), paths.helm(), {}, 3 * effort.rounds
    for services in SERVICES:
        image = "{image: 'debian:12'}"
        values = paths.write(folder, f"values-{services}.yaml", "services:\n" + "".join(
            f"  s{i}: {image}\n" for i in range(services)) if services else "{}\n")
        commands = {"render": [paths.RENDER, "rel", "-f", values]}
        if helm:
            commands["helm template"] = [helm, "template", "rel", chart, "-f", values]
        for turn in range(rounds):
            for name, command in commands.items():
                tell(f"{services or 'default'} services: {name}, round {turn + 1} of {rounds}")
                found.setdefault(services, {}).setdefault(name, []).append(once(command))
    return found
