#include "render/schema_maker.h"

#include "tests/unit/render/arena_json.h"

static struct fault fault;

static struct schema_maker fresh(enum schema_draft draft)
{
    fault_init(&fault, &arena);
    return (struct schema_maker){.arena = &arena, .fault = &fault, .draft = draft};
}

static void a_pattern_is_a_regular_expression_or_refused(void **state)
{
    (void)state;
    struct schema_maker m = fresh(SCHEMA_DRAFT_7);
    struct regex *regex = schema_maker_regex(&m, json_value("1"), "^a+$", "/pattern");
    assert_int_equal(regex_match(regex, "aa", 2), 1);
    assert_null(fault.helm);
    assert_null(schema_maker_regex(&m, json_value("1"), "(", "/pattern"));
    assert_string_equal(fault.helm,
                        "invalid regex \"(\" at \"file:///values.schema.json#/pattern\": error parsing "
                        "regexp: missing closing ): `(`");
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
        cmocka_unit_test_setup_teardown(a_pattern_is_a_regular_expression_or_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(a_keyword_is_below_its_schema, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
