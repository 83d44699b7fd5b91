#include "dnsd/stream.h"

#include <errno.h>
#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "dnsd/message.h"

/* A connection that nobody asks over. */
struct idle {
    struct streams *of;
    struct bufferevent *wire; /* NULL: none */
    struct address server;
};

struct streams {
    struct event_base *base;
    struct source_ports *source;
    unsigned keep_ms;
    struct idle idle[STREAMS_KEPT_MAX];
};

struct stream {
    struct streams *of;
    struct bufferevent *wire;
    struct address server;
    stream_done *done;
    void *arg;
    bool kept; /* the connection has answered another question before */
    uint16_t query_len;
    uint8_t query[QUERY_LEN_MAX];
};

struct streams *streams_new(struct event_base *base, struct source_ports *source, unsigned keep_ms)
{
    struct streams *all = calloc(1, sizeof *all);
    if (!all)
        return NULL;
    all->base = base;
    all->source = source;
    all->keep_ms = keep_ms;
    return all;
}

static void drop(struct idle *idle)
{
    if (idle->wire)
        bufferevent_free(idle->wire);
    *idle = (struct idle){0};
}

/* Ends a connection that is not kept with a reset: one ended in good order would hold its port for a minute
 * more, so that a workload could use up every port in seconds. */
static void reset(struct bufferevent *wire)
{
    const struct linger at_once = {.l_onoff = 1, .l_linger = 0};
    (void)setsockopt(bufferevent_getfd(wire), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    bufferevent_free(wire);
}

void streams_free(struct streams *all)
{
    for (unsigned i = 0; all && i < STREAMS_KEPT_MAX; i++)
        drop(&all->idle[i]);
    free(all);
}

/* Whatever comes unasked ends it too. */
static void on_idle_read(struct bufferevent *wire, void *arg)
{
    (void)wire;
    drop(arg);
}

static void on_idle_event(struct bufferevent *wire, short what, void *arg)
{
    (void)wire;
    (void)what;
    drop(arg);
}

static void keep(struct streams *all, struct bufferevent *wire, const struct address *server)
{
    const struct timeval most = {.tv_sec = (time_t)(all->keep_ms / 1000),
                                 .tv_usec = (suseconds_t)(all->keep_ms % 1000 * 1000)};
    unsigned i = 0;
    while (i < STREAMS_KEPT_MAX && all->idle[i].wire)
        i++;
    if (all->keep_ms == 0 || i == STREAMS_KEPT_MAX || evbuffer_get_length(bufferevent_get_input(wire)) ||
        bufferevent_set_timeouts(wire, &most, NULL) != 0) {
        reset(wire);
        return;
    }
    all->idle[i] = (struct idle){.of = all, .wire = wire, .server = *server};
    bufferevent_setcb(wire, on_idle_read, NULL, on_idle_event, &all->idle[i]);
}

/* One kept to that server; NULL: none. */
static struct bufferevent *take_kept(struct streams *all, const struct address *server)
{
    for (unsigned i = 0; i < STREAMS_KEPT_MAX; i++) {
        struct bufferevent *wire = all->idle[i].wire;
        if (!wire || !address_equal(&all->idle[i].server, server))
            continue;
        all->idle[i] = (struct idle){0};
        return bufferevent_set_timeouts(wire, NULL, NULL) == 0 ? wire : (reset(wire), NULL);
    }
    return NULL;
}

/* One of them was silent, and so may the others be. */
static void drop_kept(struct streams *all, const struct address *server)
{
    for (unsigned i = 0; i < STREAMS_KEPT_MAX; i++)
        if (all->idle[i].wire && address_equal(&all->idle[i].server, server))
            drop(&all->idle[i]);
}

static struct bufferevent *connect_to(struct streams *all, const struct address *server)
{
    int fd = source_port_open(all->source, server->any.sa_family, SOCK_STREAM);
    if (fd < 0)
        return NULL;
    if (connect(fd, &server->any, address_len(server)) == 0 || errno == EINPROGRESS) {
        struct bufferevent *wire =
            bufferevent_socket_new(all->base, fd, BEV_OPT_CLOSE_ON_FREE | BEV_OPT_DEFER_CALLBACKS);
        if (wire)
            return wire;
    }
    close(fd);
    return NULL;
}

static void on_read(struct bufferevent *wire, void *arg);
static void on_event(struct bufferevent *wire, short what, void *arg);

static bool ask(struct stream *s)
{
    const uint8_t length[2] = {(uint8_t)(s->query_len >> 8), (uint8_t)s->query_len};
    if (!s->wire)
        return false;
    bufferevent_setcb(s->wire, on_read, NULL, on_event, s);
    bufferevent_setwatermark(s->wire, EV_READ, 0, MESSAGE_MAX + 2);
    return bufferevent_write(s->wire, length, 2) == 0 &&
           bufferevent_write(s->wire, s->query, s->query_len) == 0 &&
           bufferevent_enable(s->wire, EV_READ | EV_WRITE) == 0;
}

static void on_read(struct bufferevent *wire, void *arg)
{
    struct stream *s = arg;
    struct evbuffer *in = bufferevent_get_input(wire);
    uint8_t length[2];
    if (evbuffer_copyout(in, length, 2) < 2)
        return;
    size_t len = (size_t)(length[0] << 8 | length[1]);
    if (evbuffer_get_length(in) < len + 2)
        return;
    uint8_t *all = evbuffer_pullup(in, (ev_ssize_t)len + 2);
    const struct stream ended = *s;
    free(s);
    bufferevent_setcb(wire, NULL, NULL, NULL, NULL);
    ended.done(ended.arg, all ? all + 2 : NULL,
               all ? len : 0); /* the octets lie in the connection's buffer */
    evbuffer_drain(in, len + 2);
    keep(ended.of, wire, &ended.server);
}

/* A server may close a kept connection at any time, and the question then goes over another: RFC 7766 6.2.4.
 */
static void on_event(struct bufferevent *wire, short what, void *arg)
{
    struct stream *s = arg;
    if (!(what & (BEV_EVENT_ERROR | BEV_EVENT_EOF)))
        return;
    bufferevent_free(wire);
    s->wire = s->kept ? connect_to(s->of, &s->server) : NULL;
    s->kept = false;
    if (ask(s))
        return;
    stream_done *done = s->done;
    void *told = s->arg;
    stream_close(s);
    done(told, NULL, 0);
}

struct stream *stream_open(struct streams *all, const struct address *server, const uint8_t *query,
                           size_t len, bool again, stream_done *done, void *arg)
{
    struct stream *s = calloc(1, sizeof *s);
    if (!s)
        return NULL;
    *s = (struct stream){.of = all, .server = *server, .done = done, .arg = arg, .query_len = (uint16_t)len};
    memcpy(s->query, query, len);
    s->wire = again ? NULL : take_kept(all, server);
    s->kept = s->wire;
    if (!s->wire)
        s->wire = connect_to(all, server);
    if (ask(s))
        return s;
    stream_close(s);
    return NULL;
}

void stream_close(struct stream *s)
{
    if (s->kept)
        drop_kept(s->of, &s->server);
    if (s->wire)
        reset(s->wire);
    free(s);
}
