#include "render/go_struct.h"

#include <string.h>

#include "common/number.h"
#include "render/go_time.h"

struct reader {
    const char *package;
    struct arena *arena;
    struct fault *fault;
};

static struct value *read_struct(struct reader *r, const struct value *v, const struct go_struct *as,
                                 const char *path);

static const char *json_kind(const struct value *v)
{
    switch ((enum value_kind)v->kind) {
    case VALUE_NULL: return "null";
    case VALUE_BOOL: return "bool";
    case VALUE_INT:
    case VALUE_FLOAT: return "number";
    case VALUE_STRING: return "string";
    case VALUE_LIST: return "array";
    case VALUE_MAP: break;
    }
    return "object";
}

static struct value *misfit(struct reader *r, const struct value *v, const struct go_struct *as,
                            const char *path, const char *type)
{
    bool first = !r->fault->helm;
    fault_set(r->fault, "json: cannot unmarshal %s into Go struct field %s.%s of type %s", json_kind(v),
              as->name, path, type);
    if (first && v->line)
        fault_more(r->fault, value_place(v), "%s: this is a %s", path, value_kind_name(v));
    return NULL;
}

/* v where text is wanted; NULL: no scalar. */
static struct value *as_text(struct reader *r, struct value *v)
{
    char digits[NUMBER_TEXT_MAX];
    struct value *out = NULL;
    switch ((enum value_kind)v->kind) {
    case VALUE_STRING: return v;
    case VALUE_BOOL: out = value_borrow(r->arena, v->boolean ? "true" : "false", v->boolean ? 4 : 5); break;
    case VALUE_INT:
        snprintf(digits, sizeof digits, "%lld", (long long)v->integer);
        out = value_text(r->arena, digits, strlen(digits));
        break;
    case VALUE_FLOAT: out = value_text(r->arena, digits, number_go32(v->number, digits)); break;
    case VALUE_NULL: out = value_borrow(r->arena, "", 0); break;
    case VALUE_LIST:
    case VALUE_MAP: return NULL;
    }
    out->file = v->file;
    out->line = v->line;
    out->column = v->column;
    return out;
}

static struct value *read_texts(struct reader *r, const struct value *v, const struct go_struct *as,
                                const char *path)
{
    struct value *list = value_list(r->arena);
    if (v->kind != VALUE_LIST)
        return misfit(r, v, as, path, "[]string");
    for (size_t i = 0; i < v->list.count; i++) {
        struct value *item = as_text(r, v->list.items[i]);
        if (!item)
            return misfit(r, v->list.items[i], as, path, "string");
        value_push(r->arena, list, item);
    }
    return list;
}

static struct value *read_text_map(struct reader *r, const struct value *v, const struct go_struct *as,
                                   const char *path)
{
    struct value *map = value_map(r->arena);
    if (v->kind != VALUE_MAP)
        return misfit(r, v, as, path, "map[string]string");
    for (size_t i = 0; i < v->map->count; i++) {
        struct entry e = v->map->entries[i];
        e.value = as_text(r, e.value);
        if (!e.value)
            return misfit(r, v->map->entries[i].value, as, path, "string");
        value_append(r->arena, map, e);
    }
    return map;
}

static struct value *read_structs(struct reader *r, const struct value *v, const struct go_struct *as,
                                  const struct go_field *field, const char *path)
{
    struct value *list = value_list(r->arena);
    if (v->kind != VALUE_LIST)
        return misfit(r, v, as, path, arena_printf(r->arena, "[]*%s.%s", r->package, field->of->name));
    for (size_t i = 0; i < v->list.count; i++) {
        const struct value *item = v->list.items[i];
        struct value *read = value_null(r->arena);
        if (item->kind == VALUE_MAP)
            read = read_struct(r, item, field->of, path);
        else if (item->kind != VALUE_NULL)
            return misfit(r, item, as, path, arena_printf(r->arena, "%s.%s", r->package, field->of->name));
        if (!read)
            return NULL;
        value_push(r->arena, list, read);
    }
    return list;
}

/* A point in time as RFC 3339 has it; stays text. */
static struct value *read_time(struct reader *r, struct value *v)
{
    static const char layout[] = "2006-01-02T15:04:05Z07:00";
    const struct bytes as = {.at = layout, .len = sizeof layout - 1}, text = {v->text.at, v->text.len};
    struct go_time time;
    const char *wrong = v->kind == VALUE_STRING ? go_time_read(as, text, r->arena, &time)
                                                : "Time.UnmarshalJSON: input is not a JSON string";
    if (!wrong)
        return v;
    fault_set(r->fault, "%s", wrong);
    return NULL;
}

static struct value *read_field(struct reader *r, struct value *v, const struct go_struct *as,
                                const struct go_field *field, const char *path)
{
    struct value *text;
    switch (field->kind) {
    case GO_STRING: text = as_text(r, v); return text ? text : misfit(r, v, as, path, "string");
    case GO_STRINGS: return read_texts(r, v, as, path);
    case GO_BOOL: return v->kind == VALUE_BOOL ? v : misfit(r, v, as, path, "bool");
    case GO_STRING_MAP: return read_text_map(r, v, as, path);
    case GO_ANYS: return v->kind == VALUE_LIST ? v : misfit(r, v, as, path, "[]interface {}");
    case GO_STRUCT:
        if (v->kind != VALUE_MAP)
            return misfit(r, v, as, path, field->of->type);
        return read_struct(r, v, field->of, path);
    case GO_STRUCTS: return read_structs(r, v, as, field, path);
    case GO_TIME: return read_time(r, v);
    }
    return NULL;
}

static const struct go_field *find_field(const struct go_struct *as, const char *key)
{
    for (const struct go_field *field = as->fields; field->key; field++)
        if (strcmp(field->key, key) == 0)
            return field;
    for (const struct go_field *field = as->fields; field->key; field++)
        if (strcasecmp(field->key, key) == 0)
            return field;
    return NULL;
}

static struct value *read_struct(struct reader *r, const struct value *v, const struct go_struct *as,
                                 const char *path)
{
    struct value *map = value_map(r->arena);
    bool failed = false;
    map->file = v->file;
    map->line = v->line;
    map->column = v->column;
    for (size_t i = 0; i < v->map->count; i++) {
        const struct entry *e = &v->map->entries[i];
        const struct go_field *field = find_field(as, e->key);
        if (!field || e->value->kind == VALUE_NULL)
            continue;
        const char *inner = *path ? arena_printf(r->arena, "%s.%s", path, field->key) : field->key;
        struct value *item = read_field(r, e->value, as, field, inner);
        failed = failed || !item;
        if (item)
            value_sets(r->arena, map, field->key, item);
    }
    return failed ? NULL : map;
}

int go_struct_read(const struct value *v, const struct go_struct *as, const char *whole, const char *package,
                   struct arena *a, struct value **out, struct fault *f)
{
    struct reader r = {.package = package, .arena = a, .fault = f};
    if (v->kind == VALUE_NULL) {
        *out = value_map(a);
        return 0;
    }
    if (v->kind != VALUE_MAP) {
        fault_set(f, "json: cannot unmarshal %s into Go value of type %s", json_kind(v), whole);
        if (v->line)
            fault_more(f, value_place(v), "this is a %s, a map is wanted", value_kind_name(v));
        return -1;
    }
    struct value *read = read_struct(&r, v, as, "");
    if (!read)
        return -1;
    *out = read;
    return 0;
}
