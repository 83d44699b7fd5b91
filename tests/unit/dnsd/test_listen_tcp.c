/* Clients over TCP, with queries that the test answers and a clock of its own. */
#include "tests/unit/dnsd/loopback.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "dnsd/acceptor.h"

static uint64_t test_ms;
#define clock_ms() test_ms
static bool no_acceptor;
#define acceptor_open(a, base, fd, accepted, arg)                                                            \
    (no_acceptor ? (close(fd), -1) : acceptor_open(a, base, fd, accepted, arg))
/* Whole, so that its clock is ours. NOLINTNEXTLINE(bugprone-suspicious-include) */
#include "dnsd/listen_tcp.c"

enum { TAKEN_MAX = 4 * CONNECTION_QUERIES_MAX, QUESTION_LEN = HEADER_LEN + 4 };

static struct {
    unsigned count;
    struct client from[TAKEN_MAX];
    uint8_t number[TAKEN_MAX]; /* each question's */
    size_t len;                /* of the last one */
    bool full, may_take;
} taken;

static struct queries *const queries = (struct queries *)&taken;

void queries_take(struct queries *q, const struct client *from, const uint8_t *wire, size_t len)
{
    assert_ptr_equal(q, queries);
    assert_true(taken.count < TAKEN_MAX);
    taken.from[taken.count] = *from;
    taken.number[taken.count++] = len ? wire[0] : 0;
    taken.len = len;
}

bool queries_are_full(const struct queries *q)
{
    (void)q;
    return taken.full;
}

bool queries_may_take(const struct queries *q, const uint8_t *wire, size_t len)
{
    (void)q;
    (void)wire;
    (void)len;
    return taken.may_take;
}

struct fixture {
    struct event_base *base;
    struct tcp_listener *listener, *idle;
    struct address at;
};

static int open_listener(void **state)
{
    static struct fixture f;
    (void)signal(SIGPIPE, SIG_IGN); /* as server.c has it */
    f.at = nobody(SOCK_STREAM);
    f.base = event_base_new();
    assert_int_equal(tcp_open(f.base, &f.at, &f.listener), 0);
    memset(&taken, 0, sizeof taken);
    test_ms = 5000;
    tcp_serve(f.listener, queries);
    *state = &f;
    return 0;
}

static int close_listener(void **state)
{
    struct fixture *f = *state;
    tcp_close(f->listener);
    event_base_free(f->base);
    libevent_global_shutdown();
    return 0;
}

static unsigned connections(const struct fixture *f)
{
    unsigned count = 0;
    for (unsigned i = 0; i < TCP_CONNECTIONS_MAX; i++)
        count += f->listener->connections[i].wire != NULL;
    return count;
}

/* A client, once it was accepted. */
static int client_of(struct fixture *f)
{
    unsigned before = connections(f);
    int fd = open_client(SOCK_STREAM, &f->at);
    await(f->base, connections(f) > before);
    return fd;
}

static void send_octets(int fd, const void *octets, size_t len)
{
    assert_int_equal(send(fd, octets, len, MSG_NOSIGNAL), len);
}

static size_t frame_of(uint8_t number, uint8_t to[2 + QUESTION_LEN])
{
    memset(to, 0, 2 + QUESTION_LEN);
    to[1] = QUESTION_LEN;
    to[2] = number;
    return 2 + QUESTION_LEN;
}

static void ask(int fd, uint8_t number)
{
    uint8_t frame[2 + QUESTION_LEN];
    send_octets(fd, frame, frame_of(number, frame));
}

static void tell(unsigned i, const void *octets, size_t len)
{
    taken.from[i].transport->answer(&taken.from[i], octets, len);
}

static void expect(struct fixture *f, int fd, const char *text)
{
    uint8_t got[64];
    size_t len = strlen(text);
    read_whole(f->base, fd, got, 2 + len);
    assert_int_equal(got[0] << 8 | got[1], len);
    assert_memory_equal(got + 2, text, len);
}

static void a_question_in_single_octets_is_taken_when_it_is_whole(void **state)
{
    struct fixture *f = *state;
    uint8_t frame[2 + QUESTION_LEN];
    int fd = client_of(f);
    struct address asker = address_of(fd);
    size_t len = frame_of(7, frame);
    for (size_t i = 0; i < len; i++) {
        assert_int_equal(taken.count, 0);
        send_octets(fd, frame + i, 1);
        turn(f->base);
    }
    await(f->base, taken.count == 1);
    assert_int_equal(taken.len, QUESTION_LEN);
    assert_true(taken.from[0].transport->stream);
    assert_true(address_equal(&taken.from[0].peer, &asker));
    tell(0, "answer", 6);
    expect(f, fd, "answer");
    close(fd);
}

static void questions_sent_together_are_answered_in_any_order(void **state)
{
    struct fixture *f = *state;
    uint8_t frames[3][2 + QUESTION_LEN];
    int fd = client_of(f);
    for (uint8_t i = 0; i < 3; i++)
        (void)frame_of((uint8_t)(i + 1), frames[i]);
    send_octets(fd, frames, sizeof frames);
    await(f->base, taken.count == 3);
    for (unsigned i = 0; i < 3; i++)
        assert_int_equal(taken.number[i], i + 1);
    tell(2, "third", 5);
    tell(0, "first", 5);
    expect(f, fd, "third");
    expect(f, fd, "first");
    close(fd);
}

static void the_longest_question_and_the_longest_answer_go_whole(void **state)
{
    struct fixture *f = *state;
    static uint8_t octets[2 + MESSAGE_MAX], got[2 + MESSAGE_MAX];
    int fd = client_of(f);
    memset(octets, 0, sizeof octets);
    octets[0] = octets[1] = 0xff;
    for (size_t sent = 0; sent < sizeof octets;) {
        ssize_t piece = send(fd, octets + sent, sizeof octets - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
        sent += piece > 0 ? (size_t)piece : 0;
        turn(f->base);
    }
    await(f->base, taken.count == 1);
    assert_int_equal(taken.len, MESSAGE_MAX);
    memset(octets + 2, 'x', MESSAGE_MAX);
    tell(0, octets + 2, MESSAGE_MAX);
    read_whole(f->base, fd, got, sizeof got);
    assert_memory_equal(got, octets, sizeof got);
    close(fd);
}

static void an_answer_to_one_that_left_goes_to_nobody_else(void **state)
{
    struct fixture *f = *state;
    int fd = client_of(f);
    ask(fd, 1);
    await(f->base, taken.count == 1);
    const struct linger at_once = {.l_onoff = 1};
    assert_int_equal(setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once), 0);
    close(fd);
    await(f->base, connections(f) == 0);
    tell(0, "late", 4);
    fd = client_of(f);
    ask(fd, 2);
    await(f->base, taken.count == 2);
    assert_ptr_equal(taken.from[1].of, taken.from[0].of);
    tell(0, "late", 4);
    tell(1, "mine", 4);
    expect(f, fd, "mine");
    close(fd);
}

static void one_that_closed_its_side_still_has_its_answers_and_then_the_end(void **state)
{
    struct fixture *f = *state;
    int fd = client_of(f);
    ask(fd, 1);
    ask(fd, 2);
    assert_int_equal(shutdown(fd, SHUT_WR), 0);
    await(f->base, taken.count == 2 && f->listener->connections[0].ended);
    tell(0, "one", 3);
    expect(f, fd, "one");
    assert_int_equal(connections(f), 1);
    tell(1, "two", 3);
    expect(f, fd, "two");
    await_end(f->base, fd);
    close(fd);
}

static void one_that_closed_its_side_and_waits_for_nothing_has_the_end(void **state)
{
    struct fixture *f = *state;
    int fd = client_of(f);
    send_octets(fd, "\0\4abcd", 6); /* too short to be answered */
    assert_int_equal(shutdown(fd, SHUT_WR), 0);
    await_end(f->base, fd);
    assert_int_equal(taken.count, 1);
    close(fd);
}

static void what_is_never_answered_is_not_waited_for(void **state)
{
    struct fixture *f = *state;
    uint8_t frame[2 + QUESTION_LEN];
    int fd = client_of(f);
    (void)frame_of(1, frame);
    frame[4] = 0x80; /* QR */
    for (unsigned i = 0; i <= CONNECTION_QUERIES_MAX; i++)
        send_octets(fd, frame, sizeof frame);
    await(f->base, taken.count == CONNECTION_QUERIES_MAX + 1);
    assert_int_equal(f->listener->connections[0].waiting, 0);
    send_octets(fd, "\0\0", 2);
    await(f->base, taken.count == CONNECTION_QUERIES_MAX + 2);
    assert_int_equal(f->listener->connections[0].waiting, 0);
    close(fd);
}

static void one_connection_has_so_many_questions_at_a_time(void **state)
{
    struct fixture *f = *state;
    int fd = client_of(f);
    for (unsigned i = 0; i <= CONNECTION_QUERIES_MAX; i++)
        ask(fd, (uint8_t)i);
    await(f->base, f->listener->connections[0].paused);
    assert_int_equal(taken.count, CONNECTION_QUERIES_MAX);
    tcp_resume(f->listener);
    assert_int_equal(taken.count, CONNECTION_QUERIES_MAX);
    tell(0, "answer", 6);
    tcp_resume(f->listener);
    assert_int_equal(taken.count, CONNECTION_QUERIES_MAX + 1);
    assert_int_equal(taken.number[CONNECTION_QUERIES_MAX], CONNECTION_QUERIES_MAX);
    ask(fd, 99);
    tell(1, "answer", 6);
    await(f->base, taken.count == CONNECTION_QUERIES_MAX + 2);
    close(fd);
}

static void one_that_reads_no_answers_is_not_read_either_until_it_does(void **state)
{
    struct fixture *f = *state;
    static uint8_t answer[MESSAGE_MAX], got[MESSAGE_MAX];
    int fd = client_of(f);
    const struct connection *c = &f->listener->connections[0];
    for (unsigned i = 0; !c->paused; i++) {
        assert_true(i < TAKEN_MAX - 1);
        ask(fd, (uint8_t)i);
        await(f->base, taken.count == i + 1 || c->paused);
        if (taken.count == i + 1)
            tell(i, answer, MESSAGE_MAX);
        /* One answer more may be there than makes it wait. */
        assert_true(unread(c) <= TCP_OUTPUT_MAX + MESSAGE_MAX + 2);
    }
    assert_true(unread(c) > TCP_OUTPUT_MAX);
    unsigned before = taken.count;
    tcp_resume(f->listener);
    assert_int_equal(taken.count, before);
    await(f->base, (recv(fd, got, sizeof got, MSG_DONTWAIT), unread(c) <= TCP_OUTPUT_MAX));
    tcp_resume(f->listener);
    assert_int_equal(taken.count, before + 1);
    close(fd);
}

static void while_everything_is_in_use_only_what_may_be_taken_is_and_the_rest_waits(void **state)
{
    struct fixture *f = *state;
    int fd = client_of(f);
    taken.full = true;
    taken.may_take = true;
    ask(fd, 1);
    await(f->base, taken.count == 1);
    taken.may_take = false;
    ask(fd, 2);
    await(f->base, f->listener->connections[0].paused);
    tcp_resume(f->listener);
    assert_int_equal(taken.count, 1);
    taken.full = false;
    tcp_resume(f->listener);
    assert_int_equal(taken.count, 2);
    assert_int_equal(taken.number[1], 2);
    ask(fd, 3);
    await(f->base, taken.count == 3);
    close(fd);
}

/* Clients in every place; the first ones have the oldest time of use. */
static void fill_places(struct fixture *f, int fds[TCP_CONNECTIONS_MAX])
{
    for (unsigned i = 0; i < TCP_CONNECTIONS_MAX; i++, test_ms++)
        fds[i] = client_of(f);
}

static void close_all(int fds[TCP_CONNECTIONS_MAX])
{
    for (unsigned i = 0; i < TCP_CONNECTIONS_MAX; i++)
        close(fds[i]);
}

static void of_what_is_sent_ahead_little_is_read_until_it_can_be_taken(void **state)
{
    enum { AHEAD = 4 << 20, ONE_READ = 16384 /* libevent's */ };
    struct fixture *f = *state;
    static uint8_t octets[AHEAD];
    int fd = client_of(f);
    const struct connection *c = &f->listener->connections[0];
    taken.full = true;
    for (size_t at = 0; at + 2 + QUESTION_LEN <= AHEAD; at += 2 + QUESTION_LEN)
        (void)frame_of(1, octets + at);
    for (unsigned turns = 0; turns < 100; turns++) {
        (void)send(fd, octets, sizeof octets, MSG_NOSIGNAL | MSG_DONTWAIT);
        turn(f->base);
    }
    assert_in_range(evbuffer_get_length(bufferevent_get_input(c->wire)), 1, ONE_READ);
    close(fd);
}

static void of_half_a_question_no_more_is_kept_than_a_read_beyond_the_longest(void **state)
{
    enum { ONE_READ = 16384 };
    struct fixture *f = *state;
    static uint8_t octets[2 + MESSAGE_MAX] = {0xff, 0xff};
    int fd = client_of(f);
    const struct connection *c = &f->listener->connections[0];
    send_octets(fd, octets, sizeof octets - 1);
    await(f->base, evbuffer_get_length(bufferevent_get_input(c->wire)) == sizeof octets - 1);
    taken.full = true;
    send_octets(fd, octets, sizeof octets - 1);
    for (unsigned turns = 0; turns < 10; turns++)
        turn(f->base);
    assert_in_range(evbuffer_get_length(bufferevent_get_input(c->wire)), sizeof octets,
                    sizeof octets - 1 + ONE_READ);
    close(fd);
}

static void one_more_connection_than_there_are_places_ends_the_longest_idle(void **state)
{
    struct fixture *f = *state;
    int fds[TCP_CONNECTIONS_MAX];
    fill_places(f, fds);
    ask(fds[0], 1); /* waits for an answer: not idle */
    ask(fds[1], 2);
    await(f->base, taken.count == 2);
    tell(taken.number[0] == 2 ? 0 : 1, "x", 1); /* idle again, but not for long */
    expect(f, fds[1], "x");
    int more = open_client(SOCK_STREAM, &f->at);
    await_end(f->base, fds[2]);
    assert_int_equal(connections(f), TCP_CONNECTIONS_MAX);
    for (unsigned i = 0; i < TCP_CONNECTIONS_MAX; i++)
        assert_int_equal(is_readable(fds[i]), i == 2);
    ask(more, 3);
    await(f->base, taken.count == 3);
    close(more);
    close_all(fds);
}

static void where_every_connection_waits_one_more_is_closed(void **state)
{
    struct fixture *f = *state;
    int fds[TCP_CONNECTIONS_MAX];
    fill_places(f, fds);
    for (unsigned i = 0; i < TCP_CONNECTIONS_MAX; i++)
        ask(fds[i], 1);
    await(f->base, taken.count == TCP_CONNECTIONS_MAX);
    int more = open_client(SOCK_STREAM, &f->at);
    await_end(f->base, more);
    for (unsigned i = 0; i < TCP_CONNECTIONS_MAX; i++)
        assert_false(is_readable(fds[i]));
    close(more);
    close_all(fds);
}

static void a_connection_has_its_time_to_be_idle_and_no_more(void **state)
{
    struct fixture *f = *state;
    int fd = client_of(f);
    struct connection *c = &f->listener->connections[0];
    assert_int_equal(TCP_IDLE_S, 10);
    on_event(c->wire, BEV_EVENT_READING | BEV_EVENT_TIMEOUT, c);
    await_end(f->base, fd);
    close(fd);
}

static void once_nobody_serves_who_comes_is_refused_and_who_waits_is_answered(void **state)
{
    struct fixture *f = *state;
    int fd = client_of(f);
    ask(fd, 1);
    await(f->base, taken.count == 1);
    tcp_serve(f->listener, NULL);
    int late = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(connect(late, &f->at.any, address_len(&f->at)), -1);
    assert_int_equal(errno, ECONNREFUSED);
    ask(fd, 2);
    turn(f->base);
    tcp_resume(f->listener);
    assert_int_equal(taken.count, 1);
    tell(0, "answer", 6);
    expect(f, fd, "answer");
    close(late);
    close(fd);
}

static void connections_wait_until_somebody_serves(void **state)
{
    struct fixture *f = *state;
    struct address at = nobody(SOCK_STREAM);
    assert_int_equal(tcp_open(f->base, &at, &f->idle), 0);
    int fd = open_client(SOCK_STREAM, &at);
    ask(fd, 1);
    turn(f->base);
    assert_int_equal(taken.count, 0);
    tcp_serve(f->idle, queries);
    await(f->base, taken.count == 1);
    close(fd);
    tcp_close(f->idle);
}

static void an_address_in_use_or_not_ours_says_so(void **state)
{
    struct fixture *f = *state;
    struct tcp_listener *second = NULL;
    assert_int_equal(tcp_open(f->base, &f->at, &second), -1);
    assert_int_equal(errno, EADDRINUSE);
    struct address strange = f->at;
    strange.v4.sin_addr.s_addr = htonl(0xc0000201); /* 192.0.2.1: RFC 5737 */
    assert_int_equal(tcp_open(f->base, &strange, &second), -1);
    assert_int_equal(errno, EADDRNOTAVAIL);
    assert_null(second);
    tcp_close(NULL);
}

static void without_memory_there_is_no_listener_and_the_address_is_free(void **state)
{
    struct fixture *f = *state;
    struct tcp_listener *second = NULL;
    struct address at = nobody(SOCK_STREAM);
    no_acceptor = true;
    assert_int_equal(tcp_open(f->base, &at, &second), -1);
    no_acceptor = false;
    assert_int_equal(errno, ENOMEM);
    assert_null(second);
    assert_int_equal(tcp_open(f->base, &at, &second), 0);
    tcp_close(second);
}

#define with_listener(test) cmocka_unit_test_setup_teardown(test, open_listener, close_listener)

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_listener(a_question_in_single_octets_is_taken_when_it_is_whole),
        with_listener(questions_sent_together_are_answered_in_any_order),
        with_listener(the_longest_question_and_the_longest_answer_go_whole),
        with_listener(an_answer_to_one_that_left_goes_to_nobody_else),
        with_listener(one_that_closed_its_side_still_has_its_answers_and_then_the_end),
        with_listener(one_that_closed_its_side_and_waits_for_nothing_has_the_end),
        with_listener(what_is_never_answered_is_not_waited_for),
        with_listener(one_connection_has_so_many_questions_at_a_time),
        with_listener(one_that_reads_no_answers_is_not_read_either_until_it_does),
        with_listener(while_everything_is_in_use_only_what_may_be_taken_is_and_the_rest_waits),
        with_listener(of_what_is_sent_ahead_little_is_read_until_it_can_be_taken),
        with_listener(of_half_a_question_no_more_is_kept_than_a_read_beyond_the_longest),
        with_listener(one_more_connection_than_there_are_places_ends_the_longest_idle),
        with_listener(where_every_connection_waits_one_more_is_closed),
        with_listener(a_connection_has_its_time_to_be_idle_and_no_more),
        with_listener(once_nobody_serves_who_comes_is_refused_and_who_waits_is_answered),
        with_listener(connections_wait_until_somebody_serves),
        with_listener(an_address_in_use_or_not_ours_says_so),
        with_listener(without_memory_there_is_no_listener_and_the_address_is_free),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
