#include "dnsd/reverse.h"

#include <string.h>

#include "common/dname.h"
#include "dnsd/random.h"

enum { BUCKETS = 2 * REVERSE_MAX, NONE = UINT16_MAX, V4_LABELS = 4, V6_LABELS = 32 };

struct entry {
    const char *service; /* NULL: free */
    uint16_t next;       /* of the same bucket */
    uint8_t len;
    uint8_t address[REVERSE_ADDRESS_MAX];
};

struct reverse {
    uint32_t seed;
    unsigned oldest; /* the place that is taken next */
    uint16_t buckets[BUCKETS];
    struct entry entries[REVERSE_MAX];
};

struct reverse *reverse_new(struct arena *a)
{
    struct random random = {0};
    struct reverse *r = arena_alloc(a, sizeof *r);
    if (!r)
        return NULL;
    r->seed = random_u32(&random);
    memset(r->buckets, 0xff, sizeof r->buckets);
    return r;
}

static unsigned bucket_of(const struct reverse *r, const uint8_t *address, size_t len)
{
    uint32_t h = r->seed ^ (uint32_t)len;
    for (size_t i = 0; i < len; i++)
        h = (h ^ address[i]) * 16777619u;
    return (h ^ h >> 15) % BUCKETS;
}

static uint16_t find(const struct reverse *r, const uint8_t *address, size_t len)
{
    uint16_t i = r->buckets[bucket_of(r, address, len)];
    while (i != NONE && (r->entries[i].len != len || memcmp(r->entries[i].address, address, len) != 0))
        i = r->entries[i].next;
    return i;
}

const char *reverse_find(const struct reverse *r, const uint8_t *address, size_t len)
{
    uint16_t at = find(r, address, len);
    return at == NONE ? NULL : r->entries[at].service;
}

static void forget(struct reverse *r, uint16_t at)
{
    struct entry *e = &r->entries[at];
    if (!e->service)
        return;
    uint16_t *link = &r->buckets[bucket_of(r, e->address, e->len)];
    while (*link != at)
        link = &r->entries[*link].next;
    *link = e->next;
    e->service = NULL;
}

static void add(struct reverse *r, const char *service, const uint8_t *address, size_t len)
{
    uint16_t at = find(r, address, len);
    if (at != NONE) {
        r->entries[at].service = service;
        return;
    }
    at = (uint16_t)r->oldest;
    r->oldest = (r->oldest + 1) % REVERSE_MAX;
    forget(r, at);
    uint16_t *bucket = &r->buckets[bucket_of(r, address, len)];
    r->entries[at] = (struct entry){.service = service, .next = *bucket, .len = (uint8_t)len};
    memcpy(r->entries[at].address, address, len);
    *bucket = at;
}

static bool is_among(const struct entry *e, const uint8_t *addresses, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        if (memcmp(addresses + i * e->len, e->address, e->len) == 0)
            return true;
    return false;
}

void reverse_learn(struct reverse *r, const char *service, const uint8_t *addresses, size_t len,
                   unsigned count)
{
    bool news = false;
    for (unsigned i = 0; i < count; i++)
        news = news || reverse_find(r, addresses + i * len, len) != service;
    if (!news) /* the usual case costs no walk through the table */
        return;
    for (uint16_t i = 0; i < REVERSE_MAX; i++)
        if (r->entries[i].service == service && r->entries[i].len == len &&
            !is_among(&r->entries[i], addresses, count))
            forget(r, i);
    for (unsigned i = 0; i < count; i++)
        add(r, service, addresses + i * len, len);
}

/* The number of a label: decimal 0..255, or one hex digit; -1: none. */
static int number_of(const uint8_t *label, bool hex)
{
    int number = 0;
    if (label[0] == 0 || label[0] > (hex ? 1 : 3))
        return -1;
    for (unsigned i = 1; i <= label[0]; i++) {
        uint8_t c = label[i] | 0x20;
        bool digit = label[i] >= '0' && label[i] <= '9';
        if (!digit && !(hex && c >= 'a' && c <= 'f'))
            return -1;
        number = number * 10 + (digit ? label[i] - '0' : c - 'a' + 10);
    }
    return number > 255 ? -1 : number;
}

/* What a name under the reverse trees says of an address: its leading bits. */
struct prefix {
    bool v6;
    unsigned bits;  /* known */
    unsigned extra; /* labels before them that say nothing */
    uint8_t octets[REVERSE_ADDRESS_MAX];
};

static bool read_prefix(const uint8_t *qname, struct prefix *out)
{
    static const uint8_t v4[] = "\x07"
                                "in-addr"
                                "\x04"
                                "arpa",
                         v6[] = "\x03"
                                "ip6"
                                "\x04"
                                "arpa";
    *out = (struct prefix){.v6 = dname_is_under(qname, v6)};
    if (!out->v6 && !dname_is_under(qname, v4))
        return false;
    unsigned labels = dname_labels(qname) - 2, most = out->v6 ? V6_LABELS : V4_LABELS;
    const uint8_t *label[128];
    for (unsigned i = 0; i < labels; i++, qname += *qname + 1)
        label[i] = qname;
    unsigned known = 0;
    for (; known < labels && known < most; known++) {
        int number = number_of(label[labels - 1 - known], out->v6);
        if (number < 0)
            break;
        if (out->v6)
            out->octets[known / 2] |= (uint8_t)(known % 2 ? number : number << 4);
        else
            out->octets[known] = (uint8_t)number;
    }
    out->bits = known * (out->v6 ? 4 : 8);
    out->extra = labels - known;
    return true;
}

size_t reverse_address(const uint8_t *qname, uint8_t to[REVERSE_ADDRESS_MAX])
{
    struct prefix p;
    if (!read_prefix(qname, &p) || p.extra || p.bits != (p.v6 ? 128 : 32))
        return 0;
    memcpy(to, p.octets, sizeof p.octets);
    return p.v6 ? 16 : 4;
}

bool reverse_is_name(const uint8_t *qname)
{
    struct prefix p;
    return read_prefix(qname, &p);
}

struct range {
    unsigned bits;
    uint8_t octets[REVERSE_ADDRESS_MAX];
};

static bool lies_in(const struct prefix *p, const struct range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        unsigned bits = ranges[i].bits, whole = bits / 8;
        uint8_t mask = (uint8_t)(0xff00 >> bits % 8);
        if (p->bits >= bits && memcmp(p->octets, ranges[i].octets, whole) == 0 &&
            (bits % 8 == 0 || (p->octets[whole] & mask) == ranges[i].octets[whole]))
            return true;
    }
    return false;
}

bool reverse_is_private(const uint8_t *qname)
{
    static const struct range v4[] = {{8, {0}},        {8, {10}},        {8, {127}},     {16, {169, 254}},
                                      {12, {172, 16}}, {16, {192, 168}}, {10, {100, 64}}},
                              v6[] = {{96, {0}},
                                      {96, {[10] = 0xff, 0xff}},
                                      {7, {0xfc}},
                                      {10, {0xfe, 0x80}},
                                      {10, {0xfe, 0xc0}}};
    struct prefix p;
    return read_prefix(qname, &p) &&
           (p.v6 ? lies_in(&p, v6, sizeof v6 / sizeof *v6) : lies_in(&p, v4, sizeof v4 / sizeof *v4));
}
