#include "render/json.h"

#include <math.h>
#include <string.h>

#include "common/base64.h"
#include "common/number.h"
#include "common/utf8.h"
#include "render/go_fields.h"
#include "render/go_time_value.h"
#include "render/go_type.h"

struct writer {
    struct text *to;
    enum json_style style;
    size_t depth;
    bool failed;
};

static void write_value(struct writer *w, const struct value *v);

static const char *short_escape(unsigned char c)
{
    switch (c) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '\b': return "\\b";
    case '\f': return "\\f";
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    default: return NULL;
    }
}

static bool is_plain(const struct writer *w, unsigned char c)
{
    if (c < 0x20 || c == '"' || c == '\\')
        return false;
    return w->style == JSON_RAW || (c != '<' && c != '>' && c != '&');
}

/* Adds the escape, or the octets, of what stands at s; returns how many octets that were. */
static size_t write_special(struct writer *w, const char *s, size_t len)
{
    size_t taken;
    uint32_t rune = utf8_read(s, len, &taken);
    const char *escape = rune < 0x80 ? short_escape((unsigned char)rune) : NULL;
    if (escape)
        text_adds(w->to, escape);
    else if (rune < 0x80)
        text_printf(w->to, "\\u%04x", (unsigned)rune);
    else if ((rune == UTF8_BAD && taken == 1) || rune == 0x2028 || rune == 0x2029)
        text_printf(w->to, "\\u%04x", (unsigned)rune);
    else
        text_add(w->to, s, taken);
    return taken;
}

static void write_string(struct writer *w, const char *s, size_t len)
{
    text_addc(w->to, '"');
    for (size_t at = 0; at < len;) {
        size_t from = at;
        while (at < len && (unsigned char)s[at] < 0x80 && is_plain(w, (unsigned char)s[at]))
            at++;
        text_add(w->to, s + from, at - from);
        if (at < len)
            at += write_special(w, s + at, len - at);
    }
    text_addc(w->to, '"');
}

static void write_bytes(struct writer *w, const struct value *v)
{
    if (go_is_nil(v)) {
        text_adds(w->to, "null");
        return;
    }
    text_addc(w->to, '"');
    base64_write(v->text.at, v->text.len, w->to);
    text_addc(w->to, '"');
}

static void write_double(struct writer *w, double number)
{
    char digits[NUMBER_TEXT_MAX];
    if (isfinite(number))
        text_add(w->to, digits, number_json(number, digits));
    else
        w->failed = true;
}

static void new_line(struct writer *w)
{
    if (w->style != JSON_PRETTY)
        return;
    text_addc(w->to, '\n');
    text_repeat(w->to, ' ', 2 * w->depth);
}

static void write_list(struct writer *w, const struct value *v)
{
    if (go_is_nil(v)) {
        text_adds(w->to, "null");
        return;
    }
    text_addc(w->to, '[');
    w->depth++;
    for (size_t i = 0; i < v->list.count; i++) {
        if (i)
            text_addc(w->to, ',');
        new_line(w);
        write_value(w, v->list.items[i]);
    }
    w->depth--;
    if (v->list.count)
        new_line(w);
    text_addc(w->to, ']');
}

static void write_entry(struct writer *w, bool first, const char *key, size_t key_len, const struct value *v)
{
    if (!first)
        text_addc(w->to, ',');
    new_line(w);
    write_string(w, key, key_len);
    text_adds(w->to, w->style == JSON_PRETTY ? ": " : ":");
    write_value(w, v);
}

/* Gives whether none has been written so far. */
static bool write_fields(struct writer *w, const struct value *v, bool first)
{
    for (const struct go_named *f = go_fields(v); f->name; f++) {
        const struct value *field = go_field_value(v, f);
        if (go_is_omitted(f, field))
            continue;
        if (f->json)
            write_entry(w, first, f->json, strlen(f->json), field);
        first = f->json ? false : write_fields(w, field, first);
    }
    return first;
}

static void write_map(struct writer *w, const struct value *v)
{
    bool empty = true;
    if (go_is_time(v) && !go_time_has_json(v)) {
        w->failed = true;
        return;
    }
    if (go_own_text(v)) {
        write_value(w, go_own_text(v));
        return;
    }
    if (go_is_nil(v)) {
        text_adds(w->to, "null");
        return;
    }
    text_addc(w->to, '{');
    w->depth++;
    if (go_fields(v))
        empty = write_fields(w, v, true);
    else
        for (size_t i = 0; i < v->map->count; i++, empty = false)
            write_entry(w, empty, v->map->entries[i].key, v->map->entries[i].key_len,
                        v->map->entries[i].value);
    w->depth--;
    if (!empty)
        new_line(w);
    text_addc(w->to, '}');
}

/* A value that holds itself has no end; it fails, and so it does in Go. */
static void write_value(struct writer *w, const struct value *v)
{
    w->failed = w->failed || w->depth > VALUE_DEPTH_MAX;
    if (w->failed)
        return;
    switch ((enum value_kind)v->kind) {
    case VALUE_NULL: text_adds(w->to, "null"); break;
    case VALUE_BOOL: text_adds(w->to, v->boolean ? "true" : "false"); break;
    case VALUE_INT: text_printf(w->to, "%lld", (long long)v->integer); break;
    case VALUE_FLOAT: write_double(w, v->number); break;
    case VALUE_STRING:
        if (go_is_bytes(v))
            write_bytes(w, v);
        else
            write_string(w, v->text.at, v->text.len);
        break;
    case VALUE_LIST: write_list(w, v); break;
    case VALUE_MAP: write_map(w, v); break;
    }
}

int json_write(const struct value *v, enum json_style style, struct text *to)
{
    struct writer w = {.to = to, .style = style};
    size_t before = to->len;
    write_value(&w, v);
    if (!w.failed)
        return 0;
    text_cut(to, before);
    return -1;
}
