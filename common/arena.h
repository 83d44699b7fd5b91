/* arena.h: memory taken piece by piece and given back whole.
 * Every piece is zeroed and aligned for any type. Nothing is freed singly, so nothing dangles. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "common/attributes.h"

struct arena {
    struct arena_block *blocks; /* newest first */
    char *at, *end;             /* what is free of the newest */
    size_t used_len, limit_len; /* octets handed out, and how many may be */
    void (*on_full)(void *);    /* NULL, or called instead of giving NULL; must not return */
    void *on_full_arg;
    bool in_bulk;
};

/* A zeroed arena has no room; this gives it limit_len octets of it (nothing is allocated yet). */
void arena_init(struct arena *a, size_t limit_len);

/* The same for who fills megabytes and is done: memory comes 2 MB at a time, as one page of that size where
 * the kernel has such (transparent huge pages), for to be given 500 small ones one by one takes it longer
 * than to fill them. Up to 2 MB lie idle at the end. */
void arena_init_bulk(struct arena *a, size_t limit_len);

/* Gives all of it back. The arena may be used again under the same limit. */
void arena_clear(struct arena *a);

/* NULL when the limit is reached or the system has no memory, unless on_full is set: then it never
 * returns NULL. len 0 gives a valid pointer to nothing. */
MUST_CHECK void *arena_alloc(struct arena *a, size_t len);

/* The same for count things of len octets; a product that overflows is a full arena. */
MUST_CHECK void *arena_alloc_many(struct arena *a, size_t count, size_t len);

/* Makes the piece p of old_len octets new_len long (new_len >= old_len): in place when it is the newest
 * piece and fits, else as a copy. p may be NULL with old_len 0. NULL as arena_alloc; p stays valid then. */
MUST_CHECK void *arena_grow(struct arena *a, void *p, size_t old_len, size_t new_len);

/* A copy of s[0..len) with a NUL behind it. */
MUST_CHECK char *arena_copy(struct arena *a, const char *s, size_t len);

MUST_CHECK char *arena_printf(struct arena *a, const char *format, ...) PRINTF(2, 3);
