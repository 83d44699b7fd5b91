#include "dnsd/share.h"

#include <string.h>

static uint32_t slot_of(const struct shares *s, const struct address *who)
{
    uint32_t host;
    if (who->any.sa_family == AF_INET)
        host = who->v4.sin_addr.s_addr;
    else
        memcpy(&host, who->v6.sin6_addr.s6_addr + sizeof who->v6.sin6_addr - sizeof host, sizeof host);
    uint64_t h = (((uint64_t)host << 16 | address_port(who)) ^ s->key) * 0xff51afd7ed558ccdu;
    h = (h ^ h >> 32) * 0xff51afd7ed558ccdu; /* neighbours are strewn about */
    return (uint32_t)(h >> 32) % SHARE_SLOTS;
}

bool share_take(struct shares *s, struct random *r, const struct address *who, unsigned most, uint64_t now_ms)
{
    uint64_t window = now_ms / SHARE_WINDOW_MS + 1;
    if (window != s->window) {
        memset(s->had, 0, sizeof s->had);
        s->window = window;
        s->key = random_u32(r);
    }
    uint16_t *had = &s->had[slot_of(s, who)];
    if (*had >= most)
        return false;
    ++*had;
    return true;
}
