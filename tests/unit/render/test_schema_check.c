#include "tests/unit/render/schema_case.h"

/* In the words of Helm 3. */
static void schemas_within_schemas_and_what_they_left_unseen(void **state)
{
    static const struct schema_case cases[] = {
        {"{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"properties\": {\"v\": false}}",
         "{\"v\": 1}", "- at '/v': false schema\n"},
        {"{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"properties\": {\"v\": {\"$ref\": "
         "\"#\"}}, \"additionalProperties\": false}",
         "{\"v\": {\"v\": {\"w\": 1}}}", "- at '/v/v': additional properties 'w' not allowed\n"},
        {"{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"properties\": {\"a\": true}, "
         "\"unevaluatedProperties\": false}",
         "{\"a\": 1, \"b\": 2}", "- at '/b': false schema\n"},
        {"{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"allOf\": [{\"properties\": "
         "{\"a\": true}}], \"unevaluatedProperties\": false}",
         "{\"a\": 1, \"b\": 2}", "- at '/b': false schema\n"},
        {"{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"anyOf\": [{\"properties\": "
         "{\"a\": {\"type\": \"string\"}}}, {\"properties\": {\"b\": true}}], \"unevaluatedProperties\": "
         "false}",
         "{\"a\": 1, \"b\": 2}", "- at '/a': false schema\n"},
        {"{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"not\": {\"properties\": {\"a\": "
         "{\"type\": \"string\"}}}, \"unevaluatedProperties\": {\"type\": \"string\"}}",
         "{\"a\": 1}", "- at '/a': got number, want string\n"},
        {"{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"properties\": {\"v\": "
         "{\"prefixItems\": [true], \"unevaluatedItems\": false}}}",
         "{\"v\": [1, 2, 3]}", "- at '/v/1': false schema\n- at '/v/2': false schema\n"},
        {"{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"properties\": {\"v\": "
         "{\"contains\": {\"type\": \"string\"}, \"unevaluatedItems\": {\"type\": \"boolean\"}}}}",
         "{\"v\": [\"a\", true, 1]}", "- at '/v/2': got number, want boolean\n"},
        {"{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"properties\": {\"v\": "
         "{\"contains\": {\"type\": \"string\"}, \"minContains\": 2, \"maxContains\": 2}}}",
         "{\"v\": [\"a\", true, 1]}",
         "- at '/v': min 2 items required to match contains schema, but matched 1 items at 0\n  - at '/v/1': "
         "got boolean, want string\n  - at '/v/2': got number, want string\n"},
        {"{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"properties\": {\"v\": "
         "{\"contains\": {\"type\": \"string\"}, \"maxContains\": 1}}}",
         "{\"v\": [\"a\", \"b\", 1]}",
         "- at '/v': max 1 items required to match contains schema, but matched 2 items at 0 1\n"},
        {"{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"properties\": {\"v\": "
         "{\"contains\": {\"type\": \"string\"}, \"minContains\": 0}}}",
         "{\"v\": []}", ""},
        {"{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"properties\": {\"v\": "
         "{\"contains\": {\"type\": \"string\"}, \"minContains\": 2}}}",
         "{\"v\": [1]}",
         "- at '/v': min 2 items required to match contains schema, but none matched\n  - at '/v/0': got "
         "number, want string\n"},
        {"{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"dependentRequired\": {\"a\": "
         "[\"b\", \"c\"]}, \"dependentSchemas\": {\"a\": {\"required\": [\"d\"]}}}",
         "{\"a\": 1}",
         "- at '': missing property 'd'\n- at '': properties 'b', 'c' required, if 'a' exists\n"},
        {"{\"$schema\": \"https://json-schema.org/draft/2019-09/schema\", \"properties\": {\"v\": "
         "{\"format\": \"ipv4\", \"minimum\": 3}}}",
         "{\"v\": \"x\"}", ""},
        {"{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"$defs\": {\"p\": {\"minimum\": "
         "3}}, \"properties\": {\"v\": {\"$ref\": \"#/$defs/p\", \"maximum\": 1}}}",
         "{\"v\": 2}", "- at '/v': minimum: got 2, want 3\n- at '/v': maximum: got 2, want 1\n"},
        {"{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"if\": {\"properties\": {\"a\": "
         "{\"const\": 1}}}, \"then\": {\"properties\": {\"b\": true}}, \"unevaluatedProperties\": false}",
         "{\"a\": 1, \"b\": 1, \"c\": 1}", "- at '/c': false schema\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        schema_case_holds(&cases[i], cases[i].schema, cases[i].value);
}

/* Each map within a map takes two schemas, additionalProperties and what it refers to, and end one. */
static const char *report_of_depth(unsigned maps, const char *innermost)
{
    struct text value;
    text_init(&value, &arena);
    for (unsigned i = 0; i < maps; i++)
        text_adds(&value, "{\"a\":");
    text_adds(&value, innermost);
    text_repeat(&value, '}', maps);
    return schema_report("{\"$schema\":\"http://json-schema.org/draft-07/schema#\","
                         "\"properties\":{\"end\":true},\"additionalProperties\":{\"$ref\":\"#\"}}",
                         value.at);
}

static void schemas_within_schemas_are_bounded(void **state)
{
    (void)state;
    assert_string_equal(report_of_depth(SCHEMA_DEPTH_MAX / 2, "1"), "");
    const char *report = report_of_depth(SCHEMA_DEPTH_MAX / 2, "{\"end\":1}");
    if (!strstr(report, "reference cycle at "))
        fail_msg("%s", report);
}

static void references_in_a_circle_end(void **state)
{
    (void)state;
    const char *report =
        schema_report("{\"$schema\":\"http://json-schema.org/draft-07/schema#\","
                      "\"definitions\":{\"a\":{\"$ref\":\"#/definitions/b\"},\"b\":{\"$ref\":"
                      "\"#/definitions/a\"}},\"$ref\":\"#/definitions/a\"}",
                      "1");
    if (!strstr(report, "reference cycle at "))
        fail_msg("%s", report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(schemas_within_schemas_and_what_they_left_unseen, setup, teardown),
        cmocka_unit_test_setup_teardown(schemas_within_schemas_are_bounded, setup, teardown),
        cmocka_unit_test_setup_teardown(references_in_a_circle_end, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
