#include "tests/unit/render/chart_dir.h"

static const struct chart_case cases[] = {
    {"files that begin with _ give nothing",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "== templates/_h.tpl\n"
     "{{ define \"h\" }}x{{ end }}\n"
     "== templates/a.yaml\n"
     "a: {{ include \"h\" . }}\n",
     "",
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: x\n"},
    {"the deepest and last name is parsed first, the last parsed definition counts",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "== templates/_a.tpl\n"
     "{{ define \"h\" }}top-a{{ end }}\n"
     "== templates/_z.tpl\n"
     "{{ define \"h\" }}top-z{{ end }}\n"
     "== templates/d/_b.tpl\n"
     "{{ define \"h\" }}deep{{ end }}\n"
     "== templates/a.yaml\n"
     "a: {{ include \"h\" . }}\n",
     "",
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: top-a\n"},
    {"a dependency sees the definitions above",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "== templates/_h.tpl\n"
     "{{ define \"h\" }}mine{{ end }}\n"
     "== charts/s/Chart.yaml\n"
     "apiVersion: v2\n"
     "name: s\n"
     "version: 1.2.0\n"
     "== charts/s/values.yaml\n"
     "x: 1\n"
     "== charts/s/templates/s.yaml\n"
     "{{ define \"h\" }}own{{ end }}s: {{ include \"h\" . }}\n",
     "",
     "---\n"
     "# Source: c/charts/s/templates/s.yaml\n"
     "s: mine\n"},
    {"of a library only the partials count",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n"
     "== charts/l/Chart.yaml\n"
     "apiVersion: v2\n"
     "name: l\n"
     "version: 1.0.0\n"
     "type: library\n"
     "== charts/l/templates/b.yaml\n"
     "b: 1\n"
     "== charts/l/templates/_h.tpl\n"
     "{{ define \"h\" }}lib{{ end }}\n"
     "== templates/b.yaml\n"
     "b: {{ include \"h\" . }}\n",
     "",
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {\"l\":{\"global\":{}}}\n"
     "---\n"
     "# Source: c/templates/b.yaml\n"
     "b: lib\n"},
    {"a template knows its name",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "== templates/d/a.yaml\n"
     "a: {{ .Template.Name }} {{ .Template.BasePath }}\n",
     "",
     "---\n"
     "# Source: c/templates/d/a.yaml\n"
     "a: c/templates/d/a.yaml c/templates\n"},
    {"a dependency's template knows its name",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "== charts/s/Chart.yaml\n"
     "apiVersion: v2\n"
     "name: s\n"
     "version: 1.2.0\n"
     "== charts/s/values.yaml\n"
     "x: 1\n"
     "== charts/s/templates/s.yaml\n"
     "a: {{ .Template.Name }} {{ .Template.BasePath }}\n",
     "",
     "---\n"
     "# Source: c/charts/s/templates/s.yaml\n"
     "a: c/charts/s/templates/s.yaml c/charts/s/templates\n"},
    {"notes are not printed",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n"
     "== templates/NOTES.txt\n"
     "hello\n",
     "",
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {}\n"},
    {"nothing but blanks is no document",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "== templates/a.yaml\n"
     "{{ if false }}a: 1{{ end }}\n"
     "== templates/b.yaml\n"
     "b: 1\n",
     "",
     "---\n"
     "# Source: c/templates/b.yaml\n"
     "b: 1\n"},
    {"no template at all",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n",
     "", "\n"},
    {"kinds in the order of installation",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "== templates/a.yaml\n"
     "kind: Deployment\n"
     "---\n"
     "kind: Service\n"
     "== templates/b.yaml\n"
     "kind: Namespace\n",
     "",
     "---\n"
     "# Source: c/templates/b.yaml\n"
     "kind: Namespace\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "kind: Service\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "kind: Deployment\n"},
    {"a cluster of another version",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "kubeVersion: \">=99.0.0\"\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n",
     "", "Error: chart requires kubeVersion: >=99.0.0 which is incompatible with Kubernetes v1.37.0"},
    {"a cluster of a fitting version",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "kubeVersion: \">=1.20.0\"\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n",
     "",
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {}\n"},
    {"a template that cannot be parsed",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "== templates/a.yaml\n"
     "a: {{ if }}\n",
     "", "Error: parse error at (c/templates/a.yaml:1): missing value for if"},
    {"a template that fails",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "== templates/a.yaml\n"
     "a: {{ fail \"no\" }}\n",
     "", "Error: execution error at (c/templates/a.yaml:1:6): no"},
    {"a value that is not there",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "== templates/a.yaml\n"
     "a: {{ .Values.x.y }}\n",
     "",
     "Error: template: c/templates/a.yaml:1:13: executing \"c/templates/a.yaml\" at <.Values.x.y>: nil "
     "pointer evaluating interface {}.y"},
    {"a required value",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "== templates/a.yaml\n"
     "a: {{ required \"give x\" .Values.x }}\n",
     "", "Error: execution error at (c/templates/a.yaml:1:6): give x"},
    {"what is no YAML",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "== templates/a.yaml\n"
     "a: [\n",
     "",
     "Error: YAML parse error on c/templates/a.yaml: error converting YAML to JSON: yaml: line 1: did not "
     "find expected node content"},
};

static void templates_are_run_as_helm_runs_them(void **state)
{
    (void)state;
    chart_cases_hold(cases, sizeof cases / sizeof *cases);
}

static void a_releases_name_can_be_a_template(void **state)
{
    struct cli cli = {.release = "given", .name_template = "{{ printf \"%s-%d\" \"a\" 7 }}"};
    struct fault fault;
    (void)state;
    fault_init(&fault, &arena);
    assert_int_equal(helm_name(&cli, &arena, &fault), 0);
    assert_string_equal(cli.release, "a-7");
    cli = (struct cli){.release = "given"};
    assert_int_equal(helm_name(&cli, &arena, &fault), 0);
    assert_string_equal(cli.release, "given");
    cli.name_template = "{{ .x }}";
    assert_int_equal(helm_name(&cli, &arena, &fault), 0);
    assert_string_equal(cli.release, "<no value>");
}

static void a_names_template_is_gos_own_with_sprigs_functions(void **state)
{
    static const char *const wrong[][2] = {
        {"{{ if }}", "template: name-template:1: missing value for if"},
        {"{{ toYaml 1 }}", "template: name-template:1: function \"toYaml\" not defined"},
        {"{{ fail \"x: y\" }}", "template: name-template:1:3: executing \"name-template\" at <fail \"x: "
                                "y\">: error calling fail: x: y"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct cli cli = {.name_template = wrong[i][0], .helm4 = true};
        struct fault fault;
        fault_init(&fault, &arena);
        assert_int_equal(helm_name(&cli, &arena, &fault), -1);
        assert_string_equal(fault.helm, wrong[i][1]);
    }
}

static void an_expression_sees_the_values_and_the_charts_names(void **state)
{
    struct helm *h = helm_of("== Chart.yaml\napiVersion: v2\nname: c\nversion: 1.0.0\n"
                             "== templates/_h.tpl\n{{ define \"h\" }}[{{ .Values.a }}]{{ end }}\n",
                             "a: 5\n");
    struct text to;
    (void)state;
    text_init(&to, &arena);
    assert_int_equal(helm_prepare(h), 0);
    assert_int_equal(helm_evaluate(h, "{{ include \"h\" . }}{{ .Release.Name }}", &to), 0);
    assert_string_equal(to.at, "[5]r");
    assert_int_equal(helm_evaluate(h, "{{ include \"nope\" . }}", &to), -1);
    assert_true(h->fault.while_rendering);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(templates_are_run_as_helm_runs_them, make_charts, remove_charts),
        cmocka_unit_test_setup_teardown(a_releases_name_can_be_a_template, setup, teardown),
        cmocka_unit_test_setup_teardown(a_names_template_is_gos_own_with_sprigs_functions, setup, teardown),
        cmocka_unit_test_setup_teardown(an_expression_sees_the_values_and_the_charts_names, make_charts,
                                        remove_charts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
