#include "render/value_equal.h"

#include <string.h>

static bool equal_lists(const struct value *a, const struct value *b)
{
    if (a->list.count != b->list.count)
        return false;
    for (size_t i = 0; i < a->list.count; i++)
        if (!value_equal(a->list.items[i], b->list.items[i]))
            return false;
    return true;
}

static bool equal_maps(const struct value *a, const struct value *b)
{
    if (a->map.count != b->map.count)
        return false;
    for (size_t i = 0; i < a->map.count; i++) {
        const struct entry *left = &a->map.entries[i], *right = &b->map.entries[i];
        if (left->key_len != right->key_len || memcmp(left->key, right->key, left->key_len) != 0 ||
            !value_equal(left->value, right->value))
            return false;
    }
    return true;
}

bool value_equal(const struct value *a, const struct value *b)
{
    if (a->kind != b->kind || a->form != b->form)
        return false;
    switch ((enum value_kind)a->kind) {
    case VALUE_NULL: return true;
    case VALUE_BOOL: return a->boolean == b->boolean;
    case VALUE_INT: return a->integer == b->integer;
    case VALUE_FLOAT: return a->number == b->number;
    case VALUE_STRING: return a->text.len == b->text.len && memcmp(a->text.at, b->text.at, a->text.len) == 0;
    case VALUE_LIST: return equal_lists(a, b);
    case VALUE_MAP: return equal_maps(a, b);
    }
    return false;
}
