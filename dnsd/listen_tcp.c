#include "dnsd/listen_tcp.h"

#include <errno.h>
#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "dnsd/acceptor.h"
#include "dnsd/give_back.h"
#include "dnsd/message.h"

enum {
    BACKLOG = 128,
    CONNECTION_QUERIES_MAX = 64, /* of one connection at a time */
};

struct connection {
    struct tcp_listener *of;
    struct bufferevent *wire; /* NULL: not in use */
    struct address peer;
    uint32_t generation; /* one more for each client that had this place */
    uint64_t used;       /* last: the listener's count of uses then */
    unsigned waiting;    /* questions not answered yet */
    bool paused, ended;  /* ended: nothing more will come, but answers may go */
};

struct tcp_listener {
    struct event_base *base;
    struct acceptor acceptor;
    struct queries *queries;
    bool any_paused;
    bool crowded; /* every place was taken since none was */
    unsigned open;
    uint64_t uses; /* by any connection: tells who is idle longest, however much happens in a millisecond */
    struct connection connections[TCP_CONNECTIONS_MAX];
};

static void drop(struct connection *c)
{
    bufferevent_free(c->wire);
    c->wire = NULL;
    c->generation++;
    c->of->open--;
    if (c->of->open == 0 && c->of->crowded) {
        c->of->crowded = false;
        give_back_freed();
    }
}

static size_t unread(const struct connection *c)
{
    return evbuffer_get_length(bufferevent_get_output(c->wire));
}

static void answer(const struct client *to, const uint8_t *wire, size_t len)
{
    struct connection *c = to->of;
    const uint8_t length[2] = {(uint8_t)(len >> 8), (uint8_t)len};
    if (!c->wire || c->generation != to->generation)
        return;
    c->waiting--;
    if (bufferevent_write(c->wire, length, 2) != 0 || bufferevent_write(c->wire, wire, len) != 0)
        drop(c);
}

static const struct transport transport = {.answer = answer, .stream = true};

static bool must_wait(const struct connection *c)
{
    return c->waiting >= CONNECTION_QUERIES_MAX || unread(c) > TCP_OUTPUT_MAX;
}

/* The next question, behind its length, that is whole; NULL: there is none yet. */
static const uint8_t *next_question(struct evbuffer *in, size_t *len)
{
    uint8_t length[2];
    if (evbuffer_copyout(in, length, 2) < 2)
        return NULL;
    *len = (size_t)(length[0] << 8 | length[1]);
    return evbuffer_get_length(in) < *len + 2 ? NULL : evbuffer_pullup(in, (ev_ssize_t)*len + 2);
}

static void take_one(struct connection *c, const uint8_t *all, size_t len)
{
    struct client from = {.transport = &transport, .of = c, .generation = c->generation, .peer = c->peer};
    c->waiting++;
    if (len < HEADER_LEN || all[4] & 0x80)
        c->waiting--; /* dropped: no answer will come */
    queries_take(c->of->queries, &from, all + 2, len);
    if (c->wire && c->generation == from.generation)
        evbuffer_drain(bufferevent_get_input(c->wire), len + 2);
}

static void pause_reading(struct connection *c)
{
    c->paused = c->of->any_paused = true;
    (void)bufferevent_disable(c->wire, EV_READ);
}

static void take_all(struct connection *c)
{
    uint32_t generation = c->generation;
    c->paused = false;
    c->used = c->of->uses++;
    while (c->wire && c->generation == generation && c->of->queries) {
        size_t len;
        const uint8_t *all = next_question(bufferevent_get_input(c->wire), &len);
        if (!all)
            break;
        bool full = queries_are_full(c->of->queries) && !queries_may_take(c->of->queries, all + 2, len);
        if (full || must_wait(c)) {
            pause_reading(c);
            return;
        }
        take_one(c, all, len);
    }
    if (c->wire && c->generation == generation && !c->ended)
        (void)bufferevent_enable(c->wire, EV_READ);
}

/* Each read is of some KB, and leaves less than one whole question, or is the last for now: no watermark is
 * wanted, for which libevent would need memory, and not look whether it has it. */
static void on_read(struct bufferevent *wire, void *arg)
{
    (void)wire;
    take_all(arg);
}

/* A client that closed its side may still read answers. */
static void on_write(struct bufferevent *wire, void *arg)
{
    struct connection *c = arg;
    (void)wire;
    if (c->ended && c->waiting == 0)
        drop(c);
}

static void on_event(struct bufferevent *wire, short what, void *arg)
{
    struct connection *c = arg;
    (void)wire;
    if (what & BEV_EVENT_EOF && c->waiting > 0) {
        c->ended = true;
        return;
    }
    if (what & (BEV_EVENT_EOF | BEV_EVENT_ERROR | BEV_EVENT_TIMEOUT))
        drop(c);
}

static struct connection *free_place(struct tcp_listener *t)
{
    for (unsigned i = 0; i < TCP_CONNECTIONS_MAX; i++)
        if (!t->connections[i].wire)
            return &t->connections[i];
    struct connection *idle = NULL;
    for (unsigned i = 0; i < TCP_CONNECTIONS_MAX; i++) {
        struct connection *c = &t->connections[i];
        if (c->waiting == 0 && unread(c) == 0 && (!idle || c->used < idle->used))
            idle = c;
    }
    if (idle)
        drop(idle);
    return idle;
}

static void on_accepted(void *arg, evutil_socket_t fd, const struct address *from)
{
    static const struct timeval idle = {.tv_sec = TCP_IDLE_S};
    struct tcp_listener *t = arg;
    struct connection *c = free_place(t);
    struct bufferevent *wire = c ? bufferevent_socket_new(t->base, fd, BEV_OPT_CLOSE_ON_FREE) : NULL;
    if (!wire) {
        close(fd);
        return;
    }
    c->of = t;
    c->wire = wire;
    c->waiting = 0;
    t->open++;
    t->crowded |= t->open == TCP_CONNECTIONS_MAX;
    c->used = t->uses++;
    c->paused = c->ended = false;
    c->peer = *from;
    bufferevent_setcb(wire, on_read, on_write, on_event, c);
    if (bufferevent_set_timeouts(wire, &idle, &idle) != 0 ||
        bufferevent_enable(wire, EV_READ | EV_WRITE) != 0)
        drop(c);
}

static int bind_to(const struct address *a)
{
    int fd = socket(a->any.sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), yes = 1;
    if (fd < 0)
        return -1;
    /* A restart must not wait for the connections of the one before. */
    (void)setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (a->any.sa_family == AF_INET6)
        (void)setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &yes, sizeof yes);
    if (bind(fd, &a->any, address_len(a)) == 0 && listen(fd, BACKLOG) == 0)
        return fd;
    int why = errno;
    close(fd);
    errno = why;
    return -1;
}

int tcp_open(struct event_base *base, const struct address *a, struct tcp_listener **out)
{
    int fd = bind_to(a);
    struct tcp_listener *t = fd < 0 ? NULL : calloc(1, sizeof *t);
    if (!t) {
        if (fd >= 0)
            close(fd);
        return -1;
    }
    t->base = base;
    if (acceptor_open(&t->acceptor, base, fd, on_accepted, t) == 0) {
        *out = t;
        return 0;
    }
    free(t);
    errno = ENOMEM;
    return -1;
}

void tcp_serve(struct tcp_listener *t, struct queries *queries)
{
    t->queries = queries;
    if (queries)
        acceptor_start(&t->acceptor);
    else
        acceptor_stop(&t->acceptor);
    for (unsigned i = 0; i < TCP_CONNECTIONS_MAX; i++)
        if (t->connections[i].wire && !queries)
            (void)bufferevent_disable(t->connections[i].wire, EV_READ);
}

void tcp_resume(struct tcp_listener *t)
{
    if (!t->any_paused || !t->queries || queries_are_full(t->queries))
        return;
    t->any_paused = false;
    for (unsigned i = 0; i < TCP_CONNECTIONS_MAX; i++)
        if (t->connections[i].wire && t->connections[i].paused)
            take_all(&t->connections[i]);
}

void tcp_close(struct tcp_listener *t)
{
    if (!t)
        return;
    for (unsigned i = 0; i < TCP_CONNECTIONS_MAX; i++)
        if (t->connections[i].wire)
            drop(&t->connections[i]);
    acceptor_close(&t->acceptor);
    free(t);
}
