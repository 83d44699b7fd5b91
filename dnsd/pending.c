#include "dnsd/pending.h"

#include <stdlib.h>
#include <string.h>

#include "dnsd/give_back.h"

int pending_pool_open(struct pending_pool *pool, unsigned count, struct diag *err)
{
    *pool = (struct pending_pool){.all = calloc(count, sizeof *pool->all)};
    if (!pool->all)
        return diag_say(err, "no memory for %u queries at a time; lower maxConcurrent", count);
    pool->count = pool->free_count = count;
    pool->reserve = count / PENDING_RESERVE_PART;
    return 0;
}

void pending_pool_close(struct pending_pool *pool)
{
    free(pool->all);
}

bool pending_pool_is_full(const struct pending_pool *pool)
{
    return pool->free_count <= pool->reserve;
}

struct pending *pending_keep(struct pending_pool *pool, const struct client *from, const struct request *r,
                             size_t len, const struct rule *rule, uint64_t came_us)
{
    if (pool->free_count == 0 || (!rule && pending_pool_is_full(pool)))
        return NULL;
    struct pending *p = pool->free;
    if (p)
        pool->free = p->next;
    else
        p = &pool->all[pool->touched++];
    pool->free_count--;
    pool->waiting++;
    memcpy(p->qname, r->qname, r->qname_len);
    p->client = *from;
    p->request = *r;
    p->request.qname = p->qname;
    p->rule = rule;
    p->came_us = came_us;
    p->query_len = (uint16_t)len;
    p->logged = p->looking_up = p->answered = false;
    return p;
}

void pending_release(struct pending_pool *pool, struct pending *p)
{
    due_remove(&p->due);
    pool->waiting -= !p->answered;
    p->answered = true;
    if (p->looking_up)
        return;
    p->next = pool->free;
    pool->free = p;
    pool->free_count++;
    if (pool->touched > GIVE_BACK_MIN && pool->free_count == pool->count) {
        give_back_pool(pool->all, pool->touched * sizeof *pool->all);
        pool->free = NULL;
        pool->touched = 0;
    }
}

struct pending *pending_take_due(struct due_queue *queue, uint64_t now_ms)
{
    struct due *d = due_take(queue, now_ms);
    return d ? (struct pending *)((char *)d - offsetof(struct pending, due)) : NULL;
}
