#include "tests/unit/cmocka_all.h"

#include "common/unicode.h"

enum { RUNE_MAX = 0x10FFFF };

struct kind {
    uint32_t rune;
    bool letter, digit, print, space;
};

static void runes_are_of_the_kind_that_go_says(void **state)
{
    (void)state;
    static const struct kind kinds[] = {
        {'a', true, false, true, false},
        {'Z', true, false, true, false},
        {'0', false, true, true, false},
        {'_', false, false, true, false},
        {' ', false, false, true, true},
        {'\t', false, false, false, true},
        {'\n', false, false, false, true},
        {0x7F, false, false, false, false},
        {0x00, false, false, false, false},
        {0x85, false, false, false, true},
        {0xA0, false, false, false, true},
        {0xAD, false, false, false, false}, /* soft hyphen */
        {0xE9, true, false, true, false},
        {0x2028, false, false, false, true},
        {0x200B, false, false, false, false} /* zero width space: none */,
        {0x0660, false, true, true, false}, /* Arabic-Indic zero */
        {0x4E2D, true, false, true, false},
        {0x0301, false, false, true, false}, /* combining acute */
        {0xD800, false, false, false, false} /* half a surrogate pair */,
        {0xE000, false, false, false, false} /* private use */,
        {0xFFFD, false, false, true, false},
        {0x1F600, false, false, true, false},
        {RUNE_MAX, false, false, false, false},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct kind *k = &kinds[i];
        if (unicode_is_letter(k->rune) != k->letter || unicode_is_digit(k->rune) != k->digit ||
            unicode_is_print(k->rune) != k->print || unicode_is_space(k->rune) != k->space)
            fail_msg("U+%04X", (unsigned)k->rune);
    }
}

static void there_are_as_many_of_a_kind_as_in_go(void **state)
{
    size_t numbers = 0, puncts = 0;
    (void)state;
    for (uint32_t rune = 0; rune <= RUNE_MAX; rune++) {
        numbers += unicode_is_number(rune);
        puncts += unicode_is_punct(rune);
    }
    assert_int_equal(numbers, 1831);
    assert_int_equal(puncts, 842);
    assert_true(unicode_is_number(0xbd) && unicode_is_number(0x2160) && !unicode_is_digit(0xbd));
    assert_true(unicode_is_punct('-') && unicode_is_punct(0xa1) && unicode_is_punct(0x2014));
    assert_false(unicode_is_punct('+') || unicode_is_punct('$') || unicode_is_punct(0));
}

static void letters_and_digits_are_printed_and_nothing_above_unicode_is_anything(void **state)
{
    (void)state;
    for (uint32_t r = 0; r <= RUNE_MAX; r++) {
        if ((unicode_is_letter(r) || unicode_is_digit(r)) && !unicode_is_print(r))
            fail_msg("U+%04X", (unsigned)r);
        assert_false(unicode_is_letter(r) && unicode_is_digit(r));
    }
    for (uint32_t r = RUNE_MAX + 1; r < RUNE_MAX + 1000; r++)
        assert_false(unicode_is_letter(r) || unicode_is_digit(r) || unicode_is_print(r) ||
                     unicode_is_space(r));
    assert_false(unicode_is_print(UINT32_MAX));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runes_are_of_the_kind_that_go_says),
        cmocka_unit_test(there_are_as_many_of_a_kind_as_in_go),
        cmocka_unit_test(letters_and_digits_are_printed_and_nothing_above_unicode_is_anything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
