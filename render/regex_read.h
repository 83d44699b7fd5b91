/* regex_read.h: Go's (RE2) patterns as PCRE2's, for PCRE2_UTF: the same matches, the same groups by number.
 * What RE2 cannot say (look-around, back references, possessive and atomic groups) is refused in Go's words.
 */
#pragma once

#include "common/text.h"

enum {
    REGEX_REPEAT_MAX = 1000,
    REGEX_DEPTH_MAX = 250
}; /* of {n,m}, also of one within others: Go's; of groups */

struct regex_group_name {
    const char *at;
    size_t len, group;
    const struct regex_group_name *next; /* in the order in which they stand; NULL: the last */
};

struct regex_source {
    struct text pattern;
    const struct regex_group_name *names; /* NULL: none */
};

/* Fills out. NULL; else Go's message: "error parsing regexp: missing closing ): `(a`". */
MUST_CHECK const char *regex_read(const char *pattern, size_t len, struct arena *a, struct regex_source *out);
