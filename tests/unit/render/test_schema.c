#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "render/json.h"
#include "render/schema.h"
#include "tests/unit/fresh_arena.h"

#define DRAFT7 "{\"$schema\":\"http://json-schema.org/draft-07/schema#\","

static struct fault fault;

static const char *check(const char *schema_text, const char *json)
{
    const struct json_options options = {.file = "v.json"};
    static struct diag err;
    struct bytes text = {.at = schema_text, .len = strlen(schema_text)};
    struct schema *schema;
    struct value *v;
    struct text report;
    fault_init(&fault, &arena);
    text_init(&report, &arena);
    text_add(&report, "", 0);
    assert_int_equal(json_read(json, strlen(json), &options, &arena, &v, &err), 0);
    if (schema_read(text, "s.json", &arena, &schema, &fault) != 0)
        return fault.helm;
    bool good = schema_check(schema, v, &arena, &report, &fault);
    assert_int_equal(good, report.len == 0);
    return report.at;
}

static void complaints_have_the_librarys_words(void **state)
{
    (void)state;
    const char *cases[][3] = {
        {"\"type\":[\"string\",\"null\"]}", "1.5", "- at '': got number, want null or string\n"},
        {"\"required\":[\"x\",\"y\"]}", "{}", "- at '': missing properties 'x', 'y'\n"},
        {"\"enum\":[\"x\",1,null,true]}", "2", "- at '': value must be one of 'x', 1, <nil>, true\n"},
        {"\"pattern\":\"^[a-z]+$\"}", "\"A'1\\n\"",
         "- at '': 'A\\'1\\n' does not match pattern '^[a-z]+$'\n"},
        {"\"maximum\":3.5}", "12345.25", "- at '': maximum: got 12,345.25, want 3.5\n"},
        {"\"minimum\":1e-7}", "-1000000",
         "- at '': minimum: got -1\u00d710\u2070\u2076, want 1\u00d710\u207b\u2070\u2077\n"},
        {"\"multipleOf\":0.1}", "0.35", "- at '': multipleOf: got 0.35, want 0.1\n"},
        {"\"multipleOf\":0.1}", "0.3", ""},
        {"\"properties\":{\"a/b\":{\"type\":\"string\"}}}", "{\"a/b\":1}",
         "- at '/a~1b': got number, want string\n"},
        {"\"anyOf\":[{\"type\":\"string\"},{\"minimum\":5}]}", "1",
         "- at '': 'anyOf' failed\n  - at '': got number, want string\n  - at '': minimum: got 1, want 5\n"},
        {"\"uniqueItems\":true}", "[1,2,1.0]", "- at '': items at 0 and 2 are equal\n"},
        {"\"format\":\"ipv4\"}", "\"zzz\"", "- at '': 'zzz' is not valid ipv4: expected four decimals\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(check(arena_printf(&arena, DRAFT7 "%s", cases[i][0]), cases[i][1]), cases[i][2]);
}

static void below_stand_place_value_description_and_what_was_meant(void **state)
{
    (void)state;
    check(DRAFT7 "\"properties\":{\"image\":{\"type\":\"string\",\"description\":\"What "
                 "runs.\"}},\"additionalProperties\":false}",
          "{\n \"image\": 5,\n \"iamge\": 1}");
    assert_string_equal(
        fault.more.at,
        "v.json:2:11: /image: got number, want string; it is 5\n    What runs.\n"
        "v.json:3:2: values: additional properties 'iamge' not allowed; did you mean 'image'?\n");
}

static void a_schema_that_is_none_is_told(void **state)
{
    (void)state;
    assert_string_equal(check("{", "1"), "unexpected EOF");
    assert_string_equal(check("", "1"), "EOF");
    assert_string_equal(check("{} \n x", "1"), "invalid character after top-level value");
    assert_string_equal(check("{} \r\n\t", "1"), "");
    assert_string_equal(check("{\"$ref\":\"#/definitions/nope\"}", "1"),
                        "json-pointer in \"file:///values.schema.json#/definitions/nope\" not found");
    assert_string_equal(check("{\"$ref\":\"http://x/y\"}", "1"),
                        "failing loading \"http://x/y\": render fetches no schemas");
    assert_non_null(strstr(
        check(DRAFT7 "\"pattern\":\"(?!x)\"}", "\"\""),
        "'(?!x)' is not valid regex: error parsing regexp: invalid or unsupported Perl syntax: `(?!`"));
}

static void what_a_reference_leads_to_must_be_a_schema_too(void **state)
{
    (void)state;
    const char *faults =
        "is not valid against metaschema: jsonschema validation failed with "
        "'http://json-schema.org/draft-07/schema#'\n- at '/not': got number, want boolean or object";
    const char *const wheres[] = {"nope", "$defs"};
    for (size_t i = 0; i < sizeof wheres / sizeof *wheres; i++) {
        const char *json = arena_printf(&arena, DRAFT7 "\"$ref\":\"#/%s/x\",\"%s\":{\"x\":{\"not\":5}}}",
                                        wheres[i], wheres[i]);
        assert_non_null(strstr(check(json, "1"), faults));
    }
    assert_string_equal(check(DRAFT7 "\"$ref\":\"#/nope/x\",\"nope\":{\"x\":{\"not\":{}}}}", "1"),
                        "- at '': 'not' failed\n");
}

static void references_in_a_circle_come_to_an_end(void **state)
{
    (void)state;
    assert_non_null(strstr(check(DRAFT7 "\"$ref\":\"#\"}", "1"), "reference cycle"));
    assert_string_equal(
        check(DRAFT7 "\"properties\":{\"n\":{\"$ref\":\"#\"}},\"type\":\"object\"}", "{\"n\":{\"n\":{}}}"),
        "");
}

static void nesting_is_bounded(void **state)
{
    (void)state;
    struct text t;
    text_init(&t, &arena);
    for (int i = 0; i < SCHEMA_DEPTH_MAX - 1; i++)
        text_adds(&t, "{\"not\":");
    text_adds(&t, "{}");
    for (int i = 0; i < SCHEMA_DEPTH_MAX - 1; i++)
        text_adds(&t, "}");
    assert_null(strstr(check(t.at, "1"), "deeper"));
    assert_non_null(
        strstr(check(arena_printf(&arena, "{\"not\":{\"not\":%s}}", t.at), "1"), "nested deeper than 500"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(complaints_have_the_librarys_words, setup, teardown),
        cmocka_unit_test_setup_teardown(below_stand_place_value_description_and_what_was_meant, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_schema_that_is_none_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(what_a_reference_leads_to_must_be_a_schema_too, setup, teardown),
        cmocka_unit_test_setup_teardown(references_in_a_circle_come_to_an_end, setup, teardown),
        cmocka_unit_test_setup_teardown(nesting_is_bounded, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
