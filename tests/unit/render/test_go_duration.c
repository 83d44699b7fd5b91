#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "render/go_duration.h"
#include "tests/unit/fresh_arena.h"

static const char *shown(int64_t d, void (*write)(int64_t, struct text *))
{
    struct text t;
    text_init(&t, &arena);
    write(d, &t);
    return t.at;
}

static void spans_are_read_and_written(void **state)
{
    static const struct {
        const char *text;
        int64_t ns;
        const char *shown, *rough;
    } cases[] = {
        {"0", 0, "0s", "0s"},
        {"1ns", 1, "1ns", "0s"},
        {"-1.5us", -1500, "-1.5\xc2\xb5s", "0s"},
        {"1.000001ms", 1000001, "1.000001ms", "0s"},
        {"1m0.5s", 60500000000, "1m0.5s", "1m"},
        {"+100m", 6000000000000, "1h40m0s", "1h"},
        {"25h", 90000000000000, "25h0m0s", "1d"},
        {"-2562047h47m16.854775808s", INT64_MIN, "-2562047h47m16.854775808s", "292y"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t ns = 7;
        assert_null(go_duration_read((struct bytes){cases[i].text, strlen(cases[i].text)}, &arena, &ns));
        assert_int_equal(ns, cases[i].ns);
        assert_string_equal(shown(ns, go_duration_write), cases[i].shown);
        assert_string_equal(shown(ns, go_duration_write_rough), cases[i].rough);
    }
}

static void what_is_no_span_is_told_in_gos_words(void **state)
{
    static const struct {
        const char *text, *error;
    } cases[] = {
        {"", "time: invalid duration \"\""},
        {"-", "time: invalid duration \"-\""},
        {"5", "time: missing unit in duration \"5\""},
        {"5y", "time: unknown unit \"y\" in duration \"5y\""},
        {".s", "time: invalid duration \".s\""},
        {"1h-5m", "time: unknown unit \"h-\" in duration \"1h-5m\""},
        {"9223372036854775808ns", "time: invalid duration \"9223372036854775808ns\""},
        {"99999999999999999999h", "time: invalid duration \"99999999999999999999h\""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t ns;
        assert_string_equal(
            go_duration_read((struct bytes){cases[i].text, strlen(cases[i].text)}, &arena, &ns),
            cases[i].error);
    }
}

static void spans_are_counted_in_units(void **state)
{
    (void)state;
    assert_true(go_duration_in(5400000000000, INT64_C(3600000000000)) == 1.5);
    assert_true(go_duration_in(-1500000000, 1000000000) == -1.5);
    assert_true(go_duration_in(INT64_MIN, 1) == -9223372036854775808.0);
}

static void spans_become_multiples(void **state)
{
    static const struct {
        int64_t d, m, rounded, truncated;
    } cases[] = {
        {133, 30, 120, 120},
        {135, 30, 150, 120},
        {-135, 30, -150, -120},
        {-134, 30, -120, -120},
        {7, 0, 7, 7},
        {7, -3, 7, 7},
        {INT64_MAX, 2, INT64_MAX, INT64_MAX - 1},
        {INT64_MIN, 3, INT64_MIN, INT64_MIN + 2},
        {INT64_MAX, INT64_MAX, INT64_MAX, INT64_MAX},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(go_duration_round(cases[i].d, cases[i].m), cases[i].rounded);
        assert_int_equal(go_duration_truncate(cases[i].d, cases[i].m), cases[i].truncated);
    }
}

#define in_arena(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_arena(spans_are_read_and_written),
        in_arena(what_is_no_span_is_told_in_gos_words),
        cmocka_unit_test(spans_are_counted_in_units),
        cmocka_unit_test(spans_become_multiples),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
