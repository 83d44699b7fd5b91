#include "tests/unit/cmocka_all.h"

#include "common/bytes.h"

static void a_start_is_compared_up_to_its_end_and_not_beyond_the_octets(void **state)
{
    (void)state;
    const struct bytes b = {"abc", 2};
    assert_true(bytes_start_with(b, ""));
    assert_true(bytes_start_with(b, "ab"));
    assert_false(bytes_start_with(b, "abc"));
    assert_false(bytes_start_with(b, "b"));
}

static void only_hexadecimal_digits_have_a_value(void **state)
{
    (void)state;
    int sum = 0;
    for (int c = -128; c < 128; c++)
        sum += hex_digit((char)c) >= 0;
    assert_int_equal(sum, 22);
    assert_int_equal(hex_digit('0'), 0);
    assert_int_equal(hex_digit('9'), 9);
    assert_int_equal(hex_digit('a'), 10);
    assert_int_equal(hex_digit('F'), 15);
    assert_int_equal(hex_digit('g'), -1);
    assert_int_equal(hex_digit('@'), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_start_is_compared_up_to_its_end_and_not_beyond_the_octets),
        cmocka_unit_test(only_hexadecimal_digits_have_a_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
