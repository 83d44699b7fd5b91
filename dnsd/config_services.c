#include "dnsd/config_services.h"

#include <string.h>

struct services {
    struct config_reader *r;
    uint32_t *seen; /* rules by the hash of their name: index + 1, 0 is free; at most half full */
    uint32_t mask;  /* seen has mask + 1 places, a power of two */
};

/* The service whose names are being read. */
struct service {
    const char *name;
    const uint8_t *target;
};

static const uint8_t *copy_name(struct config *c, const uint8_t *name, size_t len)
{
    return (const uint8_t *)arena_copy(&c->arena, (const char *)name, len);
}

/* Where the rule of a name is in seen, or would be. */
static uint32_t *find(const struct services *s, const uint8_t *name, bool wildcard)
{
    uint32_t at = dname_hash(name, 0) & s->mask;
    for (; s->seen[at]; at = (at + 1) & s->mask) {
        const struct rule *rule = &s->r->c->rules[s->seen[at] - 1];
        if (rule->wildcard == wildcard && dname_equal(rule->name, name))
            break;
    }
    return &s->seen[at];
}

/* One name, or "*.name", of the service. */
static void add_rule(struct services *s, const char *text, const struct service *of, struct place where)
{
    struct config *c = s->r->c;
    uint8_t name[DNAME_MAX];
    size_t len;
    bool wildcard = strncmp(text, "*.", 2) == 0;
    const char *wrong = config_reader_name(text + (wildcard ? 2 : 0), name, &len);
    if (wrong) {
        config_reader_fault(s->r, where, "\"%s\" is no domain name: %s", text, wrong);
        return;
    }
    dname_lower(name, name);
    uint32_t *index = find(s, name, wildcard);
    const struct rule *other = *index ? &c->rules[*index - 1] : NULL;
    if (!other) {
        *index = c->rule_count + 1;
        c->rules[c->rule_count++] = (struct rule){.name = copy_name(c, name, len),
                                                  .target = of->target,
                                                  .service = of->name,
                                                  .wildcard = wildcard,
                                                  .where = where};
    } else if (strcmp(other->service, of->name) != 0) { /* it may say its own name once more */
        config_reader_fault(s->r, where,
                            "\"%s\" is a name of service %s already (line %u); give it to one of the two",
                            text, other->service, other->where.line);
    }
}

static const uint8_t *read_target(struct config_reader *r, const struct entry *e, const char *own)
{
    uint8_t name[DNAME_MAX];
    size_t len;
    const char *text = arena_printf(&r->c->arena, "%s.%s.svc.%s", own, r->namespace, r->cluster_domain);
    const char *wrong = text ? dname_from_text(text, strlen(text), name, &len) : "no memory";
    if (wrong) {
        config_reader_fault(r, config_reader_place(e),
                            "service \"%s\" would be looked up as %s, which is no domain name: %s", e->key,
                            text ? text : "?", wrong);
        return NULL;
    }
    dname_lower(name, name);
    return copy_name(r->c, name, len);
}

static void read_records(struct services *s, const struct value *list, const struct service *of)
{
    if (list->kind != VALUE_LIST) {
        config_reader_wrong(s->r, list, "a list of names is wanted here, not a %s", value_kind_name(list));
        return;
    }
    for (size_t i = 0; i < list->list.count; i++) {
        const char *text = config_reader_text(s->r, list->list.items[i]);
        if (text)
            add_rule(s, text, of, value_place(list->list.items[i]));
    }
}

/* What a service says of itself: a map, or nothing. */
static void read_keys(struct services *s, const struct value *v, const struct service *of)
{
    if (v->kind == VALUE_NULL)
        return;
    if (v->kind != VALUE_MAP) {
        config_reader_wrong(s->r, v, "a map is wanted here (additionalDnsRecords), not a %s",
                            value_kind_name(v));
        return;
    }
    for (size_t i = 0; i < v->map->count; i++) {
        const struct entry *e = &v->map->entries[i];
        if (strcmp(e->key, "additionalDnsRecords") == 0)
            read_records(s, e->value, of);
        else
            config_reader_fault(s->r, config_reader_place(e),
                                "unknown key \"%s\"; known here: additionalDnsRecords", e->key);
    }
}

static void read_service(struct services *s, const struct entry *e)
{
    const char *own = arena_printf(&s->r->c->arena, "%s-%s", s->r->fullname, e->key);
    if (strlen(e->key) != e->key_len || strchr(e->key, '.') || config_reader_letters(e->key)) {
        config_reader_fault(s->r, config_reader_place(e),
                            "\"%s\" is no name of a service; use a-z, 0-9 and '-'", e->key);
        return;
    }
    const struct service of = {.name = e->key, .target = own ? read_target(s->r, e, own) : NULL};
    if (!of.target)
        return;
    add_rule(s, e->key, &of, config_reader_place(e));
    add_rule(s, own, &of, config_reader_place(e));
    read_keys(s, e->value, &of);
}

static size_t count_rules(const struct value *services)
{
    size_t count = 0;
    for (size_t i = 0; i < services->map->count; i++) {
        const struct value *service = services->map->entries[i].value;
        const struct value *records =
            service->kind == VALUE_MAP ? value_gets(service, "additionalDnsRecords") : NULL;
        count += 2 + (records && records->kind == VALUE_LIST ? records->list.count : 0);
    }
    return count;
}

/* Room for count rules. */
static bool open_rules(struct services *s, size_t count)
{
    struct config *c = s->r->c;
    size_t room = 8;
    while (room < 2 * count)
        room *= 2;
    c->rules = arena_alloc_many(&c->arena, count, sizeof *c->rules);
    s->seen = arena_alloc_many(&c->arena, room, sizeof *s->seen);
    s->mask = (uint32_t)room - 1;
    return c->rules && s->seen;
}

void config_services_read(struct config_reader *r, const struct value *v)
{
    struct services s = {.r = r};
    if (v->kind != VALUE_MAP) {
        config_reader_wrong(r, v, "a map of services is wanted here, not a %s", value_kind_name(v));
        return;
    }
    if (v->map->count == 0)
        return;
    if (!r->has_fullname || !r->has_namespace)
        config_reader_wrong(r, v, "services need %s, to know what they are called in the cluster",
                            r->has_fullname ? "namespace" : "fullname");
    size_t count = count_rules(v);
    if (count > CONFIG_RULES_MAX) {
        config_reader_wrong(r, v, "more than %d names", CONFIG_RULES_MAX);
        return;
    }
    if (!open_rules(&s, count)) {
        config_reader_wrong(r, v, "no memory for so many");
        return;
    }
    const struct entry *services = config_reader_in_order(r, v);
    for (size_t i = 0; services && i < v->map->count; i++)
        read_service(&s, &services[i]);
}
