#include "render/toml_number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "common/number.h"
#include "render/go_time_value.h"
#include "render/toml_time.h"

/* What a number looks like from outside. */
enum shape { SHAPE_INT, SHAPE_FLOAT, SHAPE_TIME };

static bool is_one_of(uint32_t rune, const char *set)
{
    return rune && rune < 0x80 && strchr(set, (int)rune);
}

static void pass_all(struct toml *t, const char *set)
{
    while (is_one_of(toml_next(t), set))
        continue;
    toml_back(t);
}

static enum shape pass_fraction(struct toml *t)
{
    pass_all(t, "0123456789_.-+eE");
    return SHAPE_FLOAT;
}

static enum shape pass_decimal(struct toml *t)
{
    pass_all(t, "0123456789_");
    if (!is_one_of(toml_next(t), ".eE")) {
        toml_back(t);
        return SHAPE_INT;
    }
    return pass_fraction(t);
}

/* Digits, behind which it shows what they are. */
static enum shape pass_digits(struct toml *t)
{
    pass_all(t, "0123456789");
    if (!is_one_of(toml_next(t), "-:")) {
        toml_back(t);
        return pass_decimal(t);
    }
    pass_all(t, "0123456789-:Tt .Zz+");
    return SHAPE_TIME;
}

/* 0x, 0o or 0b was read, the whole from from. */
static enum shape pass_based(struct toml *t, const char *from, const char *digits, const char *name)
{
    uint32_t rune = toml_peek(t);
    if (!is_one_of(rune, digits)) {
        const char *before = arena_printf(t->arena, "not %s number: '%.2s", name, from);
        toml_fail_rune(t, toml_line(t), before, rune, "'");
    }
    while (is_one_of(rune, digits) || rune == '_')
        rune = toml_next(t);
    toml_back(t);
    return SHAPE_INT;
}

static enum shape pass_number(struct toml *t, const char *from)
{
    if (toml_next(t) != '0')
        return pass_digits(t);
    switch (toml_next(t)) {
    case 'b': return pass_based(t, from, "01", "a binary");
    case 'o': return pass_based(t, from, "01234567", "an octal");
    case 'x': return pass_based(t, from, "0123456789abcdefABCDEF", "a hexadecimal");
    default: break;
    }
    toml_back(t);
    return toml_is_digit(toml_peek(t)) ? pass_digits(t) : pass_decimal(t);
}

static bool is_special(struct bytes s)
{
    size_t sign = s.len && (s.at[0] == '+' || s.at[0] == '-');
    return s.len - sign == 3 && (memcmp(s.at + sign, "inf", 3) == 0 || memcmp(s.at + sign, "nan", 3) == 0);
}

/* Every underscore stands between what is a digit in some base, and so does the end. */
static bool good_underscores(struct bytes s)
{
    bool digit = false;
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] == '_' && !digit)
            return false;
        digit = hex_digit(s.at[i]) >= 0;
    }
    return digit || is_special(s);
}

static bool has_leading_zero(struct bytes s)
{
    if (s.len > 1 && s.at[0] == '0')
        return !strchr("box", s.at[1]) || !s.at[1];
    return s.len > 2 && (s.at[0] == '-' || s.at[0] == '+') && s.at[1] == '0';
}

static struct bytes without_underscores(struct toml *t, struct bytes s)
{
    char *plain = arena_copy(t->arena, s.at, s.len);
    size_t len = 0;
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] != '_')
            plain[len++] = s.at[i];
    plain[len] = '\0';
    return (struct bytes){plain, len};
}

static struct value *read_int(struct toml *t, struct bytes s)
{
    int64_t number = 0;
    struct bytes plain = without_underscores(t, s);
    if (!good_underscores(s))
        toml_fail(t, t->line, "Invalid integer %s: underscores must be surrounded by digits",
                  toml_quote(t, s));
    else if (has_leading_zero(s))
        toml_fail(t, t->line, "Invalid integer %s: cannot have leading zeroes", toml_quote(t, s));
    else if (!number_read_int(plain.at, plain.len, &number))
        toml_fail(t, t->line, "%.*s is out of range for int64", (int)s.len, s.at);
    return toml_failed(t) ? NULL : value_int(t->arena, number);
}

/* What is wrong with the parts of a float between point and exponent, or NULL. */
static const char *float_fault(struct bytes s)
{
    bool first = true;
    for (size_t i = 0; i < s.len;) {
        struct bytes part = {s.at + i, 0};
        while (i + part.len < s.len && !strchr(".eE", s.at[i + part.len]))
            part.len++;
        if (part.len && !good_underscores(part))
            return "underscores must be surrounded by digits";
        i += part.len + 1;
    }
    for (size_t i = 0; i < s.len && first; i++) {
        struct bytes whole = {s.at + i, 0};
        while (i + whole.len < s.len && !strchr(".eE", s.at[i + whole.len]))
            whole.len++;
        first = !whole.len;
        if (has_leading_zero(whole))
            return "cannot have leading zeroes";
    }
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] == '.' && (i + 1 == s.len || !toml_is_digit((unsigned char)s.at[i + 1])))
            return "'.' must be followed by one or more digits";
    return NULL;
}

/* Digits with at most one point and an exponent: a number then, if perhaps too large a one. */
static bool is_float_shape(const char *s)
{
    s += *s == '-' || *s == '+';
    s += strspn(s, "0123456789");
    s += *s == '.';
    s += strspn(s, "0123456789");
    if (*s == 'e' || *s == 'E') {
        s++;
        s += *s == '-' || *s == '+';
        if (!toml_is_digit((unsigned char)*s))
            return false;
        s += strspn(s, "0123456789");
    }
    return !*s;
}

static struct value *read_float(struct toml *t, struct bytes s)
{
    double number = 0;
    struct bytes plain = without_underscores(t, s);
    const char *fault = float_fault(s);
    if (is_special(s))
        number = s.at[s.len - 1] == 'f' ? (double)INFINITY : (double)NAN;
    else if (fault)
        toml_fail(t, t->line, "Invalid float %s: %s", toml_quote(t, s), fault);
    else if (!is_float_shape(plain.at))
        toml_fail(t, t->line, "Invalid float value: %s", toml_quote(t, s));
    else if (!number_read_float(plain.at, plain.len, &number))
        toml_fail(t, t->line, "%.*s is out of range for float64", (int)s.len, s.at);
    if (is_special(s))
        number = copysign(number, s.at[0] == '-' ? -1 : 1);
    return toml_failed(t) ? NULL : value_float(t->arena, number);
}

struct value *toml_float(struct toml *t, const char *from)
{
    return toml_failed(t) ? NULL : read_float(t, toml_since(t, from));
}

static struct value *read_time(struct toml *t, struct bytes s)
{
    struct go_time time;
    char *text = arena_copy(t->arena, s.at, s.len);
    while (s.len && text[s.len - 1] == ' ')
        s.len--;
    for (size_t i = 0; i < s.len; i++)
        text[i] = (char)(strchr("t ", text[i]) ? 'T' : text[i] == 'z' ? 'Z' : text[i]);
    s.at = text;
    if (toml_time_read(s, t->local_offset, t->arena, &time))
        return go_time_value(&time, t->arena);
    toml_fail(t, t->line, "invalid datetime: %s", toml_quote(t, s));
    return NULL;
}

static struct value *read_shape(struct toml *t, const char *from, enum shape shape)
{
    struct bytes s = toml_since(t, from);
    if (toml_failed(t))
        return NULL;
    return shape == SHAPE_INT ? read_int(t, s) : shape == SHAPE_FLOAT ? read_float(t, s) : read_time(t, s);
}

struct value *toml_number(struct toml *t)
{
    const char *from = t->at;
    enum shape shape = pass_number(t, from);
    return read_shape(t, from, shape);
}

/* inf or nan behind its first letter and a sign. */
static struct value *special(struct toml *t, const char *from, const char *rest)
{
    if (!toml_accept(t, rest[0]) || !toml_accept(t, rest[1])) {
        struct bytes s = toml_since(t, from);
        toml_fail(t, toml_line(t), "invalid float: '%.*s'", (int)s.len, s.at);
    }
    return toml_float(t, from);
}

struct value *toml_signed_number(struct toml *t, const char *from)
{
    uint32_t rune = toml_next(t);
    uint32_t base = rune == '0' ? toml_peek(t) : 0;
    if (rune == 'i')
        return special(t, from, "nf");
    if (rune == 'n')
        return special(t, from, "an");
    if (is_one_of(base, "box"))
        toml_fail(t, toml_line(t), "cannot use sign with non-decimal numbers: '%.2s%c'", from, (int)base);
    else if (rune == '.')
        toml_fail(t, toml_line(t), "floats must start with a digit, not '.'");
    else if (!toml_is_digit(rune))
        toml_fail(t, toml_line(t), "expected a digit but got %s", toml_quote_rune(t, rune));
    enum shape shape = pass_decimal(t);
    return read_shape(t, from, shape);
}
