/* query_reverse.h: questions for whose an address is: answered from the table of the release's services,
 * perhaps after a sweep of them; a private address goes nowhere else. For query.c and query_*.c alone. */
#pragma once

#include "dnsd/query_state.h"

enum {
    QUERY_STAYS_PATIENCE_MS =
        1000, /* how long a reverse name waits for a sweep, if it goes nowhere; and if */
    QUERY_LEAVES_PATIENCE_MS = 100, /* it then goes upstream: the two take no longer than a query may */
};

/* Makes the table and the sweeps, if they are not switched off. */
MUST_CHECK int query_reverse_open(struct queries *q, struct diag *err);

/* Who still waits for a sweep hears SERVFAIL: before the relay ends the sweep, and they are told there is
 * nobody. */
void query_reverse_close(struct queries *q);

/* A reverse name that the table knows, or that does not leave, or that may be of a service. false: it is a
 * question for the policy. */
bool query_reverse_serve(struct queries *q, const struct client *from, const struct request *r, size_t len);

/* Answers those who wait for a sweep that takes too long. */
void query_reverse_end_late(struct queries *q, uint64_t now_ms);
