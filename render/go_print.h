/* go_print.h: values as Go's fmt prints them. */
#pragma once

#include "common/text.h"
#include "common/value.h"

/* Adds what %v gives: map[a:1 b:[x <nil>]]. */
void go_print(const struct value *v, struct text *to);

/* What %t gives, which Helm uses on what is no bool: %!t(string=x). */
MUST_CHECK const char *go_print_t(struct arena *a, const struct value *v);
