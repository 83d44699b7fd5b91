#include "tests/unit/cmocka_all.h"

#include <math.h>

#include "render/go_type.h"
#include "tests/unit/render/arena_json.h"

/* The type and kind that Go prints for what Helm's engine holds, and Go's truth of it. */
static void a_value_has_the_type_kind_and_truth_of_go(void **state)
{
    static const struct {
        const char *json, *type, *kind;
        enum go_form form;
        bool truth;
    } cases[] = {
        {"null", "<nil>", "invalid", FORM_PLAIN, false},
        {"true", "bool", "bool", FORM_PLAIN, true},
        {"false", "bool", "bool", FORM_PLAIN, false},
        {"7", "int64", "int64", FORM_PLAIN, true},
        {"0", "int64", "int64", FORM_PLAIN, false},
        {"-7", "int", "int", FORM_INT, true},
        {"0", "int", "int", FORM_INT, false},
        {"0.5", "float64", "float64", FORM_PLAIN, true},
        {"-0.0", "float64", "float64", FORM_PLAIN, false},
        {"\"false\"", "string", "string", FORM_PLAIN, true},
        {"\"\\u0000\"", "string", "string", FORM_PLAIN, true},
        {"\"\"", "string", "string", FORM_PLAIN, false},
        {"\"x\"", "[]uint8", "slice", FORM_BYTES, true},
        {"\"\"", "[]uint8", "slice", FORM_BYTES, false},
        {"[null]", "[]interface {}", "slice", FORM_PLAIN, true},
        {"[]", "[]interface {}", "slice", FORM_PLAIN, false},
        {"[\"x\"]", "[]string", "slice", FORM_STRINGS, true},
        {"[\"v1\"]", "chartutil.VersionSet", "slice", FORM_VERSIONS, true},
        {"{\"a\": 0}", "map[string]interface {}", "map", FORM_PLAIN, true},
        {"{}", "map[string]interface {}", "map", FORM_PLAIN, false},
        {"{\"a\": \"b\"}", "map[string]string", "map", FORM_STRING_MAP, true},
        {"{}", "map[string]string", "map", FORM_STRING_MAP, false},
        {"{}", "chartutil.Values", "map", FORM_VALUES, false},
        {"{}", "engine.files", "map", FORM_FILES, false},
        {"{}", "struct { chart.Metadata; IsRoot bool }", "struct", FORM_CHART, true},
        {"{}", "chart.Metadata", "struct", FORM_METADATA, true},
        {"{}", "*chart.Maintainer", "ptr", FORM_MAINTAINER, true},
        {"{}", "*chart.Dependency", "ptr", FORM_DEPENDENCY, true},
        {"[]", "[]*chart.Maintainer", "slice", FORM_MAINTAINERS, false},
        {"[]", "[]*chart.Dependency", "slice", FORM_DEPENDENCIES, false},
        {"{}", "*chartutil.Capabilities", "ptr", FORM_CAPABILITIES, true},
        {"{}", "version.BuildInfo", "struct", FORM_BUILD_INFO, true},
        {"{}", "map[string]string", "map", FORM_NIL_STRING_MAP, false},
        {"{}", "chartutil.KubeVersion", "struct", FORM_KUBE_VERSION, true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct value *v = json_value(cases[i].json);
        v->form = (uint8_t)cases[i].form;
        assert_string_equal(go_type_name(v), cases[i].type);
        assert_string_equal(go_kind_name(v), cases[i].kind);
        if (go_is_true(v) != cases[i].truth)
            fail_msg("%s as %s", cases[i].json, cases[i].type);
    }
}

static void nothing_at_all_is_nil(void **state)
{
    (void)state;
    assert_string_equal(go_type_name(NULL), "<nil>");
    assert_string_equal(go_kind_name(NULL), "invalid");
    assert_false(go_is_true(NULL));
}

static void nan_is_true(void **state)
{
    (void)state;
    assert_true(go_is_true(value_float(&arena, NAN)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_value_has_the_type_kind_and_truth_of_go, setup, teardown),
        cmocka_unit_test_setup_teardown(nothing_at_all_is_nil, setup, teardown),
        cmocka_unit_test_setup_teardown(nan_is_true, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
