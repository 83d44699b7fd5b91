/* Sprig's functions that ask for a value's type, or change it. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "common/number.h"
#include "render/go_print.h"
#include "render/template/cast.h"
#include "render/template/func.h"
#include "render/value_equal.h"

static void kind_of(struct call *c)
{
    call_texts(c, go_kind_name(c->args[0]));
}

static void type_of(struct call *c)
{
    call_texts(c, go_type_name(c->args[0]));
}

static void kind_is(struct call *c)
{
    call_bool(c, strcmp(c->args[0]->text.at, go_kind_name(c->args[1])) == 0);
}

static void type_is(struct call *c)
{
    call_bool(c, strcmp(c->args[0]->text.at, go_type_name(c->args[1])) == 0);
}

static void type_is_like(struct call *c)
{
    const char *wanted = c->args[0]->text.at, *type = go_type_name(c->args[1]);
    call_bool(c, strcmp(wanted, type) == 0 || (*type == '*' && strcmp(wanted, type + 1) == 0));
}

static void to_string(struct call *c)
{
    struct text t = call_strval(c, c->args[0]);
    call_take(c, &t);
}

static void to_int(struct call *c)
{
    call_int(c, cast_int64(c->args[0]));
}

static void to_int64(struct call *c)
{
    call_int64(c, cast_int64(c->args[0]));
}

static void to_float(struct call *c)
{
    call_float(c, cast_float64(c->args[0]));
}

/* All of s as a number, with a sign or without one; *large says that it was brought into int64's range. */
static int64_t read_int(const char *s, size_t len, int base, bool *large)
{
    char *end;
    size_t sign = *s == '+' || *s == '-';
    *large = false;
    if (s[sign] < '0' || s[sign] > '9')
        return 0;
    errno = 0;
    long long number = strtoll(s, &end, base);
    *large = errno == ERANGE;
    return (size_t)(end - s) == len ? number : 0;
}

/* strconv.Atoi, with what it gives besides an error: digits beyond uint64 are an end, whatever follows them.
 */
static void atoi_text(struct call *c)
{
    bool large;
    uint64_t number;
    const char *s = c->args[0]->text.at, *digits = s + (*s == '+' || *s == '-');
    digits += strspn(digits, "0");
    size_t count = strspn(digits, "0123456789");
    if (count && !number_read_uint(digits, count, &number))
        call_int(c, *s == '-' ? INT64_MIN : INT64_MAX);
    else
        call_int(c, read_int(s, c->args[0]->text.len, 10, &large));
}

static void to_decimal(struct call *c)
{
    bool large;
    struct text t = call_strval(c, c->args[0]);
    int64_t number = read_int(t.at, t.len, 8, &large);
    call_int64(c, large ? 0 : number);
}

static void deep_equal(struct call *c)
{
    call_bool(c, value_equal(c->args[0], c->args[1]));
}

const struct func funcs_types[] = {
    {"kindOf", "a", kind_of},
    {"kindIs", "sa", kind_is},
    {"typeOf", "a", type_of},
    {"typeIs", "sa", type_is},
    {"typeIsLike", "sa", type_is_like},
    {"toString", "a", to_string},
    {"int", "a", to_int},
    {"int64", "a", to_int64},
    {"float64", "a", to_float},
    {"atoi", "s", atoi_text},
    {"toDecimal", "a", to_decimal},
    {"deepEqual", "aa", deep_equal},
    {0},
};
