#include "tests/unit/render/schema_case.h"

static void each_keyword_of_a_string_or_number_has_its_complaint(void **state)
{
    static const struct schema_case cases[] = {
        {"{\"minLength\": 2}", "\"ä\"", "- at '/v': minLength: got 1, want 2\n"},
        {"{\"minLength\": 1}", "\"ä\"", ""},
        {"{\"maxLength\": 2}", "\"äöü\"", "- at '/v': maxLength: got 3, want 2\n"},
        {"{\"maxLength\": 2}", "\"𝄞ü\"", ""},
        {"{\"maxLength\": 0}", "123", ""},
        {"{\"pattern\": \"^a+$\"}", "\"aab\"", "- at '/v': 'aab' does not match pattern '^a+$'\n"},
        {"{\"pattern\": \"a\"}", "\"bab\"", ""},
        {"{\"minimum\": 3}", "2", "- at '/v': minimum: got 2, want 3\n"},
        {"{\"minimum\": 3}", "3", ""},
        {"{\"maximum\": 3}", "4", "- at '/v': maximum: got 4, want 3\n"},
        {"{\"maximum\": 3}", "3", ""},
        {"{\"exclusiveMinimum\": 3}", "3", "- at '/v': exclusiveMinimum: got 3, want 3\n"},
        {"{\"exclusiveMaximum\": 3}", "3", "- at '/v': exclusiveMaximum: got 3, want 3\n"},
        {"{\"exclusiveMinimum\": 3}", "3.5", ""},
        {"{\"multipleOf\": 0.01}", "0.07", ""},
        {"{\"multipleOf\": 0.1}", "0.35", "- at '/v': multipleOf: got 0.35, want 0.1\n"},
        {"{\"multipleOf\": 3}", "-9", ""},
        {"{\"multipleOf\": 3}", "-10", "- at '/v': multipleOf: got -10, want 3\n"},
        {"{\"multipleOf\": 7}", "0", ""},
        {"{\"multipleOf\": 1e-07}", "1e300", ""},
        {"{\"multipleOf\": 1e+300}", "5", "- at '/v': multipleOf: got 5, want 1×10³⁰⁰\n"},
        {"{\"minimum\": 12345678}", "-0.5", "- at '/v': minimum: got -0.5, want 1.2345678×10⁰⁷\n"},
    };
    (void)state;
    schema_cases_hold(cases, sizeof cases / sizeof *cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_keyword_of_a_string_or_number_has_its_complaint, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
