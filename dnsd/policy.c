#include "dnsd/policy.h"

#include <string.h>

#include "common/dname.h"
#include "dnsd/random.h"

struct entry {
    struct pattern pattern;
    const struct placed_text *written;
    const uint8_t *name; /* all of it, or what stands behind "*."; NULL: neither, so it is tried */
    bool star;
};

struct policy {
    const struct config *config;
    const struct entry **tried; /* those without a name */
    unsigned tried_count;
    const struct entry **slots; /* those with one: open addressing, a power of two, at most half in use */
    uint32_t mask, seed;
    const uint8_t *own_zone; /* names one label below it are allowed; NULL: none */
    uint8_t own_zone_name[DNAME_MAX];
};

/* "name" and "*.name" are most of what people write. false: the arena is full. */
static bool read_entry(struct entry *e, struct arena *a)
{
    uint8_t name[DNAME_MAX];
    size_t len;
    const char *text = e->pattern.text;
    e->star = text[0] == '*' && text[1] == '.';
    text += e->star ? 2 : 0;
    if (e->pattern.everything || e->pattern.deep || strchr(text, '*') ||
        dname_from_text(text, strlen(text), name, &len) != NULL)
        return true;
    e->name = (const uint8_t *)arena_copy(a, (const char *)name, len);
    return e->name;
}

static void place(struct policy *p, const struct entry *e)
{
    if (!e->name) {
        p->tried[p->tried_count++] = e;
        return;
    }
    uint32_t at = dname_hash(e->name, p->seed) & p->mask;
    while (p->slots[at])
        at = (at + 1) & p->mask;
    p->slots[at] = e;
}

static bool make_tables(struct policy *p, struct arena *a)
{
    unsigned count = p->config->policy.allow_count;
    uint32_t room = 8;
    struct random random = {0};
    while (room < 2 * count)
        room *= 2;
    p->seed = random_u32(&random);
    p->mask = room - 1;
    p->slots = arena_alloc_many(a, room, sizeof(const struct entry *));
    p->tried = arena_alloc_many(a, count, sizeof(const struct entry *));
    struct entry *entries = arena_alloc_many(a, count, sizeof *entries);
    if (!p->slots || !p->tried || !entries)
        return false;
    for (unsigned i = 0; i < count; i++) {
        const struct placed_text *text = &p->config->policy.allow[i];
        entries[i].written = text;
        if (pattern_read(text->text, strlen(text->text), &entries[i].pattern) != NULL)
            continue;
        if (!read_entry(&entries[i], a))
            return false;
        place(p, &entries[i]);
    }
    return true;
}

struct policy *policy_new(const struct config *c, struct arena *a)
{
    struct policy *p = arena_alloc(a, sizeof *p);
    size_t len;
    if (!p)
        return NULL;
    p->config = c;
    const char *zone = c->policy.own_zone;
    if (zone && dname_from_text(zone, strlen(zone), p->own_zone_name, &len) == NULL)
        p->own_zone = p->own_zone_name;
    return make_tables(p, a) ? p : NULL;
}

static const struct entry *find_named(const struct policy *p, const uint8_t *name, bool star,
                                      const uint8_t *qname)
{
    uint32_t at = dname_hash(name, p->seed) & p->mask;
    for (; p->slots[at]; at = (at + 1) & p->mask) {
        const struct entry *e = p->slots[at];
        if (e->star == star && dname_equal(e->name, name) && pattern_matches(&e->pattern, qname))
            return e;
    }
    return NULL;
}

static const struct entry *find(const struct policy *p, const uint8_t *qname)
{
    const uint8_t *parent = dname_parent(qname);
    const struct entry *e = find_named(p, qname, false, qname);
    if (!e && parent)
        e = find_named(p, parent, true, qname);
    for (unsigned i = 0; i < p->tried_count && !e; i++)
        if (pattern_matches(&p->tried[i]->pattern, qname))
            e = p->tried[i];
    return e;
}

enum policy_verdict policy_check(const struct policy *p, const uint8_t *qname, struct placed_text *decided)
{
    const struct config *c = p->config;
    const struct entry *found = find(p, qname);
    const uint8_t *parent = dname_parent(qname);
    bool own = p->own_zone && parent && dname_equal(parent, p->own_zone);
    struct place general = own ? c->policy.own_zone_where : c->policy.where;
    if (decided)
        *decided = found ? *found->written : (struct placed_text){.where = general};
    if (found || own)
        return POLICY_ALLOWED;
    if (c->policy.mode == POLICY_OFF)
        return POLICY_OPEN;
    return c->policy.mode == POLICY_LOG ? POLICY_LOGGED : POLICY_DENIED;
}
