#include "tests/unit/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "render/compose_units.h"
#include "tests/unit/fresh_arena.h"

static double seconds(const char *text)
{
    uint64_t ns;
    return units_duration(text, &ns) ? (double)ns / 1e9 : -1;
}

static void durations_add_up(void **state)
{
    (void)state;
    assert_true(seconds("1m30s") == 90);
    assert_true(seconds("1h2m3.5s") == 3723.5);
    assert_true(seconds("500ms") == 0.5);
    assert_true(seconds("1.5h") == 5400);
    assert_true(seconds("1d") == 86400 && seconds("1w") == 7 * 86400);
    assert_true(seconds("250us") == 0.00025 && seconds("250\xc2\xb5s") == 0.00025 && seconds("1ns") == 1e-9);
    assert_true(seconds("3650d") == 3650.0 * 86400);
    assert_true(seconds("0s") == 0);
}

static void what_is_no_duration_is_refused(void **state)
{
    (void)state;
    const char *const wrong[] = {"",
                                 "10",
                                 "s",
                                 "1x",
                                 "-1s",
                                 "1s 2s",
                                 "1.2.3s",
                                 "1m30",
                                 " 1s",
                                 "1e3s",
                                 "3651d",
                                 "99999999999999999999w",
                                 "1111111111111111111111111111111111s"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_true(seconds(wrong[i]) < 0);
}

static const char *quantity(const char *text)
{
    uint64_t len;
    return units_bytes(text, &len) ? units_quantity(&arena, len) : "none";
}

static void sizes_are_powers_of_1024(void **state)
{
    (void)state;
    const char *const cases[][2] = {
        {"512m", "512Mi"},      {"1g", "1Gi"},    {"1.5g", "1536Mi"}, {"64KB", "64Ki"},
        {"2GiB", "2Gi"},        {"1 gb", "1Gi"},  {"100b", "100"},    {"1000000", "1000000"},
        {"0.5gb", "512Mi"},     {"1T", "1Ti"},    {"1p", "1Pi"},      {"0", "0"},
        {"536870912", "512Mi"}, {"1023", "1023"}, {"0.1k", "102"},    {"4096p", "4096Pi"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(quantity(cases[i][0]), cases[i][1]);
}

static void what_is_no_size_is_refused(void **state)
{
    (void)state;
    const char *const wrong[] = {"", "m", "-1", "1x", "1mm", "1bi", "1gbb", "5000p", "1e3", "0x10", "1,5g"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_string_equal(quantity(wrong[i]), "none");
}

static const char *cpus(const char *text)
{
    uint64_t milli;
    return units_cpus(text, &milli) ? units_milli(&arena, milli) : "none";
}

static void processors_come_in_thousandths_rounded_up(void **state)
{
    (void)state;
    assert_string_equal(cpus("0.5"), "500m");
    assert_string_equal(cpus("2"), "2");
    assert_string_equal(cpus("1.25"), "1250m");
    assert_string_equal(cpus("0.0001"), "1m");
    assert_string_equal(cpus("0.001"), "1m");
    assert_string_equal(cpus("1000000"), "1000000");
    assert_string_equal(cpus("1000001"), "none");
    assert_string_equal(cpus("half"), "none");
    assert_string_equal(cpus("1 "), "none");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(durations_add_up, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_no_duration_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(sizes_are_powers_of_1024, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_no_size_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(processors_come_in_thousandths_rounded_up, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
