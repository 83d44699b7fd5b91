#include "dnsd/query_answer.h"

static const char too_many[] = "too many queries at a time";

static void account(struct queries *q, const struct client *to, const struct request *r, size_t query_len,
                    uint64_t came_us, const uint8_t *answer, size_t answer_len, enum outcome outcome)
{
    stats_answered(q->stats, outcome, r->qname ? r->qtype : 0);
    if (!q->config->log.queries)
        return;
    const struct qlog_line line = {.client = &to->peer,
                                   .request = r,
                                   .tcp = to->transport->stream,
                                   .query_len = query_len,
                                   .answer = answer,
                                   .answer_len = answer_len,
                                   .took_us = clock_us() - came_us,
                                   .note = outcome_note(outcome)};
    qlog_query(q->log, &line);
}

static size_t room_of(const struct client *c, const struct request *r)
{
    return c->transport->stream ? MESSAGE_MAX : r->udp_size;
}

void query_answer_here(struct queries *q, const struct client *to, const struct request *r, size_t query_len,
                       const struct local_answer *a, enum outcome outcome)
{
    uint64_t came_us = query_state_now_us(q);
    size_t len = message_answer(r, a, q->scratch, room_of(to, r));
    to->transport->answer(to, q->scratch, len);
    account(q, to, r, query_len, came_us, q->scratch, len, outcome);
}

static void report(struct queries *q, const struct request *r, uint16_t rcode, const char *why)
{
    if (q->config->log.errors)
        qlog_error(q->log, r, rcode, why);
}

void query_answer_no_place(struct queries *q, const struct client *from, const struct request *r, size_t len)
{
    static const struct local_answer over_tcp = {.truncated = true, .ede = EDE_NONE},
                                     busy = {.rcode = RCODE_SERVFAIL, .ede = EDE_OTHER, .ede_text = too_many};
    const struct local_answer *a = from->transport->stream ? &busy : &over_tcp;
    report(q, r, a->rcode, too_many);
    query_answer_here(q, from, r, len, a, OUTCOME_OVERLOAD);
}

void query_answer(struct pending *p, uint8_t *wire, size_t len, enum outcome outcome)
{
    len = message_truncate(wire, len, room_of(&p->client, &p->request));
    p->client.transport->answer(&p->client, wire, len);
    account(p->of, &p->client, &p->request, p->query_len, p->came_us, wire, len, outcome);
    query_state_release(p);
}

void query_answer_own(struct pending *p, const struct local_answer *a, enum outcome outcome)
{
    uint8_t *wire = p->of->scratch;
    query_answer(p, wire, message_answer(&p->request, a, wire, room_of(&p->client, &p->request)), outcome);
}

static void servfail(struct pending *p, enum ede why, const char *text, enum outcome outcome)
{
    const struct local_answer a = {.rcode = RCODE_SERVFAIL, .ede = why, .ede_text = text};
    report(p->of, &p->request, a.rcode, text);
    query_answer_own(p, &a, outcome);
}

void query_answer_silence(struct pending *p, bool reached)
{
    servfail(p, reached ? EDE_NO_REACHABLE_AUTHORITY : EDE_NETWORK_ERROR,
             reached ? "upstream is silent" : "upstream cannot be reached", OUTCOME_UPSTREAM_SILENT);
}

void query_answer_malformed(struct pending *p)
{
    servfail(p, EDE_OTHER, "upstream's answer cannot be understood", OUTCOME_UPSTREAM_MALFORMED);
}

void query_answer_too_many(struct pending *p)
{
    servfail(p, EDE_OTHER, too_many, OUTCOME_OVERLOAD);
}
