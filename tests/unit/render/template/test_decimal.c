/* Sums, held against shopspring/decimal as Helm 3.22 links it (addf, subf, mulf, divf). */
#include "render/template/decimal.h"

#include <math.h>

#include "tests/unit/cmocka_all.h"

#define FOLD(op, ...)                                                                                        \
    decimal_fold(op, (const double[]){__VA_ARGS__}, sizeof((const double[]){__VA_ARGS__}) / sizeof(double))

/* To the bit, and a nought without a sign. */
static void expect(double got, double wanted)
{
    if (got != wanted || signbit(got) != signbit(wanted))
        fail_msg("%.17g is not %.17g", got, wanted);
}

static void sums_are_those_of_decimals_not_of_binary_fractions(void **state)
{
    (void)state;
    expect(FOLD('+', 0.1, 0.2), 0.3);
    expect(FOLD('+', 1e16, 1, -1e16), 1);
    expect(FOLD('-', 0.3, 0.1), 0.2);
    expect(FOLD('-', 1, 0.9), 0.1);
    expect(FOLD('*', 1.1, 1.1), 1.21);
    expect(FOLD('*', 0.1, 3), 0.3);
    expect(FOLD('/', 1, 8), 0.125);
}

static void it_goes_from_left_to_right(void **state)
{
    (void)state;
    expect(FOLD('-', 10, 3, 2), 5);
    expect(FOLD('/', 100, 5, 4), 5);
    expect(FOLD('*', 2, 3, 4, 5), 120);
}

static void one_number_is_itself(void **state)
{
    (void)state;
    expect(FOLD('+', -1.5), -1.5);
    expect(FOLD('/', 1e300), 1e300);
    expect(FOLD('*', 5e-324), 5e-324);
}

static void quotients_have_sixteen_digits_and_half_of_the_last_goes_away_from_nought(void **state)
{
    (void)state;
    expect(FOLD('/', 1, 3), 0.3333333333333333);
    expect(FOLD('/', 2, 3), 0.6666666666666667);
    expect(FOLD('/', -2, 3), -0.6666666666666667);
    expect(FOLD('/', 2, -3), -0.6666666666666667);
    expect(FOLD('/', -2, -3), 0.6666666666666667);
    expect(FOLD('/', 1, 2e16), 1e-16);
    expect(FOLD('/', -1, 2e16), -1e-16);
    expect(FOLD('/', 1, 3e16), 0);
    expect(FOLD('/', 1e-20, 7), 0);
}

static void nought_has_no_sign(void **state)
{
    (void)state;
    expect(FOLD('+', -0.0), 0);
    expect(FOLD('*', -1, 0), 0);
    expect(FOLD('-', 5, 5), 0);
    expect(FOLD('/', -0.0, 5), 0);
}

static void the_largest_and_the_smallest_are_exact(void **state)
{
    (void)state;
    expect(FOLD('+', 1e308, -1e308, 1e-300), 1e-300);
    expect(FOLD('*', 1e200, 1e-200), 1);
    expect(FOLD('+', 123456789012345680, 0.5), 123456789012345680);
    assert_true(isinf(FOLD('*', 1e308, 1e308)));
    expect(FOLD('*', 1e-308, 1e-308), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_are_those_of_decimals_not_of_binary_fractions),
        cmocka_unit_test(it_goes_from_left_to_right),
        cmocka_unit_test(one_number_is_itself),
        cmocka_unit_test(quotients_have_sixteen_digits_and_half_of_the_last_goes_away_from_nought),
        cmocka_unit_test(nought_has_no_sign),
        cmocka_unit_test(the_largest_and_the_smallest_are_exact),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
