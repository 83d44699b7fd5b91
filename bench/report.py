"""bench/RESULTS.md, of what was measured: tables of medians, with the least and the most of the rounds."""
import math
import statistics

import fleet
import footprint
import gvisor
import load

UNITS = "Medians of the rounds, with the least and the most."


def values(rows, *keys):
    found = []
    for row in rows:
        for key in keys:
            row = row[key] if row is not None else None
        found.append(row)
    return found


def middle(rows, *keys):
    return statistics.median(values(rows, *keys))


def spread(rows, *keys, form="{:.1f}"):
    got = values(rows, *keys)
    least, most = form.format(min(got)), form.format(max(got))
    return f"{form.format(statistics.median(got))} ({least}-{most})" if least != most else least


def table(heads, rows):
    lines = ["| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads)]
    return "\n".join(lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows]) + "\n"


def ratio(by_name, name, other, *keys):
    return f"{middle(by_name[name], *keys) / middle(by_name[other], *keys):.2f}" if other in by_name else "-"


def cost_rows(by_name, floors, *keys):
    """floors: the relayed rows, whose floor every kind of traffic is held against."""
    floor_us = middle(floors["floor"], *keys, "cpu")
    return [(name, spread(r, *keys, "cpu"), f"{middle(r, *keys, 'cpu') / floor_us:.2f}",
             ratio(by_name, name, "CoreDNS", *keys, "cpu"), spread(r, *keys, "rate", form="{:.0f}"),
             int(sum(values(r, *keys, "lost")))) for name, r in by_name.items()]


COST_HEADS = ("server", "CPU a query, us", "x floor, relayed", "x CoreDNS", "queries/s", "lost")


def costs(found):
    relayed = found["relayed"]
    text = f"\n## CPU a query, and queries a second\n\ndnsperf, {load.IN_FLIGHT} in flight where nothing else is said.\n"
    for title, by_name in found.items():
        text += f"\n### {title[0].upper()}{title[1:]}\n\n" + table(COST_HEADS, cost_rows(by_name, relayed))
        if title == "relayed":
            for key, words in (("many", f"{load.MANY_IN_FLIGHT} in flight"), ("one", "one in flight")):
                text += f"\n### Relayed, {words}\n\n" + table(COST_HEADS, cost_rows(by_name, relayed, key))
    return text


def latencies(found):
    rows = []
    for title, by_name in found.items():
        for name, r in by_name.items():
            for at in (*load.RATES, "most"):
                rows.append((title, f"{at}/s" if at != "most" else f"{middle(r, 'at', at, 'rate'):.0f}/s, the most", name,
                             *(spread(r, "at", at, p, form="{:.0f}") for p in ("p50", "p99", "p999")),
                             int(sum(values(r, "at", at, "lost")))))
    return "\n## Time to an answer, us\n\nbench/pace asks at fixed moments and counts from them, so that a stall is charged " \
        f"to every question it holds up; \"the most\" is {load.IN_FLIGHT} in flight.\n\n" + table(
            ("traffic", "load", "server", "p50", "p99", "p99.9", "lost"), rows)


def memory(found, starts, floods, sizes, image_mb):
    rows = [(name, *(spread(values(r, key), i) for key in ("idle", "loaded") for i in (0, 1)),
             *((spread(floods[name], "flooded"), *(spread(values(floods[name], "after"), i) for i in (0, 1)))
               if name in floods else ("-", "-", "-")), spread(starts[name], "start"), f"{sizes[name]:.1f}")
            for name, r in found["relayed"].items()]
    image = f"dnsd's image is {image_mb:.2f} MB as it is sent.\n" if image_mb else \
        "dnsd's image was not there to be weighed: `./dev image` makes it.\n"
    return "\n## Memory, start and size\n\nMB; the start in ms to the first answer, asked every 0.2 ms. The flood: " \
        f"{footprint.FLOOD_QUERIES} names at 30 000/s to an upstream that never answers; the most it held, and what once the " \
        "client had given up. CoreDNS from tests/oracles has only the plugins that the sidecar's Corefile names: the stock build is several times as large, so " \
        f"do not take its memory, start and size from here. {image}\n" + table(
            ("server", "idle RSS", "idle PSS", "loaded RSS", "loaded PSS", "flooded, peak RSS", "RSS behind it", "PSS behind it",
             "start", "program"), rows)


def count_table(counts):
    if not counts:
        return ""
    rows = [(title, name, *(f"{r[k]['all']:.2f}" if k in r else "-" for k in ("calls", "calls one")),
             f"{r['instructions']:.0f}" if "instructions" in r else "-")
            for title, by_name in counts.items() for name, r in by_name.items()]
    return "\n## System calls and instructions a query\n\nCounted once, with strace and with callgrind (user space; Go's " \
        "runtime does not run under it).\n\n" + table(
            ("traffic", "server", f"calls, {load.IN_FLIGHT} in flight", "calls, one in flight", "instructions"), rows)


def growth(found):
    rows = [(services, name, spread(r, "cpu"), spread(r, "idle"), spread(r, "start"))
            for services, by_name in found.items() for name, r in by_name.items()]
    return "\n## As services grow\n\nA mapped query's CPU; idle RSS, MB; start, ms. With 3 services 12 are in flight.\n\n" + \
        table(("services", "server", "CPU a query, us", "idle RSS", "start"), rows)


def added(found, name, *keys):
    """What a sidecar adds, round by round."""
    direct = found["direct"]
    return [{"added": a - b} for a, b in zip(values(found[name], *keys), values(direct, *keys))]


def added_x_floor(found, name, key):
    """NaN: what the floor adds was lost in the noise, so that nothing can be held against it."""
    floor = middle(added(found, "floor", key, "cpu"), "added")
    return middle(added(found, name, key, "cpu"), "added") / floor if floor > 0 else math.nan


def told(number):
    return "not to be told" if math.isnan(number) else f"{number:.2f}"


def pod(found):
    head = "\n## In a Pod under gVisor\n\n"
    if isinstance(found, str):
        return head + f"Not measured: {found}.\n"
    text = head + "What the Pod's cgroup is charged a query, the client's share included, and what the sidecar adds to the " \
        "same client asking upstream itself.\n"
    for key, words in gvisor.FORMS.items():
        rows = [(name, spread(r, key, "cpu", form="{:.0f}"), ratio(found, name, "floor", key, "cpu"),
                 *(("-", "-") if name == "direct" else (spread(added(found, name, key, "cpu"), "added", form="{:.0f}"),
                                                        told(added_x_floor(found, name, key)))),
                 spread(r, key, "rate", form="{:.0f}")) for name, r in found.items()]
        text += f"\n### {words[0].upper()}{words[1:]}\n\n" + table(
            ("subject", "Pod's CPU a query, us", "x floor", "added, us", "added x floor", "queries/s"), rows)
    rows = [(name, spread(r, "idle"), spread(added(found, name, "loaded"), "added"),
             f"{middle(r, 'start') - middle(found['floor'], 'start'):+.0f}")
            for name, r in found.items() if "start" in r[0]]
    return text + "\n### Memory and start\n\nMB that the Pod's cgroup is charged more than without: idle, and after the loads; ms from `runsc start` to the " \
        "first answer, as a difference from the floor.\n\n" + table(("sidecar", "idle", "loaded", "start"), rows)


def manifests(found):
    rows = []
    for services, by_name in found.items():
        for name, r in by_name.items():
            helm = by_name.get("helm template")
            rows.append((services or "default", name, spread(r, "wall"), spread(r, "cpu"), spread(r, "rss"),
                         f"{middle(helm, 'cpu') / middle(r, 'cpu'):.0f}" if helm else "-"))
    return "\n## render beside Helm\n\n" + table(
        ("services", "program", "wall, ms", "CPU, ms", "peak RSS, MB", "Helm's CPU / its CPU"), rows)


def fleets(found):
    cpu = {name: middle(found["relayed"][name], "cpu") for name in fleet.REQUESTED if name in found["relayed"]}
    held = {name: statistics.median(v[0] for v in values(found["relayed"][name], "loaded")) for name in cpu}
    rows = [(pods, name, f"{a:.1f}", f"{b:.1f}", f"{c:.2f}", f"{d:.2f}") for pods, name, a, b, c, d in fleet.rows(cpu, held)]
    asks = "; ".join(f"{name} asks for {r['cpu'] * 1000:.0f}m and {r['memory']}Mi, takes {cpu[name]:.1f} us a query and holds "
                     f"{held[name]:.1f} MB" for name, r in fleet.REQUESTED.items() if name in cpu)
    return f"\n## A fleet\n\nEach Pod asks {fleet.QUERIES_A_SECOND} names a second. {asks}. Reserved = Pods x request; cores used = " \
        "Pods x names a second x CPU a query; memory used = Pods x what it holds after the load. Under gVisor both take more, " \
        "as told above.\n\n" + table(("Pods", "sidecar", "cores reserved", "GB reserved", "cores used", "GB used"), rows)


def aims(found, starts, floods, in_pod, rendered, image_mb):
    """(what, measured, "<=" or ">=", aim), of design.md's numbers."""
    relayed, mapped = found["relayed"], found["mapped"]
    floor = middle(relayed["floor"], "cpu")
    checks = [("relayed query, CPU x floor", middle(relayed["dnsd"], "cpu") / floor, "<=", 1.5),
              ("mapped query, CPU x floor", middle(mapped["dnsd"], "cpu") / floor, "<=", 2),
              (f"queries/s x floor, {load.MANY_IN_FLIGHT} in flight",
               middle(relayed["dnsd"], "many", "rate") / middle(relayed["floor"], "many", "rate"), ">=", 0.8),
              ("idle RSS, MB", statistics.median(v[0] for v in values(relayed["dnsd"], "idle")), "<=", 2.5),
              ("peak RSS in a flood, MB", middle(floods["dnsd"], "flooded"), "<=", 4),
              ("start to first answer, ms", middle(starts["dnsd"], "start"), "<=", 3),
              ("query log on, CPU x off", middle(found["relayed, query log on"]["dnsd"], "cpu") / middle(relayed["dnsd"], "cpu"),
               "<=", 1.25)]
    if image_mb:
        checks.append(("image, MB", image_mb, "<=", 5))
    if not isinstance(in_pod, str):
        for key, most in ((100, 1.5), (1, 1.3)):
            checks.append((f"under gVisor, {gvisor.FORMS[key]}: CPU added x floor's", added_x_floor(in_pod, "dnsd", key), "<=", most))
    checks += [("render, default values: wall, ms", middle(rendered[0]["render"], "wall"), "<=", 3),
               ("render, default values: peak RSS, MB", middle(rendered[0]["render"], "rss"), "<=", 8),
               ("render, 50 services: wall, ms", middle(rendered[50]["render"], "wall"), "<=", 10)]
    for services, by_name in rendered.items():
        if "helm template" in by_name:
            checks.append((f"Helm's CPU x render's, {services or 'default'} services",
                           middle(by_name["helm template"], "cpu") / middle(by_name["render"], "cpu"), ">=", 20))
    return checks


def met(measured, sign, aim):
    if math.isnan(measured):
        return "-"
    return "yes" if (measured <= aim if sign == "<=" else measured >= aim) else "**no**"


def aim_table(checks):
    return "\n## Against the aims\n\n" + table(("what", "measured", "aim", "met"), [
        (what, told(is_), f"{sign} {aim}", met(is_, sign, aim)) for what, is_, sign, aim in checks])
