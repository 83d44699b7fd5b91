/* What a directive's width and flags put around a body. */
#include "render/go_verb.h"

#include <string.h>

#include "tests/unit/fresh_arena.h"

static const char *padded(struct go_verb d, const char *body)
{
    struct text to;
    text_init(&to, &arena);
    text_adds(&to, "");
    go_verb_pad(&d, body, strlen(body), &to);
    return to.at;
}

static const char *padded_number(struct go_verb d, const char *body)
{
    struct text to;
    text_init(&to, &arena);
    text_adds(&to, "");
    go_verb_pad_number(&d, body, strlen(body), &to);
    return to.at;
}

static void a_width_counts_runes(void **state)
{
    (void)state;
    assert_string_equal(padded((struct go_verb){.width = 4}, "é"), "   é");
    assert_string_equal(padded((struct go_verb){.width = 4, .minus = true}, "ab"), "ab  ");
    assert_string_equal(padded((struct go_verb){.width = 4, .zero = true}, "ab"), "00ab");
    assert_string_equal(padded((struct go_verb){.width = 2}, "abc"), "abc");
    assert_string_equal(padded((struct go_verb){.width = -1}, "abc"), "abc");
}

static void zeros_go_behind_a_numbers_sign(void **state)
{
    (void)state;
    assert_string_equal(padded_number((struct go_verb){.width = 6, .zero = true}, "-1.5"), "-001.5");
    assert_string_equal(padded_number((struct go_verb){.width = 6, .zero = true}, "1.5"), "0001.5");
    assert_string_equal(padded_number((struct go_verb){.width = 6}, "+1.5"), "  +1.5");
    assert_string_equal(padded_number((struct go_verb){.width = 6, .zero = true, .minus = true}, "-1.5"),
                        "-1.5  ");
}

static void a_verb_is_a_letter_of_those_named(void **state)
{
    (void)state;
    assert_true(go_verb_is(&(struct go_verb){.verb = 's'}, "vs"));
    assert_false(go_verb_is(&(struct go_verb){.verb = 'd'}, "vs"));
    assert_false(go_verb_is(&(struct go_verb){.verb = 0}, "vs"));
    assert_false(go_verb_is(&(struct go_verb){.verb = 's' + 0x100}, "vs"));
}

#define test(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(a_width_counts_runes),
        test(zeros_go_behind_a_numbers_sign),
        test(a_verb_is_a_letter_of_those_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
