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
    /* Called once. wire[0..len) is borrowed and may be changed, all but its length; wire NULL: upstream was
     * silent (reached), or nobody was there to be asked, whichever server it was (not reached). */
    void (*done)(struct waiter *w, uint8_t *wire, size_t len, bool reached);
};

/* Exchanges at a time: as many as waiters can be, since each has one at least. */
MUST_CHECK int relay_new(struct event_base *base, const struct config *c, struct source_ports *ports,
                         struct relay **out, struct diag *err);

/* Asks for w. tcp: over TCP. persistent: a REFUSED or SERVFAIL is asked again at 50 and 250 ms before it
 * counts, for Cilium gives them for passing reasons too. false: no room; w will not be called. */
MUST_CHECK bool relay_start(struct relay *r, const struct request *q, bool tcp, bool persistent,
                            struct waiter *w);

/* Gives what was started to the kernel; once a turn of the loop. */
void relay_flush(struct relay *r);

/* Every waiter still there is done with NULL. */
void relay_free(struct relay *r);
