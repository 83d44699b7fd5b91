#include "render/template/trees.h"
#include "common/unicode.h"
#include "common/utf8.h"

#include <string.h>

static int compare_names(const char *a, size_t a_len, const char *b, size_t b_len)
{
    int order = memcmp(a, b, a_len < b_len ? a_len : b_len);
    return order ? order : (a_len > b_len) - (a_len < b_len);
}

static size_t search(const struct trees *t, const char *name, size_t len, bool *found)
{
    size_t low = 0, high = t->count;
    *found = false;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_names(t->items[middle].name, t->items[middle].name_len, name, len);
        if (order == 0)
            *found = true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct tree *trees_find(const struct trees *t, const char *name, size_t len)
{
    bool found;
    size_t at = search(t, name, len, &found);
    return found ? &t->items[at] : NULL;
}

struct trees trees_copy(const struct trees *t, struct arena *a)
{
    struct trees copy = {.arena = a, .count = t->count, .room = t->count, .helm4 = t->helm4};
    copy.items = arena_alloc_many(a, t->count, sizeof *copy.items);
    if (t->count)
        memcpy(copy.items, t->items, t->count * sizeof *copy.items);
    return copy;
}

static bool is_empty(const struct node *root)
{
    for (const struct node *n = root->first; n; n = n->next) {
        if (n->kind != NODE_TEXT)
            return false;
        for (size_t i = 0, taken; i < n->text.len; i += taken)
            if (!unicode_is_space(utf8_read(n->text.at + i, n->text.len - i, &taken)))
                return false;
    }
    return true;
}

static void insert(struct trees *t, size_t at, struct tree fresh)
{
    if (t->count == t->room) {
        size_t room = t->room ? 2 * t->room : 16;
        t->items = arena_grow(t->arena, t->items, t->room * sizeof *t->items, room * sizeof *t->items);
        t->room = room;
    }
    memmove(t->items + at + 1, t->items + at, (t->count - at) * sizeof *t->items);
    t->items[at] = fresh;
    t->count++;
}

bool trees_add(struct trees *t, struct tree fresh)
{
    bool found;
    size_t at = search(t, fresh.name, fresh.name_len, &found);
    if (!found) {
        insert(t, at, fresh);
        return true;
    }
    struct tree *old = &t->items[at];
    bool same_file = old->source == fresh.source, old_empty = is_empty(old->root);
    if (same_file && !old_empty && !is_empty(fresh.root))
        return false;
    if (!is_empty(fresh.root) || (same_file && old_empty))
        *old = fresh;
    return true;
}
