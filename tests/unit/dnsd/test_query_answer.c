/* Answers as clients, the log and the metrics have them. */
#include "tests/unit/dnsd/query_parts.h"

static void no_answer_is_servfail_with_its_reason_and_a_line_in_the_log(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *text;
        enum lookup_fault why;
        enum ede ede;
        enum outcome outcome;
        bool mapped;
    } cases[] = {
        {"upstream is silent", LOOKUP_SILENT, EDE_NO_REACHABLE_AUTHORITY, OUTCOME_UPSTREAM_SILENT, true},
        {"upstream cannot be reached", LOOKUP_UNREACHABLE, EDE_NETWORK_ERROR, OUTCOME_UPSTREAM_SILENT, true},
        {"upstream's answer cannot be understood", LOOKUP_MALFORMED, EDE_OTHER, OUTCOME_UPSTREAM_MALFORMED,
         true},
        {"upstream is silent", LOOKUP_SILENT, EDE_NO_REACHABLE_AUTHORITY, OUTCOME_UPSTREAM_SILENT, false},
        {"upstream cannot be reached", LOOKUP_UNREACHABLE, EDE_NETWORK_ERROR, OUTCOME_UPSTREAM_SILENT, false},
    };
    for (unsigned i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct answer *a = ask(f->q, &udp, cases[i].mapped ? "web" : "outside.test", TYPE_A);
        if (cases[i].mapped)
            end_looked_up(lookups.count - 1, NULL, 0, cases[i].why);
        else
            end_relayed(relay.count - 1, NULL, 0, cases[i].why == LOOKUP_SILENT);
        heard(a, RCODE_SERVFAIL, cases[i].outcome);
        assert_true(explains(a, cases[i].ede, cases[i].text));
        assert_string_equal(logged.why, cases[i].text);
        assert_int_equal(logged.rcode, RCODE_SERVFAIL);
        assert_int_equal(logged.errors, i + 1);
        assert_int_equal(logged.lines, i + 1);
    }
}

static void only_the_lines_that_are_wanted_are_logged(void **state)
{
    struct fixture *f = *state;
    for (unsigned i = 0; i < 4; i++) {
        logged.lines = logged.errors = 0;
        f->config.log.queries = i & 1;
        f->config.log.errors = i & 2;
        (void)ask(f->q, &udp, "outside.test", TYPE_A);
        end_relayed(i, NULL, 0, true);
        (void)ask(f->q, &udp, "localhost", TYPE_A);
        assert_int_equal(logged.lines, i & 1 ? 2 : 0);
        assert_int_equal(logged.errors, i & 2 ? 1 : 0);
    }
}

static void an_answer_longer_than_the_client_takes_is_cut_and_whole_over_a_stream(void **state)
{
    struct fixture *f = *state;
    struct answer *cut = ask(f->q, &udp, "outside.test", TYPE_TXT);
    struct answer *whole = ask(f->q, &tcp, "outside.test", TYPE_TXT);
    struct answer *mapped_cut = ask(f->q, &udp, "web", TYPE_TXT);
    struct answer *mapped = ask(f->q, &tcp, "web", TYPE_TXT);
    for (unsigned i = 0; i < 2; i++) {
        answer_relayed(i, RCODE_NOERROR, BIG);
        answer_lookup(i, RCODE_NOERROR, BIG);
    }
    assert_true(message_is_truncated(cut->wire) && message_is_truncated(mapped_cut->wire));
    assert_true(cut->len <= 1232 && mapped_cut->len <= 1232);
    assert_false(message_is_truncated(whole->wire) || message_is_truncated(mapped->wire));
    assert_true(whole->len > BIG && mapped->len > BIG);
}

static void who_finds_no_place_is_sent_to_tcp_or_refused_there(void **state)
{
    struct fixture *f = *state;
    fill(f, CONCURRENT - RESERVED);
    const struct answer *a = ask(f->q, &udp, "other.test", TYPE_A);
    heard(a, RCODE_NOERROR, OUTCOME_OVERLOAD);
    assert_true(a->wire[2] & 0x02);
    a = ask(f->q, &tcp, "other.test", TYPE_A);
    heard(a, RCODE_SERVFAIL, OUTCOME_OVERLOAD);
    assert_false(a->wire[2] & 0x02);
    assert_true(explains(a, EDE_OTHER, "too many queries at a time"));
    assert_string_equal(logged.why, "too many queries at a time");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_queries(no_answer_is_servfail_with_its_reason_and_a_line_in_the_log),
        with_queries(only_the_lines_that_are_wanted_are_logged),
        with_queries(an_answer_longer_than_the_client_takes_is_cut_and_whole_over_a_stream),
        with_queries(who_finds_no_place_is_sent_to_tcp_or_refused_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
