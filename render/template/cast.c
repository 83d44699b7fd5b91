#include "render/template/cast.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "common/number.h"
#include "render/go_type.h"
#include "render/template/constant.h"

enum { PLAIN_MAX = 1024 }; /* octets a number may have */

int64_t cast_cut(double number)
{
    if (number >= 9223372036854775808.0 || number < -9223372036854775808.0 || number != number)
        return INT64_MIN; /* what amd64 makes of it */
    return (int64_t)number;
}

/* A number's text without the underscores that Go allows in it. */
struct plain {
    char at[PLAIN_MAX];
    size_t len;
};

/* false: an underscore stands where none may, or the text is longer than any number need be. */
static bool make_plain(const char *s, size_t len, struct plain *p)
{
    size_t sign = len && (s[0] == '+' || s[0] == '-');
    p->len = 0;
    if (len >= sizeof p->at || !constant_good_underscores(s + sign, len - sign))
        return false;
    for (size_t i = 0; i < len; i++)
        if (s[i] != '_')
            p->at[p->len++] = s[i];
    p->at[p->len] = '\0';
    return true;
}

/* A fraction of noughts ("1.00") is no fraction. */
static int64_t text_int64(const char *s, size_t len)
{
    int64_t number;
    struct plain p;
    const char *dot = memchr(s, '.', len);
    if (dot && dot > s && dot[1] && strspn(dot + 1, "0") == len - (size_t)(dot + 1 - s))
        len = (size_t)(dot - s);
    return make_plain(s, len, &p) && number_read_int(p.at, p.len, &number) ? number : 0;
}

int64_t cast_int64(const struct value *v)
{
    switch ((enum value_kind)v->kind) {
    case VALUE_BOOL: return v->boolean;
    case VALUE_INT: return v->form == FORM_DURATION ? 0 : v->integer;
    case VALUE_FLOAT: return cast_cut(v->number);
    case VALUE_STRING: return text_int64(v->text.at, v->text.len);
    default: return 0;
    }
}

/* The words strconv.ParseFloat knows, in any case; "nan" without a sign. */
static bool read_special(const char *s, size_t len, double *out)
{
    size_t sign = len && (s[0] == '+' || s[0] == '-');
    const char *word = s + sign;
    size_t word_len = len - sign;
    bool infinite = (word_len == 3 && strncasecmp(word, "inf", 3) == 0) ||
                    (word_len == 8 && strncasecmp(word, "infinity", 8) == 0);
    bool undefined = !sign && word_len == 3 && strncasecmp(word, "nan", 3) == 0;
    *out = undefined ? (double)NAN : s[0] == '-' ? -(double)INFINITY : (double)INFINITY;
    return infinite || undefined;
}

/* "0x1.8p3": a hexadecimal number must have its exponent. */
static bool read_hexadecimal(const struct plain *p, double *out)
{
    char *end;
    size_t sign = p->at[0] == '+' || p->at[0] == '-';
    if (p->at[sign] != '0' || (p->at[sign + 1] | 0x20) != 'x' || !strpbrk(p->at, "pP"))
        return false;
    *out = strtod(p->at, &end);
    return end == p->at + p->len && isfinite(*out);
}

bool cast_read_float(const char *s, size_t len, double *out)
{
    struct plain p;
    return make_plain(s, len, &p) && (number_read_float(p.at, p.len, out) || read_special(p.at, p.len, out) ||
                                      read_hexadecimal(&p, out));
}

static double text_float64(const char *s, size_t len)
{
    double number;
    return cast_read_float(s, len, &number) ? number : 0;
}

double cast_float64(const struct value *v)
{
    switch ((enum value_kind)v->kind) {
    case VALUE_BOOL: return v->boolean;
    case VALUE_INT: return v->form == FORM_DURATION ? 0 : (double)v->integer;
    case VALUE_FLOAT: return v->number;
    case VALUE_STRING: return text_float64(v->text.at, v->text.len);
    default: return 0;
    }
}
