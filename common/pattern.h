/* pattern.h: Cilium's matchPattern, to the letter (pkg/fqdn/matchpattern, 2026).
 * '*' is any number of a-z 0-9 - _ within one label, none included; a leading "**." is one label or more; "*"
 * alone is every name; all else is itself, without case. A pattern matches the whole name. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/attributes.h"

enum { PATTERN_MAX = 255 }; /* octets, as Cilium allows */

struct pattern {
    char text[PATTERN_MAX + 1]; /* lower case, less blanks around it, "**." and the last dot */
    bool everything;            /* "*" */
    bool deep;                  /* began with "**." */
};

/* Reads text[0..len). NULL, or what is wrong with it: a character other than letters, digits and -_.*, or its
 * length. */
MUST_CHECK const char *pattern_read(const char *text, size_t len, struct pattern *out);

/* Whether a name in wire form matches. */
bool pattern_matches(const struct pattern *p, const uint8_t *name);

/* Whether it has a '*' at all; else it is one name. */
bool pattern_is_name(const struct pattern *p);
