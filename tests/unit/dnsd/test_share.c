#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "dnsd/share.h"

enum { MOST = 10, ONE_WINDOW = SHARE_WINDOW_MS };

static struct address client(const char *host, uint16_t port)
{
    struct address a;
    assert_null(address_from_text(host, strlen(host), port, &a));
    return a;
}

static unsigned take_all(struct shares *s, struct random *r, const struct address *who, uint64_t now_ms)
{
    unsigned had = 0;
    while (had <= MOST && share_take(s, r, who, MOST, now_ms))
        had++;
    return had;
}

static void a_share_is_had_once_in_a_window(void **state)
{
    (void)state;
    struct shares s = {0};
    struct random r = {0};
    const struct address who = client("127.0.0.1", 40000);
    assert_int_equal(take_all(&s, &r, &who, 0), MOST);
    assert_false(share_take(&s, &r, &who, MOST, ONE_WINDOW - 1));
    assert_int_equal(take_all(&s, &r, &who, ONE_WINDOW), MOST);
    assert_int_equal(take_all(&s, &r, &who, 100 * ONE_WINDOW), MOST);
}

/* In one window it may share a slot with the greedy one; not in ten. */
static void nobody_goes_short_for_another(const char *greedy_host, uint16_t greedy_port, const char *host,
                                          uint16_t port)
{
    struct shares s = {0};
    struct random r = {0};
    const struct address greedy = client(greedy_host, greedy_port), other = client(host, port);
    unsigned short_of = 0;
    for (uint64_t window = 0; window < 10; window++) {
        assert_int_equal(take_all(&s, &r, &greedy, window * ONE_WINDOW), MOST);
        short_of += take_all(&s, &r, &other, window * ONE_WINDOW) != MOST;
    }
    assert_in_range(short_of, 0, 2);
}

static void another_port_or_host_is_somebody_else(void **state)
{
    (void)state;
    nobody_goes_short_for_another("127.0.0.1", 40000, "127.0.0.1", 40001);
    nobody_goes_short_for_another("127.0.0.1", 40000, "127.0.0.2", 40000);
    nobody_goes_short_for_another("::1", 40000, "::1", 40001);
    nobody_goes_short_for_another("fe80::1", 40000, "fe80::2", 40000);
}

static void a_thousand_floods_leave_most_others_their_share(void **state)
{
    (void)state;
    struct shares s = {0};
    struct random r = {0};
    for (uint16_t port = 1000; port < 2000; port++) {
        const struct address greedy = client("127.0.0.1", port);
        (void)take_all(&s, &r, &greedy, 0);
    }
    unsigned unharmed = 0;
    for (uint16_t port = 30000; port < 30100; port++) {
        const struct address other = client("127.0.0.1", port);
        unharmed += take_all(&s, &r, &other, 0) == MOST;
    }
    assert_in_range(unharmed, 60, 100);
}

static void who_shares_a_slot_is_drawn_anew_in_each_window(void **state)
{
    (void)state;
    struct shares s = {0};
    struct random r = {0};
    const struct address who = client("127.0.0.1", 40000);
    (void)share_take(&s, &r, &who, MOST, 0);
    uint32_t key = s.key;
    (void)share_take(&s, &r, &who, MOST, 1);
    assert_int_equal(s.key, key);
    (void)share_take(&s, &r, &who, MOST, ONE_WINDOW);
    assert_int_not_equal(s.key, key);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_share_is_had_once_in_a_window),
        cmocka_unit_test(another_port_or_host_is_somebody_else),
        cmocka_unit_test(a_thousand_floods_leave_most_others_their_share),
        cmocka_unit_test(who_shares_a_slot_is_drawn_anew_in_each_window),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
