#include "dnsd/message.h"

#include <string.h>

#include "common/cursor.h"
#include "common/dname.h"

enum {
    /* octets 2 and 3 of the header: RFC 1035 4.1.1, RFC 2535 6.1 */
    FLAG_QR = 0x80,
    FLAG_TC = 0x02,
    FLAG_RD = 0x01,
    FLAG_RA = 0x80,
    FLAG_CD = 0x10,
    OPCODE_MASK = 0x78,
    RCODE_MASK = 0x0f,
    /* of the 32 bits where other records have a TTL: RFC 6891 6.1.3, RFC 3225 3 */
    OPT_DO = 0x8000,
    OPT_LEN = 11,
    OPTION_EDE = 15,     /* RFC 8914 2 */
    OWN_UDP_SIZE = 1232, /* what clients may send us: no fragments */
    ADDITIONAL_MAX = 2,  /* an OPT and a TSIG, which is not passed on */
    POINTER_TO_QUESTION = 0xc000 | HEADER_LEN,
    POINTER_MIN = 0xc0,
};

struct record_head {
    uint16_t type, class;
    uint32_t ttl;
    uint16_t data_len;
    const uint8_t *data;
};

/* A name in a record may end in a pointer, which is not followed: RFC 1035 4.1.4. */
static bool skip_name(struct cursor *c)
{
    size_t len = 0;
    for (;;) {
        uint8_t label_len = cursor_u8(c);
        if (label_len >= POINTER_MIN) {
            cursor_u8(c);
            return !c->failed;
        }
        cursor_take(c, label_len);
        len += label_len + 1u;
        if (label_len > LABEL_MAX || len > DNAME_MAX)
            c->failed = true;
        if (c->failed || label_len == 0)
            return !c->failed;
    }
}

static bool read_record(struct cursor *c, struct record_head *out)
{
    if (!skip_name(c))
        return false;
    out->type = cursor_u16(c);
    out->class = cursor_u16(c);
    out->ttl = cursor_u32(c);
    out->data_len = cursor_u16(c);
    out->data = cursor_take(c, out->data_len);
    return !c->failed;
}

static bool options_are_whole(const struct record_head *opt)
{
    struct cursor c = cursor_over(opt->data, opt->data_len);
    while (!c.failed && c.left) {
        cursor_u16(&c);
        cursor_take(&c, cursor_u16(&c));
    }
    return !c.failed;
}

static enum verdict refuse(struct request *r, uint16_t rcode)
{
    r->rcode = rcode;
    return VERDICT_REPLY;
}

static uint16_t opt_version(const struct record_head *opt)
{
    return opt->ttl >> 16 & 0xff;
}

/* The additional section of a query: RFC 6891 6.1.1 allows one OPT, of the root. */
static bool read_additional(struct cursor *c, unsigned count, struct request *r, uint16_t *version)
{
    for (unsigned i = 0; i < count; i++) {
        bool of_root = c->left && *c->at == 0;
        struct record_head record;
        if (!read_record(c, &record))
            return false;
        if (record.type != TYPE_OPT)
            continue;
        if (r->has_opt || !of_root || !options_are_whole(&record))
            return false;
        r->has_opt = true;
        r->udp_size = record.class < UDP_SIZE_MIN ? UDP_SIZE_MIN : record.class;
        r->dnssec_ok = record.ttl & OPT_DO;
        *version = opt_version(&record);
    }
    return true;
}

static bool read_question(struct cursor *c, struct request *r)
{
    const uint8_t *qname = c->at;
    size_t qname_len = dname_read(c);
    r->qtype = cursor_u16(c);
    r->qclass = cursor_u16(c);
    if (c->failed)
        return false;
    r->qname = qname;
    r->qname_len = (uint16_t)qname_len;
    return true;
}

enum verdict message_parse(const uint8_t *wire, size_t len, struct request *out)
{
    struct cursor c = cursor_over(wire, len);
    *out = (struct request){.udp_size = UDP_SIZE_MIN, .id = cursor_u16(&c)};
    uint8_t flags = cursor_u8(&c), more_flags = cursor_u8(&c);
    uint16_t questions = cursor_u16(&c), answers = cursor_u16(&c), authorities = cursor_u16(&c);
    uint16_t additionals = cursor_u16(&c), version = 0;
    if (c.failed || flags & FLAG_QR)
        return VERDICT_DROP;
    out->opcode = (uint8_t)((flags & OPCODE_MASK) >> 3);
    out->rd = flags & FLAG_RD;
    out->cd = more_flags & FLAG_CD;
    bool readable = questions == 1 && read_question(&c, out);
    if (out->opcode != 0)
        return refuse(out, RCODE_NOTIMP);
    if (!readable)
        return refuse(out, RCODE_FORMERR);
    if (answers || authorities || additionals > ADDITIONAL_MAX ||
        !read_additional(&c, additionals, out, &version) || !cursor_done(&c))
        return refuse(out, RCODE_FORMERR);
    if (version > 0)
        return refuse(out, RCODE_BADVERS);
    if (out->qclass != CLASS_IN || out->qtype == TYPE_AXFR || out->qtype == TYPE_IXFR)
        return refuse(out, RCODE_REFUSED);
    return VERDICT_SERVE;
}

/* Writing within a room: what is asked to be put whole is put whole, or not at all. */
struct sink {
    uint8_t *to;
    size_t len, room;
};

static void put_u16(struct sink *s, uint16_t n)
{
    s->to[s->len++] = (uint8_t)(n >> 8);
    s->to[s->len++] = (uint8_t)n;
}

static void put_u32(struct sink *s, uint32_t n)
{
    put_u16(s, (uint16_t)(n >> 16));
    put_u16(s, (uint16_t)n);
}

static void put(struct sink *s, const void *octets, size_t len)
{
    memcpy(s->to + s->len, octets, len);
    s->len += len;
}

static bool fits(const struct sink *s, size_t len)
{
    return len <= s->room - s->len;
}

static void put_question(struct sink *s, const uint8_t *qname, size_t qname_len, uint16_t qtype,
                         uint16_t qclass)
{
    put(s, qname, qname_len);
    put_u16(s, qtype);
    put_u16(s, qclass);
}

static void put_count(struct sink *s, unsigned section, uint16_t count)
{
    struct sink at = {.to = s->to, .len = 4 + 2 * section};
    put_u16(&at, count);
}

enum { QUESTIONS, ANSWERS, AUTHORITIES, ADDITIONALS };

static void put_header(struct sink *s, const struct request *r, const struct local_answer *a)
{
    put_u16(s, r->id);
    s->to[s->len++] =
        (uint8_t)(FLAG_QR | r->opcode << 3 | (a->truncated ? FLAG_TC : 0) | (r->rd ? FLAG_RD : 0));
    s->to[s->len++] = (uint8_t)(FLAG_RA | (r->cd ? FLAG_CD : 0) | (a->rcode & RCODE_MASK));
    memset(s->to + s->len, 0, 8);
    s->len += 8;
}

static void put_record(struct sink *s, const struct local_record *record)
{
    if (!fits(s, 12u + record->data_len))
        return;
    put_u16(s, POINTER_TO_QUESTION);
    put_u16(s, record->type);
    put_u16(s, CLASS_IN);
    put_u32(s, record->ttl_s);
    put_u16(s, record->data_len);
    put(s, record->data, record->data_len);
    put_count(s, ANSWERS, 1);
}

/* RFC 2308 3: says for how long "no" holds. The numbers of a zone that is never transferred are all the TTL.
 */
static void put_soa(struct sink *s, const struct local_answer *a)
{
    size_t name_len = dname_len(a->soa_name), mname_len = dname_len(a->soa_mname),
           data_len = 2 * mname_len + 20;
    if (!fits(s, name_len + 10 + data_len))
        return;
    put(s, a->soa_name, name_len);
    put_u16(s, TYPE_SOA);
    put_u16(s, CLASS_IN);
    put_u32(s, a->soa_ttl_s);
    put_u16(s, (uint16_t)data_len);
    put(s, a->soa_mname, mname_len);
    put(s, a->soa_mname, mname_len);
    put_u32(s, 1);
    for (unsigned i = 0; i < 4; i++)
        put_u32(s, a->soa_ttl_s);
    put_count(s, AUTHORITIES, 1);
}

static void put_opt(struct sink *s, uint16_t size, uint16_t rcode, bool dnssec_ok, size_t data_len)
{
    s->to[s->len++] = 0;
    put_u16(s, TYPE_OPT);
    put_u16(s, size);
    put_u32(s, (uint32_t)(rcode >> 4) << 24 | (dnssec_ok ? OPT_DO : 0));
    put_u16(s, (uint16_t)data_len);
    put_count(s, ADDITIONALS, 1);
}

static void put_opt_and_ede(struct sink *s, const struct request *r, const struct local_answer *a)
{
    size_t text_len = a->ede_text ? strlen(a->ede_text) : 0;
    if (!fits(s, OPT_LEN + 6 + text_len))
        text_len = 0;
    bool explain = a->ede != EDE_NONE && fits(s, OPT_LEN + 6 + text_len);
    put_opt(s, OWN_UDP_SIZE, a->rcode, r->dnssec_ok, explain ? 6 + text_len : 0);
    if (!explain)
        return;
    put_u16(s, OPTION_EDE);
    put_u16(s, (uint16_t)(2 + text_len));
    put_u16(s, (uint16_t)a->ede);
    if (text_len)
        put(s, a->ede_text, text_len);
}

size_t message_answer(const struct request *r, const struct local_answer *a, uint8_t *to, size_t room)
{
    struct sink s = {.to = to, .room = room - (r->has_opt ? OPT_LEN : 0)};
    put_header(&s, r, a);
    if (r->qname) {
        put_question(&s, r->qname, r->qname_len, r->qtype, r->qclass);
        put_count(&s, QUESTIONS, 1);
    }
    if (a->answer)
        put_record(&s, a->answer);
    if (a->soa_name)
        put_soa(&s, a);
    s.room = room;
    if (r->has_opt)
        put_opt_and_ede(&s, r, a);
    return s.len;
}

size_t message_query(const struct request *r, const uint8_t *qname, uint16_t id, uint16_t max_size,
                     uint8_t to[QUERY_LEN_MAX])
{
    struct sink s = {.to = to, .room = QUERY_LEN_MAX};
    put_u16(&s, id);
    put_u16(&s, (uint16_t)((r->rd ? FLAG_RD << 8 : 0) | (r->cd ? FLAG_CD : 0)));
    put_u16(&s, 1);
    memset(s.to + s.len, 0, 6);
    s.len += 6;
    put_question(&s, qname, dname_len(qname), r->qtype, CLASS_IN);
    if (r->has_opt)
        put_opt(&s, r->udp_size < max_size ? r->udp_size : max_size, 0, r->dnssec_ok, 0);
    return s.len;
}

static bool errors_may_lack_the_question(uint16_t rcode)
{
    return rcode == RCODE_FORMERR || rcode == RCODE_SERVFAIL || rcode == RCODE_NOTIMP ||
           rcode == RCODE_REFUSED;
}

bool message_is_answer_to(const uint8_t *wire, size_t len, const uint8_t *query, size_t query_len)
{
    struct cursor c = cursor_over(wire, len);
    uint16_t id = cursor_u16(&c), flags = cursor_u16(&c), questions = cursor_u16(&c);
    cursor_take(&c, HEADER_LEN - 6);
    if (c.failed || query_len < HEADER_LEN || id != message_id(query) ||
        (flags & ((FLAG_QR | OPCODE_MASK) << 8)) != FLAG_QR << 8)
        return false;
    if (questions == 0)
        return c.left == 0 ? errors_may_lack_the_question(message_rcode(wire)) : false;
    const uint8_t *qname = c.at, *asked = query + HEADER_LEN;
    size_t qname_len = dname_read(&c);
    const uint8_t *type_and_class = cursor_take(&c, 4);
    return questions == 1 && !c.failed && dname_equal(qname, asked) &&
           memcmp(type_and_class, asked + qname_len, 4) == 0;
}

uint16_t message_rcode(const uint8_t *wire)
{
    return wire[3] & RCODE_MASK;
}

bool message_is_truncated(const uint8_t *wire)
{
    return wire[2] & FLAG_TC;
}

uint16_t message_id(const uint8_t *wire)
{
    return (uint16_t)(wire[0] << 8 | wire[1]);
}

void message_set_id(uint8_t *wire, uint16_t id)
{
    wire[0] = (uint8_t)(id >> 8);
    wire[1] = (uint8_t)id;
}

void message_set_asked(uint8_t *wire, const struct request *r)
{
    message_set_id(wire, r->id);
    wire[2] = (uint8_t)((wire[2] & ~FLAG_RD) | (r->rd ? FLAG_RD : 0));
    wire[3] = (uint8_t)((wire[3] & ~FLAG_CD) | (r->cd ? FLAG_CD : 0));
}

/* Where the records of a message begin, and how many there are; false: it is not whole up to there. */
static bool skip_to_records(struct cursor *c, unsigned *records, unsigned *additionals)
{
    cursor_u32(c);
    unsigned questions = cursor_u16(c);
    *records = cursor_u16(c);
    *records += cursor_u16(c);
    *additionals = cursor_u16(c);
    *records += *additionals;
    for (; questions && !c->failed; questions--)
        if (skip_name(c))
            cursor_take(c, 4);
    return !c->failed;
}

void message_each_answer(const uint8_t *wire, size_t len, uint16_t type, size_t data_len,
                         void (*each)(void *arg, const uint8_t *data, size_t data_len), void *arg)
{
    struct cursor c = cursor_over(wire, len);
    unsigned records, additionals;
    struct record_head record;
    if (!skip_to_records(&c, &records, &additionals))
        return;
    for (unsigned left = (unsigned)wire[6] << 8 | wire[7]; left && read_record(&c, &record); left--)
        if (record.type == type && record.data_len == data_len)
            each(arg, record.data, data_len);
}

/* The first record of that type; data NULL: none, or the message is not whole. */
static struct record_head find_record(struct cursor c, unsigned records, uint16_t type)
{
    struct record_head record;
    for (; records; records--) {
        if (!read_record(&c, &record))
            break;
        if (record.type == type)
            return record;
    }
    return (struct record_head){0};
}

bool message_has_opt(const uint8_t *wire, size_t len)
{
    struct cursor c = cursor_over(wire, len);
    unsigned records, additionals;
    return skip_to_records(&c, &records, &additionals) && find_record(c, records, TYPE_OPT).data;
}

size_t message_truncate(uint8_t *wire, size_t len, size_t size)
{
    if (len <= size || len < HEADER_LEN)
        return len;
    struct cursor c = cursor_over(wire, len);
    unsigned records, additionals;
    struct sink s = {.to = wire, .room = size, .len = HEADER_LEN};
    struct record_head opt = {0};
    if (skip_to_records(&c, &records, &additionals) && (size_t)(c.at - wire) <= size) {
        s.len = (size_t)(c.at - wire);
        opt = find_record(c, records, TYPE_OPT);
    } else {
        wire[4] = wire[5] = 0; /* not even a question */
    }
    wire[2] |= FLAG_TC;
    memset(wire + 6, 0, 6);
    if (!opt.data || !fits(&s, OPT_LEN))
        return s.len;
    if (!fits(&s, OPT_LEN + (size_t)opt.data_len))
        opt.data_len = 0;
    put_opt(&s, opt.class, 0, false, opt.data_len);
    s.len -= 6;
    put_u32(&s, opt.ttl);
    s.len += 2;
    memmove(s.to + s.len, opt.data, opt.data_len);
    return s.len + opt.data_len;
}
