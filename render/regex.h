/* regex.h: regular expressions of Go's (RE2) syntax, matched by PCRE2.
 * What RE2 cannot say (look-around, back references, possessive and atomic groups) is refused as Go refuses
 * it, so that no pattern means here what it does not mean in Helm. A match that would take too long is an
 * error. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "common/arena.h"

struct regex;

enum { REGEX_LEN_MAX = 64 * 1024 }; /* of a pattern */

/* NULL: *error is Go's message, "error parsing regexp: missing closing ): `(a`". All memory is the arena's.
 */
MUST_CHECK struct regex *regex_compile(const char *pattern, size_t len, struct arena *a, const char **error);

/* Whether there is a match anywhere in s[0..len): 1, 0; -1: it took too long, or PCRE2 does not take the
 * pattern. */
int regex_match(struct regex *r, const char *s, size_t len);

/* The same from octet from on, with what stands before it looked at by ^ and \b. */
int regex_match_from(struct regex *r, const char *s, size_t len, size_t from);

/* Where group number (0: all of it) of the last match stands. false: there is none, or it did not take part.
 */
bool regex_group(const struct regex *r, size_t number, size_t *from, size_t *to);

/* The number of the first group of that name that took part in the last match; 0: none. */
size_t regex_group_named(const struct regex *r, const char *name, size_t len);
