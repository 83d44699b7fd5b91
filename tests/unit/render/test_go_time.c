#include "tests/unit/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "render/go_time.h"
#include "tests/unit/fresh_arena.h"

static struct bytes bytes(const char *s)
{
    return (struct bytes){s, strlen(s)};
}

static const char *written(const struct go_time *t, const char *layout)
{
    struct text to;
    text_init(&to, &arena);
    text_adds(&to, "");
    go_time_write(t, bytes(layout), &to);
    return to.at;
}

static struct go_time at(int64_t seconds, const char *zone)
{
    struct go_time t = {.seconds = seconds};
    go_time_move(&t, zone, &arena);
    return t;
}

static void a_zone_has_its_offset_at_that_time(void **state)
{
    (void)state;
    static const char layout[] = "2006-01-02 15:04:05 -0700 MST";
    struct go_time summer = at(1720000000, "Europe/Berlin"), winter = at(1700000000, "Europe/Berlin");
    assert_string_equal(written(&summer, layout), "2024-07-03 11:46:40 +0200 CEST");
    assert_string_equal(written(&winter, layout), "2023-11-14 23:13:20 +0100 CET");
    struct go_time local = at(0, "Local");
    assert_string_equal(written(&local, layout), "1969-12-31 19:00:00 -0500 EST");
    assert_string_equal(getenv("TZ"), "America/New_York"); /* as it was */
}

static void a_zone_that_is_not_known_or_climbs_out_is_utc(void **state)
{
    (void)state;
    static const char *const zones[] = {"", "UTC", "No/Such", "../../etc/passwd", "/etc/localtime"};
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
        struct go_time t = at(0, zones[i]);
        assert_string_equal(t.zone, "UTC");
        assert_int_equal(t.offset, 0);
    }
}

static void dates_count_on_over_years_and_before_them(void **state)
{
    (void)state;
    struct go_time t = go_time_zero();
    assert_string_equal(written(&t, "2006-01-02 Monday 002"), "0001-01-01 Monday 001");
    t.seconds--;
    assert_string_equal(written(&t, "2006-01-02 15:04:05"), "0000-12-31 23:59:59");
    const struct go_date d = {.year = 2023, .month = 14, .day = 30, .hour = 25};
    t = go_time_make(&d, 0, "UTC", &arena);
    assert_string_equal(written(&t, "2006-01-02 15"), "2024-03-02 01"); /* 30 February and a day */
    struct go_date leap = go_time_date(&t);
    assert_int_equal(leap.year_day, 31 + 29 + 2);
    assert_int_equal(leap.weekday, 6);
}

static void times_around_a_change_of_the_offset_are_found(void **state)
{
    (void)state;
    const struct go_date before = {.year = 2024, .month = 3, .day = 31, .hour = 1, .minute = 59},
                         behind = {.year = 2024, .month = 3, .day = 31, .hour = 3};
    struct go_time a = go_time_make(&before, 0, "Europe/Berlin", &arena),
                   b = go_time_make(&behind, 0, "Europe/Berlin", &arena);
    assert_int_equal(b.seconds - a.seconds, 60);
}

static void what_is_written_is_read_again(void **state)
{
    static const char *const layouts[] = {
        "2006-01-02T15:04:05.999999999Z07:00", "Mon, 02 Jan 2006 15:04:05.000000000 -0700",
        "002 2006 3:04:05PM .000000000 MST", "_2 January 06 15h04m05s,999999999 -07:00:00"};
    (void)state;
    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++) {
        struct go_time t = at(1720000000, "Local"), again;
        t.nanoseconds = i == 1 ? 0 : 120000000;
        const char *text = written(&t, layouts[i]);
        const char *error = go_time_read(bytes(layouts[i]), bytes(text), &arena, &again);
        if (error)
            fail_msg("%s", error);
        assert_int_equal(again.seconds, t.seconds);
        assert_int_equal(again.nanoseconds, t.nanoseconds);
        assert_string_equal(again.zone, "Local");
    }
}

static void a_fault_is_told_in_gos_words_and_leaves_gos_zero(void **state)
{
    (void)state;
    struct go_time t, zero = go_time_zero();
    assert_string_equal(go_time_read(bytes("2006-01-02"), bytes("2024-02-30"), &arena, &t),
                        "parsing time \"2024-02-30\": day out of range");
    assert_int_equal(t.seconds, zero.seconds);
    assert_string_equal(go_time_read(bytes("15:04"), bytes("x"), &arena, &t),
                        "parsing time \"x\" as \"15:04\": cannot parse \"x\" as \"15\"");
}

#define in_arena(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_arena(a_zone_has_its_offset_at_that_time),
        in_arena(a_zone_that_is_not_known_or_climbs_out_is_utc),
        in_arena(dates_count_on_over_years_and_before_them),
        in_arena(times_around_a_change_of_the_offset_are_found),
        in_arena(what_is_written_is_read_again),
        in_arena(a_fault_is_told_in_gos_words_and_leaves_gos_zero),
    };
    return setenv("TZ", "America/New_York", 1) || cmocka_run_group_tests(tests, NULL, NULL);
}
