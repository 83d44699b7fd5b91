#include "dnsd/lookup.h"

/* 1.34 deprecates what 1.18 has in its place; both have these, and they do what is wanted. */
#define CARES_NO_DEPRECATED
#include <ares.h>
#include <arpa/inet.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>

#include "common/dname.h"

enum {
    TIMEOUT_MS = 10000, /* longer than the relay ever takes: no time-out is c-ares's to decide */
    EDNS_SIZE = 4096,   /* what upstream may send over UDP */
    FRAME_LEN = 2,      /* before a message over TCP: RFC 1035 4.2.2 */
    SENT_MAX = FRAME_LEN + QUERY_LEN_MAX + 64, /* c-ares from 1.31 on adds a cookie, which goes no further */
    FIRST_SOCKET = 1 << 30,                    /* no descriptor of the system's: a slip hits nothing */
};

/* What c-ares would read from a socket. */
struct inbox {
    ares_socket_t socket;
    const uint8_t *wire; /* NULL: nothing */
    size_t len;
    size_t at; /* read so far of a stream, where a frame stands before it */
};

/* One for UDP, one for what is asked over TCP from the start. */
struct channel {
    struct lookup *lookup;
    ares_channel ares;
    ares_socket_t wants_to_write; /* ARES_SOCKET_BAD: none */
};

struct question {
    struct waiter waiter;
    struct channel *channel;
    lookup_done *done; /* NULL: called */
    void *arg;
    struct request request; /* of the target */
    ares_socket_t socket;   /* what c-ares sent it through, and under which ID */
    uint16_t id;
    bool asking;  /* the relay will call */
    bool crowded; /* there was no room for what c-ares sent last */
    bool failed;  /* the answer that ends it is our own */
    enum lookup_fault why;
};

struct lookup {
    struct relay *relay;
    struct channel udp, tcp;
    struct question *current; /* what c-ares is at work on */
    struct inbox inbox;
    struct random random;
    unsigned sockets; /* made so far */
};

/* c-ares knows one server; which one is really asked is the relay's to say. */
static struct sockaddr_in the_server(void)
{
    return (struct sockaddr_in){
        .sin_family = AF_INET, .sin_port = htons(53), .sin_addr = {htonl(INADDR_LOOPBACK)}};
}

/* The sockets: numbers that tell the two kinds apart. */

static bool is_stream(ares_socket_t s)
{
    return s & 1;
}

static ares_socket_t open_socket(int family, int type, int protocol, void *arg)
{
    struct lookup *l = arg;
    (void)family;
    (void)protocol;
    l->sockets = (l->sockets + 2) % FIRST_SOCKET;
    return (ares_socket_t)(FIRST_SOCKET + l->sockets + (type == SOCK_STREAM));
}

static int close_socket(ares_socket_t s, void *arg)
{
    (void)s;
    (void)arg;
    return 0;
}

static int connect_socket(ares_socket_t s, const struct sockaddr *to, ares_socklen_t len, void *arg)
{
    (void)s;
    (void)to;
    (void)len;
    (void)arg;
    return 0;
}

/* The next octets of a message and the frame before it. */
static size_t read_stream(struct inbox *in, uint8_t *to, size_t room)
{
    const uint8_t frame[FRAME_LEN] = {(uint8_t)(in->len >> 8), (uint8_t)in->len};
    size_t done = 0;
    for (; done < room && in->at < in->len + FRAME_LEN; in->at++)
        to[done++] = in->at < FRAME_LEN ? frame[in->at] : in->wire[in->at - FRAME_LEN];
    if (in->at == in->len + FRAME_LEN)
        in->wire = NULL;
    return done;
}

static ares_ssize_t receive(ares_socket_t s, void *to, size_t room, int flags, struct sockaddr *from,
                            ares_socklen_t *from_len, void *arg)
{
    struct inbox *in = &((struct lookup *)arg)->inbox;
    (void)flags;
    if (!in->wire || in->socket != s || room == 0) {
        errno = EWOULDBLOCK;
        return -1;
    }
    if (is_stream(s))
        return (ares_ssize_t)read_stream(in, to, room);
    size_t len = in->len < room ? in->len : room;
    memcpy(to, in->wire, len);
    in->wire = NULL;
    const struct sockaddr_in server = the_server();
    if (from && from_len && *from_len >= sizeof server) {
        memcpy(from, &server, sizeof server);
        *from_len = sizeof server;
    }
    return (ares_ssize_t)len;
}

static size_t gather(const struct iovec *parts, int count, uint8_t to[SENT_MAX])
{
    size_t len = 0;
    for (int i = 0; i < count; i++) {
        if (parts[i].iov_len > SENT_MAX - len)
            return 0;
        memcpy(to + len, parts[i].iov_base, parts[i].iov_len);
        len += parts[i].iov_len;
    }
    return len;
}

/* A question that goes on its way. One that c-ares grew tired of, but not the relay, is on it already. */
static ares_ssize_t send_parts(ares_socket_t s, const struct iovec *parts, int count, void *arg)
{
    struct lookup *l = arg;
    struct question *q = l->current;
    struct request r;
    uint8_t octets[SENT_MAX];
    size_t len = gather(parts, count, octets), frame = is_stream(s) ? FRAME_LEN : 0;
    if (!q || len < frame || message_parse(octets + frame, len - frame, &r) != VERDICT_SERVE) {
        errno = EINVAL;
        return -1;
    }
    const struct relay_way way = {.tcp = is_stream(s), .persistent = true, .own = true};
    q->socket = s;
    q->id = r.id;
    if (!q->asking)
        q->asking = relay_start(l->relay, &r, way, &q->waiter);
    q->crowded = !q->asking;
    return (ares_ssize_t)len;
}

static const struct ares_socket_functions sockets = {open_socket, close_socket, connect_socket, receive,
                                                     send_parts};

static void on_state(void *arg, ares_socket_t s, int readable, int writable)
{
    struct channel *c = arg;
    (void)readable; /* it is told when there is something */
    if (writable)
        c->wants_to_write = s;
    else if (c->wants_to_write == s)
        c->wants_to_write = ARES_SOCKET_BAD;
}

static void let_write(struct channel *c)
{
    ares_socket_t s = c->wants_to_write;
    c->wants_to_write = ARES_SOCKET_BAD;
    if (s != ARES_SOCKET_BAD)
        ares_process_fd(c->ares, ARES_SOCKET_BAD, s);
}

/* c-ares reads the answer to q: q then has ended, is asked again, or is left as if nothing had come. */
static void deliver(struct question *q, uint8_t *wire, size_t len)
{
    struct channel *c = q->channel;
    struct lookup *l = c->lookup;
    size_t before;
    message_set_id(wire, q->id);
    l->inbox = (struct inbox){.socket = q->socket, .wire = wire, .len = len};
    do {
        before = l->inbox.at;
        ares_process_fd(c->ares, q->socket, ARES_SOCKET_BAD);
    } while (l->current == q && l->inbox.wire && l->inbox.at > before);
    l->inbox = (struct inbox){.socket = ARES_SOCKET_BAD};
    let_write(c);
}

static void tell(struct question *q, const uint8_t *wire, size_t len)
{
    lookup_done *done = q->done;
    q->done = NULL;
    if (done)
        done(q->arg, wire, len, q->why);
}

/* An error may come without its question (message_is_answer_to). */
static size_t write_error(const struct question *q, uint16_t rcode, uint8_t wire[UDP_SIZE_MIN])
{
    const struct local_answer error = {.rcode = rcode, .ede = EDE_NONE};
    struct request bare = q->request;
    bare.has_opt = false;
    return message_answer(&bare, &error, wire, UDP_SIZE_MIN);
}

static void deliver_error(struct question *q, uint16_t rcode)
{
    uint8_t wire[UDP_SIZE_MIN];
    deliver(q, wire, write_error(q, rcode, wire));
}

/* c-ares is told so by a SERVFAIL, which ends the question there too. */
static void fail(struct question *q, enum lookup_fault why)
{
    q->failed = true;
    q->why = why;
    deliver_error(q, RCODE_SERVFAIL);
}

/* Once c-ares has been at work on q: one that is neither ended nor on its way ends here. */
static void look_after(struct lookup *l, struct question *q)
{
    /* It took the answer for none to this question, or the relay had no room. */
    if (l->current == q && !q->asking)
        fail(q, q->crowded ? LOOKUP_SILENT : LOOKUP_MALFORMED);
    if (l->current == q && !q->asking)
        tell(q, NULL, 0);
    l->current = NULL;
}

static bool is_bare_formerr(const uint8_t *wire, size_t len)
{
    return message_rcode(wire) == RCODE_FORMERR && !message_has_opt(wire, len);
}

/* A server that knows no EDNS (RFC 6891 7) is asked without; when that is no better, it is told. c-ares 1.18
 * is not to see it: it would ask once more, and from then on without EDNS whoever is asked. */
static void ask_without_edns(struct question *q)
{
    const struct relay_way way = {.tcp = is_stream(q->socket), .persistent = true, .own = true};
    uint8_t wire[UDP_SIZE_MIN];
    if (q->request.has_opt) {
        q->request.has_opt = false;
        q->asking = relay_start(q->channel->lookup->relay, &q->request, way, &q->waiter);
    }
    if (q->asking)
        return;
    tell(q, wire, write_error(q, RCODE_FORMERR, wire));
    fail(q, LOOKUP_MALFORMED);
}

static void on_heard(struct waiter *w, uint8_t *wire, size_t len, bool reached)
{
    struct question *q = (struct question *)((char *)w - offsetof(struct question, waiter));
    struct lookup *l = q->channel->lookup;
    q->asking = false;
    l->current = q;
    if (!wire)
        fail(q, reached ? LOOKUP_SILENT : LOOKUP_UNREACHABLE);
    else if (is_bare_formerr(wire, len))
        ask_without_edns(q);
    else if (len == HEADER_LEN)
        deliver_error(q, message_rcode(wire));
    else
        deliver(q, wire, len);
    look_after(l, q);
}

static void on_answer(void *arg, int status, int timeouts, unsigned char *wire, int len);

static void ask(struct question *q)
{
    struct lookup *l = q->channel->lookup;
    struct question *outer = l->current;
    uint8_t query[QUERY_LEN_MAX];
    size_t len = message_query(&q->request, q->request.qname, random_u16(&l->random), EDNS_SIZE, query);
    l->current = q;
    ares_send(q->channel->ares, query, (int)len, on_answer, q);
    let_write(q->channel);
    look_after(l, q);
    l->current = outer;
}

/* Newer c-ares learns how long servers take, and gives up on one that takes longer. */
static void on_answer(void *arg, int status, int timeouts, unsigned char *wire, int len)
{
    struct question *q = arg;
    struct lookup *l = q->channel->lookup;
    (void)timeouts;
    if (q->asking && status == ARES_ETIMEOUT) {
        ask(q);
        return;
    }
    if (l->current == q)
        l->current = NULL;
    relay_leave(&q->waiter);
    bool good = status == ARES_SUCCESS && !q->failed && wire && len >= HEADER_LEN;
    if (!q->failed && status != ARES_EDESTRUCTION)
        q->why = LOOKUP_MALFORMED; /* what newer c-ares makes of an answer that it cannot read */
    tell(q, good ? wire : NULL, good ? (size_t)len : 0);
    free(q);
}

static int set_server(struct channel *c)
{
    const struct sockaddr_in server = the_server();
    struct ares_addr_port_node node = {
        .family = AF_INET, .udp_port = ntohs(server.sin_port), .tcp_port = ntohs(server.sin_port)};
    memcpy(&node.addr.addr4, &server.sin_addr, sizeof server.sin_addr);
    return ares_set_servers_ports(c->ares, &node);
}

/* Neither /etc/resolv.conf nor /etc/hosts nor a search list is for c-ares to decide on. */
static int open_channel(struct lookup *l, struct channel *c, int flags)
{
    struct ares_options o = {
        .flags = ARES_FLAG_NOCHECKRESP | ARES_FLAG_NOSEARCH | ARES_FLAG_NOALIASES | ARES_FLAG_EDNS | flags,
        .timeout = TIMEOUT_MS,
        .tries = 1,
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
    *c = (struct channel){.lookup = l, .wants_to_write = ARES_SOCKET_BAD};
    int status = ares_init_options(&c->ares, &o, mask);
    if (status != ARES_SUCCESS)
        return status;
    ares_set_socket_functions(c->ares, &sockets, l);
    return set_server(c);
}

int lookup_new(struct relay *relay, struct lookup **out, struct diag *err)
{
    struct lookup *l = calloc(1, sizeof *l);
    if (!l)
        return diag_say(err, "no memory");
    l->relay = relay;
    int status = open_channel(l, &l->udp, 0);
    if (status == ARES_SUCCESS) {
        *out = l;
        return 0;
    }
    lookup_free(l);
    return diag_say(err, "c-ares cannot be set up: %s", ares_strerror(status));
}

/* A channel takes about 100 KB, so that of TCP waits until a client comes over TCP. NULL: no memory. */
static struct channel *channel_of(struct lookup *l, bool tcp)
{
    if (!tcp)
        return &l->udp;
    if (!l->tcp.ares && open_channel(l, &l->tcp, ARES_FLAG_USEVC) != ARES_SUCCESS) {
        if (l->tcp.ares)
            ares_destroy(l->tcp.ares);
        l->tcp = (struct channel){0};
    }
    return l->tcp.ares ? &l->tcp : NULL;
}

void lookup_start(struct lookup *l, const struct request *r, const uint8_t *target, bool tcp,
                  lookup_done *done, void *arg)
{
    struct channel *c = channel_of(l, tcp);
    struct question *q = c ? calloc(1, sizeof *q) : NULL;
    if (!q) {
        done(arg, NULL, 0, LOOKUP_SILENT);
        return;
    }
    *q = (struct question){
        .waiter = {.done = on_heard}, .channel = c, .done = done, .arg = arg, .request = *r};
    q->request.qname = target;
    q->request.qname_len = (uint16_t)dname_len(target);
    q->request.has_opt = true; /* without one c-ares takes every answer above 512 octets for cut */
    q->request.udp_size = EDNS_SIZE;
    ask(q);
}

void lookup_free(struct lookup *l)
{
    if (!l)
        return;
    if (l->udp.ares)
        ares_destroy(l->udp.ares);
    if (l->tcp.ares)
        ares_destroy(l->tcp.ares);
    free(l);
}
