#include "tests/unit/cmocka_all.h"

#include <stdlib.h>

#include "render/go_time_value.h"
#include "render/go_type.h"
#include "tests/unit/fresh_arena.h"

static void a_time_comes_back_as_it_was(void **state)
{
    (void)state;
    const struct go_time t = {
        .seconds = 86400, .nanoseconds = 500000000, .offset = 3600, .zone = "", .abbreviation = "CET"};
    const struct value *v = go_time_value(&t, &arena);
    assert_true(go_is_time(v));
    assert_string_equal(value_gets(v, "")->text.at, "1970-01-02 01:00:00.5 +0100 CET");
    assert_string_equal(value_gets(v, "json")->text.at, "1970-01-02T01:00:00.5+01:00");
    struct go_time back = go_time_of(v);
    assert_int_equal(back.seconds, t.seconds);
    assert_int_equal(back.nanoseconds, t.nanoseconds);
    assert_int_equal(back.offset, t.offset);
    assert_string_equal(back.zone, "");
    assert_string_equal(back.abbreviation, "CET");
    assert_false(go_is_time(value_map(&arena)));
}

static void the_present_can_be_set(void **state)
{
    struct go_time t;
    (void)state;
    assert_int_equal(setenv("SOURCE_DATE_EPOCH", "1700000000", 1), 0);
    assert_null(go_time_present(&arena, &t));
    assert_int_equal(t.seconds, 1700000000);
    assert_int_equal(t.nanoseconds, 0);
    assert_int_equal(setenv("SOURCE_DATE_EPOCH", "1x", 1), 0);
    assert_string_equal(go_time_present(&arena, &t),
                        "SOURCE_DATE_EPOCH is \"1x\"; it must be seconds since 1970, in decimal");
    assert_int_equal(unsetenv("SOURCE_DATE_EPOCH"), 0);
    assert_null(go_time_present(&arena, &t));
    assert_true(t.seconds > 1700000000);
}

#define in_arena(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_arena(a_time_comes_back_as_it_was),
        in_arena(the_present_can_be_set),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
