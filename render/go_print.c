#include "render/go_print.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "common/unicode.h"
#include "common/utf8.h"
#include "render/go_duration.h"
#include "render/go_fields.h"
#include "render/go_float.h"
#include "render/go_time_value.h"
#include "render/go_type.h"
#include "render/quote.h"

enum { NUMBER_MAX = 1000000 };

/* One directive of a format: %[flags][width][.precision]verb */
struct directive {
    bool plus, minus, sharp, space, zero;
    bool syntax;          /* %#v: as Go's source has it */
    bool names;           /* %+v: of fields */
    bool looks_through;   /* pointers */
    bool within_fault;    /* behind %!d(: no value says itself what it looks like */
    int width, precision; /* -1: none */
    uint32_t verb;
};

static bool is_nil(const struct value *v)
{
    return !v || v->kind == VALUE_NULL;
}

static void print_verb(const struct directive *d, const struct value *v, struct text *to, int depth);

/* Adds body padded to the width, in runes. */
static void pad(const struct directive *d, const char *body, size_t len, struct text *to)
{
    size_t runes = d->width > 0 ? utf8_count(body, len) : 0;
    size_t gap = d->width > 0 && (size_t)d->width > runes ? (size_t)d->width - runes : 0;
    if (!d->minus)
        text_repeat(to, d->zero ? '0' : ' ', gap);
    text_add(to, body, len);
    if (d->minus)
        text_repeat(to, ' ', gap);
}

/* The same for a number: zeros go between the sign and the digits. */
static void pad_number(const struct directive *d, const char *body, size_t len, struct text *to)
{
    bool sign = len && strchr("+- ", body[0]);
    if (d->zero && !d->minus && sign && d->width > 0 && (size_t)d->width > len) {
        text_addc(to, body[0]);
        text_repeat(to, '0', (size_t)d->width - len);
        text_add(to, body + 1, len - 1);
        return;
    }
    pad(d, body, len, to);
}

static void print_bad(const struct directive *d, const struct value *v, struct text *to)
{
    char verb[UTF8_MAX];
    text_adds(to, "%!");
    text_add(to, verb, utf8_write(d->verb, verb));
    text_addc(to, '(');
    if (is_nil(v)) {
        text_adds(to, "<nil>");
    } else {
        struct directive inner = *d;
        inner.verb = 'v';
        inner.within_fault = true;
        text_adds(to, go_type_name(v));
        text_addc(to, '=');
        print_verb(&inner, v, to, 0);
    }
    text_addc(to, ')');
}

static const char *digits_of(uint64_t number, unsigned base, bool upper, char *end)
{
    *--end = '\0';
    do {
        *--end = (upper ? "0123456789ABCDEF" : "0123456789abcdef")[number % base];
        number /= base;
    } while (number);
    return end;
}

static void print_based(const struct directive *d, int64_t number, unsigned base, const char *prefix,
                        struct text *to)
{
    char digits[72];
    uint64_t size = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    const char *text = digits_of(size, base, d->verb == 'X', digits + sizeof digits);
    struct text body;
    text_init(&body, to->arena);
    text_adds(&body, number < 0 ? "-" : d->plus ? "+" : d->space ? " " : "");
    bool zeros = d->zero && !d->minus && d->precision < 0 && d->width > 0;
    size_t wanted = zeros              ? (size_t)d->width - (body.len && body.at[0] ? 1 : 0)
                    : d->precision > 0 ? (size_t)d->precision
                                       : 0;
    size_t len = strlen(text), gap = wanted > len ? wanted - len : 0;
    bool octal_zero = d->verb == 'o' && (gap > 0 || text[0] == '0');
    if (d->verb == 'O' || (d->sharp && !octal_zero))
        text_adds(&body, prefix);
    if (d->verb == 'O' && d->sharp && gap == 0 && text[0] != '0')
        text_addc(&body, '0'); /* an octal number is marked twice */
    text_repeat(&body, '0', gap);
    text_adds(&body, text);
    if (d->precision == 0 && number == 0)
        text_cut(&body, 0);
    struct directive padded = *d;
    padded.zero = false;
    pad(&padded, body.at, body.len, to);
}

/* %U: U+0041, with its rune behind it when it is sharp. */
static void add_code_point(const struct directive *d, int64_t number, struct text *body)
{
    char rune[UTF8_MAX];
    text_printf(body, "U+%0*llX", d->precision > 4 ? d->precision : 4, (unsigned long long)number);
    if (d->sharp && number >= 0 && number <= 0x10ffff && unicode_is_print((uint32_t)number)) {
        text_adds(body, " '");
        text_add(body, rune, utf8_write((uint32_t)number, rune));
        text_addc(body, '\'');
    }
}

static void print_rune(const struct directive *d, int64_t number, struct text *to)
{
    char rune[UTF8_MAX];
    bool good = number >= 0 && number <= 0x10ffff && !(number >= 0xd800 && number < 0xe000);
    size_t len = utf8_write(good ? (uint32_t)number : UTF8_BAD, rune);
    struct directive padded = *d;
    struct text body;
    text_init(&body, to->arena);
    if (d->verb == 'q') {
        quote_write_rune(good ? (uint32_t)number : UTF8_BAD, d->plus, &body);
    } else if (d->verb == 'U') {
        padded.zero = false;
        add_code_point(d, number, &body);
    } else {
        text_add(&body, rune, len);
    }
    pad(&padded, body.at, body.len, to);
}

static void print_string(const struct directive *d, const struct value *v, struct text *to);

/* A span of time says what it looks like, where its verb is one for text too. */
static bool print_span(const struct directive *d, const struct value *v, struct text *to)
{
    struct text shown;
    if (v->form != FORM_DURATION || d->syntax || d->within_fault || !d->verb || d->verb > 127 ||
        !strchr("vsxXq", (int)d->verb))
        return false;
    text_init(&shown, to->arena);
    go_duration_write(v->integer, &shown);
    const struct value text = {.kind = VALUE_STRING, .text = {shown.at, shown.len}};
    print_string(d, &text, to);
    return true;
}

static void print_int(const struct directive *d, const struct value *v, struct text *to)
{
    if (print_span(d, v, to))
        return;
    switch (d->verb) {
    case 'v':
    case 'd': print_based(d, v->integer, 10, "", to); break;
    case 'b': print_based(d, v->integer, 2, "0b", to); break;
    case 'o': print_based(d, v->integer, 8, "0", to); break;
    case 'O': print_based(d, v->integer, 8, "0o", to); break;
    case 'x': print_based(d, v->integer, 16, "0x", to); break;
    case 'X': print_based(d, v->integer, 16, "0X", to); break;
    case 'c':
    case 'q':
    case 'U': print_rune(d, v->integer, to); break;
    default: print_bad(d, v, to); break;
    }
}

static void print_float(const struct directive *d, const struct value *v, struct text *to)
{
    struct text body;
    text_init(&body, to->arena);
    if (d->verb > 127 || !strchr("vgGeEfFbxX", (int)d->verb)) {
        print_bad(d, v, to);
        return;
    }
    bool finite = !isnan(v->number) && !isinf(v->number);
    if (isnan(v->number) ? d->plus || d->space : !signbit(v->number) && (d->plus || d->space || !finite))
        text_addc(&body, d->space && !d->plus ? ' ' : '+');
    else if (!isnan(v->number) && signbit(v->number))
        text_addc(&body, '-');
    const struct go_digits digits = {(char)d->verb, d->precision, d->sharp};
    go_float_digits(&digits, fabs(v->number), &body);
    struct directive padded = *d;
    padded.zero = d->zero && finite;
    pad_number(&padded, body.at, body.len, to);
}

static void print_hex(const struct directive *d, const char *s, size_t len, struct text *to)
{
    struct text body;
    text_init(&body, to->arena);
    text_adds(&body, "");
    if (d->precision >= 0 && (size_t)d->precision < len)
        len = (size_t)d->precision;
    for (size_t i = 0; i < len; i++) {
        if (d->space && i)
            text_addc(&body, ' ');
        if (d->sharp && (d->space || i == 0))
            text_adds(&body, d->verb == 'X' ? "0X" : "0x");
        text_printf(&body, d->verb == 'X' ? "%02X" : "%02x", (unsigned char)s[i]);
    }
    pad(d, body.at, body.len, to);
}

/* As many octets of s as make count runes. */
static size_t runes_len(const char *s, size_t len, int count)
{
    size_t at = 0, taken;
    for (; at < len && count > 0; count--, at += taken)
        utf8_read(s + at, len - at, &taken);
    return at;
}

static void print_quoted(const struct directive *d, const char *s, size_t len, struct text *to)
{
    struct text quoted;
    text_init(&quoted, to->arena);
    if (d->sharp && quote_can_be_raw(s, len)) {
        text_addc(&quoted, '`');
        text_add(&quoted, s, len);
        text_addc(&quoted, '`');
    } else if (d->plus) {
        quote_write_ascii(s, len, &quoted);
    } else {
        quote_write(s, len, &quoted);
    }
    pad(d, quoted.at, quoted.len, to);
}

static void print_string(const struct directive *d, const struct value *v, struct text *to)
{
    size_t len = v->text.len;
    if (d->precision >= 0 && d->verb < 128 && strchr("vsq", (int)d->verb))
        len = runes_len(v->text.at, len, d->precision);
    switch (d->verb) {
    case 'v':
    case 's':
        if (d->syntax)
            print_quoted(d, v->text.at, len, to);
        else
            pad(d, v->text.at, len, to);
        break;
    case 'q': print_quoted(d, v->text.at, len, to); break;
    case 'x':
    case 'X': print_hex(d, v->text.at, len, to); break;
    default: print_bad(d, v, to); break;
    }
}

/* []byte under %v and %d: [97 98]; under what is no verb of strings each octet is a number of its own. */
static void print_bytes(const struct directive *d, const struct value *v, struct text *to, int depth)
{
    struct value octets = *v;
    if (d->verb < 0x80 && strchr("sqxX", (int)d->verb)) {
        print_string(d, v, to);
        return;
    }
    if (d->verb != 'v' && d->verb != 'd') {
        print_verb(d, go_list_of_bytes(&octets, to->arena), to, depth);
        return;
    }
    text_adds(to, d->syntax ? "[]byte{" : "[");
    for (size_t i = 0; i < v->text.len; i++) {
        if (i)
            text_adds(to, d->syntax ? ", " : " ");
        if (d->syntax)
            text_printf(to, "0x%x", (unsigned char)v->text.at[i]);
        else
            print_based(d, (unsigned char)v->text.at[i], 10, "", to);
    }
    text_addc(to, d->syntax ? '}' : ']');
}

static void print_list(const struct directive *d, const struct value *v, struct text *to, int depth)
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

/* {a b}, with + {A:a B:b}, with # T{A:a, B:b} */
static void print_struct(const struct directive *d, const struct value *v, struct text *to, int depth)
{
    const struct go_named *fields = go_fields(v);
    const char *type = go_type_name(v);
    bool pointer = *type == '*';
    if (pointer && depth && d->verb < 0x80 && !strchr("vpbodxX", (int)d->verb)) {
        print_bad(d, v, to); /* within something else a pointer is a number */
        return;
    }
    if (pointer && !d->looks_through)
        text_addc(to, '&');
    if (d->syntax)
        text_adds(to, type + pointer);
    text_addc(to, '{');
    for (const struct go_named *f = fields; f->name; f++) {
        if (f != fields)
            text_adds(to, d->syntax ? ", " : " ");
        if (d->names || d->syntax)
            text_printf(to, "%s:", f->name);
        print_verb(d, go_field_value(v, f), to, depth + 1);
    }
    text_addc(to, '}');
}

static void print_map(const struct directive *d, const struct value *v, struct text *to, int depth)
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
    for (size_t i = 0; i < v->map.count; i++) {
        const struct entry *e = &v->map.entries[i];
        struct value key = {.kind = VALUE_STRING, .text = {e->key, e->key_len}};
        if (i)
            text_adds(to, d->syntax ? ", " : " ");
        print_verb(d, &key, to, depth + 1);
        text_addc(to, ':');
        print_verb(d, e->value, to, depth + 1);
    }
    text_addc(to, d->syntax ? '}' : ']');
}

static void print_verb(const struct directive *d, const struct value *v, struct text *to, int depth)
{
    if (depth > VALUE_DEPTH_MAX)
        return;
    if (d->verb == 'T') {
        const char *type = go_type_name(v);
        pad(d, type,
            is_nil(v) || d->precision < 0 ? strlen(type) : runes_len(type, strlen(type), d->precision), to);
        return;
    }
    if (is_nil(v)) {
        if (depth > 0) /* within a list or map Go has no verb for it */
            text_adds(to, d->syntax ? "interface {}(nil)" : "<nil>");
        else if (d->verb == 'v')
            pad(d, "<nil>", 5, to);
        else
            print_bad(d, v, to);
        return;
    }
    switch ((enum value_kind)v->kind) {
    case VALUE_NULL: break;
    case VALUE_BOOL:
        if (d->verb == 'v' || d->verb == 't')
            pad(d, v->boolean ? "true" : "false", v->boolean ? 4 : 5, to);
        else
            print_bad(d, v, to);
        break;
    case VALUE_INT: print_int(d, v, to); break;
    case VALUE_FLOAT: print_float(d, v, to); break;
    case VALUE_STRING:
        if (v->form == FORM_BYTES)
            print_bytes(d, v, to, depth);
        else
            print_string(d, v, to);
        break;
    case VALUE_LIST:
    case VALUE_MAP:
        if (d->verb == 'w') /* Errorf's, bad for all */
            print_bad(d, v, to);
        else if (v->kind == VALUE_LIST)
            print_list(d, v, to, depth);
        else if (go_fields(v))
            print_struct(d, v, to, depth);
        else
            print_map(d, v, to, depth);
        break;
    }
}

void go_print(const struct value *v, struct text *to)
{
    const struct directive plain = {.width = -1, .precision = -1, .verb = 'v'};
    print_verb(&plain, v, to, 0);
}

void go_print_operand(const struct value *v, struct text *to)
{
    const struct directive plain = {.width = -1, .precision = -1, .verb = 'v', .looks_through = true};
    if (!is_nil(v) && v->kind == VALUE_MAP && go_shared_form(v) == FORM_KUBE_VERSION)
        v = value_gets(v, "String");
    print_verb(&plain, v, to, 0);
}

void go_sprint(struct value *const *args, size_t count, struct text *to)
{
    text_adds(to, "");
    for (size_t i = 0; i < count; i++) {
        bool text = !is_nil(args[i]) && args[i]->kind == VALUE_STRING;
        bool text_before = i && !is_nil(args[i - 1]) && args[i - 1]->kind == VALUE_STRING;
        if (i && !text && !text_before)
            text_addc(to, ' ');
        go_print(args[i], to);
    }
}

void go_sprintln(struct value *const *args, size_t count, struct text *to)
{
    for (size_t i = 0; i < count; i++) {
        if (i)
            text_addc(to, ' ');
        go_print(args[i], to);
    }
    text_addc(to, '\n');
}

/* A format being worked through. */
struct work {
    const char *at, *end;
    struct value *const *args;
    size_t count, used;
    bool reordered;
    bool behind_index; /* nothing but * or the verb may follow an index */
    struct text *to;
};

static void read_flags(struct work *w, struct directive *d)
{
    for (; w->at < w->end; w->at++) {
        switch (*w->at) {
        case '+': d->plus = true; break;
        case '-': d->minus = true; break;
        case '#': d->sharp = true; break;
        case ' ': d->space = true; break;
        case '0': d->zero = true; break;
        default: return;
        }
    }
}

/* "[3]" chooses the next argument. false: a bad one. */
static bool read_index(struct work *w)
{
    if (w->at == w->end || *w->at != '[')
        return true;
    w->reordered = true;
    size_t number = 0;
    const char *c = w->at + 1;
    for (; c < w->end && *c >= '0' && *c <= '9' && number <= NUMBER_MAX; c++)
        number = number * 10 + (size_t)(*c - '0');
    bool good = c < w->end && *c == ']' && number >= 1 && number <= w->count;
    const char *close = memchr(w->at, ']', (size_t)(w->end - w->at));
    w->at = close ? close + 1 : w->at + 1;
    w->behind_index = good;
    if (good)
        w->used = number - 1;
    return good;
}

/* A number, or * for an argument, which is no less than least. */
static int read_size(struct work *w, int least, const char *bad)
{
    if (w->at < w->end && *w->at == '*') {
        w->at++;
        w->behind_index = false;
        const struct value *v = w->used < w->count ? w->args[w->used++] : NULL;
        if (!v || v->kind != VALUE_INT || v->integer > NUMBER_MAX || v->integer < least) {
            text_adds(w->to, bad);
            return -1;
        }
        return (int)v->integer;
    }
    int number = -1;
    for (; w->at < w->end && *w->at >= '0' && *w->at <= '9'; w->at++) {
        if (number > NUMBER_MAX) {
            w->at = w->end; /* as Go: what is so long swallows the rest */
            return -1;
        }
        number = (number < 0 ? 0 : number) * 10 + (*w->at - '0');
    }
    return number;
}

/* Width and precision, each of which an index may precede. false: an index was bad, or stood before a number.
 */
static bool read_sizes(struct work *w, struct directive *d)
{
    w->behind_index = false;
    bool good = read_index(w);
    d->width = read_size(w, -NUMBER_MAX, "%!(BADWIDTH)");
    good = good && !(w->behind_index && d->width >= 0);
    if (d->width < -1) {
        d->minus = true;
        d->width = -d->width;
    }
    if (w->at < w->end && *w->at == '.') {
        w->at++;
        good = good && !w->behind_index;
        good = read_index(w) && good;
        bool starred = w->at < w->end && *w->at == '*';
        d->precision = read_size(w, 0, "%!(BADPREC)");
        if (d->precision < 0 && !starred)
            d->precision = 0;
    }
    if (!w->behind_index)
        good = read_index(w) && good;
    return good;
}

static void directive(struct work *w)
{
    struct directive d = {.width = -1, .precision = -1};
    read_flags(w, &d);
    bool good_index = read_sizes(w, &d);
    if (w->at == w->end) {
        text_adds(w->to, "%!(NOVERB)");
        return;
    }
    size_t taken;
    d.verb = utf8_read(w->at, (size_t)(w->end - w->at), &taken);
    const char *verb = w->at;
    w->at += taken;
    d.zero = d.zero && !d.minus;
    if (d.verb == 'v' || d.verb == 'w') { /* %+v asks for a struct's names, not for a sign */
        d.syntax = d.sharp;
        d.names = d.plus;
        d.plus = d.sharp = false;
    }
    if (d.verb == '%') {
        text_addc(w->to, '%');
    } else if (!good_index || w->used >= w->count) {
        text_adds(w->to, "%!");
        text_add(w->to, verb, taken);
        text_adds(w->to, good_index ? "(MISSING)" : "(BADINDEX)");
    } else {
        print_verb(&d, w->args[w->used++], w->to, 0);
    }
}

static void print_extra(struct work *w)
{
    text_adds(w->to, "%!(EXTRA ");
    for (size_t i = w->used; i < w->count; i++) {
        if (i > w->used)
            text_adds(w->to, ", ");
        if (!is_nil(w->args[i])) {
            text_adds(w->to, go_type_name(w->args[i]));
            text_addc(w->to, '=');
        }
        go_print(w->args[i], w->to);
    }
    text_addc(w->to, ')');
}

void go_printf(const char *format, size_t len, struct value *const *args, size_t count, struct text *to)
{
    struct work w = {.at = format, .end = format + len, .args = args, .count = count, .to = to};
    text_adds(to, "");
    while (w.at < w.end) {
        const char *percent = memchr(w.at, '%', (size_t)(w.end - w.at));
        const char *plain_end = percent ? percent : w.end;
        text_add(to, w.at, (size_t)(plain_end - w.at));
        w.at = plain_end;
        if (percent) {
            w.at++;
            directive(&w);
        }
    }
    if (!w.reordered && w.used < w.count)
        print_extra(&w);
}

const char *go_print_t(struct arena *a, const struct value *v)
{
    const struct directive d = {.width = -1, .precision = -1, .verb = 't'};
    struct text t;
    text_init(&t, a);
    print_verb(&d, v, &t, 0);
    return t.at;
}
