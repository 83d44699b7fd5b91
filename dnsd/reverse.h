/* reverse.h: whose address it is: what PTR questions about the release's own addresses are answered from.
 * Learned from answers that go by, bounded; the oldest address makes room for a new one. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/arena.h"

enum { REVERSE_MAX = 1024 /* addresses */, REVERSE_ADDRESS_MAX = 16 };

struct reverse;

/* NULL: the arena is full. */
MUST_CHECK struct reverse *reverse_new(struct arena *a);

/* The service, whose text must live as long, was answered with these addresses and no others of their
 * length: count of them, each of len octets (4 or 16), one behind the other. */
void reverse_learn(struct reverse *r, const char *service, const uint8_t *addresses, size_t len,
                   unsigned count);

/* The service that has it, or NULL. */
const char *reverse_find(const struct reverse *r, const uint8_t *address, size_t len);

/* The address that a whole name under in-addr.arpa or ip6.arpa is of: its length, 4 or 16; 0: it is not of
 * one. */
size_t reverse_address(const uint8_t *qname, uint8_t to[REVERSE_ADDRESS_MAX]);

/* Whether a name lies under in-addr.arpa or ip6.arpa. */
bool reverse_is_name(const uint8_t *qname);

/* Whether a name lies in the reverse tree of addresses that mean nothing outside: private, shared, loopback,
 * link-local, unspecified (RFC 6303, RFC 6598, RFC 4193). Such a name never leaves the Pod. */
bool reverse_is_private(const uint8_t *qname);
