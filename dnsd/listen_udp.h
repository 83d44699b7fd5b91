/* listen_udp.h: clients over UDP, read and answered in batches. */
#pragma once

#include <event2/event.h>

#include "common/diag.h"
#include "dnsd/query.h"

struct udp_listener;

/* Binds a (never with SO_REUSEPORT: nobody shares our port) and reads from the loop's next turn on. -1: errno
 * says why, err nothing. */
MUST_CHECK int udp_open(struct event_base *base, const struct address *a, struct udp_listener **out);

/* Where questions go from now on; NULL: nowhere, they stay unread. */
void udp_serve(struct udp_listener *u, struct queries *queries);

/* Sends the answers given since the last call; once a turn of the loop. */
void udp_flush(struct udp_listener *u);

/* NULL is fine. */
void udp_close(struct udp_listener *u);
