#include "dnsd/translate.h"

#include <string.h>

#include "common/dname.h"
#include "dnsd/compress.h"

enum { COUNTS_AT = 4, ADDITIONALS = 3 /* the last of the four counts */ };

/* What the data of a type begins with: so many octets, character strings and names, and whether anything may
 * follow. Types of RFC 1035 may be written with pointers, later ones must not: RFC 3597 4. */
struct layout {
    uint16_t type;
    uint8_t octets, strings, names;
    bool pointers, more;
};

static const struct layout layouts[] = {
    {2, 0, 0, 1, true, false},   /* NS */
    {3, 0, 0, 1, true, false},   /* MD */
    {4, 0, 0, 1, true, false},   /* MF */
    {5, 0, 0, 1, true, false},   /* CNAME */
    {6, 0, 0, 2, true, true},    /* SOA */
    {7, 0, 0, 1, true, false},   /* MB */
    {8, 0, 0, 1, true, false},   /* MG */
    {9, 0, 0, 1, true, false},   /* MR */
    {12, 0, 0, 1, true, false},  /* PTR */
    {14, 0, 0, 2, true, false},  /* MINFO */
    {15, 2, 0, 1, true, false},  /* MX */
    {17, 0, 0, 2, false, false}, /* RP: RFC 1183 2.2 */
    {18, 2, 0, 1, false, false}, /* AFSDB: RFC 1183 1 */
    {21, 2, 0, 1, false, false}, /* RT: RFC 1183 3.3 */
    {24, 18, 0, 1, false, true}, /* SIG: RFC 2535 4.1 */
    {26, 2, 0, 2, false, false}, /* PX: RFC 2163 4 */
    {30, 0, 0, 1, false, true},  /* NXT: RFC 2535 5.1 */
    {33, 6, 0, 1, false, false}, /* SRV: RFC 2782 */
    {35, 4, 3, 1, false, false}, /* NAPTR: RFC 3403 4.1 */
    {36, 2, 0, 1, false, false}, /* KX: RFC 2230 3 */
    {39, 0, 0, 1, false, false}, /* DNAME: RFC 6672 2.1 */
    {46, 18, 0, 1, false, true}, /* RRSIG: RFC 4034 3.1 */
    {47, 0, 0, 1, false, true},  /* NSEC: RFC 4034 4.1 */
    {64, 2, 0, 1, false, true},  /* SVCB: RFC 9460 2.2 */
    {65, 2, 0, 1, false, true},  /* HTTPS */
};

static const struct layout opaque = {.more = true};

static const struct layout *layout_of(uint16_t type)
{
    for (unsigned i = 0; i < sizeof layouts / sizeof *layouts; i++)
        if (layouts[i].type == type)
            return &layouts[i];
    return &opaque;
}

struct translation {
    const uint8_t *wire, *target;
    const struct request *request;
    struct cursor in;
    struct written out;
    unsigned section; /* 1 is the answer, as the counts of the header have it */
    bool has_opt;     /* upstream's answer */
};

/* The next name, in the client's words if it is about the target; false: there is none. Where it would grow
 * too long it stays as it is. */
static bool copy_name(struct translation *t, struct cursor *from, bool pointers)
{
    uint8_t name[2 * DNAME_MAX];
    size_t len = compress_read(from, t->wire, name), target_len = dname_len(t->target);
    if (!len)
        return false;
    if (len >= target_len && dname_is_under(name, t->target) &&
        len - target_len + t->request->qname_len <= DNAME_MAX)
        memcpy(name + len - target_len, t->request->qname, t->request->qname_len);
    if (pointers)
        compress_name(&t->out, name);
    else
        compress_whole_name(&t->out, name);
    return true;
}

static void copy(struct translation *t, struct cursor *from, size_t len)
{
    const uint8_t *octets = cursor_take(from, len);
    if (octets)
        compress_put(&t->out, octets, len);
}

static bool copy_data(struct translation *t, struct cursor data, const struct layout *l)
{
    copy(t, &data, l->octets);
    for (unsigned i = 0; i < l->strings && !data.failed && data.left; i++)
        copy(t, &data, 1u + *data.at);
    for (unsigned i = 0; i < l->names; i++)
        if (!copy_name(t, &data, l->pointers))
            return false;
    if (data.left && !l->more)
        return false;
    copy(t, &data, data.left);
    return !data.failed;
}

/* One OPT, of the root and in its section (RFC 6891 6.1.1), which goes to a client that sent one. */
static bool is_opt_in_place(struct translation *t, const uint8_t *owner)
{
    bool first = !t->has_opt;
    t->has_opt = true;
    return first && *owner == 0 && t->section == ADDITIONALS;
}

/* Nothing that was asked here is signed: a TSIG is not understood. */
static bool copy_record(struct translation *t, bool *left_out)
{
    const uint8_t *owner = t->in.at;
    size_t began = t->out.len;
    unsigned names = t->out.count;
    if (!copy_name(t, &t->in, true))
        return false;
    struct cursor head = t->in;
    uint16_t type = cursor_u16(&head);
    copy(t, &t->in, 2 + 2 + 4); /* type, class, TTL */
    uint16_t data_len = cursor_u16(&t->in);
    struct cursor data = cursor_over(cursor_take(&t->in, data_len), data_len);
    if (t->in.failed || type == TYPE_TSIG || (type == TYPE_OPT && !is_opt_in_place(t, owner)))
        return false;
    *left_out = type == TYPE_OPT && !t->request->has_opt;
    if (*left_out) {
        t->out.len = began;
        t->out.count = names;
        return true;
    }
    size_t length_at = t->out.len;
    compress_put_u16(&t->out, 0);
    if (!copy_data(t, data, layout_of(type)) || t->out.full)
        return false;
    struct written length = {.wire = t->out.wire + length_at, .room = 2};
    compress_put_u16(&length, (uint16_t)(t->out.len - length_at - 2));
    return true;
}

static bool copy_section(struct translation *t, uint16_t count)
{
    uint16_t kept = 0;
    for (; count; count--) {
        bool left_out;
        if (!copy_record(t, &left_out))
            return false;
        kept += !left_out;
    }
    struct written counted = {.wire = t->out.wire + COUNTS_AT + 2 * t->section, .room = 2};
    compress_put_u16(&counted, kept);
    return true;
}

/* The question becomes the client's, whatever spelling upstream sent back. */
static bool copy_question(struct translation *t)
{
    uint8_t name[DNAME_MAX];
    if (!compress_read(&t->in, t->wire, name))
        return false;
    compress_name(&t->out, t->request->qname);
    copy(t, &t->in, 2 + 2);
    return !t->in.failed;
}

size_t translate_answer(const uint8_t *wire, size_t len, const uint8_t *target, const struct request *r,
                        uint8_t *to, size_t room)
{
    struct translation t = {.wire = wire,
                            .target = target,
                            .request = r,
                            .in = cursor_over(wire, len),
                            .out = {.wire = to, .room = room}};
    uint16_t counts[4];
    copy(&t, &t.in, COUNTS_AT);
    for (unsigned i = 0; i < 4; i++) {
        counts[i] = cursor_u16(&t.in);
        compress_put_u16(&t.out, counts[i]);
    }
    if (t.in.failed || t.out.full || counts[0] != 1 || !copy_question(&t))
        return 0;
    message_set_asked(to, r);
    for (t.section = 1; t.section <= ADDITIONALS; t.section++)
        if (!copy_section(&t, counts[t.section]))
            return 0;
    return t.out.full ? 0 : t.out.len;
}
