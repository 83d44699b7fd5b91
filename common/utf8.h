/* utf8.h: runes of foreign text, as Go reads them: what is no UTF-8 is one U+FFFD an octet. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/text.h"

enum { UTF8_BAD = 0xfffd, UTF8_MAX = 4 };

/* The rune at s[0..len), len at least 1, and how many octets it takes. A bad one is UTF8_BAD and takes 1. */
uint32_t utf8_read(const char *s, size_t len, size_t *taken);

/* Writes rune, 0..0x10ffff, and returns the number of octets, 1 to UTF8_MAX. */
size_t utf8_write(uint32_t rune, char to[UTF8_MAX]);

/* Whether all of it is UTF-8. */
bool utf8_is_valid(const char *s, size_t len);

/* Adds s with every bad octet replaced by U+FFFD. */
void utf8_clean(const char *s, size_t len, struct text *to);

/* Runes in s, bad octets counted as one each. */
size_t utf8_count(const char *s, size_t len);
