#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "dnsd/outcome.h"

static void each_has_a_name_of_its_own_that_metrics_can_carry(void **state)
{
    (void)state;
    for (int i = 0; i < OUTCOME_COUNT; i++) {
        const char *name = outcome_name((enum outcome)i);
        assert_non_null(name);
        assert_int_equal(strspn(name, "abcdefghijklmnopqrstuvwxyz_"), strlen(name));
        for (int j = 0; j < i; j++)
            assert_string_not_equal(name, outcome_name((enum outcome)j));
    }
}

static void only_what_went_wrong_is_noted(void **state)
{
    (void)state;
    static const enum outcome fine[] = {OUTCOME_MAPPED, OUTCOME_RELAYED, OUTCOME_LOCAL, OUTCOME_REVERSE,
                                        OUTCOME_MALFORMED};
    for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
        assert_null(outcome_note(fine[i]));
    for (int i = OUTCOME_DENIED; i < OUTCOME_COUNT; i++)
        assert_non_null(outcome_note((enum outcome)i));
    assert_string_equal(outcome_note(OUTCOME_DENIED), "denied");
    assert_string_equal(outcome_note(OUTCOME_LOGGED), "would be denied");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_has_a_name_of_its_own_that_metrics_can_carry),
        cmocka_unit_test(only_what_went_wrong_is_noted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
