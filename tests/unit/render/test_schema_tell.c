#include "tests/unit/cmocka_all.h"

#include "render/schema.h"
#include "tests/unit/render/arena_json.h"

#define DRAFT7 "{\"$schema\":\"http://json-schema.org/draft-07/schema#\","

static struct fault fault;

static struct schema *schema_of(const char *text)
{
    struct schema *schema;
    fault_init(&fault, &arena);
    if (schema_read((struct bytes){.at = text, .len = strlen(text)}, "s.json", &arena, &schema, &fault) != 0)
        fail_msg("%s", fault.helm);
    return schema;
}

static void list_complaint(void *arg, const struct schema_complaint *c)
{
    text_printf(arg, "%s|%s|%s|%s\n", c->path, c->message, c->meant ? c->meant : "",
                c->description ? c->description : "");
    assert_non_null(c->value);
}

static const char *told(const char *schema, const char *json)
{
    struct text to;
    text_init(&to, &arena);
    text_adds(&to, "");
    schema_each(schema_of(schema), json_value(json), &arena, list_complaint, &to);
    return to.at;
}

static void nothing_is_told_of_a_value_that_fits(void **state)
{
    (void)state;
    assert_string_equal(told(DRAFT7 "\"type\":\"object\"}", "{}"), "");
}

static void the_innermost_complaints_are_told(void **state)
{
    (void)state;
    assert_string_equal(
        told(DRAFT7 "\"properties\":{\"a\":{\"allOf\":[{\"minimum\":3},{\"multipleOf\":2}]}}}", "{\"a\":1}"),
        "/a|minimum: got 1, want 3||\n/a|multipleOf: got 1, want 2||\n");
}

static void a_branch_of_another_type_is_not_the_one_meant(void **state)
{
    (void)state;
    assert_string_equal(told(DRAFT7 "\"anyOf\":[{\"type\":\"string\"},{\"minimum\":5}]}", "1"),
                        "|minimum: got 1, want 5||\n");
    assert_string_equal(told(DRAFT7 "\"oneOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]}", "1"),
                        "|got number, want string||\n|got number, want null||\n");
}

static void a_strange_key_is_told_with_the_one_meant(void **state)
{
    (void)state;
    assert_string_equal(
        told(DRAFT7 "\"properties\":{\"image\":true},\"additionalProperties\":false}", "{\"iamge\":1}"),
        "|additional properties 'iamge' not allowed|image|\n");
}

static void what_the_schema_says_is_the_nearest_on_the_same_value(void **state)
{
    (void)state;
    assert_string_equal(told(DRAFT7 "\"description\":\"Root.\",\"allOf\":[{\"required\":[\"a\"]}]}", "{}"),
                        "|missing property 'a'||Root.\n");
    assert_string_equal(
        told(DRAFT7 "\"description\":\"Root.\",\"properties\":{\"a\":{\"type\":\"string\"}}}", "{\"a\":1}"),
        "/a|got number, want string||\n");
    assert_string_equal(
        told(DRAFT7 "\"propertyNames\":{\"maxLength\":1,\"description\":\"Short.\"}}", "{\"ab\":1}"),
        "|invalid propertyName 'ab'||Short.\n");
}

static void a_heading_of_one_reference_is_left_out(void **state)
{
    (void)state;
    struct text report;
    text_init(&report, &arena);
    text_adds(&report, "");
    const char *schema = DRAFT7 "\"definitions\":{\"s\":{\"type\":\"string\"}},\"$ref\":\"#/definitions/s\"}";
    assert_false(schema_check(schema_of(schema), json_value("1"), &arena, &report, &fault));
    assert_string_equal(report.at, "- at '': got number, want string\n");
}

static const char *more_of(const char *schema, const char *json)
{
    struct text report;
    text_init(&report, &arena);
    assert_false(schema_check(schema_of(schema), json_value(json), &arena, &report, &fault));
    return fault.more.at;
}

static void a_long_value_is_cut(void **state)
{
    struct text value, want;
    (void)state;
    for (size_t len = 57; len <= 58; len++) { /* two quotes stand around it */
        text_init(&value, &arena);
        text_init(&want, &arena);
        text_addc(&value, '"');
        text_repeat(&value, 'x', len);
        text_addc(&value, '"');
        text_adds(&want, "it is '");
        text_repeat(&want, 'x', len);
        text_adds(&want, len == 57 ? "'\n" : "'...\n");
        const char *more = more_of(DRAFT7 "\"type\":\"null\"}", value.at);
        if (!strstr(more, want.at))
            fail_msg("no %s in %s", want.at, more);
    }
}

static void at_most_fifty_are_explained_and_the_rest_counted(void **state)
{
    (void)state;
    for (unsigned items = 50; items <= 52; items++) {
        struct text list;
        text_init(&list, &arena);
        text_addc(&list, '[');
        for (unsigned i = 0; i < items; i++)
            text_printf(&list, "%s%u", i ? "," : "", i);
        text_addc(&list, ']');
        const char *more = more_of(DRAFT7 "\"items\":{\"type\":\"null\"}}", list.at);
        assert_non_null(strstr(more, "/49: got number, want null; it is 49\n"));
        assert_null(strstr(more, "/50: "));
        assert_int_equal(strstr(more, "and ") != NULL, items > 50);
        if (items > 50)
            assert_non_null(strstr(more, arena_printf(&arena, "and %u more\n", items - 50)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nothing_is_told_of_a_value_that_fits, setup, teardown),
        cmocka_unit_test_setup_teardown(the_innermost_complaints_are_told, setup, teardown),
        cmocka_unit_test_setup_teardown(a_branch_of_another_type_is_not_the_one_meant, setup, teardown),
        cmocka_unit_test_setup_teardown(a_strange_key_is_told_with_the_one_meant, setup, teardown),
        cmocka_unit_test_setup_teardown(what_the_schema_says_is_the_nearest_on_the_same_value, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_heading_of_one_reference_is_left_out, setup, teardown),
        cmocka_unit_test_setup_teardown(a_long_value_is_cut, setup, teardown),
        cmocka_unit_test_setup_teardown(at_most_fifty_are_explained_and_the_rest_counted, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
