/* What becomes of a packet, by what it asks. */
#include "tests/unit/dnsd/query_parts.h"

static void octets_that_are_no_query_get_no_answer(void **state)
{
    struct fixture *f = *state;
    static const uint8_t response[HEADER_LEN] = {1, 2, 0x80, 0, 0, 1};
    for (size_t len = 0; len < HEADER_LEN; len++)
        assert_int_equal(bring(f->q, &udp, "\0\0\1\0\0\1\0\0\0\0\0", len)->count, 0);
    assert_int_equal(bring(f->q, &tcp, response, sizeof response)->count, 0);
    assert_int_equal(stats_in_flight(f->observers.stats), 0);
    assert_int_equal(logged.lines + outcomes.sum + relay.count, 0);
}

static void a_query_of_the_wrong_form_is_told_so_at_once(void **state)
{
    struct fixture *f = *state;
    static const struct {
        unsigned at;
        uint8_t octet;
        uint16_t rcode;
    } cases[] = {
        {5, 2, RCODE_FORMERR},     /* two questions */
        {5, 0, RCODE_FORMERR},     /* none */
        {7, 1, RCODE_FORMERR},     /* an answer in a query */
        {2, 4 << 3, RCODE_NOTIMP}, /* NOTIFY */
        {16, 3, RCODE_REFUSED},    /* class CH */
        {14, TYPE_AXFR, RCODE_REFUSED},
    };
    for (unsigned i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint8_t wire[QUERY_LEN_MAX];
        size_t len = query(".", TYPE_A, wire); /* one octet: type and class are at 13 and 15 */
        wire[cases[i].at] = cases[i].octet;
        heard(bring(f->q, &udp, wire, len), cases[i].rcode, OUTCOME_MALFORMED);
    }
    assert_int_equal(relay.count + lookups.count, 0);
}

static void localhost_is_answered_here(void **state)
{
    struct fixture *f = *state;
    struct answer *a = ask(f->q, &udp, "db.localhost", TYPE_A);
    heard(a, RCODE_NOERROR, OUTCOME_LOCAL);
    assert_true(holds(a, "\x7f\0\0\1", 4));
    heard(ask(f->q, &udp, "localhost", TYPE_PTR), RCODE_NOERROR, OUTCOME_LOCAL);
    assert_int_equal(relay.count + lookups.count, 0);
}

static void a_rule_comes_before_localhost_and_the_policy(void **state)
{
    static struct rule own[] = {{.name = (const uint8_t *)"\x09localhost", .target = target},
                                {.name = (const uint8_t *)"\6denied\4test", .target = target}};
    struct fixture *f = *state;
    f->config.rules = own;
    f->config.rule_count = 2;
    f->config.policy.mode = POLICY_ENFORCE;
    struct queries *q = reopened(f);
    (void)ask(q, &udp, "localhost", TYPE_A);
    (void)ask(q, &udp, "denied.test", TYPE_A);
    assert_int_equal(lookups.count, 2);
}

static void the_last_places_are_for_the_releases_names(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(relay.exchanges, CONCURRENT + SWEEP_LOOKUPS_MAX);
    assert_false(queries_are_full(f->q));
    fill(f, CONCURRENT - RESERVED - 1);
    assert_false(queries_are_full(f->q));
    fill(f, 1);
    assert_true(queries_are_full(f->q));
    assert_int_equal(queries_waiting(f->q), CONCURRENT - RESERVED);
    struct answer *over_udp = ask(f->q, &udp, "outside.test", TYPE_A);
    heard(over_udp, RCODE_NOERROR, OUTCOME_OVERLOAD);
    assert_true(message_is_truncated(over_udp->wire)); /* over TCP it may wait */
    struct answer *over_tcp = ask(f->q, &tcp, "outside.test", TYPE_A);
    heard(over_tcp, RCODE_SERVFAIL, OUTCOME_OVERLOAD);
    assert_true(explains(over_tcp, EDE_OTHER, "too many queries at a time"));
    assert_int_equal(logged.errors, 2);
    for (unsigned i = 0; i < RESERVED; i++)
        assert_int_equal(ask(f->q, &udp, "web", TYPE_A)->count, 0);
    heard(ask(f->q, &tcp, "web", TYPE_A), RCODE_SERVFAIL, OUTCOME_OVERLOAD);
    assert_int_equal(queries_waiting(f->q), CONCURRENT);
    answer_lookup(0, RCODE_NOERROR, 4);
    assert_int_equal(ask(f->q, &udp, "web", TYPE_A)->count, 0);
    for (unsigned i = 0; i <= RESERVED; i++)
        answer_relayed(i, RCODE_NOERROR, 4);
    assert_false(queries_are_full(f->q));
    assert_int_equal(ask(f->q, &udp, "outside.test", TYPE_A)->count, 0);
}

static void what_is_dropped_unseen_is_counted(void **state)
{
    struct fixture *f = *state;
    char line[STATS_TEXT_MAX];
    const struct client of_a_flood = {.transport = &udp};
    queries_drop(f->q, &of_a_flood);
    (void)stats_line(f->observers.stats, line);
    assert_non_null(strstr(line, " received=1 answered=0 dropped=1 in_flight=0 "));
}

static void when_all_is_in_use_only_what_takes_no_place_is_taken(void **state)
{
    static const struct {
        const char *name;
        uint16_t type;
        bool with_reserve, without;
    } cases[] = {
        {"web", TYPE_A, true, false},
        {"localhost", TYPE_A, true, true},
        {"outside.test", TYPE_A, true, true}, /* denied here */
        {"outside.test", TYPE_AXFR, true, true},
        {"allowed.test", TYPE_A, false, false},
        {"1.1.1.10.in-addr.arpa", TYPE_PTR, false, false},
        {"8.8.8.8.in-addr.arpa", TYPE_PTR, false, false},
    };
    struct fixture *f = *state;
    f->config.policy.mode = POLICY_ENFORCE;
    struct queries *q = reopened(f);
    for (unsigned i = 0; i < CONCURRENT - RESERVED; i++)
        (void)ask(q, &udp, "allowed.test", (uint16_t)(1000 + i));
    for (unsigned i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(may_take(q, cases[i].name, cases[i].type), cases[i].with_reserve);
    assert_true(queries_may_take(q, (const uint8_t *)"rubbish", 7));
    for (unsigned i = 0; i < RESERVED; i++)
        (void)ask(q, &udp, "web", TYPE_A);
    for (unsigned i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(may_take(q, cases[i].name, cases[i].type), cases[i].without);
    assert_true(queries_may_take(q, (const uint8_t *)"rubbish", 7));
}

static void a_probe_that_comes_back_is_a_loop(void **state)
{
    struct fixture *f = *state;
    uint8_t wire[QUERY_LEN_MAX];
    queries_probe_loop(f->q);
    assert_int_equal(relay.count, 1);
    (void)ask(f->q, &udp, "outside.test", TYPE_A);
    assert_false(queries_found_loop(f->q));
    const struct request *r = &relay.asked[0].request;
    size_t len = message_query(r, r->qname, the_id, 512, wire);
    heard(bring(f->q, &udp, wire, len), RCODE_REFUSED, OUTCOME_LOCAL);
    assert_true(queries_found_loop(f->q));
}

static void a_flush_is_passed_on(void **state)
{
    struct fixture *f = *state;
    queries_flush(f->q);
    assert_int_equal(relay.flushes, 1);
}

static void who_waits_at_the_end_hears_servfail(void **state)
{
    struct fixture *f = *state;
    (void)ask(f->q, &udp, "web", TYPE_A);
    (void)ask(f->q, &tcp, "outside.test", TYPE_A);
    (void)ask(f->q, &udp, "1.1.1.10.in-addr.arpa", TYPE_PTR);
    (void)ask(f->q, &udp, "8.8.8.8.in-addr.arpa", TYPE_PTR);
    queries_free(f->q);
    f->q = NULL;
    for (unsigned i = 0; i < 4; i++) {
        assert_int_equal(answers[i].count, 1);
        assert_int_equal(message_rcode(answers[i].wire), RCODE_SERVFAIL);
    }
    queries_free(NULL);
}

static void what_cannot_be_had_at_the_start_is_told(void **state)
{
    struct fixture *f = *state;
    queries_free(f->q);
    f->q = NULL;
    relay.refuse = false;
    const struct {
        bool *fault;
        unsigned callocs;
        const char *text;
    } cases[] = {
        {NULL, 0, "no memory\n"},
        {NULL, 1, "no memory for 16 queries at a time; lower maxConcurrent\n"},
        {&relay.cannot_be, 9, "no relay\n"},
        {&lookups.cannot_be, 9, "no lookups\n"},
        {&sweeps.cannot_be, 9, "no memory for the names of addresses\n"},
    };
    for (unsigned i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (cases[i].fault)
            *cases[i].fault = true;
        callocs_left = cases[i].callocs;
        f->err = (struct diag){0};
        assert_int_equal(queries_new(f->base, &f->config, &f->observers, &f->q, &f->err), -1);
        assert_string_equal(f->err.text, cases[i].text);
        assert_null(f->q);
        if (cases[i].fault)
            *cases[i].fault = false;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_queries(octets_that_are_no_query_get_no_answer),
        with_queries(a_query_of_the_wrong_form_is_told_so_at_once),
        with_queries(localhost_is_answered_here),
        with_queries(a_rule_comes_before_localhost_and_the_policy),
        with_queries(the_last_places_are_for_the_releases_names),
        with_queries(what_is_dropped_unseen_is_counted),
        with_queries(when_all_is_in_use_only_what_takes_no_place_is_taken),
        with_queries(a_probe_that_comes_back_is_a_loop),
        with_queries(a_flush_is_passed_on),
        with_queries(who_waits_at_the_end_hears_servfail),
        with_queries(what_cannot_be_had_at_the_start_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
