/* unquote.h: Go's quoted constants read back, as strconv.Unquote does. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/arena.h"

/* Undoes "..." (escapes), `...` (none; carriage returns go) or '.' (one rune). false: invalid syntax. */
bool unquote_go(const char *s, size_t len, struct arena *a, const char **out, size_t *out_len);

/* %#U: U+0040 '@', or U+0007 alone where it does not print. */
const char *unquote_show_rune(uint32_t rune, struct arena *a);
