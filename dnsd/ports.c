#include "dnsd/ports.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "dnsd/message.h"

enum {
    RECEIVE_ROUNDS = 4,
    FRESH_MS = 2000, /* a port older than this is given no more */
    RUSH = 16,       /* so many that wait at a time are a rush */
};

struct slot {
    void *tag; /* NULL: free */
    uint16_t id;
};

struct port {
    struct ports *of;
    struct event *event; /* NULL: closed */
    int fd;
    struct address server;
    uint16_t given, waiting, queued;
    uint16_t used_slots; /* none in use from here on */
    uint64_t opened_ms;
    struct slot slots[PORT_SLOTS];
    struct iovec out[PORT_SLOTS]; /* queries until the flush */
    uint8_t out_slots[PORT_SLOTS];
    bool dirty; /* among those to be flushed, also when nothing is queued any more */
};

struct ports {
    struct event_base *base;
    struct source_ports *source;
    ports_answer *answer;
    ports_unreachable *unreachable;
    void *arg;
    unsigned current, next_full, waiting;
    bool rush; /* ports are kept for more than a handful */
    struct port *dirty[PORTS_MAX];
    unsigned dirty_count;
    struct port ports[PORTS_MAX];
    uint8_t in[RUSH_WAITING][ANSWER_ROOM];
};

struct ports *ports_new(struct event_base *base, struct source_ports *source, ports_answer *answer,
                        ports_unreachable *unreachable, void *arg)
{
    struct ports *p = calloc(1, sizeof *p);
    if (!p)
        return NULL;
    p->base = base;
    p->source = source;
    p->answer = answer;
    p->unreachable = unreachable;
    p->arg = arg;
    for (unsigned i = 0; i < PORTS_MAX; i++)
        p->ports[i].of = p;
    return p;
}

static void close_port(struct port *port)
{
    event_free(port->event);
    close(port->fd);
    port->event = NULL;
    port->given = 0;
}

static bool is_idle(const struct port *port)
{
    return port->event && port->waiting == 0 && port->queued == 0;
}

static unsigned life(const struct ports *p)
{
    return p->rush ? RUSH_LIFE : PORT_HANDFUL;
}

/* Open for as long as someone waits, or more may be given to it. */
static void close_if_done(struct port *port)
{
    if (is_idle(port) && port->given >= life(port->of))
        close_port(port);
}

/* What is forgotten before the flush never goes out: its octets may be another question's by then. */
static void unqueue(struct port *port, unsigned slot)
{
    unsigned kept = 0;
    for (unsigned i = 0; i < port->queued; i++) {
        if (port->out_slots[i] == slot)
            continue;
        port->out[kept] = port->out[i];
        port->out_slots[kept++] = port->out_slots[i];
    }
    port->queued = (uint16_t)kept;
}

static void release(struct port *port, struct slot *slot)
{
    unqueue(port, (unsigned)(slot - port->slots));
    slot->tag = NULL;
    while (port->used_slots && !port->slots[port->used_slots - 1].tag)
        port->used_slots--;
    port->waiting--;
    port->of->waiting--;
    close_if_done(port);
}

static struct slot *find_slot(struct port *port, uint16_t id)
{
    for (unsigned i = 0; i < port->used_slots; i++)
        if (port->slots[i].tag && port->slots[i].id == id)
            return &port->slots[i];
    return NULL;
}

/* The answer's taker may forget what was sent, so that nothing of the port is looked at after the call. */
static void take_answer(struct port *port, uint8_t *wire, size_t len)
{
    if (len < HEADER_LEN)
        return;
    uint16_t id = message_id(wire);
    const struct slot *slot = find_slot(port, id);
    if (slot)
        port->of->answer(port->of->arg, slot->tag, id, &port->server, wire, len);
}

static int receive(struct port *port, struct mmsghdr *heads, struct iovec *parts)
{
    struct ports *p = port->of;
    for (unsigned i = 0; i < RUSH_WAITING; i++) {
        parts[i] = (struct iovec){.iov_base = p->in[i], .iov_len = ANSWER_ROOM};
        heads[i] = (struct mmsghdr){.msg_hdr = {.msg_iov = &parts[i], .msg_iovlen = 1}};
    }
    return recvmmsg(port->fd, heads, RUSH_WAITING, MSG_DONTWAIT, NULL);
}

/* All that wait here asked the same server. What their takers do may open ports, but closes none that someone
 * waits on. */
static void tell_unreachable(struct port *port)
{
    void *tags[PORT_SLOTS];
    unsigned count = 0;
    port->given = RUSH_LIFE; /* no more goes this way */
    for (unsigned i = 0; i < port->used_slots; i++)
        if (port->slots[i].tag)
            tags[count++] = port->slots[i].tag;
    for (unsigned i = 0; i < count; i++)
        port->of->unreachable(port->of->arg, tags[i]);
}

static bool is_unreachable(int why)
{
    return why == ECONNREFUSED || why == EHOSTUNREACH || why == ENETUNREACH;
}

static void on_readable(evutil_socket_t fd, short what, void *arg)
{
    struct port *port = arg;
    struct mmsghdr heads[RUSH_WAITING];
    struct iovec parts[RUSH_WAITING];
    (void)what;
    for (int round = 0; round < RECEIVE_ROUNDS && port->event && port->fd == fd; round++) {
        int count = receive(port, heads, parts);
        if (count < 0 && is_unreachable(errno))
            tell_unreachable(port);
        for (int i = 0; i < count && port->event && port->fd == fd; i++)
            if (!(heads[i].msg_hdr.msg_flags & MSG_TRUNC))
                take_answer(port, port->of->in[i], heads[i].msg_len);
        if (count < RUSH_WAITING || port->waiting == 0)
            break;
    }
}

static bool open_port(struct port *port, const struct address *server, uint64_t now_ms)
{
    port->fd = source_port_open(port->of->source, server->any.sa_family, SOCK_DGRAM);
    if (port->fd < 0)
        return false;
    if (connect(port->fd, &server->any, address_len(server)) == 0)
        port->event = event_new(port->of->base, port->fd, EV_READ | EV_PERSIST, on_readable, port);
    if (port->event && event_add(port->event, NULL) == 0) {
        port->server = *server;
        port->given = port->waiting = port->queued = port->used_slots = 0;
        port->opened_ms = now_ms;
        return true;
    }
    if (port->event)
        event_free(port->event);
    port->event = NULL;
    close(port->fd);
    return false;
}

static bool has_room(const struct port *port, const struct address *server)
{
    return port->event && port->waiting < PORT_SLOTS && port->queued < PORT_SLOTS &&
           address_equal(&port->server, server);
}

/* Every port is in use: the next one to that server that has a slot. */
static struct port *crowd(struct ports *p, const struct address *server, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        struct port *port = &p->ports[p->next_full++ % count];
        if (has_room(port, server))
            return port;
    }
    return NULL;
}

/* What is asked again goes out from another port. */
static bool has_tag(const struct port *port, const void *tag)
{
    for (unsigned i = 0; i < port->used_slots; i++)
        if (port->slots[i].tag == tag)
            return true;
    return false;
}

static bool takes_more(const struct port *port, const struct address *server, const void *tag,
                       uint64_t now_ms)
{
    return has_room(port, server) && port->waiting < RUSH_WAITING && port->given < life(port->of) &&
           !has_tag(port, tag) && now_ms - port->opened_ms < FRESH_MS;
}

/* One that nobody waits on takes a handful at once, so that it goes out, and mostly comes back, in one call.
 */
static struct port *rested_port(struct ports *p, const struct address *server, const void *tag,
                                unsigned count, uint64_t now_ms)
{
    for (unsigned i = 1; i <= count; i++) {
        struct port *port = &p->ports[(p->current + i) % count];
        if (is_idle(port) && takes_more(port, server, tag, now_ms))
            return port;
    }
    return NULL;
}

/* A place for another port: one that is closed, or that nobody waits on. */
static struct port *closed_port(struct ports *p, unsigned count)
{
    struct port *idle = NULL;
    for (unsigned i = 1; i <= count; i++) {
        struct port *port = &p->ports[(p->current + i) % count];
        if (!port->event)
            return port;
        if (is_idle(port))
            idle = port;
    }
    if (idle)
        close_port(idle);
    return idle;
}

static struct port *choose(struct ports *p, const struct address *server, const void *tag, bool own,
                           uint64_t now_ms)
{
    unsigned count = own ? PORTS_MAX : PORTS_MAX - PORTS_OWN;
    struct port *current = &p->ports[p->current];
    if (p->current < count && takes_more(current, server, tag, now_ms))
        return current;
    struct port *port = rested_port(p, server, tag, count, now_ms);
    if (!port) {
        port = closed_port(p, count);
        if (!port || !open_port(port, server, now_ms))
            return crowd(p, server, count);
    }
    p->current = (unsigned)(port - p->ports);
    return port;
}

static struct slot *free_slot(struct port *port)
{
    unsigned i = 0;
    while (i < port->used_slots && port->slots[i].tag)
        i++;
    if (i == port->used_slots)
        port->used_slots++;
    return &port->slots[i];
}

bool ports_send(struct ports *p, const struct address *server, uint8_t *query, size_t len, void *tag,
                bool own, uint64_t now_ms, struct sent *where)
{
    struct port *port = choose(p, server, tag, own, now_ms);
    if (!port)
        return false;
    struct slot *slot = free_slot(port);
    uint16_t id;
    do
        id = random_u16(&p->source->random);
    while (find_slot(port, id));
    *slot = (struct slot){.tag = tag, .id = id};
    message_set_id(query, id);
    if (!port->dirty)
        p->dirty[p->dirty_count++] = port;
    port->dirty = true;
    port->out_slots[port->queued] = (uint8_t)(slot - port->slots);
    port->out[port->queued++] = (struct iovec){.iov_base = query, .iov_len = len};
    port->waiting++;
    port->given++;
    if (++p->waiting >= RUSH)
        p->rush = true;
    where->port = (uint16_t)(port - p->ports + 1);
    where->slot = (uint16_t)(slot - port->slots);
    return true;
}

void ports_forget(struct ports *p, struct sent *where)
{
    if (where->port) {
        struct port *port = &p->ports[where->port - 1];
        release(port, &port->slots[where->slot]);
    }
    *where = (struct sent){0};
}

/* What the kernel does not take now is lost, as on any wire, and sent again when its time comes. */
static void flush_port(struct port *port)
{
    struct mmsghdr heads[PORT_SLOTS];
    for (unsigned i = 0; i < port->queued; i++)
        heads[i] = (struct mmsghdr){.msg_hdr = {.msg_iov = &port->out[i], .msg_iovlen = 1}};
    for (unsigned done = 0; done < port->queued;) {
        int sent = sendmmsg(port->fd, heads + done, port->queued - done, MSG_DONTWAIT);
        if (sent <= 0 && errno != ECONNREFUSED && errno != EINTR)
            break;
        done += sent > 0 ? (unsigned)sent : errno == ECONNREFUSED;
    }
    port->queued = 0;
    close_if_done(port);
}

void ports_flush(struct ports *p)
{
    for (unsigned i = 0; i < p->dirty_count; i++) {
        p->dirty[i]->dirty = false;
        flush_port(p->dirty[i]);
    }
    p->dirty_count = 0;
}

void ports_calm(struct ports *p)
{
    p->rush = p->waiting >= RUSH;
    for (unsigned i = 0; i < PORTS_MAX && !p->rush; i++)
        if (is_idle(&p->ports[i]))
            close_port(&p->ports[i]);
}

void ports_free(struct ports *p)
{
    if (!p)
        return;
    for (unsigned i = 0; i < PORTS_MAX; i++)
        if (p->ports[i].event)
            close_port(&p->ports[i]);
    free(p);
}
