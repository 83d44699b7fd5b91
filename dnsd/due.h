/* due.h: things that fall due a fixed time after they were added: a queue, for what came first is due first.
 * Adding, removing and looking cost the same however many there are; nothing is allocated. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* Part of what falls due. Zeroed: in no queue. */
struct due {
    struct due *before, *after;
    struct due_queue *queue;
    uint64_t at_ms;
};

struct due_queue {
    struct due *first, *last;
    uint32_t delay_ms;
};

void due_add(struct due_queue *q, struct due *d, uint64_t now_ms);

/* Also when it is in no queue. */
void due_remove(struct due *d);

/* The first that is due, taken out; NULL: none is. */
struct due *due_take(struct due_queue *q, uint64_t now_ms);

/* When the first falls due; UINT64_MAX: the queue is empty. */
uint64_t due_next_ms(const struct due_queue *q);
