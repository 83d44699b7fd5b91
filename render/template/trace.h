/* trace.h: an error that came up through includes, as Helm 4 lays it out: a block for each template on its
 * way. */
#pragma once

#include <stddef.h>

#include "common/arena.h"

/* error is Go's one line; of each error of a function in it, inner has the length: it is error's end. The
 * innermost comes first. Gives error itself where one of them did not come from a template: Helm 4 leaves
 * that as it is. */
const char *trace_lay_out(const char *error, const size_t *inner, size_t count, struct arena *a);
