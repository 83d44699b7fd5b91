#include "dnsd/query.h"

#include <stdlib.h>
#include <string.h>

#include "dnsd/clock.h"
#include "dnsd/due.h"
#include "dnsd/give_back.h"
#include "dnsd/local.h"
#include "dnsd/lookup.h"
#include "dnsd/loop.h"
#include "dnsd/names.h"
#include "dnsd/policy.h"
#include "dnsd/relay.h"
#include "dnsd/reverse.h"
#include "dnsd/sweep.h"
#include "dnsd/translate.h"

enum {
    STAYS_PATIENCE_MS = 1000, /* how long a reverse name waits for a sweep, if it goes nowhere; and if */
    LEAVES_PATIENCE_MS = 100, /* it then goes upstream: the two take no longer than a query may */
    DEADLINE_MS = 4450,       /* of what may take more than one exchange; a single one is given up before */
    RESERVE_PART = 8,         /* one of so many is kept for the release's names */
};

/* Reverse names by where they may go. */
enum { STAYS, LEAVES };

/* A client's question until it is answered. */
struct pending {
    struct waiter waiter;
    struct due due; /* its deadline, or how long it waits for a sweep */
    struct queries *of;
    struct pending *next; /* among the free */
    struct client client;
    struct request request;
    const struct rule *rule; /* NULL: relayed */
    uint64_t came_us;
    uint16_t query_len;
    bool logged;     /* the policy would deny it, if it were enforced */
    bool looking_up; /* a lookup will still call */
    bool answered;   /* and the client has heard */
    uint8_t qname[DNAME_MAX];
};

struct queries {
    const struct config *config;
    struct qlog *log;
    struct stats *stats;
    struct denied *denied;
    struct arena arena;
    struct names *names;
    struct policy *policy;
    struct reverse *reverse; /* NULL: switched off */
    struct sweep *sweep;
    struct due_queue sweeping[2]
                             [2]; /* who waits for a sweep, of IPv4 and of IPv6; [LEAVES]: and is let out */
    struct loop loop;
    struct source_ports ports;
    struct lookup *lookup;
    struct relay *relay;
    struct event *timer;
    uint64_t timer_at_ms;
    uint64_t now_us; /* of this turn; 0: nobody has looked yet */
    struct due_queue deadline;
    struct pending *all, *free;
    unsigned touched; /* of all, from its start: the rest was never used, and costs no memory yet */
    unsigned free_count, reserve, waiting;
    uint8_t scratch[MESSAGE_MAX]; /* an answer being made */
};

/* One look at the clock a turn: under gVisor it costs more than to ask the kernel for a packet. */
static uint64_t now(struct queries *q)
{
    if (!q->now_us)
        q->now_us = clock_us();
    return q->now_us;
}

/* Answers */

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

/* An answer of our own making, to a client that is not kept. */
static void answer_here(struct queries *q, const struct client *to, const struct request *r, size_t query_len,
                        const struct local_answer *a, enum outcome outcome)
{
    uint64_t came_us = now(q);
    size_t len = message_answer(r, a, q->scratch, room_of(to, r));
    to->transport->answer(to, q->scratch, len);
    account(q, to, r, query_len, came_us, q->scratch, len, outcome);
}

static void release(struct pending *p)
{
    struct queries *q = p->of;
    due_remove(&p->due);
    if (!p->answered) {
        q->waiting--;
        stats_waits_no_more(q->stats);
    }
    p->answered = true;
    if (p->looking_up)
        return; /* its place is free when that lets go of it */
    p->next = q->free;
    q->free = p;
    q->free_count++;
    if (q->touched > GIVE_BACK_MIN && q->free_count == q->config->upstream.max_concurrent) {
        give_back_pool(q->all, q->touched * sizeof *q->all);
        q->free = NULL;
        q->touched = 0;
    }
}

static void send_answer(struct pending *p, uint8_t *wire, size_t len, enum outcome outcome)
{
    struct queries *q = p->of;
    len = message_truncate(wire, len, room_of(&p->client, &p->request));
    p->client.transport->answer(&p->client, wire, len);
    account(q, &p->client, &p->request, p->query_len, p->came_us, wire, len, outcome);
    release(p);
}

static void report(struct queries *q, const struct request *r, uint16_t rcode, const char *why)
{
    if (q->config->log.errors)
        qlog_error(q->log, r, rcode, why);
}

static void send_failure(struct pending *p, enum ede why, const char *text, enum outcome outcome)
{
    struct queries *q = p->of;
    const struct local_answer a = {.rcode = RCODE_SERVFAIL, .ede = why, .ede_text = text};
    report(q, &p->request, a.rcode, text);
    size_t len = message_answer(&p->request, &a, q->scratch, room_of(&p->client, &p->request));
    send_answer(p, q->scratch, len, outcome);
}

static void send_silence(struct pending *p, bool reached)
{
    send_failure(p, reached ? EDE_NO_REACHABLE_AUTHORITY : EDE_NETWORK_ERROR,
                 reached ? "upstream is silent" : "upstream cannot be reached", OUTCOME_UPSTREAM_SILENT);
}

static void send_malformed(struct pending *p)
{
    send_failure(p, EDE_OTHER, "upstream's answer cannot be understood", OUTCOME_UPSTREAM_MALFORMED);
}

/* Time */

static void set_timer(struct queries *q, uint64_t now_ms)
{
    uint64_t next = due_next_ms(&q->deadline);
    for (unsigned i = 0; i < 4; i++)
        if (due_next_ms(&q->sweeping[i / 2][i % 2]) < next)
            next = due_next_ms(&q->sweeping[i / 2][i % 2]);
    if (next >= q->timer_at_ms)
        return;
    uint64_t wait_ms = next > now_ms ? next - now_ms : 0;
    const struct timeval wait = {.tv_sec = (time_t)(wait_ms / 1000),
                                 .tv_usec = (suseconds_t)(wait_ms % 1000 * 1000)};
    if (evtimer_add(q->timer, &wait) == 0)
        q->timer_at_ms = next;
}

static struct pending *take_due(struct due_queue *queue, uint64_t now_ms)
{
    struct due *d = due_take(queue, now_ms);
    return d ? (struct pending *)((char *)d - offsetof(struct pending, due)) : NULL;
}

/* What an answer of upstream's comes to. */
static enum outcome outcome_of(struct pending *p, const uint8_t *wire)
{
    uint16_t rcode = message_rcode(wire);
    stats_upstream(p->of->stats, now(p->of) - p->came_us);
    if (rcode == RCODE_SERVFAIL)
        return OUTCOME_UPSTREAM_FAILED;
    if (rcode == RCODE_REFUSED)
        return OUTCOME_UPSTREAM_REFUSED;
    if (p->rule)
        return OUTCOME_MAPPED;
    return p->logged ? OUTCOME_LOGGED : OUTCOME_RELAYED;
}

/* Relayed */

static void on_relayed(struct waiter *w, uint8_t *wire, size_t len, bool reached)
{
    struct pending *p = (struct pending *)((char *)w - offsetof(struct pending, waiter));
    if (!wire) {
        send_silence(p, reached);
        return;
    }
    message_set_id(wire, p->request.id);
    if (len > sizeof p->of->scratch) {
        send_malformed(p);
        return;
    }
    memcpy(p->of->scratch, wire, len); /* truncation changes it, and others may wait for the same */
    send_answer(p, p->of->scratch, len, outcome_of(p, wire));
}

/* Looked up */

static void on_looked_up(void *arg, const uint8_t *wire, size_t len, enum lookup_fault why)
{
    struct pending *p = arg;
    struct queries *q = p->of;
    p->looking_up = false;
    if (p->answered) {
        release(p);
        return;
    }
    if (!wire) {
        if (why == LOOKUP_MALFORMED)
            send_malformed(p);
        else
            send_silence(p, why == LOOKUP_SILENT);
        return;
    }
    if (q->reverse)
        sweep_learn(q->reverse, p->rule, p->request.qtype, wire, len);
    size_t written = translate_answer(wire, len, p->rule->target, &p->request, q->scratch, sizeof q->scratch);
    if (written)
        send_answer(p, q->scratch, written, outcome_of(p, q->scratch));
    else
        send_malformed(p);
}

/* Questions */

/* A place for the question, or NULL: the last ones are for the release's own names. */
static struct pending *keep(struct queries *q, const struct client *from, const struct request *r, size_t len,
                            const struct rule *rule)
{
    if (q->free_count == 0 || (!rule && q->free_count <= q->reserve))
        return NULL;
    struct pending *p = q->free;
    if (p)
        q->free = p->next;
    else
        p = &q->all[q->touched++];
    p->of = q;
    q->free_count--;
    q->waiting++;
    stats_waits(q->stats);
    memcpy(p->qname, r->qname, r->qname_len);
    p->waiter = (struct waiter){.done = on_relayed};
    p->client = *from;
    p->request = *r;
    p->request.qname = p->qname;
    p->rule = rule;
    p->came_us = now(q);
    p->query_len = (uint16_t)len;
    p->logged = p->looking_up = p->answered = false;
    return p;
}

static const char too_many[] = "too many queries at a time";

/* No room: over TCP the client may wait, so it is sent there. */
static void send_away(struct queries *q, const struct client *from, const struct request *r, size_t len)
{
    static const struct local_answer over_tcp = {.truncated = true, .ede = EDE_NONE},
                                     busy = {.rcode = RCODE_SERVFAIL, .ede = EDE_OTHER, .ede_text = too_many};
    const struct local_answer *a = from->transport->stream ? &busy : &over_tcp;
    report(q, r, a->rcode, too_many);
    answer_here(q, from, r, len, a, OUTCOME_OVERLOAD);
}

static bool goes_over_tcp(const struct queries *q, const struct client *from)
{
    return q->config->upstream.force_tcp || (from->transport->stream && !q->config->upstream.prefer_udp);
}

static void start_lookup(struct queries *q, const struct client *from, const struct request *r, size_t len,
                         const struct rule *rule)
{
    struct pending *p = keep(q, from, r, len, rule);
    if (!p) {
        send_away(q, from, r, len);
        return;
    }
    uint64_t now_ms = p->came_us / 1000;
    due_add(&q->deadline, &p->due, now_ms);
    set_timer(q, now_ms);
    p->looking_up = true;
    lookup_start(q->lookup, &p->request, rule->target, goes_over_tcp(q, from), on_looked_up, p);
}

static void pass_on(struct pending *p, enum policy_verdict verdict)
{
    p->logged = verdict == POLICY_LOGGED;
    const struct relay_way way = {.tcp = goes_over_tcp(p->of, &p->client),
                                  .whole = p->client.transport->stream, /* TC would lead it nowhere */
                                  .persistent = verdict == POLICY_ALLOWED};
    if (!relay_start(p->of->relay, &p->request, way, &p->waiter))
        send_failure(p, EDE_OTHER, too_many, OUTCOME_OVERLOAD);
}

static void start_relay(struct queries *q, const struct client *from, const struct request *r, size_t len,
                        enum policy_verdict verdict)
{
    struct pending *p = keep(q, from, r, len, NULL);
    if (p)
        pass_on(p, verdict);
    else
        send_away(q, from, r, len);
}

/* The policy */

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

/* Reverse names */

/* Whose address it is, as far as is known; NULL: nobody's, or switched off. */
static const char *find_service(const struct queries *q, const struct request *r)
{
    uint8_t address[REVERSE_ADDRESS_MAX];
    size_t len = q->reverse ? reverse_address(r->qname, address) : 0;
    return len ? reverse_find(q->reverse, address, len) : NULL;
}

/* Nothing is left to wait for. */
static void end_of_sweep(struct pending *p)
{
    struct queries *q = p->of;
    struct local_record record;
    uint8_t data[DNAME_MAX];
    struct local_answer a = local_unknown_address();
    enum outcome outcome = OUTCOME_REVERSE;
    const char *service = find_service(q, &p->request);
    if (service) {
        local_reverse(&p->request, service, &a, &record, data);
    } else if (!reverse_is_private(p->request.qname)) {
        enum policy_verdict verdict = judge(q, &p->request);
        if (verdict != POLICY_DENIED) {
            pass_on(p, verdict);
            return;
        }
        a = denial_of(q, &p->request);
        outcome = OUTCOME_DENIED;
    }
    size_t len = message_answer(&p->request, &a, q->scratch, room_of(&p->client, &p->request));
    send_answer(p, q->scratch, len, outcome);
}

static void on_swept(void *arg, bool v6)
{
    struct queries *q = arg;
    struct pending *p;
    for (unsigned i = 0; i < 2; i++)
        while ((p = take_due(&q->sweeping[v6][i], UINT64_MAX)) != NULL)
            end_of_sweep(p);
}

/* Waits for the services to be looked up, for an address that none is known to have: whatever its range, it
 * may be a Pod's. false: there is no need, or no room. */
static bool wait_for_sweep(struct queries *q, const struct client *from, const struct request *r, size_t len)
{
    uint8_t address[REVERSE_ADDRESS_MAX];
    size_t address_len = q->reverse && r->qtype == TYPE_PTR ? reverse_address(r->qname, address) : 0;
    struct pending *p = address_len ? keep(q, from, r, len, NULL) : NULL;
    if (!p)
        return false;
    bool leaves = !reverse_is_private(r->qname) && policy_check(q->policy, r->qname, NULL) != POLICY_DENIED;
    uint64_t now_ms = p->came_us / 1000;
    bool v6 = address_len == 16;
    due_add(&q->sweeping[v6][leaves ? LEAVES : STAYS], &p->due, now_ms);
    set_timer(q, now_ms);
    if (!sweep_start(q->sweep, v6, now_ms)) {
        due_remove(&p->due);
        end_of_sweep(p);
    }
    return true;
}

/* A reverse name that the table knows, or that does not leave, or that may be of a service. false: it is a
 * question for the policy. */
static bool serve_address(struct queries *q, const struct client *from, const struct request *r, size_t len)
{
    struct local_answer a = local_unknown_address();
    struct local_record record;
    uint8_t data[DNAME_MAX];
    const char *service = find_service(q, r);
    if (service)
        local_reverse(r, service, &a, &record, data);
    else if (wait_for_sweep(q, from, r, len))
        return true;
    else if (!reverse_is_private(r->qname))
        return false;
    answer_here(q, from, r, len, &a, OUTCOME_REVERSE);
    return true;
}

static void on_timer(evutil_socket_t fd, short what, void *arg)
{
    struct queries *q = arg;
    uint64_t now_ms = clock_ms();
    struct pending *p;
    (void)fd;
    (void)what;
    q->timer_at_ms = UINT64_MAX;
    for (unsigned i = 0; i < 4; i++)
        while ((p = take_due(&q->sweeping[i / 2][i % 2], now_ms)) != NULL)
            end_of_sweep(p);
    while ((p = take_due(&q->deadline, now_ms)) != NULL)
        send_silence(p, true);
    set_timer(q, now_ms);
}

static void serve(struct queries *q, const struct client *from, const struct request *r, size_t len)
{
    struct local_answer here;
    struct local_record record;
    const struct rule *rule = names_find(q->names, r->qname);
    if (rule) {
        start_lookup(q, from, r, len, rule);
    } else if (local_find(r, &here, &record)) {
        answer_here(q, from, r, len, &here, OUTCOME_LOCAL);
    } else if (loop_is_probe(&q->loop, r)) {
        here = (struct local_answer){.rcode = RCODE_REFUSED, .ede = EDE_NONE};
        answer_here(q, from, r, len, &here, OUTCOME_LOCAL);
    } else if (!serve_address(q, from, r, len)) {
        enum policy_verdict verdict = judge(q, r);
        if (verdict == POLICY_DENIED) {
            here = denial_of(q, r);
            answer_here(q, from, r, len, &here, OUTCOME_DENIED);
        } else {
            start_relay(q, from, r, len, verdict);
        }
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
        answer_here(q, from, &r, len, &a, OUTCOME_MALFORMED);
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
    return q->free_count <= q->reserve;
}

bool queries_may_take(const struct queries *q, const uint8_t *wire, size_t len)
{
    struct request r;
    struct local_answer here;
    struct local_record record;
    if (message_parse(wire, len, &r) != VERDICT_SERVE)
        return true;
    if (names_find(q->names, r.qname))
        return q->free_count > 0;
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
    return q->waiting;
}

static int make_pool(struct queries *q, unsigned count, struct diag *err)
{
    q->all = calloc(count, sizeof *q->all);
    if (!q->all)
        return diag_say(err, "no memory for %u queries at a time; lower maxConcurrent", count);
    q->free_count = count;
    q->reserve = count / RESERVE_PART;
    return 0;
}

static int make_tables(struct queries *q, struct diag *err)
{
    const struct config *c = q->config;
    arena_init(&q->arena, CONFIG_ARENA_MAX);
    q->names = names_new(c->rules, c->rule_count, &q->arena);
    q->policy = policy_new(c, &q->arena);
    bool good = q->names && q->policy;
    if (c->reverse) {
        q->reverse = reverse_new(&q->arena);
        good = good && q->reverse;
    }
    return good ? 0 : diag_say(err, "no memory for the names of the configuration");
}

static int make_sweep(struct queries *q, struct diag *err)
{
    if (q->reverse)
        q->sweep = sweep_new(q->config, q->lookup, q->reverse, &q->arena, on_swept, q);
    return !q->reverse || q->sweep ? 0 : diag_say(err, "no memory for the names of addresses");
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
    q->deadline.delay_ms = DEADLINE_MS;
    for (unsigned v6 = 0; v6 < 2; v6++) {
        q->sweeping[v6][STAYS].delay_ms = STAYS_PATIENCE_MS;
        q->sweeping[v6][LEAVES].delay_ms = LEAVES_PATIENCE_MS;
    }
    q->timer = evtimer_new(base, on_timer, q);
    if (q->timer && make_tables(q, err) == 0 && make_pool(q, c->upstream.max_concurrent, err) == 0 &&
        relay_new(base, c, &q->ports, c->upstream.max_concurrent + SWEEP_LOOKUPS_MAX, &q->relay, err) == 0 &&
        lookup_new(q->relay, &q->lookup, err) == 0 && make_sweep(q, err) == 0) {
        *out = q;
        return 0;
    }
    queries_free(q);
    return -1;
}

void queries_free(struct queries *q)
{
    struct pending *p;
    if (!q)
        return;
    for (unsigned i = 0; i < 4; i++)
        while ((p = take_due(&q->sweeping[i / 2][i % 2], UINT64_MAX)) != NULL)
            send_silence(p, true); /* before the relay ends the sweep, and they are told there is nobody */
    relay_free(q->relay);
    lookup_free(q->lookup);
    if (q->timer)
        event_free(q->timer);
    arena_clear(&q->arena);
    free(q->all);
    free(q);
}
