#include "dnsd/translate.h"

#include <ldns/ldns.h>
#include <string.h>

#include "common/dname.h"

enum { WIRE_ROOM = 1024 /* octets that most answers fit in */ };

struct names_pair {
    const uint8_t *target, *qname;
    size_t target_len, qname_len;
};

static bool is_below(const ldns_rdf *rdf, const struct names_pair *n, size_t *prefix_len)
{
    const uint8_t *name = ldns_rdf_data(rdf);
    size_t len = ldns_rdf_size(rdf);
    if (len < n->target_len || len > DNAME_MAX || dname_len(name) != len || !dname_is_under(name, n->target))
        return false;
    *prefix_len = len - n->target_len;
    return true;
}

/* The name in the client's words; NULL: it stays as it is, or would be too long. */
static ldns_rdf *renamed(const ldns_rdf *rdf, const struct names_pair *n)
{
    uint8_t name[2 * DNAME_MAX];
    size_t prefix_len;
    if (!rdf || ldns_rdf_get_type(rdf) != LDNS_RDF_TYPE_DNAME || !is_below(rdf, n, &prefix_len) ||
        prefix_len + n->qname_len > DNAME_MAX)
        return NULL;
    memcpy(name, ldns_rdf_data(rdf), prefix_len);
    memcpy(name + prefix_len, n->qname, n->qname_len);
    return ldns_rdf_new_frm_data(LDNS_RDF_TYPE_DNAME, prefix_len + n->qname_len, name);
}

static void rename_record(ldns_rr *rr, const struct names_pair *n)
{
    ldns_rdf *fresh = renamed(ldns_rr_owner(rr), n);
    if (fresh) {
        ldns_rdf_deep_free(ldns_rr_owner(rr));
        ldns_rr_set_owner(rr, fresh);
    }
    for (size_t i = 0; i < ldns_rr_rd_count(rr); i++) {
        fresh = renamed(ldns_rr_rdf(rr, i), n);
        if (fresh)
            ldns_rdf_deep_free(ldns_rr_set_rdf(rr, fresh, i));
    }
}

static void rename_section(ldns_rr_list *list, const struct names_pair *n)
{
    for (size_t i = 0; i < ldns_rr_list_rr_count(list); i++)
        rename_record(ldns_rr_list_rr(list, i), n);
}

/* The question becomes the client's, whatever spelling upstream sent back. */
static bool set_question(ldns_pkt *packet, const struct names_pair *n)
{
    ldns_rr_list *questions = ldns_pkt_question(packet);
    if (ldns_rr_list_rr_count(questions) != 1)
        return false;
    ldns_rr *question = ldns_rr_list_rr(questions, 0);
    ldns_rdf *name = ldns_rdf_new_frm_data(LDNS_RDF_TYPE_DNAME, n->qname_len, n->qname);
    if (!name)
        return false;
    ldns_rdf_deep_free(ldns_rr_owner(question));
    ldns_rr_set_owner(question, name);
    return true;
}

/* Not ldns_pkt2wire, which takes 64 KiB each time: malloc then puts all its small pieces in order first, at
 * the cost of a third of a query. */
static size_t write_packet(const ldns_pkt *packet, uint8_t *to, size_t room)
{
    ldns_buffer *wire = ldns_buffer_new(WIRE_ROOM); /* it grows */
    size_t len = 0;
    if (wire && ldns_pkt2buffer_wire(wire, packet) == LDNS_STATUS_OK && ldns_buffer_position(wire) <= room) {
        len = ldns_buffer_position(wire);
        memcpy(to, ldns_buffer_begin(wire), len);
    }
    ldns_buffer_free(wire);
    return len;
}

struct reading {
    const uint8_t *wire;
    size_t len;
    bool in_place;
};

static void read_alone(void *arg, size_t from, size_t to)
{
    struct reading *r = arg;
    ldns_rr *rr = NULL;
    size_t at = from;
    r->in_place &= ldns_wire2rr(&rr, r->wire, r->len, &at, LDNS_SECTION_ANSWER) == LDNS_STATUS_OK && at == to;
    ldns_rr_free(rr);
}

/* ldns loses the first of two TSIGs, and the memory with it. Nothing that was asked here is signed: none is
 * let through, nor, where these two octets are anywhere, a record whose names go on behind its end. ldns then
 * goes on in another place than we, and may see TSIGs there. */
static bool may_have_tsig(const uint8_t *wire, size_t len)
{
    const uint8_t octets[] = {0, TYPE_TSIG};
    struct reading r = {.wire = wire, .len = len, .in_place = true};
    if (!memmem(wire, len, octets, sizeof octets))
        return false;
    message_each_record(wire, len, read_alone, &r);
    return !r.in_place || message_has(wire, len, TYPE_TSIG);
}

size_t translate_answer(const uint8_t *wire, size_t len, const uint8_t *target, const struct request *r,
                        uint8_t *to, size_t room)
{
    ldns_pkt *packet = NULL;
    size_t written = 0;
    const struct names_pair n = {
        .target = target, .qname = r->qname, .target_len = dname_len(target), .qname_len = r->qname_len};
    if (len < HEADER_LEN || len > MESSAGE_MAX || may_have_tsig(wire, len) ||
        ldns_wire2pkt(&packet, wire, len) != LDNS_STATUS_OK)
        return 0;
    if (set_question(packet, &n)) {
        rename_section(ldns_pkt_answer(packet), &n);
        rename_section(ldns_pkt_authority(packet), &n);
        rename_section(ldns_pkt_additional(packet), &n);
        ldns_pkt_set_id(packet, r->id);
        ldns_pkt_set_rd(packet, r->rd);
        ldns_pkt_set_cd(packet, r->cd);
        written = write_packet(packet, to, room);
        if (written && !r->has_opt)
            written = message_drop_opt(to, written);
        if (written && !r->has_opt && message_has_opt(to, written))
            written = 0; /* one that stands where none belongs */
    }
    ldns_pkt_free(packet);
    return written;
}
