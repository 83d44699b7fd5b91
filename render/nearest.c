#include "render/nearest.h"

#include <ctype.h>
#include <string.h>

enum { NAME_MAX_LEN = 64 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Edits, a swap of neighbours counted as one, that make a of b; letters of either case are equal. */
static size_t distance(const char *a, size_t a_len, const char *b, size_t b_len)
{
    size_t rows[3][NAME_MAX_LEN + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t k = 0; k <= b_len; k++)
        above[k] = k;
    memcpy(before, above, sizeof rows[0]);
    for (size_t i = 1; i <= a_len; i++) {
        row[0] = i;
        for (size_t k = 1; k <= b_len; k++) {
            int x = tolower((unsigned char)a[i - 1]), y = tolower((unsigned char)b[k - 1]);
            row[k] = least(least(above[k], row[k - 1]) + 1, above[k - 1] + (x != y));
            if (i > 1 && k > 1 && x == tolower((unsigned char)b[k - 2]) &&
                tolower((unsigned char)a[i - 2]) == y)
                row[k] = least(row[k], before[k - 2] + 1);
        }
        size_t *spare = before;
        before = above;
        above = row;
        row = spare;
    }
    return above[b_len];
}

const char *nearest_key(const struct value *map, const char *key, size_t key_len)
{
    const char *best = NULL;
    size_t best_distance = key_len / 3 + 2;
    for (size_t i = 0; key_len && key_len <= NAME_MAX_LEN && i < map->map->count; i++) {
        const struct entry *e = &map->map->entries[i];
        if (!e->key_len || e->key_len > NAME_MAX_LEN)
            continue;
        size_t d = distance(key, key_len, e->key, e->key_len);
        if (d < best_distance && d < e->key_len) {
            best = e->key;
            best_distance = d;
        }
    }
    return best;
}

bool nearest_is_slip(const char *a, const char *b)
{
    size_t a_len = strlen(a), b_len = strlen(b);
    return a_len <= NAME_MAX_LEN && b_len <= NAME_MAX_LEN && distance(a, a_len, b, b_len) <= 1;
}
