/* qlog.h: a line for each query and for each failure, in CoreDNS's words or as JSON. A reader who stalls
 * never holds up an answer: lines wait in a bounded buffer, then are dropped and counted. */
#pragma once

#include <event2/event.h>

#include "dnsd/config.h"
#include "dnsd/message.h"
#include "dnsd/stats.h"

struct qlog;

/* What is told of a query. */
struct qlog_line {
    const struct address *client;
    const struct request *request; /* qname may be NULL */
    bool tcp;
    size_t query_len;
    const uint8_t *answer; /* NULL: none was sent */
    size_t answer_len;
    uint64_t took_us;
    const char *note; /* "denied", "upstream silent": behind the line; NULL: none */
};

/* Writes to fd, which stays the caller's, and counts in stats what it drops. NULL: no memory. */
struct qlog *qlog_new(struct event_base *base, int fd, enum log_format format, struct stats *stats);

void qlog_query(struct qlog *l, const struct qlog_line *line);

/* A query that failed, in the words of CoreDNS's errors, or as JSON; rcode is the answer's. */
void qlog_error(struct qlog *l, const struct request *r, uint16_t rcode, const char *why);

/* Gives the kernel what it takes without waiting; once a turn of the loop. */
void qlog_flush(struct qlog *l);

/* Flushes, and says what was dropped. */
void qlog_free(struct qlog *l);
