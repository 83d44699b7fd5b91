/* regex_reader.h: Go's (RE2) pattern on its way to PCRE2's: what is left of it, the flags that hold, what was
 * written. The pattern ends with a NUL behind its end. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/text.h"

struct regex_reader {
    const char *all, *at, *end;
    struct arena *arena;
    struct text out;
    const char *error; /* Go's message, once there is one */
    bool fold, multiline, dot_all, lazy;
    bool wrote_fold; /* what holds at the end of out */
};

/* Sets the error: "error parsing regexp: WHY: `from..to`". Gives -1. */
int regex_refuse(struct regex_reader *r, const char *why, const char *from, const char *to);

/* Takes a rune. -1: none is left there that is UTF-8. */
MUST_CHECK int regex_take(struct regex_reader *r, uint32_t *rune);

/* Takes the backslash that it stands at and the rune which that spells: \n, \x{41}, \101, \. ... -1: it
 * spells none. */
MUST_CHECK int regex_take_escape(struct regex_reader *r, uint32_t *rune);

/* Halves of a pair in UTF-16: no text has them, and PCRE2 refuses them. */
enum { REGEX_SURROGATE_FIRST = 0xd800, REGEX_SURROGATE_LAST = 0xdfff };

static inline bool regex_is_surrogate(uint32_t rune)
{
    return rune >= REGEX_SURROGATE_FIRST && rune <= REGEX_SURROGATE_LAST;
}

/* Writes a rune as itself, within a class and outside; a surrogate as U+FFFD, as Go has it. */
void regex_put(struct regex_reader *r, uint32_t rune);

/* Has case matter or not from here on, as the flags say. */
void regex_put_fold(struct regex_reader *r);
