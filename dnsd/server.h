/* server.h: the loop, and the signals that end it or have the configuration read again. */
#pragma once

#include "common/diag.h"
#include "dnsd/generation.h"

struct server;

/* Reads the configuration and binds its addresses. Not EXIT_OK: err says why, nothing is open. */
MUST_CHECK enum exit_code server_open(const struct config_source *source, struct server **out,
                                      struct diag *err);

/* Serves until SIGTERM or SIGINT, then answers who still waits, for a bounded time. At SIGHUP the
 * configuration is read again: a bad one is told on standard error, and the old one stays. Not EXIT_OK: err
 * says why, as when upstream turns out to be a way round to ourselves. */
enum exit_code server_run(struct server *s, struct diag *err);

/* NULL is fine. */
void server_close(struct server *s);
