/* query_upstream.h: questions that go upstream: names of the release under their targets, others as they are
 * if the policy lets them; and what comes back. For query.c and query_*.c alone. */
#pragma once

#include "dnsd/query_state.h"

/* Of what may take more than one exchange; a single one is given up before. */
enum { QUERY_DEADLINE_MS = 4450 };

/* Looks the name up under the rule's target, and answers under its own. */
void query_upstream_lookup(struct queries *q, const struct client *from, const struct request *r, size_t len,
                           const struct rule *rule);

/* Asks the policy, and relays the question or answers that it is denied. */
void query_upstream_relay(struct queries *q, const struct client *from, const struct request *r, size_t len);
void query_upstream_relay_kept(struct pending *p); /* who has waited for something else already */

/* Answers those whose lookups take too long. */
void query_upstream_end_late(struct queries *q, uint64_t now_ms);
