#include "render/values.h"

#include <string.h>

#include "common/file.h"
#include "render/helm_yaml.h"
#include "render/json.h"

struct value *values_merge(struct arena *a, const struct value *base, const struct value *over)
{
    struct value *out = value_map(a);
    for (size_t i = 0; i < base->map->count; i++)
        value_append(a, out, base->map->entries[i]);
    for (size_t i = 0; i < over->map->count; i++) {
        struct entry e = over->map->entries[i];
        const struct value *old = value_get(base, e.key, e.key_len);
        if (old && old->kind == VALUE_MAP && e.value->kind == VALUE_MAP)
            e.value = values_merge(a, old, e.value);
        value_append(a, out, e);
    }
    out->file = over->file;
    out->line = over->line;
    out->column = over->column;
    (void)value_sort(a, out, NULL, NULL);
    return out;
}

static int read_file(const struct values_options *options, size_t i, struct arena *a, struct value **into,
                     struct fault *f)
{
    const char *path = options->files[i];
    struct bytes text;
    struct diag err = {0};
    struct value *read;
    const char *shown = strcmp(path, "-") == 0 ? "(standard input)" : path;
    if (options->texts)
        text = options->texts[i];
    else if (file_read(path, VALUES_FILE_MAX, a, &text, &err) != 0)
        return fault_file(f, path);
    const char *prefix = arena_printf(a, "failed to parse %s: ", path);
    if (helm_yaml_values(text, shown, options->helm4, prefix, a, &read, f) != 0)
        return -1;
    *into = values_merge(a, *into, read);
    return 0;
}

/* Helm 4: a whole object in place of key=JSON. */
static int set_object(const char *json, struct arena *a, struct value **into, struct fault *f)
{
    const struct json_options options = {0};
    struct diag err = {0};
    struct value *read;
    if (json_read(json, strlen(json), &options, a, &read, &err) != 0) {
        fault_set(f, "failed parsing --set-json data JSON: %s", json);
        fault_more(f, (struct place){0}, "--set-json: %.*s", (int)strcspn(err.text, "\n"), err.text);
        return -1;
    }
    *into = values_merge(a, *into, read);
    return 0;
}

static int set_json(const struct values_set *set, bool helm4, struct arena *a, struct value **into,
                    struct fault *f)
{
    struct fault inner;
    const char *at = set->argument + strspn(set->argument, " \t\n\r");
    if (helm4 && *at == '{')
        return set_object(at, a, into, f);
    fault_init(&inner, a);
    if (set_apply(SET_JSON, set->argument, helm4, *into, a, &inner) == 0)
        return 0;
    fault_set(f, "failed parsing --set-json data %s", set->argument);
    fault_more(f, (struct place){0}, "--set-json: %s", inner.helm);
    return -1;
}

static int set_one(const struct values_set *set, bool helm4, struct arena *a, struct value *into,
                   struct fault *f)
{
    struct fault inner;
    fault_init(&inner, a);
    if (set_apply(set->kind, set->argument, helm4, into, a, &inner) == 0)
        return 0;
    return fault_set(f, "failed parsing %s data: %s", set_flag(set->kind), inner.helm);
}

int values_read(const struct values_options *options, struct arena *a, struct value **out, struct fault *f)
{
    static const enum set_kind order[] = {SET_JSON, SET_TYPED, SET_STRING, SET_FILE, SET_LITERAL};
    *out = value_map(a);
    if (!*out)
        return fault_set(f, "no memory left");
    if (options->base)
        *out = values_merge(a, *out, options->base);
    for (size_t i = 0; i < options->file_count; i++)
        if (read_file(options, i, a, out, f) != 0)
            return -1;
    for (size_t kind = 0; kind < sizeof order / sizeof *order; kind++) {
        for (size_t i = 0; i < options->set_count; i++) {
            const struct values_set *set = &options->sets[i];
            if (set->kind != order[kind])
                continue;
            int status = set->kind == SET_JSON ? set_json(set, options->helm4, a, out, f)
                                               : set_one(set, options->helm4, a, *out, f);
            if (status != 0)
                return -1;
        }
    }
    return 0;
}
