#include "render/schema_meta.h"

#include "tests/unit/render/arena_json.h"

#define WHOLE "file:///values.schema.json"

static struct fault fault;

static int check(enum schema_draft draft, const char *json, const char *pointer)
{
    const struct json_options options = {.file = "s.json"};
    static struct diag err;
    struct value *v;
    fault_init(&fault, &arena);
    assert_int_equal(json_read(json, strlen(json), &options, &arena, &v, &err), 0);
    return schema_meta_check(schema_meta_new(draft, &arena), v, WHOLE, pointer, &fault);
}

/* The lines below the first, all of which real Helm 3 prints; "": it is a schema. */
static const char *told(enum schema_draft draft, const char *json)
{
    return check(draft, json, "") == 0 ? "" : strchr(fault.helm, '\n') + 1;
}

static void what_a_draft_does_not_know_may_be_anything(void **state)
{
    (void)state;
    const char *later =
        "{\"const\":5,\"contains\":7,\"$defs\":5,\"deprecated\":5,\"if\":5,\"prefixItems\":{}}";
    assert_string_equal(told(SCHEMA_DRAFT_4, later), "");
    assert_string_equal(told(SCHEMA_DRAFT_6, later), "- at '/contains': got number, want boolean or object");
    assert_string_equal(told(SCHEMA_DRAFT_2020, "{\"additionalItems\":5,\"id\":5,\"nope\":{\"type\":5}}"),
                        "");
    assert_string_equal(told(SCHEMA_DRAFT_7, "{\"enum\":[{\"type\":5}],\"const\":{\"type\":5}}"), "");
}

static void drafts_differ(void **state)
{
    (void)state;
    assert_string_equal(told(SCHEMA_DRAFT_4, "{\"not\":true}"), "- at '/not': got boolean, want object");
    assert_string_equal(told(SCHEMA_DRAFT_4, "{\"required\":[]}"),
                        "- at '/required': minItems: got 0, want 1");
    assert_string_equal(told(SCHEMA_DRAFT_6, "{\"not\":true,\"required\":[]}"), "");
    assert_string_equal(told(SCHEMA_DRAFT_4, "{\"exclusiveMinimum\":true}"),
                        "- at '': properties 'minimum' required, if 'exclusiveMinimum' exists");
    assert_string_equal(told(SCHEMA_DRAFT_7, "{\"enum\":[1,1.0]}"),
                        "- at '/enum': items at 0 and 1 are equal");
    assert_string_equal(told(SCHEMA_DRAFT_2019, "{\"enum\":[1,1.0]}"), "");
    assert_string_equal(told(SCHEMA_DRAFT_7, "{\"minLength\":-1}"),
                        "- at '/minLength': 'allOf' failed\n  - at '/minLength': minimum: got -1, want 0");
    assert_string_equal(told(SCHEMA_DRAFT_2019, "{\"$anchor\":\"_a\"}"),
                        "- at '': 'allOf' failed\n"
                        "  - at '/$anchor': '_a' does not match pattern '^[A-Za-z][-A-Za-z0-9.:_]*$'");
    assert_string_equal(told(SCHEMA_DRAFT_2020, "{\"$anchor\":\"_a\"}"), "");
}

static void faults_are_told_together_and_by_vocabulary(void **state)
{
    (void)state;
    const char *json = "{\"definitions\":{\"a\":{\"title\":5}},\"maxItems\":1.5,\"minItems\":-1}";
    assert_string_equal(told(SCHEMA_DRAFT_7, json), "- at '/definitions/a/title': got number, want string\n"
                                                    "- at '/maxItems': got number, want integer\n"
                                                    "- at '/minItems': 'allOf' failed\n"
                                                    "  - at '/minItems': minimum: got -1, want 0");
    assert_string_equal(told(SCHEMA_DRAFT_2020, json),
                        "- at '/definitions/a': 'allOf' failed\n"
                        "  - at '/definitions/a/title': got number, want string\n"
                        "- at '': 'allOf' failed\n"
                        "  - at '': validation failed\n"
                        "    - at '/maxItems': got number, want integer\n"
                        "    - at '/minItems': minimum: got -1, want 0");
}

static void a_schema_that_is_referred_to_has_its_own_heading(void **state)
{
    (void)state;
    assert_string_equal(told(SCHEMA_DRAFT_7, "{\"not\":{\"title\":1,\"format\":2}}"),
                        "- at '/not': validation failed\n"
                        "  - at '/not/format': got number, want string\n"
                        "  - at '/not/title': got number, want string");
    assert_string_equal(told(SCHEMA_DRAFT_7, "{\"properties\":{\"a\":1,\"b\":2}}"),
                        "- at '/properties/a': got number, want boolean or object\n"
                        "- at '/properties/b': got number, want boolean or object");
}

static void places_are_told_where_it_is_not_the_whole(void **state)
{
    (void)state;
    assert_int_equal(check(SCHEMA_DRAFT_7, "{\"title\":\n5}", "/a b"), -1);
    assert_string_equal(fault.helm,
                        "\"" WHOLE "#/a%20b\" is not valid against metaschema: jsonschema validation "
                        "failed with 'http://json-schema.org/draft-07/schema#'\n"
                        "- at '/title': got number, want string");
    assert_string_equal(fault.more.at, "s.json:2:1: schema /a b/title: got number, want string\n");
    assert_int_equal(check(SCHEMA_DRAFT_7, "5", ""), -1);
    assert_non_null(strstr(fault.helm, WHOLE "#\" is not"));
}

static void keywords_that_hold_schemas_are_known(void **state)
{
    (void)state;
    assert_int_equal(schema_meta_holds(SCHEMA_DRAFT_7, "items", 5), SCHEMA_META_ONE | SCHEMA_META_LIST);
    assert_int_equal(schema_meta_holds(SCHEMA_DRAFT_2020, "items", 5), SCHEMA_META_ONE);
    assert_int_equal(schema_meta_holds(SCHEMA_DRAFT_7, "dependencies", 12), SCHEMA_META_MAP);
    assert_int_equal(schema_meta_holds(SCHEMA_DRAFT_7, "$defs", 5), 0);
    assert_int_equal(schema_meta_holds(SCHEMA_DRAFT_2020, "not\0x", 5), 0);
    assert_int_equal(schema_meta_holds(SCHEMA_DRAFT_2020, "title", 5), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_a_draft_does_not_know_may_be_anything, setup, teardown),
        cmocka_unit_test_setup_teardown(drafts_differ, setup, teardown),
        cmocka_unit_test_setup_teardown(faults_are_told_together_and_by_vocabulary, setup, teardown),
        cmocka_unit_test_setup_teardown(a_schema_that_is_referred_to_has_its_own_heading, setup, teardown),
        cmocka_unit_test_setup_teardown(places_are_told_where_it_is_not_the_whole, setup, teardown),
        cmocka_unit_test_setup_teardown(keywords_that_hold_schemas_are_known, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
