"""The figures in README.md: a table between two marks, which a full run writes anew, so that each is one that was
measured."""
import statistics

import gvisor
import report

BEGIN, END = "<!-- figures of bench/RESULTS.md, written by ./dev bench -->\n", "<!-- end of figures -->\n"


def figure(rows, *keys, form="{:.1f}"):
    return form.format(report.middle(rows, *keys)) if rows else "-"


def rows_of(found, sizes, image_mb):
    loads, starts, floods = found["loads"], found["starts"], found["floods"]
    names = ("dnsd", "CoreDNS", "dnsmasq", "unbound", "floor")

    def each(what, value):
        return (what, *(value(name) for name in names))

    def held(name, key):
        rows = loads["relayed"].get(name)
        return f"{statistics.median(v[0] for v in report.values(rows, key)):.1f}" if rows else "-"

    rows = [each("CPU a relayed query, us", lambda n: figure(loads["relayed"].get(n), "cpu")),
            each("CPU a mapped query, us", lambda n: figure(loads["mapped"].get(n), "cpu")),
            each("CPU a query over TCP, us", lambda n: figure(loads["relayed over TCP"].get(n), "cpu")),
            each("99 of 100 answers at 10 000/s within, us",
                 lambda n: figure(loads["relayed"].get(n), "at", 10000, "p99", form="{:.0f}")),
            each("memory idle, MB", lambda n: held(n, "idle")),
            each("memory in a flood, MB", lambda n: figure(floods.get(n), "flooded")),
            each("start to first answer, ms", lambda n: figure(starts.get(n), "start")),
            each("program, MB", lambda n: f"{sizes[n]:.1f}" if n in sizes else "-")]
    if not isinstance(found["pod"], str):
        rows += [each(f"gVisor, {words}: CPU added to the Pod's a query, us",
                      lambda n, k=key: figure(report.added(found["pod"], n, k, "cpu"), "added", form="{:.0f}")
                      if n in found["pod"] else "-") for key, words in gvisor.FORMS.items()]
    return ("", *names), rows


def render_line(rendered):
    said = []
    for services, by_name in rendered.items():
        ours, helm = by_name["render"], by_name.get("helm template")
        said.append(f"{services or 'the default'} {'services' if services else 'values'} in {report.middle(ours, 'wall'):.1f} ms and "
                    f"{report.middle(ours, 'rss'):.0f} MB" + (
                        f" (Helm: {report.middle(helm, 'wall'):.0f} ms, {report.middle(helm, 'rss'):.0f} MB, "
                        f"{report.middle(helm, 'cpu') / report.middle(ours, 'cpu'):.0f} times the CPU)" if helm else ""))
    return "render prints " + "; ".join(said) + ".\n"


def figures(found, sizes, image_mb):
    weight = f"dnsd's image is {image_mb:.1f} MB. " if image_mb else ""
    return "\n" + report.table(*rows_of(found, sizes, image_mb)) + "\n" + weight + render_line(found["manifests"]) + "\n"


def rewrite(path, text):
    """Puts text between the marks of the file; both must be there."""
    with open(path, encoding="utf-8") as f:
        before, rest = f.read().split(BEGIN)
    after = rest.split(END)[1]
    with open(path, "w", encoding="utf-8") as f:
        f.write(before + BEGIN + text + END + after)
