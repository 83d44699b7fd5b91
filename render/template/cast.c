#include "render/template/cast.h"

#include <string.h>

#include "common/number.h"

static int64_t cut(double number)
{
    if (number >= 9223372036854775808.0 || number < -9223372036854775808.0 || number != number)
        return INT64_MIN; /* what amd64 makes of it */
    return (int64_t)number;
}

/* A fraction of noughts ("1.00") is no fraction. */
static int64_t text_int64(const char *s, size_t len)
{
    int64_t number;
    const char *dot = memchr(s, '.', len);
    if (dot && dot > s && strspn(dot + 1, "0") == len - (size_t)(dot + 1 - s))
        len = (size_t)(dot - s);
    return number_read_int(s, len, &number) ? number : 0;
}

int64_t cast_int64(const struct value *v)
{
    switch ((enum value_kind)v->kind) {
    case VALUE_BOOL: return v->boolean;
    case VALUE_INT: return v->integer;
    case VALUE_FLOAT: return cut(v->number);
    case VALUE_STRING: return text_int64(v->text.at, v->text.len);
    default: return 0;
    }
}

double cast_float64(const struct value *v)
{
    double number;
    switch ((enum value_kind)v->kind) {
    case VALUE_BOOL: return v->boolean;
    case VALUE_INT: return (double)v->integer;
    case VALUE_FLOAT: return v->number;
    case VALUE_STRING: return number_read_float(v->text.at, v->text.len, &number) ? number : 0;
    default: return 0;
    }
}
