/* Whole lives of queries, in a world of the input's making (world/): the input is a program of steps in which
 * clients ask, upstream answers, strangers forge, time passes, and the configuration is read again. In
 * enforce mode, whatever the steps are:
 * - each query is answered exactly once, within 4.5 s, by its own question and ID; what is none gets nothing;
 * - received = answered + dropped, nothing stays in flight, no place, socket, timer or connection is kept;
 * - an answer under a wrong ID, to another port, from another address or to another question reaches no
 *   client and ends no wait;
 * - what goes upstream is, octet for octet, a canonical query for a name of the release or an allowed one. */
#include "tests/fuzz/fuzz.h"

#include <stdio.h>

#include "common/cursor.h"
#include "common/dname.h"
#include "dnsd/config.h"
#include "dnsd/policy.h"
#include "dnsd/query.h"
#include "dnsd/reverse.h"
#include "tests/fuzz/fuzz_file.h"
#include "tests/fuzz/world/world.h"

enum {
    ASKED_MAX = 200,
    CONCURRENT = 16,
    FREE_FOR_ALL = CONCURRENT - CONCURRENT / 8, /* the rest is the release's own */
    ANSWER_MS = 4500,                           /* by then every client has heard */
    WIRE_MAX = 2048,
};

static const char forged[] = "\xde\xad\xbe\xef forged";

struct asked {
    uint8_t wire[512];
    size_t len;
    struct request request;
    enum verdict verdict;
    uint64_t at_ms;
    unsigned answers;
};

static struct play {
    struct config config;
    struct observers observers;
    struct policy *policy;
    struct queries *current, *retiring;
    struct asked asked[ASKED_MAX];
    unsigned asked_count, answers;
} play;

/* What clients hear */

static void on_answer(const struct client *c, const uint8_t *wire, size_t len)
{
    struct asked *a = c->of;
    const struct request *r = &a->request;
    fuzz_want(a->answers++ == 0 && a->verdict != VERDICT_DROP);
    fuzz_want(len >= HEADER_LEN && message_id(wire) == message_id(a->wire) && wire[2] & 0x80);
    fuzz_want(len <= (c->transport->stream ? MESSAGE_MAX : r->udp_size));
    fuzz_want(world_ms() - a->at_ms <= ANSWER_MS);
    if (r->qname && wire[5] == 1)
        fuzz_want(len >= HEADER_LEN + r->qname_len + 4u && dname_equal(wire + HEADER_LEN, r->qname) &&
                  memcmp(wire + HEADER_LEN + r->qname_len, r->qname + r->qname_len, 4) == 0);
    fuzz_want(memmem(wire, len, forged, sizeof forged - 1) == NULL);
    play.answers++;
}

static const struct transport over_udp = {.answer = on_answer},
                              over_tcp = {.answer = on_answer, .stream = true};

static void ask(const uint8_t *wire, size_t len, bool tcp)
{
    if (play.asked_count == ASKED_MAX || len > sizeof play.asked[0].wire)
        return;
    struct asked *a = &play.asked[play.asked_count++];
    memcpy(a->wire, wire, len);
    a->len = len;
    a->answers = 0;
    a->at_ms = world_ms();
    a->verdict = message_parse(a->wire, a->len, &a->request);
    uint8_t *exact = malloc(len ? len : 1);
    fuzz_want(exact != NULL);
    memcpy(exact, wire, len);
    const struct client from = {.transport = tcp ? &over_tcp : &over_udp, .of = a};
    queries_take(play.current, &from, exact, len);
    free(exact);
}

/* What goes upstream */

static bool may_leave(const uint8_t *qname)
{
    for (unsigned i = 0; i < play.config.rule_count; i++)
        if (dname_equal(qname, play.config.rules[i].target))
            return true;
    return policy_check(play.policy, qname, NULL) == POLICY_ALLOWED && !reverse_is_private(qname);
}

static void on_sent(const struct world_sent *s)
{
    struct request r;
    uint8_t canonical[QUERY_LEN_MAX];
    fuzz_want(message_parse(s->query, s->len, &r) == VERDICT_SERVE);
    size_t len = message_query(&r, r.qname, r.id, 4096, canonical);
    fuzz_want(len == s->len && memcmp(canonical, s->query, len) == 0);
    fuzz_want(may_leave(r.qname));
}

/* Steps */

static void flush(void)
{
    queries_flush(play.current);
    if (play.retiring)
        queries_flush(play.retiring);
}

static void pass(uint64_t ms)
{
    world_pass(ms, flush);
}

static const char *const names[] = {"nginx",
                                    "NgInX",
                                    "web",
                                    "a.wild.example",
                                    "allowed.test",
                                    "x.y.allowed.test",
                                    "agent-env-rel-api.default.svc.cluster.local",
                                    "agent-env-rel-nginx.default.svc.cluster.local",
                                    "blocked.test",
                                    "localhost",
                                    "3.2.1.10.in-addr.arpa",
                                    "8.8.8.8.in-addr.arpa",
                                    "4.4.8.8.in-addr.arpa",
                                    "."};
enum { NAME_COUNT = sizeof names / sizeof *names };

static void put_u16(uint8_t **at, unsigned n)
{
    *(*at)++ = (uint8_t)(n >> 8);
    *(*at)++ = (uint8_t)n;
}

/* An OPT with the secret of a client in an option, as long as the input says. */
static void put_opt(uint8_t **at, struct cursor *in)
{
    uint8_t form = cursor_u8(in), secret = cursor_u8(in) % 100;
    *(*at)++ = 0;
    put_u16(at, TYPE_OPT);
    put_u16(at, form & 1 ? 4096 : form & 2 ? 100 : 1232);
    put_u16(at, form & 4 ? 1 : 0);                                   /* version */
    put_u16(at, (form & 8 ? 0x8000 : 0) | (form & 16 ? 0x1234 : 0)); /* DO, Z */
    put_u16(at, secret ? secret + 4u : 0);
    if (!secret)
        return;
    put_u16(at, 65001);
    put_u16(at, secret);
    memset(*at, 0x5a, secret);
    *at += secret;
}

/* name, type, header, OPT; then octets changed here and there. */
static size_t write_question(struct cursor *in, uint8_t to[512])
{
    static const uint16_t types[] = {1, 28, 12, 16, 33, 255, 252, 65, 5};
    uint8_t name = cursor_u8(in), type = cursor_u8(in), header = cursor_u8(in), *at = to;
    size_t len;
    put_u16(&at, cursor_u8(in) * 257u);
    put_u16(&at, (header & 1 ? 0x0100 : 0) | (header & 2 ? 0x0010 : 0) | (header & 4 ? 0x0040 : 0));
    put_u16(&at, 1);
    put_u16(&at, 0);
    put_u16(&at, 0);
    put_u16(&at, header >> 7);
    fuzz_want(dname_from_text(names[name % NAME_COUNT], strlen(names[name % NAME_COUNT]), at, &len) == NULL);
    at += len;
    put_u16(&at, types[type % (sizeof types / sizeof *types)]);
    put_u16(&at, header & 8 ? 3 : CLASS_IN);
    if (header >> 7)
        put_opt(&at, in);
    len = (size_t)(at - to);
    while ((header >> 4 & 3) == 3 && cursor_u8(in) % 4) {
        size_t where = cursor_u8(in) % len;
        to[where] ^= cursor_u8(in);
    }
    return len;
}

/* An answer to what was sent: header, question, records, OPT, as the input says. */
static size_t write_answer(struct cursor *in, const struct world_sent *s, uint8_t to[WIRE_MAX])
{
    uint8_t form = cursor_u8(in), more = cursor_u8(in);
    size_t question = HEADER_LEN + dname_len(s->query + HEADER_LEN) + 4;
    uint8_t *at = to + (more & 0x80 ? HEADER_LEN : question);
    memcpy(to, s->query, question);
    to[2] |= 0x84 | (form & 0x10 ? 2 : 0); /* TC */
    to[3] = (uint8_t)(0x80 | (form & 0x0f));
    to[5] = !(more & 0x80);
    to[7] = more & 3;
    to[11] = form >> 7;
    for (unsigned i = 0; i < (more & 3u); i++) {
        unsigned len = more & 4 ? cursor_u8(in) : 4;
        put_u16(&at, 0xc00c);
        put_u16(&at, more & 8 ? 5 : more & 16 ? 16 : s->query[question - 3]);
        put_u16(&at, CLASS_IN);
        put_u16(&at, 0);
        put_u16(&at, 5);
        put_u16(&at, len);
        for (unsigned k = 0; k < len; k++)
            *at++ = more & 4 ? cursor_u8(in) : (uint8_t)(10 + k);
    }
    if (form & 0x80) {
        memcpy(at, "\0\0\x29\x10\0\0\0\0\0\0\0", 11);
        at += 11;
    }
    return (size_t)(at - to);
}

static struct world_sent *pick(struct cursor *in)
{
    uint8_t which = cursor_u8(in);
    return world_sent_count() ? world_sent_at(which % world_sent_count()) : NULL;
}

static void answer(struct cursor *in)
{
    uint8_t wire[WIRE_MAX];
    struct world_sent *s = pick(in);
    if (s)
        (void)world_answer(s, wire, write_answer(in, s, wire));
}

/* One octet of the question's other than it was asked: of its name, type or class, but for a letter's case.
 */
static void change_question(struct cursor *in, const struct world_sent *s, uint8_t *wire)
{
    size_t name_len = dname_len(s->query + HEADER_LEN), at = cursor_u8(in) % (name_len + 4);
    uint8_t by = cursor_u8(in);
    wire[HEADER_LEN + at] ^= by && by != 0x20 ? by : 1;
}

/* Everything right but for one thing. */
static void forge(struct cursor *in)
{
    uint8_t wire[WIRE_MAX], how = cursor_u8(in) % 5;
    struct world_sent *s = pick(in), *to = s;
    if (!s)
        return;
    size_t len = write_answer(in, s, wire);
    memcpy(wire + len, "\xc0\x0c\0\1\0\1\0\0\0\5\0\x0b", 12);
    memcpy(wire + len + 12, forged, sizeof forged - 1);
    len += 12 + sizeof forged - 1;
    wire[7]++;
    struct address from = s->server;
    switch (how) {
    case 0:
    case 1:
        message_set_id(wire,
                       (uint16_t)(message_id(wire) ^ (how ? 1u << cursor_u8(in) % 16 : cursor_u16(in))));
        if (world_knows_id(s, message_id(wire)))
            return;
        break;
    case 2: /* another port */
        to = pick(in);
        if (world_knows_id(to, message_id(wire)))
            return;
        from = to->server;
        break;
    case 3: address_set_port(&from, (uint16_t)(address_port(&from) + 1 + cursor_u8(in))); break;
    default:
        if (wire[5])
            change_question(in, s, wire);
        else
            wire[5] = 2;
    }
    unsigned before = play.answers, waiting = queries_waiting(play.current);
    if (to->call)
        (void)(how == 3 || world_answer(to, wire, len));
    else
        (void)world_answer_from(to, &from, wire, len);
    fuzz_want(play.answers == before && queries_waiting(play.current) == waiting);
}

static struct queries *begin_queries(void)
{
    static struct diag err;
    struct queries *q = NULL;
    err = (struct diag){0};
    fuzz_want(queries_new(NULL, &play.config, &play.observers, &q, &err) == 0);
    return q;
}

/* As a generation does: the one before lives until its last query is answered. */
static void reload(void)
{
    if (play.retiring && queries_waiting(play.retiring))
        return;
    queries_free(play.retiring);
    play.retiring = play.current;
    play.current = begin_queries();
}

static void step(struct cursor *in)
{
    uint8_t wire[512], what = cursor_u8(in);
    const uint8_t *raw;
    size_t len;
    switch (what % 12) {
    case 0:
    case 1: ask(wire, write_question(in, wire), false); break;
    case 2: ask(wire, write_question(in, wire), true); break;
    case 3:
        len = cursor_u8(in) % (in->left + 1);
        raw = cursor_take(in, len);
        if (raw)
            ask(raw, len, what & 0x10);
        break;
    case 4:
    case 5: answer(in); break;
    case 6:
    case 7: forge(in); break;
    case 8: pass(cursor_u16(in) % 3000); break;
    case 9: pass(cursor_u8(in)); break;
    case 10:
        if (what & 0x40)
            reload();
        else
            world_run_out(what >> 4 & 3);
        break;
    default: {
        struct world_sent *s = pick(in);
        if (s)
            (void)world_refuse(s);
    }
    }
    if (!(what & 0x80))
        flush();
}

/* The end */

static void want_all_answered(void)
{
    for (unsigned i = 0; i < play.asked_count; i++)
        fuzz_want(play.asked[i].answers == (play.asked[i].verdict != VERDICT_DROP));
    fuzz_want(queries_waiting(play.current) == 0);
    fuzz_want(stats_in_flight(play.observers.stats) == 0);
}

/* As many as there are places for go upstream, all at once, whatever was before. */
static void want_every_place_free(void)
{
    play.asked_count = 0;
    for (unsigned i = 0; i < FREE_FOR_ALL; i++) {
        uint8_t wire[512], *at = wire;
        char name[32];
        size_t len;
        put_u16(&at, i);
        memcpy(at, "\1\0\0\1\0\0\0\0\0\0", 10);
        at += 10;
        snprintf(name, sizeof name, "n%u.allowed.test", i);
        fuzz_want(dname_from_text(name, strlen(name), at, &len) == NULL);
        at += len;
        put_u16(&at, TYPE_A);
        put_u16(&at, CLASS_IN);
        ask(wire, (size_t)(at - wire), false);
    }
    fuzz_want(queries_waiting(play.current) == FREE_FOR_ALL);
}

static const char configuration[] = "fullname: agent-env-rel\n"
                                    "namespace: default\n"
                                    "services:\n"
                                    "  nginx: {}\n"
                                    "  web: {additionalDnsRecords: [\"*.wild.example\"]}\n"
                                    "upstream: {servers: [10.96.0.10, 10.96.0.11], maxConcurrent: 16}\n"
                                    "policy: {mode: enforce, allow: [allowed.test, \"*.allowed.test\", "
                                    "\"8.8.8.8.in-addr.arpa\"]}\n"
                                    "log: {queries: false}\n";

static void read_configuration(void)
{
    static struct diag err;
    struct fuzz_file f = fuzz_file_open((const uint8_t *)configuration, sizeof configuration - 1);
    if (config_read_yaml(f.path, &play.config, &err) != 0) {
        diag_print(&err, stderr, "configuration");
        abort();
    }
    play.config.log.errors = false;
    play.policy = policy_new(&play.config, &play.config.arena);
    play.observers.denied = denied_new();
    fuzz_want(play.policy && play.observers.denied);
    fuzz_file_close(f);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
    struct cursor in = cursor_over(data, len);
    if (memmem(data, len, forged, sizeof forged - 1))
        return 0; /* what is not forged must not say that it is */
    if (!play.policy)
        read_configuration();
    world_begin(cursor_u8(&in), on_sent);
    play.observers.stats = stats_new();
    fuzz_want(play.observers.stats);
    play.asked_count = play.answers = 0;
    play.retiring = NULL;
    play.current = begin_queries();
    while (in.left && !in.failed)
        step(&in);
    world_run_out(0);
    flush();
    pass(ANSWER_MS);
    want_all_answered();
    pass(ANSWER_MS); /* a lookup that went on over TCP keeps its place for a little longer */
    want_every_place_free();
    flush();
    pass(ANSWER_MS);
    want_all_answered();
    queries_free(play.retiring);
    queries_free(play.current);
    stats_free(play.observers.stats);
    fuzz_want(world_held() == 0);
    return 0;
}
