/* Mermaid: a flowchart, as GitHub's Markdown draws it. */
#include <string.h>

#include "render/graph.h"

struct mermaid {
    const struct graph *graph;
    struct arena *arena;
    struct text *to;
};

/* Text between double quotes. */
static void add_text(struct text *to, const char *s)
{
    for (; *s; s++) {
        if (strchr("&<>\"#`;*_", *s) || (unsigned char)*s < 0x20)
            text_printf(to, "#%d;", *s);
        else
            text_addc(to, *s);
    }
}

static const char *id_of(const struct mermaid *m, const struct release_service *s)
{
    return arena_printf(m->arena, "s%zu", (size_t)(s - m->graph->release->services));
}

static void add_service(struct mermaid *m, const struct release_service *s, const char *indent,
                        const char *after)
{
    const char *notes[2];
    size_t count = graph_notes(s, m->arena, notes);
    text_printf(m->to, "%s%s[\"<b>", indent, id_of(m, s));
    add_text(m->to, s->name);
    text_adds(m->to, "</b>");
    for (size_t i = 0; i < count; i++) {
        text_adds(m->to, "<br/><small>");
        add_text(m->to, notes[i]);
        text_adds(m->to, "</small>");
    }
    text_printf(m->to, "\"]%s\n", after);
}

static void add_frame(struct mermaid *m, size_t at)
{
    const struct graph_frame *f = &m->graph->frames[at];
    size_t rows = graph_rows(f->count);
    if (!f->count) {
        text_printf(m->to, "    f%zu([\"", at);
        add_text(m->to, f->title);
        text_adds(m->to, "\"]):::network\n");
        return;
    }
    text_printf(m->to, "    subgraph f%zu [\"", at);
    add_text(m->to, f->title);
    text_adds(m->to, "\"]\n");
    for (size_t i = 0; i < f->count; i++)
        add_service(m, f->members[i], "      ", "");
    for (size_t i = 0; i + rows < f->count; i++)
        text_printf(m->to, "      %s ~~~ %s\n", id_of(m, f->members[i]), id_of(m, f->members[i + rows]));
    text_adds(m->to, "    end\n");
}

static void add_bridge(struct mermaid *m, const struct release_service *s)
{
    bool first = true;
    add_service(m, s, "    ", "");
    for (size_t i = 0; i < m->graph->frame_count; i++) {
        if (!graph_joins(s, &m->graph->frames[i]))
            continue;
        if (first)
            text_printf(m->to, "    f%zu --- %s\n", i, id_of(m, s));
        else
            text_printf(m->to, "    %s --- f%zu\n", id_of(m, s), i);
        first = false;
    }
}

void graph_mermaid_write(const struct graph *g, struct arena *a, struct text *to)
{
    struct mermaid m = {g, a, to};
    text_adds(to, "flowchart LR\n  subgraph release [\"");
    add_text(to, g->title);
    if (*g->caption) {
        text_adds(to, "<br/><small>");
        add_text(to, g->caption);
        text_adds(to, "</small>");
    }
    text_adds(to, "\"]\n");
    for (size_t i = 0; i < g->frame_count; i++)
        add_frame(&m, i);
    for (size_t i = 0; i < g->bridge_count; i++)
        add_bridge(&m, g->bridges[i]);
    text_adds(to, "  end\n");
    if (g->isolated_count)
        text_adds(to, "  subgraph isolated [\"isolated: reaches nobody, reached by nobody\"]\n");
    for (size_t i = 0; i < g->isolated_count; i++)
        add_service(&m, g->isolated[i], "    ", ":::isolated");
    text_adds(to, g->isolated_count ? "  end\n" : "");
    if (g->outside_count) {
        text_adds(to, "  outside[\"<b>outside</b>");
        for (size_t i = 0; i < g->outside_count; i++) {
            text_adds(to, "<br/>");
            add_text(to, g->outside[i] + strspn(g->outside[i], " "));
        }
        text_adds(to, "\"]:::outside\n  release --> outside\n");
    }
    text_adds(to, "  classDef isolated stroke:#c0392b,stroke-dasharray:4 3,fill:#fbeceb,color:#000\n"
                  "  classDef outside stroke:#c08a1e,fill:#fdf1d8,color:#000,text-align:left\n"
                  "  classDef network stroke:#4a7fb0,fill:#dbe9f6,color:#000\n");
}
