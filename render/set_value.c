#include "render/set_value.h"

#include <string.h>

#include "common/file.h"
#include "common/number.h"
#include "render/json.h"

char set_value_until(struct set_reader *r, const char *stops, struct text *out)
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

bool set_value_int(const struct text *t, int64_t *out)
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

static struct value *typed(struct set_reader *r, const struct text *t)
{
    int64_t integer;
    if (is_word(t, "true") || is_word(t, "false"))
        return value_bool(r->arena, is_word(t, "true"));
    if (is_word(t, "null"))
        return value_null(r->arena);
    if (is_word(t, "0") || (t->len && *t->at != '0')) {
        if (set_value_int(t, &integer))
            return value_int(r->arena, integer);
    }
    return value_borrow(r->arena, t->at, t->len);
}

static struct value *file_text(struct set_reader *r, const struct text *path)
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
static struct value *make_value(struct set_reader *r, const struct text *t)
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

/* { a , b } behind its brace */
static struct value *read_braces(struct set_reader *r)
{
    struct value *list = value_list(r->arena);
    struct text item = {0};
    for (;;) {
        char stop = set_value_until(r, ",}", &item);
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
static bool skip_empty(struct set_reader *r)
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

static struct value *read_json(struct set_reader *r)
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

struct value *set_value_read(struct set_reader *r, bool *end)
{
    struct text t = {0};
    *end = false;
    if (r->kind == SET_JSON)
        return read_json(r);
    if (r->kind == SET_LITERAL) {
        set_value_until(r, "", &t);
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
    set_value_until(r, ",", &t);
    return make_value(r, &t);
}
