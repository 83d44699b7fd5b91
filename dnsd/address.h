/* address.h: an IP address and a port, as people write them and as the kernel takes them. */
#pragma once

#include <netinet/in.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/attributes.h"

enum { ADDRESS_TEXT_MAX = 80 }; /* "[" IPv6 "%" interface "]:" port, and a NUL */

/* Zeroed: no address. */
struct address {
    union {
        struct sockaddr any;
        struct sockaddr_in v4;
        struct sockaddr_in6 v6;
    };
};

/* Reads text[0..len): 1.2.3.4, 1.2.3.4:53, ::1, [::1]:53, fe80::1%eth0. The port is default_port where none
 * is written. NULL and *out filled, or what is wrong, to put behind "is no address: ". Names are not looked
 * up. */
MUST_CHECK const char *address_from_text(const char *text, size_t len, uint16_t default_port,
                                         struct address *out);

/* 1.2.3.4:53 or [::1]:53. Gives the length without the NUL. */
size_t address_to_text(char to[ADDRESS_TEXT_MAX], const struct address *a);

/* The same without the port and brackets. */
size_t address_host_to_text(char to[ADDRESS_TEXT_MAX], const struct address *a);

/* The kernel's length of it: of struct sockaddr_in or sockaddr_in6. */
socklen_t address_len(const struct address *a);

uint16_t address_port(const struct address *a);
void address_set_port(struct address *a, uint16_t port);

/* Same family, host, scope and port. */
bool address_equal(const struct address *a, const struct address *b);

/* 127.0.0.0/8 or ::1. */
bool address_is_loopback(const struct address *a);

/* One of this host's: it can be bound. */
bool address_is_local(const struct address *a);

/* 0.0.0.0 or :: */
bool address_is_any(const struct address *a);
