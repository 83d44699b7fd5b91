/* relay.h: a question passed upstream and its answer passed back, octet for octet but for the ID.
 * What is sent: a canonical query from a fresh port under a fresh ID, again after 1 s and 2.5 s to the next
 * server. The same question asked again meanwhile shares the exchange. By 4.5 s everyone who waits has heard.
 */
#pragma once

#include <event2/event.h>

#include "common/diag.h"
#include "dnsd/config.h"
#include "dnsd/message.h"
#include "dnsd/source_port.h"

struct relay;

/* Someone who waits for an answer; part of the caller's own. */
struct waiter {
    struct waiter *next;
    struct exchange *exchange; /* the relay's; NULL: it waits for nothing */
    /* Called once. wire[0..len) is borrowed and may be changed, all but its length; wire NULL: upstream was
     * silent (reached), or nobody was there to be asked, whichever server it was (not reached). */
    void (*done)(struct waiter *w, uint8_t *wire, size_t len, bool reached);
};

/* How a question is to be asked. */
struct relay_way {
    bool tcp;
    bool whole;      /* over TCP too, once an answer over UDP came back cut */
    bool persistent; /* a REFUSED or SERVFAIL is asked again at 50 and 250 ms before it counts, for Cilium
                        gives them for passing reasons too */
    bool own;        /* a name of the release: there are ports for it however many others wait */
};

/* exchanges: at a time, each of one waiter or more. */
MUST_CHECK int relay_new(struct event_base *base, const struct config *c, struct source_ports *ports,
                         unsigned exchanges, struct relay **out, struct diag *err);

/* Asks for w. false: no room, or the relay is being freed; w will not be called. */
MUST_CHECK bool relay_start(struct relay *r, const struct request *q, struct relay_way way, struct waiter *w);

/* w waits no more, and will not be called. Also when it was not waiting. */
void relay_leave(struct waiter *w);

/* Gives what was started to the kernel; once a turn of the loop. */
void relay_flush(struct relay *r);

/* NULL is fine. Every waiter still there is done with NULL. */
void relay_free(struct relay *r);
