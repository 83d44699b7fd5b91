#include "render/go_print_value.h"

#include <string.h>

#include "common/utf8.h"
#include "render/go_duration.h"
#include "render/go_fields.h"
#include "render/go_print_number.h"
#include "render/go_print_text.h"
#include "render/go_time_value.h"
#include "render/go_type.h"
#include "render/semver_value.h"

static const int64_t ADDRESS = 0xc00000000000;

static void print_verb(const struct go_verb *d, const struct value *v, struct text *to, int depth);

static void print_bad(const struct go_verb *d, const struct value *v, struct text *to)
{
    char verb[UTF8_MAX];
    text_adds(to, "%!");
    text_add(to, verb, utf8_write(d->verb, verb));
    text_addc(to, '(');
    if (go_is_untyped_nil(v)) {
        text_adds(to, "<nil>");
    } else {
        struct go_verb inner = *d;
        inner.verb = 'v';
        inner.within_fault = true;
        text_adds(to, go_type_name(v));
        text_addc(to, '=');
        print_verb(&inner, v, to, 0);
    }
    text_addc(to, ')');
}

/* Whether Go asks a value that has a text of its own for it: where the verb is one for text. */
static bool says_itself(const struct go_verb *d)
{
    return !d->syntax && !d->within_fault && go_verb_is(d, "vsxXq");
}

static void print_number(const struct go_verb *d, const struct value *v, struct text *to)
{
    struct text span;
    if (v->kind == VALUE_INT && v->form == FORM_DURATION && says_itself(d)) {
        text_init(&span, to->arena);
        go_duration_write(v->integer, &span);
        go_print_text(d, span.at, span.len, to);
    } else if (!go_print_number(d, v, to)) {
        print_bad(d, v, to);
    }
}

static void print_string(const struct go_verb *d, const struct value *v, struct text *to)
{
    if (!go_print_text(d, v->text.at, v->text.len, to))
        print_bad(d, v, to);
}

/* []byte under %v and %d: [97 98]; under what is no verb of strings each octet is a number of its own. */
static void print_bytes(const struct go_verb *d, const struct value *v, struct text *to, int depth)
{
    struct value octets = *v;
    if (go_verb_is(d, "sqxX")) {
        go_print_text(d, v->text.at, v->text.len, to);
        return;
    }
    if (!go_verb_is(d, "vd")) {
        print_verb(d, go_list_of_bytes(&octets, to->arena), to, depth);
        return;
    }
    if (d->syntax && go_is_nil(v)) {
        text_adds(to, "[]byte(nil)");
        return;
    }
    text_adds(to, d->syntax ? "[]byte{" : "[");
    for (size_t i = 0; i < v->text.len; i++) {
        if (i)
            text_adds(to, d->syntax ? ", " : " ");
        if (d->syntax)
            text_printf(to, "0x%x", (unsigned char)v->text.at[i]);
        else
            go_print_based(d, (unsigned char)v->text.at[i], 10, "", to);
    }
    text_addc(to, d->syntax ? '}' : ']');
}

static void print_list(const struct go_verb *d, const struct value *v, struct text *to, int depth)
{
    if (d->syntax)
        text_adds(to, go_type_name(v));
    if (d->syntax && go_is_nil(v)) {
        text_adds(to, "(nil)");
        return;
    }
    text_addc(to, d->syntax ? '{' : '[');
    for (size_t i = 0; i < v->list.count; i++) {
        if (i)
            text_adds(to, d->syntax ? ", " : " ");
        print_verb(d, v->list.items[i], to, depth + 1);
    }
    text_addc(to, d->syntax ? '}' : ']');
}

/* Within something else Go prints a pointer as the number that it is. Here it is always the same one. */
static void print_address(const struct go_verb *d, const struct value *v, struct text *to)
{
    const struct value number = {
        .kind = VALUE_INT, .form = FORM_UINT64, .integer = go_is_nil(v) ? 0 : ADDRESS};
    struct go_verb hexadecimal = *d;
    if (d->syntax) {
        text_printf(to, "(%s)(0x%llx)", go_type_name(v), (unsigned long long)number.integer);
    } else if (go_verb_is(d, "vp")) {
        hexadecimal.sharp = true;
        go_print_based(&hexadecimal, number.integer, 16, "0x", to);
    } else if (!go_verb_is(d, "bodxX") || !go_print_number(d, &number, to)) {
        print_bad(d, v, to);
    }
}

/* {a b}, with + {A:a B:b}, with # T{A:a, B:b}; of a pointer &{a b}. */
static void begin_struct(const struct go_verb *d, const struct value *v, struct text *to)
{
    const char *type = go_type_name(v);
    bool pointer = *type == '*';
    text_adds(to, pointer && !d->looks_through ? "&" : "");
    text_adds(to, d->syntax ? type + pointer : "");
    text_addc(to, '{');
}

static void print_field(const struct go_verb *d, bool first, const char *name, const struct value *v,
                        struct text *to, int depth)
{
    text_adds(to, first ? "" : d->syntax ? ", " : " ");
    if (d->names || d->syntax)
        text_printf(to, "%s:", name);
    print_verb(d, v, to, depth + 1);
}

static void print_struct(const struct go_verb *d, const struct value *v, struct text *to, int depth)
{
    const struct go_named *fields = go_fields(v);
    begin_struct(d, v, to);
    for (const struct go_named *f = fields; f->name; f++)
        print_field(d, f == fields, f->name, go_field_value(v, f), to, depth);
    text_addc(to, '}');
}

/* A version where Go does not ask it for its text. */
static void print_version(const struct go_verb *d, const struct value *v, struct text *to, int depth)
{
    const struct value *original = semver_value_original(v);
    const struct semver is = semver_value_read(v);
    const struct {
        const char *name;
        struct value v;
    } fields[] = {
        {"major", {.kind = VALUE_INT, .form = FORM_UINT64, .integer = (int64_t)is.major}},
        {"minor", {.kind = VALUE_INT, .form = FORM_UINT64, .integer = (int64_t)is.minor}},
        {"patch", {.kind = VALUE_INT, .form = FORM_UINT64, .integer = (int64_t)is.patch}},
        {"pre", {.kind = VALUE_STRING, .text = {is.pre, is.pre_len}}},
        {"metadata", {.kind = VALUE_STRING, .text = {is.metadata, is.metadata_len}}},
        {"original", *original},
    };
    begin_struct(d, v, to);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        print_field(d, i == 0, fields[i].name, &fields[i].v, to, depth);
    text_addc(to, '}');
}

static void print_map(const struct go_verb *d, const struct value *v, struct text *to, int depth)
{
    if (v->form == FORM_TIME && d->syntax) {
        const struct go_time t = go_time_of(v);
        go_time_write_syntax(&t, to);
        return;
    }
    if (go_own_text(v)) {
        const struct value *text = value_gets(v, "");
        print_verb(d, text, to, depth);
        return;
    }
    if (d->syntax && go_is_nil(v)) {
        text_printf(to, "%s(nil)", go_type_name(v));
        return;
    }
    text_adds(to, d->syntax ? go_type_name(v) : "map");
    text_addc(to, d->syntax ? '{' : '[');
    for (size_t i = 0; i < v->map->count; i++) {
        const struct entry *e = &v->map->entries[i];
        struct value key = {.kind = VALUE_STRING, .text = {e->key, e->key_len}};
        if (i)
            text_adds(to, d->syntax ? ", " : " ");
        print_verb(d, &key, to, depth + 1);
        text_addc(to, ':');
        print_verb(d, e->value, to, depth + 1);
    }
    text_addc(to, d->syntax ? '}' : ']');
}

static bool is_pointer(const struct value *v)
{
    return *go_type_name(v) == '*';
}

/* A slice, a map or a pointer to a struct. */
static bool is_reference(const struct value *v)
{
    return !go_is_struct(v) || is_pointer(v);
}

/* Whether v is shown as the struct that it is, and not by a text of its own. */
static bool is_shown_as_struct(const struct go_verb *d, const struct value *v)
{
    return go_fields(v) || (go_is_version(v) && !says_itself(d));
}

static void print_verb(const struct go_verb *d, const struct value *v, struct text *to, int depth)
{
    if (depth > VALUE_DEPTH_MAX)
        return;
    if (d->verb == 'T') {
        const char *type = go_type_name(v);
        go_verb_pad(d, type,
                    go_is_untyped_nil(v) || d->precision < 0 ? strlen(type)
                                                             : go_runes_len(type, strlen(type), d->precision),
                    to);
        return;
    }
    if (go_is_untyped_nil(v)) {
        if (depth > 0) /* within a list or map Go has no verb for it */
            text_adds(to, d->syntax ? "interface {}(nil)" : "<nil>");
        else if (d->verb == 'v')
            go_verb_pad(d, "<nil>", 5, to);
        else
            print_bad(d, v, to);
        return;
    }
    switch ((enum value_kind)v->kind) {
    case VALUE_NULL: break;
    case VALUE_BOOL:
        if (d->verb == 'v' || d->verb == 't')
            go_verb_pad(d, v->boolean ? "true" : "false", v->boolean ? 4 : 5, to);
        else
            print_bad(d, v, to);
        break;
    case VALUE_INT:
    case VALUE_FLOAT: print_number(d, v, to); break;
    case VALUE_STRING:
        if (go_is_bytes(v) && d->verb == 'p')
            print_address(d, v, to);
        else if (go_is_bytes(v))
            print_bytes(d, v, to, depth);
        else
            print_string(d, v, to);
        break;
    case VALUE_LIST:
    case VALUE_MAP:
        if (d->verb == 'w' || (d->verb == 'p' && !is_reference(v))) /* w is Errorf's, bad for all */
            print_bad(d, v, to);
        else if (d->verb == 'p' || (depth && is_pointer(v) && is_shown_as_struct(d, v)))
            print_address(d, v, to);
        else if (v->kind == VALUE_LIST)
            print_list(d, v, to, depth);
        else if (go_fields(v))
            print_struct(d, v, to, depth);
        else if (is_shown_as_struct(d, v))
            print_version(d, v, to, depth);
        else
            print_map(d, v, to, depth);
        break;
    }
}

void go_print_value(const struct go_verb *d, const struct value *v, struct text *to)
{
    print_verb(d, v, to, 0);
}
