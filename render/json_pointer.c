#include "render/json_pointer.h"

#include "common/text.h"

const char *json_pointer_below(struct arena *a, const char *pointer, const char *key, size_t key_len)
{
    struct text t;
    text_init(&t, a);
    text_adds(&t, pointer);
    text_addc(&t, '/');
    for (size_t i = 0; i < key_len; i++) {
        if (key[i] == '~' || key[i] == '/')
            text_adds(&t, key[i] == '~' ? "~0" : "~1");
        else
            text_addc(&t, key[i]);
    }
    return t.at;
}

static const struct value *item_of(const struct value *list, const char *digits, size_t len)
{
    size_t index = 0;
    if (!len || len > 9)
        return NULL;
    for (size_t i = 0; i < len; i++) {
        if (digits[i] < '0' || digits[i] > '9')
            return NULL;
        index = index * 10 + (size_t)(digits[i] - '0');
    }
    return index < list->list.count ? list->list.items[index] : NULL;
}

const struct value *json_pointer_step(struct arena *a, const struct value *v, const char **pointer)
{
    const char *at = *pointer;
    struct text part;
    text_init(&part, a);
    text_add(&part, "", 0);
    for (at++; *at && *at != '/'; at++) {
        if (*at == '~' && (at[1] == '0' || at[1] == '1'))
            text_addc(&part, *++at == '0' ? '~' : '/');
        else
            text_addc(&part, *at);
    }
    *pointer = at;
    if (v->kind == VALUE_MAP)
        return value_get(v, part.at, part.len);
    return v->kind == VALUE_LIST ? item_of(v, part.at, part.len) : NULL;
}
