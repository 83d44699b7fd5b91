/* ldns_differences.h: where ldns and dnsd differ on purpose over what a query may be: the whole list. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum taker { LDNS_TAKES, DNSD_TAKES }; /* the one that takes it, where the other refuses */

/* Whether a row of the table is about a packet that only one of them takes. wire has at least HEADER_LEN. */
bool ldns_difference_is_known(enum taker taker, const uint8_t *wire, size_t len);
