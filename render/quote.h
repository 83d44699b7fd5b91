/* quote.h: text in double quotes as Go's %q writes it. */
#pragma once

#include <stdint.h>

#include "common/text.h"

/* Adds s[0..len) with its quotes: what is not printable is escaped, bad UTF-8 as \xNN. */
void quote_write(const char *s, size_t len, struct text *to);

/* As %+q has it: what is beyond ASCII is escaped too. */
void quote_write_ascii(const char *s, size_t len, struct text *to);

/* A code point in single quotes, as %q writes one; all beyond ASCII escaped where ascii asks for it. */
void quote_write_rune(uint32_t rune, bool ascii, struct text *to);

/* Whether Go can write s between backquotes: no backquote, control character but tab, BOM or bad UTF-8. */
bool quote_can_be_raw(const char *s, size_t len);

/* As Go's package time quotes: what is not ASCII octet by octet. A new string. */
MUST_CHECK const char *quote_time(struct arena *a, const char *s, size_t len);

/* quote_write's text as a new string. */
MUST_CHECK const char *quote_go(struct arena *a, const char *s, size_t len);
