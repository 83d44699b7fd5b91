/* graph.h: who resolves whom and who may reach whom in a release, as a picture a person can read.
 * Services that reach each other stand in one frame: all of them, or those of a network. One on several
 * networks stands between their frames, joined to each. Isolated ones are marked; what is outside is one box.
 */
#pragma once

#include "render/helm.h"
#include "render/release.h"

enum { GRAPH_NAMES_MAX = 3, GRAPH_OUTSIDE_MAX = 8 }; /* told by name; the rest are counted */

/* A frame, or with no members of its own just a name to be joined to. */
struct graph_frame {
    const char *title;
    const char *network; /* NULL: it is none */
    const struct release_service **members;
    size_t count;
    bool is_nowhere; /* members reach nobody, nor are they reached */
};

struct graph {
    const struct release *release;
    const char *title, *caption;
    struct graph_frame *frames;
    size_t frame_count;
    const struct release_service **bridges; /* on several networks */
    size_t bridge_count;
    const struct release_service **isolated;
    size_t isolated_count;
    const char **outside; /* lines; none: nothing is reached there */
    size_t outside_count;
};

/* Lines below a service's name: the names that lead to it, its ports. */
size_t graph_notes(const struct release_service *service, struct arena *a, const char *notes[2]);

/* How many rows count nodes of a frame take, so that it is no long ribbon. */
size_t graph_rows(size_t count);

/* Whether a bridge is on the network of a frame. */
bool graph_joins(const struct release_service *bridge, const struct graph_frame *frame);

/* h was prepared. format is "dot", "mermaid", or NULL for dot. -1: h->fault says why. */
MUST_CHECK int graph_write(struct helm *h, const char *format, struct text *to);

/* graph_dot.c, graph_mermaid.c */
void graph_dot_write(const struct graph *g, struct arena *a, struct text *to);
void graph_mermaid_write(const struct graph *g, struct arena *a, struct text *to);
