/* The relay with a clock and ports of the test's own: nothing is sent, and time passes when the test says so.
 */
#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "dnsd/clock.h"

static uint64_t test_ms;
#define clock_ms() test_ms
/* Whole, so that its clock is ours. NOLINTNEXTLINE(bugprone-suspicious-include) */
#include "dnsd/relay.c"

enum { SENDS_SEEN_MAX = 32, CONCURRENT = 8 };

static struct {
    struct {
        uint8_t query[QUERY_LEN_MAX];
        size_t len;
        unsigned server;
        uint64_t at_ms;
        void *tag;
        uint16_t id;
        bool forgotten;
    } sends[SENDS_SEEN_MAX];
    unsigned count;
    struct {
        uint8_t query[QUERY_LEN_MAX];
        size_t len;
        unsigned server;
        stream_done *done;
        void *arg;
        bool again, closed;
    } streams[SENDS_SEEN_MAX];
    unsigned stream_count;
    bool no_ports;
    unsigned flushed; /* of the sends, those before the last flush */
    unsigned calmed;
} seen;

static struct config config;

static const struct address *server_of(unsigned send)
{
    return &config.upstream.servers[seen.sends[send].server - 53].address; /* their ports are 53, 54 ... */
}

struct ports *ports_new(struct event_base *base, struct source_ports *source, ports_answer *answer,
                        ports_unreachable *unreachable, void *arg)
{
    (void)base;
    (void)source;
    (void)answer;
    (void)unreachable;
    (void)arg;
    return (struct ports *)&seen;
}

bool ports_send(struct ports *p, const struct address *server, uint8_t *query, size_t len, void *tag,
                bool own, uint64_t now_ms, struct sent *where)
{
    assert_int_equal(now_ms, test_ms);
    (void)p;
    (void)own;
    if (seen.no_ports)
        return false;
    assert_true(seen.count < SENDS_SEEN_MAX);
    uint16_t id = (uint16_t)(1000 + seen.count);
    message_set_id(query, id);
    memcpy(seen.sends[seen.count].query, query, len);
    seen.sends[seen.count].len = len;
    seen.sends[seen.count].server = address_port(server);
    seen.sends[seen.count].at_ms = test_ms;
    seen.sends[seen.count].tag = tag;
    seen.sends[seen.count].id = id;
    seen.sends[seen.count].forgotten = false;
    where->port = (uint16_t)++seen.count;
    return true;
}

void ports_forget(struct ports *p, struct sent *where)
{
    (void)p;
    if (where->port)
        seen.sends[where->port - 1].forgotten = true;
    *where = (struct sent){0};
}

void ports_flush(struct ports *p)
{
    (void)p;
    seen.flushed = seen.count;
}

void ports_calm(struct ports *p)
{
    (void)p;
    seen.calmed++;
}

void ports_free(struct ports *p)
{
    (void)p;
}

struct streams *streams_new(struct event_base *base, struct source_ports *source, unsigned keep_ms)
{
    (void)base;
    (void)source;
    (void)keep_ms;
    return (struct streams *)&seen;
}

void streams_free(struct streams *all)
{
    (void)all;
}

struct stream *stream_open(struct streams *all, const struct address *server, const uint8_t *query,
                           size_t len, bool again, stream_done *done, void *arg)
{
    unsigned i = seen.stream_count++;
    (void)all;
    assert_true(i < SENDS_SEEN_MAX);
    memcpy(seen.streams[i].query, query, len);
    seen.streams[i].len = len;
    seen.streams[i].server = address_port(server);
    seen.streams[i].done = done;
    seen.streams[i].arg = arg;
    seen.streams[i].again = again;
    seen.streams[i].closed = false;
    return (struct stream *)&seen.streams[i];
}

void stream_close(struct stream *s)
{
    ((__typeof__(seen.streams[0]) *)s)->closed = true;
}

/* One that a test leaves waiting hears at the teardown, so each must outlive its test. */
struct client_seen {
    struct waiter waiter;
    uint64_t at_ms;
    size_t len;
    unsigned answers, silences;
    bool reached;
    uint8_t wire[QUERY_LEN_MAX];
};

static void heard(struct waiter *w, uint8_t *wire, size_t len, bool reached)
{
    struct client_seen *c = (struct client_seen *)w;
    c->reached = reached;
    c->at_ms = test_ms;
    c->silences += wire == NULL;
    c->answers += wire != NULL;
    if (wire) {
        memcpy(c->wire, wire, len);
        c->len = len;
    }
}

struct fixture {
    struct event_base *base;
    struct source_ports ports;
    struct relay *relay;
};

static int open_relay(void **state)
{
    static struct fixture f;
    static struct diag err;
    config_defaults(&config);
    config.upstream.max_concurrent = CONCURRENT;
    config.upstream.server_count = 2;
    for (uint16_t i = 0; i < 2; i++)
        assert_null(
            address_from_text("10.96.0.10", 10, (uint16_t)(53 + i), &config.upstream.servers[i].address));
    memset(&seen, 0, sizeof seen);
    f = (struct fixture){.base = event_base_new()};
    test_ms = 5000;
    *state = &f;
    return relay_new(f.base, &config, &f.ports, CONCURRENT, &f.relay, &err);
}

static int close_relay(void **state)
{
    struct fixture *f = *state;
    relay_free(f->relay);
    event_base_free(f->base);
    libevent_global_shutdown();
    return 0;
}

static const struct relay_way over_udp = {.persistent = true}, over_tcp = {.tcp = true, .persistent = true};
static const uint8_t name[] = "\5Allow\4test", other[] = "\5other\4test";

static struct request question(const uint8_t *qname)
{
    return (struct request){.qname = qname,
                            .qname_len = (uint16_t)dname_len(qname),
                            .qtype = TYPE_A,
                            .qclass = CLASS_IN,
                            .rd = true};
}

static struct client_seen ask(struct fixture *f, struct client_seen *c, bool persistent)
{
    struct request r = question(name);
    *c = (struct client_seen){.waiter = {.done = heard}};
    assert_true(relay_start(f->relay, &r, (struct relay_way){.persistent = persistent}, &c->waiter));
    return *c;
}

/* The next look at the clock comes so much later; nothing is flushed before it. */
static void turn_ms(struct fixture *f, uint64_t ms)
{
    f->relay->now_ms = 0;
    test_ms += ms;
}

static void pass_ms(struct fixture *f, uint64_t ms)
{
    for (uint64_t until = test_ms + ms; test_ms < until; turn_ms(f, 10))
        run_due(f->relay, test_ms);
    run_due(f->relay, test_ms);
}

/* What a server makes of send number i: the same with QR set, and that rcode. */
static void answer_with(struct fixture *f, unsigned i, uint8_t rcode, const uint8_t *question_instead)
{
    uint8_t wire[QUERY_LEN_MAX];
    memcpy(wire, seen.sends[i].query, seen.sends[i].len);
    wire[2] |= 0x80;
    wire[3] |= rcode;
    if (question_instead)
        memcpy(wire + HEADER_LEN, question_instead, dname_len(question_instead));
    on_answer(f->relay, seen.sends[i].tag, seen.sends[i].id, server_of(i), wire, seen.sends[i].len);
}

static void silence_is_asked_into_at_0_1_and_2_5_s_and_told_before_4_5(void **state)
{
    struct fixture *f = *state;
    static struct client_seen c;
    ask(f, &c, true);
    pass_ms(f, 6000);
    assert_int_equal(seen.count, 3);
    assert_int_equal(seen.sends[0].at_ms, 5000);
    assert_in_range(seen.sends[1].at_ms, 6000, 6010);
    assert_in_range(seen.sends[2].at_ms, 7500, 7520);
    assert_int_equal(c.silences, 1);
    assert_true(c.reached);
    assert_int_equal(c.answers, 0);
    assert_in_range(c.at_ms, 9300, 9450);
}

static void each_send_goes_to_the_next_server_under_another_id(void **state)
{
    struct fixture *f = *state;
    static struct client_seen c;
    ask(f, &c, true);
    pass_ms(f, 3000);
    assert_int_equal(seen.sends[0].server, 53);
    assert_int_equal(seen.sends[1].server, 54);
    assert_int_equal(seen.sends[2].server, 53);
    assert_int_not_equal(message_id(seen.sends[0].query), message_id(seen.sends[1].query));
    assert_memory_equal(seen.sends[0].query + 2, seen.sends[1].query + 2, seen.sends[0].len - 2);
    pass_ms(f, 2000); /* who waits must have heard before c goes */
}

static void a_late_answer_to_the_first_send_counts(void **state)
{
    struct fixture *f = *state;
    static struct client_seen c;
    ask(f, &c, true);
    pass_ms(f, 2000);
    answer_with(f, 0, RCODE_NXDOMAIN, NULL);
    assert_int_equal(c.answers, 1);
    assert_int_equal(message_rcode(c.wire), RCODE_NXDOMAIN);
    assert_memory_equal(c.wire + HEADER_LEN, name, sizeof name);
    assert_true(seen.sends[0].forgotten && seen.sends[1].forgotten);
    pass_ms(f, 5000);
    assert_int_equal(seen.count, 2);
    assert_int_equal(c.silences, 0);
}

static void an_answer_to_another_question_ends_nothing(void **state)
{
    struct fixture *f = *state;
    static struct client_seen c;
    ask(f, &c, true);
    answer_with(f, 0, 0, other);
    uint8_t rubbish[HEADER_LEN] = {0};
    message_set_id(rubbish, seen.sends[0].id);
    on_answer(f->relay, seen.sends[0].tag, seen.sends[0].id, server_of(0), rubbish, sizeof rubbish);
    assert_int_equal(c.answers, 0);
    answer_with(f, 0, 0, NULL);
    assert_int_equal(c.answers, 1);
}

static void a_passing_refusal_is_asked_again_at_50_and_250_ms(void **state)
{
    struct fixture *f = *state;
    static struct client_seen c;
    const uint8_t codes[] = {RCODE_REFUSED, RCODE_SERVFAIL};
    for (unsigned i = 0; i < 2; i++) {
        seen.count = 0;
        uint64_t start_ms = test_ms;
        ask(f, &c, true);
        answer_with(f, 0, codes[i], NULL);
        pass_ms(f, 60);
        assert_in_range(seen.sends[1].at_ms - start_ms, 50, 60);
        answer_with(f, 1, codes[i], NULL);
        pass_ms(f, 250);
        assert_in_range(seen.sends[2].at_ms - start_ms, 250, 280);
        assert_int_equal(c.answers, 0);
        answer_with(f, 2, RCODE_NOERROR, NULL);
        assert_int_equal(c.answers, 1);
        assert_int_equal(message_rcode(c.wire), RCODE_NOERROR);
    }
}

static void a_lasting_refusal_is_told(void **state)
{
    struct fixture *f = *state;
    static struct client_seen c;
    ask(f, &c, true);
    for (unsigned i = 0; i < 3; i++) {
        answer_with(f, i, RCODE_REFUSED, NULL);
        pass_ms(f, 300);
    }
    assert_int_equal(seen.count, 3);
    assert_int_equal(c.answers, 1);
    assert_int_equal(message_rcode(c.wire), RCODE_REFUSED);
    assert_memory_equal(c.wire + HEADER_LEN, name, sizeof name);
}

static void a_refusal_before_silence_is_told_at_the_end(void **state)
{
    struct fixture *f = *state;
    static struct client_seen c;
    ask(f, &c, true);
    answer_with(f, 0, RCODE_REFUSED, NULL);
    pass_ms(f, 5000);
    assert_int_equal(c.answers, 1);
    assert_int_equal(message_rcode(c.wire), RCODE_REFUSED);
}

static void a_refusal_of_a_name_nobody_allowed_is_final(void **state)
{
    struct fixture *f = *state;
    static struct client_seen c;
    ask(f, &c, false);
    answer_with(f, 0, RCODE_REFUSED, NULL);
    assert_int_equal(c.answers, 1);
}

static void equal_questions_share_an_exchange_and_each_hears(void **state)
{
    struct fixture *f = *state;
    static struct client_seen a, b, c;
    struct request spelled = question((const uint8_t *)"\5aLLOW\4test");
    ask(f, &a, true);
    ask(f, &b, true);
    c = (struct client_seen){.waiter = {.done = heard}};
    assert_true(relay_start(f->relay, &spelled, over_udp, &c.waiter));
    assert_int_equal(seen.count, 2);
    answer_with(f, 0, 0, NULL);
    assert_int_equal(a.answers + b.answers, 2);
    assert_int_equal(c.answers, 0);
    answer_with(f, 1, 0, NULL);
    assert_int_equal(c.answers, 1);
    assert_memory_equal(c.wire + HEADER_LEN, spelled.qname, spelled.qname_len);
}

static void a_clients_resend_makes_ours_when_the_last_is_300_ms_old(void **state)
{
    struct fixture *f = *state;
    static struct client_seen a, b, c;
    ask(f, &a, true);
    turn_ms(f, 299);
    ask(f, &b, true);
    assert_int_equal(seen.count, 1);
    turn_ms(f, 1);
    ask(f, &c, true);
    assert_int_equal(seen.count, 2);
}

static void resends_of_a_client_are_bounded(void **state)
{
    struct fixture *f = *state;
    static struct client_seen c[14];
    for (unsigned i = 0; i < 13; i++) {
        ask(f, &c[i], true);
        pass_ms(f, 300);
    }
    assert_in_range(seen.count, 4, SENDS_MAX + 2);
}

static void who_asks_last_has_the_question_sent_again_too(void **state)
{
    struct fixture *f = *state;
    static struct client_seen c[14];
    for (unsigned i = 0; i < 13; i++) {
        ask(f, &c[i], true);
        pass_ms(f, 300);
    }
    unsigned before = seen.count;
    ask(f, &c[13], true);
    assert_int_equal(seen.count, before + 1);
}

static void without_a_port_the_next_who_asks_tries_again(void **state)
{
    struct fixture *f = *state;
    static struct client_seen c[40], last;
    seen.no_ports = true;
    for (unsigned i = 0; i < 40; i++)
        ask(f, &c[i], true);
    assert_int_equal(seen.count, 0);
    seen.no_ports = false;
    ask(f, &last, true);
    assert_int_equal(seen.count, 1);
    answer_with(f, 0, 0, NULL);
    assert_int_equal(last.answers, 1);
    assert_int_equal(c[0].answers, 1);
}

static void another_question_than_there_is_room_for_is_refused(void **state)
{
    struct fixture *f = *state;
    static struct client_seen c[CONCURRENT + 1];
    for (unsigned i = 0; i <= CONCURRENT; i++) {
        struct request r = question(name);
        r.qtype = (uint16_t)(1 + i);
        c[i] = (struct client_seen){.waiter = {.done = heard}};
        assert_int_equal(relay_start(f->relay, &r, over_udp, &c[i].waiter), i < CONCURRENT);
    }
    answer_with(f, 3, 0, NULL);
    struct request r = question(other);
    assert_true(relay_start(f->relay, &r, over_udp, &c[CONCURRENT].waiter));
}

static void ask_over_tcp(struct fixture *f, struct client_seen *c)
{
    struct request r = question(name);
    *c = (struct client_seen){.waiter = {.done = heard}};
    assert_true(relay_start(f->relay, &r, over_tcp, &c->waiter));
}

static void answer_stream(unsigned i)
{
    uint8_t wire[QUERY_LEN_MAX];
    memcpy(wire, seen.streams[i].query, seen.streams[i].len);
    wire[2] |= 0x80;
    seen.streams[i].done(seen.streams[i].arg, wire, seen.streams[i].len);
}

static void over_tcp_a_server_that_hangs_up_has_the_next_one_asked_at_once(void **state)
{
    struct fixture *f = *state;
    static struct client_seen c;
    ask_over_tcp(f, &c);
    assert_int_equal(seen.stream_count, 1);
    assert_int_equal(seen.count, 0);
    seen.streams[0].done(seen.streams[0].arg, NULL, 0);
    assert_int_equal(seen.stream_count, 2);
    assert_int_equal(seen.streams[1].server, 54);
    seen.streams[1].done(seen.streams[1].arg, NULL, 0);
    assert_int_equal(seen.stream_count, 2);
    pass_ms(f, 1000);
    assert_int_equal(seen.stream_count, 3);
    answer_stream(2);
    assert_int_equal(c.answers, 1);
}

static void over_tcp_the_first_connection_may_still_answer_after_the_second_was_made(void **state)
{
    struct fixture *f = *state;
    static struct client_seen c;
    ask_over_tcp(f, &c);
    pass_ms(f, 2000);
    assert_int_equal(seen.stream_count, 2);
    assert_false(seen.streams[0].closed || seen.streams[0].again);
    assert_true(seen.streams[1].again); /* the kept connection may be what is silent */
    answer_stream(0);
    assert_int_equal(c.answers, 1);
    assert_true(seen.streams[1].closed);
}

static void over_tcp_another_client_does_not_end_what_is_under_way(void **state)
{
    struct fixture *f = *state;
    static struct client_seen a, b;
    ask_over_tcp(f, &a);
    turn_ms(f, 500);
    ask_over_tcp(f, &b);
    assert_int_equal(seen.stream_count, 1);
    answer_stream(0);
    assert_int_equal(a.answers + b.answers, 2);
}

static void an_answer_that_came_back_cut_is_had_whole_over_tcp_in_the_same_time(void **state)
{
    struct fixture *f = *state;
    static struct client_seen c, d;
    struct request r = question(name);
    for (unsigned i = 0; i < 2; i++) {
        struct client_seen *who = i ? &d : &c;
        *who = (struct client_seen){.waiter = {.done = heard}};
        seen.count = seen.stream_count = 0;
        assert_true(relay_start(f->relay, &r, (struct relay_way){.whole = true}, &who->waiter));
        pass_ms(f, 3000);
        seen.sends[2].query[2] |= 0x02; /* TC */
        answer_with(f, 2, 0, NULL);
        assert_int_equal(who->answers, 0);
        assert_int_equal(seen.stream_count, 1);
        assert_int_equal(seen.streams[0].server, seen.sends[2].server);
        assert_false(seen.streams[0].again);
        if (i == 0)
            answer_stream(0);
        else
            pass_ms(f, 1500);
        assert_int_equal(who->answers, i == 0);
        assert_int_equal(who->silences, i == 1);
    }
}

static void who_leaves_is_not_called_and_the_others_are(void **state)
{
    struct fixture *f = *state;
    static struct client_seen a, b;
    ask(f, &a, true);
    ask(f, &b, true);
    relay_leave(&a.waiter);
    relay_leave(&a.waiter);
    answer_with(f, 0, 0, NULL);
    assert_int_equal(a.answers + a.silences, 0);
    assert_int_equal(b.answers, 1);
}

/* Two who share, and the first to hear makes the other leave: it hears nothing, and nothing is lost. */
static struct client_seen first_to_hear, last_to_hear;

static void heard_for_both(struct waiter *w, uint8_t *wire, size_t len, bool reached)
{
    heard(w, wire, len, reached);
    relay_leave(w == &first_to_hear.waiter ? &last_to_hear.waiter : &first_to_hear.waiter);
}

static void who_hears_may_make_another_leave(void **state)
{
    struct fixture *f = *state;
    ask(f, &first_to_hear, true);
    ask(f, &last_to_hear, true);
    first_to_hear.waiter.done = last_to_hear.waiter.done = heard_for_both;
    answer_with(f, 0, 0, NULL);
    assert_int_equal(first_to_hear.answers + last_to_hear.answers, 1);
}

static void one_who_needs_patience_makes_the_shared_exchange_patient(void **state)
{
    struct fixture *f = *state;
    static struct client_seen a, b;
    ask(f, &a, false);
    ask(f, &b, true);
    answer_with(f, 0, RCODE_REFUSED, NULL);
    assert_int_equal(a.answers + b.answers, 0);
}

static void a_server_that_is_not_there_costs_no_time(void **state)
{
    struct fixture *f = *state;
    static struct client_seen c;
    ask(f, &c, true);
    on_unreachable(f->relay, seen.sends[0].tag);
    assert_int_equal(seen.count, 2);
    assert_int_equal(seen.sends[1].server, 54);
    on_unreachable(f->relay, seen.sends[1].tag);
    assert_int_equal(seen.count, 2);
    pass_ms(f, 1000);
    assert_int_equal(seen.count, 3);
    on_unreachable(f->relay, seen.sends[2].tag);
    pass_ms(f, 1500);
    on_unreachable(f->relay, seen.sends[3].tag);
    pass_ms(f, 2000);
    assert_int_equal(c.silences, 1);
    assert_false(c.reached);
}

static void an_id_is_not_written_over_before_it_went_out(void **state)
{
    struct fixture *f = *state;
    static struct client_seen c;
    ask(f, &c, true);
    assert_int_equal(seen.flushed, 0);
    on_unreachable(f->relay, seen.sends[0].tag);
    assert_int_equal(seen.count, 2);
    assert_int_equal(seen.flushed, 1);
    relay_flush(f->relay);
    seen.flushed = 0;
    pass_ms(f, 1000);
    assert_int_equal(seen.count, 3);
    assert_int_equal(seen.flushed, 0);
}

static void a_server_often_silent_is_asked_last_but_looked_at(void **state)
{
    struct fixture *f = *state;
    static struct client_seen c;
    for (unsigned i = 0; i < 2; i++) {
        seen.count = 0;
        ask(f, &c, true);
        pass_ms(f, 1010);
        answer_with(f, 1, 0, NULL);
    }
    seen.count = 0;
    ask(f, &c, true);
    assert_int_equal(seen.sends[0].server, 53); /* it is time for a look, for which nobody waits */
    assert_int_equal(seen.sends[1].server, 54);
    pass_ms(f, 100);
    answer_with(f, 0, 0, NULL);
    seen.count = 0;
    config.upstream.health_check_ms = 100000;
    f->relay->upstreams.servers[0].fails = 2;
    ask(f, &c, true);
    assert_int_equal(seen.sends[0].server, 54);
    config.upstream.max_fails = 0;
    struct request r = question(other);
    static struct client_seen d;
    d = (struct client_seen){.waiter = {.done = heard}};
    assert_true(relay_start(f->relay, &r, over_udp, &d.waiter));
    assert_int_equal(seen.sends[1].server, 53);
}

static void behind_the_last_answer_the_ports_are_looked_at_by_the_clock(void **state)
{
    struct fixture *f = *state;
    static struct client_seen c;
    ask(f, &c, true);
    answer_with(f, 0, 0, NULL);
    assert_int_equal(c.answers, 1);
    assert_true(evtimer_pending(f->relay->timer, NULL));
    turn_ms(f, RESEND1_MS);
    on_timer(-1, EV_TIMEOUT, f->relay);
    assert_int_equal(seen.calmed, 1);
}

static void the_clock_is_looked_at_once_a_turn(void **state)
{
    struct fixture *f = *state;
    static struct client_seen c[2];
    struct request r = question(name), s = question(other);
    c[0] = c[1] = (struct client_seen){.waiter = {.done = heard}};
    assert_true(relay_start(f->relay, &r, over_udp, &c[0].waiter));
    test_ms += 7;
    assert_int_equal(now(f->relay), test_ms - 7);
    relay_flush(f->relay);
    assert_true(relay_start(f->relay, &s, over_udp, &c[1].waiter));
    assert_int_equal(now(f->relay), test_ms);
}

static void a_round_robin_goes_round(void **state)
{
    struct fixture *f = *state;
    static struct client_seen c;
    config.upstream.order = SERVERS_ROUND_ROBIN;
    for (unsigned i = 0; i < 3; i++) {
        ask(f, &c, true);
        answer_with(f, i, 0, NULL);
        assert_int_equal(seen.sends[i].server, 53 + i % 2);
    }
}

static void who_waits_at_the_end_hears_that_there_is_nothing(void **state)
{
    struct fixture *f = *state;
    static struct client_seen c;
    static struct diag err;
    ask(f, &c, true);
    relay_free(f->relay);
    assert_int_equal(c.silences, 1);
    assert_int_equal(relay_new(f->base, &config, &f->ports, CONCURRENT, &f->relay, &err), 0);
}

#define with_relay(test) cmocka_unit_test_setup_teardown(test, open_relay, close_relay)

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_relay(silence_is_asked_into_at_0_1_and_2_5_s_and_told_before_4_5),
        with_relay(each_send_goes_to_the_next_server_under_another_id),
        with_relay(a_late_answer_to_the_first_send_counts),
        with_relay(an_answer_to_another_question_ends_nothing),
        with_relay(a_passing_refusal_is_asked_again_at_50_and_250_ms),
        with_relay(a_lasting_refusal_is_told),
        with_relay(a_refusal_before_silence_is_told_at_the_end),
        with_relay(a_refusal_of_a_name_nobody_allowed_is_final),
        with_relay(equal_questions_share_an_exchange_and_each_hears),
        with_relay(a_clients_resend_makes_ours_when_the_last_is_300_ms_old),
        with_relay(resends_of_a_client_are_bounded),
        with_relay(who_asks_last_has_the_question_sent_again_too),
        with_relay(without_a_port_the_next_who_asks_tries_again),
        with_relay(another_question_than_there_is_room_for_is_refused),
        with_relay(over_tcp_a_server_that_hangs_up_has_the_next_one_asked_at_once),
        with_relay(over_tcp_the_first_connection_may_still_answer_after_the_second_was_made),
        with_relay(over_tcp_another_client_does_not_end_what_is_under_way),
        with_relay(an_answer_that_came_back_cut_is_had_whole_over_tcp_in_the_same_time),
        with_relay(who_leaves_is_not_called_and_the_others_are),
        with_relay(who_hears_may_make_another_leave),
        with_relay(one_who_needs_patience_makes_the_shared_exchange_patient),
        with_relay(a_server_that_is_not_there_costs_no_time),
        with_relay(an_id_is_not_written_over_before_it_went_out),
        with_relay(a_server_often_silent_is_asked_last_but_looked_at),
        with_relay(behind_the_last_answer_the_ports_are_looked_at_by_the_clock),
        with_relay(the_clock_is_looked_at_once_a_turn),
        with_relay(a_round_robin_goes_round),
        with_relay(who_waits_at_the_end_hears_that_there_is_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
