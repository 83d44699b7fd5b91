/* csv.h: texts with commas between them, quotes around those that hold some: RFC 4180, as Go's encoding/csv
 * reads it for pflag's lists. */
#pragma once

#include "common/arena.h"

/* The fields of the first record of text, which is not empty; the count goes to *count. NULL: *error has Go's
 * words. */
MUST_CHECK const char **csv_read(const char *text, struct arena *a, size_t *count, const char **error);
