#include "dnsd/sweep.h"

#include <string.h>

enum {
    ADDRESSES_MAX = 256, /* of one answer */
    FRESH_MS = 1000,
};

/* One for each kind of address. */
struct kind {
    struct sweep *of;
    unsigned waiting; /* lookups under way, and the starting of them */
    uint64_t next_ms; /* not before */
    bool v6;
};

struct question {
    struct kind *kind;
    const struct rule *rule;
};

struct sweep {
    struct lookup *lookup;
    struct reverse *reverse;
    sweep_done *done;
    void *arg;
    struct kind kinds[2];
    unsigned count;
    struct question questions[2][SWEEP_SERVICES_MAX];
};

/* Rules of one service share their target. */
static bool is_known(const struct sweep *s, const struct rule *r)
{
    for (unsigned i = 0; i < s->count; i++)
        if (s->questions[0][i].rule->target == r->target)
            return true;
    return false;
}

struct sweep *sweep_new(const struct config *c, struct lookup *l, struct reverse *r, struct arena *a,
                        sweep_done *done, void *arg)
{
    struct sweep *s = arena_alloc(a, sizeof *s);
    if (!s)
        return NULL;
    *s = (struct sweep){.lookup = l, .reverse = r, .done = done, .arg = arg};
    for (unsigned i = 0; i < 2; i++)
        s->kinds[i] = (struct kind){.of = s, .v6 = i};
    for (unsigned i = 0; i < c->rule_count && s->count < SWEEP_SERVICES_MAX; i++) {
        const struct rule *rule = &c->rules[i];
        if (!rule->service || is_known(s, rule))
            continue;
        for (unsigned k = 0; k < 2; k++)
            s->questions[k][s->count] = (struct question){&s->kinds[k], rule};
        s->count++;
    }
    return s;
}

static void leave(struct kind *k)
{
    if (--k->waiting == 0)
        k->of->done(k->of->arg, k->v6);
}

static void on_answer(void *arg, const uint8_t *wire, size_t len, enum lookup_fault why)
{
    const struct question *q = arg;
    (void)why;
    if (wire)
        sweep_learn(q->kind->of->reverse, q->rule, q->kind->v6 ? TYPE_AAAA : TYPE_A, wire, len);
    leave(q->kind);
}

bool sweep_start(struct sweep *s, bool v6, uint64_t now_ms)
{
    struct kind *k = &s->kinds[v6];
    if (k->waiting)
        return true;
    if (now_ms < k->next_ms || s->count == 0)
        return false;
    k->next_ms = now_ms + FRESH_MS;
    k->waiting = 1;
    for (unsigned i = 0; i < s->count; i++) {
        struct question *q = &s->questions[v6][i];
        const struct request r = {.qname = q->rule->target,
                                  .qname_len = (uint16_t)dname_len(q->rule->target),
                                  .qtype = v6 ? TYPE_AAAA : TYPE_A,
                                  .qclass = CLASS_IN,
                                  .rd = true};
        k->waiting++;
        lookup_start(s->lookup, &r, q->rule->target, false, on_answer, q);
    }
    leave(k);
    return true;
}

struct addresses {
    uint8_t octets[ADDRESSES_MAX * REVERSE_ADDRESS_MAX];
    unsigned count;
};

static void take(void *arg, const uint8_t *data, size_t len)
{
    struct addresses *a = arg;
    if (a->count < ADDRESSES_MAX)
        memcpy(a->octets + a->count++ * len, data, len);
}

void sweep_learn(struct reverse *r, const struct rule *rule, uint16_t type, const uint8_t *wire, size_t len)
{
    struct addresses found;
    size_t address_len = type == TYPE_A ? 4 : type == TYPE_AAAA ? 16 : 0;
    found.count = 0;
    if (!rule->service || !address_len || message_rcode(wire) != RCODE_NOERROR)
        return;
    message_each_answer(wire, len, type, address_len, take, &found);
    reverse_learn(r, rule->service, found.octets, address_len, found.count);
}
