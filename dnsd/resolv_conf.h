/* resolv_conf.h: the name servers that a resolv.conf(5) lists. */
#pragma once

#include "common/arena.h"
#include "common/diag.h"
#include "dnsd/config.h"

/* Reads the nameserver lines of path into servers[0..CONFIG_SERVERS_MAX), the first ones; other lines are
 * left alone, as resolvers do. -1: it cannot be read, an address is none, or there is not one of them. */
MUST_CHECK int resolv_conf_read(const char *path, struct placed_address *servers, unsigned *count,
                                struct arena *a, struct diag *err);
