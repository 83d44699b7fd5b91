/* lookup.h: questions about the release's own names, asked through c-ares, the stub resolver: it matches
 * answers to questions, and asks over TCP what came back cut. Its sockets are not the system's: what it sends
 * goes out through relay.h, so that a lookup keeps what a relayed question keeps: a fresh port and ID for
 * each send, the moments of the re-sends, the order of the servers, equal questions shared.
 */
#pragma once

#include "common/diag.h"
#include "dnsd/message.h"
#include "dnsd/relay.h"

struct lookup;

/* Why there is no answer. */
enum lookup_fault { LOOKUP_SILENT, LOOKUP_UNREACHABLE, LOOKUP_MALFORMED };

/* The answer as upstream gave it, borrowed for the call; wire NULL: there is none, for the reason in why. */
typedef void lookup_done(void *arg, const uint8_t *wire, size_t len, enum lookup_fault why);

/* Opens nothing but memory. The relay may end before it, and then ends every lookup. -1: err says why. */
MUST_CHECK int lookup_new(struct relay *relay, struct lookup **out, struct diag *err);

/* Asks r's type of target, which must live until done is called: once, perhaps before this returns. tcp: over
 * TCP from the start. */
void lookup_start(struct lookup *l, const struct request *r, const uint8_t *target, bool tcp,
                  lookup_done *done, void *arg);

/* NULL is fine. Every lookup still open is done with NULL. */
void lookup_free(struct lookup *l);
