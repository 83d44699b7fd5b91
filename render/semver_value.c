#include "render/semver_value.h"

#include "common/text.h"
#include "render/go_type.h"

/* 1.2.3-rc.1+b */
static struct value *shown(const struct semver *v, struct arena *a)
{
    struct text t;
    text_init(&t, a);
    text_printf(&t, "%llu.%llu.%llu", (unsigned long long)v->major, (unsigned long long)v->minor,
                (unsigned long long)v->patch);
    if (v->pre_len) {
        text_addc(&t, '-');
        text_add(&t, v->pre, v->pre_len);
    }
    if (v->metadata_len) {
        text_addc(&t, '+');
        text_add(&t, v->metadata, v->metadata_len);
    }
    return t.failed ? NULL : value_borrow(a, t.at, t.len);
}

struct value *semver_value(const struct semver *v, struct value *original, struct arena *a)
{
    struct value *map = value_map(a), *text = shown(v, a);
    if (!map || !text || value_sets(a, map, "", text) != 0 || value_sets(a, map, " o", original) != 0)
        return NULL;
    map->form = FORM_SEMVER;
    return map;
}

struct semver semver_value_read(const struct value *v)
{
    const struct value *original = semver_value_original(v);
    struct semver out = {0};
    if (semver_read(original->text.at, original->text.len, &out))
        return out;
    return (struct semver){0};
}

struct value *semver_value_original(const struct value *v)
{
    return value_gets(v, " o");
}
