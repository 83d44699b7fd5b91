#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "render/go_layout.h"

static struct go_chunk next(const char *layout)
{
    return go_layout_next((struct bytes){layout, strlen(layout)});
}

static void is(struct bytes part, const char *expected)
{
    assert_int_equal(part.len, strlen(expected));
    assert_memory_equal(part.at, expected, part.len);
}

static void each_element_is_known_by_its_longest_spelling(void **state)
{
    static const struct {
        const char *text;
        enum go_element element;
    } cases[] = {{"January", LONG_MONTH},
                 {"Jan", MONTH},
                 {"1", NUM_MONTH},
                 {"01", ZERO_MONTH},
                 {"Monday", LONG_WEEKDAY},
                 {"Mon", WEEKDAY},
                 {"2", DAY},
                 {"_2", UNDER_DAY},
                 {"02", ZERO_DAY},
                 {"__2", UNDER_YEAR_DAY},
                 {"002", ZERO_YEAR_DAY},
                 {"15", HOUR},
                 {"3", HOUR12},
                 {"03", ZERO_HOUR12},
                 {"4", MINUTE},
                 {"04", ZERO_MINUTE},
                 {"5", SECOND},
                 {"05", ZERO_SECOND},
                 {"2006", LONG_YEAR},
                 {"06", YEAR},
                 {"PM", UPPER_PM},
                 {"pm", LOWER_PM},
                 {"MST", ZONE_NAME},
                 {"-0700", ZONE},
                 {"Z07:00:00", ZONE},
                 {".000", FRACTION0},
                 {",99", FRACTION9}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct go_chunk c = next(cases[i].text);
        assert_int_equal(c.element, cases[i].element);
        is(c.text, cases[i].text);
        is(c.before, "");
        is(c.rest, "");
    }
}

static void octets_between_stand_for_themselves(void **state)
{
    (void)state;
    struct go_chunk c = next("x_2006y");
    is(c.before, "x_");
    is(c.text, "2006");
    is(c.rest, "y");
    c = next("y");
    is(c.before, "y");
    assert_int_equal(c.element, ELEMENT_NONE);
}

static void words_that_only_begin_so_are_none(void **state)
{
    (void)state;
    assert_int_equal(next("Janet").element, ELEMENT_NONE);
    assert_int_equal(next("Month").element, ELEMENT_NONE);
    assert_int_equal(next(".0001").element, ZERO_MONTH);
    assert_int_equal(next(".").element, ELEMENT_NONE);
}

static void an_offset_has_a_form_and_a_fraction_its_digits(void **state)
{
    (void)state;
    struct go_zone_form form = next("Z07:00").zone;
    assert_true(form.z && form.colon && form.minutes && !form.seconds);
    form = next("-070000").zone;
    assert_true(!form.z && !form.colon && form.minutes && form.seconds);
    assert_int_equal(next(".9999").digits, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_element_is_known_by_its_longest_spelling),
        cmocka_unit_test(octets_between_stand_for_themselves),
        cmocka_unit_test(words_that_only_begin_so_are_none),
        cmocka_unit_test(an_offset_has_a_form_and_a_fraction_its_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
