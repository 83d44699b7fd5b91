/* upstreams.h: which server is asked, and which after it: in the order the configuration names, and last
 * those that have been silent too often. One that is thought down is tried again with a client's question now
 * and then: no question of our own ever goes upstream. */
#pragma once

#include "dnsd/config.h"
#include "dnsd/random.h"

struct upstreams {
    const struct config *config; /* must outlive it; the rest is zeroed at the start */
    unsigned next;               /* of a round robin */
    struct {
        unsigned fails; /* in a row */
        uint64_t tried_ms;
    } servers[CONFIG_SERVERS_MAX];
};

/* Index of the server a new question goes to. */
unsigned upstreams_first(struct upstreams *u, struct random *random, uint64_t now_ms);

/* The one to ask when server gave no answer. With one server it is that one. */
unsigned upstreams_after(struct upstreams *u, unsigned server, uint64_t now_ms);

void upstreams_failed(struct upstreams *u, unsigned server);
void upstreams_answered(struct upstreams *u, unsigned server);
