#include "tests/unit/render/chart_dir.h"

static const struct chart_case cases[] = {
    {"a good chart",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n",
     "a: 1\n",
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {\"a\":1}\n"},
    {"a library",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "type: library\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n",
     "", "Error: library charts are not installable"},
    {"a deprecated chart",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "deprecated: true\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n",
     "",
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {}\n"},
    {"values against a schema",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "== values.schema.json\n"
     "{\"properties\": {\"a\": {\"type\": \"string\"}}}\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n",
     "a: 1\n",
     "Error: values don't meet the specifications of the schema(s) in the following chart(s):\n"
     "c:\n"
     "- at '/a': got number, want string"},
    {"values against a dependency's schema",
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
     "s: {{ .Chart.Name }} {{ toJson .Values }}\n"
     "== charts/s/values.schema.json\n"
     "{\"properties\": {\"x\": {\"type\": \"string\"}}}\n",
     "",
     "Error: values don't meet the specifications of the schema(s) in the following chart(s):\n"
     "s:\n"
     "- at '/x': got number, want string"},
    {"a schema that is no JSON",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "== values.schema.json\n"
     "{\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n",
     "",
     "Error: values don't meet the specifications of the schema(s) in the following chart(s):\n"
     "c:\n"
     "unexpected EOF"},
    {"a null takes a default away",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "name: c\n"
     "version: 1.0.0\n"
     "== values.yaml\n"
     "a: 1\n"
     "b: 2\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n",
     "a: null\n",
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {\"b\":2}\n"},
    {"a value below a dependency",
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
     "s: {x: 2}\nglobal: {g: 1}\n",
     "---\n"
     "# Source: c/charts/s/templates/s.yaml\n"
     "s: s {\"global\":{\"g\":1},\"x\":2}\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: {\"global\":{\"g\":1},\"s\":{\"global\":{\"g\":1},\"x\":2}}\n"},
    {"no name",
     "== Chart.yaml\n"
     "apiVersion: v2\n"
     "version: 1.0.0\n"
     "== templates/a.yaml\n"
     "a: {{ toJson .Values }}\n",
     "", "Error: validation: chart.metadata.name is required"},
};

static void what_is_wrong_before_the_templates_is_told_as_helm_does(void **state)
{
    (void)state;
    chart_cases_hold(cases, sizeof cases / sizeof *cases);
}

/* As Helm 3 takes or refuses them. */
static void a_releases_name_is_what_helm_takes(void **state)
{
    static const char *const good[] = {"a", "9", "a.b-c",
                                       "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"};
    static const char *const bad[] = {
        "",     "A",   "-a",   "a-",  "a.",       ".a",
        "a..b", "a_b", "a.-b", "a b", "\xc3\xa4", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"};
    (void)state;
    assert_int_equal(strlen(good[3]), 53);
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (!helm_is_release_name(good[i]))
            fail_msg("%s is refused", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (helm_is_release_name(bad[i]))
            fail_msg("%s is taken", bad[i]);
}

static const char *fault_of_chart(const char *path)
{
    struct cli cli = {.chart = path};
    struct chart_files files;
    struct helm h;
    helm_init(&h, &cli, &arena);
    assert_int_equal(helm_read_files(&h, &files), -1);
    return h.fault.helm;
}

static void a_chart_that_is_none_is_told(void **state)
{
    (void)state;
    assert_string_equal(fault_of_chart("./no-such"), "path \"./no-such\" not found");
    assert_string_equal(fault_of_chart("no/such"), "repo no not found");
    assert_string_equal(fault_of_chart("no-such"),
                        "non-absolute URLs should be in form of repo_name/path_to_chart, got: no-such");
    const char *folder = chart_folder("== x.tgz\nno gzip");
    const char *path = arena_printf(&arena, "%s/x.tgz", folder);
    assert_string_equal(fault_of_chart(path),
                        arena_printf(&arena,
                                     "file '%s' does not appear to be a gzipped archive; got "
                                     "'application/octet-stream'",
                                     path));
}

static void no_chart_is_the_one_built_in(void **state)
{
    struct cli cli = {0};
    struct chart_files files = {0};
    struct helm h;
    (void)state;
    helm_init(&h, &cli, &arena);
    assert_int_equal(helm_read_files(&h, &files), 0);
    assert_true(files.count > 0);
    assert_memory_equal(files.items[0].path, "(built-in chart)/", 17);
}

static void schemas_can_be_skipped(void **state)
{
    struct helm *h = helm_of("== Chart.yaml\napiVersion: v2\nname: c\nversion: 1.0.0\n"
                             "== values.schema.json\nfalse\n",
                             "");
    struct cli cli = *h->cli;
    (void)state;
    assert_int_equal(helm_prepare(h), -1);
    cli.skip_schema = true;
    helm_init(h, &cli, &arena);
    assert_int_equal(helm_prepare(h), 0);
}

static void a_deprecated_chart_is_warned_of(void **state)
{
    struct helm *h =
        helm_of("== Chart.yaml\napiVersion: v2\nname: c\nversion: 1.0.0\ndeprecated: true\n", "");
    (void)state;
    assert_int_equal(helm_prepare(h), 0);
    assert_string_equal(h->warnings.at, "WARNING: This chart is deprecated\n");
}

static void helm_4_logs_what_is_wrong_with_the_dependencies_too(void **state)
{
    struct helm *h = helm_of("== Chart.yaml\napiVersion: v2\nname: c\nversion: 1.0.0\n"
                             "dependencies: [{name: s, version: 1.0.0}]\n"
                             "== values.yaml\ns: 1\n"
                             "== charts/s/Chart.yaml\napiVersion: v2\nname: s\nversion: 1.0.0\n",
                             "");
    struct cli cli = *h->cli;
    (void)state;
    cli.helm4 = true;
    helm_init(h, &cli, &arena);
    assert_int_equal(helm_prepare(h), -1);
    assert_string_equal(h->fault.helm,
                        "chart dependencies processing failed: type mismatch on s: %!t(float64=1)");
    assert_string_equal(h->warnings.at, "level=ERROR msg=\"chart dependencies processing failed\" "
                                        "error=\"type mismatch on s: %!t(float64=1)\"\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_wrong_before_the_templates_is_told_as_helm_does, make_charts,
                                        remove_charts),
        cmocka_unit_test(a_releases_name_is_what_helm_takes),
        cmocka_unit_test_setup_teardown(a_chart_that_is_none_is_told, make_charts, remove_charts),
        cmocka_unit_test_setup_teardown(no_chart_is_the_one_built_in, setup, teardown),
        cmocka_unit_test_setup_teardown(schemas_can_be_skipped, make_charts, remove_charts),
        cmocka_unit_test_setup_teardown(a_deprecated_chart_is_warned_of, make_charts, remove_charts),
        cmocka_unit_test_setup_teardown(helm_4_logs_what_is_wrong_with_the_dependencies_too, make_charts,
                                        remove_charts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
