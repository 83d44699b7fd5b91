#include "render/schema_sites.h"

#include "tests/unit/render/arena_json.h"

static struct fault fault;

/* The x of the schema that ref in base leads to, or what Helm says of it. */
static const char *led_to(enum schema_draft draft, const char *json, const char *base, const char *ref)
{
    struct value *root = json_value(json);
    struct schema_sites *sites = schema_sites_new(root, draft, &arena);
    assert_null(schema_sites_add(sites, root, SCHEMA_ROOT_URL));
    struct schema_target target;
    fault_init(&fault, &arena);
    if (schema_sites_refer(sites, root, ref, base, &target, &fault) != 0)
        return fault.helm;
    return arena_printf(&arena, "%s in %s at %s", value_gets_text(target.value, "x", "?"), target.base,
                        target.pointer);
}

static const char *led(const char *json, const char *ref)
{
    return led_to(SCHEMA_DRAFT_2020, json, SCHEMA_ROOT_URL, ref);
}

static void a_pointer_leads_into_the_text(void **state)
{
    (void)state;
    const char *json = "{\"x\":\"root\",\"$defs\":{\"a\":{\"x\":\"a\",\"allOf\":[{\"x\":\"item\"}]}}}";
    assert_string_equal(led(json, "#"), "root in file:///values.schema.json at ");
    assert_string_equal(led(json, "#/$defs/a"), "a in file:///values.schema.json at /$defs/a");
    assert_string_equal(led(json, "#/$defs/a/allOf/0"),
                        "item in file:///values.schema.json at /$defs/a/allOf/0");
}

static void an_id_is_the_base_of_what_is_within(void **state)
{
    (void)state;
    const char *json =
        "{\"$defs\":{\"a\":{\"$id\":\"http://h/d/a\",\"x\":\"a\",\"not\":{\"$id\":\"b\",\"x\":\"b\","
        "\"other\":{\"x\":\"other\"}}}}}";
    assert_string_equal(led(json, "http://h/d/a"), "a in file:///values.schema.json at ");
    assert_string_equal(led(json, "http://h/d/b"), "b in http://h/d/a at ");
    assert_string_equal(led_to(SCHEMA_DRAFT_2020, json, "http://h/d/x", "b#/other"),
                        "other in http://h/d/b at /other");
    assert_string_equal(led(json, "#/$defs/a/not/other"), "other in http://h/d/b at /$defs/a/not/other");
}

static void an_anchor_is_what_its_draft_has_for_one(void **state)
{
    (void)state;
    const char *json =
        "{\"definitions\":{\"a\":{\"id\":\"#n\",\"x\":\"4\"},\"b\":{\"$id\":\"#n\",\"x\":\"7\"},"
        "\"c\":{\"$anchor\":\"n\",\"x\":\"2019\"},\"d\":{\"$dynamicAnchor\":\"m\",\"x\":\"2020\"}}}";
    assert_string_equal(led_to(SCHEMA_DRAFT_4, json, SCHEMA_ROOT_URL, "#n"),
                        "4 in file:///values.schema.json at n");
    assert_string_equal(led_to(SCHEMA_DRAFT_7, json, SCHEMA_ROOT_URL, "#n"),
                        "7 in file:///values.schema.json at n");
    assert_string_equal(led_to(SCHEMA_DRAFT_2019, json, SCHEMA_ROOT_URL, "#n"),
                        "2019 in file:///values.schema.json at n");
    assert_string_equal(
        led_to(SCHEMA_DRAFT_2019, json, SCHEMA_ROOT_URL, "#m"),
        "anchor in \"file:///values.schema.json#m\" not found in schema \"file:///values.schema.json\"");
    assert_string_equal(led(json, "#m"), "2020 in file:///values.schema.json at m");
}

static void beside_an_old_reference_an_id_has_no_effect(void **state)
{
    (void)state;
    const char *json = "{\"not\":{\"$ref\":\"#\",\"$id\":\"http://h/a\",\"x\":\"a\"}}";
    assert_string_equal(led(json, "http://h/a"), "a in file:///values.schema.json at ");
    assert_string_equal(led_to(SCHEMA_DRAFT_7, json, SCHEMA_ROOT_URL, "http://h/a"),
                        "failing loading \"http://h/a\": render fetches no schemas");
}

static void a_reference_that_leads_nowhere_is_told(void **state)
{
    (void)state;
    assert_string_equal(led("{}", "other.json#/a"),
                        "failing loading \"file:///other.json\": render fetches no schemas");
    assert_string_equal(fault.more.at,
                        "$ref to file:///other.json: only references within the schema are followed\n");
    assert_string_equal(led("{}", "#/a"), "json-pointer in \"file:///values.schema.json#/a\" not found");
    assert_string_equal(fault.more.at, "$ref to #/a: there is no such place\n");
    led("{}", "#a");
    assert_string_equal(fault.more.at, "$ref to #a: there is no such anchor\n");
}

static void each_place_is_known_once(void **state)
{
    (void)state;
    struct value *root = json_value("{\"not\":{},\"x\":{}}");
    struct schema_sites *sites = schema_sites_new(root, SCHEMA_DRAFT_7, &arena);
    assert_null(schema_sites_add(sites, root, SCHEMA_ROOT_URL));
    struct schema_site *site = schema_sites_at(sites, value_gets(root, "not"));
    assert_ptr_equal(site->value, value_gets(root, "not"));
    assert_ptr_equal(schema_sites_at(sites, site->value), site);
    assert_string_equal(site->base, SCHEMA_ROOT_URL);
    assert_null(site->node);
    assert_null(schema_sites_at(sites, value_gets(root, "x"))->base);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_pointer_leads_into_the_text, setup, teardown),
        cmocka_unit_test_setup_teardown(an_id_is_the_base_of_what_is_within, setup, teardown),
        cmocka_unit_test_setup_teardown(an_anchor_is_what_its_draft_has_for_one, setup, teardown),
        cmocka_unit_test_setup_teardown(beside_an_old_reference_an_id_has_no_effect, setup, teardown),
        cmocka_unit_test_setup_teardown(a_reference_that_leads_nowhere_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(each_place_is_known_once, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
