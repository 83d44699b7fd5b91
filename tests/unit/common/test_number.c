#include "tests/unit/cmocka_all.h"

#include <math.h>
#include <string.h>

#include "common/number.h"

static const char *go(double n)
{
    static char to[NUMBER_TEXT_MAX];
    number_go(n, to);
    return to;
}

static const char *json(double n)
{
    static char to[NUMBER_TEXT_MAX];
    number_json(n, to);
    return to;
}

static void a_number_has_the_fewest_digits_that_read_back(void **state)
{
    (void)state;
    assert_string_equal(go(0.1), "0.1");
    assert_string_equal(go(0.1 + 0.2), "0.30000000000000004");
    assert_string_equal(go(9007199254740992), "9.007199254740992e+15");
    assert_string_equal(go(5e-324), "5e-324");
    assert_string_equal(go(1.7976931348623157e308), "1.7976931348623157e+308");
}

static void go_turns_to_exponents_at_a_million(void **state)
{
    (void)state;
    assert_string_equal(go(999999.5), "999999.5");
    assert_string_equal(go(1000000), "1e+06");
    assert_string_equal(go(0.0001), "0.0001");
    assert_string_equal(go(0.00001), "1e-05");
    assert_string_equal(go(-0.0), "-0");
    assert_string_equal(go(INFINITY), "+Inf");
    assert_string_equal(go(-INFINITY), "-Inf");
    assert_string_equal(go(NAN), "NaN");
}

static void json_turns_to_exponents_at_1e21(void **state)
{
    (void)state;
    assert_string_equal(json(1e20), "100000000000000000000");
    assert_string_equal(json(1e21), "1e+21");
    assert_string_equal(json(0.000001), "0.000001");
    assert_string_equal(json(1e-7), "1e-7");
}

static void a_float_has_the_digits_of_a_single(void **state)
{
    (void)state;
    char to[NUMBER_TEXT_MAX];
    number_go32(1.1, to);
    assert_string_equal(to, "1.1");
    number_go32(3.2305528217183862e+22, to);
    assert_string_equal(to, "3.2305527e+22");
    number_go32(1e300, to);
    assert_string_equal(to, "+Inf");
}

static void integers_are_read_in_every_base(void **state)
{
    (void)state;
    int64_t n;
    const struct {
        const char *text;
        bool good;
        int64_t is;
    } cases[] = {{"0x1F", true, 31},
                 {"0o17", true, 15},
                 {"017", true, 15},
                 {"-0b11", true, -3},
                 {"+1", true, 1},
                 {"08", false, 0},
                 {"0x", false, 0},
                 {"", false, 0},
                 {"-", false, 0},
                 {"0", true, 0},
                 {"9223372036854775807", true, INT64_MAX},
                 {"-9223372036854775808", true, INT64_MIN},
                 {"9223372036854775808", false, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(number_read_int(cases[i].text, strlen(cases[i].text), &n), cases[i].good);
        if (cases[i].good)
            assert_true(n == cases[i].is);
    }
}

static void what_is_no_decimal_is_no_float(void **state)
{
    (void)state;
    double n;
    const char *good[] = {"1", "1.", ".5", "-1.5e-3", "+2E4"},
               *bad[] = {"", ".", "e1", "1e", "1e+", "0x1p3", "inf", "1e400", "1 "};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(number_read_float(good[i], strlen(good[i]), &n));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(number_read_float(bad[i], strlen(bad[i]), &n));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_has_the_fewest_digits_that_read_back),
        cmocka_unit_test(go_turns_to_exponents_at_a_million),
        cmocka_unit_test(json_turns_to_exponents_at_1e21),
        cmocka_unit_test(a_float_has_the_digits_of_a_single),
        cmocka_unit_test(integers_are_read_in_every_base),
        cmocka_unit_test(what_is_no_decimal_is_no_float),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
