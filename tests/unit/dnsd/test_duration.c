#include "tests/unit/cmocka_all.h"

#include "dnsd/duration.h"

static void what_go_writes_is_read(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint32_t ms;
    } cases[] = {{"0", 0},
                 {"300ms", 300},
                 {"1.5s", 1500},
                 {"1m30s", 90000},
                 {"0.2s", 200},
                 {"1h", 3600000},
                 {"+2s", 2000},
                 {"1us", 1},
                 {"1001us", 2},
                 {"1ns", 1},
                 {".5s", 500},
                 {"5.s", 5000},
                 {"1\xc2\xb5s", 1},
                 {"1000000ns", 1},
                 {"0s", 0},
                 {"1193h", 4294800000u},
                 {"0.123456789s", 124}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t ms;
        assert_true(duration_from_text(cases[i].text, &ms));
        assert_int_equal(ms, cases[i].ms);
    }
}

static void what_it_does_not_is_refused(void **state)
{
    (void)state;
    static const char *const cases[] = {"",    "5",   "s",  "-1s",   "5m0x",  "soon",
                                        "1s2", "1 s", ".s", "1..5s", "1194h", "99999999999999999999h"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t ms = 7;
        assert_false(duration_from_text(cases[i], &ms));
        assert_int_equal(ms, 7);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_go_writes_is_read),
                                       cmocka_unit_test(what_it_does_not_is_refused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
