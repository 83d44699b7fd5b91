#include "common/number.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { GO_EXPONENT_MIN = -4, GO_EXPONENT_MAX = 5, DIGITS_MAX = 17, READ_MAX = 1024 };

/* A number as its decimal digits: 0.DIGITS times 10 to the point. */
struct decimal {
    char digits[DIGITS_MAX + 1];
    int count, point;
    bool negative;
};

static bool reads_back(const char *text, double number, bool single)
{
    return single ? strtof(text, NULL) == (float)number : strtod(text, NULL) == number;
}

/* The fewest digits that read back. A normal double that has one of at most 15 digits (a float: 6) is printed
 * by 15 digits as just that one, with zeros behind; the few denormals are tried from one digit on. */
static void shortest(double number, bool single, struct decimal *out)
{
    char text[NUMBER_TEXT_MAX];
    double least = single ? (double)FLT_MIN : DBL_MIN;
    int most = single ? 9 : DIGITS_MAX;
    int digits = number < 2 * least ? 1 : single ? 6 : 15;
    for (; digits <= most; digits++) {
        snprintf(text, sizeof text, "%.*e", digits - 1, number);
        if (reads_back(text, number, single))
            break;
    }
    const char *e = strchr(text, 'e');
    out->count = 0;
    for (const char *c = text; c < e; c++)
        if (*c != '.')
            out->digits[out->count++] = *c;
    while (out->count > 1 && out->digits[out->count - 1] == '0')
        out->count--;
    out->point = (int)strtol(e + 1, NULL, 10) + 1;
}

static void split(double number, bool single, struct decimal *out)
{
    out->negative = signbit(number) != 0;
    number = fabs(single ? (double)(float)number : number);
    if (number == 0) {
        out->digits[0] = '0';
        out->count = out->point = 1;
        return;
    }
    shortest(number, single, out);
}

static size_t write_exponent(const struct decimal *d, char *to, int padded_to)
{
    char *at = to;
    *at++ = d->digits[0];
    if (d->count > 1) {
        *at++ = '.';
        memcpy(at, d->digits + 1, (size_t)d->count - 1);
        at += d->count - 1;
    }
    at += sprintf(at, "e%c%0*d", d->point - 1 < 0 ? '-' : '+', padded_to, abs(d->point - 1));
    return (size_t)(at - to);
}

static size_t write_plain(const struct decimal *d, char *to)
{
    char *at = to;
    if (d->point <= 0)
        *at++ = '0';
    for (int i = 0; i < d->point; i++)
        *at++ = i < d->count ? d->digits[i] : '0';
    if (d->count > d->point) {
        *at++ = '.';
        for (int i = d->point; i < d->count; i++)
            *at++ = i < 0 ? '0' : d->digits[i];
    }
    return (size_t)(at - to);
}

static size_t write_special(double number, char *to)
{
    const char *text = isnan(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf";
    size_t len = strlen(text);
    memcpy(to, text, len + 1);
    return len;
}

static size_t write_go(double number, bool single, char *to)
{
    if (!isfinite(number))
        return write_special(number, to);
    struct decimal d = {0};
    split(number, single, &d);
    char *at = to;
    if (d.negative)
        *at++ = '-';
    if (d.point - 1 < GO_EXPONENT_MIN || d.point - 1 > GO_EXPONENT_MAX)
        at += write_exponent(&d, at, 2);
    else
        at += write_plain(&d, at);
    *at = '\0';
    return (size_t)(at - to);
}

size_t number_go(double number, char to[NUMBER_TEXT_MAX])
{
    return write_go(number, false, to);
}

size_t number_go32(double number, char to[NUMBER_TEXT_MAX])
{
    return isfinite(number) && !isfinite((float)number) ? write_special(copysign(INFINITY, number), to)
                                                        : write_go(number, true, to);
}

size_t number_json(double number, char to[NUMBER_TEXT_MAX])
{
    struct decimal d = {0};
    split(number, false, &d);
    char *at = to;
    if (d.negative)
        *at++ = '-';
    double size = fabs(number);
    if (size != 0 && (size < 1e-6 || size >= 1e21))
        at += write_exponent(&d, at, 1);
    else
        at += write_plain(&d, at);
    *at = '\0';
    return (size_t)(at - to);
}

static unsigned base_of(const char **s, size_t *len)
{
    if (*len < 2 || (*s)[0] != '0')
        return 10;
    unsigned base = 8;
    size_t skip = 1;
    switch ((*s)[1] | 0x20) {
    case 'x': base = 16, skip = 2; break;
    case 'o': skip = 2; break;
    case 'b': base = 2, skip = 2; break;
    default: break;
    }
    *s += skip;
    *len -= skip;
    return base;
}

static unsigned digit_of(char c)
{
    if (c >= '0' && c <= '9')
        return (unsigned)(c - '0');
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10 : 16;
}

bool number_read_uint(const char *s, size_t len, uint64_t *out)
{
    unsigned base = base_of(&s, &len);
    uint64_t sum = 0;
    for (size_t i = 0; i < len; i++) {
        unsigned digit = digit_of(s[i]);
        if (digit >= base || __builtin_mul_overflow(sum, base, &sum) ||
            __builtin_add_overflow(sum, digit, &sum))
            return false;
    }
    *out = sum;
    return len > 0;
}

bool number_read_int(const char *s, size_t len, int64_t *out)
{
    bool negative = len && *s == '-';
    if (len && (*s == '-' || *s == '+'))
        s++, len--;
    uint64_t size;
    if (!number_read_uint(s, len, &size) || size > (uint64_t)INT64_MAX + negative)
        return false;
    *out = negative ? (int64_t)(0 - size) : (int64_t)size;
    return true;
}

static size_t digits_at(const char *s, size_t len, size_t at)
{
    size_t from = at;
    while (at < len && s[at] >= '0' && s[at] <= '9')
        at++;
    return at - from;
}

static bool is_float(const char *s, size_t len)
{
    size_t at = len && (*s == '-' || *s == '+');
    size_t whole = digits_at(s, len, at), part = 0;
    at += whole;
    if (at < len && s[at] == '.')
        at += 1 + (part = digits_at(s, len, at + 1));
    if (!whole && !part)
        return false;
    if (at < len && (s[at] | 0x20) == 'e') {
        at++;
        if (at < len && (s[at] == '-' || s[at] == '+'))
            at++;
        size_t exponent = digits_at(s, len, at);
        if (!exponent)
            return false;
        at += exponent;
    }
    return at == len;
}

bool number_read_float(const char *s, size_t len, double *out)
{
    char text[READ_MAX];
    if (len >= sizeof text || !is_float(s, len))
        return false;
    memcpy(text, s, len);
    text[len] = '\0';
    double number = strtod(text, NULL);
    if (!isfinite(number))
        return false;
    *out = number;
    return true;
}
