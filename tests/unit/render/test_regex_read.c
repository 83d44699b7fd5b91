#include "tests/unit/cmocka_all.h"

#include "render/regex_read.h"
#include "tests/unit/render/arena_json.h"

struct reading {
    const char *pattern, *wanted;
};

static void check(const struct reading *cases, size_t count, bool good)
{
    for (size_t i = 0; i < count; i++) {
        struct regex_source out;
        const char *error = regex_read(cases[i].pattern, strlen(cases[i].pattern), &arena, &out);
        const char *got = error ? error : out.pattern.at;
        if (good != !error || strcmp(got, cases[i].wanted) != 0)
            fail_msg("%s: %s, not %s", cases[i].pattern, got, cases[i].wanted);
    }
}

static void what_pcre2_reads_otherwise_is_spelt_out(void **state)
{
    static const struct reading cases[] = {
        {"a^b$", "a(?:\\A)b(?:\\z)"},
        {"(?m)^$", "(?:\\A|(?<=\\n))(?:\\z|(?=\\n))"},
        {".(?s).", "[^\\n](?s:.)"},
        {"a{,2}{x}{02}", "a\\{\\,2\\}\\{x\\}\\{02\\}"},
        {"a(?i)b(?-i)c", "a(?i)b(?-i)c"},
        {"(a(?i)b)c", "(a(?i)b)c"},
        {"(?i:a)b", "(?:(?i)a)b"},
        {"(?U)a+b+?", "a+?b+"},
        {"\\Qa.b\\E+", "a\\.b+"},
        {"a*(?i)*", "(?:a*)*"},
        {"(?P<n>a)(?<m>b)", "(a)(b)"},
        {"\\x{d800}", "\\x{fffd}"},
        {"\\101\\x42\\a-_ ", "AB\\x{7}\\-\\_\\x{20}"},
    };
    (void)state;
    check(cases, sizeof cases / sizeof *cases, true);
}

/* Wanted: what Go's regexp.Compile gives. */
static void faults_are_told_in_words_of_go_in_its_order(void **state)
{
    static const struct reading cases[] = {
        {"a**", "error parsing regexp: invalid nested repetition operator: `**`"},
        {"x{2}{3}", "error parsing regexp: invalid nested repetition operator: `{2}{3}`"},
        {"[a(*?", "error parsing regexp: missing closing ]: `[a(*?`"},
        {"(*?a", "error parsing regexp: missing argument to repetition operator: `*?`"},
        {"|{2}", "error parsing regexp: missing argument to repetition operator: `{2}`"},
        {"(a{30}){40}", "error parsing regexp: invalid repeat count: `{40}`"},
        {"a{2,1}", "error parsing regexp: invalid repeat count: `{2,1}`"},
        {"(?P<1-a>b)", "error parsing regexp: invalid named capture: `(?P<1-a>`"},
        {"(?P<", "error parsing regexp: invalid or unsupported Perl syntax: `(?P`"},
        {"(?\xc3\xa9)", "error parsing regexp: invalid or unsupported Perl syntax: `(?\xc3\xa9`"},
        {"(?i-)a", "error parsing regexp: invalid or unsupported Perl syntax: `(?i-)`"},
        {"(?=a)", "error parsing regexp: invalid or unsupported Perl syntax: `(?=`"},
        {"\\x{110000}", "error parsing regexp: invalid escape sequence: `\\x{110000`"},
        {"\\", "error parsing regexp: trailing backslash at end of expression: ``"},
        {"a\xff", "error parsing regexp: invalid UTF-8: `\xff`"},
        {"(a", "error parsing regexp: missing closing ): `(a`"},
        {"a)b", "error parsing regexp: unexpected ): `a)b`"},
    };
    (void)state;
    check(cases, sizeof cases / sizeof *cases, false);
}

static void groups_nest_to_a_bound(void **state)
{
    char pattern[2 * (REGEX_DEPTH_MAX + 1)];
    struct regex_source out;
    (void)state;
    memset(pattern, '(', REGEX_DEPTH_MAX + 1);
    memset(pattern + REGEX_DEPTH_MAX + 1, ')', REGEX_DEPTH_MAX + 1);
    assert_null(regex_read(pattern + 1, sizeof pattern - 2, &arena, &out));
    assert_non_null(strstr(regex_read(pattern, sizeof pattern, &arena, &out), "nests too deeply"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_pcre2_reads_otherwise_is_spelt_out, setup, teardown),
        cmocka_unit_test_setup_teardown(faults_are_told_in_words_of_go_in_its_order, setup, teardown),
        cmocka_unit_test_setup_teardown(groups_nest_to_a_bound, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
