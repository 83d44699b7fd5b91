/* nearest.h: the name that was meant, perhaps. */
#pragma once

#include "common/value.h"

/* The key of map that is least far from key, if it is near enough to be a slip of the pen: NULL otherwise. */
const char *nearest_key(const struct value *map, const char *key, size_t key_len);

/* Whether one is the other but for a letter too many, too few or another, or two that changed places. */
bool nearest_is_slip(const char *a, const char *b);
