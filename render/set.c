#include "render/set.h"

#include <string.h>

#include "common/file.h"
#include "common/number.h"
#include "common/utf8.h"
#include "render/json.h"
#include "render/quote.h"

/* END: the argument is used up where an entry could begin; not a fault. */
enum result { FAILED = -1, DONE, END };

struct reader {
    const char *at, *end;
    enum set_kind kind;
    bool helm4;
    struct arena *arena;
    struct fault *fault;
};

static enum result read_key(struct reader *r, struct value *into, unsigned names);

/* Reads up to one of stops, which is taken and returned, or to the end: '\0'. */
static char until(struct reader *r, const char *stops, struct text *out)
{
    text_init(out, r->arena);
    text_add(out, "", 0);
    while (r->at < r->end) {
        char c = *r->at++;
        if (c && strchr(stops, c))
            return c;
        if (c == '\\' && r->kind != SET_LITERAL) {
            if (r->at == r->end)
                return '\0';
            c = *r->at++;
        }
        text_addc(out, c);
    }
    return '\0';
}

static bool is_word(const struct text *t, const char *word)
{
    return t->len == strlen(word) && strcasecmp(t->at, word) == 0;
}

/* Digits behind a sign or none. */
static bool is_number(const struct text *t)
{
    const char *digits = t->at + (*t->at == '-' || *t->at == '+');
    return *digits && digits[strspn(digits, "0123456789")] == '\0';
}

/* A decimal int64, as Go's ParseInt(s, 10, 64). */
static bool read_int(const struct text *t, int64_t *out)
{
    const char *digits = t->at + (*t->at == '-' || *t->at == '+');
    size_t len = t->len - (size_t)(digits - t->at);
    if (!len || strspn(digits, "0123456789") != len)
        return false;
    while (len > 1 && *digits == '0') /* a leading 0 would mean base 8 */
        digits++, len--;
    uint64_t size;
    bool negative = *t->at == '-';
    if (!number_read_uint(digits, len, &size) || size > (uint64_t)INT64_MAX + negative)
        return false;
    *out = negative ? (int64_t)(0 - size) : (int64_t)size;
    return true;
}

static struct value *typed(struct reader *r, const struct text *t)
{
    int64_t integer;
    if (is_word(t, "true") || is_word(t, "false"))
        return value_bool(r->arena, is_word(t, "true"));
    if (is_word(t, "null"))
        return value_null(r->arena);
    if (is_word(t, "0") || (t->len && *t->at != '0')) {
        if (read_int(t, &integer))
            return value_int(r->arena, integer);
    }
    return value_borrow(r->arena, t->at, t->len);
}

static struct value *file_text(struct reader *r, const struct text *path)
{
    struct bytes bytes;
    struct diag err = {0};
    if (file_read(path->at, SET_FILE_MAX, r->arena, &bytes, &err) != 0) {
        fault_file(r->fault, path->at);
        return NULL;
    }
    return value_borrow(r->arena, bytes.at, bytes.len);
}

/* NULL: the fault is told. */
static struct value *make_value(struct reader *r, const struct text *t)
{
    switch (r->kind) {
    case SET_TYPED: return typed(r, t);
    case SET_FILE: return file_text(r, t);
    case SET_STRING:
    case SET_JSON:
    case SET_LITERAL: break;
    }
    return value_borrow(r->arena, t->at, t->len);
}

static const char *const flags[] = {"--set", "--set-string", "--set-file", "--set-json", "--set-literal"};

const char *set_flag(enum set_kind kind)
{
    return flags[kind];
}

static void put(struct reader *r, struct value *map, const struct text *key, struct value *v)
{
    if (!key->len)
        return;
    value_set(r->arena, map, key->at, key->len, v);
    struct entry *e = value_entry(map, key->at, key->len);
    e->file = e->file ? e->file : flags[r->kind];
    v->file = v->file ? v->file : flags[r->kind];
}

/* { a , b } behind its brace */
static struct value *read_braces(struct reader *r)
{
    struct value *list = value_list(r->arena);
    struct text item = {0};
    for (;;) {
        char stop = until(r, ",}", &item);
        if (!stop) {
            fault_set(r->fault, "list must terminate with '}'");
            return NULL;
        }
        struct value *v = make_value(r, &item);
        if (!v)
            return NULL;
        value_push(r->arena, list, v);
        if (stop == '}')
            break;
    }
    if (r->at < r->end && *r->at == ',')
        r->at++;
    return list;
}

/* Blanks, then a comma or the end: no value. */
static bool skip_empty(struct reader *r)
{
    while (r->at < r->end) {
        char c = *r->at;
        if (c == ',') {
            r->at++;
            return true;
        }
        if (!strchr(" \t\n\v\f\r", c) || !c)
            return false;
        r->at++;
    }
    return true;
}

static struct value *read_json(struct reader *r)
{
    size_t taken = 0;
    const struct json_options options = {.stream = true, .taken = &taken};
    struct diag err = {0};
    struct value *v;
    if (skip_empty(r))
        return value_null(r->arena);
    if (json_read(r->at, (size_t)(r->end - r->at), &options, r->arena, &v, &err) != 0) {
        fault_set(r->fault, "%.*s", (int)strcspn(err.text, "\n"), err.text);
        return NULL;
    }
    r->at += taken;
    skip_empty(r);
    return v;
}

/* What stands behind '='. *end: nothing did, and the argument is used up. NULL: the fault is told. */
static struct value *read_value(struct reader *r, bool *end)
{
    struct text t = {0};
    *end = false;
    if (r->kind == SET_JSON)
        return read_json(r);
    if (r->kind == SET_LITERAL) {
        until(r, "", &t);
        return make_value(r, &t);
    }
    if (r->at == r->end) {
        *end = true;
        return value_borrow(r->arena, "", 0);
    }
    if (*r->at == '{') {
        r->at++;
        return read_braces(r);
    }
    until(r, ",", &t);
    return make_value(r, &t);
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
static enum result wrong_kind(struct reader *r, const struct value *v, enum value_kind want)
{
    const struct value wanted = {.kind = (uint8_t)want};
    return fault_set(r->fault, "unable to parse key: interface conversion: interface {} is %s, not %s",
                     go_type(v), go_type(&wanted));
}

/* [ index ] behind its bracket */
static enum result read_index(struct reader *r, size_t *out)
{
    struct text digits = {0};
    int64_t index;
    if (!until(r, "]", &digits))
        return r->helm4 ? END : fault_set(r->fault, "error parsing index: EOF");
    if (!read_int(&digits, &index))
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

static void set_index(struct reader *r, struct value *list, size_t index, struct value *v)
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
static enum result read_item(struct reader *r, struct value *list, size_t index, unsigned names,
                             unsigned lists)
{
    struct text extra = {0};
    bool end;
    char stop = until(r, "[.=", &extra);
    struct value *v, *old = item_at(list, index);
    if (extra.len)
        return fault_set(r->fault, "unexpected data at end of array index: %s",
                         quote_runes(r->arena, &extra));
    if (lists > SET_LISTS_MAX)
        return fault_set(r->fault, "lists are nested deeper than %d", SET_LISTS_MAX);
    switch (stop) {
    case '=':
        v = read_value(r, &end);
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

static enum result read_indexed(struct reader *r, struct value *into, const struct text *key, unsigned names)
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

static enum result read_nested(struct reader *r, struct value *into, const struct text *key, unsigned names)
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
    if (result == DONE && inner->map.count == 0)
        return fault_set(r->fault, "key map %s has no value", quote_go(r->arena, key->at, key->len));
    if (inner->map.count)
        put(r, into, key, inner);
    return result;
}

/* name ( "=" value | "[" index "]" ... | "." key ) */
static enum result read_key(struct reader *r, struct value *into, unsigned names)
{
    struct text key = {0};
    bool end;
    char stop = until(r, r->kind == SET_LITERAL ? "=[." : "=[,.", &key);
    switch (stop) {
    case '[': return read_indexed(r, into, &key, names);
    case '.': return read_nested(r, into, &key, names);
    case '=': {
        struct value *v = read_value(r, &end);
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
    struct reader r = {
        .at = clean.at, .end = clean.at + clean.len, .kind = kind, .helm4 = helm4, .arena = a, .fault = f};
    for (;;) {
        enum result result = read_key(&r, into, 0);
        if (result != DONE)
            return result == FAILED ? -1 : 0;
    }
}
