#include "render/value_equal.h"

#include <string.h>

enum { STEPS_MAX = 10 * 1000 * 1000 };

/* One comparison on its way. */
struct walk {
    unsigned depth, steps;
};

static bool equal(struct walk *w, const struct value *a, const struct value *b);

static bool equal_lists(struct walk *w, const struct value *a, const struct value *b)
{
    if (a->list.count != b->list.count)
        return false;
    for (size_t i = 0; i < a->list.count; i++)
        if (!equal(w, a->list.items[i], b->list.items[i]))
            return false;
    return true;
}

static bool equal_maps(struct walk *w, const struct value *a, const struct value *b)
{
    if (a->map->count != b->map->count)
        return false;
    for (size_t i = 0; i < a->map->count; i++) {
        const struct entry *left = &a->map->entries[i], *right = &b->map->entries[i];
        if (left->key_len != right->key_len || memcmp(left->key, right->key, left->key_len) != 0 ||
            !equal(w, left->value, right->value))
            return false;
    }
    return true;
}

/* Go too takes a list or a map for equal to itself without a look. */
static bool equal_inside(struct walk *w, const struct value *a, const struct value *b)
{
    if (a == b)
        return true;
    if (w->depth == VALUE_DEPTH_MAX)
        return false;
    w->depth++;
    bool yes = a->kind == VALUE_LIST ? equal_lists(w, a, b) : equal_maps(w, a, b);
    w->depth--;
    return yes;
}

static bool equal(struct walk *w, const struct value *a, const struct value *b)
{
    if (a->kind != b->kind || a->form != b->form || ++w->steps > STEPS_MAX)
        return false;
    switch ((enum value_kind)a->kind) {
    case VALUE_NULL: return true;
    case VALUE_BOOL: return a->boolean == b->boolean;
    case VALUE_INT: return a->integer == b->integer;
    case VALUE_FLOAT: return a->number == b->number;
    case VALUE_STRING: return a->text.len == b->text.len && memcmp(a->text.at, b->text.at, a->text.len) == 0;
    case VALUE_LIST:
    case VALUE_MAP: return equal_inside(w, a, b);
    }
    return false;
}

bool value_equal(const struct value *a, const struct value *b)
{
    return equal(&(struct walk){0}, a, b);
}
