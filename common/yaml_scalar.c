#include "common/yaml_scalar.h"

#include <math.h>
#include <string.h>

#include "common/number.h"

enum { WORD_MAX = 5, PLAIN_MAX = 512 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static const struct word {
    char text[WORD_MAX + 1];
    struct yaml_scalar is;
} words[] = {
    {"y", {YAML_TYPE_BOOL, {true}}},      {"Y", {YAML_TYPE_BOOL, {true}}},
    {"yes", {YAML_TYPE_BOOL, {true}}},    {"Yes", {YAML_TYPE_BOOL, {true}}},
    {"YES", {YAML_TYPE_BOOL, {true}}},    {"true", {YAML_TYPE_BOOL, {true}}},
    {"True", {YAML_TYPE_BOOL, {true}}},   {"TRUE", {YAML_TYPE_BOOL, {true}}},
    {"on", {YAML_TYPE_BOOL, {true}}},     {"On", {YAML_TYPE_BOOL, {true}}},
    {"ON", {YAML_TYPE_BOOL, {true}}},     {"n", {YAML_TYPE_BOOL, {false}}},
    {"N", {YAML_TYPE_BOOL, {false}}},     {"no", {YAML_TYPE_BOOL, {false}}},
    {"No", {YAML_TYPE_BOOL, {false}}},    {"NO", {YAML_TYPE_BOOL, {false}}},
    {"false", {YAML_TYPE_BOOL, {false}}}, {"False", {YAML_TYPE_BOOL, {false}}},
    {"FALSE", {YAML_TYPE_BOOL, {false}}}, {"off", {YAML_TYPE_BOOL, {false}}},
    {"Off", {YAML_TYPE_BOOL, {false}}},   {"OFF", {YAML_TYPE_BOOL, {false}}},
    {"", {YAML_TYPE_NULL, {false}}},      {"~", {YAML_TYPE_NULL, {false}}},
    {"null", {YAML_TYPE_NULL, {false}}},  {"Null", {YAML_TYPE_NULL, {false}}},
    {"NULL", {YAML_TYPE_NULL, {false}}},
};

static bool read_word(const char *s, size_t len, struct yaml_scalar *out)
{
    if (len > WORD_MAX)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strlen(words[i].text) == len && memcmp(words[i].text, s, len) == 0) {
            *out = words[i].is;
            return true;
        }
    }
    return false;
}

/* .inf .Inf .INF with a sign, .nan .NaN .NAN without. */
static bool read_special(const char *s, size_t len, struct yaml_scalar *out)
{
    bool sign = len == 5 && (*s == '-' || *s == '+');
    const char *name = s + sign;
    if (len - sign != 4 || *name != '.')
        return false;
    name++;
    out->type = YAML_TYPE_FLOAT;
    if (!memcmp(name, "inf", 3) || !memcmp(name, "Inf", 3) || !memcmp(name, "INF", 3))
        out->number = *s == '-' ? -INFINITY : INFINITY;
    else if (!sign && (!memcmp(name, "nan", 3) || !memcmp(name, "NaN", 3) || !memcmp(name, "NAN", 3)))
        out->number = NAN;
    else
        return false;
    return true;
}

/* Go reads what stands behind 0b as a number of its own, so with a sign. */
static bool is_signed_binary(const char *s, size_t len)
{
    size_t at = 3;
    if (len < 4 || memcmp(s, "0b", 2) != 0 || (s[2] != '-' && s[2] != '+'))
        return false;
    while (at < len && (s[at] == '0' || s[at] == '1'))
        at++;
    return at == len && len <= 3 + 63;
}

static struct yaml_scalar read_signed_binary(const char *s, size_t len)
{
    struct yaml_scalar out = {.type = YAML_TYPE_INT};
    for (size_t at = 3; at < len; at++)
        out.integer = out.integer * 2 + (s[at] - '0');
    if (s[2] == '-')
        out.integer = -out.integer;
    return out;
}

static struct yaml_scalar read_number(const char *s, size_t len)
{
    struct yaml_scalar out = {.type = YAML_TYPE_INT};
    if (is_signed_binary(s, len))
        return read_signed_binary(s, len);
    if (number_read_int(s, len, &out.integer))
        return out;
    out.type = YAML_TYPE_UINT;
    if (number_read_uint(s, len, &out.large))
        return out;
    out.type = YAML_TYPE_FLOAT;
    if (number_read_float(s, len, &out.number))
        return out;
    return (struct yaml_scalar){.type = YAML_TYPE_STRING};
}

/* Digits from at on: how many, most at the most, and their number. */
static size_t take_number(const char *s, size_t len, size_t *at, size_t most, unsigned *out)
{
    size_t from = *at;
    *out = 0;
    while (*at < len && *at - from < most && is_digit(s[*at]))
        *out = *out * 10 + (unsigned)(s[(*at)++] - '0');
    return *at - from;
}

static bool take(const char *s, size_t len, size_t *at, char c)
{
    if (*at >= len || s[*at] != c)
        return false;
    ++*at;
    return true;
}

static unsigned days_in(unsigned year, unsigned month)
{
    static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : days[month - 1];
}

/* Z | [-+]HH:MM */
static bool read_zone(const char *s, size_t len, size_t *at)
{
    unsigned hour, minute;
    if (take(s, len, at, 'Z'))
        return true;
    if (!take(s, len, at, '+') && !take(s, len, at, '-'))
        return false;
    return take_number(s, len, at, 2, &hour) == 2 && hour <= 24 && take(s, len, at, ':') &&
           take_number(s, len, at, 2, &minute) == 2 && minute <= 60;
}

/* H:M:S[.digits], each of one or two digits; Go also takes a comma for the point. */
static bool read_time(const char *s, size_t len, size_t *at)
{
    unsigned hour, minute, second;
    if (!take_number(s, len, at, 2, &hour) || hour > 23 || !take(s, len, at, ':') ||
        !take_number(s, len, at, 2, &minute) || minute > 59 || !take(s, len, at, ':') ||
        !take_number(s, len, at, 2, &second) || second > 59)
        return false;
    size_t point = *at;
    if (point + 1 < len && (s[point] == '.' || s[point] == ',') && is_digit(s[point + 1]))
        for (++*at; *at < len && is_digit(s[*at]);)
            ++*at;
    return true;
}

/* YYYY-M-D, alone, or with T, t and a time with zone, or with a blank and a time without. */
static bool is_date(const char *s, size_t len)
{
    size_t at = 0;
    unsigned year, month, day;
    if (take_number(s, len, &at, 4, &year) != 4 || !take(s, len, &at, '-') ||
        !take_number(s, len, &at, 2, &month) || month < 1 || month > 12 || !take(s, len, &at, '-') ||
        !take_number(s, len, &at, 2, &day) || day < 1 || day > days_in(year, month))
        return false;
    if (at == len)
        return true;
    if (take(s, len, &at, 'T') || take(s, len, &at, 't'))
        return read_time(s, len, &at) && read_zone(s, len, &at) && at == len;
    return take(s, len, &at, ' ') && read_time(s, len, &at) && at == len;
}

/* A number, once its underscores are gone. */
static struct yaml_scalar read_plain_number(const char *s, size_t len)
{
    char plain[PLAIN_MAX];
    size_t kept = 0;
    if (!memchr(s, '_', len))
        return read_number(s, len);
    for (size_t i = 0; i < len; i++) {
        if (kept == sizeof plain)
            return (struct yaml_scalar){.type = YAML_TYPE_STRING};
        if (s[i] != '_')
            plain[kept++] = s[i];
    }
    return read_number(plain, kept);
}

/* Behind a point an underscore must stand between digits; elsewhere it may stand anywhere. */
static bool has_lone_underscore(const char *s, size_t len)
{
    for (size_t i = 1; i < len; i++)
        if (s[i] == '_' && (i + 1 == len || !is_digit(s[i - 1]) || !is_digit(s[i + 1])))
            return true;
    return false;
}

struct yaml_scalar yaml_scalar_read(const char *s, size_t len)
{
    struct yaml_scalar out = {.type = YAML_TYPE_STRING};
    if (read_word(s, len, &out) || read_special(s, len, &out))
        return out;
    out.type = YAML_TYPE_STRING;
    if (*s == '.') {
        if (has_lone_underscore(s, len))
            return out;
        struct yaml_scalar number = read_plain_number(s, len);
        return number.type == YAML_TYPE_FLOAT ? number : out;
    }
    if (!is_digit(*s) && *s != '-' && *s != '+')
        return out;
    if (is_date(s, len)) {
        out.type = YAML_TYPE_DATE;
        return out;
    }
    return read_plain_number(s, len);
}

/* ^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$ */
bool yaml_scalar_is_base60(const char *s, size_t len)
{
    size_t at = len && (*s == '-' || *s == '+');
    if (at >= len || !is_digit(s[at]))
        return false;
    while (at < len && (is_digit(s[at]) || s[at] == '_'))
        at++;
    bool any = false;
    for (unsigned part; take(s, len, &at, ':'); any = true) {
        size_t digits = take_number(s, len, &at, 2, &part);
        if (!digits || (digits == 2 && part > 59))
            return false;
    }
    if (any && take(s, len, &at, '.'))
        while (at < len && (is_digit(s[at]) || s[at] == '_'))
            at++;
    return any && at == len;
}
