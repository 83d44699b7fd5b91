#include "tests/unit/render/regex_case.h"

/* Wanted: what Go's regexp gives. */
static void classes_hold_what_they_hold_in_go(void **state)
{
    static const struct regex_match_case cases[] = {
        {"^\\s$", "\v", 0},
        {"^[[:space:]]$", "\v", 1},
        {"^[\\S]$", "\v", 1},
        {"^\\w$", "\xc3\xa9", 0},
        {"(?i)^\\w$", "\xc5\xbf", 1}, /* the long s is one */
        {"^\\w$", "\xc5\xbf", 0},
        {"(?i)^[\\W]$", "s", 0},
        {"(?i)^[\\W]$", "\xe2\x84\xaa", 0}, /* Kelvin's K is a k */
        {"(?i)^[[:upper:]]$", "a", 1},
        {"^[[:^alpha:]]$", "\xc3\xa9", 1},
        {"^[[:word:]]+$", "a_1", 1},
        {"^[^a]$", "\n", 1},
        {"^[]a]+$", "]a", 1},
        {"^[\\d-z]+$", "1-z", 1},
        {"^[\xe6\x97\xa5-\xe6\x9c\xac]$", "\xe6\x98\x8e", 1},
        {"^\\p{Greek}\\pL\\PL$",
         "\xcf\x83"
         "a1",
         1},
        {"^\\p{^Lu}\\p{Uppercase_Letter}$", "aA", 1},
        {"(?i)^\\p{Lu}$", "a", 1},
        {"^[\\x{d800}]$", "\xef\xbf\xbd", 1},
        {"^[\\x{d800}-\\x{d801}]$", "\xef\xbf\xbd", 0},
        {"^[^\\x{d800}]$", "a", 1},
        {"^\\p{ASCII}\\p{Any}\\p{Assigned}$", "abc", 1},
    };
    (void)state;
    regex_matches_hold(cases, sizeof cases / sizeof *cases);
}

static void bad_classes_are_refused_in_words_of_go(void **state)
{
    static const struct regex_fault_case cases[] = {
        {"[[:foo:]]", "error parsing regexp: invalid character class range: `[:foo:]`"},
        {"[z-a]", "error parsing regexp: invalid character class range: `z-a`"},
        {"\\p{Nope}", "error parsing regexp: invalid character class range: `\\p{Nope}`"},
        {"\\p{L", "error parsing regexp: invalid character class range: `\\p{L`"},
        {"a[b", "error parsing regexp: missing closing ]: `[b`"},
        {"[\\1]", "error parsing regexp: invalid escape sequence: `\\1`"},
        {"[\xff]", "error parsing regexp: invalid UTF-8: `\xff]`"},
    };
    (void)state;
    regex_faults_hold(cases, sizeof cases / sizeof *cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(classes_hold_what_they_hold_in_go, setup, teardown),
        cmocka_unit_test_setup_teardown(bad_classes_are_refused_in_words_of_go, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
