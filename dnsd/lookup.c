#include "dnsd/lookup.h"

/* 1.34 deprecates what 1.18 has in its place; both have these, and they do what is wanted. */
#define CARES_NO_DEPRECATED
#include <ares.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include "common/dname.h"

enum {
    TIMEOUT_MS = 1000,
    TRIES = 3,
    EDNS_SIZE = 4096, /* what upstream may send over UDP */
    WATCHES_MAX = 64, /* sockets of both channels */
};

/* A socket of a channel, watched for it. */
struct watch {
    struct event *event;
    struct channel *channel;
    ares_socket_t fd;
};

/* One for UDP, one for clients that came over TCP. */
struct channel {
    struct lookup *lookup;
    ares_channel ares;
    struct event *timer;
};

struct lookup {
    struct event_base *base;
    const struct config *config;
    struct source_ports *ports;
    struct random random;
    struct channel udp, tcp;
    struct watch watches[WATCHES_MAX];
};

/* What travels through c-ares with a question. */
struct question {
    lookup_done *done;
    void *arg;
};

static void set_timer(struct channel *c)
{
    struct timeval room, *next = ares_timeout(c->ares, NULL, &room);
    if (next)
        (void)evtimer_add(c->timer, next);
    else
        (void)evtimer_del(c->timer);
}

static void on_timer(evutil_socket_t fd, short what, void *arg)
{
    struct channel *c = arg;
    (void)fd;
    (void)what;
    ares_process_fd(c->ares, ARES_SOCKET_BAD, ARES_SOCKET_BAD);
    set_timer(c);
}

static void on_ready(evutil_socket_t fd, short what, void *arg)
{
    struct channel *c = ((struct watch *)arg)->channel; /* the watch may end within the call */
    ares_process_fd(c->ares, what & EV_READ ? fd : ARES_SOCKET_BAD, what & EV_WRITE ? fd : ARES_SOCKET_BAD);
    set_timer(c);
}

static struct watch *find_watch(struct lookup *l, ares_socket_t fd)
{
    struct watch *spare = NULL;
    for (size_t i = 0; i < WATCHES_MAX; i++) {
        if (l->watches[i].event && l->watches[i].fd == fd)
            return &l->watches[i];
        if (!l->watches[i].event && !spare)
            spare = &l->watches[i];
    }
    return spare;
}

/* c-ares says what it wants to hear of a socket. */
static void on_state(void *arg, ares_socket_t fd, int readable, int writable)
{
    struct channel *c = arg;
    struct watch *w = find_watch(c->lookup, fd);
    if (!w)
        return; /* the timeout ends what waits on it */
    if (w->event)
        event_free(w->event);
    w->event = NULL;
    if (!readable && !writable)
        return;
    short what = (short)((readable ? EV_READ : 0) | (writable ? EV_WRITE : 0) | EV_PERSIST);
    w->fd = fd;
    w->channel = c;
    w->event = event_new(c->lookup->base, fd, what, on_ready, w);
    if (w->event && event_add(w->event, NULL) != 0) {
        event_free(w->event);
        w->event = NULL;
    }
}

/* Sockets on ports of our range. */
static ares_socket_t open_socket(int family, int type, int protocol, void *arg)
{
    (void)protocol;
    struct lookup *l = arg;
    return source_port_open(l->ports, family, type);
}

static int close_socket(ares_socket_t fd, void *arg)
{
    (void)arg;
    return close(fd);
}

static int connect_socket(ares_socket_t fd, const struct sockaddr *to, ares_socklen_t len, void *arg)
{
    (void)arg;
    return connect(fd, to, len);
}

static ares_ssize_t receive(ares_socket_t fd, void *to, size_t len, int flags, struct sockaddr *from,
                            ares_socklen_t *from_len, void *arg)
{
    (void)arg;
    return recvfrom(fd, to, len, flags, from, from_len);
}

/* c-ares from 1.31 on puts a cookie (RFC 7873) into what goes over UDP; nothing of ours goes upstream but the
 * question. Over TCP two octets of length stand before the message, and where a count of one question would
 * be. */
static ares_ssize_t send_parts(ares_socket_t fd, const struct iovec *parts, int count, void *arg)
{
    uint8_t query[EDNS_SIZE];
    (void)arg;
    const uint8_t *octets = count == 1 ? parts[0].iov_base : NULL;
    size_t len = count == 1 ? parts[0].iov_len : 0;
    bool datagram = octets && len >= HEADER_LEN && len <= sizeof query && octets[4] == 0 && octets[5] == 1;
    if (!datagram)
        return writev(fd, parts, count);
    memcpy(query, octets, len);
    size_t kept = message_drop_options(query, len);
    ssize_t sent = send(fd, query, kept, 0);
    return sent == (ssize_t)kept ? (ares_ssize_t)len : sent;
}

static const struct ares_socket_functions sockets = {open_socket, close_socket, connect_socket, receive,
                                                     send_parts};

static int set_servers(struct channel *c, const struct config *config)
{
    struct ares_addr_port_node nodes[CONFIG_SERVERS_MAX] = {0};
    for (unsigned i = 0; i < config->upstream.server_count; i++) {
        const struct address *a = &config->upstream.servers[i].address;
        nodes[i].family = a->any.sa_family;
        nodes[i].udp_port = nodes[i].tcp_port = address_port(a);
        if (a->any.sa_family == AF_INET)
            memcpy(&nodes[i].addr.addr4, &a->v4.sin_addr, sizeof a->v4.sin_addr);
        else
            memcpy(&nodes[i].addr.addr6, &a->v6.sin6_addr, sizeof a->v6.sin6_addr);
        nodes[i].next = i + 1 < config->upstream.server_count ? &nodes[i + 1] : NULL;
    }
    return ares_set_servers_ports(c->ares, nodes);
}

/* Neither /etc/resolv.conf nor /etc/hosts nor a search list is for c-ares to decide on. */
static int open_channel(struct lookup *l, struct channel *c, int flags)
{
    struct ares_options o = {
        .flags = ARES_FLAG_NOCHECKRESP | ARES_FLAG_NOSEARCH | ARES_FLAG_NOALIASES | ARES_FLAG_EDNS | flags,
        .timeout = TIMEOUT_MS,
        .tries = TRIES,
        .ednspsz = EDNS_SIZE,
        .sock_state_cb = on_state,
        .sock_state_cb_data = c,
    };
    int mask =
        ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_EDNSPSZ | ARES_OPT_SOCK_STATE_CB;
#ifdef ARES_OPT_QUERY_CACHE
    o.qcache_max_ttl = 0; /* newer c-ares would answer from memory, and Cilium would not see the lookup */
    mask |= ARES_OPT_QUERY_CACHE;
#endif
    c->lookup = l;
    int status = ares_init_options(&c->ares, &o, mask);
    if (status != ARES_SUCCESS)
        return status;
    ares_set_socket_functions(c->ares, &sockets, l);
    c->timer = evtimer_new(l->base, on_timer, c);
    return c->timer ? set_servers(c, l->config) : ARES_ENOMEM;
}

static void close_channel(struct channel *c)
{
    if (c->ares)
        ares_destroy(c->ares);
    if (c->timer)
        event_free(c->timer);
}

int lookup_new(struct event_base *base, const struct config *config, struct source_ports *ports,
               struct lookup **out, struct diag *err)
{
    struct lookup *l = calloc(1, sizeof *l);
    if (!l)
        return diag_say(err, "no memory");
    l->base = base;
    l->ports = ports;
    l->config = config;
    int status = open_channel(l, &l->udp, 0);
    if (status == ARES_SUCCESS) {
        *out = l;
        return 0;
    }
    lookup_free(l);
    return diag_say(err, "c-ares cannot be set up: %s", ares_strerror(status));
}

static void on_answer(void *arg, int status, int timeouts, unsigned char *wire, int len)
{
    struct question q = *(struct question *)arg;
    (void)timeouts;
    free(arg);
    bool good = status == ARES_SUCCESS && wire && len >= HEADER_LEN;
    q.done(q.arg, good ? wire : NULL, good ? (size_t)len : 0);
}

/* A channel takes about 100 KB, so that of TCP waits until a client comes over TCP. NULL: no memory. */
static struct channel *channel_of(struct lookup *l, bool tcp)
{
    if (!tcp)
        return &l->udp;
    if (!l->tcp.ares && open_channel(l, &l->tcp, ARES_FLAG_USEVC) != ARES_SUCCESS) {
        close_channel(&l->tcp);
        l->tcp = (struct channel){0};
    }
    return l->tcp.ares ? &l->tcp : NULL;
}

void lookup_start(struct lookup *l, const struct request *r, const uint8_t *target, bool tcp,
                  lookup_done *done, void *arg)
{
    struct channel *c = channel_of(l, tcp);
    uint8_t query[QUERY_LEN_MAX];
    struct request own = *r;
    struct question *q = c ? malloc(sizeof *q) : NULL;
    if (!q) {
        done(arg, NULL, 0);
        return;
    }
    *q = (struct question){.done = done, .arg = arg};
    own.has_opt = true; /* without one c-ares takes every answer above 512 octets for cut */
    own.udp_size = EDNS_SIZE;
    size_t len = message_query(&own, target, random_u16(&l->random), EDNS_SIZE, query);
    ares_send(c->ares, query, (int)len, on_answer, q);
    set_timer(c);
}

void lookup_free(struct lookup *l)
{
    if (!l)
        return;
    close_channel(&l->udp);
    close_channel(&l->tcp);
    for (size_t i = 0; i < WATCHES_MAX; i++)
        if (l->watches[i].event)
            event_free(l->watches[i].event);
    free(l);
}
