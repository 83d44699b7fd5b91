/* message.h: DNS messages on the wire: what a client asked, and the answers that dnsd makes itself.
 * Nothing here allocates, logs, or keeps state; lengths are octets, integers host order. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/attributes.h"

enum {
    HEADER_LEN = 12,
    MESSAGE_MAX = 65535,
    UDP_SIZE_MIN = 512,                        /* RFC 1035 4.2.1 */
    QUERY_LEN_MAX = HEADER_LEN + 255 + 4 + 11, /* the longest query dnsd sends: header, question, bare OPT */
};

enum rcode {
    RCODE_NOERROR = 0,
    RCODE_FORMERR = 1,
    RCODE_SERVFAIL = 2,
    RCODE_NXDOMAIN = 3,
    RCODE_NOTIMP = 4,
    RCODE_REFUSED = 5,
    RCODE_BADVERS = 16,
};

enum rrtype {
    TYPE_A = 1,
    TYPE_NS = 2,
    TYPE_SOA = 6,
    TYPE_PTR = 12,
    TYPE_AAAA = 28,
    TYPE_OPT = 41,
    TYPE_TSIG = 250,
    TYPE_IXFR = 251,
    TYPE_AXFR = 252,
    TYPE_ANY = 255,
};

enum { CLASS_IN = 1 };

/* RFC 8914 4: why an answer is what it is. */
enum ede {
    EDE_NONE = -1,
    EDE_OTHER = 0,
    EDE_BLOCKED = 15,
    EDE_NO_REACHABLE_AUTHORITY = 22,
    EDE_NETWORK_ERROR = 23
};

struct request {
    const uint8_t *qname; /* borrowed: points into the caller's wire, any case, no pointers; NULL: none */
    uint16_t qname_len;   /* 1..255 */
    uint16_t id, qtype, qclass;
    uint16_t udp_size; /* 512..65535: smaller is read as 512, RFC 6891 6.2.3; 512 without OPT */
    uint16_t rcode;    /* extended; set when the verdict is REPLY */
    uint8_t opcode;
    bool rd, cd, has_opt, dnssec_ok;
};

enum verdict { VERDICT_SERVE, VERDICT_REPLY, VERDICT_DROP };

/* Reads one request from wire[0..len), whatever it holds.
 *   SERVE: *out is whole, and lives as long as wire does.
 *   REPLY: answer out->rcode now. FORMERR: questions other than one (RFC 9619; none is our choice), a bad
 *          name, records where a query has none, two OPT (RFC 6891 6.1.1), octets left over. NOTIMP: not
 *          QUERY. BADVERS: RFC 6891 6.1.3. REFUSED: a class other than IN, or a zone transfer. The question
 *          is set where it could be read, else qname is NULL.
 *   DROP:  below 12 octets, or QR set: an answer could start two servers talking for ever. */
MUST_CHECK enum verdict message_parse(const uint8_t *wire, size_t len, struct request *out);

/* A resource record of an answer made here; its owner is the question. */
struct local_record {
    uint16_t type;
    uint32_t ttl_s;
    const uint8_t *data; /* wire form, uncompressed */
    uint16_t data_len;
};

struct local_answer {
    uint16_t rcode;
    bool truncated;
    const struct local_record *answer; /* NULL: none */
    const uint8_t *soa_name,
        *soa_mname; /* both or neither: a SOA in the authority section, for NXDOMAIN and NODATA */
    uint32_t soa_ttl_s;
    enum ede ede;         /* said only to a client that sent an OPT */
    const char *ede_text; /* NULL: none */
};

/* Writes the answer dnsd gives to r by itself: the question octet for octet, an OPT when r has one. room is
 * at least 512; gives the length, at most room. Never fails: what does not fit is left out, the text first.
 */
size_t message_answer(const struct request *r, const struct local_answer *a, uint8_t *to, size_t room);

/* Writes the query that goes upstream for r: a fresh header (id, RD, CD), qname, type, class IN, and when r
 * has an OPT one of our own with the client's DO bit and size, size no more than max_size. Nothing else of
 * the client's packet is in it. qname is r's own or the name asked in its place. Gives the length. */
size_t message_query(const struct request *r, const uint8_t *qname, uint16_t id, uint16_t max_size,
                     uint8_t to[QUERY_LEN_MAX]);

/* Whether wire[0..len) is an answer to the query: QR, opcode 0, the query's ID, one question, equal to the
 * query's but for the case of letters. A FORMERR, SERVFAIL, NOTIMP or REFUSED without
 * any question is one too: some servers leave it out. */
bool message_is_answer_to(const uint8_t *wire, size_t len, const uint8_t *query, size_t query_len);

/* The rcode in the header of a message of at least HEADER_LEN. */
uint16_t message_rcode(const uint8_t *wire);
bool message_is_truncated(const uint8_t *wire);
uint16_t message_id(const uint8_t *wire);
void message_set_id(uint8_t *wire, uint16_t id);

/* ID, RD and CD become those of r. */
void message_set_asked(uint8_t *wire, const struct request *r);

/* Calls each with the data of every record in the answer section that has this type and length of data, as
 * far as the message is whole. */
void message_each_answer(const uint8_t *wire, size_t len, uint16_t type, size_t data_len,
                         void (*each)(void *arg, const uint8_t *data, size_t data_len), void *arg);

/* Whether a message of at least HEADER_LEN has an OPT, as far as it is whole. */
bool message_has_opt(const uint8_t *wire, size_t len);

/* Makes an answer of len octets fit size: header with TC, the question, and the OPT if it has one; the rest
 * goes (RFC 2181 9: nothing half-told). In place; gives the new length, len itself when it fits already. */
size_t message_truncate(uint8_t *wire, size_t len, size_t size);
