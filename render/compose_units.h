/* compose_units.h: durations, sizes and processor shares as Compose writes them, and as Kubernetes does. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "common/arena.h"

/* "1m30s", "500ms", "1.5h": numbers, each with a unit (ns, us, ms, s, m, h, d, w). Up to 10 years. */
bool units_duration(const char *text, uint64_t *out_ns);

/* "512m", "1.5g", "64KB", "100000000", blanks before the unit allowed: the units b, k, m, g, t and p, as kb
 * or kib too, in any case, are powers of 1024. Docker's go-units. Up to 2^62. */
bool units_bytes(const char *text, uint64_t *out_len);

/* "0.5", "2": processors, in thousandths, rounded up. Up to 1000000 processors. */
bool units_cpus(const char *text, uint64_t *out_milli);

/* The same as Kubernetes writes them: 512Mi, 100000000; 500m, 2. */
MUST_CHECK const char *units_quantity(struct arena *a, uint64_t len);
MUST_CHECK const char *units_milli(struct arena *a, uint64_t milli);
