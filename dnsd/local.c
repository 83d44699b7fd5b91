#include "dnsd/local.h"

#include "common/dname.h"

enum { LOCALHOST_TTL_S = 3600, DENIAL_TTL_S = 5 };

static const uint8_t localhost[] = "\x09localhost";
static const uint8_t root[] = "";
/* Shown by clients that know no Extended DNS Errors. */
static const uint8_t denied_mname[] = "\x15"
                                      "not-in-the-allow-list"
                                      "\x04"
                                      "dnsd";

bool local_find(const struct request *r, struct local_answer *out, struct local_record *record)
{
    static const uint8_t v4[] = {127, 0, 0, 1}, v6[16] = {[15] = 1};
    if (!dname_is_under(r->qname, localhost))
        return false;
    bool is_a = r->qtype == TYPE_A, is_aaaa = r->qtype == TYPE_AAAA;
    *record = (struct local_record){.type = r->qtype,
                                    .ttl_s = LOCALHOST_TTL_S,
                                    .data = is_a ? v4 : v6,
                                    .data_len = is_a ? sizeof v4 : sizeof v6};
    *out = (struct local_answer){.answer = is_a || is_aaaa ? record : NULL, .ede = EDE_NONE};
    if (!out->answer) {
        out->soa_name = out->soa_mname = localhost;
        out->soa_ttl_s = LOCALHOST_TTL_S;
    }
    return true;
}

struct local_answer local_denial(const struct config *c)
{
    bool tell = c->policy.reason[0] != '\0';
    struct local_answer a = {.rcode = c->policy.deny == DENY_REFUSED ? RCODE_REFUSED : RCODE_NXDOMAIN,
                             .ede = tell ? EDE_BLOCKED : EDE_NONE,
                             .ede_text = tell ? c->policy.reason : NULL};
    if (a.rcode == RCODE_NXDOMAIN) {
        a.soa_name = root;
        a.soa_mname = tell ? denied_mname : root;
        a.soa_ttl_s = DENIAL_TTL_S;
    }
    return a;
}
