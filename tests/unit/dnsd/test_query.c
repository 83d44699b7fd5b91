/* Questions, with a clock, an upstream and clients of the test's own. */
#include "tests/unit/cmocka_all.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "dnsd/clock.h"
#include "dnsd/stats.h"

static uint64_t test_ms;
#define clock_ms() test_ms
#define clock_us() (test_ms * 1000)
static struct {
    unsigned count[OUTCOME_COUNT], sum;
    enum outcome last;
} outcomes;
#define stats_answered(s, o, type)                                                                           \
    do {                                                                                                     \
        outcomes.last = (o);                                                                                 \
        outcomes.count[outcomes.last]++;                                                                     \
        outcomes.sum++;                                                                                      \
        stats_answered(s, outcomes.last, type);                                                              \
    } while (0)
static unsigned callocs_left;
#define calloc(count, len) (callocs_left ? (callocs_left--, calloc(count, len)) : NULL)
/* Whole, so that its clock is ours. NOLINTNEXTLINE(bugprone-suspicious-include) */
#include "dnsd/query.c"

enum {
    CONCURRENT = 16,
    RESERVED = CONCURRENT / RESERVE_PART,
    ASKED_MAX = 64,
    BIG = 3000,
    CLIENTS = 64,
    TYPE_TXT = 16
};

/* The relay */

static struct {
    struct {
        struct request request;
        uint8_t name[DNAME_MAX];
        struct relay_way way;
        struct waiter *waiter; /* NULL: answered */
    } asked[ASKED_MAX];
    unsigned count, exchanges, flushes;
    bool refuse, cannot_be;
} relay;

int relay_new(struct event_base *base, const struct config *c, struct source_ports *ports, unsigned exchanges,
              struct relay **out, struct diag *err)
{
    (void)base;
    assert_int_equal(ports->first, c->upstream.port_first);
    assert_int_equal(ports->last, c->upstream.port_last);
    if (relay.cannot_be)
        return diag_say(err, "no relay");
    relay.exchanges = exchanges;
    *out = (struct relay *)&relay;
    return 0;
}

bool relay_start(struct relay *r, const struct request *q, struct relay_way way, struct waiter *w)
{
    assert_ptr_equal(r, &relay);
    if (relay.refuse)
        return false;
    assert_true(relay.count < ASKED_MAX);
    __typeof__(relay.asked[0]) *a = &relay.asked[relay.count++];
    a->request = *q;
    memcpy(a->name, q->qname, q->qname_len);
    a->request.qname = a->name;
    a->way = way;
    a->waiter = w;
    return true;
}

void relay_flush(struct relay *r)
{
    assert_ptr_equal(r, &relay);
    relay.flushes++;
}

static void end_relayed(unsigned i, uint8_t *wire, size_t len, bool reached)
{
    struct waiter *w = relay.asked[i].waiter;
    assert_non_null(w);
    relay.asked[i].waiter = NULL;
    w->done(w, wire, len, reached);
}

void relay_free(struct relay *r)
{
    relay.refuse = true;
    for (unsigned i = 0; r && i < relay.count; i++)
        if (relay.asked[i].waiter)
            end_relayed(i, NULL, 0, true);
}

/* Lookups */

static struct {
    struct {
        struct request request;
        uint8_t target[DNAME_MAX];
        bool tcp;
        lookup_done *done; /* NULL: answered */
        void *arg;
    } asked[ASKED_MAX];
    unsigned count;
    bool cannot_be;
} lookups;

int lookup_new(struct relay *r, struct lookup **out, struct diag *err)
{
    assert_ptr_equal(r, &relay);
    if (lookups.cannot_be)
        return diag_say(err, "no lookups");
    *out = (struct lookup *)&lookups;
    return 0;
}

void lookup_start(struct lookup *l, const struct request *r, const uint8_t *target, bool tcp,
                  lookup_done *done, void *arg)
{
    assert_ptr_equal(l, &lookups);
    assert_true(lookups.count < ASKED_MAX);
    __typeof__(lookups.asked[0]) *a = &lookups.asked[lookups.count++];
    a->request = *r;
    memcpy(a->target, target, dname_len(target));
    a->tcp = tcp;
    a->done = done;
    a->arg = arg;
}

static void end_looked_up(unsigned i, const uint8_t *wire, size_t len, enum lookup_fault why)
{
    lookup_done *done = lookups.asked[i].done;
    assert_non_null(done);
    lookups.asked[i].done = NULL;
    done(lookups.asked[i].arg, wire, len, why);
}

void lookup_free(struct lookup *l)
{
    for (unsigned i = 0; l && i < lookups.count; i++)
        if (lookups.asked[i].done)
            end_looked_up(i, NULL, 0, LOOKUP_SILENT);
}

/* Sweeps */

static struct {
    sweep_done *done;
    void *arg;
    unsigned started[2], learned;
    bool fresh, cannot_be;
} sweeps;

struct sweep *sweep_new(const struct config *c, struct lookup *l, struct reverse *r, struct arena *a,
                        sweep_done *done, void *arg)
{
    assert_true(c && l && r && a);
    sweeps.done = done;
    sweeps.arg = arg;
    return sweeps.cannot_be ? NULL : (struct sweep *)&sweeps;
}

bool sweep_start(struct sweep *s, bool v6, uint64_t now_ms)
{
    assert_ptr_equal(s, &sweeps);
    assert_int_equal(now_ms, test_ms);
    sweeps.started[v6]++;
    return !sweeps.fresh;
}

void sweep_learn(struct reverse *r, const struct rule *rule, uint16_t type, const uint8_t *wire, size_t len)
{
    assert_true(r && rule && type && wire && len);
    sweeps.learned++;
}

/* The log */

static struct {
    unsigned lines, errors;
    const char *note, *why; /* of the last line, of the last error */
    uint16_t rcode;
    uint64_t took_us;
    bool tcp;
} logged;

void qlog_query(struct qlog *l, const struct qlog_line *line)
{
    assert_ptr_equal(l, &logged);
    assert_true(line->answer && line->answer_len >= HEADER_LEN && line->query_len);
    logged.lines++;
    logged.note = line->note;
    logged.took_us = line->took_us;
    logged.tcp = line->tcp;
}

void qlog_error(struct qlog *l, const struct request *r, uint16_t rcode, const char *why)
{
    assert_ptr_equal(l, &logged);
    assert_non_null(r->qname);
    logged.errors++;
    logged.rcode = rcode;
    logged.why = why;
}

/* Clients: each asks once. */

static struct answer {
    uint8_t wire[MESSAGE_MAX];
    size_t len;
    unsigned count;
} answers[CLIENTS];
static unsigned clients;

static void on_answer(const struct client *c, const uint8_t *wire, size_t len)
{
    struct answer *a = c->of;
    assert_in_range(len, HEADER_LEN, sizeof a->wire);
    memcpy(a->wire, wire, len);
    a->len = len;
    a->count++;
}

static const struct transport udp = {.answer = on_answer}, tcp = {.answer = on_answer, .stream = true};

static struct answer *bring(struct queries *q, const struct transport *t, const void *wire, size_t len)
{
    assert_true(clients < CLIENTS);
    struct answer *a = &answers[clients++];
    const struct client from = {.transport = t, .of = a};
    *a = (struct answer){0};
    queries_take(q, &from, wire, len);
    return a;
}

static struct request question(const char *name, uint16_t type, uint8_t qname[DNAME_MAX])
{
    size_t len;
    if (dname_from_text(name, strlen(name), qname, &len))
        fail_msg("%s: no name", name);
    return (struct request){.qname = qname,
                            .qname_len = (uint16_t)len,
                            .qtype = type,
                            .qclass = CLASS_IN,
                            .rd = true,
                            .has_opt = true,
                            .udp_size = 1232};
}

static const uint16_t the_id = 0xabcd;

static size_t query(const char *name, uint16_t type, uint8_t wire[QUERY_LEN_MAX])
{
    uint8_t qname[DNAME_MAX];
    const struct request r = question(name, type, qname);
    return message_query(&r, r.qname, the_id, r.udp_size, wire);
}

static struct answer *ask(struct queries *q, const struct transport *t, const char *name, uint16_t type)
{
    uint8_t wire[QUERY_LEN_MAX];
    return bring(q, t, wire, query(name, type, wire));
}

static bool may_take(struct queries *q, const char *name, uint16_t type)
{
    uint8_t wire[QUERY_LEN_MAX];
    return queries_may_take(q, wire, query(name, type, wire));
}

/* An answer to a question that went upstream; 0 octets of data: without a record. */
static size_t write_answer(const struct request *r, const uint8_t *qname, uint16_t rcode, size_t data_len,
                           uint8_t to[MESSAGE_MAX])
{
    static const uint8_t data[BIG] = {10, 1, 2, 3};
    const struct local_record record = {
        .type = r->qtype, .ttl_s = 5, .data = data, .data_len = (uint16_t)data_len};
    const struct local_answer a = {.rcode = rcode, .answer = data_len ? &record : NULL, .ede = EDE_NONE};
    struct request asked = *r;
    asked.qname = qname;
    asked.qname_len = (uint16_t)dname_len(qname);
    asked.id = 1;
    return message_answer(&asked, &a, to, MESSAGE_MAX);
}

static void answer_relayed(unsigned i, uint16_t rcode, size_t data_len)
{
    static uint8_t wire[MESSAGE_MAX];
    const struct request *r = &relay.asked[i].request;
    end_relayed(i, wire, write_answer(r, r->qname, rcode, data_len, wire), true);
}

static void answer_lookup(unsigned i, uint16_t rcode, size_t data_len)
{
    static uint8_t wire[MESSAGE_MAX];
    size_t len = write_answer(&lookups.asked[i].request, lookups.asked[i].target, rcode, data_len, wire);
    end_looked_up(i, wire, len, LOOKUP_SILENT);
}

/* One answer, with that rcode, to the question that was asked. */
static void heard(const struct answer *a, uint16_t rcode, enum outcome outcome)
{
    assert_int_equal(a->count, 1);
    assert_int_equal(message_id(a->wire), the_id);
    assert_true(a->wire[2] & 0x80);
    assert_int_equal(message_rcode(a->wire), rcode);
    assert_string_equal(outcome_name(outcomes.last), outcome_name(outcome));
}

static bool holds(const struct answer *a, const void *octets, size_t len)
{
    return memmem(a->wire, a->len, octets, len) != NULL;
}

/* RFC 8914 2: option 15 with that code and text. */
static bool explains(const struct answer *a, enum ede code, const char *text)
{
    uint8_t option[64] = {0, 15, 0, (uint8_t)(2 + strlen(text)), (uint8_t)(code >> 8), (uint8_t)code};
    assert_true(6 + strlen(text) <= sizeof option);
    memcpy(option + 6, text, strlen(text));
    return holds(a, option, 6 + strlen(text));
}

/* Queries */

struct fixture {
    struct event_base *base;
    struct config config;
    struct observers observers;
    struct queries *q;
    struct diag err;
};

static const uint8_t web[] = "\3web", target[] = "\3web\6target\4test";
static struct rule rules[] = {{.name = web, .target = target, .service = "web"}};
static struct placed_text allowed[] = {{.text = "allowed.test"}};

static int open_queries(struct fixture *f)
{
    callocs_left = 100;
    return queries_new(f->base, &f->config, &f->observers, &f->q, &f->err);
}

static int open_fixture(void **state)
{
    static struct fixture f;
    memset(&relay, 0, sizeof relay);
    memset(&lookups, 0, sizeof lookups);
    memset(&sweeps, 0, sizeof sweeps);
    memset(&logged, 0, sizeof logged);
    memset(&outcomes, 0, sizeof outcomes);
    clients = 0;
    test_ms = 5000;
    callocs_left = 100;
    f = (struct fixture){
        .base = event_base_new(),
        .observers = {.log = (struct qlog *)&logged, .stats = stats_new(), .denied = denied_new()}};
    assert_true(f.base && f.observers.stats && f.observers.denied);
    config_defaults(&f.config);
    f.config.upstream.max_concurrent = CONCURRENT;
    f.config.rules = rules;
    f.config.rule_count = 1;
    f.config.log.errors = true;
    f.config.policy.allow = allowed;
    f.config.policy.allow_count = 1;
    *state = &f;
    return open_queries(&f);
}

static int close_fixture(void **state)
{
    struct fixture *f = *state;
    queries_free(f->q);
    assert_int_equal(stats_in_flight(f->observers.stats), 0); /* exactly one answer for each */
    for (unsigned i = 0; i < clients; i++)
        assert_in_range(answers[i].count, 0, 1);
    config_free(&f->config);
    stats_free(f->observers.stats);
    denied_free(f->observers.denied);
    event_base_free(f->base);
    libevent_global_shutdown();
    return 0;
}

/* Begins anew with what the test has changed in the configuration. */
static struct queries *reopened(struct fixture *f)
{
    queries_free(f->q);
    f->q = NULL;
    relay.refuse = false;
    if (open_queries(f) != 0 || !f->q)
        fail_msg("%s", f->err.text);
    return f->q;
}

static void pass_ms(struct fixture *f, uint64_t ms)
{
    test_ms += ms;
    on_timer(-1, 0, f->q);
}

static void fill(struct fixture *f, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        (void)ask(f->q, &udp, "outside.test", (uint16_t)(1000 + i));
}

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
    pass_ms(f, DEADLINE_MS - 1);
    assert_int_equal(a->count, 0);
    pass_ms(f, 1);
    heard(a, RCODE_SERVFAIL, OUTCOME_UPSTREAM_SILENT);
    assert_true(explains(a, EDE_NO_REACHABLE_AUTHORITY, "upstream is silent"));
    assert_int_equal(queries_waiting(f->q), 0);
    assert_int_equal(f->q->free_count, CONCURRENT - 1); /* the lookup still holds its place */
    answer_lookup(0, RCODE_NOERROR, 4);
    assert_int_equal(a->count, 1);
    assert_int_equal(f->q->free_count, CONCURRENT);
}

static void the_timer_is_set_for_the_first_that_falls_due(void **state)
{
    struct fixture *f = *state;
    struct timeval when;
    (void)ask(f->q, &udp, "web", TYPE_A);
    assert_int_equal(f->q->timer_at_ms, test_ms + DEADLINE_MS);
    (void)ask(f->q, &udp, "1.1.1.10.in-addr.arpa", TYPE_PTR);
    assert_int_equal(f->q->timer_at_ms, test_ms + STAYS_PATIENCE_MS);
    (void)ask(f->q, &udp, "8.8.8.8.in-addr.arpa", TYPE_PTR);
    assert_int_equal(f->q->timer_at_ms, test_ms + LEAVES_PATIENCE_MS);
    assert_true(evtimer_pending(f->q->timer, &when));
    pass_ms(f, STAYS_PATIENCE_MS);
    assert_int_equal(f->q->timer_at_ms, test_ms - STAYS_PATIENCE_MS + DEADLINE_MS);
    pass_ms(f, DEADLINE_MS);
    assert_int_equal(f->q->timer_at_ms, UINT64_MAX);
}

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
    pass_ms(f, LEAVES_PATIENCE_MS - 1);
    assert_int_equal(relay.count, 0);
    pass_ms(f, 1);
    assert_int_equal(relay.count, 1);
    assert_int_equal(stays->count + leaves->count, 0);
    answer_relayed(0, RCODE_NXDOMAIN, 0);
    heard(leaves, RCODE_NXDOMAIN, OUTCOME_RELAYED);
    pass_ms(f, STAYS_PATIENCE_MS - LEAVES_PATIENCE_MS - 1);
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
    pass_ms(f, LEAVES_PATIENCE_MS);
    assert_int_equal(a->count, 0); /* it goes nowhere, so there is time */
    pass_ms(f, STAYS_PATIENCE_MS - LEAVES_PATIENCE_MS);
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

#define with_queries(test) cmocka_unit_test_setup_teardown(test, open_fixture, close_fixture)

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_queries(octets_that_are_no_query_get_no_answer),
        with_queries(a_query_of_the_wrong_form_is_told_so_at_once),
        with_queries(a_name_of_the_release_is_looked_up_under_its_target_and_answered_as_asked),
        with_queries(without_reverse_nothing_is_learned),
        with_queries(the_way_upstream_is_the_clients_unless_the_configuration_says_otherwise),
        with_queries(an_error_of_upstreams_is_passed_on_and_counted_apart),
        with_queries(no_answer_is_servfail_with_its_reason_and_a_line_in_the_log),
        with_queries(an_answer_that_cannot_be_told_again_is_servfail),
        with_queries(only_the_lines_that_are_wanted_are_logged),
        with_queries(localhost_is_answered_here),
        with_queries(a_rule_comes_before_localhost_and_the_policy),
        with_queries(an_answer_longer_than_the_client_takes_is_cut_and_whole_over_a_stream),
        with_queries(others_who_wait_for_the_same_octets_find_them_as_they_were),
        with_queries(the_policy_decides_whether_a_name_leaves),
        with_queries(a_denial_may_be_refused_but_never_for_an_address),
        with_queries(the_last_places_are_for_the_releases_names),
        with_queries(when_all_is_in_use_only_what_takes_no_place_is_taken),
        with_queries(what_is_dropped_unseen_is_counted),
        with_queries(a_relay_without_room_is_told_to_the_client),
        with_queries(a_lookup_has_its_time_and_its_late_answer_is_not_told),
        with_queries(the_timer_is_set_for_the_first_that_falls_due),
        with_queries(an_address_that_is_known_has_its_service),
        with_queries(a_private_address_that_nobody_knows_waits_for_the_sweep_and_goes_nowhere),
        with_queries(what_the_sweep_found_is_told_even_of_a_public_address),
        with_queries(who_waits_for_a_sweep_that_takes_too_long_waits_no_more),
        with_queries(after_a_fresh_sweep_nobody_waits),
        with_queries(a_public_address_that_the_policy_denies_is_swept_for_and_then_denied),
        with_queries(without_reverse_a_private_address_still_goes_nowhere),
        with_queries(an_address_there_is_no_place_for_is_answered_without_a_sweep),
        with_queries(a_probe_that_comes_back_is_a_loop),
        with_queries(a_flush_is_passed_on),
        with_queries(who_waits_at_the_end_hears_servfail),
        with_queries(what_cannot_be_had_at_the_start_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
