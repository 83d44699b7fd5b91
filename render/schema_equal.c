#include <string.h>

#include "render/schema_node.h"

static bool is_number(const struct value *v)
{
    return v->kind == VALUE_INT || v->kind == VALUE_FLOAT;
}

static double as_number(const struct value *v)
{
    return v->kind == VALUE_INT ? (double)v->integer : v->number;
}

static bool equal_lists(const struct value *a, const struct value *b)
{
    if (a->list.count != b->list.count)
        return false;
    for (size_t i = 0; i < a->list.count; i++)
        if (!schema_equal(a->list.items[i], b->list.items[i]))
            return false;
    return true;
}

static bool equal_maps(const struct value *a, const struct value *b)
{
    if (a->map->count != b->map->count)
        return false;
    for (size_t i = 0; i < a->map->count; i++) {
        const struct entry *x = &a->map->entries[i], *y = &b->map->entries[i];
        if (x->key_len != y->key_len || memcmp(x->key, y->key, x->key_len) != 0 ||
            !schema_equal(x->value, y->value))
            return false;
    }
    return true;
}

bool schema_equal(const struct value *a, const struct value *b)
{
    if (is_number(a) && is_number(b))
        return a->kind == VALUE_INT && b->kind == VALUE_INT ? a->integer == b->integer
                                                            : as_number(a) == as_number(b);
    if (a->kind != b->kind)
        return false;
    switch ((enum value_kind)a->kind) {
    case VALUE_BOOL: return a->boolean == b->boolean;
    case VALUE_STRING: return a->text.len == b->text.len && memcmp(a->text.at, b->text.at, a->text.len) == 0;
    case VALUE_LIST: return equal_lists(a, b);
    case VALUE_MAP: return equal_maps(a, b);
    default: return true;
    }
}
