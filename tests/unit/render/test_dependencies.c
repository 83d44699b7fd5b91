#include "render/dependencies.h"
#include "tests/unit/render/chart_dir.h"

static const struct chart_case cases[] = {
    {"undeclared charts count",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n"
     "== charts/s/Chart.yaml\n"
     "apiVersion: v2\n"
     "name: s\n"
     "version: 1.2.0\n"
     "== charts/s/values.yaml\n"
     "x: 1\n"
     "== charts/s/templates/s.yaml\n"
     "s: {{ .Chart.Name }} {{ toJson .Values }}\n",
     "",
     "---\n"
     "# Source: c/charts/s/templates/s.yaml\n"
     "s: s {\"global\":{},\"x\":1}\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {\"s\":{\"global\":{},\"x\":1}}\n"},
    {"a declared one counts",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "dependencies:\n"
     "- name: s\n"
     "  version: \"1.x.x\"\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n"
     "== charts/s/Chart.yaml\n"
     "apiVersion: v2\n"
     "name: s\n"
     "version: 1.2.0\n"
     "== charts/s/values.yaml\n"
     "x: 1\n"
     "== charts/s/templates/s.yaml\n"
     "s: {{ .Chart.Name }} {{ toJson .Values }}\n",
     "",
     "---\n"
     "# Source: c/charts/s/templates/s.yaml\n"
     "s: s {\"global\":{},\"x\":1}\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {\"s\":{\"global\":{},\"x\":1}}\n"},
    {"one whose version does not fit is dropped",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "dependencies:\n"
     "- name: s\n"
     "  version: \"^2.0.0\"\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n"
     "== charts/s/Chart.yaml\n"
     "apiVersion: v2\n"
     "name: s\n"
     "version: 1.2.0\n"
     "== charts/s/values.yaml\n"
     "x: 1\n"
     "== charts/s/templates/s.yaml\n"
     "s: {{ .Chart.Name }} {{ toJson .Values }}\n",
     "",
     "---\n"
     "# Source: c/charts/s/templates/s.yaml\n"
     "s: s {\"global\":{},\"x\":1}\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {\"s\":{\"global\":{},\"x\":1}}\n"},
    {"one that is lacking is an error",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "dependencies:\n"
     "- name: s\n"
     "  version: \"1.x.x\"\n"
     "- name: z\n"
     "  version: \"1.x.x\"\n"
     "- name: y\n"
     "  version: \"*\"\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n"
     "== charts/s/Chart.yaml\n"
     "apiVersion: v2\n"
     "name: s\n"
     "version: 1.2.0\n"
     "== charts/s/values.yaml\n"
     "x: 1\n"
     "== charts/s/templates/s.yaml\n"
     "s: {{ .Chart.Name }} {{ toJson .Values }}\n",
     "",
     "Error: An error occurred while checking for chart dependencies. You may need to run `helm dependency "
     "build` to fetch missing dependencies: found in Chart.yaml, but missing in charts/ directory: z, true"},
    {"an alias is its name and key",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "dependencies:\n"
     "- name: s\n"
     "  version: \"1.x.x\"\n"
     "  alias: t\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n"
     "== charts/s/Chart.yaml\n"
     "apiVersion: v2\n"
     "name: s\n"
     "version: 1.2.0\n"
     "== charts/s/values.yaml\n"
     "x: 1\n"
     "== charts/s/templates/s.yaml\n"
     "s: {{ .Chart.Name }} {{ toJson .Values }}\n",
     "t: {x: 2}\ns: {x: 3}\n",
     "---\n"
     "# Source: c/charts/t/templates/s.yaml\n"
     "s: t {\"global\":{},\"x\":2}\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {\"s\":{\"x\":3},\"t\":{\"global\":{},\"x\":2}}\n"},
    {"one chart under two aliases",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "dependencies:\n"
     "- name: s\n"
     "  version: \"1.x.x\"\n"
     "  alias: t\n"
     "- name: s\n"
     "  version: \"*\"\n"
     "  alias: u\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n"
     "== charts/s/Chart.yaml\n"
     "apiVersion: v2\n"
     "name: s\n"
     "version: 1.2.0\n"
     "== charts/s/values.yaml\n"
     "x: 1\n"
     "== charts/s/templates/s.yaml\n"
     "s: {{ .Chart.Name }} {{ toJson .Values }}\n",
     "t: {x: 2}\n",
     "---\n"
     "# Source: c/charts/t/templates/s.yaml\n"
     "s: t {\"global\":{},\"x\":2}\n"
     "---\n"
     "# Source: c/charts/u/templates/s.yaml\n"
     "s: u {\"global\":{},\"x\":1}\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {\"t\":{\"global\":{},\"x\":2},\"u\":{\"global\":{},\"x\":1}}\n"},
    {"a condition that is false",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "dependencies:\n"
     "- name: s\n"
     "  version: \"*\"\n"
     "  condition: s.on\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n"
     "== charts/s/Chart.yaml\n"
     "apiVersion: v2\n"
     "name: s\n"
     "version: 1.2.0\n"
     "== charts/s/values.yaml\n"
     "x: 1\n"
     "== charts/s/templates/s.yaml\n"
     "s: {{ .Chart.Name }} {{ toJson .Values }}\n",
     "s: {on: false}\n",
     "---\n"
     "# Source: c/charts/s/templates/s.yaml\n"
     "s: s {\"global\":{},\"true\":false,\"x\":1}\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {\"s\":{\"global\":{},\"true\":false,\"x\":1}}\n"},
    {"a condition that is true",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "dependencies:\n"
     "- name: s\n"
     "  version: \"*\"\n"
     "  condition: s.on\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n"
     "== charts/s/Chart.yaml\n"
     "apiVersion: v2\n"
     "name: s\n"
     "version: 1.2.0\n"
     "== charts/s/values.yaml\n"
     "x: 1\n"
     "== charts/s/templates/s.yaml\n"
     "s: {{ .Chart.Name }} {{ toJson .Values }}\n",
     "s: {on: true}\n",
     "---\n"
     "# Source: c/charts/s/templates/s.yaml\n"
     "s: s {\"global\":{},\"true\":true,\"x\":1}\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {\"s\":{\"global\":{},\"true\":true,\"x\":1}}\n"},
    {"a condition nobody answers",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "dependencies:\n"
     "- name: s\n"
     "  version: \"*\"\n"
     "  condition: s.on\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n"
     "== charts/s/Chart.yaml\n"
     "apiVersion: v2\n"
     "name: s\n"
     "version: 1.2.0\n"
     "== charts/s/values.yaml\n"
     "x: 1\n"
     "== charts/s/templates/s.yaml\n"
     "s: {{ .Chart.Name }} {{ toJson .Values }}\n",
     "",
     "---\n"
     "# Source: c/charts/s/templates/s.yaml\n"
     "s: s {\"global\":{},\"x\":1}\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {\"s\":{\"global\":{},\"x\":1}}\n"},
    {"the first condition with an answer decides",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "dependencies:\n"
     "- name: s\n"
     "  version: \"*\"\n"
     "  condition: \" s.no,s.on,s.off \"\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n"
     "== charts/s/Chart.yaml\n"
     "apiVersion: v2\n"
     "name: s\n"
     "version: 1.2.0\n"
     "== charts/s/values.yaml\n"
     "x: 1\n"
     "== charts/s/templates/s.yaml\n"
     "s: {{ .Chart.Name }} {{ toJson .Values }}\n",
     "s: {on: false, off: true}\n",
     "---\n"
     "# Source: c/charts/s/templates/s.yaml\n"
     "s: s {\"false\":true,\"global\":{},\"true\":false,\"x\":1}\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {\"s\":{\"false\":true,\"global\":{},\"true\":false,\"x\":1}}\n"},
    {"a condition that is no bool is passed over",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "dependencies:\n"
     "- name: s\n"
     "  version: \"*\"\n"
     "  condition: s.x,s.on\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n"
     "== charts/s/Chart.yaml\n"
     "apiVersion: v2\n"
     "name: s\n"
     "version: 1.2.0\n"
     "== charts/s/values.yaml\n"
     "x: 1\n"
     "== charts/s/templates/s.yaml\n"
     "s: {{ .Chart.Name }} {{ toJson .Values }}\n",
     "s: {on: false}\n",
     "---\n"
     "# Source: c/charts/s/templates/s.yaml\n"
     "s: s {\"global\":{},\"true\":false,\"x\":1}\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {\"s\":{\"global\":{},\"true\":false,\"x\":1}}\n"},
    {"the default of the chart itself answers",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "dependencies:\n"
     "- name: s\n"
     "  version: \"*\"\n"
     "  condition: s.on\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n"
     "== charts/s/Chart.yaml\n"
     "apiVersion: v2\n"
     "name: s\n"
     "version: 1.2.0\n"
     "== charts/s/values.yaml\n"
     "on: false\n"
     "== charts/s/templates/s.yaml\n"
     "s: {{ .Chart.Name }} {{ toJson .Values }}\n",
     "",
     "---\n"
     "# Source: c/charts/s/templates/s.yaml\n"
     "s: s {\"global\":{},\"true\":false}\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {\"s\":{\"global\":{},\"true\":false}}\n"},
    {"a tag that is false",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "dependencies:\n"
     "- name: s\n"
     "  version: \"*\"\n"
     "  tags: [p, q]\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n"
     "== charts/s/Chart.yaml\n"
     "apiVersion: v2\n"
     "name: s\n"
     "version: 1.2.0\n"
     "== charts/s/values.yaml\n"
     "x: 1\n"
     "== charts/s/templates/s.yaml\n"
     "s: {{ .Chart.Name }} {{ toJson .Values }}\n",
     "tags: {p: false}\n",
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {\"tags\":{\"p\":false}}\n"},
    {"one true tag is enough",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "dependencies:\n"
     "- name: s\n"
     "  version: \"*\"\n"
     "  tags: [p, q]\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n"
     "== charts/s/Chart.yaml\n"
     "apiVersion: v2\n"
     "name: s\n"
     "version: 1.2.0\n"
     "== charts/s/values.yaml\n"
     "x: 1\n"
     "== charts/s/templates/s.yaml\n"
     "s: {{ .Chart.Name }} {{ toJson .Values }}\n",
     "tags: {p: false, q: true}\n",
     "---\n"
     "# Source: c/charts/s/templates/s.yaml\n"
     "s: s {\"global\":{},\"x\":1}\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {\"s\":{\"global\":{},\"x\":1},\"tags\":{\"p\":false,\"q\":true}}\n"},
    {"a condition is above tags",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "dependencies:\n"
     "- name: s\n"
     "  version: \"*\"\n"
     "  condition: s.on\n"
     "  tags: [p]\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n"
     "== charts/s/Chart.yaml\n"
     "apiVersion: v2\n"
     "name: s\n"
     "version: 1.2.0\n"
     "== charts/s/values.yaml\n"
     "x: 1\n"
     "== charts/s/templates/s.yaml\n"
     "s: {{ .Chart.Name }} {{ toJson .Values }}\n",
     "tags: {p: false}\ns: {on: true}\n",
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {\"s\":{\"true\":true},\"tags\":{\"p\":false}}\n"},
    {"import-values by name",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "dependencies:\n"
     "- name: s\n"
     "  version: \"*\"\n"
     "  import-values: [d]\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n"
     "== charts/s/Chart.yaml\n"
     "apiVersion: v2\n"
     "name: s\n"
     "version: 1.2.0\n"
     "== charts/s/values.yaml\n"
     "exports: {d: {e: 1, f: 2}}\n"
     "== charts/s/templates/s.yaml\n"
     "s: {{ .Chart.Name }} {{ toJson .Values }}\n",
     "f: 3\n",
     "---\n"
     "# Source: c/charts/s/templates/s.yaml\n"
     "s: s {\"exports\":{\"d\":{\"e\":1,\"f\":2}},\"global\":{}}\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {\"e\":1,\"f\":3,\"s\":{\"exports\":{\"d\":{\"e\":1,\"f\":2}},\"global\":{}}}\n"},
    {"import-values from and to",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "dependencies:\n"
     "- name: s\n"
     "  version: \"*\"\n"
     "  import-values: [{child: m.n, parent: o.p}]\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n"
     "== charts/s/Chart.yaml\n"
     "apiVersion: v2\n"
     "name: s\n"
     "version: 1.2.0\n"
     "== charts/s/values.yaml\n"
     "m: {n: {e: 1}}\n"
     "== charts/s/templates/s.yaml\n"
     "s: {{ .Chart.Name }} {{ toJson .Values }}\n",
     "",
     "---\n"
     "# Source: c/charts/s/templates/s.yaml\n"
     "s: s {\"global\":{},\"m\":{\"false\":{\"e\":1}}}\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {\"s\":{\"global\":{},\"m\":{\"false\":{\"e\":1}}}}\n"},
    {"import-values of what is not there",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "dependencies:\n"
     "- name: s\n"
     "  version: \"*\"\n"
     "  import-values: [d, {child: q, parent: .}]\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n"
     "== charts/s/Chart.yaml\n"
     "apiVersion: v2\n"
     "name: s\n"
     "version: 1.2.0\n"
     "== charts/s/values.yaml\n"
     "x: 1\n"
     "== charts/s/templates/s.yaml\n"
     "s: {{ .Chart.Name }} {{ toJson .Values }}\n",
     "",
     "---\n"
     "# Source: c/charts/s/templates/s.yaml\n"
     "s: s {\"global\":{},\"x\":1}\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {\"s\":{\"global\":{},\"x\":1}}\n"},
    {"the chart's own values are above imported ones",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "dependencies:\n"
     "- name: s\n"
     "  version: \"*\"\n"
     "  import-values: [d]\n"
     "== values.yaml\n"
     "e: 9\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n"
     "== charts/s/Chart.yaml\n"
     "apiVersion: v2\n"
     "name: s\n"
     "version: 1.2.0\n"
     "== charts/s/values.yaml\n"
     "exports: {d: {e: 1, f: 2}}\n"
     "== charts/s/templates/s.yaml\n"
     "s: {{ .Chart.Name }} {{ toJson .Values }}\n",
     "",
     "---\n"
     "# Source: c/charts/s/templates/s.yaml\n"
     "s: s {\"exports\":{\"d\":{\"e\":1,\"f\":2}},\"global\":{}}\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {\"e\":9,\"f\":2,\"s\":{\"exports\":{\"d\":{\"e\":1,\"f\":2}},\"global\":{}}}\n"},
    {"conditions of charts below are below their name",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "dependencies:\n"
     "- name: s\n"
     "  version: \"*\"\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n"
     "== charts/s/Chart.yaml\n"
     "apiVersion: v2\n"
     "name: s\n"
     "version: 1.2.0\n"
     "dependencies:\n"
     "- name: w\n"
     "  version: \"*\"\n"
     "  condition: w.on\n"
     "== charts/s/values.yaml\n"
     "x: 1\n"
     "== charts/s/templates/s.yaml\n"
     "s: {{ .Chart.Name }} {{ toJson .Values }}\n"
     "== charts/s/charts/w/Chart.yaml\n"
     "apiVersion: v2\n"
     "name: w\n"
     "version: 1.2.0\n"
     "== charts/s/charts/w/values.yaml\n"
     "x: 1\n"
     "== charts/s/charts/w/templates/s.yaml\n"
     "s: {{ .Chart.Name }} {{ toJson .Values }}\n",
     "s: {w: {on: false}}\n",
     "---\n"
     "# Source: c/charts/s/charts/w/templates/s.yaml\n"
     "s: w {\"global\":{},\"true\":false,\"x\":1}\n"
     "---\n"
     "# Source: c/charts/s/templates/s.yaml\n"
     "s: s {\"global\":{},\"w\":{\"global\":{},\"true\":false,\"x\":1},\"x\":1}\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {\"s\":{\"global\":{},\"w\":{\"global\":{},\"true\":false,\"x\":1},\"x\":1}}\n"},
};

static void what_is_declared_and_switched_on_counts(void **state)
{
    (void)state;
    chart_cases_hold(cases, sizeof cases / sizeof *cases);
}

static void helm_4_words_a_lacking_chart_anew(void **state)
{
    struct chart_files files;
    struct chart *chart;
    struct fault fault;
    const struct chart_options options = {.helm4 = true};
    (void)state;
    fault_init(&fault, &arena);
    const char *folder = chart_folder("== Chart.yaml\napiVersion: v2\nname: c\nversion: 1.0.0\n"
                                      "dependencies:\n- name: z\n  version: 1.0.0\n");
    assert_int_equal(folder_read(folder, &options, &arena, &files, &fault), 0);
    assert_int_equal(chart_load(&files, &options, &arena, &chart, &fault), 0);
    assert_int_equal(dependencies_check(chart, true, &arena, &fault), -1);
    assert_string_equal(
        fault.helm, "an error occurred while checking for chart dependencies. You may need to run 'helm "
                    "dependency build' to fetch missing dependencies: found in Chart.yaml, but missing in "
                    "charts/ directory: z");
}

/* Helm's own stack overflows over these. */
static void values_imported_into_themselves_are_refused(void **state)
{
    struct chart_files files;
    struct chart *chart;
    struct fault fault;
    const struct chart_options options = {0};
    const struct coalescing c = {.arena = &arena};
    (void)state;
    fault_init(&fault, &arena);
    const char *folder = chart_folder("== Chart.yaml\napiVersion: v2\nname: c\nversion: 1.0.0\n"
                                      "dependencies:\n- name: s\n  version: 1.0.0\n"
                                      "  import-values: [{child: a.b, parent: p}, {child: a, parent: p}, "
                                      "{child: a, parent: p}]\n"
                                      "== charts/s/Chart.yaml\napiVersion: v2\nname: s\nversion: 1.0.0\n"
                                      "== charts/s/values.yaml\na: {b: {x: 1}}\n");
    assert_int_equal(folder_read(folder, &options, &arena, &files, &fault), 0);
    assert_int_equal(chart_load(&files, &options, &arena, &chart, &fault), 0);
    assert_int_equal(dependencies_process(&c, chart, value_map(&arena), &fault), -1);
    assert_string_equal(fault.helm, "import-values of c put values into themselves");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_declared_and_switched_on_counts, make_charts, remove_charts),
        cmocka_unit_test_setup_teardown(helm_4_words_a_lacking_chart_anew, make_charts, remove_charts),
        cmocka_unit_test_setup_teardown(values_imported_into_themselves_are_refused, make_charts,
                                        remove_charts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
