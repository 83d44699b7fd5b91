/* local.h: what dnsd answers out of its own knowledge: localhost, and what the policy denies. */
#pragma once

#include "common/dname.h"
#include "dnsd/config.h"
#include "dnsd/message.h"

/* localhost. and what lies below it (RFC 6761 6.3): 127.0.0.1, ::1, or no data. false: another name. The
 * answer points to *record and to constants. */
bool local_find(const struct request *r, struct local_answer *out, struct local_record *record);

/* Whose an address is: a PTR to the service, which is a label; NODATA for other types. data holds the
 * record's name. */
void local_reverse(const struct request *r, const char *service, struct local_answer *out,
                   struct local_record *record, uint8_t data[DNAME_MAX]);

/* NXDOMAIN for a reverse name that nobody has, and that does not leave. */
struct local_answer local_unknown_address(void);

/* "No", the same for every type, as the policy says it; points into c and to constants. */
struct local_answer local_denial(const struct config *c);
