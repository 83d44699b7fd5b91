#include "dnsd/names.h"

#include "dnsd/random.h"

struct names {
    const struct rule **slots; /* open addressing, a power of two of them, at most half in use */
    uint32_t mask, seed;
    bool has_wildcards;
};

static void add(struct names *n, const struct rule *r)
{
    uint32_t at = dname_hash(r->name, n->seed) & n->mask;
    while (n->slots[at])
        at = (at + 1) & n->mask;
    n->slots[at] = r;
    n->has_wildcards = n->has_wildcards || r->wildcard;
}

struct names *names_new(const struct rule *rules, unsigned count, struct arena *a)
{
    uint32_t room = 8;
    while (room < 2 * count)
        room *= 2;
    struct names *n = arena_alloc(a, sizeof *n);
    if (!n)
        return NULL;
    n->slots = arena_alloc_many(a, room, sizeof *n->slots);
    if (!n->slots)
        return NULL;
    n->mask = room - 1;
    struct random random = {0};
    n->seed = random_u32(&random);
    for (unsigned i = 0; i < count; i++)
        add(n, &rules[i]);
    return n;
}

static const struct rule *find(const struct names *n, const uint8_t *name, bool wildcard)
{
    uint32_t at = dname_hash(name, n->seed) & n->mask;
    for (; n->slots[at]; at = (at + 1) & n->mask)
        if (n->slots[at]->wildcard == wildcard && dname_equal(n->slots[at]->name, name))
            return n->slots[at];
    return NULL;
}

const struct rule *names_find(const struct names *n, const uint8_t *qname)
{
    const struct rule *r = find(n, qname, false);
    if (!n->has_wildcards)
        return r;
    for (const uint8_t *above = dname_parent(qname); above && !r; above = dname_parent(above))
        r = find(n, above, true);
    return r;
}
