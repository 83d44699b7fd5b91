#include "render/cli_options.h"

#include <string.h>

#include "tests/unit/fresh_arena.h"

static void they_are_found_by_name_and_by_letter(void **state)
{
    (void)state;
    assert_string_equal(option_by_name("set-json=x", 8)->name, "set-json");
    assert_null(option_by_name("set-jso", 7));
    assert_null(option_by_name("", 0));
    assert_string_equal(option_by_letter('f')->name, "values");
    assert_null(option_by_letter('z'));
}

static void the_one_that_was_meant_is_found(void **state)
{
    (void)state;
    assert_string_equal(option_nearest("set-jsn", 7, &arena), "set-json");
    assert_null(option_nearest("quite-another", 13, &arena));
}

static void flags_want_no_value(void **state)
{
    static const char *const without[] = {"no-hooks", "debug", "dry-run", "wait", "validate"};
    static const char *const with[] = {"values",  "set",  "namespace", "helm-compat",
                                       "timeout", "repo", "labels"};
    (void)state;
    for (size_t i = 0; i < sizeof without / sizeof *without; i++)
        assert_false(option_wants_value(option_by_name(without[i], strlen(without[i]))));
    for (size_t i = 0; i < sizeof with / sizeof *with; i++)
        assert_true(option_wants_value(option_by_name(with[i], strlen(with[i]))));
}

static void what_came_and_what_goes_with_helm_4_is_known(void **state)
{
    (void)state;
    assert_true(option_is_of_helm4(option_by_name("color", 5)));
    assert_false(option_is_of_helm4(option_by_name("force", 5)));
    assert_string_equal(option_gone(option_by_name("force", 5)), "use --force-replace instead");
    assert_null(option_gone(option_by_name("color", 5)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(they_are_found_by_name_and_by_letter, setup, teardown),
        cmocka_unit_test_setup_teardown(the_one_that_was_meant_is_found, setup, teardown),
        cmocka_unit_test_setup_teardown(flags_want_no_value, setup, teardown),
        cmocka_unit_test_setup_teardown(what_came_and_what_goes_with_helm_4_is_known, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
