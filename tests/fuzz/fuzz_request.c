/* What a client's packet comes to: whatever it holds, what is taken from it is whole, and what goes upstream
 * or back for it holds nothing else of it. */
#include "tests/fuzz/fuzz.h"

#include "common/dname.h"
#include "dnsd/message.h"

static void want_canonical(const struct request *r)
{
    uint8_t query[QUERY_LEN_MAX];
    struct request again;
    size_t len = message_query(r, r->qname, 7, 4096, query);
    fuzz_want(len == HEADER_LEN + r->qname_len + 4u + (r->has_opt ? 11 : 0));
    fuzz_want(message_parse(query, len, &again) == VERDICT_SERVE);
    fuzz_want(again.id == 7 && again.qtype == r->qtype && again.qclass == CLASS_IN && again.rd == r->rd &&
              again.cd == r->cd && again.has_opt == r->has_opt && again.dnssec_ok == r->dnssec_ok);
    fuzz_want(again.qname && r->qname && again.qname_len == r->qname_len);
    fuzz_want(memcmp(again.qname, r->qname, r->qname_len) == 0);
    fuzz_want(again.udp_size <= 4096 && again.udp_size <= r->udp_size);
}

/* An answer of our own to it, in the least room there is, and what becomes of it where there is less. */
static void want_answer(const struct request *r, uint16_t rcode)
{
    static const uint8_t zone[] = "\3not\4dnsd";
    static const char text[] = "a reason that is of some length, so that it may be too long for what is left";
    const struct local_answer a = {.rcode = rcode,
                                   .soa_name = zone,
                                   .soa_mname = zone,
                                   .soa_ttl_s = 5,
                                   .ede = EDE_BLOCKED,
                                   .ede_text = text};
    uint8_t wire[UDP_SIZE_MIN], query[QUERY_LEN_MAX];
    size_t len = message_answer(r, &a, wire, sizeof wire);
    fuzz_want(len >= HEADER_LEN && len <= sizeof wire && message_id(wire) == r->id);
    fuzz_want(message_has_opt(wire, len) == r->has_opt && message_rcode(wire) == (rcode & 15));
    if (r->qname && r->opcode == 0 && r->qclass == CLASS_IN) {
        size_t query_len = message_query(r, r->qname, r->id, 4096, query);
        fuzz_want(message_is_answer_to(wire, len, query, query_len));
        query[0] ^= 1;
        fuzz_want(!message_is_answer_to(wire, len, query, query_len));
    }
    size_t less = message_truncate(wire, len, len - 1);
    fuzz_want(less < len && message_is_truncated(wire) && message_has_opt(wire, less) == r->has_opt);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
    struct request r;
    enum verdict verdict = message_parse(data, len, &r);
    fuzz_want((verdict == VERDICT_DROP) == (len < HEADER_LEN || data[2] & 0x80));
    if (verdict == VERDICT_DROP)
        return 0;
    fuzz_want(r.udp_size >= UDP_SIZE_MIN);
    if (r.qname)
        fuzz_want(r.qname == data + HEADER_LEN && r.qname_len == dname_len(r.qname) &&
                  HEADER_LEN + r.qname_len + 4u <= len);
    if (verdict == VERDICT_SERVE)
        want_canonical(&r);
    want_answer(&r, verdict == VERDICT_SERVE ? RCODE_NXDOMAIN : r.rcode);
    return 0;
}
