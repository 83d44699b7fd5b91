/* world.h: what surrounds dnsd in the stateful fuzz target, from the side of who plays it: the time, what was
 * sent upstream, and what comes back. One world; world_begin makes it new. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "dnsd/address.h"
#include "dnsd/message.h"

enum { WORLD_SENT_MAX = 512 /* questions upstream kept; the oldest are forgotten */ };

/* A question that went upstream, over UDP or TCP. */
struct world_sent {
    struct address server;
    size_t len;
    uint16_t port;
    int fd;     /* UDP: its socket; -1: closed since, or TCP */
    void *call; /* TCP: to be answered; NULL: closed, or UDP */
    uint8_t query[QUERY_LEN_MAX];
};

/* Called for each question as it leaves. */
typedef void world_on_sent(const struct world_sent *s);

void world_begin(uint64_t seed, world_on_sent *on_sent);
uint64_t world_ms(void);

/* Lets time pass, each timer at its moment; on_moment is called behind each. */
void world_pass(uint64_t ms, void (*on_moment)(void));

/* How many questions are kept, and the one at index, the last one being 0. */
unsigned world_sent_count(void);
struct world_sent *world_sent_at(unsigned index);

/* Octets from the server come to the socket of s, or over its connection (answered or failed: it is gone
 * then). false: that is closed. */
bool world_answer(struct world_sent *s, const uint8_t *wire, size_t len);

/* A packet from another address comes to the socket of s: the kernel keeps it from a connected socket. */
bool world_answer_from(struct world_sent *s, const struct address *from, const uint8_t *wire, size_t len);

/* Nobody listens at the server of s; over TCP: the connection ends. false: it is closed already. */
bool world_refuse(struct world_sent *s);

/* Whether a question under that ID ever left through the socket or connection that s left through. */
bool world_knows_id(const struct world_sent *s, uint16_t id);

/* The next so many sockets cannot be had: EMFILE. */
void world_run_out(unsigned sockets);

/* Sockets, connections and events that are open. */
unsigned world_held(void);
