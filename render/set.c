#include "render/set.h"

#include <string.h>

#include "common/utf8.h"
#include "render/quote.h"
#include "render/set_value.h"

/* END: the argument is used up where an entry could begin; not a fault. */
enum result { FAILED = -1, DONE, END };

static enum result read_key(struct set_reader *r, struct value *into, unsigned names);

/* Digits behind a sign or none. */
static bool is_number(const struct text *t)
{
    const char *digits = t->at + (*t->at == '-' || *t->at == '+');
    return *digits && digits[strspn(digits, "0123456789")] == '\0';
}

static const char *const flags[] = {"--set", "--set-string", "--set-file", "--set-json", "--set-literal"};

const char *set_flag(enum set_kind kind)
{
    return flags[kind];
}

static void put(struct set_reader *r, struct value *map, const struct text *key, struct value *v)
{
    if (!key->len)
        return;
    value_set(r->arena, map, key->at, key->len, v);
    struct entry *e = value_entry(map, key->at, key->len);
    e->file = e->file ? e->file : flags[r->kind];
    v->file = v->file ? v->file : flags[r->kind];
}

static const char *go_type(const struct value *v)
{
    switch ((enum value_kind)v->kind) {
    case VALUE_NULL: return "nil";
    case VALUE_BOOL: return "bool";
    case VALUE_INT: return "int64";
    case VALUE_FLOAT: return "float64";
    case VALUE_STRING: return "string";
    case VALUE_LIST: return "[]interface {}";
    case VALUE_MAP: break;
    }
    return "map[string]interface {}";
}

/* Go panics where a path goes through something of another kind, and Helm tells that so. */
static enum result wrong_kind(struct set_reader *r, const struct value *v, enum value_kind want)
{
    const struct value wanted = {.kind = (uint8_t)want};
    return fault_set(r->fault, "unable to parse key: interface conversion: interface {} is %s, not %s",
                     go_type(v), go_type(&wanted));
}

/* [ index ] behind its bracket */
static enum result read_index(struct set_reader *r, size_t *out)
{
    struct text digits = {0};
    int64_t index;
    if (!set_value_until(r, "]", &digits))
        return r->helm4 ? END : fault_set(r->fault, "error parsing index: EOF");
    if (!set_value_int(&digits, &index))
        return fault_set(r->fault, "error parsing index: strconv.Atoi: parsing %s: %s",
                         quote_go(r->arena, digits.at, digits.len),
                         is_number(&digits) ? "value out of range" : "invalid syntax");
    if (index < 0)
        return fault_set(r->fault, "negative %lld index not allowed", (long long)index);
    if (index > SET_INDEX_MAX)
        return fault_set(r->fault, "index of %lld is greater than maximum supported index of %d",
                         (long long)index, SET_INDEX_MAX);
    *out = (size_t)index;
    return DONE;
}

static void set_index(struct set_reader *r, struct value *list, size_t index, struct value *v)
{
    while (list->list.count <= index)
        value_push(r->arena, list, value_null(r->arena));
    list->list.items[index] = v;
}

static struct value *item_at(const struct value *list, size_t index)
{
    return index < list->list.count ? list->list.items[index] : NULL;
}

/* Runes as Go's %q shows a list of them: ['a' '\'']. */
static const char *quote_runes(struct arena *a, const struct text *t)
{
    struct text out;
    size_t taken;
    text_init(&out, a);
    for (size_t at = 0; at < t->len; at += taken) {
        utf8_read(t->at + at, t->len - at, &taken);
        const char *quoted = quote_go(a, t->at + at, taken);
        bool plain = taken == 1 && (t->at[at] == '"' || t->at[at] == '\'');
        text_adds(&out, at ? " '" : "['");
        if (plain)
            text_adds(&out, t->at[at] == '"' ? "\"" : "\\'");
        else
            text_add(&out, quoted + 1, strlen(quoted) - 2);
        text_addc(&out, '\'');
    }
    text_addc(&out, ']');
    return out.at;
}

/* Behind [index]: "=" value | "[" index "]" ... | "." key */
static enum result read_item(struct set_reader *r, struct value *list, size_t index, unsigned names,
                             unsigned lists)
{
    struct text extra = {0};
    bool end;
    char stop = set_value_until(r, "[.=", &extra);
    struct value *v, *old = item_at(list, index);
    if (extra.len)
        return fault_set(r->fault, "unexpected data at end of array index: %s",
                         quote_runes(r->arena, &extra));
    if (lists > SET_LISTS_MAX)
        return fault_set(r->fault, "lists are nested deeper than %d", SET_LISTS_MAX);
    switch (stop) {
    case '=':
        v = set_value_read(r, &end);
        if (!v)
            return FAILED;
        set_index(r, list, index, v);
        return DONE;
    case '[': {
        size_t inner = 0;
        enum result result = read_index(r, &inner);
        if (result != DONE)
            return result;
        if (old && old->kind != VALUE_LIST && old->kind != VALUE_NULL)
            return wrong_kind(r, old, VALUE_LIST);
        v = old && old->kind == VALUE_LIST ? old : value_list(r->arena);
        result = read_item(r, v, inner, names, lists + 1);
        if (result == DONE)
            set_index(r, list, index, v);
        return result;
    }
    case '.': {
        v = old && old->kind == VALUE_MAP ? old : value_map(r->arena);
        if (old) /* whatever comes of it: Helm replaces what is there at once */
            list->list.items[index] = v;
        enum result result = read_key(r, v, names);
        if (result == DONE)
            set_index(r, list, index, v);
        return result;
    }
    default: return END;
    }
}

static enum result read_indexed(struct set_reader *r, struct value *into, const struct text *key,
                                unsigned names)
{
    size_t index = 0;
    enum result result = read_index(r, &index);
    if (result != DONE)
        return result;
    struct value *list = value_get(into, key->at, key->len);
    if (list && list->kind != VALUE_LIST)
        return wrong_kind(r, list, VALUE_LIST);
    if (!list)
        list = value_list(r->arena);
    result = read_item(r, list, index, names, 0);
    put(r, into, key, list);
    return result;
}

static enum result read_nested(struct set_reader *r, struct value *into, const struct text *key,
                               unsigned names)
{
    if (names + 1 > SET_NAMES_MAX)
        return fault_set(r->fault,
                         "value name nested level is greater than maximum supported nested level of %d",
                         SET_NAMES_MAX);
    struct value *inner = value_get(into, key->at, key->len);
    if (inner && inner->kind != VALUE_MAP)
        return wrong_kind(r, inner, VALUE_MAP);
    if (!inner)
        inner = value_map(r->arena);
    enum result result = read_key(r, inner, names + 1);
    if (result == DONE && inner->map->count == 0)
        return fault_set(r->fault, "key map %s has no value", quote_go(r->arena, key->at, key->len));
    if (inner->map->count)
        put(r, into, key, inner);
    return result;
}

/* name ( "=" value | "[" index "]" ... | "." key ) */
static enum result read_key(struct set_reader *r, struct value *into, unsigned names)
{
    struct text key = {0};
    bool end;
    char stop = set_value_until(r, r->kind == SET_LITERAL ? "=[." : "=[,.", &key);
    switch (stop) {
    case '[': return read_indexed(r, into, &key, names);
    case '.': return read_nested(r, into, &key, names);
    case '=': {
        struct value *v = set_value_read(r, &end);
        if (!v)
            return FAILED;
        put(r, into, &key, v);
        return end ? END : DONE;
    }
    case ',':
        return fault_set(r->fault, "key %s has no value (cannot end with ,)",
                         quote_go(r->arena, key.at, key.len));
    default: break;
    }
    if (key.len)
        return fault_set(r->fault, "key %s has no value", quote_go(r->arena, key.at, key.len));
    return END;
}

int set_apply(enum set_kind kind, const char *argument, bool helm4, struct value *into, struct arena *a,
              struct fault *f)
{
    struct text clean;
    text_init(&clean, a);
    text_add(&clean, "", 0);
    utf8_clean(argument, strlen(argument), &clean);
    struct set_reader r = {
        .at = clean.at, .end = clean.at + clean.len, .kind = kind, .helm4 = helm4, .arena = a, .fault = f};
    for (;;) {
        enum result result = read_key(&r, into, 0);
        if (result != DONE)
            return result == FAILED ? -1 : 0;
    }
}
