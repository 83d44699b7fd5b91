/* Strings under one verb; what is wanted was printed by Go. */
#include "render/go_print_text.h"

#include <string.h>

#include "tests/unit/fresh_arena.h"

static const char *printed(struct go_verb d, const char *s)
{
    struct text to;
    text_init(&to, &arena);
    text_adds(&to, "");
    return go_print_text(&d, s, strlen(s), &to) ? to.at : NULL;
}

static void each_verb_shows_it_its_way(void **state)
{
    (void)state;
    assert_string_equal(printed((struct go_verb){.verb = 'v', .precision = -1}, "a\"b"), "a\"b");
    assert_string_equal(printed((struct go_verb){.verb = 'v', .precision = -1, .syntax = true}, "a\"b"),
                        "\"a\\\"b\"");
    assert_string_equal(printed((struct go_verb){.verb = 'q', .precision = -1}, "é"), "\"é\"");
    assert_string_equal(printed((struct go_verb){.verb = 'q', .precision = -1, .plus = true}, "é"),
                        "\"\\u00e9\"");
    assert_string_equal(printed((struct go_verb){.verb = 'q', .precision = -1, .sharp = true}, "a\"b"),
                        "`a\"b`");
    assert_string_equal(printed((struct go_verb){.verb = 'x', .precision = -1}, "hi"), "6869");
    assert_string_equal(
        printed((struct go_verb){.verb = 'X', .precision = -1, .space = true, .sharp = true}, "jk"),
        "0X6A 0X6B");
}

static void a_precision_cuts_runes_or_octets(void **state)
{
    (void)state;
    assert_string_equal(printed((struct go_verb){.verb = 's', .precision = 2}, "ééé"), "éé");
    assert_string_equal(printed((struct go_verb){.verb = 'x', .precision = 2}, "ééé"), "c3a9");
    assert_int_equal(go_runes_len("ééé", 6, 2), 4);
    assert_int_equal(go_runes_len("é", 2, 9), 2);
}

static void a_verb_that_is_none_for_it_adds_nothing(void **state)
{
    (void)state;
    assert_null(printed((struct go_verb){.verb = 'd', .precision = -1}, "x"));
    assert_null(printed((struct go_verb){.verb = 's' + 0x100, .precision = -1}, "x"));
}

#define test(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(each_verb_shows_it_its_way),
        test(a_precision_cuts_runes_or_octets),
        test(a_verb_that_is_none_for_it_adds_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
