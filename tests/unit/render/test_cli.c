#include "tests/unit/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "render/cli.h"
#include "tests/unit/fresh_arena.h"

enum { WORDS_MAX = 12 };

static struct cli cli;
static struct fault fault;

/* The words of line, which blanks part; '_' stands for an empty word. */
static int reads(const char *line)
{
    static char program[] = "render";
    char *argv[WORDS_MAX + 1] = {program}, *rest = NULL;
    int argc = 1;
    fault_init(&fault, &arena);
    for (char *word = strtok_r(arena_copy(&arena, line, strlen(line)), " ", &rest); word;
         word = strtok_r(NULL, " ", &rest)) {
        assert_true(argc < WORDS_MAX);
        argv[argc++] = strcmp(word, "_") == 0 ? word + 1 : word;
    }
    return cli_read(argc, argv, &arena, &cli, &fault);
}

static void must_read(const char *line)
{
    if (reads(line) != 0)
        fail_msg("%s: %s", line, fault.helm);
}

static void nothing_renders_the_built_in_chart(void **state)
{
    (void)state;
    assert_int_equal(unsetenv("HELM_NAMESPACE"), 0);
    must_read("");
    assert_int_equal(cli.command, CLI_RENDER);
    assert_string_equal(cli.release, "release-name");
    assert_string_equal(cli.namespace, "default");
    assert_null(cli.chart);
    assert_null(cli.note);
    assert_null(cli.print.release);
    assert_int_equal(cli.values.file_count, 0);
    assert_int_equal(cli.values.set_count, 0);
    assert_int_equal(cli.api_versions->list.count, 0);
}

static void the_namespace_of_the_environment_is_below_the_options(void **state)
{
    (void)state;
    assert_int_equal(setenv("HELM_NAMESPACE", "env", 1), 0);
    must_read("x");
    assert_string_equal(cli.namespace, "env");
    must_read("x -n opt");
    assert_string_equal(cli.namespace, "opt");
    assert_int_equal(setenv("HELM_NAMESPACE", "", 1), 0);
    must_read("x");
    assert_string_equal(cli.namespace, "default");
    assert_int_equal(unsetenv("HELM_NAMESPACE"), 0);
}

static void an_option_takes_its_value_in_each_way(void **state)
{
    static const char *const ways[] = {"-f a.yaml",       "-fa.yaml",        "-f=a.yaml",
                                       "--values a.yaml", "--values=a.yaml", "rel -f a.yaml"};
    (void)state;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        must_read(ways[i]);
        assert_int_equal(cli.values.file_count, 1);
        assert_string_equal(cli.values.files[0], "a.yaml");
    }
}

static void commas_part_files_and_quotes_keep_them_together(void **state)
{
    static const char *const want[] = {"a", "b,c", "d\"e", "", "f"};
    (void)state;
    must_read("-f a,\"b,c\",\"d\"\"e\", -f f");
    assert_int_equal(cli.values.file_count, 5);
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(cli.values.files[i], want[i]);
    struct text many;
    text_init(&many, &arena);
    text_adds(&many, "-f x");
    for (unsigned i = 1; i < 1000; i++)
        text_adds(&many, ",x");
    must_read(many.at);
    assert_int_equal(cli.values.file_count, 1000);
    assert_string_equal(cli.values.files[999], "x");
}

static void sets_stay_in_their_order_with_their_kinds(void **state)
{
    static const enum set_kind kinds[] = {SET_STRING, SET_TYPED, SET_JSON, SET_FILE, SET_LITERAL};
    (void)state;
    must_read("--set-string a=1 --set b=2,c=3 --set-json d=4 --set-file=e=f --set-literal g=h");
    assert_int_equal(cli.values.set_count, 5);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(cli.values.sets[i].kind, kinds[i]);
    assert_string_equal(cli.values.sets[1].argument, "b=2,c=3");
    assert_string_equal(cli.values.sets[3].argument, "e=f");
}

static void switches_are_set_and_unset(void **state)
{
    (void)state;
    must_read(
        "--is-upgrade --include-crds --no-hooks --skip-tests --skip-schema-validation --release-name rel");
    assert_true(cli.is_upgrade && cli.print.include_crds && cli.print.no_hooks && cli.print.skip_tests &&
                cli.skip_schema);
    assert_string_equal(cli.print.release, "rel");
    static const char *const off[] = {"0", "f", "F", "FALSE", "false", "False"};
    for (size_t i = 0; i < sizeof off / sizeof *off; i++) {
        must_read(arena_printf(&arena, "--is-upgrade --is-upgrade=%s", off[i]));
        assert_false(cli.is_upgrade);
    }
    must_read("--is-upgrade=T --validate=false -g");
    assert_true(cli.is_upgrade);
    assert_string_equal(cli.release, "release-name");
    must_read("-gn ns");
    assert_string_equal(cli.namespace, "ns");
}

static void helm_4_is_asked_for_everywhere(void **state)
{
    (void)state;
    must_read("--helm-compat 4");
    assert_true(cli.helm4 && cli.values.helm4 && cli.print.helm4);
    must_read("--helm-compat 4 --helm-compat=3");
    assert_false(cli.helm4 || cli.values.helm4 || cli.print.helm4);
}

static void lists_add_up(void **state)
{
    (void)state;
    must_read("-s a.yaml --show-only b,c.yaml -a v1,v2 --api-versions v3");
    assert_int_equal(cli.print.show_only_count, 2);
    assert_string_equal(cli.print.show_only[1], "b,c.yaml");
    assert_int_equal(cli.api_versions->list.count, 3);
    assert_string_equal(cli.api_versions->list.items[2]->text.at, "v3");
}

static void each_command_places_its_words(void **state)
{
    static const struct {
        const char *line;
        enum cli_command command;
        const char *release, *chart;
    } cases[] = {
        {"rel", CLI_RENDER, "rel", NULL},
        {"rel --chart d", CLI_RENDER, "rel", "d"},
        {"template d", CLI_RENDER, "release-name", "d"},
        {"template rel d", CLI_RENDER, "rel", "d"},
        {"values rel", CLI_VALUES, "rel", NULL},
        {"lint", CLI_LINT, "release-name", NULL},
        {"-n x lint rel", CLI_LINT, "rel", NULL},
        {"explain pypi.org rel", CLI_EXPLAIN, "rel", NULL},
        {"compose c.yaml rel", CLI_COMPOSE, "rel", NULL},
        {"graph rel --format dot", CLI_GRAPH, "rel", NULL},
        {"docs d", CLI_DOCS, "release-name", "d"},
        {"docs", CLI_DOCS, "release-name", NULL},
        {"help", CLI_HELP, "release-name", NULL},
        {"lint --help", CLI_HELP, "release-name", NULL},
        {"-h", CLI_HELP, "release-name", NULL},
        {"version", CLI_VERSION, "release-name", NULL},
        {"--version", CLI_VERSION, "release-name", NULL},
        {"-- -n", CLI_RENDER, "-n", NULL},
        {"-", CLI_RENDER, "-", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        must_read(cases[i].line);
        if (cli.command != cases[i].command || strcmp(cli.release, cases[i].release) != 0 ||
            strcmp(cli.chart ? cli.chart : "", cases[i].chart ? cases[i].chart : "") != 0)
            fail_msg("%s: command %d, release %s, chart %s", cases[i].line, (int)cli.command, cli.release,
                     cli.chart ? cli.chart : "(none)");
    }
}

static void what_a_command_takes_besides_is_its_rest(void **state)
{
    (void)state;
    must_read("explain pypi.org rel");
    assert_int_equal(cli.rest_count, 2);
    assert_string_equal(cli.rest[0], "pypi.org");
    must_read("compose -f v.yaml c.yaml");
    assert_string_equal(cli.rest[0], "c.yaml");
}

static void what_is_wrong_is_told(void **state)
{
    static const char *const cases[][2] = {
        {"--nope", "unknown flag: --nope"},
        {"--nope=5", "unknown flag: --nope"},
        {"-z", "unknown shorthand flag: 'z' in -z"},
        {"-zx", "unknown shorthand flag: 'z' in -zx"},
        {"--set", "flag needs an argument: --set"},
        {"rel -f", "flag needs an argument: 'f' in -f"},
        {"--helm-compat 5", "--helm-compat 5: 3 or 4 is wanted"},
        {"--helm-compat 44", "--helm-compat 44: 3 or 4 is wanted"},
        {"--validate", "--validate is not offered: render talks to no cluster; use kubectl apply "
                       "--dry-run=server -f - on its output"},
        {"--repo x", "--repo is not offered: render fetches nothing; unpack the chart and name its folder"},
        {"template", "\"helm template\" requires at least 1 argument\n\n"
                     "Usage:  helm template [NAME] [CHART] [flags]"},
        {"template a b c", "expected at most two arguments, unexpected arguments: c"},
        {"template a b c d e", "expected at most two arguments, unexpected arguments: c, d, e"},
        {"--include-crds=maybe",
         "invalid argument \"maybe\" for \"--include-crds\" flag: strconv.ParseBool: parsing "
         "\"maybe\": invalid syntax"},
        {"--wait=x",
         "invalid argument \"x\" for \"--wait\" flag: strconv.ParseBool: parsing \"x\": invalid syntax"},
        {"-g=x",
         "invalid argument \"x\" for \"-g, --generate-name\" flag: strconv.ParseBool: parsing \"x\": invalid "
         "syntax"},
        {"--=x", "bad flag syntax: --=x"},
        {"---x", "bad flag syntax: ---x"},
        {"--help=x",
         "invalid argument \"x\" for \"-h, --help\" flag: strconv.ParseBool: parsing \"x\": invalid syntax"},
        {"-hf", "flag needs an argument: 'f' in -f"},
        {"-f a\"b", "invalid argument \"a\\\"b\" for \"-f, --values\" flag: parse error on line 1, column 2: "
                    "bare \" in non-quoted-field"},
        {"--timeout 5",
         "invalid argument \"5\" for \"--timeout\" flag: time: missing unit in duration \"5\""},
        {"--qps x",
         "invalid argument \"x\" for \"--qps\" flag: strconv.ParseFloat: parsing \"x\": invalid syntax"},
        {"--burst-limit 1e3", "invalid argument \"1e3\" for \"--burst-limit\" flag: strconv.ParseInt: "
                              "parsing \"1e3\": invalid syntax"},
        {"-l x", "invalid argument \"x\" for \"-l, --labels\" flag: x must be formatted as key=value"},
        {"-l a=b,x,c=d",
         "invalid argument \"a=b,x,c=d\" for \"-l, --labels\" flag: x must be formatted as key=value"},
        {"template a b c --kube-version x", "invalid kube version 'x': could not parse \"x\" as version"},
        {"--color never", "unknown flag: --color"},
        {"--color x --helm-compat 4", "invalid color mode \"x\": must be one of: never, auto, always"},
        {"--wait=x --helm-compat=4",
         "invalid argument \"x\" for \"--wait\" flag: invalid wait input \"x\". Valid "
         "inputs are watcher, hookOnly, and legacy"},
        {"--dry-run=x --helm-compat 4",
         "invalid dry-run value (\"x\"). Must be \"none\", \"server\", or \"client\""},
        {"--dry-run=none --helm-compat 4",
         "invalid dry-run value (\"none\"). Must be \"server\" or \"client\""},
        {"--dry-run=false --helm-compat 4",
         "invalid dry-run value (\"false\"). Must be \"server\" or \"client\""},
        {"rel -g", "cannot set --generate-name and also specify a name"},
        {"template rel chart --generate-name", "cannot set --generate-name and also specify a name"},
        {"--dry-run=server", "--dry-run=server is not offered: render talks to no cluster"},
        {"--dry-run=x",
         "Invalid dry-run flag. Flag must one of the following: false, true, none, client, server"},
        {"a b", "one release name is wanted, not also b"},
        {"lnit a", "there is no command lnit; did you mean lint?"},
        {"lint v.yaml", "v.yaml is taken for the release's name; a file of values is given with -f v.yaml"},
        {"lint a b", "one release name is wanted, not also b"},
        {"docs a b", "docs is of one chart, not also b"},
        {"docs a --chart b", "docs is of one chart, not also a"},
        {"explain", "explain wants a name: render explain pypi.org -f values.yaml"},
        {"compose", "compose wants a file: render compose compose.yaml"},
        {"rel --name-template x", "cannot set --name-template and also specify a name"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (reads(cases[i][0]) != -1)
            fail_msg("%s is taken", cases[i][0]);
        assert_string_equal(fault.helm, cases[i][1]);
    }
    assert_int_equal(reads("--valeus x"), -1);
    assert_string_equal(fault.more.at, "did you mean --values?\n");
    assert_int_equal(reads("--force-replace"), -1);
    assert_string_equal(fault.more.at, "--force-replace is Helm 4's: add --helm-compat 4\n");
}

static void helm_4_notes_what_is_to_go(void **state)
{
    (void)state;
    must_read("--force --dry-run --wait=true --dry-run=true --helm-compat 4");
    assert_string_equal(
        cli.note,
        "Flag --force has been deprecated, use --force-replace instead\n"
        "level=WARN msg=\"--dry-run is deprecated and should be replaced with '--dry-run=client'\"\n"
        "level=WARN msg=\"--wait=true is deprecated (boolean value) and can be replaced with "
        "--wait=watcher\"\n"
        "level=WARN msg=\"boolean '--dry-run=true' flag is deprecated and must be replaced with "
        "'--dry-run=client'\"\n");
    must_read("--wait --wait=legacy --color never --rollback-on-failure --dry-run=client --helm-compat 4");
    assert_null(cli.note);
}

static void a_version_is_of_a_chart_behind_template_alone(void **state)
{
    (void)state;
    must_read("--version");
    assert_int_equal(cli.command, CLI_VERSION);
    must_read("template r c --version ^1.2 --repo= --post-renderer= --post-renderer-args x");
    assert_int_equal(cli.command, CLI_RENDER);
    assert_string_equal(cli.chart, "c");
    must_read("--help=false x");
    assert_int_equal(cli.command, CLI_RENDER);
}

static void empty_words_are_as_none(void **state)
{
    (void)state;
    must_read("x -n _ --output-dir= --kube-version=");
    assert_string_equal(cli.namespace, "default");
    assert_null(cli.print.output_dir);
    must_read("x -s=");
    assert_string_equal(cli.print.show_only[0], "=");
}

static void flags_without_meaning_here_are_taken_with_their_values(void **state)
{
    (void)state;
    must_read("--debug --dry-run --timeout 5m -l a=b --kubeconfig=k rel");
    assert_string_equal(cli.release, "rel");
    must_read("--dry-run=client --qps 5 --kube-token x --take-ownership --wait=false rel");
    assert_string_equal(cli.release, "rel");
    must_read("-f _ -a _ --name-template _ rel"); /* empty words */
    assert_string_equal(cli.release, "rel");
    assert_int_equal(cli.values.file_count + cli.api_versions->list.count, 0);
}

static void a_release_near_a_commands_name_is_noted(void **state)
{
    (void)state;
    must_read("lnit");
    assert_string_equal(cli.release, "lnit");
    assert_string_equal(cli.note,
                        "render: lnit is taken for the release's name; did you mean render lint?\n");
    must_read("template lnit d");
    assert_null(cli.note);
}

static void the_help_names_each_command_and_exit_status(void **state)
{
    static const char *const words[] = {"render values",  "render lint", "render explain", "render graph",
                                        "render compose", "render docs", "exit status:"};
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strstr(cli_help, words[i]))
            fail_msg("no %s", words[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nothing_renders_the_built_in_chart, setup, teardown),
        cmocka_unit_test_setup_teardown(the_namespace_of_the_environment_is_below_the_options, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(an_option_takes_its_value_in_each_way, setup, teardown),
        cmocka_unit_test_setup_teardown(commas_part_files_and_quotes_keep_them_together, setup, teardown),
        cmocka_unit_test_setup_teardown(sets_stay_in_their_order_with_their_kinds, setup, teardown),
        cmocka_unit_test_setup_teardown(switches_are_set_and_unset, setup, teardown),
        cmocka_unit_test_setup_teardown(helm_4_is_asked_for_everywhere, setup, teardown),
        cmocka_unit_test_setup_teardown(lists_add_up, setup, teardown),
        cmocka_unit_test_setup_teardown(helm_4_notes_what_is_to_go, setup, teardown),
        cmocka_unit_test_setup_teardown(a_version_is_of_a_chart_behind_template_alone, setup, teardown),
        cmocka_unit_test_setup_teardown(empty_words_are_as_none, setup, teardown),
        cmocka_unit_test_setup_teardown(each_command_places_its_words, setup, teardown),
        cmocka_unit_test_setup_teardown(what_a_command_takes_besides_is_its_rest, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_wrong_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(flags_without_meaning_here_are_taken_with_their_values, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_release_near_a_commands_name_is_noted, setup, teardown),
        cmocka_unit_test(the_help_names_each_command_and_exit_status),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
