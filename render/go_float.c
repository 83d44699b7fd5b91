#include "render/go_float.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "common/number.h"

enum { MANTISSA_BITS = 52, EXPONENT_LEAST = -1074, SHARP_DIGITS = 6 };

/* 4503599627370496p-52: all the bits of the mantissa, and a power of two. */
static void add_binary(double number, struct text *to)
{
    int exponent;
    (void)frexp(number, &exponent);
    exponent -= MANTISSA_BITS + 1;
    if (exponent < EXPONENT_LEAST || fpclassify(number) == FP_ZERO)
        exponent = EXPONENT_LEAST;
    text_printf(to, "%.0fp%+d", ldexp(number, -exponent), exponent);
}

/* 0x1.8p+00: C's %a, but the first digit is 1 always and the exponent has two digits. */
static void add_hex(const struct go_digits *d, double number, struct text *to)
{
    int exponent = 0;
    char digits[MANTISSA_BITS];
    double mantissa = fpclassify(number) == FP_ZERO ? 0 : 2 * frexp(number, &exponent);
    if (mantissa > 0)
        exponent--;
    int shown = d->precision > MANTISSA_BITS / 4 ? MANTISSA_BITS / 4 : d->precision;
    if (shown < 0)
        (void)snprintf(digits, sizeof digits, "%a", mantissa);
    else
        (void)snprintf(digits, sizeof digits, "%.*a", shown, mantissa);
    char *power = strchr(digits, 'p');
    if (power)
        *power = '\0';
    if (digits[2] == '2') { /* rounded up to the next power */
        digits[2] = '1';
        exponent++;
    }
    text_adds(to, digits);
    text_repeat(to, '0', (size_t)(d->precision > shown ? d->precision - shown : 0));
    text_printf(to, "p%+03d", exponent);
}

static void add_decimal(const struct go_digits *d, double number, struct text *to)
{
    char shortest[NUMBER_TEXT_MAX];
    int precision = d->precision < 0 ? SHARP_DIGITS : d->precision;
    switch (d->verb) {
    case 'e':
    case 'E': text_printf(to, "%.*e", precision, number); break;
    case 'f':
    case 'F': text_printf(to, "%.*f", precision, number); break;
    default:
        if (d->precision < 0)
            text_add(to, shortest, number_go(number, shortest));
        else
            text_printf(to, "%.*g", precision, number);
        break;
    }
}

/* %#g and its like: from..end has a point, and as many digits as it was asked for. */
static void keep_point(const struct go_digits *d, size_t from, struct text *to)
{
    char tail[NUMBER_TEXT_MAX] = "";
    int missing = d->verb == 'e' || d->verb == 'E' || d->verb == 'f' || d->verb == 'F' || d->verb == 'X' ? 0
                  : d->precision < 0 ? SHARP_DIGITS
                                     : d->precision;
    bool point = false, seen = false, hex = d->verb == 'x' || d->verb == 'X';
    for (size_t i = from; i < to->len; i++) {
        char c = to->at[i];
        if (c == 'p' || (c == 'e' && !hex)) {
            (void)snprintf(tail, sizeof tail, "%s", to->at + i);
            text_cut(to, i);
        } else if (c == '.') {
            point = true;
        } else {
            seen = seen || c != '0';
            missing -= seen;
        }
    }
    if (!point) {
        missing -= to->len == from + 1 && to->at[from] == '0';
        text_addc(to, '.');
    }
    text_repeat(to, '0', (size_t)(missing > 0 ? missing : 0));
    text_adds(to, tail);
}

void go_float_digits(const struct go_digits *d, double number, struct text *to)
{
    size_t from = to->len;
    if (isnan(number) || isinf(number)) {
        text_adds(to, isnan(number) ? "NaN" : "Inf");
        return;
    }
    if (d->verb == 'b')
        add_binary(number, to);
    else if (d->verb == 'x' || d->verb == 'X')
        add_hex(d, number, to);
    else
        add_decimal(d, number, to);
    if (d->sharp && d->verb != 'b')
        keep_point(d, from, to);
    if (strchr("GEX", d->verb))
        for (size_t i = from; i < to->len; i++)
            to->at[i] = (char)toupper((unsigned char)to->at[i]);
}
