/* Sprig's arithmetic: on int64, arguments cut to it first, and the same on float64 under names ending in f.
 */
#include <math.h>
#include <stdlib.h>

#include "common/number.h"
#include "render/template/cast.h"
#include "render/template/func.h"

/* Wraps as Go's int64 does. */
static int64_t wrap_add(int64_t a, int64_t b)
{
    return (int64_t)((uint64_t)a + (uint64_t)b);
}

static int64_t int_at(const struct call *c, size_t i)
{
    return cast_int64(c->args[i]);
}

static void add(struct call *c)
{
    int64_t sum = 0;
    for (size_t i = 0; i < c->count; i++)
        sum = wrap_add(sum, int_at(c, i));
    call_int64(c, sum);
}

static void add1(struct call *c)
{
    call_int64(c, wrap_add(int_at(c, 0), 1));
}

static void sub(struct call *c)
{
    call_int64(c, (int64_t)((uint64_t)int_at(c, 0) - (uint64_t)int_at(c, 1)));
}

static void mul(struct call *c)
{
    uint64_t product = (uint64_t)int_at(c, 0);
    for (size_t i = 1; i < c->count; i++)
        product *= (uint64_t)int_at(c, i);
    call_int64(c, (int64_t)product);
}

static void divide(struct call *c, bool remainder)
{
    int64_t a = int_at(c, 0), b = int_at(c, 1);
    if (b == 0)
        call_fail(c, "runtime error: integer divide by zero");
    else if (b == -1)
        call_int64(c, remainder ? 0 : (int64_t)(0 - (uint64_t)a)); /* INT64_MIN / -1 traps in C */
    else
        call_int64(c, remainder ? a % b : a / b);
}

static void div_int(struct call *c)
{
    divide(c, false);
}

static void mod(struct call *c)
{
    divide(c, true);
}

static void extreme(struct call *c, bool largest)
{
    int64_t best = int_at(c, 0);
    for (size_t i = 1; i < c->count; i++)
        if (largest ? int_at(c, i) > best : int_at(c, i) < best)
            best = int_at(c, i);
    call_int64(c, best);
}

static void max_int(struct call *c)
{
    extreme(c, true);
}

static void min_int(struct call *c)
{
    extreme(c, false);
}

static void extreme_float(struct call *c, bool largest)
{
    double best = cast_float64(c->args[0]);
    for (size_t i = 1; i < c->count; i++) {
        double next = cast_float64(c->args[i]);
        best = largest ? fmax(best, next) : fmin(best, next);
    }
    call_float(c, best);
}

static void max_float(struct call *c)
{
    extreme_float(c, true);
}

static void min_float(struct call *c)
{
    extreme_float(c, false);
}

static void floor_of(struct call *c)
{
    call_float(c, floor(cast_float64(c->args[0])));
}

static void ceil_of(struct call *c)
{
    call_float(c, ceil(cast_float64(c->args[0])));
}

static void round_to(struct call *c)
{
    double number = cast_float64(c->args[0]), power = pow(10, (double)c->args[1]->integer);
    double digit = number * power, fraction = digit - trunc(digit);
    double half = c->count > 2 ? cast_float64(c->args[2]) : 0.5;
    double whole = fabs(fraction) >= half ? (number < 0 ? floor(digit) : ceil(digit))
                                          : (number < 0 ? ceil(digit) : floor(digit));
    call_float(c, whole / power);
}

/* Sprig counts these in decimals: 0.1 + 0.2 is 0.3. A long double read from a double's shortest decimal form
 * is near enough to it that seventeen digits of a result are right. */
static long double decimal_at(const struct call *c, size_t i)
{
    char digits[NUMBER_TEXT_MAX];
    size_t len = number_go(cast_float64(c->args[i]), digits);
    digits[len] = '\0';
    return strtold(digits, NULL);
}

static void decimal_result(struct call *c, long double number)
{
    struct text t;
    text_init(&t, c->arena);
    text_printf(&t, "%.17Lg", number);
    struct value shown = {.kind = VALUE_STRING, .text = {t.at, t.len}};
    call_float(c, cast_float64(&shown));
}

/* Quotients have sixteen decimals; from a thousand on a double does not show the last ones. */
static long double divide_decimals(long double a, long double b)
{
    long double quotient = a / b;
    return fabsl(quotient) < 1000 ? roundl(quotient * 1e16L) / 1e16L : quotient;
}

static void fold(struct call *c, char operation)
{
    long double result = c->count ? decimal_at(c, 0) : 0; /* only addf takes none */
    for (size_t i = 1; i < c->count; i++) {
        long double next = decimal_at(c, i);
        result = operation == '+'   ? result + next
                 : operation == '-' ? result - next
                 : operation == '*' ? result * next
                                    : divide_decimals(result, next);
    }
    decimal_result(c, result);
}

static void addf(struct call *c)
{
    fold(c, '+');
}

static void add1f(struct call *c)
{
    decimal_result(c, decimal_at(c, 0) + 1);
}

static void subf(struct call *c)
{
    fold(c, '-');
}

static void mulf(struct call *c)
{
    fold(c, '*');
}

static void divf(struct call *c)
{
    for (size_t i = 1; i < c->count; i++)
        if (cast_float64(c->args[i]) == 0) {
            call_fail(c, "decimal division by 0");
            return;
        }
    fold(c, '/');
}

const struct func funcs_math[] = {
    {"add", "a.", add},         {"add1", "a", add1},
    {"sub", "aa", sub},         {"mul", "aa.", mul},
    {"div", "aa", div_int},     {"mod", "aa", mod},
    {"max", "aa.", max_int},    {"biggest", "aa.", max_int},
    {"min", "aa.", min_int},    {"maxf", "aa.", max_float},
    {"minf", "aa.", min_float}, {"floor", "a", floor_of},
    {"ceil", "a", ceil_of},     {"round", "aia.", round_to},
    {"addf", "a.", addf},       {"add1f", "a", add1f},
    {"subf", "aa.", subf},      {"mulf", "aa.", mulf},
    {"divf", "aa.", divf},      {0},
};
