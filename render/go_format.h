/* go_format.h: a format and its arguments as text, as Go's Sprintf makes it. */
#pragma once

#include "common/text.h"
#include "common/value.h"

/* With flags, width, precision (also *), argument indexes and Go's complaints in the text: %!d(string=x),
 * %!v(MISSING), %!(EXTRA int=2), %!(NOVERB). A width or precision that goes on behind 1 000 000 is none, as
 * in Go. */
void go_printf(const char *format, size_t len, struct value *const *args, size_t count, struct text *to);
