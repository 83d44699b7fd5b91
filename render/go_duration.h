/* go_duration.h: spans of time, in nanoseconds, as Go's time.Duration reads and writes them: "1h30m",
 * "-1.5s". */
#pragma once

#include <stdint.h>

#include "common/attributes.h"
#include "common/bytes.h"
#include "common/text.h"

/* Reads all of s: a sign, then numbers with units (ns us µs ms s m h), or "0". NULL, or Go's words:
 * time: invalid duration "x". */
MUST_CHECK const char *go_duration_read(struct bytes s, struct arena *a, int64_t *out);

/* 1h30m0s, 1.5s, 2ms, 0s */
void go_duration_write(int64_t d, struct text *to);

/* How many of the unit d is, as Go's Seconds, Minutes and Hours have it: whole ones, and the rest as a
 * fraction. unit: nanoseconds, above 0. */
double go_duration_in(int64_t d, int64_t unit);

/* To the nearest multiple of m, halves away from zero, as far as int64 goes; and to the next one towards
 * zero. d itself where m is not above 0. */
int64_t go_duration_round(int64_t d, int64_t m);
int64_t go_duration_truncate(int64_t d, int64_t m);

/* The one unit that tells it best, rounded down: 3y, 2mo, 4d, 5h, 6m, 7s, 0s; its sign is lost. Source:
 * sprig's durationRound. */
void go_duration_write_rough(int64_t d, struct text *to);
