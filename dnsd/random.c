#include "dnsd/random.h"

#include <string.h>
#include <sys/random.h>

static void fill(struct random *r)
{
    for (size_t filled = 0; filled < sizeof r->octets;) {
        ssize_t got = getrandom(r->octets + filled, sizeof r->octets - filled, 0);
        if (got > 0)
            filled += (size_t)got;
    }
    r->left = sizeof r->octets;
}

static void take(struct random *r, void *to, size_t len)
{
    if (len > r->left)
        fill(r);
    r->left -= len;
    memcpy(to, r->octets + r->left, len);
    memset(r->octets + r->left, 0, len);
}

uint16_t random_u16(struct random *r)
{
    uint16_t number;
    take(r, &number, sizeof number);
    return number;
}

uint32_t random_u32(struct random *r)
{
    uint32_t number;
    take(r, &number, sizeof number);
    return number;
}

uint32_t random_below(struct random *r, uint32_t below)
{
    return (uint32_t)((uint64_t)random_u32(r) * below >> 32);
}
