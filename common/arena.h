/* arena.h: memory taken piece by piece and given back whole.
 * Every piece is zeroed and aligned for any type. Nothing is freed singly, so nothing dangles. */
#pragma once

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "common/attributes.h"

struct arena {
    struct arena_block *blocks;  /* newest first */
    struct arena_block *spare;   /* in bulk: one that was released, kept for the next; NULL: none */
    char *at, *end;              /* what is free of the newest */
    size_t used_len, limit_len;  /* octets handed out, and how many may be */
    size_t held_len;             /* in bulk: octets that the blocks take */
    const struct arena *partner; /* NULL, or one in bulk whose blocks count against limit_len too */
    void (*on_full)(void *);     /* NULL, or called instead of giving NULL; must not return */
    void *on_full_arg;
    bool in_bulk, is_marked;
};

/* A moment of an arena: what was there is older, what comes is newer. */
struct arena_mark {
    struct arena_block *block; /* newest then */
    char *at;
    size_t used_len;
};

/* A zeroed arena has no room; this gives it limit_len octets of it (nothing is allocated yet). */
void arena_init(struct arena *a, size_t limit_len);

/* The same for who fills megabytes and is done: memory comes 2 MB at a time, as one page of that size where
 * the kernel has such (transparent huge pages), for to be given 500 small ones one by one takes it longer
 * than to fill them. Up to 2 MB lie idle at the end; beyond its first block the limit holds for what is
 * mapped, so that limit_len bounds what is resident. While no mark was taken, a large piece that is alone in
 * the newest block grows with it, and nothing is copied. */
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
MUST_CHECK char *arena_vprintf(struct arena *a, const char *format, va_list args) PRINTF(2, 0);

struct arena_mark arena_mark(struct arena *a);

/* Gives back all that is newer than the mark, which arena_clear and a release to an older one end. Nothing
 * may point there any more; a piece grown since may be there, be it older. */
void arena_release(struct arena *a, struct arena_mark mark);

/* Whether p, which the arena gave, is newer than the mark. */
bool arena_is_newer(const struct arena *a, struct arena_mark mark, const void *p);

/* How many octets more the limit allows. */
size_t arena_left(const struct arena *a);
