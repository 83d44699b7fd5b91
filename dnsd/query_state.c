#include "dnsd/query_state.h"

struct pending *query_state_keep(struct queries *q, const struct client *from, const struct request *r,
                                 size_t len, const struct rule *rule)
{
    struct pending *p = pending_keep(&q->pool, from, r, len, rule, query_state_now_us(q));
    if (!p)
        return NULL;
    p->of = q;
    stats_waits(q->stats);
    return p;
}

void query_state_release(struct pending *p)
{
    if (!p->answered)
        stats_waits_no_more(p->of->stats);
    pending_release(&p->of->pool, p);
}

void query_state_set_timer(struct queries *q, uint64_t now_ms)
{
    uint64_t next = due_next_ms(&q->deadline);
    for (unsigned i = 0; i < 4; i++)
        if (due_next_ms(&q->sweeping[i / 2][i % 2]) < next)
            next = due_next_ms(&q->sweeping[i / 2][i % 2]);
    if (next >= q->timer_at_ms)
        return;
    uint64_t wait_ms = next > now_ms ? next - now_ms : 0;
    const struct timeval wait = {.tv_sec = (time_t)(wait_ms / 1000),
                                 .tv_usec = (suseconds_t)(wait_ms % 1000 * 1000)};
    if (evtimer_add(q->timer, &wait) == 0)
        q->timer_at_ms = next;
}
