/* constant.h: numbers and characters as templates write them, read as Go's parser does. */
#pragma once

#include "common/arena.h"
#include "common/value.h"

/* Whether underscores stand only between digits, or behind a prefix such as 0x. s has no sign. */
bool constant_good_underscores(const char *s, size_t len);

/* Reads all of s[0..len), of the shape that the lexer found. NULL, and *out is an int (form FORM_INT), a
 * float, or NULL for what fits only an unsigned one; or what is wrong, in Go's words. */
MUST_CHECK const char *constant_number(const char *s, size_t len, struct arena *a, struct value **out);

/* The same for 'x': the rune's number. */
MUST_CHECK const char *constant_character(const char *s, size_t len, struct arena *a, struct value **out);
