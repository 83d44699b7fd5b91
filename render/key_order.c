#include "render/key_order.h"

#include <stdlib.h>
#include <string.h>

#include "common/unicode.h"
#include "common/utf8.h"

struct runes {
    const char *at;
    size_t len;
};

static uint32_t rune_at(struct runes s, size_t *taken)
{
    return utf8_read(s.at, s.len, taken);
}

static bool is_digit(uint32_t rune)
{
    return rune < 0x80 ? rune >= '0' && rune <= '9' : unicode_is_digit(rune);
}

/* The run of digits at the start of s: its number, wrapped as Go's int64, and how many runes it has. */
static size_t read_run(struct runes s, int64_t *number)
{
    size_t count = 0, taken;
    uint64_t sum = (uint64_t)*number;
    for (; s.len; s.at += taken, s.len -= taken, count++) {
        uint32_t rune = rune_at(s, &taken);
        if (!is_digit(rune))
            break;
        sum = sum * 10 + rune - '0';
    }
    *number = (int64_t)sum;
    return count;
}

/* Whether the digits that end just before at hold one that is not 0. */
static bool follows_number(const char *from, const char *at)
{
    while (at > from && at[-1] >= '0' && at[-1] <= '9')
        if (*--at != '0')
            return true;
    return false;
}

static int by_number(struct runes a, struct runes b, uint32_t ra, uint32_t rb, const char *start)
{
    int64_t na = 0, nb = 0;
    if ((ra == '0' || rb == '0') && follows_number(start, a.at))
        na = nb = 1;
    size_t la = read_run(a, &na), lb = read_run(b, &nb);
    if (na != nb)
        return na < nb ? -1 : 1;
    if (la != lb)
        return la < lb ? -1 : 1;
    return ra < rb ? -1 : 1;
}

static int compare(struct runes a, struct runes b, bool pretty)
{
    const char *start = a.at;
    bool behind_digit = false;
    for (size_t ta, tb; a.len && b.len; a.at += ta, a.len -= ta, b.at += tb, b.len -= tb) {
        uint32_t ra = rune_at(a, &ta), rb = rune_at(b, &tb);
        if (ra == rb) {
            behind_digit = is_digit(ra);
            continue;
        }
        bool la = unicode_is_letter(ra), lb = unicode_is_letter(rb);
        if (la && lb)
            return ra < rb ? -1 : 1;
        if (la || lb)
            return (pretty && behind_digit ? la : lb) ? -1 : 1;
        return by_number(a, b, ra, rb, start);
    }
    return (a.len > 0) - (b.len > 0);
}

static struct runes key_of(const void *p)
{
    const struct entry *e = *(const struct entry *const *)p;
    return (struct runes){e->key, e->key_len};
}

static int compare_v2(const void *a, const void *b)
{
    return compare(key_of(a), key_of(b), false);
}

static int compare_v3(const void *a, const void *b)
{
    return compare(key_of(a), key_of(b), true);
}

void key_order(const struct value *map, bool pretty, const struct entry **order)
{
    for (size_t i = 0; i < map->map->count; i++)
        order[i] = &map->map->entries[i];
    qsort(order, map->map->count, sizeof *order, pretty ? compare_v3 : compare_v2);
}
