#include "tests/fuzz/mutate_dns.h"

#include <stdbool.h>
#include <string.h>

#include "common/cursor.h"
#include "dnsd/message.h"

enum { RECORDS_MAX = 32, LABELS_MAX = 64, RECORD_FIXED = 10 /* type, class, TTL, length of the data */ };

/* Where things are in a packet, as far as it is whole. */
struct shape {
    uint16_t labels[LABELS_MAX];   /* the length octet of each, a pointer's first octet too */
    uint16_t records[RECORDS_MAX]; /* behind each owner */
    unsigned label_count, record_count;
    uint16_t question; /* behind the first question's name; 0: there is none */
};

struct packet {
    uint8_t *wire;
    size_t len, max;
    uint32_t random;
};

static uint32_t draw(struct packet *p, uint32_t below)
{
    p->random = p->random * 1664525u + 1013904223u;
    return (p->random >> 8) % below;
}

static void put_u16(uint8_t *to, size_t n)
{
    to[0] = (uint8_t)(n >> 8);
    to[1] = (uint8_t)n;
}

static void find_name(struct cursor *c, const uint8_t *wire, struct shape *s)
{
    for (uint8_t octet; !c->failed;) {
        size_t at = (size_t)(c->at - wire);
        octet = cursor_u8(c);
        if (!c->failed && s->label_count < LABELS_MAX)
            s->labels[s->label_count++] = (uint16_t)at;
        if (octet == 0)
            return;
        if (octet >= 0xc0) {
            (void)cursor_u8(c);
            return;
        }
        (void)cursor_take(c, octet);
    }
}

static struct shape shape_of(const struct packet *p)
{
    struct shape s = {0};
    struct cursor c = cursor_over(p->wire, p->len);
    (void)cursor_take(&c, 4);
    unsigned questions = cursor_u16(&c), records = 0;
    for (unsigned i = 0; i < 3; i++)
        records += cursor_u16(&c);
    for (; questions && !c.failed; questions--) {
        find_name(&c, p->wire, &s);
        if (!s.question && c.left >= 4)
            s.question = (uint16_t)(c.at - p->wire);
        (void)cursor_take(&c, 4);
    }
    for (; records && s.record_count < RECORDS_MAX; records--) {
        find_name(&c, p->wire, &s);
        if (c.failed || c.left < RECORD_FIXED)
            break;
        s.records[s.record_count++] = (uint16_t)(c.at - p->wire);
        (void)cursor_take(&c, 8);
        (void)cursor_take(&c, cursor_u16(&c));
    }
    return s;
}

/* Room for add octets at a place, or so many taken out; false: there is not so much. */
static bool make_room(struct packet *p, size_t at, size_t add, size_t remove)
{
    if (at + remove > p->len || p->len - remove + add > p->max)
        return false;
    memmove(p->wire + at + add, p->wire + at + remove, p->len - at - remove);
    p->len += add;
    p->len -= remove;
    return true;
}

static uint16_t any_type(struct packet *p)
{
    static const uint16_t types[] = {1,  2,  5,  6,  12, 15, 16, 28,  33,  35,  39,  41,
                                     43, 46, 47, 48, 64, 65, 99, 250, 251, 252, 255, 257};
    return draw(p, 8) ? types[draw(p, sizeof types / sizeof *types)] : (uint16_t)draw(p, 65536);
}

/* A label added, taken away, changed, or a pointer in its place. */
static void change_name(struct packet *p, const struct shape *s)
{
    if (!s->label_count)
        return;
    size_t at = s->labels[draw(p, s->label_count)];
    size_t label_len = p->wire[at] < 64 ? p->wire[at] : 1u; /* a pointer's second octet */
    size_t len = 1 + draw(p, draw(p, 4) ? 8 : 63);
    switch (draw(p, 4)) {
    case 0:
        if (make_room(p, at, len + 1, 0)) {
            p->wire[at] = (uint8_t)len;
            memset(p->wire + at + 1, (int)('a' + draw(p, 26)), len);
        }
        break;
    case 1: (void)make_room(p, at, 0, label_len + 1); break;
    case 2:
        if (label_len && at + label_len < p->len)
            p->wire[at + 1 + draw(p, (uint32_t)label_len)] ^= (uint8_t)(1u << draw(p, 8));
        break;
    default:
        if (make_room(p, at, 2, p->wire[at] ? label_len + 1 : 1))
            put_u16(p->wire + at,
                    0xc000 | (draw(p, 4) ? s->labels[draw(p, s->label_count)] : draw(p, (uint32_t)p->len)));
    }
}

static void change_header(struct packet *p)
{
    size_t at = 4 + 2 * draw(p, 4);
    switch (draw(p, 3)) {
    case 0: p->wire[2 + draw(p, 2)] ^= (uint8_t)(1u << draw(p, 8)); break;
    case 1: p->wire[at + 1]++; break;
    default: p->wire[at + 1] = (uint8_t)draw(p, 4);
    }
}

static void change_question(struct packet *p, const struct shape *s)
{
    if (!s->question)
        return;
    if (draw(p, 4))
        put_u16(p->wire + s->question, any_type(p));
    else
        put_u16(p->wire + s->question + 2, draw(p, 256));
}

/* Data of another length, as the record then says, or for once does not. */
static void change_data(struct packet *p, size_t record)
{
    size_t old = (size_t)(p->wire[record + 8] << 8 | p->wire[record + 9]), len = draw(p, 40);
    if (!make_room(p, record + RECORD_FIXED, len, old))
        return;
    for (size_t i = 0; i < len; i++)
        p->wire[record + RECORD_FIXED + i] = (uint8_t)(draw(p, 3) ? draw(p, 8) : draw(p, 256));
    put_u16(p->wire + record + 8, draw(p, 8) ? len : len + 1);
}

/* One option more in front of an OPT's others. */
static void add_option(struct packet *p, size_t record)
{
    size_t old = (size_t)(p->wire[record + 8] << 8 | p->wire[record + 9]), len = draw(p, 24);
    size_t at = record + RECORD_FIXED;
    if (!make_room(p, at, len + 4, 0))
        return;
    put_u16(p->wire + at, draw(p, 20));
    put_u16(p->wire + at + 2, draw(p, 8) ? len : len + 1);
    memset(p->wire + at + 4, (int)draw(p, 256), len);
    put_u16(p->wire + record + 8, old + len + 4);
}

static void change_record(struct packet *p, const struct shape *s)
{
    if (!s->record_count)
        return;
    size_t record = s->records[draw(p, s->record_count)];
    bool is_opt = p->wire[record] == 0 && p->wire[record + 1] == TYPE_OPT;
    switch (draw(p, 5)) {
    case 0: put_u16(p->wire + record, any_type(p)); break;
    case 1: p->wire[record + 2 + draw(p, 6)] ^= (uint8_t)(1u << draw(p, 8)); break;
    case 2: p->wire[record + 8 + draw(p, 2)] ^= (uint8_t)(1u << draw(p, 8)); break;
    default:
        if (is_opt)
            add_option(p, record);
        else
            change_data(p, record);
    }
}

/* Behind the last: an OPT, or a record whose owner is the question's name; counted where it belongs. */
static void add_record(struct packet *p)
{
    static const uint8_t opt[] = {0, 0, TYPE_OPT, 16, 0, 0, 0, 0, 0, 0, 0},
                         record[] = {0xc0, HEADER_LEN, 0, 1, 0, 1, 0, 0, 0, 5, 0, 4, 10, 0, 0, 1};
    bool is_opt = draw(p, 2);
    size_t at = p->len, len = is_opt ? sizeof opt : sizeof record;
    if (!make_room(p, at, len, 0))
        return;
    memcpy(p->wire + at, is_opt ? opt : record, len);
    if (!is_opt)
        put_u16(p->wire + at + 2, any_type(p));
    p->wire[is_opt ? 11 : 7 + 2 * draw(p, 3)]++;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t len, size_t max, unsigned seed)
{
    struct packet p = {.wire = data, .len = len, .max = max, .random = seed};
    if (len < HEADER_LEN || draw(&p, 4) == 0)
        return LLVMFuzzerMutate(data, len, max);
    for (uint32_t changes = 1 + draw(&p, 3); changes && p.len >= HEADER_LEN; changes--) {
        const struct shape s = shape_of(&p);
        switch (draw(&p, 8)) {
        case 0: change_header(&p); break;
        case 1: change_question(&p, &s); break;
        case 2:
        case 3: change_name(&p, &s); break;
        case 4: add_record(&p); break;
        default: change_record(&p, &s);
        }
    }
    return p.len;
}
