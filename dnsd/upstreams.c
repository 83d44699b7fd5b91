#include "dnsd/upstreams.h"

static bool is_down(const struct upstreams *u, unsigned server, uint64_t now_ms)
{
    const struct config *c = u->config;
    return c->upstream.max_fails && u->servers[server].fails >= c->upstream.max_fails &&
           now_ms - u->servers[server].tried_ms < c->upstream.health_check_ms;
}

/* From server on, the first that is not down; all down: server. */
static unsigned pick(struct upstreams *u, unsigned server, uint64_t now_ms)
{
    unsigned count = u->config->upstream.server_count;
    unsigned chosen = server;
    for (unsigned i = 0; i < count && is_down(u, chosen, now_ms); i++)
        chosen = (server + i + 1) % count;
    u->servers[chosen].tried_ms = now_ms;
    return chosen;
}

unsigned upstreams_first(struct upstreams *u, struct random *random, uint64_t now_ms)
{
    unsigned count = u->config->upstream.server_count;
    switch (u->config->upstream.order) {
    case SERVERS_RANDOM: return pick(u, random_below(random, count), now_ms);
    case SERVERS_ROUND_ROBIN: return pick(u, u->next++ % count, now_ms);
    case SERVERS_SEQUENTIAL: break;
    }
    return pick(u, 0, now_ms);
}

unsigned upstreams_after(struct upstreams *u, unsigned server, uint64_t now_ms)
{
    return pick(u, (server + 1) % u->config->upstream.server_count, now_ms);
}

void upstreams_failed(struct upstreams *u, unsigned server)
{
    u->servers[server].fails++;
}

void upstreams_answered(struct upstreams *u, unsigned server)
{
    u->servers[server].fails = 0;
}
