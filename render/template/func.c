#include "render/template/func.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "render/go_print.h"

static const struct family {
    const struct func *funcs;
    bool helm4_only;
} families[] = {
    {funcs_base32, false},    {funcs_compare, false},  {funcs_crypto, false},  {funcs_dates, false},
    {funcs_dicts, false},     {funcs_encoding, false}, {funcs_flow, false},    {funcs_lists, false},
    {funcs_math, false},      {funcs_paths, false},    {funcs_print, false},   {funcs_refused, false},
    {funcs_regex, false},     {funcs_semver, false},   {funcs_strings, false}, {funcs_toml, false},
    {funcs_types, false},     {funcs_urls, false},     {funcs_words, false},   {funcs_encoding4, true},
    {funcs_durations4, true}, {funcs_toml4, true},
};

enum { FAMILIES = sizeof families / sizeof *families };

static const struct func *find_in(const struct func *family, const char *name)
{
    for (; family->name; family++)
        if (*family->name == *name && strcmp(family->name, name) == 0)
            return family;
    return NULL;
}

const struct func *func_find(const char *name, bool helm4)
{
    const struct func *found = NULL;
    for (size_t i = 0; i < FAMILIES && !found; i++)
        if (helm4 || !families[i].helm4_only)
            found = find_in(families[i].funcs, name);
    return found;
}

const struct func *func_find_plain(const char *name)
{
    static const char *const helms[] = {"include",       "tpl",           "required",     "lookup",
                                        "toYaml",        "mustToYaml",    "toYamlPretty", "fromYaml",
                                        "fromYamlArray", "fromJsonArray", "toToml",       "fromToml"};
    for (size_t i = 0; i < sizeof helms / sizeof *helms; i++)
        if (strcmp(helms[i], name) == 0)
            return NULL;
    return func_find(name, false);
}

const struct func *func_at(size_t i, bool *helm4_only)
{
    for (size_t k = 0; k < FAMILIES; k++) {
        const struct func *f = families[k].funcs;
        for (; f->name && i; f++)
            i--;
        *helm4_only = families[k].helm4_only;
        if (f->name)
            return f;
    }
    return NULL;
}

/* The methods of such a value; NULL: it has none. */
static const struct func *methods_of(const struct value *v)
{
    if (v->kind == VALUE_INT)
        return v->form == FORM_DURATION ? funcs_durations : NULL;
    if (v->kind != VALUE_MAP && v->kind != VALUE_LIST)
        return NULL;
    switch (go_shared_form(v)) {
    case FORM_FILES: return funcs_files;
    case FORM_VERSIONS: return funcs_versions;
    case FORM_VALUES: return funcs_values;
    case FORM_TIME: return funcs_times;
    case FORM_SEMVER:
    case FORM_SEMVER_STRUCT: return funcs_version_structs;
    default: return NULL;
    }
}

static const struct func *method_in(const struct func *methods, const char *name, size_t len)
{
    for (; methods && methods->name; methods++)
        if (strlen(methods->name) == len && memcmp(methods->name, name, len) == 0)
            return methods;
    return NULL;
}

const struct func *func_method(const struct value *receiver, const char *name, size_t len)
{
    const struct func *found = method_in(methods_of(receiver), name, len);
    if (!found && receiver->kind == VALUE_MAP && receiver->form == FORM_SEMVER)
        found = method_in(funcs_version_pointers, name, len);
    return found;
}

void call_fail(struct call *c, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    char *message = arena_alloc(c->arena, len < 0 ? 1 : (size_t)len + 1);
    vsnprintf(message, len < 0 ? 1 : (size_t)len + 1, format, again);
    va_end(again);
    va_end(args);
    c->error = message;
}

void call_text(struct call *c, const char *s, size_t len)
{
    c->result = value_text(c->arena, s, len);
}

void call_texts(struct call *c, const char *s)
{
    call_text(c, s, strlen(s));
}

void call_take(struct call *c, const struct text *t)
{
    c->result = value_borrow(c->arena, t->at ? t->at : "", t->len);
}

void call_bool(struct call *c, bool b)
{
    c->result = value_bool(c->arena, b);
}

void call_int(struct call *c, int64_t n)
{
    c->result = value_int(c->arena, n);
    c->result->form = FORM_INT;
}

void call_int64(struct call *c, int64_t n)
{
    c->result = value_int(c->arena, n);
}

void call_float(struct call *c, double n)
{
    c->result = value_float(c->arena, n);
}

struct text call_strval(struct call *c, const struct value *v)
{
    struct text t;
    text_init(&t, c->arena);
    text_adds(&t, "");
    if (v->kind == VALUE_STRING)
        text_add(&t, v->text.at, v->text.len);
    else
        go_print(v, &t);
    return t;
}

struct value *call_list(struct call *c)
{
    c->result = value_list(c->arena);
    return c->result;
}

void call_push(struct call *c, struct value *list, struct value *item)
{
    (void)value_push(c->arena, list, item); /* the arena does not return when it is full */
}

void call_set(struct call *c, struct value *map, const char *key, size_t key_len, struct value *item)
{
    (void)value_set(c->arena, map, key, key_len, item);
}

bool call_is_empty(const struct value *v)
{
    return !go_is_true(v);
}

bool call_list_arg(struct call *c, const struct value *v, const char *verb)
{
    if (v->kind == VALUE_LIST)
        return true;
    call_fail(c, "Cannot %s on type %s", verb, go_kind_name(v));
    return false;
}
