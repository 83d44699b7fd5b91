#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "dnsd/share.h"

enum { START_MS = 10 * SHARE_WINDOW_MS };

static struct shares shares;
static struct random numbers;

/* As malloc leaves it, but for what must be set; and then too much comes. */
static int overflow(void **state)
{
    (void)state;
    memset(&shares, 0xff, sizeof shares);
    shares.scarce_until_ms = 0;
    share_overflowed(&shares, START_MS);
    return 0;
}

static struct address client(const char *host, uint16_t port)
{
    struct address a;
    assert_null(address_from_text(host, strlen(host), port, &a));
    return a;
}

/* How many of so many packets are let in. */
static unsigned send_from(const struct address *who, unsigned count, uint64_t now_ms)
{
    unsigned let_in = 0;
    for (unsigned i = 0; i < count; i++)
        let_in += share_take(&shares, &numbers, who, now_ms);
    return let_in;
}

static unsigned send_from_each(uint16_t first_port, unsigned clients, unsigned count, uint64_t now_ms)
{
    unsigned let_in = 0;
    for (unsigned i = 0; i < clients; i++) {
        const struct address who = client("127.0.0.1", (uint16_t)(first_port + i));
        let_in += send_from(&who, count, now_ms);
    }
    return let_in;
}

static void a_share_is_had_once_in_a_window(void **state)
{
    (void)state;
    const struct address who = client("127.0.0.1", 40000);
    assert_int_equal(send_from(&who, SHARE_MOST + 1, START_MS), SHARE_MOST);
    assert_int_equal(send_from(&who, 1, START_MS + SHARE_WINDOW_MS - 1), 0);
    assert_int_equal(send_from(&who, SHARE_MOST + 1, START_MS + SHARE_WINDOW_MS), SHARE_MOST);
}

/* It would have to have all its slots in common with the greedy one. */
static void nobody_goes_short_for_another(const char *greedy_host, uint16_t greedy_port, const char *host,
                                          uint16_t port)
{
    const struct address greedy = client(greedy_host, greedy_port), other = client(host, port);
    for (unsigned i = 0; i < 10; i++) {
        uint64_t now_ms = START_MS + i * SHARE_WINDOW_MS;
        assert_int_equal(send_from(&greedy, 2 * SHARE_MOST, now_ms), SHARE_MOST);
        assert_int_equal(send_from(&other, SHARE_MOST, now_ms), SHARE_MOST);
    }
}

static void another_port_or_host_is_somebody_else(void **state)
{
    (void)state;
    nobody_goes_short_for_another("127.0.0.1", 40000, "127.0.0.1", 40001);
    (void)overflow(NULL);
    nobody_goes_short_for_another("127.0.0.1", 40000, "127.0.0.2", 40000);
    (void)overflow(NULL);
    nobody_goes_short_for_another("::1", 40000, "::1", 40001);
    (void)overflow(NULL);
    nobody_goes_short_for_another("fe80::1", 40000, "fe80::2", 40000);
}

/* One in 500 is expected to go short; not one in 25. */
static void a_thousand_floods_leave_nearly_all_others_their_share(void **state)
{
    (void)state;
    (void)send_from_each(1000, 1000, SHARE_MOST + 1, START_MS);
    assert_in_range(send_from_each(30000, 500, 1, START_MS), 480, 500);
}

static void who_has_slots_in_common_is_drawn_anew_in_each_window(void **state)
{
    (void)state;
    const struct address who = client("127.0.0.1", 40000);
    (void)send_from(&who, 1, START_MS);
    uint64_t key = shares.key;
    (void)send_from(&who, 1, START_MS + 1);
    assert_true(shares.key == key);
    (void)send_from(&who, 1, START_MS + SHARE_WINDOW_MS);
    assert_true(shares.key != key);
}

/* The share in each window of a flood that is too much in all of them, from so many that none has its share.
 */
static void while_most_who_come_are_let_in_and_it_is_too_much_shares_become_narrower(void **state)
{
    (void)state;
    const struct address greedy = client("127.0.0.1", 40000);
    unsigned narrowest = SHARE_MOST;
    for (unsigned window = 0; window < 10; window++) {
        uint64_t now_ms = START_MS + window * SHARE_WINDOW_MS;
        unsigned share = send_from(&greedy, 2 * SHARE_MOST, now_ms);
        assert_true(window == 0 ? share == SHARE_MOST : share < narrowest || share == SHARE_LEAST);
        narrowest = share;
        (void)send_from_each(1000, 100 * SHARE_MOST / share, share, now_ms);
        share_overflowed(&shares, now_ms);
    }
    assert_int_equal(narrowest, SHARE_LEAST);
}

/* It is not what is let in that is too much: who asks a lot, but not that much, need not go short. */
static void where_few_are_let_in_already_shares_stay(void **state)
{
    (void)state;
    const struct address greedy = client("127.0.0.1", 40000);
    for (unsigned window = 0; window < 10; window++) {
        assert_int_equal(send_from(&greedy, 20 * SHARE_MOST, START_MS + window * SHARE_WINDOW_MS),
                         SHARE_MOST);
        share_overflowed(&shares, START_MS + window * SHARE_WINDOW_MS);
    }
}

static void shares_last_until_nothing_was_too_much_for_a_while_and_begin_wide_again(void **state)
{
    (void)state;
    const struct address who = client("127.0.0.1", 40000);
    uint64_t now_ms = START_MS;
    for (unsigned window = 0; window < 3; window++, now_ms += SHARE_WINDOW_MS) {
        (void)send_from(&who, 10, now_ms);
        share_overflowed(&shares, now_ms);
    }
    assert_true(send_from(&who, SHARE_MOST, now_ms) < SHARE_MOST);
    assert_false(
        share_take(&shares, &numbers, &who, now_ms + SHARE_WINDOW_MS - 1)); /* too many: it goes on */
    now_ms += SHARE_WINDOW_MS - 1 + SHARE_LASTS_MS;
    assert_int_equal(send_from(&who, 1, now_ms - 1), 1);
    assert_true(share_is_scarce(&shares));
    assert_true(share_take(&shares, &numbers, &who, now_ms));
    assert_false(share_is_scarce(&shares));
    share_overflowed(&shares, now_ms);
    assert_int_equal(send_from(&who, SHARE_MOST + 1, now_ms), SHARE_MOST);
}

#define in_an_overflow(test) cmocka_unit_test_setup(test, overflow)

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_an_overflow(a_share_is_had_once_in_a_window),
        in_an_overflow(another_port_or_host_is_somebody_else),
        in_an_overflow(a_thousand_floods_leave_nearly_all_others_their_share),
        in_an_overflow(who_has_slots_in_common_is_drawn_anew_in_each_window),
        in_an_overflow(while_most_who_come_are_let_in_and_it_is_too_much_shares_become_narrower),
        in_an_overflow(where_few_are_let_in_already_shares_stay),
        in_an_overflow(shares_last_until_nothing_was_too_much_for_a_while_and_begin_wide_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
