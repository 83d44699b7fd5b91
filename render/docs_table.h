/* docs_table.h: the keys of a values.yaml as a table in Markdown, as helm-docs writes it: key, type, default
 * as JSON, description; a leaf of its own row unless something above it is described. Sorted by key; under a
 * heading for each @section, if there is one. Other than helm-docs': a value's type is what Helm reads (yes
 * is a bool), and `|`, backticks and line ends cannot break out of the table. */
#pragma once

#include "common/file.h"
#include "common/text.h"
#include "render/fault.h"

/* Adds the table of the text of file, without a newline at its end; nothing if it has no values. -1: f says
 * where it is no YAML. */
MUST_CHECK int docs_table_write(struct bytes values, const char *file, struct arena *a, struct text *to,
                                struct fault *f);
