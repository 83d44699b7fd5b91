/* Clients over TCP, a few at a time, over connections in memory: the input is a program of steps in which
 * they send (in pieces, several questions at once, half of one), read or do not, end, time out, and in which
 * answers come in any order or there is no room. Whatever the steps are:
 * - the questions taken are those that were sent, octet for octet and in order, one connection's from it
 * alone;
 * - never more than 64 of a connection wait, and none is read while its answers lie unread;
 * - a client reads its own answers, whole, in the order given; who took its place never does;
 * - with room again, every question that is whole is taken, and nothing more. */
#include <event2/bufferevent.h>

static struct bufferevent *wire_of_pair(struct event_base *base);
#define bufferevent_socket_new(base, fd, options) wire_of_pair(base)
/* Whole, so that its connections are ours. NOLINTNEXTLINE(bugprone-suspicious-include) */
#include "dnsd/listen_tcp.c"

#include "common/cursor.h"
#include "tests/fuzz/fuzz.h"

enum { CLIENTS = 4, SENT_MAX = 65536, SAMPLED = 13, ASKED_MAX = 1024, ANSWER_MAX = 70000, TURNS_MAX = 2000 };

/* Octets on their way, as their number and a sum of one in SAMPLED: enough to tell that they are the same. */
struct flow {
    uint64_t len, sum;
};

struct far_end {
    struct bufferevent *wire; /* NULL: not in use */
    uint32_t number;          /* of all clients: its port */
    size_t sent_len, taken_len;
    struct flow told, heard;
    uint8_t sent[SENT_MAX];
};

struct asked {
    struct client from;
    bool answered;
};

static struct scene {
    struct event_base *base;
    struct tcp_listener *listener;
    struct bufferevent *next; /* the far end of the pair just made */
    struct far_end clients[CLIENTS];
    struct asked asked[ASKED_MAX];
    unsigned asked_count, number;
    bool full;
} scene;

static struct queries *const queries = (struct queries *)&scene;

static struct bufferevent *wire_of_pair(struct event_base *base)
{
    struct bufferevent *pair[2];
    fuzz_want(bufferevent_pair_new(base, 0, pair) == 0);
    scene.next = pair[1];
    return pair[0];
}

/* The far end of a connection, if it is still its own. */
static struct far_end *far_end_of(const struct client *from)
{
    for (unsigned i = 0; i < CLIENTS; i++)
        if (scene.clients[i].wire && scene.clients[i].number == address_port(&from->peer))
            return &scene.clients[i];
    return NULL;
}

void queries_take(struct queries *q, const struct client *from, const uint8_t *wire, size_t len)
{
    struct far_end *f = far_end_of(from);
    const struct connection *c = from->of;
    fuzz_want(q == queries && f && c->waiting <= CONNECTION_QUERIES_MAX);
    fuzz_want(!scene.full && unread(c) <= TCP_OUTPUT_MAX);
    const uint8_t *sent = f->sent + f->taken_len;
    fuzz_want(f->sent_len - f->taken_len >= len + 2 && (size_t)(sent[0] << 8 | sent[1]) == len);
    fuzz_want(memcmp(sent + 2, wire, len) == 0);
    f->taken_len += len + 2;
    if (len < HEADER_LEN || wire[2] & 0x80)
        return;
    fuzz_want(scene.asked_count < ASKED_MAX);
    scene.asked[scene.asked_count++] = (struct asked){.from = *from};
}

bool queries_are_full(const struct queries *q)
{
    (void)q;
    return scene.full;
}

bool queries_may_take(const struct queries *q, const uint8_t *wire, size_t len)
{
    (void)q;
    (void)wire;
    (void)len;
    return false;
}

static void flow_add(struct flow *f, const uint8_t *octets, size_t len)
{
    for (size_t i = (SAMPLED - f->len % SAMPLED) % SAMPLED; i < len; i += SAMPLED)
        f->sum = f->sum * 31 + octets[i];
    f->len += len;
}

static void hear(struct bufferevent *wire, void *arg)
{
    struct far_end *f = arg;
    uint8_t octets[4096];
    for (size_t len; (len = bufferevent_read(wire, octets, sizeof octets)) > 0;)
        flow_add(&f->heard, octets, len);
}

static void turn(void)
{
    tcp_resume(scene.listener);
    (void)event_base_loop(scene.base, EVLOOP_NONBLOCK);
}

static struct connection *near_end(const struct far_end *f)
{
    for (unsigned i = 0; i < TCP_CONNECTIONS_MAX; i++) {
        struct connection *c = &scene.listener->connections[i];
        if (c->wire && address_port(&c->peer) == f->number)
            return c;
    }
    return NULL;
}

static void begin_client(struct far_end *f)
{
    struct address a = {.v4 = {.sin_family = AF_INET}};
    address_set_port(&a, (uint16_t)++scene.number);
    f->number = scene.number;
    f->sent_len = f->taken_len = 0;
    f->told = f->heard = (struct flow){0};
    on_accepted(scene.listener, -1, &a);
    f->wire = scene.next;
    bufferevent_setcb(f->wire, hear, NULL, NULL, f);
    (void)bufferevent_enable(f->wire, EV_READ | EV_WRITE);
}

static void end_client(struct far_end *f)
{
    struct connection *c = near_end(f);
    if (c)
        drop(c);
    bufferevent_free(f->wire);
    f->wire = NULL;
}

static void send_octets(struct far_end *f, const uint8_t *octets, size_t len)
{
    if (!len || f->sent_len + len > SENT_MAX || !near_end(f) || near_end(f)->ended)
        return;
    memcpy(f->sent + f->sent_len, octets, len);
    f->sent_len += len;
    fuzz_want(bufferevent_write(f->wire, octets, len) == 0);
}

/* count questions of one length in one segment, the last cut short by so many octets. */
static void send_questions(struct far_end *f, struct cursor *in)
{
    uint8_t octets[2 + 255], all[sizeof octets * 80];
    size_t len = cursor_u8(in), count = 1 + cursor_u8(in) % 80, cut = cursor_u8(in) % (len + 2);
    memset(octets, cursor_u8(in) & 0x7f, sizeof octets);
    octets[0] = 0;
    octets[1] = (uint8_t)len;
    for (size_t i = 0; i < count; i++)
        memcpy(all + i * (len + 2), octets, len + 2);
    send_octets(f, all, count * (len + 2) - cut);
}

static void answer_one(struct asked *a, size_t len)
{
    static uint8_t wire[ANSWER_MAX];
    struct far_end *f = far_end_of(&a->from);
    const uint8_t length[2] = {(uint8_t)(len >> 8), (uint8_t)len};
    if (a->answered)
        return;
    a->answered = true;
    if (f && near_end(f)) {
        memset(wire, (int)(a->from.generation + len), len);
        flow_add(&f->told, length, 2);
        flow_add(&f->told, wire, len);
    }
    a->from.transport->answer(&a->from, wire, len);
}

/* The client sends no more, but reads on. While it is not read from, its end is not seen. */
static void half_close(struct far_end *f)
{
    struct connection *c = near_end(f);
    if (c && !c->paused && !c->ended)
        (void)bufferevent_flush(f->wire, EV_WRITE, BEV_FINISHED);
}

static void time_out(struct far_end *f)
{
    struct connection *c = near_end(f);
    if (c)
        on_event(c->wire, BEV_EVENT_TIMEOUT, c);
}

static void step(struct cursor *in)
{
    uint8_t what = cursor_u8(in);
    struct far_end *f = &scene.clients[what >> 4 & 3];
    if (!f->wire)
        begin_client(f);
    switch (what & 15) {
    case 0: end_client(f); return;
    case 1: half_close(f); break;
    case 2: time_out(f); break;
    case 3: scene.full = !scene.full; break;
    case 4: (void)bufferevent_disable(f->wire, EV_READ); break;
    case 5: (void)bufferevent_enable(f->wire, EV_READ); break;
    case 6:
    case 7:
    case 8:
        if (scene.asked_count)
            answer_one(&scene.asked[cursor_u8(in) % scene.asked_count],
                       HEADER_LEN + (what & 0x80 ? 65000u : cursor_u8(in)));
        break;
    case 9:
    case 10:
    case 11: send_questions(f, in); break;
    default: {
        size_t len = cursor_u8(in) % (in->left + 1);
        const uint8_t *octets = cursor_take(in, len);
        if (octets)
            send_octets(f, octets, len);
    }
    }
    if (what & 0x40 || scene.asked_count > ASKED_MAX / 2)
        turn();
}

static bool has_whole_question(const struct far_end *f)
{
    const uint8_t *next = f->sent + f->taken_len;
    size_t left = f->sent_len - f->taken_len;
    return left >= 2 && left >= 2 + (size_t)(next[0] << 8 | next[1]);
}

/* Everything answered and read: each connection that is left has had what was sent. */
static void want_settled(void)
{
    unsigned seen = 0;
    scene.full = false;
    for (unsigned i = 0; i < CLIENTS; i++)
        if (scene.clients[i].wire)
            (void)bufferevent_enable(scene.clients[i].wire, EV_READ);
    for (unsigned quiet = 0, turns = 0; quiet < 3 && turns < TURNS_MAX; turns++) {
        quiet = seen == scene.asked_count ? quiet + 1 : 0;
        for (; seen < scene.asked_count; seen++)
            answer_one(&scene.asked[seen], HEADER_LEN);
        turn();
    }
    for (unsigned i = 0; i < CLIENTS; i++) {
        const struct far_end *f = &scene.clients[i];
        const struct connection *c = f->wire ? near_end(f) : NULL;
        if (!c)
            continue;
        fuzz_want(c->waiting == 0 && unread(c) == 0);
        fuzz_want(f->told.len == f->heard.len && f->told.sum == f->heard.sum);
        fuzz_want(c->ended || !has_whole_question(f));
    }
}

static void begin_scene(void)
{
    if (scene.base)
        return;
    scene.base = event_base_new();
    fuzz_want(scene.base);
    static struct tcp_listener listener;
    listener.base = scene.base;
    listener.queries = queries;
    scene.listener = &listener;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
    struct cursor in = cursor_over(data, len);
    begin_scene();
    scene.asked_count = scene.number = 0;
    scene.full = false;
    while (in.left && !in.failed && scene.asked_count < ASKED_MAX / 2)
        step(&in);
    want_settled();
    for (unsigned i = 0; i < CLIENTS; i++)
        if (scene.clients[i].wire)
            end_client(&scene.clients[i]);
    (void)event_base_loop(scene.base, EVLOOP_NONBLOCK);
    fuzz_want(scene.listener->open == 0);
    return 0;
}
