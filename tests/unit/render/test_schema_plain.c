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

/* What stands behind "- at ". */
static const char *refused(const char *json)
{
    struct schema_node node;
    assert_int_equal(plain(SCHEMA_DRAFT_7, json, &node), -1);
    return strstr(fault.helm, "- at ") + 5;
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
    assert_string_equal(
        refused("{\"type\":\"text\"}"),
        "'/s/type': 'anyOf' failed\n  - at '/s/type': value must be one of 'array', 'boolean', "
        "'integer', 'null', 'number', 'object', 'string'\n  - at '/s/type': got string, want array");
}

static void bounds_are_numbers_and_counts_are_whole(void **state)
{
    (void)state;
    struct schema_node node;
    assert_int_equal(plain(SCHEMA_DRAFT_7, "{\"minimum\":-1.5,\"maxItems\":2,\"multipleOf\":0.5}", &node), 0);
    assert_true(node.minimum->number == -1.5 && node.max_items->number == 2 &&
                node.multiple_of->number == 0.5);
    assert_string_equal(refused("{\"minimum\":\"1\"}"), "'/s/minimum': got string, want number");
    assert_string_equal(refused("{\"maxLength\":null}"), "'/s/maxLength': got null, want integer");
    assert_string_equal(refused("{\"maxLength\":1.5}"), "'/s/maxLength': got number, want integer");
    assert_string_equal(refused("{\"minItems\":-1}"), "'/s/minItems': minimum: got -1, want 0");
    assert_string_equal(refused("{\"multipleOf\":0}"), "'/s/multipleOf': exclusiveMinimum: got 0, want 0");
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
    assert_string_equal(refused(json), "'/s/exclusiveMinimum': got boolean, want number");
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

static void lists_and_patterns_are_looked_into(void **state)
{
    (void)state;
    assert_string_equal(refused("{\"enum\":1}"), "'/s/enum': got number, want array");
    assert_string_equal(refused("{\"required\":{}}"), "'/s/required': got object, want array");
    assert_string_equal(refused("{\"required\":[\"a\",2]}"), "'/s/required/1': got number, want string");
    assert_string_equal(refused("{\"dependencies\":{\"a\":[1]}}"),
                        "'/s/dependencies/0': got number, want string");
    assert_string_equal(refused("{\"pattern\":1}"), "'/s/pattern': got number, want string");
    assert_non_null(strstr(refused("{\"pattern\":\"(\"}"), "'/s/pattern': '(' is not valid regex"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(types_are_one_or_several, setup, teardown),
        cmocka_unit_test_setup_teardown(bounds_are_numbers_and_counts_are_whole, setup, teardown),
        cmocka_unit_test_setup_teardown(a_flag_of_draft_4_makes_a_bound_exclusive, setup, teardown),
        cmocka_unit_test_setup_teardown(what_came_with_a_later_draft_is_not_there_before, setup, teardown),
        cmocka_unit_test_setup_teardown(lists_and_patterns_are_looked_into, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
