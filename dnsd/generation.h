/* generation.h: one reading of the configuration at work: its listeners, queries and log. A reload makes the
 * next one, which takes over the listeners both have; the one before lives until its last query is answered.
 */
#pragma once

#include <event2/event.h>

#include "common/diag.h"
#include "dnsd/config.h"
#include "dnsd/denied.h"
#include "dnsd/exit_code.h"
#include "dnsd/stats.h"

/* How the configuration is read: once at the start, and again at each reload. */
struct config_source {
    enum exit_code (*load)(const void *arg, struct config *out, struct diag *err);
    const void *arg;
};

/* What outlives every generation. */
struct records {
    struct stats *stats;
    struct denied *denied;
};

struct generation;

/* Reads, then binds every address that before, which may be NULL, has not bound. Nothing is served yet, and
 * before goes on as it was. Not EXIT_OK: err says why, nothing is left open. */
MUST_CHECK enum exit_code generation_open(struct event_base *base, const struct config_source *source,
                                          const struct records *records, const struct generation *before,
                                          struct generation **out, struct diag *err);

/* What was read; it lives as long as the generation. */
const struct config *generation_config(const struct generation *g);

/* Serves, and takes over from before; that one hears nothing new from now on. The first one looks for a loop,
 * if it was asked to. */
void generation_start(struct generation *g, struct generation *before);

/* Hears nothing new. */
void generation_stop(struct generation *g);

/* Passes on what a turn of the loop gathered. */
void generation_flush(struct generation *g);

/* Whether the question came back that the configuration's loop sent upstream. */
bool generation_found_loop(const struct generation *g);

/* How many clients wait. */
unsigned generation_waiting(const struct generation *g);

/* NULL is fine. Who still waits hears SERVFAIL. */
void generation_close(struct generation *g);
