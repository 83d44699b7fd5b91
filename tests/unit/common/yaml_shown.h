/* yaml_shown.h: YAML read, and the tree in a spelling of the tests' own, or what is complained of. */
#pragma once

#include <string.h>

#include "common/text.h"
#include "common/yaml_read.h"
#include "tests/unit/cmocka_all.h"

static struct arena arena;
static struct diag err;

static int setup(void **state)
{
    (void)state;
    arena_init(&arena, 1 << 26);
    err = (struct diag){0};
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&arena);
    return 0;
}

/* Kinds are told apart. */
static inline void show(const struct value *v, struct text *to)
{
    switch ((enum value_kind)v->kind) {
    case VALUE_NULL: text_adds(to, "null"); break;
    case VALUE_BOOL: text_adds(to, v->boolean ? "true" : "false"); break;
    case VALUE_INT: text_printf(to, "i%lld", (long long)v->integer); break;
    case VALUE_FLOAT: text_printf(to, "%.17g", v->number); break;
    case VALUE_STRING: text_printf(to, "'%s'", v->text.at); break;
    case VALUE_LIST:
        text_adds(to, "[");
        for (size_t i = 0; i < v->list.count; i++) {
            text_adds(to, i ? "," : "");
            show(v->list.items[i], to);
        }
        text_adds(to, "]");
        break;
    case VALUE_MAP:
        text_adds(to, "{");
        for (size_t i = 0; i < v->map->count; i++) {
            text_printf(to, "%s%s:", i ? "," : "", v->map->entries[i].key);
            show(v->map->entries[i].value, to);
        }
        text_adds(to, "}");
        break;
    }
}

static inline const char *read_with(const struct yaml_options *options, const char *yaml, size_t len)
{
    struct value *v;
    struct text out;
    err = (struct diag){0};
    if (yaml_read(yaml, len, options, &arena, &v, &err) != 0)
        return err.text;
    assert_int_equal(err.count, 0);
    text_init(&out, &arena);
    show(v, &out);
    return out.at;
}

static inline const char *helm(const char *yaml)
{
    const struct yaml_options options = {.file = "v.yaml", .helm_words = true, .as_go = true};
    return read_with(&options, yaml, strlen(yaml));
}

static inline const char *strict(const char *yaml)
{
    const struct yaml_options options = {
        .file = "d.yaml", .refuse_duplicates = true, .keys_as_written = true};
    return read_with(&options, yaml, strlen(yaml));
}
