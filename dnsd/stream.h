/* stream.h: questions over TCP to servers (RFC 7766): connect, ask, take the answer. A connection carries one
 * question at a time, since many a server answers in order, and one slow answer would hold up the others.
 * Behind the answer it is kept, for as long as the configuration says, for the next question to that server.
 */
#pragma once

#include <event2/event.h>

#include "dnsd/source_port.h"

enum { STREAMS_KEPT_MAX = 64 /* idle connections, of all servers; a further one is reset */ };

struct streams;
struct stream;

/* keep_ms: how long a connection may be idle; 0: none is kept. NULL: no memory. source must outlive it. */
struct streams *streams_new(struct event_base *base, struct source_ports *source, unsigned keep_ms);

/* NULL is fine. Every stream must be gone. */
void streams_free(struct streams *all);

/* The answer, changeable for the call; wire NULL: the connection failed or ended. The stream is gone after
 * it. */
typedef void stream_done(void *arg, uint8_t *wire, size_t len);

/* query is copied, and has at most QUERY_LEN_MAX octets. again: not over a kept connection, which may be the
 * one that was silent or refused. NULL: no socket or no memory. done comes later, never from within. */
struct stream *stream_open(struct streams *all, const struct address *server, const uint8_t *query,
                           size_t len, bool again, stream_done *done, void *arg);

/* Ends it without done, and with it, where it went over a kept connection, the others kept to that server. */
void stream_close(struct stream *s);
