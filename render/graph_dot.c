/* Graphviz: dot -Tsvg. */
#include <string.h>

#include "render/graph.h"

struct dot {
    const struct graph *graph;
    struct arena *arena;
    struct text *to;
};

/* Text of an HTML-like label. */
static void add_html(struct text *to, const char *s)
{
    for (; *s; s++) {
        if (strchr("&<>\"", *s) || (unsigned char)*s < 0x20)
            text_printf(to, "&#%d;", *s);
        else
            text_addc(to, *s);
    }
}

static const char *id_of(const struct dot *d, const struct release_service *s)
{
    return arena_printf(d->arena, "s%zu", (size_t)(s - d->graph->release->services));
}

static void add_service(struct dot *d, const struct release_service *s, const char *indent, const char *style)
{
    const char *notes[2];
    size_t count = graph_notes(s, d->arena, notes);
    text_printf(d->to, "%s%s [label=<<b>", indent, id_of(d, s));
    add_html(d->to, s->name);
    text_adds(d->to, "</b>");
    for (size_t i = 0; i < count; i++) {
        text_adds(d->to, "<br/><font point-size=\"10\" color=\"#555555\">");
        add_html(d->to, notes[i]);
        text_adds(d->to, "</font>");
    }
    text_printf(d->to, ">%s];\n", style);
}

/* Columns of rows; what has no edges would stand in one long row. */
static void add_grid(struct dot *d, const struct release_service *const *members, size_t count,
                     const char *indent)
{
    size_t rows = graph_rows(count);
    for (size_t i = 0; i + rows < count; i++)
        text_printf(d->to, "%s%s -> %s [style=invis];\n", indent, id_of(d, members[i]),
                    id_of(d, members[i + rows]));
}

static void add_frame(struct dot *d, size_t at)
{
    const struct graph_frame *f = &d->graph->frames[at];
    if (!f->count) {
        text_printf(
            d->to, "    f%zu [shape=ellipse, style=filled, fillcolor=\"#dbe9f6\", color=\"#4a7fb0\", label=<",
            at);
        add_html(d->to, f->title);
        text_adds(d->to, ">];\n");
        return;
    }
    text_printf(d->to,
                "    subgraph cluster_f%zu {\n      style=\"rounded,filled\"; fillcolor=\"%s\"; "
                "color=\"%s\"; label=<",
                at, f->is_nowhere ? "#f4f4f4" : "#dbe9f6", f->is_nowhere ? "#999999" : "#4a7fb0");
    add_html(d->to, f->title);
    text_adds(d->to, ">;\n");
    for (size_t i = 0; i < f->count; i++)
        add_service(d, f->members[i], "      ", "");
    add_grid(d, f->members, f->count, "      ");
    text_adds(d->to, "    }\n");
}

/* The first network lies to the left of a bridge, the others to its right. */
static void add_bridge(struct dot *d, const struct release_service *s)
{
    bool first = true;
    add_service(d, s, "    ", "");
    for (size_t i = 0; i < d->graph->frame_count; i++) {
        const struct graph_frame *f = &d->graph->frames[i];
        if (!graph_joins(s, f))
            continue;
        size_t rows = f->count ? graph_rows(f->count) : 0, last = f->count ? (f->count - 1) / rows * rows : 0;
        const char *end =
            !f->count ? arena_printf(d->arena, "f%zu", i) : id_of(d, f->members[first ? last : 0]);
        const char *clip =
            f->count ? arena_printf(d->arena, ", %s=cluster_f%zu", first ? "ltail" : "lhead", i) : "";
        text_printf(d->to, "    %s -> %s [dir=none, penwidth=2, color=\"#4a7fb0\"%s];\n",
                    first ? end : id_of(d, s), first ? id_of(d, s) : end, clip);
        first = false;
    }
}

static void add_isolated(struct dot *d)
{
    const struct graph *g = d->graph;
    if (!g->isolated_count)
        return;
    text_adds(d->to,
              "  subgraph cluster_isolated {\n    style=\"rounded,dashed\"; color=\"#c0392b\"; "
              "labelloc=t; fontcolor=\"#c0392b\"; label=\"isolated: reaches nobody, reached by nobody\";\n");
    for (size_t i = 0; i < g->isolated_count; i++)
        add_service(d, g->isolated[i], "    ", ", fillcolor=\"#fbeceb\", color=\"#c0392b\"");
    add_grid(d, g->isolated, g->isolated_count, "    ");
    text_adds(d->to, "  }\n");
}

/* The service that stands farthest right, where the way out begins. */
static const struct release_service *find_last(const struct graph *g)
{
    const struct graph_frame *f = NULL;
    for (size_t i = 0; i < g->frame_count; i++)
        f = g->frames[i].count && (!f || !g->frames[i].is_nowhere) ? &g->frames[i] : f;
    if (f)
        return f->members[(f->count - 1) / graph_rows(f->count) * graph_rows(f->count)];
    return g->bridge_count ? g->bridges[g->bridge_count - 1] : NULL;
}

static void add_outside(struct dot *d)
{
    const struct graph *g = d->graph;
    const struct release_service *from = find_last(g);
    if (!g->outside_count)
        return;
    text_adds(d->to, "  outside [style=\"rounded,filled\", fillcolor=\"#fdf1d8\", color=\"#c08a1e\", "
                     "label=<<b>outside</b><br/>");
    for (size_t i = 0; i < g->outside_count; i++) {
        text_adds(d->to, "<font point-size=\"10\">");
        for (const char *c = g->outside[i]; *c == ' '; c++)
            text_adds(d->to, "&#160;");
        add_html(d->to, g->outside[i] + strspn(g->outside[i], " "));
        text_adds(d->to, "</font><br align=\"left\"/>");
    }
    text_adds(d->to, ">];\n");
    if (from)
        text_printf(d->to, "  %s -> outside [ltail=cluster_release, penwidth=2, color=\"#c08a1e\"];\n",
                    id_of(d, from));
}

void graph_dot_write(const struct graph *g, struct arena *a, struct text *to)
{
    struct dot d = {g, a, to};
    text_adds(to,
              "digraph release {\n"
              "  rankdir=LR; compound=true; nodesep=0.25; ranksep=0.6; fontname=\"Helvetica\"; labelloc=b;\n"
              "  node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\"Helvetica\", "
              "fontsize=13];\n");
    if (*g->caption) {
        text_adds(to, "  label=<<font point-size=\"11\">");
        add_html(to, g->caption);
        text_adds(to, "</font>>;\n");
    }
    text_adds(to, "  subgraph cluster_release {\n"
                  "    style=rounded; color=\"#888888\"; labelloc=t; labeljust=l; label=<<b>");
    add_html(to, g->title);
    text_adds(to, "</b>>;\n");
    for (size_t i = 0; i < g->frame_count; i++)
        add_frame(&d, i);
    for (size_t i = 0; i < g->bridge_count; i++)
        add_bridge(&d, g->bridges[i]);
    text_adds(to, "  }\n");
    add_isolated(&d);
    add_outside(&d);
    text_adds(to, "}\n");
}
