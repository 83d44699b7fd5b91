/* source_port.h: sockets to upstream on ports of our choosing.
 * Cilium's proxy binds a query's source port once more on the host, so it must be one that no host socket
 * has. */
#pragma once

#include "dnsd/address.h"
#include "dnsd/random.h"

struct source_ports {
    uint16_t first, last; /* both included */
    struct random random;
};

/* A non-blocking socket of type (SOCK_DGRAM, SOCK_STREAM) for an address of that family, bound to a random
 * port of the range; a taken one is passed over. -1 and errno: no socket, or no port after many tries. */
int source_port_open(struct source_ports *p, int family, int type);
