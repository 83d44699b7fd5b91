/* names.h: which of the release's names a question is about. Built once from the configuration, then only
 * read. */
#pragma once

#include "common/arena.h"
#include "dnsd/config.h"

struct names;

/* The table of the rules, which must outlive it. NULL: the arena is full. */
MUST_CHECK struct names *names_new(const struct rule *rules, unsigned count, struct arena *a);

/* The rule of qname: its own if there is one, else the wildcard with the longest name above it. NULL: none.
 */
const struct rule *names_find(const struct names *n, const uint8_t *qname);
