/* server.h: everything that runs: listeners above, queries below, one loop, and the signals that end it. */
#pragma once

#include "common/diag.h"
#include "dnsd/config.h"

/* dnsd's exit status; dnsd(8) promises the numbers. */
enum exit_code {
    EXIT_OK = 0,
    EXIT_FAULT = 1, /* the system gave no memory or no descriptors */
    EXIT_USAGE = 2,
    EXIT_CONFIG = 3,
    EXIT_IN_USE = 4,
    EXIT_NOT_PERMITTED = 5,
    EXIT_NO_UPSTREAM = 6,
    EXIT_UPSTREAM_IS_SELF = 7
};

struct server;

/* Binds every address of c, which must outlive it. Not EXIT_OK: err says why, nothing is open. */
MUST_CHECK enum exit_code server_open(const struct config *c, struct server **out, struct diag *err);

/* Serves until SIGTERM or SIGINT, then answers who still waits, for a bounded time. */
enum exit_code server_run(struct server *s);

/* NULL is fine. */
void server_close(struct server *s);
