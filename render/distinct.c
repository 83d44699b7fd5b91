#include "render/distinct.h"

#include <stdint.h>
#include <string.h>

enum { HASHED_NODES_MAX = 200, HASHED_DEPTH_MAX = 20 };

static uint64_t mix(uint64_t h, const void *at, size_t len)
{
    const unsigned char *octets = at;
    for (size_t i = 0; i < len; i++)
        h = (h ^ octets[i]) * 0x100000001b3u;
    return h;
}

static uint64_t mix_number(uint64_t h, double number)
{
    double same = number == 0 ? 0 : number; /* -0 is 0 */
    return mix(h, &same, sizeof same);
}

/* Equal values come to the same; of large ones only the beginning is looked at. */
static uint64_t hash(const struct value *v, uint64_t h, unsigned depth, unsigned *left)
{
    if (depth == 0 || *left == 0)
        return h;
    --*left;
    switch ((enum value_kind)v->kind) {
    case VALUE_INT: return mix_number(h, (double)v->integer);
    case VALUE_FLOAT: return mix_number(h, v->number);
    case VALUE_STRING: return mix(h, v->text.at, v->text.len);
    case VALUE_BOOL: return mix(h, v->boolean ? "t" : "f", 1);
    case VALUE_LIST:
        for (size_t i = 0; i < v->list.count && *left; i++)
            h = hash(v->list.items[i], mix(h, "[", 1), depth - 1, left);
        return h;
    case VALUE_MAP:
        for (size_t i = 0; i < v->map->count && *left; i++)
            h = hash(v->map->entries[i].value, mix(h, v->map->entries[i].key, v->map->entries[i].key_len),
                     depth - 1, left);
        return h;
    case VALUE_NULL: break;
    }
    return mix(h, "n", 1);
}

void distinct_init(struct distinct *d, size_t most, distinct_equal *equal, struct arena *a)
{
    *d = (struct distinct){.equal = equal, .slot_count = 8};
    while (d->slot_count < 2 * most)
        d->slot_count *= 2;
    d->items = arena_alloc_many(a, most, sizeof *d->items);
    d->slots = arena_alloc_many(a, d->slot_count, sizeof *d->slots);
}

size_t distinct_add(struct distinct *d, const struct value *v, bool *is_new)
{
    unsigned left = HASHED_NODES_MAX;
    uint64_t h = hash(v, 0xcbf29ce484222325u, HASHED_DEPTH_MAX, &left);
    size_t slot = (size_t)(h ^ h >> 32) & (d->slot_count - 1);
    for (; d->slots[slot]; slot = (slot + 1) & (d->slot_count - 1)) {
        if (d->equal(d->items[d->slots[slot] - 1], v)) {
            *is_new = false;
            return d->slots[slot] - 1;
        }
    }
    *is_new = true;
    d->items[d->count] = v;
    d->slots[slot] = ++d->count;
    return d->count - 1;
}
