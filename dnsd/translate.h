/* translate.h: the answer about a target, told as one about the name the client asked for.
 * Understands the whole message through ldns, and allocates: only for the release's own names. */
#pragma once

#include "dnsd/message.h"

/* wire[0..len) is the answer to a question about target. In it every name that is target, or lies below it,
 * owner or in the data, becomes qname of r, in the client's spelling; question, ID, RD and CD become r's; an
 * OPT stays only if r has one. TTLs, rcode, AA, order and everything else stay. Writes at most room octets
 * and gives the length; 0: the message cannot be understood, or does not fit. */
size_t translate_answer(const uint8_t *wire, size_t len, const uint8_t *target, const struct request *r,
                        uint8_t *to, size_t room);
