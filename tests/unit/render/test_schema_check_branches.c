#include "tests/unit/render/schema_case.h"

static void each_branch_has_its_complaint(void **state)
{
    static const struct schema_case cases[] = {
        {"{\"not\": {\"type\": \"string\"}}", "\"a\"", "- at '/v': 'not' failed\n"},
        {"{\"not\": {\"type\": \"string\"}}", "1", ""},
        {"{\"allOf\": [{\"minimum\": 3}, {\"maximum\": 1}]}", "2",
         "- at '/v': 'allOf' failed\n  - at '/v': minimum: got 2, want 3\n  - at '/v': maximum: got 2, want "
         "1\n"},
        {"{\"allOf\": [{\"minimum\": 1}, {\"maximum\": 1}]}", "2",
         "- at '/v': 'allOf' failed\n  - at '/v': maximum: got 2, want 1\n"},
        {"{\"allOf\": [{\"minimum\": 1}, {\"maximum\": 3}]}", "2", ""},
        {"{\"anyOf\": [{\"minimum\": 3}, {\"maximum\": 1}]}", "2",
         "- at '/v': 'anyOf' failed\n  - at '/v': minimum: got 2, want 3\n  - at '/v': maximum: got 2, want "
         "1\n"},
        {"{\"anyOf\": [{\"minimum\": 3}, {\"maximum\": 2}]}", "2", ""},
        {"{\"oneOf\": [{\"minimum\": 3}, {\"maximum\": 1}]}", "2",
         "- at '/v': 'oneOf' failed, none matched\n  - at '/v': minimum: got 2, want 3\n  - at '/v': "
         "maximum: got 2, want 1\n"},
        {"{\"oneOf\": [{\"minimum\": 3}, {\"maximum\": 2}]}", "2", ""},
        {"{\"oneOf\": [{\"minimum\": 3}, {\"maximum\": 2}, {\"minimum\": 1}, true]}", "2",
         "- at '/v': 'oneOf' failed, subschemas 1, 2 matched\n"},
        {"{\"if\": {\"minimum\": 3}, \"then\": {\"maximum\": 4}, \"else\": {\"minimum\": 2}}", "5",
         "- at '/v': maximum: got 5, want 4\n"},
        {"{\"if\": {\"minimum\": 3}, \"then\": {\"maximum\": 4}, \"else\": {\"minimum\": 2}}", "1",
         "- at '/v': minimum: got 1, want 2\n"},
        {"{\"if\": {\"minimum\": 3}, \"then\": {\"maximum\": 4}}", "1", ""},
        {"{\"$ref\": \"#/definitions/s\"}", "1", "- at '/v': got number, want string\n"},
        {"{\"$ref\": \"#/definitions/two\"}", "1",
         "- at '/v': validation failed\n  - at '/v': minimum: got 1, want 2\n  - at '/v': multipleOf: got 1, "
         "want 2\n"},
        {"{\"$ref\": \"#/definitions/s\", \"maximum\": 0}", "\"a\"", ""},
    };
    (void)state;
    schema_cases_hold(cases, sizeof cases / sizeof *cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_branch_has_its_complaint, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
