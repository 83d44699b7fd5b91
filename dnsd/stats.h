/* stats.h: what dnsd did, in counters that add up: received = answered + dropped + in flight, always. Each of
 * the four is counted by itself, so that a place that was lost, or let go of twice, shows in the sum. They
 * last from start to end, whatever is reloaded between. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/attributes.h"
#include "dnsd/outcome.h"

enum { STATS_TEXT_MAX = 32 * 1024 };

struct stats;

/* Why a packet got no answer. */
enum drop {
    DROP_NO_QUERY, /* it asked nothing */
    DROP_FLOOD,    /* its sender has had its share, and others are waiting */
    DROP_COUNT
};

/* NULL: no memory. */
MUST_CHECK struct stats *stats_new(void);

void stats_received(struct stats *s, bool tcp);
void stats_answered(struct stats *s, enum outcome o, uint16_t type);
void stats_dropped(struct stats *s, enum drop why);
void stats_log_dropped(struct stats *s); /* a line that the log's reader was too slow for */

/* Upstream answered a question this long after it was asked here, resends included. */
void stats_upstream(struct stats *s, uint64_t took_us);

/* A query waits for its answer; and no more. */
void stats_waits(struct stats *s);
void stats_waits_no_more(struct stats *s);

uint64_t stats_in_flight(const struct stats *s);

/* Prometheus's text format 0.0.4. Gives the length; to is ended by a NUL. */
size_t stats_prometheus(const struct stats *s, char to[STATS_TEXT_MAX]);

/* The same on one line, for people and logs. */
size_t stats_line(const struct stats *s, char to[STATS_TEXT_MAX]);

/* NULL is fine. */
void stats_free(struct stats *s);
