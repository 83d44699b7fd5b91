/* A configuration at work on sockets of the test's own, with queries that the test answers. */
#include "tests/unit/dnsd/loopback.h"

#include <stdlib.h>

#include "dnsd/http.h"
#include "dnsd/listen_tcp.h"
#include "dnsd/listen_udp.h"
#include "dnsd/qlog.h"

/* The errno that binding such a socket ends with; 0: it is bound. */
static struct {
    int udp, tcp, http;
} fails;
#define udp_open(base, a, out) (fails.udp ? (errno = fails.udp, -1) : udp_open(base, a, out))
#define tcp_open(base, a, out) (fails.tcp ? (errno = fails.tcp, -1) : tcp_open(base, a, out))
#define http_open(base, a, path, page, arg, out)                                                             \
    (fails.http ? (errno = fails.http, -1) : http_open(base, a, path, page, arg, out))
static bool no_memory;
#define calloc(count, len)                (no_memory ? NULL : calloc(count, len))
#define qlog_new(base, fd, format, stats) (no_memory_for_log ? NULL : qlog_new(base, fd, format, stats))
static bool no_memory_for_log;
/* Whole, so that its sockets can fail. NOLINTNEXTLINE(bugprone-suspicious-include) */
#include "dnsd/generation.c"

enum { GENERATIONS = 4, PAGE_ROOM = HTTP_PAGE_MAX + 1024 };

static const char answer[] = "answer", last_word[] = "servfail";

/* What stands in for query.c: one for each generation, in the order they were made. */
struct queries {
    const struct config *config;
    struct observers observers;
    struct client from; /* who asked last */
    unsigned taken, probes, flushes, waiting;
    bool found_loop, freed, waits; /* waits: the answer comes at the end */
};

static struct {
    struct queries made[GENERATIONS];
    unsigned count;
    bool fail;
} all;

int queries_new(struct event_base *base, const struct config *c, const struct observers *observers,
                struct queries **out, struct diag *err)
{
    assert_non_null(base);
    if (all.fail)
        return diag_say(err, "no queries");
    assert_true(all.count < GENERATIONS);
    *out = &all.made[all.count++];
    **out = (struct queries){.config = c, .observers = *observers};
    return 0;
}

bool queries_are_full(const struct queries *q)
{
    (void)q;
    return false;
}

bool queries_may_take(const struct queries *q, const uint8_t *wire, size_t len)
{
    (void)q;
    (void)wire;
    (void)len;
    return true;
}

static void tell(struct queries *q, const char *text)
{
    q->from.transport->answer(&q->from, (const uint8_t *)text, strlen(text));
}

void queries_take(struct queries *q, const struct client *from, const uint8_t *wire, size_t len)
{
    (void)wire;
    (void)len;
    assert_false(q->freed);
    q->from = *from;
    q->taken++;
    if (!q->waits)
        tell(q, answer);
}

void queries_drop(struct queries *q, const struct client *from)
{
    (void)q;
    (void)from;
    fail_msg("no flood comes here");
}

void queries_probe_loop(struct queries *q)
{
    q->probes++;
}

bool queries_found_loop(const struct queries *q)
{
    return q->found_loop;
}

void queries_flush(struct queries *q)
{
    q->flushes++;
}

unsigned queries_waiting(const struct queries *q)
{
    return q->waiting;
}

void queries_free(struct queries *q)
{
    if (!q)
        return;
    assert_false(q->freed);
    if (q->waits && q->taken)
        tell(q, last_word);
    q->freed = true;
}

static bool is_free(const struct address *a, int type)
{
    int fd = socket(AF_INET, type | SOCK_CLOEXEC, 0), yes = 1;
    assert_true(fd >= 0);
    assert_int_equal(setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes), 0);
    bool good = bind(fd, &a->any, address_len(a)) == 0;
    close(fd);
    return good;
}

struct fixture {
    struct event_base *base;
    struct records records;
    struct config next;       /* what the next reading gives */
    enum exit_code load_code; /* and how it ends */
    struct generation *now;
    struct diag err;
};

static enum exit_code load(const void *arg, struct config *out, struct diag *err)
{
    const struct fixture *f = arg;
    if (f->load_code != EXIT_OK)
        (void)diag_say(err, "cannot be read");
    else
        *out = f->next;
    return f->load_code;
}

static enum exit_code open_one(struct fixture *f, const struct generation *before, struct generation **out)
{
    const struct config_source source = {.load = load, .arg = f};
    f->err = (struct diag){0};
    return generation_open(f->base, &source, &f->records, before, out, &f->err);
}

static struct generation *opened(struct fixture *f, const struct generation *before)
{
    struct generation *out = NULL;
    if (open_one(f, before, &out) != EXIT_OK || !out)
        fail_msg("%s", f->err.text);
    return out;
}

static void listen_at(struct fixture *f, unsigned i, const struct address *a)
{
    f->next.listen[i] = (struct placed_address){.address = *a, .where = {.file = "dnsd.yaml", .line = i + 1}};
    if (f->next.listen_count <= i)
        f->next.listen_count = i + 1;
}

static struct placed_address a_page(void)
{
    return (struct placed_address){.address = own_address(), .where = {.file = "dnsd.yaml", .line = 9}};
}

static int open_fixture(void **state)
{
    static struct fixture f;
    memset(&all, 0, sizeof all);
    memset(&fails, 0, sizeof fails);
    no_memory = no_memory_for_log = false;
    f = (struct fixture){.base = event_base_new(), .records = {.stats = stats_new(), .denied = denied_new()}};
    assert_true(f.base && f.records.stats && f.records.denied);
    config_defaults(&f.next);
    f.next.log.queries = false;
    const struct address at = own_address();
    listen_at(&f, 0, &at);
    *state = &f;
    return 0;
}

static int close_fixture(void **state)
{
    struct fixture *f = *state;
    generation_close(f->now);
    event_base_free(f->base);
    stats_free(f->records.stats);
    denied_free(f->records.denied);
    libevent_global_shutdown();
    return 0;
}

static void start(struct fixture *f)
{
    f->now = opened(f, NULL);
    generation_start(f->now, NULL);
}

/* Another generation takes over; gives the one before. */
static struct generation *reload(struct fixture *f)
{
    struct generation *before = f->now;
    f->now = opened(f, before);
    generation_start(f->now, before);
    return before;
}

static int ask(const struct address *a)
{
    int fd = open_client(SOCK_DGRAM, a);
    assert_int_equal(send(fd, "question", 8, 0), 8);
    return fd;
}

static void ends_with(int fd, const char *text)
{
    char got[16] = "";
    assert_int_equal(recv(fd, got, sizeof got - 1, MSG_DONTWAIT), strlen(text));
    assert_string_equal(got, text);
    close(fd);
}

/* A question over UDP has its answer through generation number i. */
static void serves(struct fixture *f, const struct address *a, unsigned i)
{
    unsigned before = all.made[i].taken;
    int fd = ask(a);
    await(f->base, all.made[i].taken > before);
    generation_flush(f->now);
    await(f->base, is_readable(fd));
    ends_with(fd, answer);
}

/* What a GET of path has. */
static const char *get(struct fixture *f, const struct address *a, const char *path)
{
    static char got[PAGE_ROOM];
    char request[64];
    int fd = open_client(SOCK_STREAM, a);
    int len = snprintf(request, sizeof request, "GET %s HTTP/1.0\r\n\r\n", path);
    assert_int_equal(send(fd, request, (size_t)len, MSG_NOSIGNAL), len);
    read_to_end(f->base, fd, got, sizeof got);
    close(fd);
    return got;
}

static bool has_page(struct fixture *f, const struct address *a, const char *path, const char *text)
{
    const char *got = get(f, a, path);
    return strncmp(got + 8, " 200 ", 5) == 0 && strstr(got, text);
}

static void a_reading_that_fails_has_its_own_code_and_opens_nothing(void **state)
{
    struct fixture *f = *state;
    const enum exit_code codes[] = {EXIT_FAULT, EXIT_CONFIG, EXIT_NO_UPSTREAM, EXIT_UPSTREAM_IS_SELF};
    for (unsigned i = 0; i < sizeof codes / sizeof *codes; i++) {
        struct generation *out = NULL;
        f->load_code = codes[i];
        assert_int_equal(open_one(f, NULL, &out), codes[i]);
        assert_string_equal(f->err.text, "cannot be read\n");
        assert_null(out);
        assert_true(is_free(&f->next.listen[0].address, SOCK_DGRAM));
    }
}

static void what_cannot_be_bound_says_why_and_where_and_leaves_the_rest_free(void **state)
{
    static const struct {
        int udp, tcp, http;
        bool reload;
        enum exit_code code;
        const char *words[3];
    } cases[] = {
        {.udp = EADDRINUSE,
         .code = EXIT_IN_USE,
         .words = {"dnsd.yaml:1: 127.", " over UDP is in use by another process", "--listen"}},
        {.udp = EADDRINUSE,
         .reload = true,
         .code = EXIT_IN_USE,
         .words = {"dnsd.yaml:2: 127.", "by what dnsd served there before", "start dnsd anew"}},
        {.tcp = EADDRINUSE, .code = EXIT_IN_USE, .words = {"dnsd.yaml:1: ", " over TCP is in use"}},
        {.http = EADDRINUSE, .code = EXIT_IN_USE, .words = {"dnsd.yaml:9: ", " over HTTP is in use"}},
        {.udp = EACCES, .code = EXIT_NOT_PERMITTED, .words = {"over UDP", "NET_BIND_SERVICE", "sysctl"}},
        {.tcp = EPERM, .code = EXIT_NOT_PERMITTED, .words = {"over TCP", "NET_BIND_SERVICE"}},
        {.udp = EACCES,
         .reload = true,
         .code = EXIT_NOT_PERMITTED,
         .words = {"over UDP", "bound at the start only", "start dnsd anew"}},
        {.http = EADDRNOTAVAIL,
         .code = EXIT_FAULT,
         .words = {"over HTTP cannot be bound: ", "Cannot assign requested address"}},
        {.udp = EMFILE, .reload = true, .code = EXIT_FAULT, .words = {"over UDP cannot be bound: "}},
    };
    struct fixture *f = *state;
    const struct address first = f->next.listen[0].address;
    start(f);
    for (unsigned i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct generation *out = NULL;
        const struct address another = own_address(), own = own_address();
        listen_at(f, 0, cases[i].reload ? &first : &own);
        listen_at(f, 1, &another);
        f->next.metrics = a_page();
        fails.udp = cases[i].udp;
        fails.tcp = cases[i].tcp;
        fails.http = cases[i].http;
        assert_int_equal(open_one(f, cases[i].reload ? f->now : NULL, &out), cases[i].code);
        memset(&fails, 0, sizeof fails);
        assert_int_equal(f->err.count, 1);
        for (unsigned w = 0; w < 3 && cases[i].words[w]; w++)
            if (!strstr(f->err.text, cases[i].words[w]))
                fail_msg("case %u: no \"%s\" in %s", i, cases[i].words[w], f->err.text);
        assert_null(out);
        assert_true(is_free(&own, SOCK_DGRAM) && is_free(&own, SOCK_STREAM));
        assert_true(is_free(&another, SOCK_DGRAM) && is_free(&another, SOCK_STREAM));
        serves(f, &first, 0);
    }
}

static void an_address_that_somebody_has_ends_the_start_and_frees_the_others(void **state)
{
    struct fixture *f = *state;
    struct generation *out = NULL;
    int taken = open_server(SOCK_DGRAM);
    const struct address theirs = address_of(taken);
    listen_at(f, 1, &theirs);
    assert_int_equal(open_one(f, NULL, &out), EXIT_IN_USE);
    assert_non_null(strstr(f->err.text, "dnsd.yaml:2: 127."));
    assert_true(is_free(&f->next.listen[0].address, SOCK_DGRAM));
    assert_true(is_free(&f->next.listen[0].address, SOCK_STREAM));
    close(taken);
}

static void without_memory_or_queries_nothing_is_left_open(void **state)
{
    struct fixture *f = *state;
    struct generation *out = NULL;
    no_memory = true;
    assert_int_equal(open_one(f, NULL, &out), EXIT_FAULT);
    no_memory = false;
    assert_string_equal(f->err.text, "no memory\n");
    f->next.log.errors = no_memory_for_log = true;
    assert_int_equal(open_one(f, NULL, &out), EXIT_FAULT);
    assert_string_equal(f->err.text, "no memory for the query log\n");
    no_memory_for_log = false;
    all.fail = true;
    assert_int_equal(open_one(f, NULL, &out), EXIT_FAULT);
    assert_string_equal(f->err.text, "no queries\n");
    assert_null(out);
    assert_true(is_free(&f->next.listen[0].address, SOCK_DGRAM));
    assert_true(is_free(&f->next.listen[0].address, SOCK_STREAM));
}

static void a_log_is_there_when_lines_are_wanted_of_either_kind(void **state)
{
    struct fixture *f = *state;
    for (unsigned i = 0; i < 4; i++) {
        f->next.log.queries = i & 1;
        f->next.log.errors = i & 2;
        f->now = opened(f, NULL);
        assert_int_equal(all.made[i].observers.log != NULL, i != 0);
        assert_ptr_equal(all.made[i].observers.stats, f->records.stats);
        assert_ptr_equal(all.made[i].observers.denied, f->records.denied);
        assert_ptr_equal(all.made[i].config, generation_config(f->now));
        generation_close(f->now);
        f->now = NULL;
    }
}

static void a_question_stays_unread_until_the_start(void **state)
{
    struct fixture *f = *state;
    f->now = opened(f, NULL);
    int fd = ask(&f->next.listen[0].address);
    turn(f->base);
    assert_int_equal(all.made[0].taken, 0);
    generation_start(f->now, NULL);
    await(f->base, all.made[0].taken == 1);
    assert_false(is_readable(fd));
    generation_flush(f->now);
    await(f->base, is_readable(fd));
    ends_with(fd, answer);
    assert_int_equal(all.made[0].flushes, 2); /* before the answers go, and for what they made room for */
}

static void every_address_is_heard_over_both_transports(void **state)
{
    struct fixture *f = *state;
    for (unsigned i = 1; i < CONFIG_LISTEN_MAX; i++) {
        const struct address at = own_address();
        listen_at(f, i, &at);
    }
    start(f);
    for (unsigned i = 0; i < CONFIG_LISTEN_MAX; i++) {
        const struct address *at = &f->next.listen[i].address;
        char got[2 + sizeof answer];
        serves(f, at, 0);
        assert_false(all.made[0].from.transport->stream);
        int fd = open_client(SOCK_STREAM, at);
        assert_int_equal(send(fd, "\0\10question", 10, MSG_NOSIGNAL), 10);
        read_whole(f->base, fd, got, 2 + strlen(answer));
        assert_memory_equal(got, "\0\6answer", 8);
        assert_true(all.made[0].from.transport->stream);
        close(fd);
    }
}

static void a_reload_takes_over_what_both_listen_on_and_a_question_in_between_is_heard(void **state)
{
    struct fixture *f = *state;
    const struct address shared = f->next.listen[0].address, left = own_address(), added = own_address();
    listen_at(f, 1, &left);
    start(f);
    struct generation *before = f->now;
    listen_at(f, 0, &added);
    listen_at(f, 1, &shared);
    struct generation *next = opened(f, before);
    serves(f, &shared, 0); /* it goes on as it was */
    int early = ask(&shared);
    generation_start(next, before);
    f->now = next;
    await(f->base, all.made[1].taken == 1);
    generation_flush(next);
    await(f->base, is_readable(early));
    ends_with(early, answer);
    serves(f, &added, 1);
    int unheard = ask(&left);
    turn(f->base);
    assert_int_equal(all.made[0].taken, 1);
    close(unheard);
    generation_close(before);
    assert_true(is_free(&left, SOCK_DGRAM) && is_free(&left, SOCK_STREAM));
    serves(f, &shared, 1);
}

static void what_was_taken_over_once_is_taken_over_again(void **state)
{
    struct fixture *f = *state;
    f->next.metrics = a_page();
    start(f);
    for (unsigned i = 1; i < GENERATIONS; i++) {
        generation_close(reload(f));
        serves(f, &f->next.listen[0].address, i);
        assert_true(has_page(f, &f->next.metrics.address, "/metrics", "dnsd_"));
    }
}

static void a_reload_that_was_opened_and_not_started_takes_nothing(void **state)
{
    struct fixture *f = *state;
    f->next.health = a_page();
    start(f);
    generation_close(opened(f, f->now));
    serves(f, &f->next.listen[0].address, 0);
    assert_true(has_page(f, &f->next.health.address, "/health", "OK"));
}

static void each_page_is_at_its_address_only_and_ends_with_the_stop(void **state)
{
    static const char *const paths[] = {"/metrics", "/ready", "/health"};
    static const char *const texts[] = {"# TYPE dnsd_", "\r\n\r\nOK", "\r\n\r\nOK"};
    struct fixture *f = *state;
    f->next.metrics = a_page();
    f->next.ready = a_page();
    f->next.health = a_page();
    start(f);
    const struct placed_address *pages[] = {&f->next.metrics, &f->next.ready, &f->next.health};
    for (unsigned at = 0; at < 3; at++)
        for (unsigned path = 0; path < 3; path++)
            assert_int_equal(has_page(f, &pages[at]->address, paths[path], texts[path]), at == path);
    int fd = ask(&f->next.listen[0].address);
    generation_stop(f->now);
    turn(f->base);
    assert_int_equal(all.made[0].taken, 0);
    close(fd);
    for (unsigned i = 0; i < 3; i++)
        assert_true(is_free(&pages[i]->address, SOCK_STREAM));
}

static void pages_come_go_and_move_with_a_reload(void **state)
{
    struct fixture *f = *state;
    f->next.ready = a_page();
    const struct address old = f->next.ready.address;
    start(f);
    f->next.ready = a_page();
    f->next.metrics = a_page();
    generation_close(reload(f));
    assert_true(has_page(f, &f->next.ready.address, "/ready", "OK"));
    assert_true(has_page(f, &f->next.metrics.address, "/metrics", "dnsd_"));
    assert_true(is_free(&old, SOCK_STREAM));
    const struct address gone = f->next.metrics.address;
    f->next.metrics = (struct placed_address){0};
    generation_close(reload(f));
    assert_true(is_free(&gone, SOCK_STREAM));
    assert_true(has_page(f, &f->next.ready.address, "/ready", "OK"));
}

static void the_first_looks_for_a_loop_if_asked_and_a_reload_never(void **state)
{
    struct fixture *f = *state;
    f->next.loop.line = 3;
    start(f);
    assert_int_equal(all.made[0].probes, 1);
    generation_close(reload(f));
    assert_int_equal(all.made[1].probes, 0);
    assert_false(generation_found_loop(f->now));
    all.made[1].found_loop = true;
    assert_true(generation_found_loop(f->now));
    generation_close(f->now);
    f->next.loop.line = 0;
    start(f);
    assert_int_equal(all.made[2].probes, 0);
}

static void who_waits_is_counted_and_hears_at_the_close(void **state)
{
    struct fixture *f = *state;
    start(f);
    all.made[0].waits = true;
    int fd = ask(&f->next.listen[0].address);
    await(f->base, all.made[0].taken == 1);
    all.made[0].waiting = 7;
    assert_int_equal(generation_waiting(f->now), 7);
    generation_flush(f->now);
    assert_false(is_readable(fd));
    generation_close(f->now);
    f->now = NULL;
    assert_true(all.made[0].freed);
    await(f->base, is_readable(fd));
    ends_with(fd, last_word);
    generation_close(NULL);
}

#define with_loop(test) cmocka_unit_test_setup_teardown(test, open_fixture, close_fixture)

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_loop(a_reading_that_fails_has_its_own_code_and_opens_nothing),
        with_loop(what_cannot_be_bound_says_why_and_where_and_leaves_the_rest_free),
        with_loop(an_address_that_somebody_has_ends_the_start_and_frees_the_others),
        with_loop(without_memory_or_queries_nothing_is_left_open),
        with_loop(a_log_is_there_when_lines_are_wanted_of_either_kind),
        with_loop(a_question_stays_unread_until_the_start),
        with_loop(every_address_is_heard_over_both_transports),
        with_loop(a_reload_takes_over_what_both_listen_on_and_a_question_in_between_is_heard),
        with_loop(what_was_taken_over_once_is_taken_over_again),
        with_loop(a_reload_that_was_opened_and_not_started_takes_nothing),
        with_loop(each_page_is_at_its_address_only_and_ends_with_the_stop),
        with_loop(pages_come_go_and_move_with_a_reload),
        with_loop(the_first_looks_for_a_loop_if_asked_and_a_reload_never),
        with_loop(who_waits_is_counted_and_hears_at_the_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
