/* stream.h: one question over TCP to one server (RFC 7766): connect, ask, take the answer, close. */
#pragma once

#include <event2/event.h>

#include "dnsd/source_port.h"

struct stream;

/* The answer, changeable for the call; wire NULL: the connection failed or ended. The stream is gone after
 * it. */
typedef void stream_done(void *arg, uint8_t *wire, size_t len);

/* NULL: no socket or no memory. done comes later, never from within. */
struct stream *stream_open(struct event_base *base, struct source_ports *ports, const struct address *server,
                           const uint8_t *query, size_t len, stream_done *done, void *arg);

/* Ends it without done. */
void stream_close(struct stream *s);
