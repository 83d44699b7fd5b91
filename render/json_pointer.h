/* json_pointer.h: JSON pointers, RFC 6901: "/a/0" leads to the first item of what a is; "" is the whole. */
#pragma once

#include "common/value.h"

/* The pointer to the part called key[0..key_len) of what pointer leads to. */
const char *json_pointer_below(struct arena *a, const char *pointer, const char *key, size_t key_len);

/* What the first part of *pointer, which begins with '/', leads to from v; NULL: nowhere. *pointer moves
 * behind it. */
const struct value *json_pointer_step(struct arena *a, const struct value *v, const char **pointer);
