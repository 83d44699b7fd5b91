#include "render/release.h"

#include <string.h>

#include "common/number.h"
#include "common/text.h"
#include "render/go_print.h"

const struct value *release_list(const struct value *map, const char *key)
{
    const struct value *v = map && map->kind == VALUE_MAP ? value_gets(map, key) : NULL;
    return v && v->kind == VALUE_LIST ? v : NULL;
}

const struct value *release_map(const struct value *map, const char *key)
{
    const struct value *v = map && map->kind == VALUE_MAP ? value_gets(map, key) : NULL;
    return v && v->kind == VALUE_MAP ? v : NULL;
}

const char *release_text(const struct value *map, const char *key, const char *otherwise)
{
    const struct value *v = map && map->kind == VALUE_MAP ? value_gets(map, key) : NULL;
    return v && v->kind == VALUE_STRING && v->text.len ? v->text.at : otherwise;
}

static bool is_true(const struct value *map, const char *key)
{
    const struct value *v = value_gets(map, key);
    return v && v->kind == VALUE_BOOL && v->boolean;
}

static const char *lower(struct arena *a, const char *s, size_t len)
{
    char *out = arena_copy(a, s, len);
    for (size_t i = 0; i < len; i++)
        if (out[i] >= 'A' && out[i] <= 'Z')
            out[i] = (char)(out[i] - 'A' + 'a');
    if (len && out[len - 1] == '.')
        out[len - 1] = '\0';
    return out;
}

/* The texts of a list, each once. */
static struct release_name *read_names(const struct value *list, struct arena *a, size_t *count)
{
    *count = 0;
    if (!list)
        return NULL;
    struct release_name *names = arena_alloc_many(a, list->list.count, sizeof *names);
    for (size_t i = 0; i < list->list.count; i++) {
        const struct value *item = list->list.items[i];
        if (item->kind != VALUE_STRING || !item->text.len)
            continue;
        const char *text = lower(a, item->text.at, item->text.len);
        size_t k = 0;
        while (k < *count && strcmp(names[k].text, text) != 0)
            k++;
        if (k == *count)
            names[(*count)++] = (struct release_name){text, item->text.at, value_place(item)};
    }
    return names;
}

static void read_services(struct release *r, struct arena *a)
{
    const struct value *services = release_map(r->values, "services");
    if (!services)
        return;
    r->services = arena_alloc_many(a, services->map->count, sizeof *r->services);
    for (size_t i = 0; i < services->map->count; i++) {
        const struct entry *e = &services->map->entries[i];
        if (e->value->kind != VALUE_MAP)
            continue;
        struct release_service *s = &r->services[r->service_count++];
        const struct value *ports = release_list(e->value, "ports");
        *s = (struct release_service){
            .name = e->key,
            .place = {e->file, e->line, e->column},
            .value = e->value,
            .isolated = is_true(e->value, "networkIsolated"),
        };
        s->records = read_names(release_list(e->value, "additionalDnsRecords"), a, &s->record_count);
        s->networks = read_names(release_list(e->value, "networks"), a, &s->network_count);
        s->has_dns = is_true(e->value, "dnsRecord") || s->record_count || (ports && ports->list.count);
    }
}

static void add_pattern(struct release *r, const char *text, struct place place, const char *source)
{
    r->patterns[r->pattern_count++] = (struct release_pattern){text, place, source};
}

static void read_patterns(struct release *r, struct arena *a)
{
    const struct value *domains = release_list(r->values, "allowDomains");
    const struct value *entities = release_list(r->values, "allowEntities");
    size_t room = 1 + (domains ? domains->list.count : 0) + (entities ? entities->list.count : 0);
    r->patterns = arena_alloc_many(a, room, sizeof *r->patterns);
    add_pattern(r, arena_printf(a, "*.%s.svc.%s", r->namespace, r->cluster_domain), (struct place){0},
                "namespace");
    for (size_t i = 0; domains && i < domains->list.count; i++) {
        const struct value *item = domains->list.items[i];
        if (item->kind == VALUE_STRING && item->text.len)
            add_pattern(r, item->text.at, value_place(item), "allowDomains");
    }
    for (size_t i = 0; entities && i < entities->list.count; i++) {
        const struct value *item = entities->list.items[i];
        if (value_is(item, "world") || value_is(item, "all"))
            add_pattern(r, "*", value_place(item), "allowEntities");
    }
}

/* The chart's own idea of a name: whatever goes wrong is told when it is rendered. */
static const char *read_fullname(struct helm *h)
{
    struct text name;
    struct fault aside = h->fault;
    text_init(&name, h->arena);
    text_adds(&name, "");
    int status = helm_evaluate(h, "{{ include \"agentEnv.fullname\" . }}", &name);
    h->fault = aside;
    return status == 0 && name.len ? name.at : NULL;
}

void release_read(struct helm *h, struct release *out)
{
    const struct value *dnsd = release_map(h->values, "dnsd"), *policy = release_map(dnsd, "policy");
    const struct value *networks = release_map(h->values, "networks");
    const struct value *mode = policy ? value_gets(policy, "mode") : NULL;
    *out = (struct release){
        .fullname = read_fullname(h),
        .namespace = h->cli->namespace,
        .cluster_domain = release_text(dnsd, "clusterDomain", "cluster.local"),
        .values = h->values,
        .has_networks = networks && networks->map->count,
        .enforces = !mode || value_is(mode, "enforce"),
    };
    read_services(out, h->arena);
    read_patterns(out, h->arena);
}

bool release_reaches(const struct release *r, const struct release_service *from,
                     const struct release_service *to, const char **by)
{
    *by = NULL;
    if (from->isolated || to->isolated)
        return false;
    if (!r->has_networks)
        return true;
    for (size_t i = 0; i < to->network_count; i++)
        for (size_t k = 0; k < from->network_count; k++)
            if (strcmp(to->networks[i].text, from->networks[k].text) == 0) {
                *by = to->networks[i].text;
                return true;
            }
    return false;
}

const char *release_ports(const struct release_service *service, struct arena *a)
{
    const struct value *ports = release_list(service->value, "ports");
    struct text out;
    text_init(&out, a);
    text_adds(&out, "");
    for (size_t i = 0; ports && i < ports->list.count; i++) {
        const struct value *item = ports->list.items[i];
        const struct value *port = item->kind == VALUE_MAP ? value_gets(item, "port") : NULL;
        if (!port)
            continue;
        text_adds(&out, out.len ? ", " : "");
        go_print(port, &out);
        text_printf(&out, "/%s", release_text(item, "protocol", "TCP"));
    }
    return out.len ? out.at : "all ports";
}
