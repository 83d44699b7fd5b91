/* denied.h: an account of the names that the policy denied: how often each, and when, in bounded memory.
 * A fixed number of entries is kept by the Space-Saving method: a new name takes the place of the rarest, so
 * that whatever is frequent is there, and a count is at most `over` too high. Reverse names are counted
 * apart: they are noise that clients make of addresses. */
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "common/attributes.h"

enum { DENIED_MAX = 256 /* names with their type */, DENIED_TEXT_MAX = 512 * 1024 };

struct denied;

/* NULL: no memory. */
MUST_CHECK struct denied *denied_new(void);

/* A query for qname (any case) and type, at now, was denied or would have been. */
void denied_add(struct denied *d, const uint8_t *qname, uint16_t type, time_t now);

/* How often denied_add was called. */
uint64_t denied_total(const struct denied *d);

/* Writes the account for people: a line for each name, the most frequent first, then an allowDomains block
 * to paste into values.yaml, of those that can stand in one. Nothing when nothing was denied. Gives the
 * length; to is ended by a NUL. */
size_t denied_print(const struct denied *d, char to[DENIED_TEXT_MAX]);

/* NULL is fine. */
void denied_free(struct denied *d);
