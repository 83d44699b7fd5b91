/* listen_tcp.h: clients over TCP (RFC 7766): many questions on a connection, answers in any order. */
#pragma once

#include <event2/event.h>

#include "dnsd/query.h"

enum {
    TCP_CONNECTIONS_MAX = 128, /* the longest idle one makes room for another */
    TCP_IDLE_S = 10,
    TCP_OUTPUT_MAX = 256 * 1024, /* octets of answers a client has not read; then its questions wait */
};

struct tcp_listener;

/* Binds and listens; connections are taken once it serves. -1: errno says why. */
MUST_CHECK int tcp_open(struct event_base *base, const struct address *a, struct tcp_listener **out);

/* Where questions go from now on; NULL: nowhere, no connection is taken and none read, and that is for good.
 */
void tcp_serve(struct tcp_listener *t, struct queries *queries);

/* Reads on where it had stopped for want of room; once a turn of the loop. */
void tcp_resume(struct tcp_listener *t);

/* NULL is fine. */
void tcp_close(struct tcp_listener *t);
