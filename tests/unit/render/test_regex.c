#include "tests/unit/render/regex_case.h"

static void a_pattern_matches_anywhere_as_in_go(void **state)
{
    static const struct regex_match_case cases[] = {
        {"", "", 1},
        {"b", "abc", 1},
        {"^b", "abc", 0},
        {"^abc$", "abc", 1},
        {"a$", "a\n", 0},
        {"(?m)^b$", "a\nb", 1},
        {"a.c", "a\nc", 0},
        {"(?s)a.c", "a\nc", 1},
        {"(?i)ABC", "abc", 1},
        {"^.$", "\xc3\xa4", 1},
        {"\\bx\\b", "a x", 1},
        {"^[[:alpha:]]+$", "a1", 0},
        {"^\\d{2,3}$", "1234", 0},
        {"(?P<n>a)", "a", 1},
        {"\\Aa\\z", "a", 1},
        {"\\pL", "1", 0},
    };
    (void)state;
    regex_matches_hold(cases, sizeof cases / sizeof *cases);
}

/* Wanted: what Go's regexp.Compile gives. */
static void a_bad_pattern_is_refused_in_words_of_go(void **state)
{
    static const struct regex_fault_case cases[] = {
        {"(a", "error parsing regexp: missing closing ): `(a`"},
        {"a)", "error parsing regexp: unexpected ): `a)`"},
        {"[a", "error parsing regexp: missing closing ]: `[a`"},
        {"*", "error parsing regexp: missing argument to repetition operator: `*`"},
        {"a{1001}", "error parsing regexp: invalid repeat count: `{1001}`"},
        {"(a)\\1", "error parsing regexp: invalid escape sequence: `\\1`"},
    };
    (void)state;
    regex_faults_hold(cases, sizeof cases / sizeof *cases);
}

static void bounds_hold(void **state)
{
    static char big[REGEX_LEN_MAX + 1];
    const char *error = NULL;
    (void)state;
    memset(big, 'a', sizeof big);
    assert_non_null(regex_compile(big, REGEX_LEN_MAX, &arena, &error));
    assert_null(regex_compile(big, REGEX_LEN_MAX + 1, &arena, &error));
    assert_non_null(regex_compile("a{1000}", 7, &arena, &error));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_pattern_matches_anywhere_as_in_go, setup, teardown),
        cmocka_unit_test_setup_teardown(a_bad_pattern_is_refused_in_words_of_go, setup, teardown),
        cmocka_unit_test_setup_teardown(bounds_hold, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
