/* What upstream says, with ldns as the second reader. The input is a packet; it is read as an answer about
 * a target, and as a client's packet.
 *
 * Where ldns and dnsd read a client's packet differently, on purpose, is the table of ldns_differences.c.
 * Anything else that only one of them takes is a finding, and so is a field that they read differently. */
#include "tests/fuzz/fuzz.h"

#include <ldns/ldns.h>

#include "dnsd/compress.h"
#include "dnsd/message.h"
#include "dnsd/translate.h"
#include "tests/fuzz/ldns_differences.h"

static uint16_t count(const uint8_t *wire, unsigned section)
{
    return (uint16_t)(wire[4 + 2 * section] << 8 | wire[5 + 2 * section]);
}

static void compare_request(const uint8_t *wire, size_t len)
{
    struct request r;
    ldns_pkt *packet = NULL;
    enum verdict verdict = message_parse(wire, len, &r);
    bool understood = ldns_wire2pkt(&packet, wire, len) == LDNS_STATUS_OK;
    bool taken = verdict == VERDICT_SERVE;
    if (verdict == VERDICT_DROP || r.opcode != 0) {
        ldns_pkt_free(packet);
        return;
    }
    if (understood != (taken || r.rcode != RCODE_FORMERR))
        fuzz_want(ldns_difference_is_known(understood ? LDNS_TAKES : DNSD_TAKES, wire, len));
    if (understood && taken) {
        const ldns_rr *question = ldns_rr_list_rr(ldns_pkt_question(packet), 0);
        const ldns_rdf *name = ldns_rr_owner(question);
        fuzz_want(ldns_rdf_size(name) == r.qname_len &&
                  memcmp(ldns_rdf_data(name), r.qname, r.qname_len) == 0);
        fuzz_want(ldns_pkt_id(packet) == r.id && (uint16_t)ldns_rr_get_type(question) == r.qtype);
        fuzz_want(ldns_pkt_rd(packet) == r.rd && ldns_pkt_cd(packet) == r.cd);
        /* beside another record ldns may have lost its place: ldns_differences.c */
        fuzz_want(!r.has_opt || count(wire, 3) > 1 || ldns_pkt_edns_do(packet) == r.dnssec_ok);
    }
    ldns_pkt_free(packet);
}

static void count_one(void *arg, const uint8_t *data, size_t len)
{
    fuzz_want(len == 4 && data);
    ++*(unsigned *)arg;
}

/* ldns goes on where it stopped to read a record's data, and not where that ends. */
static bool ldns_keeps_its_place(const uint8_t *wire, size_t len)
{
    uint8_t name[DNAME_MAX];
    struct cursor c = cursor_over(wire, len);
    (void)cursor_take(&c, HEADER_LEN);
    for (unsigned left = count(wire, 0); left; left--)
        if (!compress_read(&c, wire, name) || !cursor_take(&c, 4))
            return false;
    unsigned records = 0u + count(wire, 1) + count(wire, 2) + count(wire, 3);
    for (; records; records--) {
        ldns_rr *rr = NULL;
        size_t at = (size_t)(c.at - wire);
        if (!compress_read(&c, wire, name) || !cursor_take(&c, 8))
            return false;
        (void)cursor_take(&c, cursor_u16(&c));
        bool understood = ldns_wire2rr(&rr, wire, len, &at, LDNS_SECTION_ANSWER) == LDNS_STATUS_OK;
        ldns_rr_free(rr);
        if (!understood || c.failed || at != (size_t)(c.at - wire))
            return false;
    }
    return true;
}

/* What ldns could read before it can read behind, and as many of everything. */
static void compare_translation(const uint8_t *wire, size_t len, const uint8_t *to, size_t written)
{
    ldns_pkt *before = NULL, *behind = NULL;
    if (ldns_keeps_its_place(wire, len) && ldns_wire2pkt(&before, wire, len) == LDNS_STATUS_OK) {
        fuzz_want(ldns_wire2pkt(&behind, to, written) == LDNS_STATUS_OK);
        fuzz_want(ldns_pkt_ancount(before) == ldns_pkt_ancount(behind));
        fuzz_want(ldns_pkt_nscount(before) == ldns_pkt_nscount(behind));
        fuzz_want(ldns_pkt_arcount(before) == ldns_pkt_arcount(behind));
    }
    ldns_pkt_free(before);
    ldns_pkt_free(behind);
}

/* What is written back asks the client's question. */
static void translate(const uint8_t *wire, size_t len, bool has_opt)
{
    static const uint8_t qname[] = "\5NgInX", target[] = "\1x\4test";
    static uint8_t to[MESSAGE_MAX];
    const struct request r = {.qname = qname,
                              .qname_len = sizeof qname,
                              .id = 0x1234,
                              .qtype = TYPE_A,
                              .rd = true,
                              .has_opt = has_opt};
    size_t written = translate_answer(wire, len, target, &r, to, sizeof to);
    if (!written)
        return;
    fuzz_want(message_id(to) == r.id && to[5] == 1 && memcmp(to + HEADER_LEN, qname, sizeof qname) == 0);
    fuzz_want(has_opt || !message_has_opt(to, written));
    if (!memmem(wire, len, "\0\xfa", 2))
        compare_translation(wire, len, to, written);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
    unsigned found = 0;
    if (len < HEADER_LEN || len > 4096)
        return 0;
    if (!memmem(data, len, "\0\xfa", 2)) /* of two TSIG ldns loses one, wherever it sees them: its leak */
        compare_request(data, len);
    message_each_answer(data, len, TYPE_A, 4, count_one, &found);
    fuzz_want(found <= count(data, 1));
    translate(data, len, false);
    translate(data, len, true);
    for (size_t size = UDP_SIZE_MIN; size >= HEADER_LEN; size = size * 3 / 4) {
        uint8_t *copy = malloc(len);
        fuzz_want(copy != NULL);
        memcpy(copy, data, len);
        fuzz_want(message_truncate(copy, len, size) <= (size < len ? size : len));
        free(copy);
    }
    return 0;
}
