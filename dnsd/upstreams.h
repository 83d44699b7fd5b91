/* upstreams.h: which server is asked, and which after it: in the order the configuration names, and last
 * those that have been silent too often. One that is thought down is looked at with a client's question now
 * and then, which a server that is up is asked at the same time: no question of our own ever goes upstream,
 * and no client waits for a look. */
#pragma once

#include "dnsd/config.h"
#include "dnsd/random.h"

struct upstreams {
    const struct config *config; /* must outlive it; the rest is zeroed at the start */
    unsigned next;               /* of a round robin */
    struct {
        unsigned fails;     /* in a row */
        uint64_t looked_ms; /* when it was down */
    } servers[CONFIG_SERVERS_MAX];
};

/* Index of the server a new question goes to. */
unsigned upstreams_first(struct upstreams *u, struct random *random);

/* The one to ask when server gave no answer. With one server it is that one. */
unsigned upstreams_after(const struct upstreams *u, unsigned server);

/* A server that is down and due to be looked at, other than besides, and counted as looked at; false: none.
 */
bool upstreams_look(struct upstreams *u, unsigned besides, uint64_t now_ms, unsigned *out);

void upstreams_failed(struct upstreams *u, unsigned server);
void upstreams_answered(struct upstreams *u, unsigned server);
