/* Whose an address is. */
#include "tests/unit/dnsd/query_parts.h"

static void an_address_that_is_known_has_its_service(void **state)
{
    static const uint8_t v4[] = {10, 1, 2, 3};
    struct fixture *f = *state;
    reverse_learn(f->q->reverse, "web", v4, sizeof v4, 1);
    struct answer *a = ask(f->q, &udp, "3.2.1.10.IN-ADDR.arpa", TYPE_PTR);
    heard(a, RCODE_NOERROR, OUTCOME_REVERSE);
    assert_true(holds(a, "\3web", 5));
    a = ask(f->q, &udp, "3.2.1.10.in-addr.arpa", TYPE_A);
    heard(a, RCODE_NOERROR, OUTCOME_REVERSE);
    assert_int_equal(sweeps.started[0] + relay.count, 0);
}

static void a_private_address_that_nobody_knows_waits_for_the_sweep_and_goes_nowhere(void **state)
{
    static const char *const names[] = {
        "1.1.1.10.in-addr.arpa",
        "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.d.f.ip6.arpa",
    };
    struct fixture *f = *state;
    for (unsigned v6 = 0; v6 < 2; v6++) {
        struct answer *a = ask(f->q, &udp, names[v6], TYPE_PTR), *b = ask(f->q, &udp, names[v6], TYPE_PTR);
        assert_int_equal(sweeps.started[v6], 2);
        assert_int_equal(a->count + b->count, 0);
        sweeps.done(sweeps.arg, !v6);
        assert_int_equal(a->count + b->count, 0);
        sweeps.done(sweeps.arg, v6);
        heard(a, RCODE_NXDOMAIN, OUTCOME_REVERSE);
        heard(b, RCODE_NXDOMAIN, OUTCOME_REVERSE);
    }
    heard(ask(f->q, &udp, "1.10.in-addr.arpa", TYPE_PTR), RCODE_NXDOMAIN, OUTCOME_REVERSE);
    heard(ask(f->q, &udp, "1.1.1.10.in-addr.arpa", TYPE_A), RCODE_NXDOMAIN, OUTCOME_REVERSE);
    assert_int_equal(relay.count, 0);
    assert_int_equal(queries_waiting(f->q), 0);
}

static void what_the_sweep_found_is_told_even_of_a_public_address(void **state)
{
    static const uint8_t v4[] = {8, 8, 8, 8};
    struct fixture *f = *state;
    struct answer *a = ask(f->q, &udp, "8.8.8.8.in-addr.arpa", TYPE_PTR);
    reverse_learn(f->q->reverse, "web", v4, sizeof v4, 1);
    sweeps.done(sweeps.arg, false);
    heard(a, RCODE_NOERROR, OUTCOME_REVERSE);
    assert_true(holds(a, "\3web", 5));
    assert_int_equal(relay.count, 0);
}

static void who_waits_for_a_sweep_that_takes_too_long_waits_no_more(void **state)
{
    struct fixture *f = *state;
    struct answer *stays = ask(f->q, &udp, "1.1.1.10.in-addr.arpa", TYPE_PTR);
    struct answer *leaves = ask(f->q, &udp, "8.8.8.8.in-addr.arpa", TYPE_PTR);
    pass_ms(f, QUERY_LEAVES_PATIENCE_MS - 1);
    assert_int_equal(relay.count, 0);
    pass_ms(f, 1);
    assert_int_equal(relay.count, 1);
    assert_int_equal(stays->count + leaves->count, 0);
    answer_relayed(0, RCODE_NXDOMAIN, 0);
    heard(leaves, RCODE_NXDOMAIN, OUTCOME_RELAYED);
    pass_ms(f, QUERY_STAYS_PATIENCE_MS - QUERY_LEAVES_PATIENCE_MS - 1);
    assert_int_equal(stays->count, 0);
    pass_ms(f, 1);
    heard(stays, RCODE_NXDOMAIN, OUTCOME_REVERSE);
    sweeps.done(sweeps.arg, false);
    assert_int_equal(stays->count, 1);
}

static void after_a_fresh_sweep_nobody_waits(void **state)
{
    struct fixture *f = *state;
    sweeps.fresh = true;
    heard(ask(f->q, &udp, "1.1.1.10.in-addr.arpa", TYPE_PTR), RCODE_NXDOMAIN, OUTCOME_REVERSE);
    (void)ask(f->q, &udp, "8.8.8.8.in-addr.arpa", TYPE_PTR);
    assert_int_equal(relay.count, 1);
}

static void a_public_address_that_the_policy_denies_is_swept_for_and_then_denied(void **state)
{
    struct fixture *f = *state;
    f->config.policy.mode = POLICY_ENFORCE;
    struct queries *q = reopened(f);
    struct answer *a = ask(q, &udp, "8.8.8.8.in-addr.arpa", TYPE_PTR);
    assert_int_equal(denied_total(f->observers.denied), 0);
    pass_ms(f, QUERY_LEAVES_PATIENCE_MS);
    assert_int_equal(a->count, 0); /* it goes nowhere, so there is time */
    pass_ms(f, QUERY_STAYS_PATIENCE_MS - QUERY_LEAVES_PATIENCE_MS);
    heard(a, RCODE_NXDOMAIN, OUTCOME_DENIED);
    assert_int_equal(denied_total(f->observers.denied), 1);
    assert_int_equal(relay.count, 0);
}

static void without_reverse_a_private_address_still_goes_nowhere(void **state)
{
    struct fixture *f = *state;
    f->config.reverse = false;
    struct queries *q = reopened(f);
    heard(ask(q, &udp, "1.1.1.10.in-addr.arpa", TYPE_PTR), RCODE_NXDOMAIN, OUTCOME_REVERSE);
    (void)ask(q, &udp, "8.8.8.8.in-addr.arpa", TYPE_PTR);
    assert_int_equal(relay.count, 1);
    assert_int_equal(sweeps.started[0], 0);
}

static void an_address_there_is_no_place_for_is_answered_without_a_sweep(void **state)
{
    struct fixture *f = *state;
    fill(f, CONCURRENT - RESERVED);
    heard(ask(f->q, &udp, "1.1.1.10.in-addr.arpa", TYPE_PTR), RCODE_NXDOMAIN, OUTCOME_REVERSE);
    heard(ask(f->q, &tcp, "8.8.8.8.in-addr.arpa", TYPE_PTR), RCODE_SERVFAIL, OUTCOME_OVERLOAD);
    assert_int_equal(sweeps.started[0], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_queries(an_address_that_is_known_has_its_service),
        with_queries(a_private_address_that_nobody_knows_waits_for_the_sweep_and_goes_nowhere),
        with_queries(what_the_sweep_found_is_told_even_of_a_public_address),
        with_queries(who_waits_for_a_sweep_that_takes_too_long_waits_no_more),
        with_queries(after_a_fresh_sweep_nobody_waits),
        with_queries(a_public_address_that_the_policy_denies_is_swept_for_and_then_denied),
        with_queries(without_reverse_a_private_address_still_goes_nowhere),
        with_queries(an_address_there_is_no_place_for_is_answered_without_a_sweep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
