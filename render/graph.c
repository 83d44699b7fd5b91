#include "render/graph.h"

#include <string.h>

#include "render/go_print.h"

size_t graph_rows(size_t count)
{
    size_t rows = 1;
    while (rows * rows < count)
        rows++;
    return rows;
}

size_t graph_notes(const struct release_service *service, struct arena *a, const char *notes[2])
{
    struct text names;
    const char *ports = release_ports(service, a);
    size_t count = 0, shown = service->record_count;
    if (shown > GRAPH_NAMES_MAX)
        shown = GRAPH_NAMES_MAX - 1;
    text_init(&names, a);
    text_adds(&names, "");
    for (size_t i = 0; i < shown; i++)
        text_printf(&names, "%s%s", i ? ", " : "", service->records[i].as_written);
    if (shown < service->record_count)
        text_printf(&names, ", %zu more", service->record_count - shown);
    if (!service->has_dns)
        notes[count++] = "no name";
    else if (names.len)
        notes[count++] = names.at;
    if (strcmp(ports, "all ports") != 0)
        notes[count++] = ports;
    return count;
}

bool graph_joins(const struct release_service *bridge, const struct graph_frame *frame)
{
    for (size_t i = 0; frame->network && i < bridge->network_count; i++)
        if (strcmp(bridge->networks[i].as_written, frame->network) == 0)
            return true;
    return false;
}

static struct graph_frame *add_frame(struct graph *g, struct arena *a, const char *title, const char *network)
{
    struct graph_frame *frame = &g->frames[g->frame_count++];
    *frame = (struct graph_frame){.title = title, .network = network};
    frame->members = arena_alloc_many(a, g->release->service_count, sizeof *frame->members);
    return frame;
}

/* Frames nobody is on are not drawn. */
static void drop_empty(struct graph *g)
{
    size_t kept = 0;
    for (size_t i = 0; i < g->frame_count; i++) {
        bool used = g->frames[i].count;
        for (size_t k = 0; k < g->bridge_count; k++)
            used = used || graph_joins(g->bridges[k], &g->frames[i]);
        if (used)
            g->frames[kept++] = g->frames[i];
    }
    g->frame_count = kept;
}

static void place_service(struct graph *g, const struct release_service *s, struct graph_frame *rest)
{
    if (s->isolated) {
        g->isolated[g->isolated_count++] = s;
        return;
    }
    if (g->release->has_networks && s->network_count > 1) {
        g->bridges[g->bridge_count++] = s;
        return;
    }
    for (size_t i = 0; g->release->has_networks && i < g->frame_count; i++)
        if (graph_joins(s, &g->frames[i])) {
            g->frames[i].members[g->frames[i].count++] = s;
            return;
        }
    rest->members[rest->count++] = s;
}

static void make_frames(struct graph *g, struct arena *a)
{
    const struct release *r = g->release;
    const struct value *networks = release_map(r->values, "networks");
    size_t room = 1 + (networks ? networks->map->count : 0);
    g->frames = arena_alloc_many(a, room, sizeof *g->frames);
    g->bridges = arena_alloc_many(a, r->service_count, sizeof *g->bridges);
    g->isolated = arena_alloc_many(a, r->service_count, sizeof *g->isolated);
    for (size_t i = 0; networks && i < networks->map->count; i++)
        (void)add_frame(g, a, arena_printf(a, "network %s", networks->map->entries[i].key),
                        networks->map->entries[i].key);
    struct graph_frame *rest =
        add_frame(g, a, r->has_networks ? "on no network: reaches no service" : "all reach each other", NULL);
    rest->is_nowhere = r->has_networks;
    for (size_t i = 0; i < r->service_count; i++)
        place_service(g, &r->services[i], rest);
    drop_empty(g);
}

/* Items of a list, the first few by name, behind what they have in common. */
static void add_outside(struct graph *g, struct arena *a, const struct value *list, const char *words)
{
    size_t count = list ? list->list.count : 0;
    size_t shown = count > GRAPH_OUTSIDE_MAX ? GRAPH_OUTSIDE_MAX - 1 : count;
    if (!count)
        return;
    g->outside[g->outside_count++] = words;
    for (size_t i = 0; i < shown; i++) {
        struct text t;
        text_init(&t, a);
        text_adds(&t, "  ");
        go_print(list->list.items[i], &t);
        g->outside[g->outside_count++] = t.at;
    }
    if (shown < count)
        g->outside[g->outside_count++] = arena_printf(a, "  and %zu more", count - shown);
}

static void add_ports(struct graph *g, struct arena *a, const struct value *ports)
{
    size_t count = ports ? ports->list.count : 0;
    size_t shown = count > GRAPH_OUTSIDE_MAX ? GRAPH_OUTSIDE_MAX - 1 : count;
    for (size_t i = 0; i < shown; i++) {
        const struct value *entry = ports->list.items[i],
                           *port = entry->kind == VALUE_MAP ? value_gets(entry, "port") : NULL;
        struct text t;
        if (!port)
            continue;
        text_init(&t, a);
        text_adds(&t, "port ");
        go_print(port, &t);
        text_printf(&t, "/%s of %s", release_text(entry, "protocol", "ANY"),
                    release_text(entry, "domain", "these"));
        g->outside[g->outside_count++] = t.at;
    }
    if (shown < count)
        g->outside[g->outside_count++] = arena_printf(a, "and %zu ports more", count - shown);
}

static void make_outside(struct graph *g, struct arena *a)
{
    const struct value *v = g->release->values, *domains = release_list(v, "allowDomains");
    bool star = false;
    g->outside = arena_alloc_many(a, 4 * (GRAPH_OUTSIDE_MAX + 2), sizeof *g->outside);
    for (size_t i = 0; domains && i < domains->list.count; i++)
        star = star || value_is(domains->list.items[i], "*");
    add_outside(g, a, domains, star ? "domains, on any port" : "domains, on 443 and 80 by name");
    if (domains && domains->list.count && !star)
        add_ports(g, a, release_list(v, "allowDomainsPorts"));
    add_outside(g, a, release_list(v, "allowCIDR"), "addresses, on any port");
    add_outside(g, a, release_list(v, "allowEntities"), "entities, on any port");
}

static const char *caption_of(const struct graph *g, struct arena *a)
{
    const char *frames = g->release->has_networks
                             ? "Services of one network, in its frame or joined to it, reach each other"
                             : "";
    const char *outside = g->outside_count ? "" : "Nothing outside may be reached";
    return arena_printf(a, "%s%s%s", frames, *frames && *outside ? ". " : "", outside);
}

int graph_write(struct helm *h, const char *format, struct text *to)
{
    struct release r;
    if (format && strcmp(format, "dot") != 0 && strcmp(format, "mermaid") != 0)
        return fault_set(&h->fault, "--format %s: dot or mermaid is wanted", format);
    release_read(h, &r);
    if (!r.service_count)
        return fault_set(&h->fault, "%s: this chart is not like agent-env: its values have no services",
                         chart_name(h->chart));
    struct graph g = {.release = &r, .title = arena_printf(h->arena, "release %s", h->cli->release)};
    make_frames(&g, h->arena);
    make_outside(&g, h->arena);
    g.caption = caption_of(&g, h->arena);
    if (format && *format == 'm')
        graph_mermaid_write(&g, h->arena, to);
    else
        graph_dot_write(&g, h->arena, to);
    return 0;
}
