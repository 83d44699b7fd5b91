/* query.h: one query's way: classified, answered here, looked up or relayed, and exactly one answer given.
 * Knows no socket: a transport brings questions in and takes answers out. */
#pragma once

#include <event2/event.h>

#include "common/diag.h"
#include "dnsd/config.h"
#include "dnsd/denied.h"
#include "dnsd/qlog.h"
#include "dnsd/source_port.h"
#include "dnsd/stats.h"
#include "dnsd/transport.h"

struct queries;

/* Who hears of each query. */
struct observers {
    struct qlog *log; /* NULL: the configuration wants no lines */
    struct stats *stats;
    struct denied *denied;
};

/* The configuration and the observers must outlive it. */
MUST_CHECK int queries_new(struct event_base *base, const struct config *c, const struct observers *observers,
                           struct queries **out, struct diag *err);

/* Whether a client that can wait should: everything is in use but the reserve for the release's own names. */
bool queries_are_full(const struct queries *q);

/* Whether a packet is taken although everything is in use: it asks for one of those names, for which there is
 * a place, or for what takes none. */
bool queries_may_take(const struct queries *q, const uint8_t *wire, size_t len);

/* Takes a packet of any content. Its answer comes through the client's transport, at once or later; octets
 * that are no query get none. */
void queries_take(struct queries *q, const struct client *from, const uint8_t *wire, size_t len);

/* Counts a packet that nobody looks at: its sender sends more than its share. */
void queries_drop(struct queries *q, const struct client *from);

/* Sends a question upstream that must not come back here; and whether it did. */
void queries_probe_loop(struct queries *q);
bool queries_found_loop(const struct queries *q);

/* Passes on what was asked since the last call; once a turn of the loop. */
void queries_flush(struct queries *q);

/* How many clients wait. */
unsigned queries_waiting(const struct queries *q);

/* Who still waits hears SERVFAIL. */
void queries_free(struct queries *q);
