#include "dnsd/denied.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "common/dname.h"
#include "common/pattern.h"
#include "dnsd/print.h"
#include "dnsd/random.h"
#include "dnsd/reverse.h"
#include "dnsd/rrtype.h"

enum { BUCKETS = 2 * DENIED_MAX, NONE = UINT16_MAX };

struct entry {
    uint64_t count, over; /* over: what it took on from the one whose place it has */
    time_t first, last;
    uint16_t type, next; /* next: of the same bucket */
    uint8_t name[DNAME_MAX];
};

struct denied {
    uint64_t total, reverse, evicted;
    uint32_t seed;
    unsigned count;
    uint16_t buckets[BUCKETS];
    struct entry entries[DENIED_MAX];
};

struct denied *denied_new(void)
{
    struct random random = {0};
    struct denied *d = malloc(sizeof *d); /* not zeroed: an entry costs memory when it is used */
    if (!d)
        return NULL;
    d->total = d->reverse = d->evicted = 0;
    d->seed = random_u32(&random);
    d->count = 0;
    memset(d->buckets, 0xff, sizeof d->buckets);
    return d;
}

void denied_free(struct denied *d)
{
    free(d);
}

uint64_t denied_total(const struct denied *d)
{
    return d->total;
}

static uint16_t *bucket_of(struct denied *d, const uint8_t *name)
{
    return &d->buckets[dname_hash(name, d->seed) % BUCKETS];
}

static struct entry *find(struct denied *d, const uint8_t *name, uint16_t type)
{
    for (uint16_t i = *bucket_of(d, name); i != NONE; i = d->entries[i].next)
        if (d->entries[i].type == type && dname_equal(d->entries[i].name, name))
            return &d->entries[i];
    return NULL;
}

static void unlink_entry(struct denied *d, uint16_t at)
{
    uint16_t *link = bucket_of(d, d->entries[at].name);
    while (*link != at)
        link = &d->entries[*link].next;
    *link = d->entries[at].next;
}

/* The place of a name that is not there yet: a free one, or the rarest's. */
static struct entry *take_place(struct denied *d)
{
    if (d->count < DENIED_MAX) {
        d->entries[d->count] = (struct entry){0};
        return &d->entries[d->count++];
    }
    uint16_t rarest = 0;
    for (uint16_t i = 1; i < DENIED_MAX; i++)
        if (d->entries[i].count < d->entries[rarest].count)
            rarest = i;
    struct entry *e = &d->entries[rarest];
    unlink_entry(d, rarest);
    d->evicted += e->count - e->over;
    e->over = e->count;
    return e;
}

void denied_add(struct denied *d, const uint8_t *qname, uint16_t type, time_t now)
{
    d->total++;
    if (reverse_is_name(qname)) {
        d->reverse++;
        return;
    }
    struct entry *e = find(d, qname, type);
    if (!e) {
        uint16_t *bucket = bucket_of(d, qname);
        e = take_place(d);
        dname_lower(e->name, qname);
        e->type = type;
        e->first = now;
        e->next = *bucket;
        *bucket = (uint16_t)(e - d->entries);
    }
    e->count++;
    e->last = now;
}

static uint64_t sure(const struct entry *e)
{
    return e->count - e->over;
}

static int by_count(const void *a, const void *b)
{
    const struct entry *const *x = a, *const *y = b;
    if (sure(*x) != sure(*y))
        return sure(*x) < sure(*y) ? 1 : -1;
    return *x < *y ? -1 : *x > *y;
}

static void put_time(struct print *p, const char *word, time_t t)
{
    struct tm tm;
    char text[32] = "?";
    if (gmtime_r(&t, &tm))
        strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &tm);
    print_add(p, " %s=%s", word, text);
}

static void put_line(struct print *p, const struct entry *e)
{
    char name[DNAME_TEXT_MAX], type[RRTYPE_TEXT_MAX];
    dname_to_text(name, e->name);
    rrtype_to_text(type, e->type);
    print_add(p, "denied: name=%s type=%s count=%" PRIu64 "%s", name, type, sure(e), e->over ? "+" : "");
    put_time(p, "first", e->first);
    put_time(p, "last", e->last);
    print_add(p, "\n");
}

/* Whether an earlier one of the list has its name, or it cannot stand in allowDomains as that very name. */
static bool is_left_out(const struct entry *const *list, unsigned at)
{
    char text[DNAME_TEXT_MAX];
    struct pattern pattern;
    for (unsigned i = 0; i < at; i++)
        if (dname_equal(list[i]->name, list[at]->name))
            return true;
    size_t len = dname_to_text(text, list[at]->name);
    return len < 2 || strchr(text, '*') || pattern_read(text, len, &pattern) != NULL;
}

static void put_block(struct print *p, const struct entry *const *list, unsigned count)
{
    char name[DNAME_TEXT_MAX];
    bool any = false;
    for (unsigned i = 0; i < count; i++) {
        if (is_left_out(list, i))
            continue;
        print_add(p, "%s", any ? "" : "allowDomains:\n");
        any = true;
        size_t len = dname_to_text(name, list[i]->name);
        print_add(p, "  - \"%.*s\"\n", (int)len - 1, name);
    }
}

size_t denied_print(const struct denied *d, char to[DENIED_TEXT_MAX])
{
    const struct entry *list[DENIED_MAX] = {NULL};
    struct print p = {.to = to, .room = DENIED_TEXT_MAX};
    *to = '\0';
    for (unsigned i = 0; i < d->count; i++)
        list[i] = &d->entries[i];
    qsort(list, d->count, sizeof *list, by_count);
    for (unsigned i = 0; i < d->count; i++)
        put_line(&p, list[i]);
    if (d->evicted)
        print_add(&p, "denied: and %" PRIu64 " more queries, for names too rare to be kept\n", d->evicted);
    if (d->reverse)
        print_add(&p, "denied: and %" PRIu64 " reverse lookups\n", d->reverse);
    if (d->count)
        put_block(&p, list, d->count);
    return p.len;
}
