/* The digits of floats under printf's verbs; what is wanted was printed by Helm 3.22. */
#include "render/go_float.h"

#include "tests/unit/fresh_arena.h"

static const char *digits(char verb, int precision, bool sharp, double number)
{
    const struct go_digits d = {.verb = verb, .precision = precision, .sharp = sharp};
    struct text to;
    text_init(&to, &arena);
    go_float_digits(&d, number, &to);
    return to.at;
}

static void the_shortest_digits_that_read_back(void **state)
{
    (void)state;
    assert_string_equal(digits('g', -1, false, 1e-7), "1e-07");
    assert_string_equal(digits('G', -1, false, 1e21), "1E+21");
    assert_string_equal(digits('v', -1, false, 2), "2");
    assert_string_equal(digits('v', -1, false, 0.1), "0.1");
}

static void six_behind_the_point_unless_told(void **state)
{
    (void)state;
    assert_string_equal(digits('f', -1, false, 2.5), "2.500000");
    assert_string_equal(digits('e', -1, false, 12345.678), "1.234568e+04");
    assert_string_equal(digits('f', 2, false, 12.345), "12.35");
    assert_string_equal(digits('f', 0, false, 2.5), "2");
}

static void in_twos_and_sixteens(void **state)
{
    (void)state;
    assert_string_equal(digits('b', -1, false, 1), "4503599627370496p-52");
    assert_string_equal(digits('b', -1, false, 0), "0p-1074");
    assert_string_equal(digits('x', -1, false, 1), "0x1p+00");
    assert_string_equal(digits('X', -1, false, 10.5), "0X1.5P+03");
    assert_string_equal(digits('x', 3, false, 3.14159), "0x1.922p+01");
    assert_string_equal(digits('x', -1, false, 0), "0x0p+00");
}

static void the_zeros_behind_stay_where_they_are_asked_for(void **state)
{
    (void)state;
    assert_string_equal(digits('g', -1, true, 1), "1.00000");
}

#define test(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(the_shortest_digits_that_read_back),
        test(six_behind_the_point_unless_told),
        test(in_twos_and_sixteens),
        test(the_zeros_behind_stay_where_they_are_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
