/* unicode_case.h: runes in the other case, one for one, as Go's unicode.ToUpper, ToTitle and ToLower have
 * them. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/text.h"

uint32_t unicode_upper(uint32_t rune);
uint32_t unicode_title(uint32_t rune); /* as a word begins: of two letters in one only the first is large */
uint32_t unicode_lower(uint32_t rune);

/* Adds s[0..len) in that case; what is no UTF-8 becomes U+FFFD. */
void unicode_to_upper(const char *s, size_t len, struct text *to);
void unicode_to_lower(const char *s, size_t len, struct text *to);
