#include "render/schema_plain.h"

#include "tests/unit/render/arena_json.h"

static struct fault fault;

static int plain(enum schema_draft draft, const char *json, struct schema_node *out)
{
    const struct json_options options = {.file = "s.json"};
    static struct diag err;
    struct value *v;
    fault_init(&fault, &arena);
    struct schema_maker m = {.arena = &arena, .fault = &fault, .draft = draft};
    *out = (struct schema_node){0};
    assert_int_equal(json_read(json, strlen(json), &options, &arena, &v, &err), 0);
    return schema_plain_read(&m, v, "/s", out);
}

static void types_are_one_or_several(void **state)
{
    (void)state;
    struct schema_node node;
    assert_int_equal(plain(SCHEMA_DRAFT_7, "{}", &node), 0);
    assert_int_equal(node.types, 0);
    assert_int_equal(plain(SCHEMA_DRAFT_7, "{\"type\":\"integer\"}", &node), 0);
    assert_int_equal(node.types, SCHEMA_INTEGER);
    assert_int_equal(plain(SCHEMA_DRAFT_7, "{\"type\":[\"null\",\"object\"]}", &node), 0);
    assert_int_equal(node.types, SCHEMA_NULL | SCHEMA_OBJECT);
}

static void bounds_are_numbers(void **state)
{
    (void)state;
    struct schema_node node;
    assert_int_equal(plain(SCHEMA_DRAFT_7, "{\"minimum\":-1.5,\"maxItems\":2,\"multipleOf\":0.5}", &node), 0);
    assert_true(node.minimum->number == -1.5 && node.max_items->number == 2 &&
                node.multiple_of->number == 0.5);
}

static void a_flag_of_draft_4_makes_a_bound_exclusive(void **state)
{
    (void)state;
    struct schema_node node;
    const char *json = "{\"minimum\":1,\"exclusiveMinimum\":true,\"maximum\":2,\"exclusiveMaximum\":false}";
    assert_int_equal(plain(SCHEMA_DRAFT_4, json, &node), 0);
    assert_null(node.minimum);
    assert_true(node.above->number == 1 && node.maximum->number == 2);
    assert_null(node.below);
}

static void what_came_with_a_later_draft_is_not_there_before(void **state)
{
    (void)state;
    struct schema_node node;
    const char *json = "{\"const\":1,\"minContains\":1,\"dependentRequired\":{},\"format\":\"ipv4\"}";
    assert_int_equal(plain(SCHEMA_DRAFT_4, json, &node), 0);
    assert_true(!node.constant && !node.min_contains && !node.required_with && node.format);
    assert_int_equal(plain(SCHEMA_DRAFT_7, json, &node), 0);
    assert_true(node.constant && !node.min_contains && !node.required_with && node.format);
    assert_int_equal(plain(SCHEMA_DRAFT_2019, json, &node), 0);
    assert_true(node.constant && node.min_contains && node.required_with && !node.format);
}

static void a_pattern_is_a_regular_expression(void **state)
{
    (void)state;
    struct schema_node node;
    assert_int_equal(plain(SCHEMA_DRAFT_7, "{\"pattern\":\"^a\"}", &node), 0);
    assert_int_equal(regex_match(node.pattern, "ab", 2), 1);
    assert_int_equal(plain(SCHEMA_DRAFT_7, "{\"pattern\":\"(\"}", &node), -1);
    assert_non_null(strstr(fault.helm, "invalid regex"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(types_are_one_or_several, setup, teardown),
        cmocka_unit_test_setup_teardown(bounds_are_numbers, setup, teardown),
        cmocka_unit_test_setup_teardown(a_flag_of_draft_4_makes_a_bound_exclusive, setup, teardown),
        cmocka_unit_test_setup_teardown(what_came_with_a_later_draft_is_not_there_before, setup, teardown),
        cmocka_unit_test_setup_teardown(a_pattern_is_a_regular_expression, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
