#include "tests/fuzz/world/world.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "dnsd/stream.h"
#include "tests/fuzz/world/kernel.h"

enum { SOCKETS_MAX = 512, EVENTS_MAX = 1024, FIRST_FD = 1000, IDS_MAX = 128 };

struct event {
    bool used, pending;
    int fd;
    uint64_t at_us;
    event_callback_fn call;
    void *arg;
};

struct sock {
    bool used, refused;
    struct address own, peer;
    const uint8_t *in; /* NULL: nothing to be read */
    size_t in_len;
    uint16_t ids[IDS_MAX];
    unsigned id_count;
};

struct stream {
    bool used;
    stream_done *done;
    void *arg;
    uint16_t id;
};

static struct {
    uint64_t us, random;
    world_on_sent *on_sent;
    struct event events[EVENTS_MAX];
    struct sock sockets[SOCKETS_MAX];
    struct stream streams[SOCKETS_MAX];
    struct world_sent sent[WORLD_SENT_MAX];
    unsigned events_top, sockets_top, streams_top, sent_count, lacking;
} world;

void world_begin(uint64_t seed, world_on_sent *on_sent)
{
    memset(world.events, 0, world.events_top * sizeof *world.events);
    memset(world.sockets, 0, world.sockets_top * sizeof *world.sockets);
    memset(world.streams, 0, world.streams_top * sizeof *world.streams);
    world.events_top = world.sockets_top = world.streams_top = world.sent_count = world.lacking = 0;
    world.us = 1000000000;
    world.random = seed;
    world.on_sent = on_sent;
}

uint64_t world_ms(void)
{
    return world.us / 1000;
}

int world_clock_gettime(clockid_t id, struct timespec *t)
{
    (void)id;
    *t = (struct timespec){.tv_sec = (time_t)(world.us / 1000000),
                           .tv_nsec = (long)(world.us % 1000000) * 1000};
    return 0;
}

ssize_t world_getrandom(void *to, size_t len, unsigned flags)
{
    uint8_t *at = to;
    (void)flags;
    for (size_t i = 0; i < len; i++) {
        world.random = world.random * 6364136223846793005u + 1442695040888963407u;
        at[i] = (uint8_t)(world.random >> 56);
    }
    return (ssize_t)len;
}

/* Sockets */

static struct sock *socket_of(int fd)
{
    unsigned i = (unsigned)(fd - FIRST_FD);
    if (fd < FIRST_FD || i >= world.sockets_top || !world.sockets[i].used)
        abort(); /* a descriptor that is not open: another's, in a process with more of them */
    return &world.sockets[i];
}

int world_socket(int family, int type, int protocol)
{
    (void)family;
    (void)type;
    (void)protocol;
    unsigned i = 0;
    while (i < SOCKETS_MAX && world.sockets[i].used)
        i++;
    if (i == SOCKETS_MAX || world.lacking) {
        world.lacking -= world.lacking > 0;
        errno = EMFILE;
        return -1;
    }
    if (i == world.sockets_top)
        world.sockets_top++;
    world.sockets[i] = (struct sock){.used = true};
    return FIRST_FD + (int)i;
}

static void copy_address(struct address *to, const struct sockaddr *a, socklen_t len)
{
    *to = (struct address){0};
    memcpy(to, a, len < sizeof *to ? len : sizeof *to);
}

int world_bind(int fd, const struct sockaddr *a, socklen_t len)
{
    struct sock *s = socket_of(fd);
    copy_address(&s->own, a, len);
    for (unsigned i = 0; i < world.sockets_top; i++) {
        const struct sock *other = &world.sockets[i];
        if (other != s && other->used && address_port(&other->own) == address_port(&s->own)) {
            s->own = (struct address){0};
            errno = EADDRINUSE;
            return -1;
        }
    }
    return 0;
}

int world_connect(int fd, const struct sockaddr *a, socklen_t len)
{
    copy_address(&socket_of(fd)->peer, a, len);
    return 0;
}

int world_close(int fd)
{
    socket_of(fd)->used = false;
    for (unsigned i = 0; i < world.sent_count && i < WORLD_SENT_MAX; i++)
        if (world.sent[i].fd == fd)
            world.sent[i].fd = -1;
    return 0;
}

int world_recvmmsg(int fd, struct mmsghdr *heads, unsigned count, int flags, struct timespec *wait)
{
    struct sock *s = socket_of(fd);
    (void)flags;
    (void)wait;
    if (s->refused || !s->in || !count) {
        errno = s->refused ? ECONNREFUSED : EAGAIN;
        s->refused = false;
        return -1;
    }
    const struct iovec *part = heads->msg_hdr.msg_iov;
    size_t len = s->in_len < part->iov_len ? s->in_len : part->iov_len;
    memcpy(part->iov_base, s->in, len);
    heads->msg_len = (unsigned)len;
    heads->msg_hdr.msg_flags = len < s->in_len ? MSG_TRUNC : 0;
    s->in = NULL;
    return 1;
}

static struct world_sent *note_sent(const struct address *server, const uint8_t *query, size_t len)
{
    struct world_sent *s = &world.sent[world.sent_count++ % WORLD_SENT_MAX];
    *s = (struct world_sent){.server = *server, .len = len, .fd = -1};
    if (len > sizeof s->query)
        abort();
    memcpy(s->query, query, len);
    return s;
}

int world_sendmmsg(int fd, struct mmsghdr *heads, unsigned count, int flags)
{
    struct sock *sock = socket_of(fd);
    (void)flags;
    for (unsigned i = 0; i < count; i++) {
        const struct iovec *part = heads[i].msg_hdr.msg_iov;
        struct world_sent *s = note_sent(&sock->peer, part->iov_base, part->iov_len);
        s->fd = fd;
        s->port = address_port(&sock->own);
        sock->ids[sock->id_count++ % IDS_MAX] = message_id(s->query);
        world.on_sent(s);
    }
    return (int)count;
}

/* Connections */

struct streams *streams_new(struct event_base *base, struct source_ports *source, unsigned keep_ms)
{
    (void)base;
    (void)source;
    (void)keep_ms;
    return (struct streams *)&world;
}

void streams_free(struct streams *all)
{
    (void)all;
}

struct stream *stream_open(struct streams *all, const struct address *server, const uint8_t *query,
                           size_t len, bool again, stream_done *done, void *arg)
{
    unsigned i = 0;
    (void)all;
    (void)again;
    while (i < SOCKETS_MAX && world.streams[i].used)
        i++;
    if (i == SOCKETS_MAX || world.lacking) {
        world.lacking -= world.lacking > 0;
        return NULL;
    }
    if (i == world.streams_top)
        world.streams_top++;
    world.streams[i] = (struct stream){.used = true, .done = done, .arg = arg, .id = message_id(query)};
    struct world_sent *s = note_sent(server, query, len);
    s->call = &world.streams[i];
    world.on_sent(s);
    return &world.streams[i];
}

void stream_close(struct stream *s)
{
    if (!s->used)
        abort();
    s->used = false;
    for (unsigned i = 0; i < world.sent_count && i < WORLD_SENT_MAX; i++)
        if (world.sent[i].call == s)
            world.sent[i].call = NULL;
}

/* Events */

struct event *world_event_new(struct event_base *base, evutil_socket_t fd, short what, event_callback_fn call,
                              void *arg)
{
    unsigned i = 0;
    (void)base;
    (void)what;
    while (world.events[i].used)
        if (++i == EVENTS_MAX)
            return NULL;
    if (i == world.events_top)
        world.events_top++;
    world.events[i] = (struct event){.used = true, .fd = fd, .call = call, .arg = arg};
    return &world.events[i];
}

int world_event_add(struct event *e, const struct timeval *wait)
{
    if (!e->used)
        abort();
    e->pending = true;
    if (wait)
        e->at_us = world.us + (uint64_t)wait->tv_sec * 1000000u + (uint64_t)wait->tv_usec;
    return 0;
}

void world_event_free(struct event *e)
{
    if (!e->used)
        abort();
    *e = (struct event){0};
}

static struct event *next_timer(uint64_t until_us)
{
    struct event *next = NULL;
    for (unsigned i = 0; i < world.events_top; i++) {
        struct event *e = &world.events[i];
        if (e->used && e->pending && e->fd < 0 && e->at_us <= until_us && (!next || e->at_us < next->at_us))
            next = e;
    }
    return next;
}

void world_pass(uint64_t ms, void (*on_moment)(void))
{
    uint64_t until_us = world.us + ms * 1000;
    for (struct event *e; (e = next_timer(until_us)) != NULL;) {
        if (e->at_us > world.us)
            world.us = e->at_us;
        e->pending = false;
        e->call(-1, EV_TIMEOUT, e->arg);
        on_moment();
    }
    world.us = until_us;
}

static void make_readable(int fd)
{
    for (unsigned i = 0; i < world.events_top; i++) {
        struct event *e = &world.events[i];
        if (e->used && e->pending && e->fd == fd) {
            e->call(fd, EV_READ, e->arg);
            return;
        }
    }
}

/* Who plays it */

unsigned world_sent_count(void)
{
    return world.sent_count < WORLD_SENT_MAX ? world.sent_count : WORLD_SENT_MAX;
}

struct world_sent *world_sent_at(unsigned index)
{
    return &world.sent[(world.sent_count - 1 - index) % WORLD_SENT_MAX];
}

/* A copy of exactly its size, which may be written to, and where one octet too many is seen. */
static void end_stream(struct stream *stream, const uint8_t *wire, size_t len)
{
    const struct stream ended = *stream;
    uint8_t *copy = wire ? malloc(len ? len : 1) : NULL;
    if (copy)
        memcpy(copy, wire, len);
    stream_close(stream);
    ended.done(ended.arg, copy, copy ? len : 0);
    free(copy);
}

bool world_answer(struct world_sent *s, const uint8_t *wire, size_t len)
{
    if (s->call) {
        end_stream(s->call, wire, len);
        return true;
    }
    return world_answer_from(s, &s->server, wire, len);
}

bool world_answer_from(struct world_sent *s, const struct address *from, const uint8_t *wire, size_t len)
{
    if (s->fd < 0)
        return false;
    struct sock *sock = socket_of(s->fd);
    int fd = s->fd;
    if (!address_equal(&sock->peer, from))
        return true;
    sock->in = wire;
    sock->in_len = len;
    make_readable(fd);
    sock->in = NULL;
    return true;
}

bool world_refuse(struct world_sent *s)
{
    if (s->call) {
        end_stream(s->call, NULL, 0);
        return true;
    }
    if (s->fd < 0)
        return false;
    socket_of(s->fd)->refused = true;
    make_readable(s->fd);
    return true;
}

bool world_knows_id(const struct world_sent *s, uint16_t id)
{
    if (s->call)
        return ((struct stream *)s->call)->id == id;
    if (s->fd < 0)
        return false;
    const struct sock *sock = socket_of(s->fd);
    for (unsigned i = 0; i < sock->id_count && i < IDS_MAX; i++)
        if (sock->ids[i] == id)
            return true;
    return false;
}

void world_run_out(unsigned sockets)
{
    world.lacking = sockets;
}

unsigned world_held(void)
{
    unsigned held = 0;
    for (unsigned i = 0; i < world.events_top; i++)
        held += world.events[i].used;
    for (unsigned i = 0; i < world.sockets_top; i++)
        held += world.sockets[i].used;
    for (unsigned i = 0; i < world.streams_top; i++)
        held += world.streams[i].used;
    return held;
}
