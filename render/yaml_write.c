#include "render/yaml_write.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "common/base64.h"
#include "common/number.h"
#include "common/utf8.h"
#include "common/yaml_scalar.h"
#include "render/go_duration.h"
#include "render/go_fields.h"
#include "render/go_time_value.h"
#include "render/go_type.h"
#include "render/key_order.h"
#include "render/yaml_emit.h"

enum { FEW_KEYS = 32, JSON_KEY_MAX = 1024, FIELD_MAX = 32, BINARY_LINE = 70 };

/* Where a node stands: what the emitters call contexts. */
enum context { ROOT, IN_LIST, IN_MAP };

struct writer {
    struct emitter e;
    struct arena *arena;
    unsigned depth;
    bool failed;
};

static void write_value(struct writer *w, const struct value *v, enum context context);

/* Octets that decide whether toYaml's way through JSON text leaves a string as it is. */
static bool survives_json(const char *s, size_t len)
{
    for (size_t at = 0; at < len; at++)
        if ((unsigned char)s[at] >= 0x7f)
            return false;
    return true;
}

/* The break U+0085, raw in the JSON text, is folded as in any quoted YAML: blanks around it go, one becomes a
 * blank, more become newlines. */
static size_t fold_breaks(struct text *to, const char *s, size_t len)
{
    size_t at = 0, breaks = 0;
    while (to->len && to->at[to->len - 1] == ' ')
        text_cut(to, to->len - 1);
    for (; at < len; breaks++) {
        size_t next = at;
        while (next < len && s[next] == ' ')
            next++;
        if (len - next < 2 || memcmp(s + next, "\xc2\x85", 2) != 0)
            break;
        at = next + 2;
    }
    while (at < len && s[at] == ' ')
        at++;
    if (breaks == 1)
        text_addc(to, ' ');
    else
        text_repeat(to, '\n', breaks - 1);
    return at;
}

/* What YAML's reader does to the JSON text between: it refuses some runes and folds U+0085. */
static int through_json(struct writer *w, const char **s, size_t *len)
{
    struct text clean;
    size_t taken;
    text_init(&clean, w->arena);
    text_add(&clean, "", 0);
    for (size_t at = 0; at < *len; at += taken) {
        uint32_t rune = utf8_read(*s + at, *len - at, &taken);
        if (rune == 0x85) {
            taken = fold_breaks(&clean, *s + at, *len - at);
            continue;
        }
        if (rune >= 0x7f && (rune < 0xa0 || rune == 0xfffe || rune == 0xffff))
            return -1;
        if (rune == UTF8_BAD && taken == 1)
            text_adds(&clean, "\xef\xbf\xbd");
        else
            text_add(&clean, *s + at, taken);
    }
    if (clean.failed)
        return -1;
    *s = clean.at;
    *len = clean.len;
    return 0;
}

static bool is_old_bool(const char *s, size_t len)
{
    static const char *const words[] = {"y", "Y", "yes", "Yes", "YES", "on",  "On",  "ON",
                                        "n", "N", "no",  "No",  "NO",  "off", "Off", "OFF"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i]) == len && memcmp(words[i], s, len) == 0)
            return true;
    return false;
}

static bool reads_as_string(const char *s, size_t len)
{
    return yaml_scalar_read(s, len).type == YAML_TYPE_STRING && !yaml_scalar_is_base60(s, len) &&
           !is_old_bool(s, len);
}

/* go-yaml v3 writes what is no UTF-8 as base64, in lines of 70 if it fills one. */
static bool is_binary(const struct writer *w, const char *s, size_t len)
{
    return w->e.pretty && !utf8_is_valid(s, len);
}

static struct bytes as_base64(struct writer *w, const char *s, size_t len)
{
    struct text encoded, lines;
    text_init(&encoded, w->arena);
    text_init(&lines, w->arena);
    base64_write(s, len, &encoded);
    if (encoded.failed || encoded.len < BINARY_LINE)
        return (struct bytes){encoded.at, encoded.len};
    for (size_t at = 0; at < encoded.len; at += BINARY_LINE) {
        size_t left = encoded.len - at;
        text_add(&lines, encoded.at + at, left < BINARY_LINE ? left : BINARY_LINE);
        text_addc(&lines, '\n');
    }
    return (struct bytes){lines.at, lines.len};
}

static void write_binary(struct writer *w, const char *s, size_t len, bool simple_key)
{
    struct bytes text = as_base64(w, s, len);
    if (!text.at) {
        w->failed = true;
        return;
    }
    emit_indicator(&w->e, "!!binary", true, false);
    emit_string(&w->e, text.at, text.len, true, simple_key);
}

static void write_string(struct writer *w, const char *s, size_t len, bool simple_key)
{
    if (is_binary(w, s, len)) {
        write_binary(w, s, len, simple_key);
        return;
    }
    if (!w->e.pretty && !survives_json(s, len) && through_json(w, &s, &len) != 0) {
        w->failed = true;
        return;
    }
    emit_string(&w->e, s, len, reads_as_string(s, len), simple_key);
}

static void write_word(struct writer *w, const char *word)
{
    emit_string(&w->e, word, strlen(word), true, false);
}

static bool is_integer_text(const char *digits, size_t len)
{
    int64_t integer;
    uint64_t large;
    return number_read_int(digits, len, &integer) || number_read_uint(digits, len, &large);
}

/* toYaml reads the JSON text of a number again: a 64-bit integer is printed as one. */
static void write_double(struct writer *w, double number)
{
    char digits[NUMBER_TEXT_MAX];
    if (!isfinite(number)) {
        w->failed = !w->e.pretty;
        write_word(w, isnan(number) ? ".nan" : number > 0 ? ".inf" : "-.inf");
        return;
    }
    size_t len = w->e.pretty ? number_go(number, digits) : number_json(number, digits);
    if (!w->e.pretty && number == 0)
        strcpy(digits, "0");
    else if (!w->e.pretty && !is_integer_text(digits, len))
        number_go(number, digits);
    write_word(w, digits);
}

static void write_list(struct writer *w, const struct value *v, enum context context)
{
    int outer = w->e.indent;
    if (v->list.count == 0) {
        emit_indicator(&w->e, "[", true, false);
        emit_indicator(&w->e, "]", false, false);
        return;
    }
    if (outer < 0)
        w->e.indent = 0;
    else if (w->e.pretty || context != IN_MAP || w->e.indention)
        w->e.indent += 2;
    for (size_t i = 0; i < v->list.count; i++) {
        emit_indent(&w->e);
        emit_indicator(&w->e, "-", true, true);
        write_value(w, v->list.items[i], IN_LIST);
    }
    w->e.indent = outer;
}

static bool is_simple_key(const struct writer *w, const char *key, size_t len)
{
    return is_binary(w, key, len) ? (len + 2) / 3 * 4 < BINARY_LINE : emit_is_simple_key(key, len);
}

static void write_entry(struct writer *w, const char *key, size_t len, const struct value *v)
{
    if (!w->e.pretty && (utf8_count(key, len) > JSON_KEY_MAX || strstr(key, "\xc2\x85")))
        w->failed = true; /* no simple key of JSON's for go-yaml's reader */
    emit_indent(&w->e);
    if (is_simple_key(w, key, len)) {
        write_string(w, key, len, true);
        emit_indicator(&w->e, ":", false, false);
    } else {
        emit_indicator(&w->e, "?", true, true);
        write_string(w, key, len, false);
        emit_indent(&w->e);
        emit_indicator(&w->e, ":", true, true);
    }
    write_value(w, v, IN_MAP);
}

static void write_map(struct writer *w, const struct value *v)
{
    const struct entry *few[FEW_KEYS], **order = few;
    int outer = w->e.indent;
    if (v->map->count == 0) {
        emit_indicator(&w->e, "{", true, false);
        emit_indicator(&w->e, "}", false, false);
        return;
    }
    if (v->map->count > FEW_KEYS)
        order = arena_alloc_many(w->arena, v->map->count, sizeof *order);
    if (!order) {
        w->failed = true;
        return;
    }
    key_order(v, w->e.pretty, order);
    w->e.indent = outer < 0 ? 0 : outer + 2;
    for (size_t i = 0; i < v->map->count; i++)
        write_entry(w, order[i]->key, order[i]->key_len, order[i]->value);
    w->e.indent = outer;
}

/* go-yaml knows nothing of JSON's names: each field is there by its own, in small letters. Only a dependency
 * has names for both. */
static void write_pretty_field(struct writer *w, const struct go_named *f, const struct value *v, bool named)
{
    char name[FIELD_MAX];
    size_t len = 0;
    if (named && !go_is_omitted(f, v))
        write_entry(w, f->json, strlen(f->json), v);
    if (named || (f->json && !*f->json))
        return;
    for (; len < sizeof name - 1 && f->name[len]; len++)
        name[len] = (char)tolower((unsigned char)f->name[len]);
    name[len] = '\0';
    write_entry(w, name, len, v);
}

static void write_pretty_struct(struct writer *w, const struct value *v)
{
    int outer = w->e.indent;
    w->e.indent = outer < 0 ? 0 : outer + 2;
    for (const struct go_named *f = go_fields(v); f->name; f++)
        write_pretty_field(w, f, go_field_value(v, f), v->form == FORM_DEPENDENCY);
    w->e.indent = outer;
}

static void write_struct(struct writer *w, const struct value *v)
{
    const struct value *map = w->e.pretty ? NULL : go_fields_as_map(v, w->arena);
    if (map)
        write_map(w, map);
    else if (w->e.pretty)
        write_pretty_struct(w, v);
    else
        w->failed = true;
}

/* Base64 by way of JSON; go-yaml itself writes a list of numbers. */
static void write_bytes(struct writer *w, const struct value *v, enum context context)
{
    if (w->e.pretty) {
        struct value octets = *v;
        const struct value *list = go_list_of_bytes(&octets, w->arena);
        w->failed = w->failed || !list;
        if (list)
            write_list(w, list, context);
        return;
    }
    if (go_is_nil(v)) {
        write_word(w, "null");
        return;
    }
    struct text t;
    text_init(&t, w->arena);
    text_adds(&t, "");
    base64_write(v->text.at, v->text.len, &t);
    write_string(w, t.at, t.len, false);
}

static void write_span(struct writer *w, int64_t ns)
{
    struct text shown;
    text_init(&shown, w->arena);
    go_duration_write(ns, &shown);
    if (shown.failed)
        w->failed = true;
    else
        write_string(w, shown.at, shown.len, false);
}

static void write_value(struct writer *w, const struct value *v, enum context context)
{
    char digits[NUMBER_TEXT_MAX];
    w->failed = w->failed || ++w->depth > VALUE_DEPTH_MAX;
    if (w->failed)
        return;
    switch ((enum value_kind)v->kind) {
    case VALUE_NULL: write_word(w, "null"); break;
    case VALUE_BOOL: write_word(w, v->boolean ? "true" : "false"); break;
    case VALUE_INT:
        if (v->form == FORM_DURATION && w->e.pretty) { /* the other way leads through JSON, a number there */
            write_span(w, v->integer);
            break;
        }
        snprintf(digits, sizeof digits, "%lld", (long long)v->integer);
        write_word(w, digits);
        break;
    case VALUE_FLOAT: write_double(w, v->number); break;
    case VALUE_STRING:
        if (go_is_bytes(v))
            write_bytes(w, v, context);
        else
            write_string(w, v->text.at, v->text.len, false);
        break;
    case VALUE_LIST:
        if (go_is_nil(v) && !w->e.pretty)
            write_word(w, "null");
        else
            write_list(w, v, context);
        break;
    case VALUE_MAP:
        if (go_is_nil(v) && !w->e.pretty)
            write_word(w, "null");
        else if (v->form == FORM_TIME && w->e.pretty)
            write_word(w, go_own_text(v)->text.at);
        else if (go_is_time(v) && !go_time_has_json(v))
            w->failed = true;
        else if (go_own_text(v))
            write_value(w, go_own_text(v), context);
        else if (go_fields(v))
            write_struct(w, v);
        else
            write_map(w, v);
        break;
    }
    w->depth--;
}

int yaml_write(const struct value *v, enum yaml_style style, struct text *to)
{
    struct writer w = {.arena = to->arena};
    size_t before = to->len;
    w.e = (struct emitter){
        .to = to, .pretty = style == YAML_PRETTY, .indent = -1, .whitespace = true, .indention = true};
    w.failed = value_is_endless(v); /* told before it is written with ever deeper indentation */
    write_value(&w, v, ROOT);
    emit_indent(&w.e); /* ends the last line */
    if (w.failed) {
        text_cut(to, before);
        return -1;
    }
    if (to->len > before && to->at[to->len - 1] == '\n')
        text_cut(to, to->len - 1);
    return 0;
}
