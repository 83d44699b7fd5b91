/* graph_part.h: a small graph with one of each part, names hostile, to be drawn by one of the writers. */
#pragma once

#include <string.h>

#include "render/graph.h"
#include "tests/unit/fresh_arena.h"

struct graph_part {
    struct release release;
    struct release_service services[6];
    const struct release_service *members[3], *bridges[1], *isolated[1];
    struct graph_frame frames[2];
    const char *outside[2];
    struct release_name networks[2];
    struct graph graph;
};

/* Three services in one frame, one on two networks, one isolated; the network q is but a name. */
static inline struct graph *graph_part(struct graph_part *p)
{
    static const char *const names[] = {"a<b", "b", "c", "d", "e", "f"};
    static struct map empty;
    static const struct value nothing = {.kind = VALUE_MAP, .map = &empty};
    *p = (struct graph_part){.release = {.services = p->services, .service_count = 6},
                             .networks = {{.as_written = "p"}, {.as_written = "q"}}};
    for (size_t i = 0; i < 6; i++)
        p->services[i] = (struct release_service){.name = names[i], .value = &nothing, .has_dns = i != 1};
    for (size_t i = 0; i < 3; i++)
        p->members[i] = &p->services[i];
    p->services[3].networks = p->networks;
    p->services[3].network_count = 2;
    p->bridges[0] = &p->services[3];
    p->isolated[0] = &p->services[4];
    p->frames[0] =
        (struct graph_frame){.title = "network p", .network = "p", .members = p->members, .count = 3};
    p->frames[1] = (struct graph_frame){.title = "network \"q\"", .network = "q"};
    p->outside[0] = "domains:";
    p->outside[1] = "  *.x&y";
    p->graph = (struct graph){.release = &p->release,
                              .title = "rel",
                              .caption = "cap>",
                              .frames = p->frames,
                              .frame_count = 2,
                              .bridges = p->bridges,
                              .bridge_count = 1,
                              .isolated = p->isolated,
                              .isolated_count = 1,
                              .outside = p->outside,
                              .outside_count = 2};
    return &p->graph;
}

static inline void says(const char *told, const char *words)
{
    if (!strstr(told, words))
        fail_msg("no \"%s\" in\n%s", words, told);
}

static inline void says_not(const char *told, const char *words)
{
    if (strstr(told, words))
        fail_msg("\"%s\" in\n%s", words, told);
}
