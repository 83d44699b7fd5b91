#include "dnsd/policy.h"

#include <string.h>

#include "common/dname.h"

struct entry_pattern {
    struct pattern pattern;
    struct place where;
};

struct policy {
    const struct config *config;
    struct entry_pattern *patterns;
    unsigned count;
    const uint8_t *own_zone; /* names one label below it are allowed; NULL: none */
    uint8_t own_zone_name[DNAME_MAX];
};

struct policy *policy_new(const struct config *c, struct arena *a)
{
    struct policy *p = arena_alloc(a, sizeof *p);
    struct entry_pattern *patterns = arena_alloc_many(a, c->policy.allow_count, sizeof *patterns);
    size_t len;
    if (!p || !patterns)
        return NULL;
    *p = (struct policy){.config = c, .patterns = patterns};
    for (unsigned i = 0; i < c->policy.allow_count; i++) {
        const struct placed_text *text = &c->policy.allow[i];
        if (pattern_read(text->text, strlen(text->text), &patterns[p->count].pattern) == NULL)
            patterns[p->count++].where = text->where;
    }
    const char *zone = c->policy.own_zone;
    if (zone && dname_from_text(zone, strlen(zone), p->own_zone_name, &len) == NULL)
        p->own_zone = p->own_zone_name;
    return p;
}

static const struct entry_pattern *find(const struct policy *p, const uint8_t *qname)
{
    for (unsigned i = 0; i < p->count; i++)
        if (pattern_matches(&p->patterns[i].pattern, qname))
            return &p->patterns[i];
    return NULL;
}

enum policy_verdict policy_check(const struct policy *p, const uint8_t *qname, struct place *where)
{
    const struct config *c = p->config;
    const struct entry_pattern *found = find(p, qname);
    const uint8_t *parent = dname_parent(qname);
    bool own = p->own_zone && parent && dname_equal(parent, p->own_zone);
    if (where)
        *where = found ? found->where : c->policy.where;
    if (found || own)
        return POLICY_ALLOWED;
    if (c->policy.mode == POLICY_OFF)
        return POLICY_OPEN;
    return c->policy.mode == POLICY_LOG ? POLICY_LOGGED : POLICY_DENIED;
}
