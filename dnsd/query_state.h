/* query_state.h: what the parts of a query's way share: the tables, who waits, and when to look at them
 * again. For query.c and query_*.c alone. */
#pragma once

#include "dnsd/clock.h"
#include "dnsd/lookup.h"
#include "dnsd/loop.h"
#include "dnsd/names.h"
#include "dnsd/pending.h"
#include "dnsd/policy.h"
#include "dnsd/query.h"
#include "dnsd/sweep.h"

struct queries {
    const struct config *config;
    struct qlog *log;
    struct stats *stats;
    struct denied *denied;
    struct arena arena;
    struct names *names;
    struct policy *policy;
    struct reverse *reverse; /* NULL: switched off */
    struct sweep *sweep;
    struct due_queue sweeping[2][2]; /* who waits for a sweep: [of IPv6][and is let out then] */
    struct loop loop;
    struct source_ports ports;
    struct lookup *lookup;
    struct relay *relay;
    struct event *timer;
    uint64_t timer_at_ms;
    uint64_t now_us; /* of this turn; 0: nobody has looked yet */
    struct due_queue deadline;
    struct pending_pool pool;
    uint8_t scratch[MESSAGE_MAX]; /* an answer being made */
};

/* One look at the clock a turn: under gVisor it costs more than to ask the kernel for a packet. */
static inline uint64_t query_state_now_us(struct queries *q)
{
    if (!q->now_us)
        q->now_us = clock_us();
    return q->now_us;
}

/* A place for the question, or NULL. Who has one is counted as waiting until it is released. */
MUST_CHECK struct pending *query_state_keep(struct queries *q, const struct client *from,
                                            const struct request *r, size_t len, const struct rule *rule);
void query_state_release(struct pending *p);

/* Has the timer go off when the first falls due of those who wait. */
void query_state_set_timer(struct queries *q, uint64_t now_ms);
