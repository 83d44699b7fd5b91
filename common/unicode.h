/* unicode.h: what runes are, as Go's package unicode has it. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

bool unicode_is_letter(uint32_t rune); /* categories Lu, Ll, Lt, Lm, Lo */
bool unicode_is_digit(uint32_t rune);  /* Nd */
bool unicode_is_number(uint32_t rune); /* Nd, Nl, No */
bool unicode_is_punct(uint32_t rune);  /* Pc, Pd, Ps, Pe, Pi, Pf, Po */
bool unicode_is_print(uint32_t rune);  /* letters, marks, numbers, punctuation, symbols, and the blank */
bool unicode_is_space(uint32_t rune);  /* White_Space: blank, tab, newlines, U+0085, U+00A0 ... */
