#include "render/go_print_number.h"

#include <math.h>
#include <string.h>

#include "common/unicode.h"
#include "common/utf8.h"
#include "render/go_float.h"
#include "render/go_type.h"
#include "render/quote.h"

static const char *digits_of(uint64_t number, unsigned base, bool upper, char *end)
{
    *--end = '\0';
    do {
        *--end = (upper ? "0123456789ABCDEF" : "0123456789abcdef")[number % base];
        number /= base;
    } while (number);
    return end;
}

void go_print_based(const struct go_verb *d, int64_t number, unsigned base, const char *prefix,
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
    struct go_verb padded = *d;
    padded.zero = false;
    go_verb_pad(&padded, body.at, body.len, to);
}

/* %U: U+0041, with its rune behind it when it is sharp. */
static void add_code_point(const struct go_verb *d, int64_t number, struct text *body)
{
    char rune[UTF8_MAX];
    text_printf(body, "U+%0*llX", d->precision > 4 ? d->precision : 4, (unsigned long long)number);
    if (d->sharp && number >= 0 && number <= 0x10ffff && unicode_is_print((uint32_t)number)) {
        text_adds(body, " '");
        text_add(body, rune, utf8_write((uint32_t)number, rune));
        text_addc(body, '\'');
    }
}

static void print_rune(const struct go_verb *d, int64_t number, struct text *to)
{
    char rune[UTF8_MAX];
    bool good = number >= 0 && number <= 0x10ffff && !(number >= 0xd800 && number < 0xe000);
    size_t len = utf8_write(good ? (uint32_t)number : UTF8_BAD, rune);
    struct go_verb padded = *d;
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
    go_verb_pad(&padded, body.at, body.len, to);
}

static bool print_int(const struct go_verb *d, const struct value *v, struct text *to)
{
    if (d->syntax && d->verb == 'v' && v->form == FORM_UINT64) {
        struct go_verb hexadecimal = *d;
        hexadecimal.sharp = true;
        go_print_based(&hexadecimal, v->integer, 16, "0x", to);
        return true;
    }
    switch (d->verb) {
    case 'v':
    case 'd': go_print_based(d, v->integer, 10, "", to); break;
    case 'b': go_print_based(d, v->integer, 2, "0b", to); break;
    case 'o': go_print_based(d, v->integer, 8, "0", to); break;
    case 'O': go_print_based(d, v->integer, 8, "0o", to); break;
    case 'x': go_print_based(d, v->integer, 16, "0x", to); break;
    case 'X': go_print_based(d, v->integer, 16, "0X", to); break;
    case 'c':
    case 'q':
    case 'U': print_rune(d, v->integer, to); break;
    default: return false;
    }
    return true;
}

static bool print_float(const struct go_verb *d, const struct value *v, struct text *to)
{
    struct text body;
    if (!go_verb_is(d, "vgGeEfFbxX"))
        return false;
    text_init(&body, to->arena);
    bool finite = !isnan(v->number) && !isinf(v->number);
    if (isnan(v->number) ? d->plus || d->space : !signbit(v->number) && (d->plus || d->space || !finite))
        text_addc(&body, d->space && !d->plus ? ' ' : '+');
    else if (!isnan(v->number) && signbit(v->number))
        text_addc(&body, '-');
    const struct go_digits digits = {(char)d->verb, d->precision, d->sharp};
    go_float_digits(&digits, fabs(v->number), &body);
    struct go_verb padded = *d;
    padded.zero = d->zero && finite;
    go_verb_pad_number(&padded, body.at, body.len, to);
    return true;
}

bool go_print_number(const struct go_verb *d, const struct value *v, struct text *to)
{
    return v->kind == VALUE_INT ? print_int(d, v, to) : print_float(d, v, to);
}
