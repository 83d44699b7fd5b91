#include "render/schema_maker.h"

#include "tests/unit/render/arena_json.h"

static struct fault fault;

static struct schema_maker fresh(enum schema_draft draft)
{
    fault_init(&fault, &arena);
    return (struct schema_maker){.arena = &arena, .fault = &fault, .draft = draft};
}

static void a_schema_is_refused_in_the_words_of_its_drafts_own(void **state)
{
    (void)state;
    struct schema_maker m = fresh(SCHEMA_DRAFT_6);
    assert_int_equal(schema_maker_reject(&m, json_value("1"), "/not", "no good"), -1);
    assert_string_equal(
        fault.helm,
        "\"file:///values.schema.json#\" is not valid against metaschema: jsonschema validation failed "
        "with 'http://json-schema.org/draft-06/schema#'\n- at '/not': no good");
    assert_non_null(strstr(fault.more.at, "schema /not: no good\n"));
}

static void the_first_fault_is_told_alone(void **state)
{
    (void)state;
    struct schema_maker m = fresh(SCHEMA_DRAFT_7);
    (void)schema_maker_reject(&m, json_value("1"), "/a", "first");
    assert_int_equal(schema_maker_reject(&m, json_value("1"), "/b", "second"), -1);
    assert_non_null(strstr(fault.helm, "first"));
    assert_null(strstr(fault.more.at, "second"));
}

static void kinds_have_the_words_of_json_schema(void **state)
{
    (void)state;
    const char *const kinds[][2] = {{"null", "null"},  {"true", "boolean"}, {"1", "number"},
                                    {"1.5", "number"}, {"\"x\"", "string"}, {"[]", "array"},
                                    {"{}", "object"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        assert_string_equal(schema_maker_kind(json_value(kinds[i][0])), kinds[i][1]);
    struct schema_maker m = fresh(SCHEMA_DRAFT_7);
    (void)schema_maker_reject_kind(&m, json_value("[]"), "/a", "string");
    assert_non_null(strstr(fault.helm, "- at '/a': got array, want string"));
}

static void a_pattern_is_a_regular_expression_or_refused(void **state)
{
    (void)state;
    struct schema_maker m = fresh(SCHEMA_DRAFT_7);
    struct regex *regex = schema_maker_regex(&m, json_value("1"), "^a+$", "/pattern");
    assert_int_equal(regex_match(regex, "aa", 2), 1);
    assert_null(fault.helm);
    assert_null(schema_maker_regex(&m, json_value("1"), "(", "/pattern"));
    assert_non_null(strstr(fault.helm, "- at '/pattern': '(' is not valid regex: error parsing regexp: "));
}

static void a_keyword_is_below_its_schema(void **state)
{
    (void)state;
    const struct schema_maker m = fresh(SCHEMA_DRAFT_7);
    assert_string_equal(schema_maker_below(&m, "/not", "allOf"), "/not/allOf");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_schema_is_refused_in_the_words_of_its_drafts_own, setup, teardown),
        cmocka_unit_test_setup_teardown(the_first_fault_is_told_alone, setup, teardown),
        cmocka_unit_test_setup_teardown(kinds_have_the_words_of_json_schema, setup, teardown),
        cmocka_unit_test_setup_teardown(a_pattern_is_a_regular_expression_or_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(a_keyword_is_below_its_schema, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
