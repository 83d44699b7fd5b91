#include "tests/unit/render/schema_case.h"

static void each_kind_is_told_from_the_others(void **state)
{
    static const struct schema_case cases[] = {
        {"{\"type\": \"integer\"}", "1.0", ""},
        {"{\"type\": \"integer\"}", "1.5", "- at '/v': got number, want integer\n"},
        {"{\"type\": \"number\"}", "true", "- at '/v': got boolean, want number\n"},
        {"{\"type\": [\"object\", \"array\"]}", "null", "- at '/v': got null, want array or object\n"},
        {"{\"type\": \"string\"}", "[]", "- at '/v': got array, want string\n"},
        {"{\"const\": {\"a\": 1}}", "{\"a\": 2}", "- at '/v': 'const' failed\n"},
        {"{\"const\": \"x\"}", "\"y\"", "- at '/v': value must be 'x'\n"},
        {"{\"const\": 1}", "1.0", ""},
        {"{\"enum\": [\"a\"]}", "\"b\"", "- at '/v': value must be 'a'\n"},
        {"{\"enum\": [\"a\", 1, null]}", "\"b\"", "- at '/v': value must be one of 'a', 1, <nil>\n"},
        {"{\"enum\": [[1], 2]}", "3", "- at '/v': 'enum' failed\n"},
        {"{\"enum\": [[1], 2]}", "[1.0]", ""},
        {"{\"type\": \"string\", \"const\": \"x\", \"maxLength\": 0}", "5",
         "- at '/v': got number, want string\n"},
        {"{\"const\": \"x\", \"enum\": [\"y\"], \"maxLength\": 0}", "\"zz\"",
         "- at '/v': value must be 'x'\n"},
        {"{\"format\": \"ipv4\"}", "\"x\"", "- at '/v': 'x' is not valid ipv4: expected four decimals\n"},
        {"{\"format\": \"ipv4\"}", "1", ""},
        {"{\"format\": \"nonsense\"}", "\"x\"", ""},
    };
    (void)state;
    schema_cases_hold(cases, sizeof cases / sizeof *cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_kind_is_told_from_the_others, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
