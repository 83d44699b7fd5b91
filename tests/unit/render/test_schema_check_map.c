#include "tests/unit/render/schema_case.h"

static void each_keyword_of_a_map_has_its_complaint(void **state)
{
    static const struct schema_case cases[] = {
        {"{\"minProperties\": 2}", "{\"a\": 1}", "- at '/v': minProperties: got 1, want 2\n"},
        {"{\"minProperties\": 1}", "{\"a\": 1}", ""},
        {"{\"maxProperties\": 1}", "{\"a\": 1, \"b\": 2}", "- at '/v': maxProperties: got 2, want 1\n"},
        {"{\"maxProperties\": 1}", "{\"a\": 1}", ""},
        {"{\"required\": [\"a\", \"b\"]}", "{\"b\": 1}", "- at '/v': missing property 'a'\n"},
        {"{\"required\": [\"it's\", \"b\"]}", "{}", "- at '/v': missing properties 'it\\'s', 'b'\n"},
        {"{\"required\": [\"a\"]}", "[]", ""},
        {"{\"dependencies\": {\"a\": [\"b\", \"c\"]}}", "{\"a\": 1}",
         "- at '/v': properties 'b', 'c' required, if 'a' exists\n"},
        {"{\"dependencies\": {\"a\": [\"b\"]}}", "{\"c\": 1}", ""},
        {"{\"dependencies\": {\"a\": {\"required\": [\"z\"]}}}", "{\"a\": 1}",
         "- at '/v': missing property 'z'\n"},
        {"{\"properties\": {\"a\": {\"type\": \"string\"}}, \"additionalProperties\": false}",
         "{\"a\": 1, \"b\": 2, \"c\": 3}",
         "- at '/v/a': got number, want string\n- at '/v': additional properties 'b', 'c' not allowed\n"},
        {"{\"patternProperties\": {\"^x\": {\"type\": \"string\"}, \"y$\": {\"minimum\": 3}}}",
         "{\"xy\": 1, \"z\": 1}",
         "- at '/v/xy': got number, want string\n- at '/v/xy': minimum: got 1, want 3\n"},
        {"{\"patternProperties\": {\"^x\": true}, \"additionalProperties\": false}", "{\"x1\": 1}", ""},
        {"{\"additionalProperties\": {\"type\": \"string\"}}", "{\"a~b/c\": 1}",
         "- at '/v/a~0b~1c': got number, want string\n"},
        {"{\"propertyNames\": {\"maxLength\": 2}}", "{\"abc\": 1, \"de\": 2}",
         "- at '/v': invalid propertyName 'abc'\n  - at '': maxLength: got 3, want 2\n"},
        {"{\"propertyNames\": {\"pattern\": \"^a\", \"maxLength\": 2}}", "{\"bcd\": 1}",
         "- at '/v': invalid propertyName 'bcd'\n  - at '': maxLength: got 3, want 2\n  - at '': 'bcd' does "
         "not match pattern '^a'\n"},
        {"{\"properties\": {\"a\": false}}", "{\"a\": 1}", "- at '/v/a': false schema\n"},
    };
    (void)state;
    schema_cases_hold(cases, sizeof cases / sizeof *cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_keyword_of_a_map_has_its_complaint, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
