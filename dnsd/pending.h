/* pending.h: the clients that wait for an answer, each with its question. All places are had at the start:
 * the last ones are for the release's own names. */
#pragma once

#include "common/dname.h"
#include "dnsd/config.h"
#include "dnsd/due.h"
#include "dnsd/message.h"
#include "dnsd/relay.h"
#include "dnsd/transport.h"

struct queries;

/* A client's question until it is answered. */
struct pending {
    struct waiter waiter;
    struct due due; /* its deadline, or how long it waits for a sweep */
    struct queries *of;
    struct pending *next; /* among the free */
    struct client client;
    struct request request;
    const struct rule *rule; /* NULL: relayed */
    uint64_t came_us;
    uint16_t query_len;
    bool logged;     /* the policy would deny it, if it were enforced */
    bool looking_up; /* a lookup will still call */
    bool answered;   /* and the client has heard */
    uint8_t qname[DNAME_MAX];
};

enum { PENDING_RESERVE_PART = 8 }; /* one place of so many is kept for the release's names */

/* Its numbers are for reading. All zero: never opened. */
struct pending_pool {
    struct pending *all, *free;
    unsigned count;
    unsigned touched; /* of all, from its start: the rest was never used, and costs no memory yet */
    unsigned free_count, reserve, waiting;
};

MUST_CHECK int pending_pool_open(struct pending_pool *pool, unsigned count, struct diag *err);
void pending_pool_close(struct pending_pool *pool);

/* Whether only the reserve is left. */
bool pending_pool_is_full(const struct pending_pool *pool);

/* A place for the question, which is copied; of is the caller's to set. NULL: there is none. */
MUST_CHECK struct pending *pending_keep(struct pending_pool *pool, const struct client *from,
                                        const struct request *r, size_t len, const struct rule *rule,
                                        uint64_t came_us);

/* It waits no more. Its place is free, or will be with the same call once no lookup has a hold on it. When
 * none is left in use, the memory of many goes back to the kernel. */
void pending_release(struct pending_pool *pool, struct pending *p);

/* The first that is due, taken out of its queue; NULL: none is. */
struct pending *pending_take_due(struct due_queue *queue, uint64_t now_ms);
