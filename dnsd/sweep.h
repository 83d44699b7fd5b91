/* sweep.h: the release's services looked up, so that their addresses are known when someone asks whose an
 * address is. At most one sweep a second for each kind of address, of a bounded number of services: a
 * workload that asks for every address there is makes no flood upstream. */
#pragma once

#include "dnsd/config.h"
#include "dnsd/lookup.h"
#include "dnsd/reverse.h"

struct sweep;

enum {
    SWEEP_SERVICES_MAX = 256,
    SWEEP_LOOKUPS_MAX = 2 * SWEEP_SERVICES_MAX, /* under way at a time */
};

/* Called at the end of a sweep. */
typedef void sweep_done(void *arg, bool v6);

/* What it is given must outlive it, or sweep_stop be called before. NULL: the arena is full. */
MUST_CHECK struct sweep *sweep_new(const struct config *c, struct lookup *l, struct reverse *r,
                                   struct arena *a, sweep_done *done, void *arg);

/* Begins one, or joins the one under way; done will be called, perhaps before this returns. false: the last
 * one is so fresh that another would say the same. */
MUST_CHECK bool sweep_start(struct sweep *s, bool v6, uint64_t now_ms);

/* What an answer to a question for one of the release's names tells. rule is the question's. */
void sweep_learn(struct reverse *r, const struct rule *rule, uint16_t type, const uint8_t *wire, size_t len);
