#include "render/compose_resources.h"

#include <string.h>

#include "render/compose_form.h"
#include "render/compose_units.h"

/* An amount with where it was written; NULL: none was. */
struct amount {
    const struct value *from;
    uint64_t size; /* octets, or thousandths of a processor */
};

struct amounts {
    struct amount memory, cpu;
};

typedef bool amount_read(const char *text, uint64_t *out);

static const char *below(const struct service *s, const char *what, const char *key)
{
    return arena_printf(s->file->arena, "%s.%s", what, key);
}

/* Takes map's key, if it is there, for *into, which may be set already: then they must agree. */
static void take(struct service *s, const struct value *map, const char *where, const char *key,
                 amount_read *read, struct amount *into)
{
    const struct value *v = value_gets(map, key);
    struct notes *n = &s->file->notes;
    const char *what = below(s, where, key);
    uint64_t size;
    if (!v || v->kind == VALUE_NULL)
        return;
    const char *text = form_text(n, v, what);
    if (!text)
        return;
    if (!read(text, &size))
        note_fault(n, value_place(v), "%s: %s is no amount; write it like %s", what, text,
                   read == units_bytes ? "512m or 2g (b, k, m, g)" : "0.5 or 2");
    else if (size == 0)
        note_warning(n, value_place(v),
                     "%s: 0, which is no limit in Compose, is left out: the chart's own applies", what);
    else if (into->from && into->size != size)
        note_fault(n, value_place(v), "%s contradicts line %u; leave one of them out", what,
                   into->from->line);
    else
        *into = (struct amount){.from = v, .size = size};
}

static void put_amounts(struct service *s, const struct amounts *amounts, const char *key,
                        struct value *resources)
{
    struct arena *a = s->file->arena;
    struct value *map = value_map(a);
    const struct amount *memory = &amounts->memory, *cpu = &amounts->cpu;
    if (memory->from)
        put(s->file, map, "memory", form_placed(a, units_quantity(a, memory->size), memory->from));
    if (cpu->from)
        put(s->file, map, "cpu", form_placed(a, units_milli(a, cpu->size), cpu->from));
    if (map->map->count)
        put(s->file, resources, key, map);
}

static void check_request(struct service *s, const struct amount *request, const struct amount *limit,
                          const char *what)
{
    if (request->from && limit->from && request->size > limit->size)
        note_fault(&s->file->notes, value_place(request->from),
                   "%s: more %s is reserved than line %u allows; lower it", service_what(s, "deploy"), what,
                   limit->from->line);
}

/* Warns of every key but those known; a misspelt one is a fault. */
static void leave_out(struct service *s, const struct value *map, const char *what, const char *const *known,
                      const char *const *left_out, const char *why)
{
    for (size_t i = 0; i < map->map->count; i++) {
        const struct entry *e = &map->map->entries[i];
        if (form_is_one_of(e->key, known) || strncmp(e->key, "x-", 2) == 0)
            continue;
        if (!form_is_one_of(e->key, left_out))
            form_unknown(&s->file->notes, e, known, what);
        else if (!form_is_nothing(e->value))
            note_warning(&s->file->notes, (struct place){e->file, e->line, e->column},
                         "%s.%s is left out: %s", what, e->key, why);
    }
}

/* deploy.resources.limits or .reservations */
static void take_bounds(struct service *s, const struct value *resources, const char *where, const char *key,
                        struct amounts *into)
{
    static const char *const known[] = {"cpus", "memory", "devices", "generic_resources", NULL};
    static const char *const left_out[] = {"pids", NULL};
    const struct value *bounds = value_gets(resources, key), *devices;
    const char *what = below(s, where, key);
    if (!bounds || bounds->kind == VALUE_NULL || form_map(&s->file->notes, bounds, what) != 0)
        return;
    take(s, bounds, what, "memory", units_bytes, &into->memory);
    take(s, bounds, what, "cpus", units_cpus, &into->cpu);
    devices = value_gets(bounds, "devices") ? value_gets(bounds, "devices")
                                            : value_gets(bounds, "generic_resources");
    if (devices && !form_is_nothing(devices))
        note_fault(&s->file->notes, value_place(devices),
                   "%s: devices are asked for by their names in the cluster: x-k8s: {resources: {limits: "
                   "{nvidia.com/gpu: 1}}}",
                   what);
    leave_out(s, bounds, what, known, left_out, "the nodes limit the number of processes");
}

/* Compose starts as many; here there is one Pod. */
static void check_count(struct service *s, const struct value *map, const char *key, const char *what)
{
    const struct value *v = value_gets(map, key);
    long long count;
    if (!v || v->kind == VALUE_NULL || form_whole(&s->file->notes, v, what, 0, 1000000, &count) != 0)
        return;
    if (count != 1)
        note_fault(&s->file->notes, value_place(v),
                   "%s: %lld; a service is one Pod: write a service for each, or take this one out", what,
                   count);
}

static void take_deploy(struct service *s, struct amounts *limits, struct amounts *requests)
{
    static const char *const known[] = {"resources", "replicas", NULL}, *const inner[] = {
                                                                            "limits", "reservations", NULL};
    static const char *const left_out[] = {"mode",           "endpoint_mode", "labels",          "placement",
                                           "restart_policy", "update_config", "rollback_config", NULL};
    static const char *const nothing[] = {NULL};
    const struct value *deploy = value_gets(s->in, "deploy");
    const char *what = service_what(s, "deploy");
    if (!deploy || deploy->kind == VALUE_NULL || form_map(&s->file->notes, deploy, what) != 0)
        return;
    leave_out(s, deploy, what, known, left_out, "it steers a Docker swarm");
    check_count(s, deploy, "replicas", below(s, what, "replicas"));
    const struct value *resources = value_gets(deploy, "resources");
    what = below(s, what, "resources");
    if (!resources || resources->kind == VALUE_NULL || form_map(&s->file->notes, resources, what) != 0)
        return;
    leave_out(s, resources, what, inner, nothing, "");
    take_bounds(s, resources, what, "limits", limits);
    take_bounds(s, resources, what, "reservations", requests);
}

/* x-k8s.resources: requests that are missing are their limits. */
static void put_own(struct service *s, struct value *own)
{
    struct value *resources = value_copy(s->file->arena, own);
    struct value *limits = value_gets(resources, "limits"), *requests = value_gets(resources, "requests");
    bool usable = limits && limits->kind == VALUE_MAP && (!requests || requests->kind == VALUE_MAP);
    if (usable && !requests)
        put(s->file, resources, "requests", requests = value_map(s->file->arena));
    for (size_t i = 0; usable && i < limits->map->count; i++) {
        const struct entry *e = &limits->map->entries[i];
        if (!value_entry(requests, e->key, e->key_len))
            (void)value_set(s->file->arena, requests, e->key, e->key_len, e->value);
    }
    put(s->file, s->out, "resources", resources);
}

void resources_convert(struct service *s)
{
    struct amounts limits = {0}, requests = {0};
    const char *where = arena_printf(s->file->arena, "services.%s", s->name);
    struct value *own = value_gets(s->extension, "resources");
    struct value *resources = value_map(s->file->arena);
    take(s, s->in, where, "mem_limit", units_bytes, &limits.memory);
    take(s, s->in, where, "mem_reservation", units_bytes, &requests.memory);
    take(s, s->in, where, "cpus", units_cpus, &limits.cpu);
    check_count(s, s->in, "scale", service_what(s, "scale"));
    take_deploy(s, &limits, &requests);
    check_request(s, &requests.memory, &limits.memory, "memory");
    check_request(s, &requests.cpu, &limits.cpu, "cpu");
    if (own && own->kind == VALUE_MAP) {
        put_own(s, own);
        return;
    }
    if (!requests.memory.from)
        requests.memory = limits.memory;
    if (!requests.cpu.from)
        requests.cpu = limits.cpu;
    put_amounts(s, &limits, "limits", resources);
    put_amounts(s, &requests, "requests", resources);
    if (resources->map->count)
        put(s->file, s->out, "resources", resources);
}
