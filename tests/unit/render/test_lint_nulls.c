#include "tests/unit/cmocka_all.h"

#include "render/lint_nulls.h"
#include "tests/unit/render/release_of.h"

static const char *lint(const char *values)
{
    struct lint_report report = {.arena = &arena};
    struct text to;
    size_t errors, warnings;
    text_init(&to, &arena);
    text_adds(&to, "");
    lint_nulls(prepared(values), &report);
    lint_print(&report, &to, &errors, &warnings);
    assert_int_equal(errors, 0);
    return to.at;
}

static void a_null_takes_a_default_away(void **state)
{
    (void)state;
    assert_string_equal(
        lint("services: {default: {command: null}}"),
        "v.yaml:1:31: warning: services.default.command: null takes the chart's default away; leave "
        "the line out to keep it, or write an empty value\n");
}

static void a_null_of_nothing_is_told_too(void **state)
{
    (void)state;
    assert_string_equal(
        lint("services: {default: {args: [a, ~]}}"),
        "v.yaml:1:32: warning: services.default.args[1]: is null, as if it were not there; leave the "
        "line out, or give it a value\n");
}

static void volumes_and_networks_may_be_null(void **state)
{
    (void)state;
    assert_string_equal(lint("volumes: {a: }\nnetworks: {b: null}"), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_null_takes_a_default_away, setup, teardown),
        cmocka_unit_test_setup_teardown(a_null_of_nothing_is_told_too, setup, teardown),
        cmocka_unit_test_setup_teardown(volumes_and_networks_may_be_null, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
