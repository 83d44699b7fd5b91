/* Streams to servers on loopback that the test plays, from sockets that it counts and may refuse. */
#include "tests/unit/dnsd/loopback.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>

#include "dnsd/message.h"
#include "dnsd/stream.h"

enum { LONG_MS = 3600 * 1000, SHORT_MS = 20, SERVERS = 2 };

static struct {
    unsigned count;
    bool refuse;
} opened;

int source_port_open(struct source_ports *p, int family, int type)
{
    (void)p;
    opened.count++;
    return opened.refuse ? -1 : socket(family, type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
}

/* What came of a question. */
struct heard {
    unsigned calls;
    bool failed;
    size_t len;
    uint8_t wire[MESSAGE_MAX];
};

static void on_done(void *arg, uint8_t *wire, size_t len)
{
    struct heard *h = arg;
    h->calls++;
    h->failed = !wire;
    h->len = len;
    if (wire) {
        memcpy(h->wire, wire, len);
        memset(wire, 0xff, len); /* it may be changed */
    }
}

struct fixture {
    struct event_base *base;
    struct streams *streams;
    int listeners[SERVERS];
    struct address servers[SERVERS];
};

static int open_streams(void **state)
{
    static struct fixture f;
    (void)signal(SIGPIPE, SIG_IGN); /* as server.c has it */
    f.base = event_base_new();
    f.streams = streams_new(f.base, NULL, LONG_MS);
    for (unsigned i = 0; i < SERVERS; i++) {
        f.listeners[i] = open_server(SOCK_STREAM);
        f.servers[i] = address_of(f.listeners[i]);
    }
    opened.count = 0;
    opened.refuse = false;
    *state = &f;
    return f.base && f.streams ? 0 : -1;
}

static int close_streams(void **state)
{
    struct fixture *f = *state;
    streams_free(f->streams);
    event_base_free(f->base);
    libevent_global_shutdown();
    for (unsigned i = 0; i < SERVERS; i++)
        close(f->listeners[i]);
    return 0;
}

static void keep_for(struct fixture *f, unsigned ms)
{
    streams_free(f->streams);
    f->streams = streams_new(f->base, NULL, ms);
    assert_non_null(f->streams);
}

static const uint8_t question[] = "a question";

static struct stream *ask_server(struct fixture *f, unsigned server, struct heard *h)
{
    *h = (struct heard){0};
    struct stream *s =
        stream_open(f->streams, &f->servers[server], question, sizeof question, false, on_done, h);
    assert_non_null(s);
    assert_int_equal(h->calls, 0);
    return s;
}

static int taken_connection(struct fixture *f, unsigned server)
{
    await(f->base, is_readable(f->listeners[server]));
    return accept4(f->listeners[server], NULL, NULL, SOCK_CLOEXEC);
}

static void expect_question(struct fixture *f, int peer)
{
    uint8_t octets[2 + sizeof question];
    read_whole(f->base, peer, octets, sizeof octets);
    assert_int_equal(octets[0] << 8 | octets[1], sizeof question);
    assert_memory_equal(octets + 2, question, sizeof question);
}

static int asked_connection(struct fixture *f, unsigned server)
{
    int peer = taken_connection(f, server);
    expect_question(f, peer);
    return peer;
}

static void send_octets(int peer, const void *octets, size_t len)
{
    assert_int_equal(send(peer, octets, len, MSG_NOSIGNAL), len);
}

static const char reply[] = "\0\4abcd";

static void reply_to(struct fixture *f, int peer, struct heard *h)
{
    send_octets(peer, reply, 6);
    await(f->base, h->calls);
    assert_false(h->failed);
    assert_int_equal(h->len, 4);
    assert_memory_equal(h->wire, "abcd", 4);
}

static void an_answer_in_single_octets_is_told_once_when_it_is_whole(void **state)
{
    struct fixture *f = *state;
    static struct heard h;
    ask_server(f, 0, &h);
    int peer = asked_connection(f, 0);
    for (unsigned i = 0; i < 5; i++) {
        send_octets(peer, reply + i, 1);
        turn(f->base);
        assert_int_equal(h.calls, 0);
    }
    send_octets(peer, reply + 5, 1);
    await(f->base, h.calls);
    assert_memory_equal(h.wire, "abcd", 4);
    turn(f->base);
    assert_int_equal(h.calls, 1);
    close(peer);
}

static void the_longest_answer_comes_whole(void **state)
{
    struct fixture *f = *state;
    static struct heard h;
    static uint8_t octets[2 + MESSAGE_MAX];
    ask_server(f, 0, &h);
    int peer = asked_connection(f, 0);
    for (size_t i = 0; i < sizeof octets; i++)
        octets[i] = (uint8_t)(i * 7);
    octets[0] = octets[1] = 0xff;
    for (size_t sent = 0; sent < sizeof octets;) {
        ssize_t piece = send(peer, octets + sent, sizeof octets - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
        sent += piece > 0 ? (size_t)piece : 0;
        turn(f->base);
    }
    await(f->base, h.calls);
    assert_int_equal(h.len, MESSAGE_MAX);
    assert_memory_equal(h.wire, octets + 2, MESSAGE_MAX);
    close(peer);
}

static void the_longest_query_goes_whole(void **state)
{
    struct fixture *f = *state;
    static struct heard h;
    uint8_t query[QUERY_LEN_MAX], seen[2 + QUERY_LEN_MAX];
    memset(query, 'q', sizeof query);
    h = (struct heard){0};
    struct stream *s = stream_open(f->streams, &f->servers[0], query, sizeof query, false, on_done, &h);
    memset(query, 0, sizeof query); /* it was copied */
    int peer = taken_connection(f, 0);
    read_whole(f->base, peer, seen, sizeof seen);
    assert_int_equal(seen[0] << 8 | seen[1], QUERY_LEN_MAX);
    for (unsigned i = 2; i < sizeof seen; i++)
        assert_int_equal(seen[i], 'q');
    stream_close(s);
    close(peer);
}

static void a_connection_that_ends_before_the_answer_does_is_a_failure(void **state)
{
    struct fixture *f = *state;
    static struct heard h;
    for (size_t sent = 0; sent < 6; sent++) {
        ask_server(f, 0, &h);
        int peer = asked_connection(f, 0);
        send_octets(peer, reply, sent);
        close(peer);
        await(f->base, h.calls);
        assert_true(h.failed);
        assert_int_equal(h.calls, 1);
    }
}

static void a_server_that_is_not_there_is_a_failure_told_later(void **state)
{
    struct fixture *f = *state;
    static struct heard h;
    f->servers[0] = nobody(SOCK_STREAM);
    ask_server(f, 0, &h);
    await(f->base, h.calls);
    assert_true(h.failed);
}

static void without_a_socket_there_is_no_stream(void **state)
{
    struct fixture *f = *state;
    static struct heard h;
    opened.refuse = true;
    assert_null(stream_open(f->streams, &f->servers[0], question, sizeof question, false, on_done, &h));
    turn(f->base);
    assert_int_equal(h.calls, 0);
}

static void one_that_is_closed_hears_nothing(void **state)
{
    struct fixture *f = *state;
    static struct heard h;
    struct stream *s = ask_server(f, 0, &h);
    int peer = asked_connection(f, 0);
    stream_close(s);
    await_end(f->base, peer);
    assert_int_equal(h.calls, 0);
    close(peer);
}

static void expect_reset(struct fixture *f, int peer)
{
    char octet;
    await(f->base, is_readable(peer));
    assert_int_equal(recv(peer, &octet, 1, MSG_DONTWAIT), -1);
    assert_int_equal(errno, ECONNRESET);
    close(peer);
}

static void one_that_is_closed_leaves_its_port_free_at_once(void **state)
{
    struct fixture *f = *state;
    static struct heard h;
    struct stream *s = ask_server(f, 0, &h);
    int peer = asked_connection(f, 0);
    stream_close(s);
    expect_reset(f, peer);
}

static void what_is_asked_again_goes_over_no_kept_connection(void **state)
{
    struct fixture *f = *state;
    static struct heard h;
    ask_server(f, 0, &h);
    int kept = asked_connection(f, 0);
    reply_to(f, kept, &h);
    h = (struct heard){0};
    assert_non_null(stream_open(f->streams, &f->servers[0], question, sizeof question, true, on_done, &h));
    int fresh = asked_connection(f, 0);
    reply_to(f, fresh, &h);
    assert_false(is_readable(kept));
    close(kept);
    close(fresh);
}

static void after_silence_on_a_kept_connection_the_others_to_that_server_go_too(void **state)
{
    struct fixture *f = *state;
    static struct heard h[3];
    int peers[3];
    for (unsigned i = 0; i < 3; i++) {
        ask_server(f, i == 2, &h[i]);
        peers[i] = asked_connection(f, i == 2);
    }
    for (unsigned i = 0; i < 3; i++)
        reply_to(f, peers[i], &h[i]);
    struct stream *silent = ask_server(f, 0, &h[0]);
    stream_close(silent);
    await_end(f->base, peers[1]);
    assert_false(is_readable(peers[2]));
    for (unsigned i = 0; i < 3; i++)
        close(peers[i]);
}

static void no_connection_is_kept_unless_told_for_how_long(void **state)
{
    struct fixture *f = *state;
    static struct heard h;
    keep_for(f, 0);
    ask_server(f, 0, &h);
    int peer = asked_connection(f, 0);
    reply_to(f, peer, &h);
    expect_reset(f, peer);
}

static void a_kept_connection_carries_the_next_question_to_that_server_alone(void **state)
{
    struct fixture *f = *state;
    static struct heard h;
    ask_server(f, 0, &h);
    int peer = asked_connection(f, 0);
    reply_to(f, peer, &h);
    ask_server(f, 1, &h);
    assert_int_equal(opened.count, 2);
    int other = asked_connection(f, 1);
    reply_to(f, other, &h);
    ask_server(f, 0, &h);
    assert_int_equal(opened.count, 2);
    expect_question(f, peer);
    reply_to(f, peer, &h);
    close(peer);
    close(other);
}

static void a_question_under_way_has_its_connection_to_itself(void **state)
{
    struct fixture *f = *state;
    static struct heard a, b;
    ask_server(f, 0, &a);
    int first = asked_connection(f, 0);
    ask_server(f, 0, &b);
    int second = asked_connection(f, 0);
    reply_to(f, second, &b);
    assert_int_equal(a.calls, 0);
    reply_to(f, first, &a);
    close(first);
    close(second);
}

static void a_connection_idle_for_its_time_is_closed(void **state)
{
    struct fixture *f = *state;
    static struct heard h;
    keep_for(f, SHORT_MS);
    ask_server(f, 0, &h);
    int peer = asked_connection(f, 0);
    reply_to(f, peer, &h);
    await_end(f->base, peer);
    close(peer);
}

static void what_comes_unasked_ends_a_kept_connection(void **state)
{
    struct fixture *f = *state;
    static struct heard h;
    ask_server(f, 0, &h);
    int peer = asked_connection(f, 0);
    reply_to(f, peer, &h);
    send_octets(peer, reply, 6);
    await_end(f->base, peer);
    assert_int_equal(h.calls, 1);
    close(peer);
}

static void what_comes_behind_the_answer_ends_the_connection_too(void **state)
{
    struct fixture *f = *state;
    static struct heard h;
    ask_server(f, 0, &h);
    int peer = asked_connection(f, 0);
    send_octets(peer, "\0\4abcdx", 7);
    await(f->base, h.calls);
    assert_int_equal(h.len, 4);
    await_end(f->base, peer);
    close(peer);
}

static void a_kept_connection_that_ends_under_a_question_has_it_asked_once_more(void **state)
{
    struct fixture *f = *state;
    static struct heard h;
    for (unsigned answered = 0; answered < 2; answered++) {
        opened.count = 0;
        ask_server(f, 0, &h);
        int peer = asked_connection(f, 0);
        reply_to(f, peer, &h);
        ask_server(f, 0, &h);
        expect_question(f, peer);
        close(peer);
        peer = asked_connection(f, 0);
        assert_int_equal(opened.count, 2);
        if (answered)
            reply_to(f, peer, &h);
        close(peer);
        await(f->base, h.calls);
        assert_int_equal(h.failed, !answered);
        assert_int_equal(opened.count, 2);
    }
}

static void a_kept_connection_that_ends_with_no_socket_left_is_a_failure(void **state)
{
    struct fixture *f = *state;
    static struct heard h;
    ask_server(f, 0, &h);
    int peer = asked_connection(f, 0);
    reply_to(f, peer, &h);
    ask_server(f, 0, &h);
    expect_question(f, peer);
    opened.refuse = true;
    close(peer);
    await(f->base, h.calls);
    assert_true(h.failed);
}

static void no_more_connections_are_kept_than_the_bound(void **state)
{
    struct fixture *f = *state;
    static struct heard h[STREAMS_KEPT_MAX + 1];
    int peers[STREAMS_KEPT_MAX + 1];
    for (unsigned i = 0; i <= STREAMS_KEPT_MAX; i++) {
        ask_server(f, 0, &h[i]);
        peers[i] = asked_connection(f, 0);
    }
    for (unsigned i = 0; i <= STREAMS_KEPT_MAX; i++)
        reply_to(f, peers[i], &h[i]);
    expect_reset(f, peers[STREAMS_KEPT_MAX]);
    for (unsigned i = 0; i < STREAMS_KEPT_MAX; i++) {
        assert_false(is_readable(peers[i]));
        close(peers[i]);
    }
}

static void none_at_all_may_be_freed(void **state)
{
    (void)state;
    streams_free(NULL);
}

#define with_streams(test) cmocka_unit_test_setup_teardown(test, open_streams, close_streams)

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_streams(an_answer_in_single_octets_is_told_once_when_it_is_whole),
        with_streams(the_longest_answer_comes_whole),
        with_streams(the_longest_query_goes_whole),
        with_streams(a_connection_that_ends_before_the_answer_does_is_a_failure),
        with_streams(a_server_that_is_not_there_is_a_failure_told_later),
        with_streams(without_a_socket_there_is_no_stream),
        with_streams(one_that_is_closed_hears_nothing),
        with_streams(one_that_is_closed_leaves_its_port_free_at_once),
        with_streams(what_is_asked_again_goes_over_no_kept_connection),
        with_streams(after_silence_on_a_kept_connection_the_others_to_that_server_go_too),
        with_streams(no_connection_is_kept_unless_told_for_how_long),
        with_streams(a_kept_connection_carries_the_next_question_to_that_server_alone),
        with_streams(a_question_under_way_has_its_connection_to_itself),
        with_streams(a_connection_idle_for_its_time_is_closed),
        with_streams(what_comes_unasked_ends_a_kept_connection),
        with_streams(what_comes_behind_the_answer_ends_the_connection_too),
        with_streams(a_kept_connection_that_ends_under_a_question_has_it_asked_once_more),
        with_streams(a_kept_connection_that_ends_with_no_socket_left_is_a_failure),
        with_streams(no_more_connections_are_kept_than_the_bound),
        cmocka_unit_test(none_at_all_may_be_freed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
