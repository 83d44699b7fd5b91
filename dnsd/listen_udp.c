#include "dnsd/listen_udp.h"

#include <errno.h>
#include <linux/sock_diag.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "dnsd/clock.h"
#include "dnsd/share.h"

enum {
    BATCH = 32,
    ROUNDS = 4,           /* batches a turn: others want to be heard too */
    QUERY_ROOM = 1024,    /* a longer one is cut, and so malformed */
    ANSWERS_ROOM = 70000, /* octets of answers until the flush: one of the longest, or many short ones */
    RECEIVE_BUFFER = 1 << 20,
};

struct udp_listener {
    int fd;
    struct event *event;
    struct queries *queries;
    unsigned queued;
    size_t used;
    uint32_t overflows; /* of the socket, as far as is known */
    struct shares shares;
    struct random random;
    struct address to[BATCH];
    struct iovec out[BATCH];
    struct address from[BATCH];
    uint8_t in[BATCH][QUERY_ROOM];
    uint8_t answers[ANSWERS_ROOM];
};

static void answer(const struct client *c, const uint8_t *wire, size_t len)
{
    struct udp_listener *u = c->of;
    if (u->queued == BATCH || len > sizeof u->answers - u->used)
        udp_flush(u);
    if (len > sizeof u->answers)
        return;
    memcpy(u->answers + u->used, wire, len);
    u->to[u->queued] = c->peer;
    u->out[u->queued++] = (struct iovec){.iov_base = u->answers + u->used, .iov_len = len};
    u->used += len;
}

static const struct transport transport = {.answer = answer};

static int receive(struct udp_listener *u, struct mmsghdr *heads, struct iovec *parts)
{
    for (unsigned i = 0; i < BATCH; i++) {
        parts[i] = (struct iovec){.iov_base = u->in[i], .iov_len = QUERY_ROOM};
        heads[i] = (struct mmsghdr){.msg_hdr = {.msg_name = &u->from[i],
                                                .msg_namelen = sizeof u->from[i],
                                                .msg_iov = &parts[i],
                                                .msg_iovlen = 1}};
    }
    return recvmmsg(u->fd, heads, BATCH, MSG_DONTWAIT, NULL);
}

/* The kernel drops what does not fit the socket, whoever sent it: then the one who fills it has its share and
 * no more. gVisor counts no such drops, and shares nothing out. */
static void look_for_overflow(struct udp_listener *u)
{
    uint32_t counts[SK_MEMINFO_VARS] = {0};
    socklen_t len = sizeof counts;
    if (getsockopt(u->fd, SOL_SOCKET, SO_MEMINFO, counts, &len) != 0 ||
        counts[SK_MEMINFO_DROPS] == u->overflows)
        return;
    u->overflows = counts[SK_MEMINFO_DROPS];
    share_overflowed(&u->shares, clock_ms());
}

static bool is_too_many(struct udp_listener *u, const struct address *from)
{
    return share_is_scarce(&u->shares) && !share_take(&u->shares, &u->random, from, clock_ms());
}

static void on_readable(evutil_socket_t fd, short what, void *arg)
{
    struct udp_listener *u = arg;
    struct mmsghdr heads[BATCH];
    struct iovec parts[BATCH];
    (void)fd;
    (void)what;
    for (int round = 0; round < ROUNDS && u->queries; round++) {
        int count = receive(u, heads, parts);
        for (int i = 0; i < count; i++) {
            struct client c = {.transport = &transport, .of = u, .peer = u->from[i]};
            if (is_too_many(u, &c.peer))
                queries_drop(u->queries, &c);
            else
                queries_take(u->queries, &c, u->in[i], heads[i].msg_len);
        }
        if (count < BATCH)
            return;
    }
    look_for_overflow(u);
}

static int bind_to(const struct address *a)
{
    int fd = socket(a->any.sa_family, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), size = RECEIVE_BUFFER,
        yes = 1;
    if (fd < 0)
        return -1;
    (void)setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &size,
                     sizeof size); /* bursts; the system's default will do */
    if (a->any.sa_family == AF_INET6)
        (void)setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &yes, sizeof yes);
    if (bind(fd, &a->any, address_len(a)) == 0)
        return fd;
    int why = errno;
    close(fd);
    errno = why;
    return -1;
}

int udp_open(struct event_base *base, const struct address *a, struct udp_listener **out)
{
    int fd = bind_to(a);
    struct udp_listener *u =
        fd < 0 ? NULL : malloc(sizeof *u); /* not zeroed: untouched buffers cost nothing */
    if (!u) {
        if (fd >= 0)
            close(fd);
        return -1;
    }
    u->fd = fd;
    u->queries = NULL;
    u->queued = 0;
    u->used = 0;
    u->overflows = 0;
    u->shares.scarce_until_ms = 0;
    u->random.left = 0;
    u->event = event_new(base, fd, EV_READ | EV_PERSIST, on_readable, u);
    if (u->event) {
        *out = u;
        return 0;
    }
    udp_close(u);
    errno = ENOMEM;
    return -1;
}

void udp_serve(struct udp_listener *u, struct queries *queries)
{
    u->queries = queries;
    if (queries)
        (void)event_add(u->event, NULL);
    else
        (void)event_del(u->event);
}

void udp_flush(struct udp_listener *u)
{
    struct mmsghdr heads[BATCH];
    for (unsigned i = 0; i < u->queued; i++)
        heads[i] = (struct mmsghdr){.msg_hdr = {.msg_name = &u->to[i],
                                                .msg_namelen = address_len(&u->to[i]),
                                                .msg_iov = &u->out[i],
                                                .msg_iovlen = 1}};
    for (unsigned done = 0; done < u->queued;) {
        int sent = sendmmsg(u->fd, heads + done, u->queued - done, MSG_DONTWAIT);
        if (sent < 0 && errno == EINTR)
            continue;
        done += sent > 0 ? (unsigned)sent : 1; /* one that cannot be sent is lost, not the rest */
    }
    u->queued = 0;
    u->used = 0;
}

void udp_close(struct udp_listener *u)
{
    if (!u)
        return;
    if (u->event)
        event_free(u->event);
    close(u->fd);
    free(u);
}
