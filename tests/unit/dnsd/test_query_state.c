/* Who waits, and until when. */
#include "tests/unit/dnsd/query_parts.h"

static void the_timer_is_set_for_the_first_that_falls_due(void **state)
{
    struct fixture *f = *state;
    struct timeval when;
    (void)ask(f->q, &udp, "web", TYPE_A);
    assert_int_equal(f->q->timer_at_ms, test_ms + QUERY_DEADLINE_MS);
    (void)ask(f->q, &udp, "1.1.1.10.in-addr.arpa", TYPE_PTR);
    assert_int_equal(f->q->timer_at_ms, test_ms + QUERY_STAYS_PATIENCE_MS);
    (void)ask(f->q, &udp, "8.8.8.8.in-addr.arpa", TYPE_PTR);
    assert_int_equal(f->q->timer_at_ms, test_ms + QUERY_LEAVES_PATIENCE_MS);
    assert_true(evtimer_pending(f->q->timer, &when));
    pass_ms(f, QUERY_STAYS_PATIENCE_MS);
    assert_int_equal(f->q->timer_at_ms, test_ms - QUERY_STAYS_PATIENCE_MS + QUERY_DEADLINE_MS);
    pass_ms(f, QUERY_DEADLINE_MS);
    assert_int_equal(f->q->timer_at_ms, UINT64_MAX);
}

static void who_has_a_place_is_counted_until_it_is_given_back(void **state)
{
    struct fixture *f = *state;
    uint8_t qname[DNAME_MAX];
    const struct client from = {.transport = &udp};
    const struct request r = question("outside.test", TYPE_A, qname);
    f->q->now_us = 0;
    struct pending *p = query_state_keep(f->q, &from, &r, 30, NULL);
    assert_non_null(p);
    assert_ptr_equal(p->of, f->q);
    assert_int_equal(p->came_us, test_ms * 1000);
    assert_int_equal(stats_in_flight(f->observers.stats), 1);
    query_state_release(p);
    assert_int_equal(stats_in_flight(f->observers.stats), 0);
}

static void who_finds_no_place_is_not_counted(void **state)
{
    struct fixture *f = *state;
    uint8_t qname[DNAME_MAX];
    const struct client from = {.transport = &udp};
    const struct request r = question("other.test", TYPE_A, qname);
    fill(f, CONCURRENT - RESERVED);
    assert_null(query_state_keep(f->q, &from, &r, 30, NULL));
    assert_int_equal(stats_in_flight(f->observers.stats), CONCURRENT - RESERVED);
}

static void one_turn_looks_at_the_clock_once(void **state)
{
    struct fixture *f = *state;
    queries_flush(f->q);
    uint64_t first = query_state_now_us(f->q);
    test_ms++;
    assert_int_equal(query_state_now_us(f->q), first);
    queries_flush(f->q);
    assert_int_equal(query_state_now_us(f->q), first + 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_queries(the_timer_is_set_for_the_first_that_falls_due),
        with_queries(who_has_a_place_is_counted_until_it_is_given_back),
        with_queries(who_finds_no_place_is_not_counted),
        with_queries(one_turn_looks_at_the_clock_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
