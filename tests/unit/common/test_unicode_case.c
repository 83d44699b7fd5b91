#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "common/unicode_case.h"

static void runes_change_one_for_one_as_in_go(void **state)
{
    (void)state;
    static const struct {
        uint32_t lower, upper;
    } pairs[] = {{'a', 'A'},     {'z', 'Z'},     {0xE9, 0xC9},       {0xFF, 0x178},     {0x101, 0x100},
                 {0x3C9, 0x3A9}, {0x451, 0x401}, {0x10428, 0x10400}, {0x1E943, 0x1E921}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        assert_int_equal(unicode_upper(pairs[i].lower), pairs[i].upper);
        assert_int_equal(unicode_lower(pairs[i].upper), pairs[i].lower);
        assert_int_equal(unicode_upper(pairs[i].upper), pairs[i].upper);
        assert_int_equal(unicode_lower(pairs[i].lower), pairs[i].lower);
    }
}

static void of_two_letters_in_one_a_title_enlarges_the_first(void **state)
{
    (void)state;
    for (uint32_t pair = 0x1C4; pair <= 0x1CC; pair++)
        assert_int_equal(unicode_title(pair), 0x1C5 + (pair - 0x1C4) / 3 * 3);
    for (uint32_t pair = 0x1F1; pair <= 0x1F3; pair++)
        assert_int_equal(unicode_title(pair), 0x1F2);
    assert_int_equal(unicode_title(0x10D0), 0x10D0); /* Georgian begins no word with a capital */
    assert_int_equal(unicode_title(0x1C3), 0x1C3);
    assert_int_equal(unicode_title(0x1CD), 0x1CD);
    assert_int_equal(unicode_title('a'), 'A');
    assert_int_equal(unicode_title(0xE9), 0xC9);
}

static void what_has_no_case_or_no_single_rune_stays(void **state)
{
    (void)state;
    static const uint32_t same[] = {'1',    '_',     0xDF /* sharp s: its capital is two letters */,
                                    0x4E2D, 0x1F600, 0x110000};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        assert_int_equal(unicode_upper(same[i]), same[i]);
    assert_int_equal(unicode_upper(0x131), 'I');  /* dotless i */
    assert_int_equal(unicode_lower(0x130), 'i');  /* I with a dot */
    assert_int_equal(unicode_upper(0x17F), 'S');  /* long s */
    assert_int_equal(unicode_lower(0x212A), 'k'); /* Kelvin */
}

static void text_changes_and_what_is_no_utf8_is_marked(void **state)
{
    (void)state;
    static const struct {
        const char *text, *upper, *lower;
    } cases[] = {{"aB\xC3\xA9", "AB\xC3\x89", "ab\xC3\xA9"},
                 {"x\xFFy", "X\xEF\xBF\xBDY", "x\xEF\xBF\xBDy"},
                 {"", "", ""}};
    struct arena a = {0};
    arena_init(&a, 1 << 16);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text t;
        text_init(&t, &a);
        text_adds(&t, "");
        unicode_to_upper(cases[i].text, strlen(cases[i].text), &t);
        assert_string_equal(t.at, cases[i].upper);
        text_cut(&t, 0);
        unicode_to_lower(cases[i].text, strlen(cases[i].text), &t);
        assert_string_equal(t.at, cases[i].lower);
    }
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runes_change_one_for_one_as_in_go),
        cmocka_unit_test(of_two_letters_in_one_a_title_enlarges_the_first),
        cmocka_unit_test(what_has_no_case_or_no_single_rune_stays),
        cmocka_unit_test(text_changes_and_what_is_no_utf8_is_marked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
