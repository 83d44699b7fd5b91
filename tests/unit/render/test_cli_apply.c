#include "render/cli_apply.h"

#include <string.h>

#include "tests/unit/fresh_arena.h"

enum { MOST = 8 };

static struct cli cli;
static struct fault fault;
static struct cli_apply applying;

static void begin(bool helm4)
{
    fault_init(&fault, &arena);
    cli = (struct cli){.api_versions = value_list(&arena), .helm4 = helm4};
    applying = (struct cli_apply){.arena = &arena, .cli = &cli, .fault = &fault};
    cli_apply_begin(&applying, MOST);
}

static int apply(const char *name, const char *value)
{
    const struct option *option = option_by_name(name, strlen(name));
    assert_non_null(option);
    return cli_apply(&applying, option, value);
}

/* What Helm says against it. */
static const char *refused(const char *name, const char *value)
{
    begin(cli.helm4);
    assert_int_equal(apply(name, value), -1);
    return fault.helm;
}

static void lists_hold_what_commas_part_and_all_that_may_come_yet(void **state)
{
    (void)state;
    begin(false);
    assert_int_equal(apply("values", "a,\"b,c\",d,e,f,g,h,i,j"), 0);
    for (unsigned i = 1; i < MOST; i++)
        assert_int_equal(apply("values", "x"), 0);
    for (unsigned i = 0; i < MOST; i++)
        assert_int_equal(apply("show-only", "y,z"), 0);
    assert_int_equal(apply("api-versions", "v1,v2"), 0);
    cli_apply_end(&applying);
    assert_int_equal(cli.values.file_count, 9 + MOST - 1);
    assert_string_equal(cli.values.files[1], "b,c");
    assert_string_equal(cli.values.files[9 + MOST - 2], "x");
    assert_int_equal(cli.print.show_only_count, MOST);
    assert_string_equal(cli.print.show_only[MOST - 1], "y,z");
    assert_int_equal(cli.api_versions->list.count, 2);
}

static void sets_keep_their_kinds(void **state)
{
    (void)state;
    begin(false);
    assert_int_equal(apply("set-json", "a=1"), 0);
    assert_int_equal(apply("set", "b=2"), 0);
    cli_apply_end(&applying);
    assert_int_equal(cli.values.set_count, 2);
    assert_int_equal(cli.values.sets[0].kind, SET_JSON);
    assert_string_equal(cli.values.sets[1].argument, "b=2");
}

static void a_flag_is_true_without_a_value(void **state)
{
    (void)state;
    bool on = false;
    begin(false);
    assert_int_equal(apply("is-upgrade", NULL), 0);
    assert_true(cli.is_upgrade);
    assert_int_equal(apply("is-upgrade", "F"), 0);
    assert_false(cli.is_upgrade);
    assert_int_equal(cli_apply_bool(&applying, option_by_letter('g'), "t", &on), 0);
    assert_true(on);
    assert_string_equal(
        refused("generate-name", "yes"),
        "invalid argument \"yes\" for \"-g, --generate-name\" flag: strconv.ParseBool: parsing \"yes\": "
        "invalid syntax");
}

static void what_has_no_meaning_has_to_be_right(void **state)
{
    (void)state;
    static const char *const good[][2] = {{"burst-limit", "-5"}, {"qps", "1e3"},       {"timeout", "5m"},
                                          {"labels", "a=b,c=d"}, {"color", "auto"},    {"wait", "false"},
                                          {"repo", ""},          {"validate", "false"}};
    static const char *const wrong[][2] = {{"burst-limit", "5x"}, {"qps", ""},     {"qps", " 1"},
                                           {"timeout", "5"},      {"labels", "a"}, {"color", "red"},
                                           {"wait", "watcher"},   {"repo", "x"},   {"validate", "1"}};
    begin(false);
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (apply(good[i][0], good[i][1]) != 0)
            fail_msg("%s", fault.helm);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_non_null(refused(wrong[i][0], wrong[i][1]));
}

static void only_a_cluster_is_refused_to_a_dry_run(void **state)
{
    (void)state;
    begin(false);
    assert_int_equal(apply("dry-run", "none"), 0);
    assert_string_equal(refused("dry-run", "server"),
                        "--dry-run=server is not offered: render talks to no cluster");
    begin(true);
    assert_int_equal(apply("dry-run", "client"), 0);
    assert_null(cli.note);
    assert_string_equal(refused("dry-run", "none"),
                        "invalid dry-run value (\"none\"). Must be \"server\" or \"client\"");
}

static void notes_add_up(void **state)
{
    (void)state;
    begin(true);
    cli_apply_note(&applying, "first");
    assert_int_equal(apply("atomic", NULL), 0);
    assert_string_equal(cli.note,
                        "first\nFlag --atomic has been deprecated, use --rollback-on-failure instead\n");
    begin(false);
    assert_int_equal(apply("atomic", NULL), 0);
    assert_null(cli.note);
}

static void the_helm_that_is_wanted_is_3_or_4(void **state)
{
    (void)state;
    begin(false);
    assert_int_equal(apply("helm-compat", "4"), 0);
    assert_true(cli.helm4);
    assert_int_equal(apply("helm-compat", "3"), 0);
    assert_false(cli.helm4);
    assert_string_equal(refused("helm-compat", "5"), "--helm-compat 5: 3 or 4 is wanted");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lists_hold_what_commas_part_and_all_that_may_come_yet, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(sets_keep_their_kinds, setup, teardown),
        cmocka_unit_test_setup_teardown(a_flag_is_true_without_a_value, setup, teardown),
        cmocka_unit_test_setup_teardown(what_has_no_meaning_has_to_be_right, setup, teardown),
        cmocka_unit_test_setup_teardown(only_a_cluster_is_refused_to_a_dry_run, setup, teardown),
        cmocka_unit_test_setup_teardown(notes_add_up, setup, teardown),
        cmocka_unit_test_setup_teardown(the_helm_that_is_wanted_is_3_or_4, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
