/* fresh_arena.h: an arena that each test has to itself. */
#pragma once

#include "common/arena.h"
#include "tests/unit/cmocka_all.h"

static struct arena arena;

static int setup(void **state)
{
    (void)state;
    arena_init(&arena, 64 * 1024 * 1024);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&arena);
    return 0;
}
