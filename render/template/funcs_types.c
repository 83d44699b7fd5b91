/* Sprig's functions that ask for a value's type, or change it. */
#include <math.h>
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
    call_bool(c, strcmp(wanted, type) == 0 || (*wanted == '*' && strcmp(wanted + 1, type) == 0));
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

/* strconv.Atoi, 0 for what is no number */
static void atoi_text(struct call *c)
{
    int64_t number = 0;
    const char *s = c->args[0]->text.at;
    char *end;
    number = strtoll(s, &end, 10);
    bool whole =
        end != s && *end == '\0' && (size_t)(end - s) == c->args[0]->text.len && *s != ' ' && *s != '\t';
    call_int(c, whole ? number : 0);
}

static void to_decimal(struct call *c)
{
    struct text t = call_strval(c, c->args[0]);
    char *end;
    long long number = strtoll(t.at, &end, 8);
    call_int64(c, *end ? 0 : number);
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
