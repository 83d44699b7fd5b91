/* lookup.h: questions about the release's own names, asked through c-ares: server list, retries, TCP. */
#pragma once

#include <event2/event.h>

#include "common/diag.h"
#include "dnsd/config.h"
#include "dnsd/message.h"
#include "dnsd/source_port.h"

struct lookup;

/* The answer as upstream gave it, borrowed for the call; wire NULL: there was none in time, or none at all.
 */
typedef void lookup_done(void *arg, const uint8_t *wire, size_t len);

/* Opens nothing yet but memory. The configuration and the ports must outlive it. -1: err says why. */
MUST_CHECK int lookup_new(struct event_base *base, const struct config *c, struct source_ports *ports,
                          struct lookup **out, struct diag *err);

/* Asks r's type of target; done is called once, perhaps before this returns. */
void lookup_start(struct lookup *l, const struct request *r, const uint8_t *target, bool tcp,
                  lookup_done *done, void *arg);

/* Every lookup still open is done with NULL. */
void lookup_free(struct lookup *l);
