/* file.h: a file read whole, within a bound. */
#pragma once

#include "common/arena.h"
#include "common/bytes.h"
#include "common/diag.h"

/* Reads path ("-" is standard input) into the arena: at most max_len octets, pipes and /proc files included;
 * behind them stands a NUL.
 * Refused at once are devices, but for /dev/null and what standard input is, and within half a second a named
 * pipe to which no program writes. -1 with the system's own words, or that it is longer; errno is then what
 * failed, or EFBIG, ENODEV (a device) or EPIPE (no writer). */
MUST_CHECK int file_read(const char *path, size_t max_len, struct arena *a, struct bytes *out,
                         struct diag *err);
