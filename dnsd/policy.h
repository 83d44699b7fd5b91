/* policy.h: which names may leave the Pod. */
#pragma once

#include "common/arena.h"
#include "common/pattern.h"
#include "dnsd/config.h"

struct policy;

/* From the configuration, which must outlive it. NULL: the arena is full. Patterns were checked when they
 * were read. */
MUST_CHECK struct policy *policy_new(const struct config *c, struct arena *a);

/* What the policy says of a name that is none of the release's. */
enum policy_verdict {
    POLICY_ALLOWED, /* an entry of the allow list lets it out, or it is of the release's namespace */
    POLICY_OPEN,    /* nobody asks: the mode is off */
    POLICY_LOGGED,  /* would be denied, but the mode is log */
    POLICY_DENIED
};

/* *decided, if not NULL, is set to the entry that lets it out, as written; its text is NULL when no entry
 * does, and its place then that of the policy. Names and "*.NAME" are found at the same cost however many
 * there are; other patterns are tried one by one. */
enum policy_verdict policy_check(const struct policy *p, const uint8_t *qname, struct placed_text *decided);
