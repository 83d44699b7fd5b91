#include "render/json.h"

#include <string.h>

#include "common/bytes.h"
#include "common/number.h"
#include "common/utf8.h"

enum { SHOWN_MAX = 64 };

struct reader {
    const char *text;
    size_t len, at;
    const struct json_options *options;
    struct arena *arena;
    struct diag *err;
    uint32_t line, column; /* of seen: places are found going forward only */
    size_t seen;
    struct bytes
        large; /* the first number that no float64 holds; told behind all that is wrong with the syntax */
    struct place large_place;
};

static struct value *read_value(struct reader *r, unsigned depth);

static bool more(const struct reader *r)
{
    return r->at < r->len;
}

/* The place of octet at, which is not before the last one asked for. */
static struct place place_of(struct reader *r, size_t at)
{
    const char *newline;
    while (r->seen < at && (newline = memchr(r->text + r->seen, '\n', at - r->seen))) {
        r->seen = (size_t)(newline + 1 - r->text);
        r->line++;
        r->column = 1;
    }
    if (r->seen < at)
        r->column += (uint32_t)utf8_count(r->text + r->seen, at - r->seen);
    r->seen = at > r->seen ? at : r->seen;
    return (struct place){.file = r->options->file, .line = r->line, .column = r->column};
}

static struct value *no_room(struct reader *r)
{
    diag_say(r->err, "too large: no memory left for it");
    return NULL;
}

/* What Go says of the octet at r->at, or of the end. */
static struct value *unexpected(struct reader *r, const char *where)
{
    char shown[8];
    if (!more(r)) {
        /* Go finds a literal or number unfinished by putting a blank behind it */
        if (!r->options->stream && strstr(where, "literal") && strcmp(where, "in string literal") != 0)
            diag_at(r->err, place_of(r, r->at), "invalid character ' ' %s", where);
        else
            diag_at(r->err, place_of(r, r->at), "%s",
                    r->options->stream ? "unexpected EOF" : "unexpected end of JSON input");
        return NULL;
    }
    unsigned char c = (unsigned char)r->text[r->at];
    static const char plain[] = "\a\b\f\n\r\t\v\\'", letters[] = "abfnrtv\\'";
    const char *known = c ? strchr(plain, c) : NULL;
    if (known)
        snprintf(shown, sizeof shown, "\\%c", letters[known - plain]);
    else if (c < 0x20 || c == 0x7f || (c >= 0x80 && c < 0xa1) || c == 0xad)
        snprintf(shown, sizeof shown, c < 0x80 ? "\\x%02x" : "\\u%04x", c);
    else
        shown[utf8_write(c, shown)] = '\0';
    diag_at(r->err, place_of(r, r->at), "invalid character '%s' %s", shown, where);
    return NULL;
}

static void skip_blanks(struct reader *r)
{
    while (more(r) && strchr(" \t\r\n", r->text[r->at]) && r->text[r->at])
        r->at++;
}

static struct value *placed(struct reader *r, struct value *v, struct place where)
{
    if (!v)
        return no_room(r);
    v->file = where.file;
    v->line = where.line;
    v->column = where.column;
    return v;
}

static int read_literal(struct reader *r, const char *word)
{
    char where[64];
    for (size_t i = 1; word[i]; i++) {
        r->at++;
        if (!more(r) || r->text[r->at] != word[i]) {
            snprintf(where, sizeof where, "in literal %s (expecting '%c')", word, word[i]);
            unexpected(r, where);
            return -1;
        }
    }
    r->at++;
    return 0;
}

static bool is_digit_here(const struct reader *r)
{
    return more(r) && r->text[r->at] >= '0' && r->text[r->at] <= '9';
}

static size_t skip_digits(struct reader *r)
{
    size_t from = r->at;
    while (is_digit_here(r))
        r->at++;
    return r->at - from;
}

/* - digits, without leading zeros | . digits | e +- digits */
static int scan_number(struct reader *r)
{
    if (r->text[r->at] == '-')
        r->at++;
    if (!is_digit_here(r))
        return unexpected(r, "in numeric literal") ? 0 : -1;
    if (r->text[r->at] == '0')
        r->at++;
    else
        skip_digits(r);
    if (more(r) && r->text[r->at] == '.') {
        r->at++;
        if (!skip_digits(r))
            return unexpected(r, "after decimal point in numeric literal") ? 0 : -1;
    }
    if (more(r) && (r->text[r->at] == 'e' || r->text[r->at] == 'E')) {
        r->at++;
        if (more(r) && (r->text[r->at] == '+' || r->text[r->at] == '-'))
            r->at++;
        if (!skip_digits(r))
            return unexpected(r, "in exponent of numeric literal") ? 0 : -1;
    }
    return 0;
}

static struct value *read_number(struct reader *r, struct place where)
{
    size_t from = r->at;
    int64_t integer;
    double number;
    if (scan_number(r) != 0)
        return NULL;
    const char *digits = r->text + from;
    size_t len = r->at - from;
    if (r->options->keep_integers && number_read_int(digits, len, &integer))
        return placed(r, value_int(r->arena, integer), where);
    if (!number_read_float(digits, len, &number)) {
        if (!r->large.at) {
            r->large = (struct bytes){digits, len};
            r->large_place = where;
        }
        number = 0;
    }
    return placed(r, value_float(r->arena, number), where);
}

/* Four hexadecimal digits at r->at. */
static int read_hex(struct reader *r, uint32_t *out)
{
    *out = 0;
    for (int i = 0; i < 4; i++, r->at++) {
        char c = more(r) ? r->text[r->at] : '\0';
        uint32_t digit = c >= '0' && c <= '9' ? (uint32_t)(c - '0') : (uint32_t)((c | 0x20) - 'a') + 10;
        bool good = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
        if (!good)
            return unexpected(r, "in \\u hexadecimal character escape") ? 0 : -1;
        *out = *out << 4 | digit;
    }
    return 0;
}

/* \uXXXX, its 'u' at r->at; two of them when they are a pair. A half of one is U+FFFD. */
static int read_rune(struct reader *r, struct text *to)
{
    uint32_t rune, low;
    char octets[UTF8_MAX];
    r->at++;
    if (read_hex(r, &rune) != 0)
        return -1;
    if (rune >= 0xd800 && rune < 0xdc00 && r->len - r->at >= 2 && memcmp(r->text + r->at, "\\u", 2) == 0) {
        size_t before = r->at;
        r->at += 2;
        if (read_hex(r, &low) != 0)
            return -1;
        if (low >= 0xdc00 && low < 0xe000)
            rune = 0x10000 + ((rune - 0xd800) << 10) + (low - 0xdc00);
        else
            r->at = before;
    }
    if (rune >= 0xd800 && rune < 0xe000)
        rune = UTF8_BAD;
    text_add(to, octets, utf8_write(rune, octets));
    return 0;
}

static int read_escape(struct reader *r, struct text *to)
{
    static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
    r->at++;
    const char *letter = more(r) && r->text[r->at] ? strchr(letters, r->text[r->at]) : NULL;
    if (letter) {
        text_addc(to, meanings[letter - letters]);
        r->at++;
        return 0;
    }
    if (more(r) && r->text[r->at] == 'u')
        return read_rune(r, to);
    return unexpected(r, "in string escape code") ? 0 : -1;
}

/* A string whose '"' stands at r->at. */
static int read_string(struct reader *r, struct text *to)
{
    text_init(to, r->arena);
    text_add(to, "", 0);
    for (r->at++; more(r) && r->text[r->at] != '"';) {
        size_t from = r->at;
        while (more(r) && r->text[r->at] != '"' && r->text[r->at] != '\\' &&
               (unsigned char)r->text[r->at] >= 0x20)
            r->at++;
        utf8_clean(r->text + from, r->at - from, to);
        if (!more(r) || r->text[r->at] == '"')
            break;
        if (r->text[r->at] != '\\')
            return unexpected(r, "in string literal") ? 0 : -1;
        if (read_escape(r, to) != 0)
            return -1;
    }
    if (!more(r))
        return unexpected(r, "") ? 0 : -1;
    r->at++;
    return to->failed && !no_room(r) ? -1 : 0;
}

/* Behind an element: 1 if another follows, 0 at the end, -1. */
static int separator(struct reader *r, char end, const char *where)
{
    skip_blanks(r);
    if (more(r) && r->text[r->at] == ',') {
        r->at++;
        return 1;
    }
    if (!more(r) || r->text[r->at] != end) {
        unexpected(r, where);
        return -1;
    }
    r->at++;
    return 0;
}

static struct value *read_list(struct reader *r, struct place where, unsigned depth)
{
    struct value *list = placed(r, value_list(r->arena), where);
    r->at++;
    skip_blanks(r);
    if (list && more(r) && r->text[r->at] == ']') {
        r->at++;
        return list;
    }
    for (int next = 1; list && next;) {
        struct value *item = read_value(r, depth + 1);
        next = item ? separator(r, ']', "after array element") : -1;
        if (next < 0)
            return NULL;
        if (value_push(r->arena, list, item) != 0)
            return no_room(r);
    }
    return list;
}

static int read_entry(struct reader *r, struct entry *out, unsigned depth)
{
    struct text key;
    skip_blanks(r);
    if (!more(r) || r->text[r->at] != '"')
        return unexpected(r, "looking for beginning of object key string") ? 0 : -1;
    struct place where = place_of(r, r->at);
    if (read_string(r, &key) != 0)
        return -1;
    skip_blanks(r);
    if (!more(r) || r->text[r->at] != ':')
        return unexpected(r, "after object key") ? 0 : -1;
    r->at++;
    *out = (struct entry){.key = key.at,
                          .key_len = key.len,
                          .value = read_value(r, depth + 1),
                          .file = where.file,
                          .line = where.line,
                          .column = where.column};
    return out->value ? 0 : -1;
}

static struct value *read_map(struct reader *r, struct place where, unsigned depth)
{
    struct value *map = placed(r, value_map(r->arena), where);
    r->at++;
    skip_blanks(r);
    if (map && more(r) && r->text[r->at] == '}') {
        r->at++;
        return map;
    }
    for (int next = 1; map && next;) {
        struct entry e = {0};
        if (read_entry(r, &e, depth) != 0)
            return NULL;
        if (value_append(r->arena, map, e) != 0)
            return no_room(r);
        next = separator(r, '}', "after object key:value pair");
        if (next < 0)
            return NULL;
    }
    return map && value_sort(r->arena, map, NULL, NULL) == 0 ? map : no_room(r);
}

static struct value *read_value(struct reader *r, unsigned depth)
{
    struct text string;
    skip_blanks(r);
    if (!more(r))
        return unexpected(r, "");
    struct place where = place_of(r, r->at);
    if (depth > JSON_DEPTH_MAX) {
        diag_at(r->err, where, "exceeded max depth");
        return NULL;
    }
    switch (r->text[r->at]) {
    case '{': return read_map(r, where, depth);
    case '[': return read_list(r, where, depth);
    case '"':
        if (read_string(r, &string) != 0)
            return NULL;
        return placed(r, value_borrow(r->arena, string.at, string.len), where);
    case 't': return read_literal(r, "true") == 0 ? placed(r, value_bool(r->arena, true), where) : NULL;
    case 'f': return read_literal(r, "false") == 0 ? placed(r, value_bool(r->arena, false), where) : NULL;
    case 'n': return read_literal(r, "null") == 0 ? placed(r, value_null(r->arena), where) : NULL;
    default: break;
    }
    if (r->text[r->at] == '-' || is_digit_here(r))
        return read_number(r, where);
    return unexpected(r, "looking for beginning of value");
}

int json_read(const char *text, size_t len, const struct json_options *options, struct arena *a,
              struct value **out, struct diag *err)
{
    struct reader r = {
        .text = text, .len = len, .options = options, .arena = a, .err = err, .line = 1, .column = 1};
    skip_blanks(&r);
    if (options->stream && !more(&r))
        return diag_at(err, place_of(&r, r.at), "EOF");
    struct value *v = read_value(&r, 0);
    if (!v)
        return -1;
    if (options->taken)
        *options->taken = r.at;
    skip_blanks(&r);
    if (!options->stream && more(&r)) {
        unexpected(&r, "after top-level value");
        return -1;
    }
    if (r.large.at)
        return diag_at(err, r.large_place, "json: cannot unmarshal number %.*s into Go value of type float64",
                       (int)(r.large.len < SHOWN_MAX ? r.large.len : SHOWN_MAX), r.large.at);
    *out = v;
    return 0;
}
