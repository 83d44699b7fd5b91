#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "render/chart.h"
#include "render/dependencies.h"
#include "render/json.h"
#include "tests/unit/fresh_arena.h"

static struct fault fault;

static struct chart *load(const char *metadata, const char *values)
{
    struct chart_file items[] = {
        {"Chart.yaml", "c/Chart.yaml", {metadata, strlen(metadata)}},
        {"values.yaml", "c/values.yaml", {values, strlen(values)}},
        {"templates/a.yaml", "c/templates/a.yaml", {"a: 1\n", 5}},
        {"README.md", "c/README.md", {"x", 1}},
        {"charts/s/Chart.yaml", "c/charts/s/Chart.yaml", {"name: s\nversion: 1.2.0\n", 23}},
        {"charts/s/values.yaml", "c/charts/s/values.yaml", {"exports: {d: {e: 1}}\nx: 1\n", 25}}};
    const struct chart_files files = {.items = items, .count = sizeof items / sizeof *items};
    const struct chart_options options = {0};
    struct chart *chart;
    fault_init(&fault, &arena);
    return chart_load(&files, &options, &arena, &chart, &fault) == 0 ? chart : NULL;
}

#define GOOD "apiVersion: v2\nname: c\nversion: 1.0.0\n"

static void a_chart_has_its_parts(void **state)
{
    (void)state;
    const struct chart *chart = load(GOOD "appVersion: 1.10\n", "a: 1\n");
    assert_non_null(chart);
    assert_string_equal(chart_text(chart, "appVersion"), "1.1");
    assert_string_equal(chart_text(chart, "home"), "");
    assert_int_equal(chart->template_count, 1);
    assert_int_equal(chart->file_count, 1);
    assert_int_equal(chart->dependency_count, 1);
    assert_string_equal(chart_path(chart->dependencies[0], &arena), "c/charts/s");
}

static void what_helm_demands_of_chart_yaml_is_demanded(void **state)
{
    (void)state;
    const char *cases[][2] = {
        {"name: c\n", "validation: chart.metadata.version is required"},
        {"version: 1.0.0\n", "validation: chart.metadata.name is required"},
        {"name: a/b\nversion: 1.0.0\n", "validation: chart.metadata.name \"a/b\" is invalid"},
        {"name: c\nversion: x\n", "validation: chart.metadata.version \"x\" is invalid"},
        {"name: c\nversion: 1.0.0\ntype: x\n",
         "validation: chart.metadata.type must be application or library"},
        {"name: [c]\n",
         "cannot load Chart.yaml: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal array "
         "into Go struct field Metadata.name of type string"},
        {"a: [\n", "cannot load Chart.yaml: error converting YAML to JSON: yaml: line 1: did not find "
                   "expected node content"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_null(load(cases[i][0], ""));
        assert_string_equal(fault.helm, cases[i][1]);
    }
    assert_null(load(GOOD, "- a\n"));
    assert_string_equal(fault.helm,
                        "cannot load values.yaml: error unmarshaling JSON: while decoding JSON: json: cannot "
                        "unmarshal array into Go value of type map[string]interface {}");
}

static struct chart *processed(const char *dependency, const char *values)
{
    struct chart *chart =
        load(arena_printf(&arena, GOOD "dependencies:\n- {name: s, version: 1.x%s}\n", dependency), values);
    const struct coalescing c = {.arena = &arena};
    assert_non_null(chart);
    assert_int_equal(dependencies_check(chart, false, &arena, &fault), 0);
    assert_int_equal(dependencies_process(&c, chart, value_map(&arena), &fault), 0);
    return chart;
}

static void conditions_and_tags_switch_a_dependency_off(void **state)
{
    (void)state;
    assert_int_equal(processed("", "")->dependency_count, 1);
    assert_int_equal(processed(", condition: s.up", "s: {up: false}\n")->dependency_count, 0);
    assert_int_equal(
        processed(", condition: 'q,s.up'", "s: {up: true}\ntags: {t: false}\n")->dependency_count, 1);
    assert_int_equal(processed(", tags: [t]", "tags: {t: false}\n")->dependency_count, 0);
    assert_int_equal(processed(", tags: [t, u]", "tags: {t: false, u: true}\n")->dependency_count, 1);
}

static void an_alias_is_the_dependencys_name(void **state)
{
    (void)state;
    assert_string_equal(chart_path(processed(", alias: q", "")->dependencies[0], &arena), "c/charts/q");
}

static void import_values_lie_under_the_charts_own(void **state)
{
    (void)state;
    const struct chart *chart = processed(", import-values: [d]", "own: 1\n");
    assert_true(value_gets(chart->values, "e")->number == 1);
    assert_true(value_gets(chart->values, "own")->number == 1);
}

static void a_missing_dependency_is_told(void **state)
{
    (void)state;
    const struct chart *chart = load(GOOD "dependencies: [{name: zz, version: 1.x}]\n", "");
    assert_int_equal(dependencies_check(chart, false, &arena, &fault), -1);
    assert_non_null(strstr(fault.helm, "missing in charts/ directory: zz"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_chart_has_its_parts, setup, teardown),
        cmocka_unit_test_setup_teardown(what_helm_demands_of_chart_yaml_is_demanded, setup, teardown),
        cmocka_unit_test_setup_teardown(conditions_and_tags_switch_a_dependency_off, setup, teardown),
        cmocka_unit_test_setup_teardown(an_alias_is_the_dependencys_name, setup, teardown),
        cmocka_unit_test_setup_teardown(import_values_lie_under_the_charts_own, setup, teardown),
        cmocka_unit_test_setup_teardown(a_missing_dependency_is_told, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
