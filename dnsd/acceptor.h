/* acceptor.h: a listening socket, and who connects to it. */
#pragma once

#include <event2/event.h>
#include <event2/listener.h>

#include "common/attributes.h"
#include "dnsd/address.h"

enum {
    ACCEPTOR_BREATH_MS = 100 /* how long nobody is accepted when nobody can be, for want of a descriptor */
};

/* fd is the callee's. */
typedef void acceptor_call(void *arg, evutil_socket_t fd, const struct address *from);

/* Zeroed: none. */
struct acceptor {
    struct evconnlistener *listener;
    struct event *breath;
    acceptor_call *accepted;
    void *arg;
};

/* Takes over fd, which listens and is non-blocking; nobody is accepted so far. -1: no memory, and fd is
 * closed. */
MUST_CHECK int acceptor_open(struct acceptor *a, struct event_base *base, evutil_socket_t fd,
                             acceptor_call *accepted, void *arg);

void acceptor_start(struct acceptor *a);

/* Nobody is accepted any more; who comes is refused at once. */
void acceptor_stop(struct acceptor *a);

void acceptor_close(struct acceptor *a);
