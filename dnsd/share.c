#include "dnsd/share.h"

#include <string.h>

enum {
    NARROWS = 4, /* by how much the share becomes less at a time, while more than */
    PART = 8,    /* one in so many of those who come is let in, and that is too many */
};

static uint64_t hash_of(const struct shares *s, const struct address *who)
{
    uint32_t host;
    if (who->any.sa_family == AF_INET)
        host = who->v4.sin_addr.s_addr;
    else
        memcpy(&host, who->v6.sin6_addr.s6_addr + sizeof who->v6.sin6_addr - sizeof host, sizeof host);
    uint64_t h = (((uint64_t)host << 16 | address_port(who)) ^ s->key) * 0xff51afd7ed558ccdu;
    h = (h ^ h >> 32) * 0xc4ceb9fe1a85ec53u; /* neighbours are strewn about */
    return h ^ h >> 32;
}

static void begin_window(struct shares *s, struct random *r, uint64_t window)
{
    if (s->overflowed && s->let_in > s->came / PART && s->most / NARROWS >= SHARE_LEAST)
        s->most /= NARROWS;
    s->overflowed = false;
    s->came = s->let_in = 0;
    memset(s->had, 0, sizeof s->had);
    s->window = window;
    s->key = (uint64_t)random_u32(r) << 32 | random_u32(r);
}

void share_overflowed(struct shares *s, uint64_t now_ms)
{
    if (!share_is_scarce(s)) {
        s->most = SHARE_MOST;
        s->window = 0;
        s->came = s->let_in = 0;
    }
    s->overflowed = true;
    s->scarce_until_ms = now_ms + SHARE_LASTS_MS;
}

/* Counts one more in each slot that says no more than the client had: the others say what others had as well.
 * So none ever says more than most. */
static bool has_share_left(struct shares *s, const struct address *who)
{
    uint64_t hash = hash_of(s, who);
    uint16_t *slots[SHARE_ROWS], least = UINT16_MAX;
    for (unsigned row = 0; row < SHARE_ROWS; row++, hash /= SHARE_SLOTS) {
        slots[row] = &s->had[row][hash % SHARE_SLOTS];
        if (*slots[row] < least)
            least = *slots[row];
    }
    if (least >= s->most)
        return false;
    for (unsigned row = 0; row < SHARE_ROWS; row++)
        if (*slots[row] == least)
            ++*slots[row];
    return true;
}

bool share_take(struct shares *s, struct random *r, const struct address *who, uint64_t now_ms)
{
    if (now_ms >= s->scarce_until_ms) {
        s->scarce_until_ms = 0;
        return true;
    }
    uint64_t window = now_ms / SHARE_WINDOW_MS + 1;
    if (window != s->window)
        begin_window(s, r, window);
    s->came++;
    if (has_share_left(s, who)) {
        s->let_in++;
        return true;
    }
    s->scarce_until_ms = now_ms + SHARE_LASTS_MS;
    return false;
}
