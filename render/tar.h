/* tar.h: the entries of a tape archive as Go's archive/tar reads them: ustar (POSIX.1-1988), its pax records
 * (POSIX.1-2001), GNU's long names and large numbers. Sparse files are a fault. */
#pragma once

#include <stdint.h>

#include "common/file.h"
#include "render/fault.h"

struct tar {
    struct arena *arena;
    struct bytes left;     /* of the archive */
    const char *cut_short; /* what to say where it ends too early: Go's words, "unexpected EOF" for one */
};

struct tar_entry {
    const char *name;
    char type;         /* '0' file, '2' link, '5' folder ..., 'g' what holds for all that follow */
    uint64_t said_len; /* of the data, as its header says: of a link there is none, whatever that is */
    struct bytes data; /* borrowed from the archive */
};

/* The next entry. 1: *out is it; 0: there are no more; -1: f has Go's words. */
MUST_CHECK int tar_next(struct tar *t, struct tar_entry *out, struct fault *f);
