#include "dnsd/corefile.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dnsd/corelex.h"
#include "dnsd/duration.h"

enum {
    DNS_PORT = 53,
    READY_PORT = 8181,
    HEALTH_PORT = 8080,
    RELOAD_MS = 30000, /* without an interval; the shortest is that of CoreDNS */
    RELOAD_MIN_MS = 2000,
    JITTER_MIN_MS = 1000,
};

/* Names that were there, each with the number of its rule + 1: open addressing, at most half full. */
struct seen {
    struct seen_name {
        const uint8_t *name;
        uint32_t rule;
    } * slots;
    uint32_t room, used;
};

struct reader {
    struct config *c;
    struct diag *err;
    struct corelex lex;
    uint16_t port; /* of the server block's head */
    bool failed;
    uint32_t once; /* bit n: directive n was there */
    uint32_t rule_room;
    struct seen names, targets;
};

/* A directive or an option of forward: its words (the first is its name), and what follows. */
struct directive {
    const char *name;
    void (*read)(struct reader *r, const struct core_line *l);
    bool may_repeat, may_open;
    unsigned least, most; /* words behind the name */
};

#define WRONG(r, where, ...) ((r)->failed = true, (void)diag_at((r)->err, where, __VA_ARGS__))

static const char supported[] = "bind, errors, log, ready, health, reload, loop, rewrite, forward";
static const char supported_options[] =
    "max_concurrent, prefer_udp, force_tcp, policy, max_fails, expire, health_check";

static void next_line(struct reader *r, struct core_line *l)
{
    corelex_line(&r->lex, l);
    r->failed |= r->lex.failed;
}

/* Past the '}' of a block that was opened at where. */
static void skip_block(struct reader *r, struct place where)
{
    struct core_line l;
    for (unsigned depth = 1; depth;) {
        next_line(r, &l);
        if (l.kind == CORE_END) {
            WRONG(r, l.where, "the block of line %u is not closed; a '}' is wanted", where.line);
            return;
        }
        depth += l.kind == CORE_CLOSE ? -1u : l.opens;
    }
}

static bool read_number(struct reader *r, const struct word *w, const char *what, unsigned least,
                        unsigned most, unsigned *out)
{
    char *end;
    unsigned long n = strtoul(w->text, &end, 10);
    if (w->text[0] >= '0' && w->text[0] <= '9' && !*end && n >= least && n <= most) {
        *out = (unsigned)n;
        return true;
    }
    WRONG(r, w->where, "%s: \"%s\" is no whole number from %u to %u", what, w->text, least, most);
    return false;
}

static bool read_duration(struct reader *r, const struct word *w, const char *what, unsigned least_ms,
                          unsigned *out_ms)
{
    uint32_t ms;
    if (!duration_from_text(w->text, &ms))
        WRONG(r, w->where, "%s: \"%s\" is no length of time; write it as 500ms, 10s or 1m30s", what, w->text);
    else if (ms < least_ms)
        WRONG(r, w->where, "%s: %s is too short; %u ms is the least", what, w->text, least_ms);
    else {
        *out_ms = ms;
        return true;
    }
    return false;
}

/* bind ADDRESS... */

static void add_listener(struct reader *r, const char *text, struct place where)
{
    struct placed_address *a = &r->c->listen[r->c->listen_count];
    if (r->c->listen_count == CONFIG_LISTEN_MAX) {
        WRONG(r, where, "bind: more than %d addresses", CONFIG_LISTEN_MAX);
        return;
    }
    const char *wrong = address_from_text(text, strlen(text), 0, &a->address);
    if (wrong) {
        WRONG(r, where, "bind: \"%s\" is no address (%s); names of interfaces are not supported", text,
              wrong);
        return;
    }
    if (address_port(&a->address))
        WRONG(r, where, "bind: \"%s\": the port is that of the server block, .:%u", text, r->port);
    address_set_port(&a->address, r->port);
    a->where = where;
    r->c->listen_count++;
}

static void read_bind(struct reader *r, const struct core_line *l)
{
    for (unsigned i = 1; i < l->count; i++)
        add_listener(r, l->words[i].text, l->words[i].where);
}

static void read_errors(struct reader *r, const struct core_line *l)
{
    (void)l;
    r->c->log.errors = true;
}

/* log [.] [{common}] */
static void read_log(struct reader *r, const struct core_line *l)
{
    r->c->log.queries = true;
    for (unsigned i = 1; i < l->count; i++)
        if (strcmp(l->words[i].text, i == 1 ? "." : "{common}") != 0)
            WRONG(r, l->words[i].where,
                  "log: \"%s\" is not supported; log alone writes every query in CoreDNS's common format",
                  l->words[i].text);
}

/* [ADDRESS]:PORT */
static void read_http(struct reader *r, const struct core_line *l, uint16_t port, struct placed_address *out)
{
    const char *text = l->count > 1 ? l->words[1].text : "";
    char any[ADDRESS_TEXT_MAX];
    if (!*text || (text[0] == ':' && text[1] != ':')) {
        snprintf(any, sizeof any, "[::]%s", text);
        text = any;
    }
    const char *wrong = address_from_text(text, strlen(text), port, &out->address);
    out->where = l->where;
    if (wrong)
        WRONG(r, l->words[1].where, "%s: \"%s\" is no address: %s", l->words[0].text, l->words[1].text,
              wrong);
}

static void read_ready(struct reader *r, const struct core_line *l)
{
    read_http(r, l, READY_PORT, &r->c->ready);
}

static void read_health(struct reader *r, const struct core_line *l)
{
    read_http(r, l, HEALTH_PORT, &r->c->health);
}

/* reload [INTERVAL [JITTER]] */
static void read_reload(struct reader *r, const struct core_line *l)
{
    unsigned jitter_ms;
    r->c->reload_ms = RELOAD_MS;
    if (l->count > 1)
        (void)read_duration(r, &l->words[1], "reload", RELOAD_MIN_MS, &r->c->reload_ms);
    if (l->count > 2) /* it spreads many servers' looks; ours is at one small local file */
        (void)read_duration(r, &l->words[2], "reload", JITTER_MIN_MS, &jitter_ms);
}

static void read_loop(struct reader *r, const struct core_line *l)
{
    r->c->loop = l->where;
}

/* rewrite [stop] name [exact] FROM TO [answer auto] */

static struct seen_name *find(const struct seen *s, const uint8_t *name)
{
    uint32_t at = dname_hash(name, 0) & (s->room - 1);
    while (s->slots[at].name && !dname_equal(s->slots[at].name, name))
        at = (at + 1) & (s->room - 1);
    return &s->slots[at];
}

static bool make_room(struct reader *r, struct seen *s)
{
    struct seen old = *s;
    if (2 * s->used < s->room)
        return true;
    s->room = old.room ? 2 * old.room : 64;
    s->slots = arena_alloc_many(&r->c->arena, s->room, sizeof *s->slots);
    for (uint32_t i = 0; s->slots && i < old.room; i++)
        if (old.slots[i].name)
            *find(s, old.slots[i].name) = old.slots[i];
    return s->slots;
}

static struct rule *add_rule(struct reader *r, struct place where)
{
    struct config *c = r->c;
    if (c->rule_count == CONFIG_RULES_MAX) {
        WRONG(r, where, "rewrite: more than %d names", CONFIG_RULES_MAX);
        return NULL;
    }
    if (c->rule_count == r->rule_room) {
        uint32_t room = r->rule_room ? 2 * r->rule_room : 64;
        void *grown =
            arena_grow(&c->arena, c->rules, r->rule_room * sizeof *c->rules, room * sizeof *c->rules);
        if (!grown)
            return NULL;
        c->rules = grown;
        r->rule_room = room;
    }
    return &c->rules[c->rule_count++];
}

static const uint8_t *read_name(struct reader *r, const struct word *w, uint8_t to[DNAME_MAX])
{
    size_t len;
    const char *wrong = dname_from_text(w->text, strlen(w->text), to, &len);
    if (wrong) {
        WRONG(r, w->where, "rewrite: \"%s\" is no domain name: %s", w->text, wrong);
        return NULL;
    }
    dname_lower(to, to);
    return (const uint8_t *)arena_copy(&r->c->arena, (const char *)to, len);
}

/* What the reverse name of its addresses is answered with: the first name with this target, if it is short.
 */
static const char *service_of(struct reader *r, const struct seen_name *target, const uint8_t *name)
{
    char text[DNAME_TEXT_MAX];
    if (target->rule)
        return r->c->rules[target->rule - 1].service;
    size_t len = dname_to_text(text, name);
    return dname_labels(name) == 1 ? arena_copy(&r->c->arena, text, len - 1) : NULL;
}

static void map_name(struct reader *r, const struct word *from, const struct word *to)
{
    uint8_t name_octets[DNAME_MAX], target_octets[DNAME_MAX];
    const uint8_t *name = read_name(r, from, name_octets);
    const uint8_t *target = read_name(r, to, target_octets);
    if (!name || !target)
        return;
    if (!make_room(r, &r->names) || !make_room(r, &r->targets)) {
        WRONG(r, from->where, "rewrite: no memory for more names");
        return;
    }
    struct seen_name *known = find(&r->names, name), *known_target = find(&r->targets, target);
    if (known->name)
        return; /* the first one that matches wins */
    const char *service = service_of(r, known_target, name);
    struct rule *rule = add_rule(r, from->where);
    if (!rule)
        return;
    *rule = (struct rule){.name = name,
                          .target = known_target->name ? known_target->name : target,
                          .service = service,
                          .where = from->where};
    *known = (struct seen_name){name, r->c->rule_count};
    r->names.used++;
    if (known_target->name)
        return;
    *known_target = (struct seen_name){target, r->c->rule_count};
    r->targets.used++;
}

static bool is(const struct core_line *l, unsigned at, const char *text)
{
    return at < l->count && strcmp(l->words[at].text, text) == 0;
}

static void read_rewrite(struct reader *r, const struct core_line *l)
{
    static const char *const other_matches[] = {"prefix", "suffix", "substring", "regex"};
    unsigned at = 1 + is(l, 1, "stop");
    bool good = is(l, at, "name");
    for (size_t i = 0; i < sizeof other_matches / sizeof *other_matches; i++)
        good = good && !is(l, at + 1, other_matches[i]);
    at += 1 + is(l, at + 1, "exact");
    good = good &&
           (l->count == at + 2 || (l->count == at + 4 && is(l, at + 2, "answer") && is(l, at + 3, "auto")));
    if (good)
        map_name(r, &l->words[at], &l->words[at + 1]);
    else
        WRONG(r, l->where, "rewrite: supported is: rewrite [stop] name [exact] FROM TO [answer auto]");
}

/* forward . TO... { options } */

static void read_max_concurrent(struct reader *r, const struct core_line *l)
{
    (void)read_number(r, &l->words[1], "max_concurrent", CONFIG_CONCURRENT_MIN, CONFIG_CONCURRENT_MAX,
                      &r->c->upstream.max_concurrent);
    r->c->upstream.max_concurrent_where = l->where;
}

static void read_prefer_udp(struct reader *r, const struct core_line *l)
{
    (void)l;
    r->c->upstream.prefer_udp = true;
}

static void read_force_tcp(struct reader *r, const struct core_line *l)
{
    (void)l;
    r->c->upstream.force_tcp = true;
}

static void read_order(struct reader *r, const struct core_line *l)
{
    if (is(l, 1, "random"))
        r->c->upstream.order = SERVERS_RANDOM;
    else if (is(l, 1, "round_robin"))
        r->c->upstream.order = SERVERS_ROUND_ROBIN;
    else if (is(l, 1, "sequential"))
        r->c->upstream.order = SERVERS_SEQUENTIAL;
    else
        WRONG(r, l->words[1].where, "policy: \"%s\" is none of random, round_robin, sequential",
              l->words[1].text);
}

static void read_max_fails(struct reader *r, const struct core_line *l)
{
    (void)read_number(r, &l->words[1], "max_fails", 0, 1000000, &r->c->upstream.max_fails);
}

static void read_expire(struct reader *r, const struct core_line *l)
{
    (void)read_duration(r, &l->words[1], "expire", 0, &r->c->upstream.expire_ms);
}

static void read_health_check(struct reader *r, const struct core_line *l)
{
    (void)read_duration(r, &l->words[1], "health_check", 1, &r->c->upstream.health_check_ms);
}

static void add_upstream(struct reader *r, const struct word *w)
{
    struct config *c = r->c;
    const char *text = strncmp(w->text, "dns://", 6) == 0 ? w->text + 6 : w->text;
    if (strstr(text, "://")) {
        WRONG(r, w->where, "forward: \"%s\": only plain DNS upstreams are supported", w->text);
        return;
    }
    if (strchr(text, '/')) {
        if (c->upstream.resolv_conf.text)
            WRONG(r, w->where, "forward: one file is supported, not two");
        c->upstream.resolv_conf = (struct placed_text){.text = text, .where = w->where};
        return;
    }
    if (c->upstream.server_count == CONFIG_SERVERS_MAX) {
        WRONG(r, w->where, "forward: more than %d upstreams", CONFIG_SERVERS_MAX);
        return;
    }
    struct placed_address *s = &c->upstream.servers[c->upstream.server_count];
    const char *wrong = address_from_text(text, strlen(text), DNS_PORT, &s->address);
    if (wrong) {
        WRONG(r, w->where, "forward: \"%s\" is neither an address (%s) nor the path of a resolv.conf",
              w->text, wrong);
        return;
    }
    s->where = w->where;
    c->upstream.server_count++;
}

static void read_forward(struct reader *r, const struct core_line *l);

static const struct directive directives[] = {
    {"bind", read_bind, true, false, 1, 62},       {"errors", read_errors, false, false, 0, 0},
    {"log", read_log, true, false, 0, 2},          {"ready", read_ready, false, false, 0, 1},
    {"health", read_health, false, false, 0, 1},   {"reload", read_reload, false, false, 0, 2},
    {"loop", read_loop, false, false, 0, 0},       {"rewrite", read_rewrite, true, false, 1, 62},
    {"forward", read_forward, false, true, 2, 62}, {0}};

static const struct directive options[] = {{"max_concurrent", read_max_concurrent, false, false, 1, 1},
                                           {"prefer_udp", read_prefer_udp, false, false, 0, 0},
                                           {"force_tcp", read_force_tcp, false, false, 0, 0},
                                           {"policy", read_order, false, false, 1, 1},
                                           {"max_fails", read_max_fails, false, false, 1, 1},
                                           {"expire", read_expire, false, false, 1, 1},
                                           {"health_check", read_health_check, false, false, 1, 1},
                                           {0}};

/* One line by the table; a block that is not its own to read is passed over. */
static void read_directive(struct reader *r, const struct core_line *l, const struct directive *table,
                           const char *known, uint32_t *once)
{
    const char *name = l->words[0].text;
    const struct directive *d = table;
    bool opens = l->opens;
    unsigned count = l->count - 1;
    while (d->name && strcmp(d->name, name) != 0)
        d++;
    uint32_t bit = 1u << (d - table);
    if (!d->name)
        WRONG(r, l->where, "%s: not supported; supported here: %s", name, known);
    else if (opens && !d->may_open)
        WRONG(r, l->where, "%s: a block behind it is not supported", name);
    else if (count < d->least || count > d->most)
        WRONG(r, l->where, "%s: %s words behind it", name, count < d->least ? "too few" : "too many");
    else if (*once & bit && !d->may_repeat)
        WRONG(r, l->where, "%s: given twice; once is supported", name);
    else {
        *once |= bit;
        d->read(r, l);
        opens = opens && !d->may_open;
    }
    if (opens)
        skip_block(r, l->where);
}

static void read_options(struct reader *r, struct place where)
{
    struct core_line l;
    uint32_t once = 0;
    for (;;) {
        next_line(r, &l);
        if (l.kind == CORE_CLOSE)
            return;
        if (l.kind == CORE_END) {
            WRONG(r, l.where, "the block of line %u is not closed; a '}' is wanted", where.line);
            return;
        }
        if (l.count)
            read_directive(r, &l, options, supported_options, &once);
    }
}

static void read_forward(struct reader *r, const struct core_line *l)
{
    if (!is(l, 1, "."))
        WRONG(r, l->words[1].where, "forward: only \".\", every name, is supported, not \"%s\"",
              l->words[1].text);
    for (unsigned i = 2; i < l->count; i++)
        add_upstream(r, &l->words[i]);
    if (r->c->upstream.server_count && r->c->upstream.resolv_conf.text)
        WRONG(r, l->where, "forward: addresses, or the path of a resolv.conf, but not both");
    if (l->opens)
        read_options(r, l->where);
}

/* [dns://].[:PORT] */
static void read_head(struct reader *r, const struct core_line *l)
{
    const char *text = l->words[0].text;
    char *end = NULL;
    unsigned long port = DNS_PORT;
    if (strncmp(text, "dns://", 6) == 0)
        text += 6;
    bool good = l->count == 1 && l->opens && text[0] == '.';
    if (good && text[1] == ':' && text[2] >= '0' && text[2] <= '9')
        port = strtoul(text + 2, &end, 10);
    else
        good = good && !text[1];
    if (!good || (end && *end) || port < 1 || port > 65535)
        WRONG(r, l->where, "\"%s\": one server block is supported, for every name: .:53 {", l->words[0].text);
    r->port = (uint16_t)port;
}

static void read_block(struct reader *r, struct place where)
{
    struct core_line l;
    for (;;) {
        next_line(r, &l);
        if (l.kind == CORE_CLOSE)
            break;
        if (l.kind == CORE_END) {
            WRONG(r, l.where, "the server block of line %u is not closed; a '}' is wanted", where.line);
            break;
        }
        if (l.count)
            read_directive(r, &l, directives, supported, &r->once);
        else if (l.opens)
            skip_block(r, l.where);
    }
    if (r->c->upstream.server_count == 0 && !r->c->upstream.resolv_conf.text && !r->failed)
        WRONG(r, where, "no forward, so other names would have no answer; add: forward . /etc/resolv.conf");
    if (r->c->listen_count == 0 && !r->failed)
        add_listener(r, "[::]", where); /* every address, as CoreDNS has it; refused if it is not allowed */
}

static void read_all(struct reader *r)
{
    struct core_line l;
    next_line(r, &l);
    if (l.kind != CORE_WORDS || !l.count) {
        WRONG(r, l.where, "a server block is wanted here: .:53 {");
        return;
    }
    read_head(r, &l);
    if (l.opens)
        read_block(r, l.where);
    next_line(r, &l);
    if (l.kind != CORE_END)
        WRONG(r, l.where, "one server block is supported, and it ended above");
}

int corefile_read(const char *file, struct config *out, struct diag *err)
{
    struct reader r = {.c = out, .err = err, .port = DNS_PORT};
    struct bytes text;
    config_defaults(out);
    out->log.queries = false;
    out->upstream.order = SERVERS_RANDOM;
    out->file = arena_copy(&out->arena, file, strlen(file));
    if (!out->file)
        (void)diag_say(err, "no memory");
    else if (file_read(file, CONFIG_FILE_MAX, &out->arena, &text, err) == 0) {
        corelex_init(&r.lex, out->file, text, &out->arena, err);
        out->policy.where = (struct place){.file = out->file};
        read_all(&r);
        if (!r.failed)
            return 0;
        if (out->listen_count)
            r.failed |=
                config_settle(out, err) != 0; /* so that its complaints are not kept for the next time */
    }
    config_free(out);
    *out = (struct config){0};
    return -1;
}
