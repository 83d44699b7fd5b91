/* file.h: a file read whole, within a bound. */
#pragma once

#include "common/arena.h"
#include "common/diag.h"

struct bytes {
    const char *at; /* NUL-terminated behind len, for the reader's comfort; may hold other NULs */
    size_t len;
};

/* Reads path ("-" is standard input) into the arena: at most max_len octets, pipes and /proc files included.
 * Refused at once are devices, but for /dev/null and what standard input is, and within half a second a named
 * pipe to which no program writes. -1 with the system's own words, or that it is longer; errno is then what
 * failed, or EFBIG, ENODEV (a device) or EPIPE (no writer). */
MUST_CHECK int file_read(const char *path, size_t max_len, struct arena *a, struct bytes *out,
                         struct diag *err);
