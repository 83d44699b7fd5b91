/* set_value.h: an argument of --set or its kin being read, and the values that stand in it. For set.c alone.
 */
#pragma once

#include "render/set.h"

struct set_reader {
    const char *at, *end;
    enum set_kind kind;
    bool helm4;
    struct arena *arena;
    struct fault *fault;
};

/* Reads up to one of stops, which is taken and returned, or to the end: '\0'. */
char set_value_until(struct set_reader *r, const char *stops, struct text *out);

/* A decimal int64, as Go's ParseInt(s, 10, 64). */
bool set_value_int(const struct text *t, int64_t *out);

/* What stands behind '='. *end: nothing did, and the argument is used up. NULL: the fault is told. */
struct value *set_value_read(struct set_reader *r, bool *end);
