#include "tests/unit/cmocka_all.h"

#include "render/schema_node.h"
#include "tests/unit/render/arena_json.h"

/* JSON schema's equality: numbers by value, unlike Go's. */
static void json_is_equal_by_what_it_says(void **state)
{
    static const struct {
        const char *a, *b;
        bool equal;
    } cases[] = {
        {"null", "null", true},
        {"null", "0", false},
        {"false", "0", false},
        {"true", "true", true},
        {"true", "false", false},
        {"1", "1.0", true},
        {"1", "1e0", true},
        {"1", "1.5", false},
        {"0", "-0.0", true},
        {"9007199254740993", "9007199254740992", false},
        {"1", "\"1\"", false},
        {"\"a\"", "\"a\"", true},
        {"\"a\"", "\"a\\u0000\"", false},
        {"\"a\\u0000b\"", "\"a\\u0000c\"", false},
        {"[1, 2.0]", "[1.0, 2]", true},
        {"[1, 2]", "[2, 1]", false},
        {"[1]", "[1, 1]", false},
        {"[]", "{}", false},
        {"{\"a\": 1, \"b\": [2]}", "{\"b\": [2.0], \"a\": 1.0}", true},
        {"{\"a\": 1}", "{\"b\": 1}", false},
        {"{\"a\": 1}", "{\"ab\": 1}", false},
        {"{\"a\": null}", "{}", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct value *a = json_value(cases[i].a), *b = json_value(cases[i].b);
        if (schema_equal(a, b) != cases[i].equal || schema_equal(b, a) != cases[i].equal)
            fail_msg("%s and %s", cases[i].a, cases[i].b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(json_is_equal_by_what_it_says, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
