/* regex_class.h: Go's character classes, [a-z], \d, \pL, as PCRE2's: by their very members, for the two
 * differ in what \s, [:word:] and scripts hold, and in what they become where case does not matter. */
#pragma once

#include "render/regex_reader.h"

/* Translates the class that begins at '['. -1: it is none; the reader has Go's words. */
MUST_CHECK int regex_class(struct regex_reader *r);

/* Translates \d, \pL and the like, to stand outside of brackets. 1: done; 0: it stands at something else; -1
 * as above. */
MUST_CHECK int regex_class_escape(struct regex_reader *r);
