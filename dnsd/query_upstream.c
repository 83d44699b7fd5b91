#include "dnsd/query_upstream.h"

#include <string.h>

#include "dnsd/local.h"
#include "dnsd/query_answer.h"
#include "dnsd/translate.h"

static bool goes_over_tcp(const struct queries *q, const struct client *from)
{
    return q->config->upstream.force_tcp || (from->transport->stream && !q->config->upstream.prefer_udp);
}

/* What an answer of upstream's comes to. */
static enum outcome outcome_of(struct pending *p, const uint8_t *wire)
{
    uint16_t rcode = message_rcode(wire);
    stats_upstream(p->of->stats, query_state_now_us(p->of) - p->came_us);
    if (rcode == RCODE_SERVFAIL)
        return OUTCOME_UPSTREAM_FAILED;
    if (rcode == RCODE_REFUSED)
        return OUTCOME_UPSTREAM_REFUSED;
    if (p->rule)
        return OUTCOME_MAPPED;
    return p->logged ? OUTCOME_LOGGED : OUTCOME_RELAYED;
}

/* Looked up */

static void on_looked_up(void *arg, const uint8_t *wire, size_t len, enum lookup_fault why)
{
    struct pending *p = arg;
    struct queries *q = p->of;
    p->looking_up = false;
    if (p->answered) {
        query_state_release(p);
        return;
    }
    if (!wire) {
        if (why == LOOKUP_MALFORMED)
            query_answer_malformed(p);
        else
            query_answer_silence(p, why == LOOKUP_SILENT);
        return;
    }
    if (q->reverse)
        sweep_learn(q->reverse, p->rule, p->request.qtype, wire, len);
    size_t written = translate_answer(wire, len, p->rule->target, &p->request, q->scratch, sizeof q->scratch);
    if (written)
        query_answer(p, q->scratch, written, outcome_of(p, q->scratch));
    else
        query_answer_malformed(p);
}

void query_upstream_lookup(struct queries *q, const struct client *from, const struct request *r, size_t len,
                           const struct rule *rule)
{
    struct pending *p = query_state_keep(q, from, r, len, rule);
    if (!p) {
        query_answer_no_place(q, from, r, len);
        return;
    }
    uint64_t now_ms = p->came_us / 1000;
    due_add(&q->deadline, &p->due, now_ms);
    query_state_set_timer(q, now_ms);
    p->looking_up = true;
    lookup_start(q->lookup, &p->request, rule->target, goes_over_tcp(q, from), on_looked_up, p);
}

void query_upstream_end_late(struct queries *q, uint64_t now_ms)
{
    struct pending *p;
    while ((p = pending_take_due(&q->deadline, now_ms)) != NULL)
        query_answer_silence(p, true);
}

/* Relayed */

static void on_relayed(struct waiter *w, uint8_t *wire, size_t len, bool reached)
{
    struct pending *p = (struct pending *)((char *)w - offsetof(struct pending, waiter));
    if (!wire) {
        query_answer_silence(p, reached);
        return;
    }
    message_set_id(wire, p->request.id);
    if (len > sizeof p->of->scratch) {
        query_answer_malformed(p);
        return;
    }
    memcpy(p->of->scratch, wire, len); /* truncation changes it, and others may wait for the same */
    query_answer(p, p->of->scratch, len, outcome_of(p, wire));
}

static void pass_on(struct pending *p, enum policy_verdict verdict)
{
    p->logged = verdict == POLICY_LOGGED;
    p->waiter = (struct waiter){.done = on_relayed};
    const struct relay_way way = {.tcp = goes_over_tcp(p->of, &p->client),
                                  .whole = p->client.transport->stream, /* TC would lead it nowhere */
                                  .persistent = verdict == POLICY_ALLOWED};
    if (!relay_start(p->of->relay, &p->request, way, &p->waiter))
        query_answer_too_many(p);
}

static enum policy_verdict judge(struct queries *q, const struct request *r)
{
    enum policy_verdict verdict = policy_check(q->policy, r->qname, NULL);
    if (verdict == POLICY_DENIED || verdict == POLICY_LOGGED)
        denied_add(q->denied, r->qname, r->qtype, time(NULL));
    return verdict;
}

static struct local_answer denial_of(const struct queries *q, const struct request *r)
{
    struct local_answer a = local_denial(q->config);
    if (a.rcode == RCODE_REFUSED && reverse_is_name(r->qname))
        a = local_unknown_address(); /* clients ask unasked, and would stall */
    return a;
}

void query_upstream_relay(struct queries *q, const struct client *from, const struct request *r, size_t len)
{
    enum policy_verdict verdict = judge(q, r);
    if (verdict == POLICY_DENIED) {
        const struct local_answer a = denial_of(q, r);
        query_answer_here(q, from, r, len, &a, OUTCOME_DENIED);
        return;
    }
    struct pending *p = query_state_keep(q, from, r, len, NULL);
    if (p)
        pass_on(p, verdict);
    else
        query_answer_no_place(q, from, r, len);
}

void query_upstream_relay_kept(struct pending *p)
{
    enum policy_verdict verdict = judge(p->of, &p->request);
    if (verdict == POLICY_DENIED) {
        const struct local_answer a = denial_of(p->of, &p->request);
        query_answer_own(p, &a, OUTCOME_DENIED);
    } else {
        pass_on(p, verdict);
    }
}
