/* Questions that leave, and what comes back. */
#include "tests/unit/dnsd/query_parts.h"

static void a_name_of_the_release_is_looked_up_under_its_target_and_answered_as_asked(void **state)
{
    struct fixture *f = *state;
    struct answer *a = ask(f->q, &udp, "WeB", TYPE_A);
    assert_int_equal(lookups.count, 1);
    assert_memory_equal(lookups.asked[0].target, target, sizeof target);
    assert_int_equal(lookups.asked[0].request.qtype, TYPE_A);
    assert_int_equal(a->count, 0);
    assert_int_equal(queries_waiting(f->q), 1);
    test_ms += 20;
    answer_lookup(0, RCODE_NOERROR, 4);
    heard(a, RCODE_NOERROR, OUTCOME_MAPPED);
    assert_true(holds(a, "\3WeB", 5) && holds(a, "\x0a\1\2\3", 4) && !holds(a, "target", 6));
    assert_int_equal(queries_waiting(f->q), 0);
    assert_int_equal(sweeps.learned, 1);
    assert_int_equal(logged.took_us, 20000);
    a = ask(f->q, &udp, "web", TYPE_AAAA);
    answer_lookup(1, RCODE_NXDOMAIN, 0);
    heard(a, RCODE_NXDOMAIN, OUTCOME_MAPPED);
    assert_int_equal(relay.count + logged.errors, 0);
}

static void without_reverse_nothing_is_learned(void **state)
{
    struct fixture *f = *state;
    f->config.reverse = false;
    struct answer *a = ask(reopened(f), &udp, "web", TYPE_A);
    answer_lookup(0, RCODE_NOERROR, 4);
    heard(a, RCODE_NOERROR, OUTCOME_MAPPED);
    assert_int_equal(sweeps.learned, 0);
}

static void the_way_upstream_is_the_clients_unless_the_configuration_says_otherwise(void **state)
{
    struct fixture *f = *state;
    for (unsigned i = 0; i < 8; i++) {
        bool stream = i & 1;
        f->config.upstream.force_tcp = i & 2;
        f->config.upstream.prefer_udp = i & 4;
        bool over_tcp = f->config.upstream.force_tcp || (stream && !f->config.upstream.prefer_udp);
        (void)ask(f->q, stream ? &tcp : &udp, "web", TYPE_A);
        (void)ask(f->q, stream ? &tcp : &udp, "outside.test", TYPE_A);
        assert_int_equal(lookups.asked[i].tcp, over_tcp);
        assert_int_equal(relay.asked[i].way.tcp, over_tcp);
        assert_int_equal(relay.asked[i].way.whole, stream);
        assert_false(relay.asked[i].way.own || relay.asked[i].way.persistent);
        answer_lookup(i, RCODE_NOERROR, 4);
        answer_relayed(i, RCODE_NOERROR, 4);
        assert_int_equal(logged.tcp, stream);
    }
}

static void an_error_of_upstreams_is_passed_on_and_counted_apart(void **state)
{
    struct fixture *f = *state;
    static const struct {
        uint16_t rcode;
        enum outcome mapped, relayed;
    } cases[] = {
        {RCODE_NOERROR, OUTCOME_MAPPED, OUTCOME_RELAYED},
        {RCODE_NXDOMAIN, OUTCOME_MAPPED, OUTCOME_RELAYED},
        {RCODE_SERVFAIL, OUTCOME_UPSTREAM_FAILED, OUTCOME_UPSTREAM_FAILED},
        {RCODE_REFUSED, OUTCOME_UPSTREAM_REFUSED, OUTCOME_UPSTREAM_REFUSED},
        {RCODE_FORMERR, OUTCOME_MAPPED, OUTCOME_RELAYED},
    };
    for (unsigned i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct answer *mapped = ask(f->q, &udp, "web", TYPE_A);
        answer_lookup(i, cases[i].rcode, 0);
        heard(mapped, cases[i].rcode, cases[i].mapped);
        struct answer *relayed = ask(f->q, &udp, "outside.test", TYPE_A);
        answer_relayed(i, cases[i].rcode, 0);
        heard(relayed, cases[i].rcode, cases[i].relayed);
    }
}

static void an_answer_that_cannot_be_told_again_is_servfail(void **state)
{
    struct fixture *f = *state;
    static uint8_t wire[MESSAGE_MAX];
    struct answer *a = ask(f->q, &udp, "web", TYPE_A);
    size_t len = write_answer(&lookups.asked[0].request, target, RCODE_NOERROR, 4, wire);
    end_looked_up(0, wire, len - 20, LOOKUP_SILENT);
    heard(a, RCODE_SERVFAIL, OUTCOME_UPSTREAM_MALFORMED);
    assert_true(explains(a, EDE_OTHER, "upstream's answer cannot be understood"));
}

static void others_who_wait_for_the_same_octets_find_them_as_they_were(void **state)
{
    struct fixture *f = *state;
    static uint8_t wire[MESSAGE_MAX], before[MESSAGE_MAX];
    (void)ask(f->q, &udp, "outside.test", TYPE_A);
    size_t len = write_answer(&relay.asked[0].request, relay.asked[0].name, RCODE_NOERROR, BIG, wire);
    memcpy(before, wire, len);
    end_relayed(0, wire, len, true);
    assert_memory_equal(wire + 2, before + 2, len - 2);
}

static void the_policy_decides_whether_a_name_leaves(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *name;
        enum policy_mode mode;
        unsigned denied;
        enum outcome outcome;
        bool leaves, persistent;
    } cases[] = {
        {"outside.test", POLICY_OFF, 0, OUTCOME_RELAYED, true, false},
        {"allowed.test", POLICY_LOG, 0, OUTCOME_RELAYED, true, true},
        {"outside.test", POLICY_LOG, 1, OUTCOME_LOGGED, true, false},
        {"allowed.test", POLICY_ENFORCE, 0, OUTCOME_RELAYED, true, true},
        {"outside.test", POLICY_ENFORCE, 1, OUTCOME_DENIED, false, false},
        {"x.allowed.test", POLICY_ENFORCE, 1, OUTCOME_DENIED, false, false},
    };
    uint64_t denied = 0;
    for (unsigned i = 0; i < sizeof cases / sizeof *cases; i++) {
        f->config.policy.mode = cases[i].mode;
        struct queries *q = reopened(f);
        relay.count = 0;
        struct answer *a = ask(q, &udp, cases[i].name, TYPE_A);
        assert_int_equal(relay.count, cases[i].leaves);
        if (cases[i].leaves) {
            assert_int_equal(relay.asked[0].way.persistent, cases[i].persistent);
            answer_relayed(0, RCODE_NOERROR, 4);
        } else {
            assert_true(explains(a, EDE_BLOCKED, "not in allowDomains"));
            assert_true(holds(a, "not-in-allowDomains", 19));
        }
        heard(a, cases[i].leaves ? RCODE_NOERROR : RCODE_NXDOMAIN, cases[i].outcome);
        denied += cases[i].denied;
        assert_int_equal(denied_total(f->observers.denied), denied);
    }
}

static void a_denial_may_be_refused_but_never_for_an_address(void **state)
{
    struct fixture *f = *state;
    f->config.policy.mode = POLICY_ENFORCE;
    f->config.policy.deny = DENY_REFUSED;
    sweeps.fresh = true;
    struct queries *q = reopened(f);
    heard(ask(q, &udp, "outside.test", TYPE_A), RCODE_REFUSED, OUTCOME_DENIED);
    heard(ask(q, &udp, "8.8.8.8.in-addr.arpa", TYPE_PTR), RCODE_NXDOMAIN, OUTCOME_DENIED);
    heard(ask(q, &udp, "8.8.in-addr.arpa", TYPE_NS), RCODE_NXDOMAIN, OUTCOME_DENIED);
    assert_int_equal(relay.count, 0);
}

static void a_relay_without_room_is_told_to_the_client(void **state)
{
    struct fixture *f = *state;
    relay.refuse = true;
    struct answer *a = ask(f->q, &udp, "outside.test", TYPE_A);
    heard(a, RCODE_SERVFAIL, OUTCOME_OVERLOAD);
    assert_true(explains(a, EDE_OTHER, "too many queries at a time"));
    assert_int_equal(queries_waiting(f->q), 0);
}

static void a_lookup_has_its_time_and_its_late_answer_is_not_told(void **state)
{
    struct fixture *f = *state;
    struct answer *a = ask(f->q, &udp, "web", TYPE_A);
    pass_ms(f, QUERY_DEADLINE_MS - 1);
    assert_int_equal(a->count, 0);
    pass_ms(f, 1);
    heard(a, RCODE_SERVFAIL, OUTCOME_UPSTREAM_SILENT);
    assert_true(explains(a, EDE_NO_REACHABLE_AUTHORITY, "upstream is silent"));
    assert_int_equal(queries_waiting(f->q), 0);
    assert_int_equal(f->q->pool.free_count, CONCURRENT - 1); /* the lookup still holds its place */
    answer_lookup(0, RCODE_NOERROR, 4);
    assert_int_equal(a->count, 1);
    assert_int_equal(f->q->pool.free_count, CONCURRENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_queries(a_name_of_the_release_is_looked_up_under_its_target_and_answered_as_asked),
        with_queries(without_reverse_nothing_is_learned),
        with_queries(the_way_upstream_is_the_clients_unless_the_configuration_says_otherwise),
        with_queries(an_error_of_upstreams_is_passed_on_and_counted_apart),
        with_queries(an_answer_that_cannot_be_told_again_is_servfail),
        with_queries(others_who_wait_for_the_same_octets_find_them_as_they_were),
        with_queries(the_policy_decides_whether_a_name_leaves),
        with_queries(a_denial_may_be_refused_but_never_for_an_address),
        with_queries(a_relay_without_room_is_told_to_the_client),
        with_queries(a_lookup_has_its_time_and_its_late_answer_is_not_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
