/* translate.h: the answer about a target, told as one about the name the client asked for.
 * Nothing here allocates: no lack of memory, and no answer made to lose some, costs more than itself. ldns,
 * which does, is the second reader in the tests. */
#pragma once

#include "dnsd/message.h"

/* wire[0..len) is the answer to a question about target. In it every name that is target, or lies below it,
 * owner or in the data, becomes qname of r, in the client's spelling; question, ID, RD and CD become r's; an
 * OPT stays only if r has one. TTLs, rcode, AA, order and everything else stay. Writes at most room octets
 * and gives the length; 0: the message cannot be understood, or does not fit. Names are compressed. */
size_t translate_answer(const uint8_t *wire, size_t len, const uint8_t *target, const struct request *r,
                        uint8_t *to, size_t room);
