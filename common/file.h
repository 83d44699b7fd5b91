/* file.h: a file read whole, within a bound. */
#pragma once

#include "common/arena.h"
#include "common/diag.h"

struct bytes {
    const char *at; /* NUL-terminated behind len, for the reader's comfort; may hold other NULs */
    size_t len;
};

/* Reads path ("-" is standard input) into the arena: at most max_len octets, pipes and /proc files included.
 * -1 with the system's own words, or that it is longer; errno is then what failed, or EFBIG. */
MUST_CHECK int file_read(const char *path, size_t max_len, struct arena *a, struct bytes *out,
                         struct diag *err);
