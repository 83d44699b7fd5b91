/* quote.h: text in double quotes as Go's %q writes it. */
#pragma once

#include "common/text.h"

/* Adds s[0..len) with its quotes: what is not printable is escaped, bad UTF-8 as \xNN. */
void quote_write(const char *s, size_t len, struct text *to);

/* The same as a new string. */
MUST_CHECK const char *quote_go(struct arena *a, const char *s, size_t len);
