#include "dnsd/local.h"

#include <string.h>

enum { LOCALHOST_TTL_S = 3600, DENIAL_TTL_S = 5, REVERSE_TTL_S = 5 };

static const uint8_t localhost[] = "\x09localhost";
static const uint8_t root[] = "";

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

void local_reverse(const struct request *r, const char *service, struct local_answer *out,
                   struct local_record *record, uint8_t data[DNAME_MAX])
{
    size_t len = 0;
    bool found = r->qtype == TYPE_PTR && dname_from_text(service, strlen(service), data, &len) == NULL;
    *record = (struct local_record){
        .type = TYPE_PTR, .ttl_s = REVERSE_TTL_S, .data = data, .data_len = (uint16_t)len};
    *out = (struct local_answer){.answer = found ? record : NULL, .ede = EDE_NONE};
    if (!found) {
        out->soa_name = out->soa_mname = root;
        out->soa_ttl_s = REVERSE_TTL_S;
    }
}

struct local_answer local_unknown_address(void)
{
    return (struct local_answer){.rcode = RCODE_NXDOMAIN,
                                 .soa_name = root,
                                 .soa_mname = root,
                                 .soa_ttl_s = REVERSE_TTL_S,
                                 .ede = EDE_NONE};
}

struct local_answer local_denial(const struct config *c)
{
    bool tell = c->policy.reason[0] != '\0';
    struct local_answer a = {.rcode = c->policy.deny == DENY_REFUSED ? RCODE_REFUSED : RCODE_NXDOMAIN,
                             .ede = tell ? EDE_BLOCKED : EDE_NONE,
                             .ede_text = tell ? c->policy.reason : NULL};
    if (a.rcode == RCODE_NXDOMAIN) {
        a.soa_name = root;
        a.soa_mname = tell ? c->policy.reason_name : root; /* for clients that know no EDE */
        a.soa_ttl_s = DENIAL_TTL_S;
    }
    return a;
}
