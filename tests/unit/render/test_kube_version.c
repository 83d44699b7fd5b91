#include "render/kube_version.h"

#include <string.h>

#include "tests/unit/fresh_arena.h"

static const char *read(const char *given)
{
    struct fault fault;
    const char *version;
    fault_init(&fault, &arena);
    return kube_version_read(given, &arena, &version, &fault) == 0 ? version : fault.helm;
}

static void it_is_read_as_kubernetes_reads_it(void **state)
{
    static const char *const bad[] = {"v", "x", "1", "v1", "1.", ".1", "1.x", "one.two", "-1.2", "01.2"};
    (void)state;
    assert_string_equal(read("1.29.3"), "v1.29.3");
    assert_string_equal(read("v1.29.3"), "v1.29.3");
    assert_string_equal(read("1.29"), "v1.29");
    assert_string_equal(read(" v1.30.0-eks.1"), "v1.30.0");
    assert_string_equal(read("1.18446744073709551615"), "v1.18446744073709551615");
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_non_null(strstr(read(bad[i]), "invalid kube version '"));
    assert_string_equal(
        read("18446744073709551616.1"),
        "invalid kube version '18446744073709551616.1': illegal non-numeric version component "
        "\"18446744073709551616\" in \"18446744073709551616.1\": strconv.ParseUint: parsing "
        "\"18446744073709551616\": value out of range");
}

static void none_is_helms_own(void **state)
{
    (void)state;
    assert_string_equal(read(NULL), "v1.37.0");
    assert_string_equal(read(""), "v1.37.0");
}

static void helm_4_shows_what_stands_behind_the_patch(void **state)
{
    (void)state;
    assert_string_equal(kube_version_shown("1.30.1-gke.1", "v1.30.1", false, &arena), "v1.30.1");
    assert_string_equal(kube_version_shown("1.30.1-gke.1", "v1.30.1", true, &arena), "v1.30.1-gke.1");
    assert_string_equal(kube_version_shown("v1.30.1-gke.1", "v1.30.1", true, &arena), "v1.30.1-gke.1");
    assert_string_equal(kube_version_shown(NULL, "v1.37.0", true, &arena), "v1.37.0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(it_is_read_as_kubernetes_reads_it, setup, teardown),
        cmocka_unit_test_setup_teardown(none_is_helms_own, setup, teardown),
        cmocka_unit_test_setup_teardown(helm_4_shows_what_stands_behind_the_patch, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
