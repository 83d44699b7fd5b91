#include "render/compose_networks.h"

#include <string.h>

#include "render/compose_form.h"
#include "render/compose_names.h"
#include "render/nearest.h"

static const char usual[] = "default";

static bool is_isolated(const struct service *s)
{
    const struct value *mode = value_gets(s->in, "network_mode");
    return mode && value_is(mode, "none");
}

/* Calls take for each network that s names, with what it says of it (NULL: nothing); for default if it names
 * none. */
static void each_network(struct service *s, void (*take)(struct service *, const char *, const struct value *,
                                                         const struct value *))
{
    const struct value *v = value_gets(s->in, "networks");
    bool map = v && v->kind == VALUE_MAP;
    size_t count = !v ? 0 : map ? v->map->count : v->kind == VALUE_LIST ? v->list.count : 0;
    if (is_isolated(s))
        return;
    for (size_t i = 0; i < count; i++) {
        const struct entry *e = map ? &v->map->entries[i] : NULL;
        const struct value *item = map ? e->value : v->list.items[i];
        if (map || item->kind == VALUE_STRING)
            take(s, map ? e->key : item->text.at, item, map ? item : NULL);
    }
    if (count == 0)
        take(s, usual, value_gets(s->in, "image") ? value_gets(s->in, "image") : s->in, NULL);
}

static bool names_another(const struct service *s)
{
    const struct value *v = value_gets(s->in, "networks");
    if (!v || is_isolated(s))
        return false;
    if (v->kind == VALUE_MAP)
        return v->map->count > 1 || (v->map->count && !value_gets(v, usual));
    return v->kind == VALUE_LIST &&
           (v->list.count > 1 || (v->list.count && !value_is(v->list.items[0], usual)));
}

bool networks_matter(const struct compose *c)
{
    for (size_t i = 0; i < c->service_count; i++)
        if (names_another(&c->services[i]))
            return true;
    return false;
}

/* What the file says of a network. */
static void check_declared(struct compose *c, const char *name, const struct value *declared)
{
    static const char *const known[] = {"name",        "driver",      "driver_opts", "attachable",
                                        "enable_ipv4", "enable_ipv6", "external",    "ipam",
                                        "internal",    "labels",      NULL};
    struct notes *n = &c->notes;
    const char *what = arena_printf(c->arena, "networks.%s", name);
    if (declared->kind == VALUE_NULL || form_map(n, declared, what) != 0 ||
        form_keys(n, declared, known, what) != 0)
        return;
    for (size_t i = 0; i < declared->map->count; i++) {
        const struct entry *e = &declared->map->entries[i];
        if (form_is_nothing(e->value) || strcmp(e->key, "name") == 0 || strcmp(e->key, "internal") == 0 ||
            strncmp(e->key, "x-", 2) == 0 || value_is(e->value, "bridge") || value_is(e->value, "overlay"))
            continue;
        if (strcmp(e->key, "external") == 0)
            note_fault(n, value_place(e->value),
                       "%s.external: what else is on that network cannot be reached from the cluster; take "
                       "it out if "
                       "all that matters is in this file",
                       what);
        else if (strcmp(e->key, "driver") == 0 && (value_is(e->value, "host") || value_is(e->value, "none")))
            note_fault(n, value_place(e->value), "%s.driver: %s has no counterpart; leave it out", what,
                       e->value->text.at);
        else
            note_warning(n, (struct place){e->file, e->line, e->column},
                         "%s.%s is left out: the cluster gives addresses, and carries the traffic", what,
                         e->key);
    }
}

static void take_membership(struct service *s, const char *name, const struct value *at,
                            const struct value *settings)
{
    struct compose *c = s->file;
    const struct value *declared = value_gets(c->networks, name), *as = value_gets(c->network_names, name);
    (void)settings;
    if (!declared && strcmp(name, usual) != 0) {
        const char *nearest = nearest_key(c->networks, name, strlen(name));
        note_fault(&c->notes, value_place(at), "%s: networks has no %s; %s%s", service_what(s, "networks"),
                   name, nearest ? "meant is perhaps " : "add it there", nearest ? nearest : "");
        return;
    }
    if (declared)
        check_declared(c, name, declared);
    if (!networks_matter(c) || (!as && declared))
        return;
    if (!value_gets(s->out, "networks"))
        put(c, s->out, "networks", value_list(c->arena));
    if (!value_gets(c->values, "networks"))
        put(c, c->values, "networks", value_map(c->arena));
    const char *text = as ? as->text.at : usual;
    value_push(c->arena, value_gets(s->out, "networks"), form_placed(c->arena, text, at));
    put(c, value_gets(c->values, "networks"), text, value_map(c->arena));
}

/* What a service says of a network that it is on. */
static void take_settings(struct service *s, const char *name, const struct value *at,
                          const struct value *settings)
{
    static const char *const known[] = {
        "aliases",     "ipv4_address", "ipv6_address",   "link_local_ips", "priority",
        "gw_priority", "mac_address",  "interface_name", "driver_opts",    NULL};
    struct notes *n = &s->file->notes;
    struct value *aliases;
    const char *what = arena_printf(n->arena, "%s.%s", service_what(s, "networks"), name);
    (void)at;
    if (!settings || settings->kind == VALUE_NULL || form_map(n, settings, what) != 0 ||
        form_keys(n, settings, known, what) != 0)
        return;
    for (size_t i = 0; i < settings->map->count; i++) {
        const struct entry *e = &settings->map->entries[i];
        if (strcmp(e->key, "aliases") != 0 && strncmp(e->key, "x-", 2) != 0 && !form_is_nothing(e->value))
            note_warning(n, (struct place){e->file, e->line, e->column},
                         "%s.%s is left out: the cluster gives addresses; use names", what, e->key);
    }
    const struct value *v = value_gets(settings, "aliases");
    if (v && form_texts(n, v, arena_printf(n->arena, "%s.aliases", what), &aliases) == 0)
        for (size_t i = 0; i < aliases->list.count; i++)
            names_add(s, aliases->list.items[i], arena_printf(n->arena, "%s.aliases", what));
}

static void check_mode(struct service *s)
{
    const struct value *v = value_gets(s->in, "network_mode");
    const char *what = service_what(s, "network_mode");
    const char *mode = v && v->kind != VALUE_NULL ? form_text(&s->file->notes, v, what) : "";
    if (!mode || !*mode || strcmp(mode, "default") == 0)
        return;
    if (strcmp(mode, "none") == 0)
        put_bool(s->file, s->out, "networkIsolated", true);
    else if (strcmp(mode, "bridge") == 0)
        note_warning(&s->file->notes, value_place(v), "%s: bridge is taken for the network of all services",
                     what);
    else
        note_fault(
            &s->file->notes, value_place(v),
            "%s: %s has no counterpart, a Pod has a network of its own; leave it out, or say none to cut the "
            "service off",
            what, mode);
}

void networks_convert(struct service *s)
{
    const struct value *v = value_gets(s->in, "networks");
    check_mode(s);
    if (v && v->kind != VALUE_MAP && v->kind != VALUE_NULL) {
        struct value *names;
        if (form_list(&s->file->notes, v, service_what(s, "networks")) != 0 ||
            form_texts(&s->file->notes, v, service_what(s, "networks"), &names) != 0)
            return;
    }
    each_network(s, take_membership);
    each_network(s, take_settings);
}

static bool is_internal(const struct compose *c, const char *name)
{
    const struct value *declared = value_gets(c->networks, name);
    const struct value *internal =
        declared && declared->kind == VALUE_MAP ? value_gets(declared, "internal") : NULL;
    return internal && ((internal->kind == VALUE_BOOL && internal->boolean) || value_is(internal, "true"));
}

/* Whether s is on internal networks only. */
static bool has_no_way_out(const struct service *s, const char **network)
{
    const struct value *v = value_gets(s->in, "networks");
    bool map = v && v->kind == VALUE_MAP;
    size_t count = !v ? 0 : map ? v->map->count : v->kind == VALUE_LIST ? v->list.count : 0;
    *network = usual;
    for (size_t i = 0; i < count; i++) {
        *network = map                                      ? v->map->entries[i].key
                   : v->list.items[i]->kind == VALUE_STRING ? v->list.items[i]->text.at
                                                            : "";
        if (!is_internal(s->file, *network))
            return false;
    }
    return !is_isolated(s) && (count || is_internal(s->file, usual));
}

void networks_check_ways_out(struct compose *c)
{
    static const char *const ways[] = {"allowDomains", "allowEntities", "allowCIDR"};
    const char *network;
    for (size_t w = 0; w < sizeof ways / sizeof *ways; w++) {
        const struct value *way = value_gets(c->values, ways[w]);
        for (size_t i = 0; way && !form_is_nothing(way) && i < c->service_count; i++)
            if (has_no_way_out(&c->services[i], &network))
                note_fault(
                    &c->notes, c->services[i].place,
                    "services.%s is on internal networks only (%s), but what line %u lets out is let out for "
                    "every service; take internal out, or that line",
                    c->services[i].name, network, way->line);
    }
}
