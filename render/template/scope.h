/* scope.h: what a template makes on its way, and when that can be given back.
 * A scope is a stretch of work, such as one turn of a loop, after which nothing of what it made is needed,
 * but for what it put into something older: a variable, or a map. Scopes lie within each other. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "common/arena.h"

struct scope {
    struct scope *outer;
    struct arena_mark mark;
    const void *owner;     /* whose variables: those of one template being executed */
    size_t variable_count; /* that were there before */
    bool keeps;            /* something older holds what is in here */
};

/* The scopes that are open. */
struct scopes {
    struct arena *arena;
    struct scope *inmost;
};

void scope_open(struct scopes *all, struct scope *s, const void *owner, size_t variable_count);

/* Gives back what was made since, unless that is kept. */
void scope_close(struct scopes *all, const struct scope *s);

/* To be called before the owner's variable number i is given another value. */
void scope_assigns(const struct scopes *all, const void *owner, size_t i);

/* The same before something is put into map. How many scopes were looked at. */
uint64_t scope_changes(const struct scopes *all, const void *map);
