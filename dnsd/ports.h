/* ports.h: the UDP sockets over which queries go upstream, and who waits for what on each.
 * A socket takes a handful of queries, from one port to one server, and is closed when the last is
 * answered: what goes wrong on a port then hits few (Cilium's proxy fails all of a port together), and each
 * handful has a port that nobody can foresee. In a rush it takes more, for up to 2 s: to open and close it
 * for so few then costs as much as to ask, and what comes back over few sockets comes back in few calls. What
 * a tag asks again goes from another port. Sends are kept until ports_flush, which gives each socket's to the
 * kernel in one call.
 */
#pragma once

#include <event2/event.h>

#include "dnsd/source_port.h"

enum {
    PORTS_MAX = 64,
    PORTS_OWN = 8,      /* of them: only for the release's own names */
    PORT_HANDFUL = 8,   /* queries given to one port */
    RUSH_WAITING = 16,  /* and in a rush those that wait on one port at a time: 64 ports hold 1 000 so, */
    RUSH_LIFE = 256,    /* and those that it is given in all */
    PORT_SLOTS = 64,    /* queries that wait on one port when every port is full */
    ANSWER_ROOM = 4096, /* the longest answer over UDP: what we tell upstream */
};

struct ports;

/* An answer, borrowed and changeable for the call, to a question this tag was sent with under that ID. */
typedef void ports_answer(void *arg, void *tag, uint16_t id, const struct address *server, uint8_t *wire,
                          size_t len);

/* Nobody listens where this tag's question went, or no way leads there. */
typedef void ports_unreachable(void *arg, void *tag);

/* NULL: no memory. source must outlive it. */
struct ports *ports_new(struct event_base *base, struct source_ports *source, ports_answer *answer,
                        ports_unreachable *unreachable, void *arg);

/* Where a query went, to call it off. Zeroed: nowhere. */
struct sent {
    uint16_t port; /* index + 1 */
    uint16_t slot;
};

/* Gives query to a port to server, under a fresh ID that is written into it; it must stay as it is until the
 * next flush. own: it asks for a name of the release. false: no socket could be had. */
bool ports_send(struct ports *p, const struct address *server, uint8_t *query, size_t len, void *tag,
                bool own, uint64_t now_ms, struct sent *where);

/* Nothing more is wanted of what was sent there; what is not flushed yet does not go out. */
void ports_forget(struct ports *p, struct sent *where);

void ports_flush(struct ports *p);

/* Looks whether a rush is over, and then closes what nobody waits on: by the clock, every second or so. */
void ports_calm(struct ports *p);

void ports_free(struct ports *p);
