#include "dnsd/query.h"

#include <stdlib.h>

#include "dnsd/local.h"
#include "dnsd/query_answer.h"
#include "dnsd/query_reverse.h"
#include "dnsd/query_state.h"
#include "dnsd/query_upstream.h"

static void serve(struct queries *q, const struct client *from, const struct request *r, size_t len)
{
    struct local_answer here;
    struct local_record record;
    const struct rule *rule = names_find(q->names, r->qname);
    if (rule) {
        query_upstream_lookup(q, from, r, len, rule);
    } else if (local_find(r, &here, &record)) {
        query_answer_here(q, from, r, len, &here, OUTCOME_LOCAL);
    } else if (loop_is_probe(&q->loop, r)) {
        here = (struct local_answer){.rcode = RCODE_REFUSED, .ede = EDE_NONE};
        query_answer_here(q, from, r, len, &here, OUTCOME_LOCAL);
    } else if (!query_reverse_serve(q, from, r, len)) {
        query_upstream_relay(q, from, r, len);
    }
}

void queries_take(struct queries *q, const struct client *from, const uint8_t *wire, size_t len)
{
    struct request r;
    stats_received(q->stats, from->transport->stream);
    switch (message_parse(wire, len, &r)) {
    case VERDICT_DROP: stats_dropped(q->stats, DROP_NO_QUERY); break;
    case VERDICT_REPLY: {
        const struct local_answer a = {.rcode = r.rcode, .ede = EDE_NONE};
        query_answer_here(q, from, &r, len, &a, OUTCOME_MALFORMED);
        break;
    }
    case VERDICT_SERVE: serve(q, from, &r, len); break;
    }
}

void queries_drop(struct queries *q, const struct client *from)
{
    stats_received(q->stats, from->transport->stream);
    stats_dropped(q->stats, DROP_FLOOD);
}

bool queries_are_full(const struct queries *q)
{
    return pending_pool_is_full(&q->pool);
}

bool queries_may_take(const struct queries *q, const uint8_t *wire, size_t len)
{
    struct request r;
    struct local_answer here;
    struct local_record record;
    if (message_parse(wire, len, &r) != VERDICT_SERVE)
        return true;
    if (names_find(q->names, r.qname))
        return q->pool.free_count > 0;
    return local_find(&r, &here, &record) ||
           (!reverse_is_name(r.qname) && policy_check(q->policy, r.qname, NULL) == POLICY_DENIED);
}

bool queries_found_loop(const struct queries *q)
{
    return q->loop.found;
}

void queries_flush(struct queries *q)
{
    q->now_us = 0;
    relay_flush(q->relay);
}

/* Outside of any turn, so that it ends one: nobody is to go by this look at the clock later. */
void queries_probe_loop(struct queries *q)
{
    loop_probe(&q->loop, q->relay, &q->ports.random);
    queries_flush(q);
}

unsigned queries_waiting(const struct queries *q)
{
    return q->pool.waiting;
}

static void on_timer(evutil_socket_t fd, short what, void *arg)
{
    struct queries *q = arg;
    uint64_t now_ms = clock_ms();
    (void)fd;
    (void)what;
    q->timer_at_ms = UINT64_MAX;
    query_reverse_end_late(q, now_ms);
    query_upstream_end_late(q, now_ms);
    query_state_set_timer(q, now_ms);
}

static int make_tables(struct queries *q, struct diag *err)
{
    const struct config *c = q->config;
    arena_init(&q->arena, CONFIG_ARENA_MAX);
    q->names = names_new(c->rules, c->rule_count, &q->arena);
    q->policy = policy_new(c, &q->arena);
    return q->names && q->policy ? 0 : diag_say(err, "no memory for the names of the configuration");
}

int queries_new(struct event_base *base, const struct config *c, const struct observers *observers,
                struct queries **out, struct diag *err)
{
    struct queries *q = calloc(1, sizeof *q);
    if (!q)
        return diag_say(err, "no memory");
    q->config = c;
    q->log = observers->log;
    q->stats = observers->stats;
    q->denied = observers->denied;
    q->ports.first = c->upstream.port_first;
    q->ports.last = c->upstream.port_last;
    q->timer_at_ms = UINT64_MAX;
    q->deadline.delay_ms = QUERY_DEADLINE_MS;
    q->timer = evtimer_new(base, on_timer, q);
    if (q->timer && make_tables(q, err) == 0 &&
        pending_pool_open(&q->pool, c->upstream.max_concurrent, err) == 0 &&
        relay_new(base, c, &q->ports, c->upstream.max_concurrent + SWEEP_LOOKUPS_MAX, &q->relay, err) == 0 &&
        lookup_new(q->relay, &q->lookup, err) == 0 && query_reverse_open(q, err) == 0) {
        *out = q;
        return 0;
    }
    queries_free(q);
    return -1;
}

void queries_free(struct queries *q)
{
    if (!q)
        return;
    query_reverse_close(q);
    relay_free(q->relay);
    lookup_free(q->lookup);
    if (q->timer)
        event_free(q->timer);
    arena_clear(&q->arena);
    pending_pool_close(&q->pool);
    free(q);
}
