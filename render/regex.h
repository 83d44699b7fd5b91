/* regex.h: regular expressions of Go's (RE2) syntax, matched by PCRE2.
 * What RE2 cannot say (look-around, back references, possessive and atomic groups) is refused as Go refuses
 * it, so that no pattern means here what it does not mean in Helm. A match that would take too long is an
 * error. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "common/arena.h"

struct regex;

enum { REGEX_LEN_MAX = 64 * 1024, REGEX_REPEAT_MAX = 1000 }; /* of a pattern; of {n,m}: Go's */

/* NULL: *error is Go's message, "error parsing regexp: missing closing ): `(a`". All memory is the arena's.
 */
MUST_CHECK struct regex *regex_compile(const char *pattern, size_t len, struct arena *a, const char **error);

/* Capture groups, the whole match not counted; the name of group i (from 1), or "". */
size_t regex_groups(const struct regex *r);
const char *regex_group_name(const struct regex *r, size_t i);

enum { REGEX_NONE = (size_t)-1 };

/* The first match in s[0..len) that begins at from or later: 1, and groups[2*i], groups[2*i+1] are where
 * group i (0: all of it) begins and ends, REGEX_NONE where it took no part, for as many groups as count; 0:
 * no match; -1: it took too long. s must be UTF-8; what is not matches as Go's U+FFFD does only in part. */
int regex_match(const struct regex *r, const char *s, size_t len, size_t from, size_t *groups, size_t count);
