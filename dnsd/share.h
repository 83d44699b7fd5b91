/* share.h: who is let in while more come than there is room for. A flood comes from few sockets, and the
 * lookup of somebody else from another: with a share for each, it is the flood that goes short. */
#pragma once

#include "dnsd/address.h"
#include "dnsd/random.h"

enum {
    SHARE_WINDOW_MS = 100,
    SHARE_MOST = 1000,     /* packets of one client in a window; and */
    SHARE_LEAST = 3,       /* when that, of all of them together, is still too much */
    SHARE_LASTS_MS = 1000, /* how long behind the last overflow, or the last packet too many */
    SHARE_ROWS = 4,
    SHARE_SLOTS = 4096, /* of a row: four of them come out of one hash */
};

/* Clients are told apart by address and port: each has a slot in each row, and had what the least of these
 * says. So it takes several greedy ones to make another go short, and of a thousand that happens to one in
 * 500. Who has slots in common is drawn anew for each window, so that nobody can choose a victim. */
struct shares {
    uint64_t scarce_until_ms; /* 0: there is room for all; whatever else is here then need not be set */
    uint64_t window, key;
    unsigned most, came, let_in;
    bool overflowed; /* in this window, too */
    uint16_t had[SHARE_ROWS][SHARE_SLOTS];
};

static inline bool share_is_scarce(const struct shares *s)
{
    return s->scarce_until_ms != 0;
}

/* Packets were lost because nobody read them in time: from now on each has a share, and the narrower the more
 * windows this goes on in. */
void share_overflowed(struct shares *s, uint64_t now_ms);

/* Whether one more packet of this client's is let in. Only where shares are scarce. */
bool share_take(struct shares *s, struct random *r, const struct address *who, uint64_t now_ms);
