#include "dnsd/due.h"

#include <stddef.h>

void due_add(struct due_queue *q, struct due *d, uint64_t now_ms)
{
    due_remove(d);
    *d = (struct due){.before = q->last, .queue = q, .at_ms = now_ms + q->delay_ms};
    if (q->last)
        q->last->after = d;
    else
        q->first = d;
    q->last = d;
}

void due_remove(struct due *d)
{
    struct due_queue *q = d->queue;
    if (!q)
        return;
    if (d->before)
        d->before->after = d->after;
    else
        q->first = d->after;
    if (d->after)
        d->after->before = d->before;
    else
        q->last = d->before;
    *d = (struct due){0};
}

struct due *due_take(struct due_queue *q, uint64_t now_ms)
{
    struct due *d = q->first;
    if (!d || d->at_ms > now_ms)
        return NULL;
    due_remove(d);
    return d;
}

uint64_t due_next_ms(const struct due_queue *q)
{
    return q->first ? q->first->at_ms : UINT64_MAX;
}
