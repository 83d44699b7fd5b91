/* loop.h: whether what goes upstream comes back: a question for a name that nobody can guess is sent there
 * once, and should it arrive here, upstream is a way round to ourselves. As CoreDNS's directive of that name.
 */
#pragma once

#include "dnsd/message.h"
#include "dnsd/random.h"
#include "dnsd/relay.h"

enum { LOOP_NAME_LEN = 1 + 32 + 1 }; /* a label of 128 random bits in hex, and the root */

/* Zeroed: nothing was sent. */
struct loop {
    struct waiter waiter;
    uint8_t name[LOOP_NAME_LEN];
    bool sent, found;
};

/* Sends the question. It is forgotten when the relay ends, which must be before the loop does. */
void loop_probe(struct loop *l, struct relay *relay, struct random *random);

/* Whether that is the question that was sent; from then on found is set. */
bool loop_is_probe(struct loop *l, const struct request *r);
