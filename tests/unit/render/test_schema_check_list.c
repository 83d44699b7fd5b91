#include "tests/unit/render/schema_case.h"

static void each_keyword_of_a_list_has_its_complaint(void **state)
{
    static const struct schema_case cases[] = {
        {"{\"minItems\": 2}", "[1]", "- at '/v': minItems: got 1, want 2\n"},
        {"{\"minItems\": 1}", "[1]", ""},
        {"{\"maxItems\": 1}", "[1, 2]", "- at '/v': maxItems: got 2, want 1\n"},
        {"{\"maxItems\": 1}", "[1]", ""},
        {"{\"uniqueItems\": true}", "[1, 2, 1.0, 2]", "- at '/v': items at 0 and 2 are equal\n"},
        {"{\"uniqueItems\": true}", "[\"1\", 1, [1], {\"a\": 1}]", ""},
        {"{\"uniqueItems\": true}", "[2, 1, 1]", "- at '/v': items at 1 and 2 are equal\n"},
        {"{\"uniqueItems\": false}", "[1, 1]", ""},
        {"{\"items\": {\"type\": \"string\"}}", "[\"a\", 1, \"b\", null]",
         "- at '/v/1': got number, want string\n- at '/v/3': got null, want string\n"},
        {"{\"items\": [{\"type\": \"string\"}], \"additionalItems\": false}", "[\"a\", 1, 2]",
         "- at '/v': last 2 additionalItem(s) not allowed\n"},
        {"{\"items\": [{\"type\": \"string\"}], \"additionalItems\": false}", "[]", ""},
        {"{\"items\": [{\"type\": \"string\"}], \"additionalItems\": {\"type\": \"boolean\"}}",
         "[1, true, 2]", "- at '/v/0': got number, want string\n- at '/v/2': got number, want boolean\n"},
        {"{\"contains\": {\"type\": \"string\"}}", "[]", "- at '/v': no items match contains schema\n"},
        {"{\"contains\": {\"type\": \"string\"}}", "[1, 2]",
         "- at '/v': no items match contains schema\n  - at '/v/0': got number, want string\n  - at '/v/1': "
         "got number, want string\n"},
        {"{\"contains\": {\"type\": \"string\"}}", "[1, \"a\"]", ""},
    };
    (void)state;
    schema_cases_hold(cases, sizeof cases / sizeof *cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_keyword_of_a_list_has_its_complaint, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
