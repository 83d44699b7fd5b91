/* The ports to upstream, with a clock of the test's own and servers on loopback that it plays. */
#include "tests/unit/dnsd/loopback.h"

#include <stdlib.h>

static uint64_t test_ms;
/* Whole, so that its clock is ours. NOLINTNEXTLINE(bugprone-suspicious-include) */
#include "dnsd/ports.c"

enum { QUERY_LEN = 32, SENDS_MAX = PORTS_MAX * PORT_SLOTS };

static bool refuse_sockets;
static unsigned opened;

int source_port_open(struct source_ports *p, int family, int type)
{
    (void)p;
    opened++;
    return refuse_sockets ? -1 : socket(family, type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
}

static struct {
    unsigned answers, unreachable;
    void *tag, *gone[PORT_SLOTS];
    uint16_t id;
    struct address server;
    size_t len;
    uint8_t wire[ANSWER_ROOM];
    struct sent *forget; /* in the call, as relay.c does */
    struct ports *of;
} heard;

static void on_answer(void *arg, void *tag, uint16_t id, const struct address *server, uint8_t *wire,
                      size_t len)
{
    assert_ptr_equal(arg, &heard);
    heard.answers++;
    heard.tag = tag;
    heard.id = id;
    heard.server = *server;
    heard.len = len;
    memcpy(heard.wire, wire, len);
    if (heard.forget)
        ports_forget(heard.of, heard.forget);
}

static void on_unreachable(void *arg, void *tag)
{
    assert_ptr_equal(arg, &heard);
    assert_true(heard.unreachable < PORT_SLOTS);
    heard.gone[heard.unreachable++] = tag;
}

struct fixture {
    struct event_base *base;
    struct source_ports source;
    struct ports *ports;
    int server;
    struct address at;
};

static char tags[SENDS_MAX + 1]; /* their addresses are all that counts */
static uint8_t queries[SENDS_MAX + 1][QUERY_LEN];
static struct sent sent[SENDS_MAX + 1];

static int open_ports(void **state)
{
    static struct fixture f;
    f = (struct fixture){.base = event_base_new(), .server = open_server(SOCK_DGRAM)};
    f.at = address_of(f.server);
    test_ms = 5000;
    refuse_sockets = false;
    opened = 0;
    memset(&heard, 0, sizeof heard);
    memset(queries, 0, sizeof queries);
    memset(sent, 0, sizeof sent);
    f.ports = ports_new(f.base, &f.source, on_answer, on_unreachable, &heard);
    heard.of = f.ports;
    *state = &f;
    return f.ports ? 0 : -1;
}

static int close_ports(void **state)
{
    struct fixture *f = *state;
    ports_free(f->ports);
    event_base_free(f->base);
    libevent_global_shutdown();
    close(f->server);
    return 0;
}

static bool give(struct fixture *f, unsigned i, bool own)
{
    return ports_send(f->ports, &f->at, queries[i], QUERY_LEN, &tags[i], own, test_ms, &sent[i]);
}

static void send_one(struct fixture *f, unsigned i)
{
    assert_true(give(f, i, false));
    ports_flush(f->ports);
}

/* What the server has got, and from where. */
static struct address take_query(struct fixture *f, uint8_t to[QUERY_LEN])
{
    struct address from = {0};
    socklen_t len = sizeof from;
    await(f->base, is_readable(f->server));
    assert_int_equal(recvfrom(f->server, to, QUERY_LEN, 0, &from.any, &len), QUERY_LEN);
    return from;
}

static void say(struct fixture *f, const struct address *to, const void *octets, size_t len)
{
    assert_int_equal(sendto(f->server, octets, len, 0, &to->any, address_len(to)), len);
}

static unsigned open_count(const struct fixture *f)
{
    unsigned count = 0;
    for (unsigned i = 0; i < PORTS_MAX; i++)
        count += f->ports->ports[i].event != NULL;
    return count;
}

static void an_answer_comes_to_the_tag_that_asked_and_under_its_id(void **state)
{
    struct fixture *f = *state;
    uint8_t got[2][QUERY_LEN];
    struct address from[2];
    for (unsigned i = 0; i < 2; i++) {
        send_one(f, i);
        from[i] = take_query(f, got[i]);
        assert_memory_equal(got[i], queries[i], QUERY_LEN);
    }
    assert_int_not_equal(message_id(queries[0]), message_id(queries[1]));
    say(f, &from[1], got[1], QUERY_LEN);
    await(f->base, heard.answers == 1);
    assert_ptr_equal(heard.tag, &tags[1]);
    assert_int_equal(heard.id, message_id(queries[1]));
    assert_int_equal(heard.len, QUERY_LEN);
    assert_true(address_equal(&heard.server, &f->at));
    say(f, &from[0], got[0], QUERY_LEN);
    await(f->base, heard.answers == 2);
    assert_ptr_equal(heard.tag, &tags[0]);
}

static void nothing_is_sent_before_the_flush_and_a_port_takes_its_queries_together(void **state)
{
    struct fixture *f = *state;
    uint8_t got[QUERY_LEN];
    for (unsigned i = 0; i < 3; i++)
        assert_true(give(f, i, false));
    turn(f->base);
    assert_false(is_readable(f->server));
    ports_flush(f->ports);
    for (unsigned i = 0; i < 3; i++)
        take_query(f, got);
    ports_flush(f->ports);
    assert_false(is_readable(f->server));
}

static void octets_of_another_id_too_few_or_too_many_are_no_answer(void **state)
{
    struct fixture *f = *state;
    static uint8_t octets[ANSWER_ROOM + 1];
    uint8_t got[QUERY_LEN];
    send_one(f, 0);
    struct address from = take_query(f, got);
    memcpy(octets, got, QUERY_LEN);
    say(f, &from, octets, HEADER_LEN - 1);
    say(f, &from, octets, 0);
    say(f, &from, octets, ANSWER_ROOM + 1);
    message_set_id(octets, (uint16_t)(message_id(got) + 1));
    say(f, &from, octets, QUERY_LEN);
    message_set_id(octets, message_id(got));
    octets[ANSWER_ROOM - 1] = 42;
    say(f, &from, octets, ANSWER_ROOM);
    await(f->base, heard.answers);
    assert_int_equal(heard.answers, 1);
    assert_int_equal(heard.len, ANSWER_ROOM);
    assert_memory_equal(heard.wire, octets, ANSWER_ROOM);
    say(f, &from, got, HEADER_LEN);
    await(f->base, heard.answers == 2);
    assert_int_equal(heard.len, HEADER_LEN);
}

static void octets_of_somebody_else_are_no_answer(void **state)
{
    struct fixture *f = *state;
    uint8_t got[QUERY_LEN];
    send_one(f, 0);
    struct address from = take_query(f, got);
    int stranger = open_server(SOCK_DGRAM);
    assert_int_equal(sendto(stranger, got, QUERY_LEN, 0, &from.any, address_len(&from)), QUERY_LEN);
    say(f, &from, got, QUERY_LEN);
    await(f->base, heard.answers);
    turn(f->base);
    assert_int_equal(heard.answers, 1);
    close(stranger);
}

static void what_is_forgotten_is_not_told_also_when_it_is_forgotten_in_the_call(void **state)
{
    struct fixture *f = *state;
    uint8_t got[2][QUERY_LEN];
    send_one(f, 0);
    send_one(f, 1);
    struct address from = take_query(f, got[0]);
    take_query(f, got[1]);
    ports_forget(f->ports, &sent[0]);
    assert_int_equal(sent[0].port, 0);
    ports_forget(f->ports, &sent[0]);
    heard.forget = &sent[1];
    say(f, &from, got[0], QUERY_LEN);
    say(f, &from, got[1], QUERY_LEN);
    say(f, &from, got[1], QUERY_LEN);
    await(f->base, heard.answers);
    turn(f->base);
    assert_int_equal(heard.answers, 1);
    assert_ptr_equal(heard.tag, &tags[1]);
}

static void what_is_forgotten_before_the_flush_does_not_go_out(void **state)
{
    struct fixture *f = *state;
    uint8_t got[QUERY_LEN];
    for (unsigned i = 0; i < PORT_HANDFUL; i++)
        assert_true(give(f, i, false));
    for (unsigned i = 0; i < PORT_HANDFUL; i++)
        if (i != 2)
            ports_forget(f->ports, &sent[i]);
    memset(queries[0], 0xff, QUERY_LEN); /* another question's by now */
    ports_flush(f->ports);
    take_query(f, got);
    assert_memory_equal(got, queries[2], QUERY_LEN);
    ports_flush(f->ports);
    assert_false(is_readable(f->server));
}

static void ports_emptied_and_opened_again_before_the_flush_are_flushed_once(void **state)
{
    struct fixture *f = *state;
    uint8_t got[QUERY_LEN];
    for (unsigned i = 0; i < 4 * PORTS_MAX * PORT_HANDFUL; i++) {
        assert_true(give(f, i % 8, false));
        ports_forget(f->ports, &sent[i % 8]);
    }
    assert_in_range(f->ports->dirty_count, 1, PORTS_MAX);
    send_one(f, 0);
    take_query(f, got);
    assert_memory_equal(got, queries[0], QUERY_LEN);
    assert_false(is_readable(f->server));
}

static void a_port_takes_a_handful_and_is_closed_when_all_of_it_is_answered(void **state)
{
    struct fixture *f = *state;
    for (unsigned i = 0; i <= PORT_HANDFUL; i++)
        send_one(f, i);
    for (unsigned i = 1; i < PORT_HANDFUL; i++)
        assert_int_equal(sent[i].port, sent[0].port);
    assert_int_not_equal(sent[PORT_HANDFUL].port, sent[0].port);
    assert_int_equal(open_count(f), 2);
    for (unsigned i = 0; i < PORT_HANDFUL; i++) {
        assert_int_equal(open_count(f), 2);
        ports_forget(f->ports, &sent[i]);
    }
    assert_int_equal(open_count(f), 1);
}

/* So many at once that it is a rush, and as many answers. */
static void rush(struct fixture *f)
{
    for (unsigned i = 0; i < RUSH; i++)
        assert_true(give(f, i, false));
    ports_flush(f->ports);
    for (unsigned i = 0; i < RUSH; i++)
        ports_forget(f->ports, &sent[i]);
}

static void in_a_rush_ports_are_used_up_to_their_life(void **state)
{
    struct fixture *f = *state;
    for (unsigned i = 0; i < 2 * RUSH_LIFE / RUSH; i++) {
        assert_in_range(open_count(f), i ? 1 : 0, 2);
        rush(f);
    }
    assert_int_equal(opened, 2);
    assert_int_equal(open_count(f), 0);
}

static void in_a_rush_few_wait_on_one_port_too(void **state)
{
    struct fixture *f = *state;
    unsigned waiting[PORTS_MAX + 1] = {0};
    rush(f);
    for (unsigned i = 0; i < RUSH_WAITING * 20; i++) {
        assert_true(give(f, i, false));
        assert_in_range(++waiting[sent[i].port], 1, RUSH_WAITING);
    }
    assert_int_equal(open_count(f), 20);
}

static void in_a_rush_a_port_that_is_no_longer_fresh_is_given_no_more(void **state)
{
    struct fixture *f = *state;
    rush(f);
    test_ms += FRESH_MS;
    send_one(f, 0);
    assert_int_equal(f->ports->ports[sent[0].port - 1].opened_ms, test_ms);
}

static void behind_a_rush_ports_that_nobody_waits_on_are_closed(void **state)
{
    struct fixture *f = *state;
    rush(f);
    for (unsigned i = 0; i < RUSH; i++)
        send_one(f, i);
    ports_calm(f->ports);
    assert_int_equal(open_count(f), 2);
    for (unsigned i = 1; i < RUSH; i++)
        ports_forget(f->ports, &sent[i]);
    ports_calm(f->ports);
    assert_int_equal(open_count(f), 1);
    ports_forget(f->ports, &sent[0]);
    assert_int_equal(open_count(f), 0);
    opened = 0;
    for (unsigned i = 0; i < 2 * PORT_HANDFUL; i++) {
        send_one(f, i);
        ports_forget(f->ports, &sent[i]);
    }
    assert_int_equal(opened, 2);
}

static void another_try_another_server_and_another_time_have_another_port(void **state)
{
    struct fixture *f = *state;
    send_one(f, 0);
    assert_true(ports_send(f->ports, &f->at, queries[1], QUERY_LEN, &tags[0], false, test_ms, &sent[1]));
    assert_int_not_equal(sent[1].port, sent[0].port);
    int other = open_server(SOCK_DGRAM);
    struct address there = address_of(other);
    assert_true(ports_send(f->ports, &there, queries[2], QUERY_LEN, &tags[2], false, test_ms, &sent[2]));
    assert_int_not_equal(sent[2].port, sent[1].port);
    ports_flush(f->ports);
    await(f->base, is_readable(other));
    close(other);
    send_one(f, 3);
    test_ms += FRESH_MS - 1;
    send_one(f, 4);
    assert_int_equal(sent[4].port, sent[3].port);
    test_ms += 1;
    send_one(f, 5);
    assert_int_not_equal(sent[5].port, sent[3].port);
}

static void where_nobody_listens_all_that_wait_are_told(void **state)
{
    struct fixture *f = *state;
    f->at = nobody(SOCK_DGRAM);
    for (unsigned i = 0; i < 3; i++)
        assert_true(give(f, i, false));
    ports_forget(f->ports, &sent[1]);
    ports_flush(f->ports);
    await(f->base, heard.unreachable);
    turn(f->base);
    assert_ptr_equal(heard.gone[0], &tags[0]);
    assert_ptr_equal(heard.gone[1], &tags[2]);
    assert_true(give(f, 3, false));
    assert_int_not_equal(sent[3].port, sent[0].port);
}

static void every_port_in_use_takes_more_up_to_its_slots_and_the_last_are_for_our_own(void **state)
{
    struct fixture *f = *state;
    const unsigned others = (PORTS_MAX - PORTS_OWN) * PORT_SLOTS;
    for (unsigned i = 0; i < SENDS_MAX; i++) {
        if (i == others)
            assert_false(give(f, i, false));
        assert_true(give(f, i, i >= others));
    }
    assert_false(give(f, SENDS_MAX, true));
    assert_int_equal(sent[SENDS_MAX].port, 0);
    assert_int_equal(open_count(f), PORTS_MAX);
    ports_flush(f->ports);
    ports_forget(f->ports, &sent[0]);
    assert_true(give(f, 0, false));
    assert_false(give(f, SENDS_MAX, true));
}

static void on_one_port_no_id_is_used_twice(void **state)
{
    struct fixture *f = *state;
    static bool used[PORTS_MAX + 1][65536];
    for (unsigned i = 0; i < SENDS_MAX; i++) {
        assert_true(give(f, i, true));
        uint16_t id = message_id(queries[i]);
        assert_false(used[sent[i].port][id]);
        used[sent[i].port][id] = true;
    }
}

static void without_a_socket_nothing_is_sent(void **state)
{
    struct fixture *f = *state;
    refuse_sockets = true;
    assert_false(give(f, 0, false));
    assert_int_equal(sent[0].port, 0);
    assert_int_equal(open_count(f), 0);
    refuse_sockets = false;
    send_one(f, 0);
    refuse_sockets = true;
    for (unsigned i = 1; i < PORT_SLOTS; i++) /* the port that there is takes more than its handful then */
        assert_true(give(f, i, false));
    assert_false(give(f, PORT_SLOTS, false));
}

static void none_at_all_may_be_freed(void **state)
{
    (void)state;
    ports_free(NULL);
}

#define with_ports(test) cmocka_unit_test_setup_teardown(test, open_ports, close_ports)

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_ports(an_answer_comes_to_the_tag_that_asked_and_under_its_id),
        with_ports(nothing_is_sent_before_the_flush_and_a_port_takes_its_queries_together),
        with_ports(octets_of_another_id_too_few_or_too_many_are_no_answer),
        with_ports(octets_of_somebody_else_are_no_answer),
        with_ports(what_is_forgotten_is_not_told_also_when_it_is_forgotten_in_the_call),
        with_ports(what_is_forgotten_before_the_flush_does_not_go_out),
        with_ports(ports_emptied_and_opened_again_before_the_flush_are_flushed_once),
        with_ports(a_port_takes_a_handful_and_is_closed_when_all_of_it_is_answered),
        with_ports(in_a_rush_ports_are_used_up_to_their_life),
        with_ports(in_a_rush_few_wait_on_one_port_too),
        with_ports(in_a_rush_a_port_that_is_no_longer_fresh_is_given_no_more),
        with_ports(behind_a_rush_ports_that_nobody_waits_on_are_closed),
        with_ports(another_try_another_server_and_another_time_have_another_port),
        with_ports(where_nobody_listens_all_that_wait_are_told),
        with_ports(every_port_in_use_takes_more_up_to_its_slots_and_the_last_are_for_our_own),
        with_ports(on_one_port_no_id_is_used_twice),
        with_ports(without_a_socket_nothing_is_sent),
        cmocka_unit_test(none_at_all_may_be_freed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
