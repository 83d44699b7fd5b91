/* pem.h: what stands between -----BEGIN X----- and -----END X-----, read as Go's encoding/pem does. */
#pragma once

#include <stdbool.h>

#include "common/arena.h"
#include "common/bytes.h"

struct pem {
    struct bytes type;   /* X; points into the text */
    struct bytes octets; /* decoded, in the arena */
};

/* The first whole block of text. false: there is none. The arena must not return when it is full. */
bool pem_read(struct bytes text, struct arena *a, struct pem *out);
