/* Sprig's arithmetic: on int64, arguments cut to it first, and the same on float64 under names ending in f.
 */
#include <math.h>

#include "common/number.h"
#include "render/template/cast.h"
#include "render/template/decimal.h"
#include "render/template/func.h"

enum { POWER_MAX = 4096 }; /* binary digits that Go goes on with */

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

/* Go's math.Max and Min: -0 is below 0, which C leaves open. */
static double extreme_of(double a, double b, bool largest)
{
    if (isnan(a) || isnan(b))
        return NAN;
    if (a == 0 && b == 0)
        return signbit(a) ? (largest ? b : a) : (largest ? a : b);
    return largest ? fmax(a, b) : fmin(a, b);
}

static void extreme_float(struct call *c, bool largest)
{
    double best = cast_float64(c->args[0]);
    for (size_t i = 1; i < c->count; i++)
        best = extreme_of(best, cast_float64(c->args[i]), largest);
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

/* As Go's math.Pow has it, to the last bit, which is not always the nearest. */
static double power_of_ten(int64_t exponent)
{
    int step, scale = 0;
    double result = 1, square = frexp(10, &step);
    for (uint64_t left = exponent < 0 ? 0 - (uint64_t)exponent : (uint64_t)exponent; left; left >>= 1) {
        if (step > POWER_MAX) {
            scale += step;
            break;
        }
        if (left & 1) {
            result *= square;
            scale += step;
        }
        square *= square;
        step *= 2;
        if (square < 0.5) {
            square += square;
            step--;
        }
    }
    return exponent < 0 ? ldexp(1 / result, -scale) : ldexp(result, scale);
}

static void round_to(struct call *c)
{
    double power = power_of_ten(c->args[1]->integer), digit = power * cast_float64(c->args[0]), whole;
    double half = c->count > 2 ? c->args[2]->number : 0.5;
    call_float(c, (modf(digit, &whole) >= half ? ceil(digit) : floor(digit)) / power);
}

/* Sums of decimals, as sprig has them: 0.1 + 0.2 is 0.3. */
static void fold(struct call *c, char op, const double *start, const double *end)
{
    size_t count = 0;
    double *numbers = arena_alloc_many(c->arena, c->count + 2, sizeof *numbers);
    if (start)
        numbers[count++] = *start;
    for (size_t i = 0; i < c->count; i++)
        numbers[count++] = cast_float64(c->args[i]);
    if (end)
        numbers[count++] = *end;
    for (size_t i = 0; i < count; i++) {
        char text[NUMBER_TEXT_MAX];
        if (!isfinite(numbers[i])) {
            number_go(numbers[i], text);
            call_fail(c, "Cannot create a Decimal from %s", text);
            return;
        }
        if (op == '/' && i && numbers[i] == 0) {
            call_fail(c, "decimal division by 0");
            return;
        }
    }
    call_float(c, decimal_fold(op, numbers, count));
}

static void addf(struct call *c)
{
    const double nought = 0;
    fold(c, '+', &nought, NULL);
}

static void add1f(struct call *c)
{
    const double one = 1;
    fold(c, '+', NULL, &one);
}

static void subf(struct call *c)
{
    fold(c, '-', NULL, NULL);
}

static void mulf(struct call *c)
{
    fold(c, '*', NULL, NULL);
}

static void divf(struct call *c)
{
    fold(c, '/', NULL, NULL);
}

const struct func funcs_math[] = {
    {"add", "a.", add},         {"add1", "a", add1},
    {"sub", "aa", sub},         {"mul", "aa.", mul},
    {"div", "aa", div_int},     {"mod", "aa", mod},
    {"max", "aa.", max_int},    {"biggest", "aa.", max_int},
    {"min", "aa.", min_int},    {"maxf", "aa.", max_float},
    {"minf", "aa.", min_float}, {"floor", "a", floor_of},
    {"ceil", "a", ceil_of},     {"round", "aif.", round_to},
    {"addf", "a.", addf},       {"add1f", "a", add1f},
    {"subf", "aa.", subf},      {"mulf", "aa.", mulf},
    {"divf", "aa.", divf},      {0},
};
