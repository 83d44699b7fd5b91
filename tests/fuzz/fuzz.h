/* fuzz.h: what every fuzz target is made of: an arena that is large for any short input, and round trips. */
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/arena.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

enum { FUZZ_ARENA_MAX = 512 * 1024 * 1024 };

/* A few kilobytes that fill this multiply without end: a finding. */
static inline void fuzz_full(void *arg)
{
    (void)arg;
    abort();
}

static inline void fuzz_arena(struct arena *a)
{
    arena_init(a, FUZZ_ARENA_MAX);
    a->on_full = fuzz_full;
}

/* A finding unless it holds. */
#define fuzz_want(condition) fuzz_hold(condition, #condition, __LINE__)

static inline void fuzz_hold(bool holds, const char *condition, int line)
{
    if (holds)
        return;
    fprintf(stderr, "line %d wants %s\n", line, condition);
    abort();
}
