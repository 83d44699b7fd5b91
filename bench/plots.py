"""Pictures of the results, drawn by gnuplot: bench/plots/*.svg."""
import os
import shutil
import statistics
import subprocess

import footprint
import gvisor
import report

STYLE = """
set terminal svg size {width},{height} dynamic background rgb 'white' font 'sans-serif,13'
set output '{out}'
set title "{title}" font ',15'
set border 3 lc rgb '#888888'
set tics nomirror out
unset key
"""
OURS, OTHER = "#0a7d4f", "#9aa5b1"


def draw(folder, name, script, title, width=720, height=360):
    head = STYLE.format(width=width, height=height, out=os.path.join(folder, name + ".svg"), title=title)
    done = subprocess.run(["gnuplot"], input=head + script, text=True, capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(f"bench: gnuplot: {done.stderr}")


def bars(folder, name, title, unit, pairs):
    """pairs: (label, value), the least on top; ours stand out, and each says its number."""
    lines = []
    for i, (label, value) in enumerate(reversed(pairs)):
        colour = OURS if label.startswith("dnsd") or label.endswith(("services", "values")) else OTHER
        lines.append(f"set object {i + 1} rect from 0,{i - 0.35} to {value},{i + 0.35} fc rgb '{colour}' fs solid noborder")
        lines.append(f"set label {i + 1} '{value:{'.0f' if abs(value) >= 100 else '.3g'}} {unit}' at {value},{i} offset 0.7,0")
        lines.append(f"set ytics add ('{label}' {i})")
    most = max(value for _, value in pairs)
    draw(folder, name, "\n".join(["set ytics ()", "set border 2", "unset xtics", f"set xrange [0:{1.25 * most}]",
                                  f"set yrange [-0.7:{len(pairs) - 0.3}]", *lines, "plot -1 notitle"]), title,
         height=90 + 45 * len(pairs))


def lines(folder, name, title, x, y, series, log="x"):
    """series: {label: [(x, y)]}"""
    data = ""
    for i, points in enumerate(series.values()):
        data += f"$s{i} << E\n" + "".join(f"{a} {b}\n" for a, b in points) + "E\n"
    drawn = ", ".join(f"$s{i} with linespoints lw 2.5 pt 7 ps 0.7 lc rgb '{OURS if label.startswith('dnsd') else OTHER}' title '{label}'"
                      for i, label in enumerate(series))
    xs = sorted({a for points in series.values() for a, _ in points})
    ticks = ", ".join(f"'{a}' {a}" for a in xs)
    draw(folder, name, f"{data}set logscale {log}\nset xtics ({ticks})\nset key top left reverse Left\nset xlabel '{x}'\n"
         f"set ylabel '{y}'\nset yrange [0:*]\nset xrange [{xs[0] / 1.3}:{xs[-1] * 1.3}]\nplot {drawn}", title)


def by_value(pairs):
    return sorted(pairs, key=lambda p: p[1])


def all_of(folder, results):
    """False: there is no gnuplot here."""
    if not shutil.which("gnuplot"):
        return False
    os.makedirs(folder, exist_ok=True)
    found = results["loads"]
    cpu = {t: {n: report.middle(r, "cpu") for n, r in by.items()} for t, by in found.items()}
    bars(folder, "cpu", "CPU a query on the server: less is better", "us", by_value(
        [(n if n != "floor" else "floor: parses nothing", v) for n, v in cpu["relayed"].items()]
        + [(f"{n}, a mapped name", v) for n, v in cpu["mapped"].items()]
        + [(f"{n}, over TCP", v) for n, v in cpu["relayed over TCP"].items()]))
    bars(folder, "memory", "Memory at work (RSS): less is better", "MB", by_value(
        [(n, statistics.median(v[0] for v in report.values(r, "loaded"))) for n, r in found["relayed"].items() if n != "floor"]))
    bars(folder, "latency", "Time to an answer at 10 000 queries/s, 99th percentile: less is better", "us", by_value(
        [(n, report.middle(r, "at", 10000, "p99")) for n, r in found["relayed"].items()]))
    growth = results["growth"]
    lines(folder, "services", "CPU a mapped query as services grow", "services (log)", "us", {
        n: [(s, report.middle(growth[s][n], "cpu")) for s in footprint.GROWTH] for n in growth[3]})
    if not isinstance(results["pod"], str):
        in_pod = results["pod"]
        for in_flight, words in gvisor.FORMS.items():
            bars(folder, f"gvisor-{in_flight}", f"Under gVisor: CPU that the sidecar adds to a query, {words}", "us",
                 by_value([(n, report.middle(report.added(in_pod, n, in_flight, "cpu"), "added"))
                           for n in in_pod if n != "direct"]))
    rendered = results["manifests"]
    if "helm template" in rendered[0]:
        bars(folder, "render", "Helm's CPU for the chart, as a multiple of render's: more is better", "x", [
            (f"{s} services" if s else "default values", report.middle(by["helm template"], "cpu") / report.middle(by["render"], "cpu"))
            for s, by in rendered.items()])
    return True
