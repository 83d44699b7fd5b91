/* schema_words.h: values as the messages of a schema's checker show them. */
#pragma once

#include "common/value.h"

/* Go's %q with ' around it: \" becomes " wherever it stands, the end included. */
const char *schema_quote(struct arena *a, const char *s, size_t len);

/* English numbers: 12,345.6 and 1.5×10⁰⁶. */
const char *schema_number(struct arena *a, double n);
const char *schema_count(struct arena *a, size_t n);

/* A scalar on one line; "value" for a list or a map. */
const char *schema_display(struct arena *a, const struct value *v);
