/* Any value as a number; what each text gives was asked of Helm's int64 and float64. */
#include "render/template/cast.h"

#include "tests/unit/cmocka_all.h"

#include <math.h>
#include <string.h>

static struct value text(const char *s)
{
    return (struct value){.kind = VALUE_STRING, .text = {s, strlen(s)}};
}

static void texts_are_integers_of_any_base_or_nought(void **state)
{
    static const struct {
        const char *text;
        int64_t number;
    } rows[] = {{"7", 7},
                {"-7", -7},
                {"+7", 7},
                {"0777", 511},
                {"08", 0},
                {"0x10", 16},
                {"0b11", 3},
                {"0o17", 15},
                {"1_000", 1000},
                {"0x_1", 1},
                {"1__0", 0},
                {"1.0", 1},
                {"1.00", 1},
                {"1.9", 0},
                {"1.", 0},
                {".0", 0},
                {"", 0},
                {" 1", 0},
                {"1e3", 0},
                {"abc", 0},
                {"1.0.0", 0},
                {"9223372036854775808", 0},
                {"9223372036854775807", INT64_MAX},
                {"-9223372036854775808", INT64_MIN}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct value v = text(rows[i].text);
        if (cast_int64(&v) != rows[i].number)
            fail_msg("%s gives %lld", rows[i].text, (long long)cast_int64(&v));
    }
}

static void texts_are_floats_or_nought(void **state)
{
    static const struct {
        const char *text;
        double number;
    } rows[] = {{"1.5", 1.5},
                {"-1.5", -1.5},
                {"1e3", 1000},
                {".5", 0.5},
                {"5.", 5},
                {"0x10", 0},
                {"0x1p4", 16},
                {"0x1p-2", 0.25},
                {"1_000", 1000},
                {"0x_1p4", 16},
                {"1e400", 0},
                {"1e-400", 0},
                {"", 0},
                {" 1", 0},
                {"1.5.5", 0},
                {"-nan", 0},
                {"infinit", 0},
                {"inf", (double)INFINITY},
                {"-Infinity", -(double)INFINITY}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct value v = text(rows[i].text);
        if (cast_float64(&v) != rows[i].number)
            fail_msg("%s gives %g", rows[i].text, cast_float64(&v));
    }
    struct value undefined = text("NaN");
    assert_true(isnan(cast_float64(&undefined)));
}

static void other_kinds_have_a_number_too(void **state)
{
    const struct value yes = {.kind = VALUE_BOOL, .boolean = true}, none = {.kind = VALUE_NULL};
    const struct value whole = {.kind = VALUE_INT, .integer = -5},
                       part = {.kind = VALUE_FLOAT, .number = -1.9};
    const struct value list = {.kind = VALUE_LIST}, map = {.kind = VALUE_MAP};
    (void)state;
    assert_int_equal(cast_int64(&yes), 1);
    assert_int_equal(cast_int64(&none), 0);
    assert_int_equal(cast_int64(&whole), -5);
    assert_int_equal(cast_int64(&part), -1);
    assert_int_equal(cast_int64(&list), 0);
    assert_int_equal(cast_int64(&map), 0);
    assert_true(cast_float64(&yes) == 1 && cast_float64(&none) == 0);
    assert_true(cast_float64(&whole) == -5 && cast_float64(&part) == -1.9);
    assert_true(cast_float64(&list) == 0 && cast_float64(&map) == 0);
}

static void floats_beyond_int64_are_its_least(void **state)
{
    static const double beyond[] = {9223372036854775808.0, -9.3e18, 1e300, (double)INFINITY, (double)NAN};
    (void)state;
    for (size_t i = 0; i < sizeof beyond / sizeof *beyond; i++) {
        const struct value v = {.kind = VALUE_FLOAT, .number = beyond[i]};
        assert_true(cast_int64(&v) == INT64_MIN);
    }
    const struct value least = {.kind = VALUE_FLOAT, .number = -9223372036854775808.0};
    assert_true(cast_int64(&least) == INT64_MIN);
}

static void the_longest_text_of_a_number_is_bounded(void **state)
{
    char digits[2000];
    (void)state;
    memset(digits, '0', sizeof digits);
    struct value v = {.kind = VALUE_STRING, .text = {digits, sizeof digits - 1}};
    digits[sizeof digits - 2] = '7';
    digits[sizeof digits - 1] = '\0';
    assert_int_equal(cast_int64(&v), 0);
    assert_true(cast_float64(&v) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_integers_of_any_base_or_nought),
        cmocka_unit_test(texts_are_floats_or_nought),
        cmocka_unit_test(other_kinds_have_a_number_too),
        cmocka_unit_test(floats_beyond_int64_are_its_least),
        cmocka_unit_test(the_longest_text_of_a_number_is_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
