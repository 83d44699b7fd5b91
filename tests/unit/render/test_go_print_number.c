/* Numbers under one verb; what is wanted was printed by Go. */
#include "render/go_print_number.h"

#include "tests/unit/render/arena_json.h"

static const char *printed(uint32_t verb, const char *number)
{
    const struct go_verb d = {.width = -1, .precision = -1, .verb = verb};
    struct text to;
    text_init(&to, &arena);
    text_adds(&to, "");
    return go_print_number(&d, json_value(number), &to) ? to.at : NULL;
}

static void bases_and_runes_are_for_ints(void **state)
{
    (void)state;
    assert_string_equal(printed('d', "-42"), "-42");
    assert_string_equal(printed('b', "5"), "101");
    assert_string_equal(printed('O', "8"), "0o10");
    assert_string_equal(printed('X', "255"), "FF");
    assert_string_equal(printed('c', "65"), "A");
    assert_string_equal(printed('c', "-1"), "\xef\xbf\xbd");
    assert_string_equal(printed('U', "9731"), "U+2603");
    assert_string_equal(printed('d', "-9223372036854775808"), "-9223372036854775808");
}

static void exponents_are_for_floats(void **state)
{
    (void)state;
    assert_string_equal(printed('e', "1.5"), "1.500000e+00");
    assert_string_equal(printed('g', "0.0001"), "0.0001");
    assert_string_equal(printed('f', "2.5"), "2.500000");
}

static void a_verb_that_is_none_for_it_adds_nothing(void **state)
{
    (void)state;
    assert_null(printed('s', "1"));
    assert_null(printed('e', "1"));
    assert_null(printed('d', "1.5"));
    assert_null(printed('s', "1.5"));
    assert_null(printed('d' + 0x100, "1"));
}

static void a_prefix_marks_the_base_when_sharp(void **state)
{
    const struct go_verb d = {.width = 6, .precision = -1, .sharp = true, .zero = true, .verb = 'x'};
    struct text to;
    (void)state;
    text_init(&to, &arena);
    go_print_based(&d, 255, 16, "0x", &to);
    assert_string_equal(to.at, "0x0000ff");
}

#define test(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(bases_and_runes_are_for_ints),
        test(exponents_are_for_floats),
        test(a_verb_that_is_none_for_it_adds_nothing),
        test(a_prefix_marks_the_base_when_sharp),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
