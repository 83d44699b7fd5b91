/* distinct.h: which values of many were there before, without comparing each with each. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "common/value.h"

/* Whether two values are equal; such that are must be so as JSON too, where 1 is 1.0. */
typedef bool distinct_equal(const struct value *a, const struct value *b);

struct distinct {
    distinct_equal *equal;
    const struct value **items;
    size_t *slots; /* numbers of items, from 1; 0: empty */
    size_t count, slot_count;
};

/* Room for most values. */
void distinct_init(struct distinct *d, size_t most, distinct_equal *equal, struct arena *a);

/* Where among those added one equal to v stands, from 0; if there is none, v is added, and it is their new
 * count less one. *is_new says which. */
size_t distinct_add(struct distinct *d, const struct value *v, bool *is_new);
