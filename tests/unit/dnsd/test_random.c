#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "dnsd/random.h"

enum { DRAWS = 4096 };

static void numbers_are_below_their_bound_and_reach_it(void **state)
{
    (void)state;
    struct random r = {0};
    unsigned seen[10] = {0};
    for (unsigned i = 0; i < DRAWS; i++) {
        uint32_t n = random_below(&r, 10);
        assert_true(n < 10);
        seen[n]++;
    }
    for (unsigned i = 0; i < 10; i++)
        assert_in_range(seen[i], DRAWS / 20, DRAWS / 5);
    assert_int_equal(random_below(&r, 1), 0);
}

static void ids_are_spread_over_all_there_are(void **state)
{
    (void)state;
    struct random r = {0};
    unsigned high = 0, low = 0, same = 0;
    uint16_t last = random_u16(&r);
    for (unsigned i = 0; i < DRAWS; i++) {
        uint16_t n = random_u16(&r);
        high += n >> 15;
        low += n & 1;
        same += n == last;
        last = n;
    }
    assert_in_range(high, DRAWS * 2 / 5, DRAWS * 3 / 5);
    assert_in_range(low, DRAWS * 2 / 5, DRAWS * 3 / 5);
    assert_true(same < 8);
}

static void what_was_given_is_not_kept(void **state)
{
    (void)state;
    static const uint8_t none[sizeof((struct random *)0)->octets];
    struct random r = {0};
    while (r.left != sizeof(uint32_t))
        (void)random_u32(&r);
    (void)random_u32(&r);
    assert_memory_equal(r.octets, none, sizeof none);
}

static void an_odd_rest_is_thrown_away(void **state)
{
    (void)state;
    struct random r = {0};
    (void)random_u16(&r);
    for (unsigned i = 0; i < sizeof r.octets; i++) {
        (void)random_u32(&r);
        assert_true(r.left <= sizeof r.octets);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_below_their_bound_and_reach_it),
        cmocka_unit_test(ids_are_spread_over_all_there_are),
        cmocka_unit_test(what_was_given_is_not_kept),
        cmocka_unit_test(an_odd_rest_is_thrown_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
