/* query_parts.h: the whole way of a query, with a clock, an upstream and clients of the test's own. */
#pragma once

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
/* Whole, so that its clock is ours. NOLINTBEGIN(bugprone-suspicious-include) */
#include "dnsd/pending.c"
#include "dnsd/query.c"
#include "dnsd/query_answer.c"
#include "dnsd/query_reverse.c"
#include "dnsd/query_state.c"
#include "dnsd/query_upstream.c"
/* NOLINTEND(bugprone-suspicious-include) */

enum {
    CONCURRENT = 16,
    RESERVED = CONCURRENT / PENDING_RESERVE_PART,
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

static inline void end_relayed(unsigned i, uint8_t *wire, size_t len, bool reached)
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

static inline void end_looked_up(unsigned i, const uint8_t *wire, size_t len, enum lookup_fault why)
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

static inline void on_answer(const struct client *c, const uint8_t *wire, size_t len)
{
    struct answer *a = c->of;
    assert_in_range(len, HEADER_LEN, sizeof a->wire);
    memcpy(a->wire, wire, len);
    a->len = len;
    a->count++;
}

static const struct transport udp = {.answer = on_answer}, tcp = {.answer = on_answer, .stream = true};

static inline struct answer *bring(struct queries *q, const struct transport *t, const void *wire, size_t len)
{
    assert_true(clients < CLIENTS);
    struct answer *a = &answers[clients++];
    const struct client from = {.transport = t, .of = a};
    *a = (struct answer){0};
    queries_take(q, &from, wire, len);
    return a;
}

static inline struct request question(const char *name, uint16_t type, uint8_t qname[DNAME_MAX])
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

static inline size_t query(const char *name, uint16_t type, uint8_t wire[QUERY_LEN_MAX])
{
    uint8_t qname[DNAME_MAX];
    const struct request r = question(name, type, qname);
    return message_query(&r, r.qname, the_id, r.udp_size, wire);
}

static inline struct answer *ask(struct queries *q, const struct transport *t, const char *name,
                                 uint16_t type)
{
    uint8_t wire[QUERY_LEN_MAX];
    return bring(q, t, wire, query(name, type, wire));
}

static inline bool may_take(struct queries *q, const char *name, uint16_t type)
{
    uint8_t wire[QUERY_LEN_MAX];
    return queries_may_take(q, wire, query(name, type, wire));
}

/* An answer to a question that went upstream; 0 octets of data: without a record. */
static inline size_t write_answer(const struct request *r, const uint8_t *qname, uint16_t rcode,
                                  size_t data_len, uint8_t to[MESSAGE_MAX])
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

static inline void answer_relayed(unsigned i, uint16_t rcode, size_t data_len)
{
    static uint8_t wire[MESSAGE_MAX];
    const struct request *r = &relay.asked[i].request;
    end_relayed(i, wire, write_answer(r, r->qname, rcode, data_len, wire), true);
}

static inline void answer_lookup(unsigned i, uint16_t rcode, size_t data_len)
{
    static uint8_t wire[MESSAGE_MAX];
    size_t len = write_answer(&lookups.asked[i].request, lookups.asked[i].target, rcode, data_len, wire);
    end_looked_up(i, wire, len, LOOKUP_SILENT);
}

/* One answer, with that rcode, to the question that was asked. */
static inline void heard(const struct answer *a, uint16_t rcode, enum outcome outcome)
{
    assert_int_equal(a->count, 1);
    assert_int_equal(message_id(a->wire), the_id);
    assert_true(a->wire[2] & 0x80);
    assert_int_equal(message_rcode(a->wire), rcode);
    assert_string_equal(outcome_name(outcomes.last), outcome_name(outcome));
}

static inline bool holds(const struct answer *a, const void *octets, size_t len)
{
    return memmem(a->wire, a->len, octets, len) != NULL;
}

/* RFC 8914 2: option 15 with that code and text. */
static inline bool explains(const struct answer *a, enum ede code, const char *text)
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

static inline int open_queries(struct fixture *f)
{
    callocs_left = 100;
    return queries_new(f->base, &f->config, &f->observers, &f->q, &f->err);
}

static inline int open_fixture(void **state)
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

static inline int close_fixture(void **state)
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
static inline struct queries *reopened(struct fixture *f)
{
    queries_free(f->q);
    f->q = NULL;
    relay.refuse = false;
    if (open_queries(f) != 0 || !f->q)
        fail_msg("%s", f->err.text);
    return f->q;
}

static inline void pass_ms(struct fixture *f, uint64_t ms)
{
    test_ms += ms;
    on_timer(-1, 0, f->q);
}

static inline void fill(struct fixture *f, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        (void)ask(f->q, &udp, "outside.test", (uint16_t)(1000 + i));
}

#define with_queries(test) cmocka_unit_test_setup_teardown(test, open_fixture, close_fixture)
