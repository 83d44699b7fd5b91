#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "render/semver.h"

static bool satisfies(const char *version, const char *range)
{
    struct semver v;
    bool bad;
    assert_true(semver_read(version, strlen(version), &v));
    bool result = semver_satisfies(&v, range, &bad);
    assert_false(bad);
    return result;
}

static void versions_may_lack_parts_and_have_a_v(void **state)
{
    (void)state;
    assert_true(semver_is_valid("v1.2") && semver_is_valid("1") && semver_is_valid("1.2.3-a.1+b"));
    assert_false(semver_is_valid("") || semver_is_valid("a.b") || semver_is_valid("1.2.3.4") ||
                 semver_is_valid("1.2.3-01") || semver_is_valid("1.") || semver_is_valid("1.2.3-") ||
                 semver_is_valid("99999999999999999999"));
}

static void prereleases_come_before(void **state)
{
    (void)state;
    const char *order[] = {"1.0.0-1",    "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta",
                           "1.0.0-rc.2", "1.0.0-rc.11", "1.0.0",         "1.0.1"};
    for (size_t i = 1; i < sizeof order / sizeof *order; i++) {
        struct semver a, b;
        assert_true(semver_read(order[i - 1], strlen(order[i - 1]), &a) &&
                    semver_read(order[i], strlen(order[i]), &b));
        assert_true(semver_compare(&a, &b) < 0 && semver_compare(&b, &a) > 0 && semver_compare(&a, &a) == 0);
    }
}

static void ranges_hold_what_they_say(void **state)
{
    (void)state;
    assert_true(satisfies("1.2.3", ">=1.2 <2") && satisfies("1.2.3", "^1.1") && satisfies("1.2.3", "~1.2") &&
                satisfies("1.2.3", "1.x"));
    assert_true(satisfies("1.2.3", "1 - 2") && satisfies("0.1.0", "0.x") &&
                satisfies("1.2.3", "=1.2.3 || 5") && satisfies("1.2.3", "*"));
    assert_true(satisfies("2.0.0", "!=1.x, >1") && satisfies("1.36.0-gke.1", ">=1.29-0"));
    assert_false(satisfies("1.36.0-gke.1", ">=1.29") || satisfies("0.3.0", "^0.2.1") ||
                 satisfies("2.0.0", "<2") || satisfies("1.2.3", ">1") || satisfies("1.3.0", "~1.2.0") ||
                 satisfies("1.2.3", "!=1.2"));
}

static void a_malformed_range_is_told(void **state)
{
    (void)state;
    const char *ranges[] = {"", ">=", "a", "1.2.3.4", ">1<2", "1 ||", "=>=1"};
    struct semver v;
    bool bad;
    assert_true(semver_read("1.0.0", 5, &v));
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        assert_false(semver_satisfies(&v, ranges[i], &bad));
        assert_true(bad);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(versions_may_lack_parts_and_have_a_v),
        cmocka_unit_test(prereleases_come_before),
        cmocka_unit_test(ranges_hold_what_they_say),
        cmocka_unit_test(a_malformed_range_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
