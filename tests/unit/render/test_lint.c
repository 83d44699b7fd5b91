#include "render/lint.h"
#include "tests/unit/render/chart_dir.h"

static struct text found, summary;

/* The exit code for the chart, whose values file is v.yaml in the chart's folder. */
static int linted(const char *files, const char *values)
{
    struct cli cli = *helm_of(files, "")->cli;
    const char *path = arena_printf(&arena, "%s/v.yaml", cli.chart);
    write_chart_file(cli.chart, "v.yaml", values, strlen(values));
    cli.values.texts = NULL;
    cli.values.files = &path;
    text_init(&found, &arena);
    text_init(&summary, &arena);
    text_adds(&found, "");
    return lint_run(&cli, &arena, &found, &summary);
}

static void finds(const char *words)
{
    if (!strstr(found.at, words))
        fail_msg("no \"%s\" in\n%s", words, found.at);
}

#define CHART "== Chart.yaml\napiVersion: v2\nname: c\nversion: 1.0.0\n"

static void nothing_wrong_is_exit_code_0(void **state)
{
    (void)state;
    assert_int_equal(linted(CHART, "a: 1\n"), 0);
    assert_string_equal(found.at, "");
    assert_string_equal(summary.at, "0 errors, 0 warnings\n");
}

static void everything_the_schema_says_is_told_at_once(void **state)
{
    (void)state;
    assert_int_equal(linted(CHART
                            "== values.schema.json\n"
                            "{\"properties\": {\"count\": {\"type\": \"string\", \"description\": \"How "
                            "many.\"}, \"list\": {\"items\": {\"minimum\": 3}}}, "
                            "\"additionalProperties\": false}\n",
                            "count: 5\nlist: [4, 1]\nconut: 5\nqqqqqq: 1\n"),
                     1);
    finds("v.yaml:1:8: error: count: got number, want string; How many.\n");
    finds("v.yaml:2:11: error: list[1]: minimum: got 1, want 3\n");
    finds("v.yaml:3:1: error: values: there is no key conut here; did you mean count?\n");
    finds("v.yaml:4:1: error: values: there is no key qqqqqq here; leave it out\n");
    assert_string_equal(summary.at, "4 errors, 0 warnings\n");
}

static void slashes_and_tildes_of_keys_are_told_as_written(void **state)
{
    (void)state;
    assert_int_equal(linted(CHART "== values.schema.json\n"
                                  "{\"additionalProperties\": {\"type\": \"string\"}}\n",
                            "a/b~c: 1\n"),
                     1);
    finds("v.yaml:1:8: error: a/b~c: got number, want string\n");
}

static void a_dependencys_schema_is_asked_for_its_part(void **state)
{
    (void)state;
    assert_int_equal(linted(CHART "== charts/s/Chart.yaml\napiVersion: v2\nname: s\nversion: 1.0.0\n"
                                  "== charts/s/values.schema.json\n{\"required\": [\"q\"]}\n",
                            "s: {a: 1}\n"),
                     1);
    finds("missing property 'q'");
    assert_string_equal(summary.at, "1 error, 0 warnings\n");
}

static void schemas_can_be_skipped(void **state)
{
    struct cli cli = *helm_of(CHART "== values.schema.json\nfalse\n", "")->cli;
    (void)state;
    cli.values.file_count = 0;
    cli.skip_schema = true;
    text_init(&found, &arena);
    text_init(&summary, &arena);
    text_adds(&found, "");
    assert_int_equal(lint_run(&cli, &arena, &found, &summary), 0);
    cli.skip_schema = false;
    assert_int_equal(lint_run(&cli, &arena, &found, &summary), 1);
}

static void what_a_template_refuses_is_told_without_helms_prefix(void **state)
{
    (void)state;
    assert_int_equal(linted(CHART "== templates/a.yaml\na: {{ fail \"not so\" }}\n", ""), 1);
    finds("c/templates/a.yaml:1:6: error: not so\n");
}

static void values_that_cannot_be_read_are_told_and_no_more(void **state)
{
    (void)state;
    assert_int_equal(linted(CHART "== values.schema.json\nfalse\n", "a: [\n"), 1);
    finds("v.yaml:");
    assert_null(strstr(found.at, "false schema"));
}

static void a_file_that_is_not_there_is_told(void **state)
{
    static const char *const path = "/no/such/file.yaml";
    struct cli cli = *helm_of(CHART, "")->cli;
    (void)state;
    cli.values.texts = NULL;
    cli.values.files = &path;
    text_init(&found, &arena);
    text_init(&summary, &arena);
    assert_int_equal(lint_run(&cli, &arena, &found, &summary), 1);
    assert_string_equal(found.at,
                        "/no/such/file.yaml: error: open /no/such/file.yaml: no such file or directory\n");
}

static void a_bad_release_name_does_not_hide_the_rest(void **state)
{
    struct cli cli = *helm_of(CHART "== values.schema.json\nfalse\n", "")->cli;
    (void)state;
    cli.values.file_count = 0;
    cli.release = "Bad";
    text_init(&found, &arena);
    text_init(&summary, &arena);
    assert_int_equal(lint_run(&cli, &arena, &found, &summary), 1);
    finds("error: the release name Bad: Helm takes 1 to 53 of a-z, 0-9, '-' and '.'");
    finds("false schema");
}

static void a_schema_that_is_none_is_an_error_of_its_file(void **state)
{
    (void)state;
    assert_int_equal(linted(CHART "== values.schema.json\n{\n", ""), 1);
    finds("values.schema.json: error: ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nothing_wrong_is_exit_code_0, make_charts, remove_charts),
        cmocka_unit_test_setup_teardown(everything_the_schema_says_is_told_at_once, make_charts,
                                        remove_charts),
        cmocka_unit_test_setup_teardown(slashes_and_tildes_of_keys_are_told_as_written, make_charts,
                                        remove_charts),
        cmocka_unit_test_setup_teardown(a_dependencys_schema_is_asked_for_its_part, make_charts,
                                        remove_charts),
        cmocka_unit_test_setup_teardown(schemas_can_be_skipped, make_charts, remove_charts),
        cmocka_unit_test_setup_teardown(what_a_template_refuses_is_told_without_helms_prefix, make_charts,
                                        remove_charts),
        cmocka_unit_test_setup_teardown(values_that_cannot_be_read_are_told_and_no_more, make_charts,
                                        remove_charts),
        cmocka_unit_test_setup_teardown(a_file_that_is_not_there_is_told, make_charts, remove_charts),
        cmocka_unit_test_setup_teardown(a_bad_release_name_does_not_hide_the_rest, make_charts,
                                        remove_charts),
        cmocka_unit_test_setup_teardown(a_schema_that_is_none_is_an_error_of_its_file, make_charts,
                                        remove_charts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
