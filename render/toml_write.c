#include "render/toml_write.h"

#include <math.h>
#include <string.h>

#include "render/go_duration.h"
#include "render/go_fields.h"
#include "render/go_print.h"
#include "render/go_time_value.h"
#include "render/go_type.h"
#include "render/toml_items.h"
#include "render/toml_text.h"
#include "render/toml_time.h"

static const char no_key[] = "toml: top-level values must be Go maps or structs";
static const char nil_element[] = "toml: cannot encode array with nil element";

struct writer {
    struct text *to;
    bool has_written;
    const char *error; /* NULL: none so far */
};

/* The names from the top to a value; depth 0 is the top itself. */
struct path {
    const struct path *outer;
    const struct entry *entry;
    size_t depth;
};

static void put(struct writer *w, const char *s)
{
    text_adds(w->to, s);
    w->has_written = true;
}

static void newline(struct writer *w)
{
    if (w->has_written)
        put(w, "\n");
}

static void write_text(struct writer *w, const char *s, size_t len)
{
    toml_text_write(s, len, w->to);
    w->has_written = true;
}

static void write_key(struct writer *w, const struct entry *e)
{
    toml_key_write(e->key, e->key_len, w->to);
    w->has_written = true;
}

static void indent(struct writer *w, const struct path *p)
{
    if (p->depth)
        text_repeat(w->to, ' ', 2 * (p->depth - 1));
}

/* a.b.c, from the outermost on */
static void write_path(struct writer *w, const struct path *p)
{
    if (p->depth > 1) {
        write_path(w, p->outer);
        put(w, ".");
    }
    write_key(w, p->entry);
}

static bool is_nil(const struct value *v)
{
    return v->kind == VALUE_NULL || go_is_nil(v);
}

/* Whether all in it are maps. A nil anywhere in it, and in the lists in it, is a fault. */
static bool is_list_of_tables(struct writer *w, const struct value *v)
{
    bool all = v->kind == VALUE_LIST && v->list.count;
    for (size_t i = 0; v->kind == VALUE_LIST && i < v->list.count; i++) {
        const struct value *item = v->list.items[i];
        if (is_nil(item) && !w->error)
            w->error = nil_element;
        is_list_of_tables(w, item);
        all = all && item->kind == VALUE_MAP && !go_own_text(item);
    }
    return all;
}

static void write_number(struct writer *w, double number)
{
    struct value v = {.kind = VALUE_FLOAT, .number = number};
    size_t from = w->to->len;
    if (isnan(number))
        put(w, signbit(number) ? "-nan" : "nan");
    else if (isinf(number))
        put(w, number < 0 ? "-inf" : "inf");
    else
        go_print(&v, w->to);
    if (isfinite(number) && !strpbrk(w->to->at + from, ".e"))
        put(w, ".0");
    w->has_written = true;
}

/* As text. */
static void write_span(struct writer *w, int64_t ns)
{
    put(w, "\"");
    go_duration_write(ns, w->to);
    put(w, "\"");
}

static void write_octets(struct writer *w, const struct value *v)
{
    put(w, "[");
    for (size_t i = 0; i < v->text.len; i++)
        text_printf(w->to, i ? ", %d" : "%d", (unsigned char)v->text.at[i]);
    put(w, "]");
}

static void write_time(struct writer *w, const struct value *v)
{
    const struct go_time t = go_time_of(v);
    toml_time_write(&t, w->to);
    w->has_written = true;
}

static void write_inline(struct writer *w, const struct value *v);

static void write_inline_list(struct writer *w, const struct value *v)
{
    put(w, "[");
    for (size_t i = 0; i < v->list.count; i++) {
        write_inline(w, v->list.items[i]);
        if (i + 1 < v->list.count)
            put(w, ", ");
    }
    put(w, "]");
}

/* A map has plain entries, and those that are tables or lists of them, which come behind. */
static bool is_sub(struct writer *w, const struct value *v)
{
    return (v->kind == VALUE_MAP && !go_own_text(v) && !is_nil(v)) || is_list_of_tables(w, v);
}

/* A comma stands between two as if nils were there, and behind all fields of a struct but the last, wherever
 * that stands: as Go's encoder has it. */
static void write_inline_entries(struct writer *w, const struct toml_items *t, bool subs, bool more)
{
    size_t left = 0;
    for (size_t i = 0; i < t->count; i++)
        left += is_sub(w, t->entries[i].value) == subs;
    for (size_t i = 0; i < t->count; i++) {
        const struct entry *e = &t->entries[i];
        if (is_sub(w, e->value) != subs)
            continue;
        left--;
        if (is_nil(e->value))
            continue;
        write_key(w, e);
        put(w, " = ");
        write_inline(w, e->value);
        if (t->is_struct ? i != t->last : left || more)
            put(w, ", ");
    }
}

static void write_inline_map(struct writer *w, const struct value *v)
{
    struct toml_items t = toml_items_of(v, w->to->arena);
    bool subs = false;
    for (size_t i = 0; i < t.count; i++)
        subs = is_sub(w, t.entries[i].value) || subs;
    put(w, "{");
    write_inline_entries(w, &t, false, subs);
    write_inline_entries(w, &t, true, false);
    put(w, "}");
}

static void write_inline(struct writer *w, const struct value *v)
{
    if (v->kind == VALUE_MAP && v->form == FORM_TIME) {
        write_time(w, v);
        return;
    }
    if (go_own_text(v))
        v = go_own_text(v);
    switch ((enum value_kind)v->kind) {
    case VALUE_NULL: break;
    case VALUE_BOOL: put(w, v->boolean ? "true" : "false"); break;
    case VALUE_INT:
        if (v->form == FORM_DURATION)
            write_span(w, v->integer);
        else
            text_printf(w->to, "%lld", (long long)v->integer);
        break;
    case VALUE_FLOAT: write_number(w, v->number); break;
    case VALUE_STRING:
        if (go_is_bytes(v))
            write_octets(w, v);
        else
            write_text(w, v->text.at, v->text.len);
        break;
    case VALUE_LIST: write_inline_list(w, v); break;
    case VALUE_MAP: write_inline_map(w, v); break;
    }
    w->has_written = true;
}

static void write_value(struct writer *w, const struct path *p, const struct value *v);

static void write_entries(struct writer *w, const struct path *p, const struct value *v)
{
    struct toml_items t = toml_items_of(v, w->to->arena);
    for (int subs = 0; subs <= 1; subs++)
        for (size_t i = 0; i < t.count && !w->error; i++) {
            const struct entry *e = &t.entries[i];
            struct path inner = {.outer = p, .entry = e, .depth = p->depth + 1};
            if (is_sub(w, e->value) == subs && !is_nil(e->value) && !w->error)
                write_value(w, &inner, e->value);
        }
}

static void write_head(struct writer *w, const struct path *p, const char *open, const char *close)
{
    indent(w, p);
    put(w, open);
    write_path(w, p);
    put(w, close);
    newline(w);
}

static void write_tables(struct writer *w, const struct path *p, const struct value *list)
{
    if (!p->depth) {
        w->error = no_key;
        return;
    }
    for (size_t i = 0; i < list->list.count && !w->error; i++) {
        newline(w);
        write_head(w, p, "[[", "]]");
        write_entries(w, p, list->list.items[i]);
    }
}

static void write_table(struct writer *w, const struct path *p, const struct value *map)
{
    if (p->depth == 1)
        newline(w);
    if (p->depth)
        write_head(w, p, "[", "]");
    write_entries(w, p, map);
}

static void write_value(struct writer *w, const struct path *p, const struct value *v)
{
    bool tables = is_list_of_tables(w, v);
    if (w->error)
        return;
    if (tables) {
        write_tables(w, p, v);
    } else if (v->kind == VALUE_MAP && !go_own_text(v)) {
        write_table(w, p, v);
    } else if (!p->depth) {
        write_inline(w, v);
    } else {
        indent(w, p);
        write_key(w, p->entry);
        put(w, " = ");
        write_inline(w, v);
        newline(w);
    }
}

const char *toml_write(const struct value *v, struct text *to)
{
    struct writer w = {.to = to};
    struct path top = {0};
    write_value(&w, &top, v);
    return w.error;
}
