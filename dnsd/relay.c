#include "dnsd/relay.h"

#include <stdlib.h>
#include <string.h>

#include "common/dname.h"
#include "dnsd/clock.h"
#include "dnsd/due.h"
#include "dnsd/give_back.h"
#include "dnsd/ports.h"
#include "dnsd/stream.h"
#include "dnsd/upstreams.h"

enum {
    /* from one stage to the next: sent again at 1 s and 2.5 s, given up at 4.4 s, so that the client, which
     * may wait for 5 s, hears by 4.5 s */
    RESEND1_MS = 1000,
    RESEND2_MS = 1500,
    GIVE_UP_MS = 1900,
    AGAIN1_MS = 50, /* after a refusal, and after a second one */
    AGAIN2_MS = 200,
    SHARED_RESEND_MS = 300, /* a client's own re-send makes ours, if the last is older */
    SENDS_MAX = 16,         /* so many fit into its time: who asks last is served by upstream's return too */
    STREAMS_MAX = 4, /* connections of one exchange: each send has its own, and a slow one may still answer */
    REFUSALS_MAX = 2,
    REFUSAL_MAX = 96, /* header, OPT and a few words in it; a longer one is not kept */
};

/* One send over TCP. */
struct call {
    struct exchange *of;
    struct stream *stream; /* NULL: none */
    unsigned server;
    uint16_t id;
};

struct exchange {
    struct exchange *next; /* in its bucket, or among the free */
    struct due stage, again;
    struct waiter *waiters;
    struct relay *relay;
    struct call calls[STREAMS_MAX];
    uint64_t sent_ms;
    uint32_t hash, turn; /* turn: of its last send */
    unsigned server, sends, refusals, unreachable;
    struct relay_way way; /* as it was asked for first */
    bool tcp;             /* how it is asked now */
    bool used;
    uint16_t query_len;
    struct sent sent[SENDS_MAX];
    uint8_t query[QUERY_LEN_MAX]; /* the ID in it is that of the last send */
    /* What upstream said instead of an answer, should it say nothing better, but for the question, which is
     * ours. */
    uint8_t refusal[REFUSAL_MAX];
    uint16_t refusal_len;
};

struct relay {
    const struct config *config;
    struct source_ports *source;
    struct ports *ports;
    struct streams *streams;
    struct event *timer;
    uint64_t timer_at_ms; /* UINT64_MAX: not set */
    uint64_t now_ms;      /* of this turn; 0: nobody has looked yet */
    struct due_queue stages[3], again[REFUSALS_MAX];
    struct exchange **buckets, *free, *all;
    uint32_t bucket_mask, seed;
    struct upstreams upstreams;
    bool ending;   /* nothing is asked any more */
    uint32_t turn; /* flushes so far */
    unsigned count, in_use;
    unsigned touched; /* of all, from its start: the rest was never used, and costs no memory yet */
};

static struct exchange *of_stage(struct due *d)
{
    return (struct exchange *)((char *)d - offsetof(struct exchange, stage));
}

static struct exchange *of_again(struct due *d)
{
    return (struct exchange *)((char *)d - offsetof(struct exchange, again));
}

/* One look at the clock a turn: under gVisor it costs more than to ask the kernel for a packet. */
static uint64_t now(struct relay *r)
{
    if (!r->now_ms)
        r->now_ms = clock_ms();
    return r->now_ms;
}

/* The timer: one for all, set only when something is due earlier than it stands. */

static uint64_t next_due(const struct relay *r)
{
    uint64_t next = UINT64_MAX;
    for (unsigned i = 0; i < 3; i++)
        if (due_next_ms(&r->stages[i]) < next)
            next = due_next_ms(&r->stages[i]);
    for (unsigned i = 0; i < REFUSALS_MAX; i++)
        if (due_next_ms(&r->again[i]) < next)
            next = due_next_ms(&r->again[i]);
    return next;
}

static void set_timer(struct relay *r, uint64_t now_ms)
{
    uint64_t next = next_due(r);
    if (next >= r->timer_at_ms)
        return;
    uint64_t wait_ms = next > now_ms ? next - now_ms : 0;
    const struct timeval wait = {.tv_sec = (time_t)(wait_ms / 1000),
                                 .tv_usec = (suseconds_t)(wait_ms % 1000 * 1000)};
    if (evtimer_add(r->timer, &wait) == 0)
        r->timer_at_ms = next;
}

/* Exchanges */

static struct exchange **bucket(struct relay *r, uint32_t hash)
{
    return &r->buckets[hash & r->bucket_mask];
}

static void unlink_exchange(struct relay *r, struct exchange *e)
{
    struct exchange **at = bucket(r, e->hash);
    while (*at != e)
        at = &(*at)->next;
    *at = e->next;
}

static void hang_up(struct exchange *e)
{
    for (unsigned i = 0; i < STREAMS_MAX; i++) {
        if (e->calls[i].stream)
            stream_close(e->calls[i].stream);
        e->calls[i].stream = NULL;
    }
}

static void end(struct exchange *e, uint8_t *wire, size_t len)
{
    struct relay *r = e->relay;
    bool reached = e->unreachable < e->sends;
    due_remove(&e->stage);
    due_remove(&e->again);
    for (unsigned i = 0; i < e->sends && i < SENDS_MAX; i++)
        ports_forget(r->ports, &e->sent[i]);
    hang_up(e);
    unlink_exchange(r, e);
    e->used = false;
    /* One that hears may make others leave, so those still to hear stay in the list. */
    for (struct waiter *w = e->waiters; w; w = e->waiters) {
        e->waiters = w->next;
        w->exchange = NULL;
        w->done(w, wire, len, reached);
    }
    e->next = r->free;
    r->free = e;
    r->in_use--;
    if (r->in_use == 0 && r->touched > GIVE_BACK_MIN) {
        give_back_pool(r->all, r->touched * sizeof *r->all);
        r->free = NULL;
        r->touched = 0;
    }
}

static size_t question_len(const struct exchange *e)
{
    return dname_len(e->query + HEADER_LEN) + 4;
}

static void keep_refusal(struct exchange *e, const uint8_t *wire, size_t len)
{
    bool asks = wire[4] || wire[5]; /* some servers leave the question out; it is put back then */
    size_t after = HEADER_LEN + (asks ? question_len(e) : 0);
    if (len < after || len - after > REFUSAL_MAX - HEADER_LEN)
        return;
    memcpy(e->refusal, wire, HEADER_LEN);
    memcpy(e->refusal + HEADER_LEN, wire + after, len - after);
    e->refusal_len = (uint16_t)(HEADER_LEN + len - after);
}

/* Time is up. */
static void give_up(struct exchange *e)
{
    uint8_t wire[QUERY_LEN_MAX + REFUSAL_MAX];
    size_t question = question_len(e), len = e->refusal_len;
    if (!len) {
        end(e, NULL, 0);
        return;
    }
    memcpy(wire, e->refusal, HEADER_LEN);
    memcpy(wire + 4, e->query + 4, 2); /* QDCOUNT */
    memcpy(wire + HEADER_LEN, e->query + HEADER_LEN, question);
    memcpy(wire + HEADER_LEN + question, e->refusal + HEADER_LEN, len - HEADER_LEN);
    end(e, wire, len + question);
}

static void send_query(struct exchange *e, uint64_t now_ms);

static void take(struct exchange *e, unsigned server, uint8_t *wire, size_t len)
{
    upstreams_answered(&e->relay->upstreams, server);
    if (e->way.whole && !e->tcp && message_is_truncated(wire)) {
        e->tcp = true;
        e->server = server;
        send_query(e, now(e->relay));
        return;
    }
    uint16_t rcode = message_rcode(wire);
    bool refused = rcode == RCODE_REFUSED || rcode == RCODE_SERVFAIL;
    if (!refused || !e->way.persistent || e->refusals == REFUSALS_MAX) {
        end(e, wire, len);
        return;
    }
    keep_refusal(e, wire, len);
    if (e->again.queue)
        return; /* the same refusal, come over another port */
    uint64_t now_ms = now(e->relay);
    due_add(&e->relay->again[e->refusals++], &e->again, now_ms);
    set_timer(e->relay, now_ms);
}

static bool belongs(struct exchange *e, uint16_t id, const uint8_t *wire, size_t len)
{
    uint16_t last = message_id(e->query);
    message_set_id(e->query, id);
    bool yes = message_is_answer_to(wire, len, e->query, e->query_len);
    message_set_id(e->query, last); /* a re-send may be waiting for its flush */
    return yes;
}

static unsigned index_of(const struct relay *r, const struct address *server)
{
    unsigned i = r->config->upstream.server_count - 1;
    while (i && !address_equal(&r->config->upstream.servers[i].address, server))
        i--;
    return i;
}

static void on_answer(void *arg, void *tag, uint16_t id, const struct address *server, uint8_t *wire,
                      size_t len)
{
    struct relay *r = arg;
    struct exchange *e = tag;
    if (!belongs(e, id, wire, len))
        return;
    take(e, index_of(r, server), wire, len);
}

static void try_others(struct exchange *e);

/* A connection that fails is as good as an answer that nobody listens there: the others are asked at once. */
static void on_stream(void *arg, uint8_t *wire, size_t len)
{
    struct call *call = arg;
    struct exchange *e = call->of;
    call->stream = NULL;
    if (!wire)
        try_others(e);
    else if (len >= HEADER_LEN && belongs(e, call->id, wire, len))
        take(e, call->server, wire, len);
}

static bool is_calling(const struct exchange *e)
{
    for (unsigned i = 0; i < STREAMS_MAX; i++)
        if (e->calls[i].stream)
            return true;
    return false;
}

/* The oldest connection makes room. */
static void send_tcp(struct exchange *e, const struct address *server)
{
    struct relay *r = e->relay;
    struct call *call = &e->calls[e->sends % STREAMS_MAX];
    bool again = e->refusals || is_calling(e);
    if (call->stream)
        stream_close(call->stream);
    uint16_t id = random_u16(&r->source->random);
    message_set_id(e->query, id);
    *call = (struct call){.of = e, .server = e->server, .id = id};
    call->stream = stream_open(r->streams, server, e->query, e->query_len, again, on_stream, call);
}

static void send_query(struct exchange *e, uint64_t now_ms)
{
    struct relay *r = e->relay;
    const struct address *server = &r->config->upstream.servers[e->server].address;
    struct sent *where = &e->sent[e->sends % SENDS_MAX];
    if (e->sends && e->turn == r->turn)
        ports_flush(r->ports); /* the ID is written over that of the send before */
    e->turn = r->turn;
    if (e->tcp) {
        e->sends++;
        send_tcp(e, server);
    } else {
        ports_forget(r->ports, where);
        if (!ports_send(r->ports, server, e->query, e->query_len, e, e->way.own, now_ms, where))
            return; /* no port to be had: whoever asks next tries again, at once */
        e->sends++;
    }
    e->sent_ms = now_ms;
}

/* A server that is down is asked as well, should it be time; the exchange goes on with the other. */
static void look(struct exchange *e, uint64_t now_ms)
{
    unsigned up = e->server, down;
    if (e->tcp || !upstreams_look(&e->relay->upstreams, up, now_ms, &down))
        return;
    e->server = down;
    send_query(e, now_ms);
    e->server = up;
}

static void send_to_next(struct exchange *e, uint64_t now_ms)
{
    upstreams_failed(&e->relay->upstreams, e->server);
    e->server = upstreams_after(&e->relay->upstreams, e->server);
    send_query(e, now_ms);
}

/* Nobody listens there: the others are asked at once, each a single time. */
static void try_others(struct exchange *e)
{
    e->unreachable++;
    if (e->unreachable < e->relay->config->upstream.server_count)
        send_to_next(e, now(e->relay));
}

static void on_unreachable(void *arg, void *tag)
{
    (void)arg;
    try_others(tag);
}

static void run_due(struct relay *r, uint64_t now_ms)
{
    struct due *d;
    for (unsigned i = 0; i < 2; i++)
        while ((d = due_take(&r->stages[i], now_ms)) != NULL) {
            send_to_next(of_stage(d), now_ms);
            due_add(&r->stages[i + 1], d, now_ms);
        }
    while ((d = due_take(&r->stages[2], now_ms)) != NULL)
        give_up(of_stage(d));
    for (unsigned i = 0; i < REFUSALS_MAX; i++)
        while ((d = due_take(&r->again[i], now_ms)) != NULL)
            send_query(of_again(d), now_ms);
}

static void on_timer(evutil_socket_t fd, short what, void *arg)
{
    struct relay *r = arg;
    uint64_t now_ms = now(r);
    (void)fd;
    (void)what;
    r->timer_at_ms = UINT64_MAX;
    run_due(r, now_ms);
    ports_calm(r->ports);
    set_timer(r, now_ms);
}

/* The hash of all that goes upstream but the ID: only questions that would be sent alike are shared. */
static uint32_t hash_query(const struct relay *r, const uint8_t *query, size_t len)
{
    uint64_t h = r->seed;
    for (size_t i = 2; i < len; i++) {
        h = (h ^ query[i]) * 0xff51afd7ed558ccdu;
        h ^= h >> 32;
    }
    return (uint32_t)h;
}

static struct exchange *find(struct relay *r, uint32_t hash, const uint8_t *query, size_t len,
                             struct relay_way way)
{
    for (struct exchange *e = *bucket(r, hash); e; e = e->next)
        if (e->hash == hash && e->way.tcp == way.tcp && e->way.whole == way.whole && e->query_len == len &&
            memcmp(e->query + 2, query + 2, len - 2) == 0)
            return e;
    return NULL;
}

/* What goes over TCP arrives, so that to send it again would only end what is under way. */
static void join(struct exchange *e, struct relay_way way, struct waiter *w)
{
    uint64_t now_ms = now(e->relay);
    w->exchange = e;
    w->next = e->waiters;
    e->waiters = w;
    e->way.persistent |= way.persistent;
    e->way.own |= way.own;
    if (!e->tcp && now_ms - e->sent_ms >= SHARED_RESEND_MS && e->sends < SENDS_MAX)
        send_query(e, now_ms);
}

static struct exchange *unused(struct relay *r)
{
    struct exchange *e = r->free;
    if (e)
        r->free = e->next;
    else if (r->touched < r->count)
        e = &r->all[r->touched++];
    return e;
}

bool relay_start(struct relay *r, const struct request *q, struct relay_way way, struct waiter *w)
{
    uint8_t query[QUERY_LEN_MAX];
    size_t len = message_query(q, q->qname, 0, ANSWER_ROOM, query);
    uint32_t hash = hash_query(r, query, len);
    struct exchange *e = r->ending ? NULL : find(r, hash, query, len, way);
    if (e) {
        join(e, way, w);
        return true;
    }
    e = r->ending ? NULL : unused(r);
    if (!e)
        return false;
    r->in_use++;
    uint64_t now_ms = now(r);
    *e = (struct exchange){.relay = r, .hash = hash, .way = way, .tcp = way.tcp, .waiters = w, .used = true};
    e->next = *bucket(r, hash);
    *bucket(r, hash) = e;
    e->query_len = (uint16_t)len;
    memcpy(e->query, query, len);
    w->next = NULL;
    w->exchange = e;
    e->server = upstreams_first(&r->upstreams, &r->source->random);
    look(e, now_ms);
    send_query(e, now_ms);
    due_add(&r->stages[0], &e->stage, now_ms);
    set_timer(r, now_ms);
    return true;
}

void relay_leave(struct waiter *w)
{
    struct exchange *e = w->exchange;
    if (!e)
        return;
    struct waiter **at = &e->waiters;
    while (*at != w)
        at = &(*at)->next;
    *at = w->next;
    w->exchange = NULL;
}

void relay_flush(struct relay *r)
{
    r->turn++;
    r->now_ms = 0;
    ports_flush(r->ports);
}

static int make_tables(struct relay *r, unsigned count)
{
    uint32_t buckets = 16;
    while (buckets < count)
        buckets *= 2;
    r->all = calloc(count, sizeof *r->all);
    r->buckets = calloc(buckets, sizeof(struct exchange *));
    r->bucket_mask = buckets - 1;
    r->count = count;
    return r->all && r->buckets ? 0 : -1;
}

int relay_new(struct event_base *base, const struct config *c, struct source_ports *ports, unsigned exchanges,
              struct relay **out, struct diag *err)
{
    struct relay *r = calloc(1, sizeof *r);
    if (!r)
        return diag_say(err, "no memory");
    *r = (struct relay){
        .config = c,
        .upstreams = {.config = c},
        .source = ports,
        .timer_at_ms = UINT64_MAX,
        .stages = {{.delay_ms = RESEND1_MS}, {.delay_ms = RESEND2_MS}, {.delay_ms = GIVE_UP_MS}},
        .again = {{.delay_ms = AGAIN1_MS}, {.delay_ms = AGAIN2_MS}},
        .seed = random_u32(&ports->random)};
    r->ports = ports_new(base, ports, on_answer, on_unreachable, r);
    r->timer = evtimer_new(base, on_timer, r);
    r->streams = streams_new(base, ports, c->upstream.expire_ms);
    if (make_tables(r, exchanges) == 0 && r->ports && r->streams && r->timer) {
        *out = r;
        return 0;
    }
    relay_free(r);
    return diag_say(err, "no memory for %u queries at a time; lower maxConcurrent",
                    c->upstream.max_concurrent);
}

void relay_free(struct relay *r)
{
    if (!r)
        return;
    r->ending = true;
    for (unsigned i = 0; i < r->touched; i++)
        if (r->all[i].used)
            end(&r->all[i], NULL, 0);
    ports_free(r->ports);
    streams_free(r->streams);
    if (r->timer)
        event_free(r->timer);
    free(r->buckets);
    free(r->all);
    free(r);
}
