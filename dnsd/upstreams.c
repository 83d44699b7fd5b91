#include "dnsd/upstreams.h"

static bool is_down(const struct upstreams *u, unsigned server)
{
    unsigned max_fails = u->config->upstream.max_fails;
    return max_fails && u->servers[server].fails >= max_fails;
}

/* From server on, the first that is not down; all down: server. */
static unsigned pick(const struct upstreams *u, unsigned server)
{
    unsigned count = u->config->upstream.server_count, chosen = server;
    for (unsigned i = 0; i < count && is_down(u, chosen); i++)
        chosen = (server + i + 1) % count;
    return chosen;
}

unsigned upstreams_first(struct upstreams *u, struct random *random)
{
    unsigned count = u->config->upstream.server_count;
    switch (u->config->upstream.order) {
    case SERVERS_RANDOM: return pick(u, random_below(random, count));
    case SERVERS_ROUND_ROBIN: return pick(u, u->next++ % count);
    case SERVERS_SEQUENTIAL: break;
    }
    return pick(u, 0);
}

unsigned upstreams_after(const struct upstreams *u, unsigned server)
{
    return pick(u, (server + 1) % u->config->upstream.server_count);
}

bool upstreams_look(struct upstreams *u, unsigned besides, uint64_t now_ms, unsigned *out)
{
    for (unsigned i = 0; i < u->config->upstream.server_count; i++) {
        if (i == besides || !is_down(u, i) ||
            now_ms - u->servers[i].looked_ms < u->config->upstream.health_check_ms)
            continue;
        u->servers[i].looked_ms = now_ms;
        *out = i;
        return true;
    }
    return false;
}

void upstreams_failed(struct upstreams *u, unsigned server)
{
    u->servers[server].fails++;
}

void upstreams_answered(struct upstreams *u, unsigned server)
{
    u->servers[server].fails = 0;
}
