/* share.h: how much of something each client had lately. A flood comes from few sockets, and the lookup of
 * somebody else from another: with a share for each, it is the flood that goes short. */
#pragma once

#include "dnsd/address.h"
#include "dnsd/random.h"

enum { SHARE_WINDOW_MS = 100, SHARE_SLOTS = 4096 };

/* Zeroed: nobody had any. Clients are told apart by address and port, as far as there are slots; who has one
 * in common with whom is drawn anew for each window, so that nobody can choose a victim. */
struct shares {
    uint64_t window;
    uint32_t key;
    uint16_t had[SHARE_SLOTS];
};

/* Whether who may have one more of what each may have most of (at most UINT16_MAX) in a window. */
bool share_take(struct shares *s, struct random *r, const struct address *who, unsigned most,
                uint64_t now_ms);
