#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "render/toml_time.h"
#include "tests/unit/fresh_arena.h"

static const char *back(const char *s, int32_t local_offset, int64_t *seconds)
{
    struct go_time t;
    struct text to;
    if (!toml_time_read((struct bytes){s, strlen(s)}, local_offset, &arena, &t))
        return "none";
    text_init(&to, &arena);
    toml_time_write(&t, &to);
    *seconds = t.seconds;
    return to.at;
}

static void what_is_written_is_what_was_read(void **state)
{
    static const char *const times[] = {"1979-05-27T07:32:00Z", "1979-05-27T07:32:00.5+02:00",
                                        "1979-05-27T07:32:00", "1979-05-27", "07:32:00.25"};
    int64_t seconds;
    (void)state;
    for (size_t i = 0; i < sizeof times / sizeof *times; i++)
        assert_string_equal(back(times[i], 0, &seconds), times[i]);
    assert_string_equal(back("07:32", 0, &seconds), "07:32:00");
}

/* As in Go, where a local time is moved to UTC before it is written. */
static void what_has_no_offset_is_local(void **state)
{
    int64_t seconds = 0;
    (void)state;
    assert_string_equal(back("1970-01-01T01:00:00", 3600, &seconds), "1970-01-01T00:00:00");
    assert_int_equal(seconds, 0);
    assert_string_equal(back("1970-01-01", 3600, &seconds), "1969-12-31");
    assert_int_equal(seconds, -3600);
    assert_string_equal(back("1970-01-01T00:00:00Z", 3600, &seconds), "1970-01-01T00:00:00Z");
}

static void other_times_are_none(void **state)
{
    static const char *const none[] = {"",          "7:32",  "1979-05-27T",  "1979-05-27Z",
                                       "1979-5-27", "24:00", "1979-05-27T07"};
    int64_t seconds;
    (void)state;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_string_equal(back(none[i], 0, &seconds), "none");
}

#define in_arena(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_arena(what_is_written_is_what_was_read),
        in_arena(what_has_no_offset_is_local),
        in_arena(other_times_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
