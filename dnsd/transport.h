/* transport.h: how a question came, and how its answer goes back. What stands above never asks which it was.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "dnsd/address.h"

struct client {
    const struct transport *transport;
    void *of;            /* the transport's own: a listener, a connection */
    uint32_t generation; /* of that, for it may be another one's by the time the answer is there */
    struct address peer;
};

struct transport {
    /* Sends wire[0..len) or drops it; the octets are borrowed for the call. */
    void (*answer)(const struct client *c, const uint8_t *wire, size_t len);
    bool stream; /* TCP: any length fits, and the way upstream is TCP too */
};
