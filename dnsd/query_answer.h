/* query_answer.h: answers on their way to the client: cut to what it takes, counted, and told to the log.
 * Each of these that is given a pending releases it. For query.c and query_*.c alone. */
#pragma once

#include "dnsd/query_state.h"

/* An answer of our own making, to a client that is not kept. */
void query_answer_here(struct queries *q, const struct client *to, const struct request *r, size_t query_len,
                       const struct local_answer *a, enum outcome outcome);

/* To one for whom there is no place: over TCP the client may wait, so it is sent there. */
void query_answer_no_place(struct queries *q, const struct client *from, const struct request *r, size_t len);

/* An answer that is whole; what the client does not take of it is cut off in wire. */
void query_answer(struct pending *p, uint8_t *wire, size_t len, enum outcome outcome);

/* An answer of our own making. */
void query_answer_own(struct pending *p, const struct local_answer *a, enum outcome outcome);

/* SERVFAIL, with its reason. */
void query_answer_silence(struct pending *p, bool reached); /* upstream was reached, and says nothing */
void query_answer_malformed(struct pending *p);             /* what upstream said cannot be told again */
void query_answer_too_many(struct pending *p);
