/* Clients over UDP, with queries that the test answers. */
#include "tests/unit/dnsd/loopback.h"

#include <stdlib.h>

static bool no_event;
static uint64_t test_ms;
static uint32_t overflows; /* of the socket, as the kernel would count them */
static bool no_count;
static int fake_getsockopt(int fd, int level, int option, void *value, socklen_t *len);
#define clock_ms()                           test_ms
#define getsockopt                           fake_getsockopt
#define event_new(base, fd, what, call, arg) (no_event ? NULL : event_new(base, fd, what, call, arg))
/* Whole, so that its memory can run out and its bounds are known. NOLINTNEXTLINE(bugprone-suspicious-include)
 */
#include "dnsd/listen_udp.c"

#undef getsockopt

static int fake_getsockopt(int fd, int level, int option, void *value, socklen_t *len)
{
    if (option != SO_MEMINFO)
        return getsockopt(fd, level, option, value, len);
    assert_int_equal(level, SOL_SOCKET);
    assert_int_equal(*len, SK_MEMINFO_VARS * sizeof(uint32_t));
    if (no_count) {
        errno = ENOPROTOOPT;
        return -1;
    }
    ((uint32_t *)value)[SK_MEMINFO_DROPS] = overflows;
    return 0;
}

enum { UDP_MAX = 65507, TAKEN_MAX = 8 * BATCH, TURN = ROUNDS * BATCH };

static struct {
    unsigned count, dropped;
    struct client from[TAKEN_MAX];
    size_t len[TAKEN_MAX];
    uint8_t last[QUERY_ROOM];
} taken;

static struct queries *const queries = (struct queries *)&taken;

void queries_take(struct queries *q, const struct client *from, const uint8_t *wire, size_t len)
{
    assert_ptr_equal(q, queries);
    assert_true(taken.count < TAKEN_MAX);
    assert_true(len <= QUERY_ROOM);
    taken.from[taken.count] = *from;
    taken.len[taken.count++] = len;
    memcpy(taken.last, wire, len);
}

void queries_drop(struct queries *q, const struct client *from)
{
    assert_ptr_equal(q, queries);
    assert_non_null(from->transport);
    taken.dropped++;
}

struct fixture {
    struct event_base *base;
    struct udp_listener *listener;
    struct address at;
    int client;
};

static int open_listener(void **state)
{
    static struct fixture f;
    overflows = 0;
    no_count = false;
    test_ms = 1000;
    f.at = nobody(SOCK_DGRAM);
    f.base = event_base_new();
    assert_int_equal(udp_open(f.base, &f.at, &f.listener), 0);
    f.client = open_client(SOCK_DGRAM, &f.at);
    memset(&taken, 0, sizeof taken);
    *state = &f;
    return 0;
}

static int close_listener(void **state)
{
    struct fixture *f = *state;
    close(f->client);
    udp_close(f->listener);
    event_base_free(f->base);
    libevent_global_shutdown();
    return 0;
}

static void ask(struct fixture *f, const void *octets, size_t len)
{
    assert_int_equal(send(f->client, octets, len, 0), len);
}

static void take_one(struct fixture *f)
{
    udp_serve(f->listener, queries);
    ask(f, "question", 8);
    await(f->base, taken.count == 1);
}

static void tell(unsigned i, const void *octets, size_t len)
{
    taken.from[i].transport->answer(&taken.from[i], octets, len);
}

static void a_question_comes_with_its_asker_who_has_the_answer_at_the_flush(void **state)
{
    struct fixture *f = *state;
    char got[16];
    struct address asker = address_of(f->client);
    take_one(f);
    assert_int_equal(taken.len[0], 8);
    assert_memory_equal(taken.last, "question", 8);
    assert_true(address_equal(&taken.from[0].peer, &asker));
    assert_false(taken.from[0].transport->stream);
    tell(0, "answer", 6);
    assert_false(is_readable(f->client));
    udp_flush(f->listener);
    await(f->base, is_readable(f->client));
    assert_int_equal(recv(f->client, got, sizeof got, 0), 6);
    assert_memory_equal(got, "answer", 6);
    udp_flush(f->listener);
    assert_false(is_readable(f->client));
}

static void questions_stay_unread_until_somebody_serves_and_once_nobody_does(void **state)
{
    struct fixture *f = *state;
    ask(f, "early", 5);
    turn(f->base);
    assert_int_equal(taken.count, 0);
    udp_serve(f->listener, queries);
    await(f->base, taken.count == 1);
    udp_serve(f->listener, NULL);
    ask(f, "late", 4);
    assert_int_equal(event_base_get_num_events(f->base, EVENT_BASE_COUNT_ADDED), 0); /* nothing spins */
    assert_int_equal(taken.count, 1);
    udp_serve(f->listener, queries);
    await(f->base, taken.count == 2);
    assert_memory_equal(taken.last, "late", 4);
}

static void a_question_is_cut_at_its_room_and_not_before(void **state)
{
    struct fixture *f = *state;
    static const uint8_t octets[2 * QUERY_ROOM];
    const size_t sizes[] = {0, QUERY_ROOM - 1, QUERY_ROOM, QUERY_ROOM + 1, sizeof octets};
    udp_serve(f->listener, queries);
    for (unsigned i = 0; i < 5; i++) {
        ask(f, octets, sizes[i]);
        await(f->base, taken.count == i + 1);
        assert_int_equal(taken.len[i], sizes[i] < QUERY_ROOM ? sizes[i] : QUERY_ROOM);
    }
}

static void more_questions_than_a_batch_are_all_read(void **state)
{
    struct fixture *f = *state;
    udp_serve(f->listener, queries);
    for (unsigned i = 0; i < 3 * BATCH + 1; i++)
        ask(f, "question", 8);
    await(f->base, taken.count == 3 * BATCH + 1);
}

static void answers_beyond_a_batch_go_before_the_flush(void **state)
{
    struct fixture *f = *state;
    uint8_t got, octet;
    take_one(f);
    for (octet = 0; octet < BATCH; octet++)
        tell(0, &octet, 1);
    assert_false(is_readable(f->client));
    tell(0, &octet, 1);
    for (unsigned i = 0; i < BATCH; i++) {
        assert_int_equal(recv(f->client, &got, 1, MSG_DONTWAIT), 1);
        assert_int_equal(got, i);
    }
    assert_false(is_readable(f->client));
    udp_flush(f->listener);
    assert_int_equal(recv(f->client, &got, 1, MSG_DONTWAIT), 1);
    assert_int_equal(got, BATCH);
}

static void answers_beyond_their_room_go_before_the_flush(void **state)
{
    struct fixture *f = *state;
    static uint8_t octets[UDP_MAX], got[UDP_MAX];
    take_one(f);
    memset(octets, 'x', sizeof octets);
    tell(0, octets, UDP_MAX);
    tell(0, octets, ANSWERS_ROOM - UDP_MAX);
    assert_false(is_readable(f->client));
    tell(0, "y", 1);
    assert_int_equal(recv(f->client, got, sizeof got, MSG_DONTWAIT), UDP_MAX);
    assert_memory_equal(got, octets, UDP_MAX);
    assert_int_equal(recv(f->client, got, sizeof got, MSG_DONTWAIT), ANSWERS_ROOM - UDP_MAX);
    assert_false(is_readable(f->client));
    udp_flush(f->listener);
    assert_int_equal(recv(f->client, got, sizeof got, MSG_DONTWAIT), 1);
}

static void an_answer_that_cannot_go_is_lost_and_no_other(void **state)
{
    struct fixture *f = *state;
    static uint8_t octets[ANSWERS_ROOM + 1];
    char got[8];
    take_one(f);
    tell(0, "a", 1);
    tell(0, octets, ANSWERS_ROOM + 1);
    tell(0, octets, UDP_MAX + 1);
    tell(0, "b", 1);
    udp_flush(f->listener);
    assert_int_equal(recv(f->client, got, sizeof got, MSG_DONTWAIT), 1);
    assert_int_equal(got[0], 'a');
    assert_int_equal(recv(f->client, got, sizeof got, MSG_DONTWAIT), 1);
    assert_int_equal(got[0], 'b');
    assert_false(is_readable(f->client));
}

/* As many as are read in a turn of the loop. */
static void flood(struct fixture *f)
{
    taken.count = 0;
    for (unsigned i = 0; i < TURN; i++)
        ask(f, "question", 8);
    unsigned dropped = taken.dropped;
    await(f->base, taken.count + taken.dropped == dropped + TURN);
}

static unsigned drops_in(struct fixture *f, unsigned floods)
{
    unsigned before = taken.dropped;
    for (unsigned i = 0; i < floods; i++)
        flood(f);
    return taken.dropped - before;
}

enum { FLOODS = SHARE_MOST / TURN + 2 };

static void whoever_overflows_the_socket_has_a_share_and_no_more(void **state)
{
    struct fixture *f = *state;
    udp_serve(f->listener, queries);
    assert_int_equal(drops_in(f, FLOODS), 0); /* fast, and it all fits */
    overflows = 7;
    assert_int_equal(drops_in(f, 1), 0); /* seen behind them */
    assert_int_equal(drops_in(f, FLOODS), FLOODS * TURN - SHARE_MOST);
    int other = open_client(SOCK_DGRAM, &f->at);
    unsigned dropped = taken.dropped;
    taken.count = 0;
    assert_int_equal(send(other, "lookup", 6, 0), 6);
    await(f->base, taken.count == 1);
    assert_int_equal(taken.dropped, dropped);
    close(other);
    test_ms += SHARE_WINDOW_MS;
    assert_int_equal(drops_in(f, FLOODS), FLOODS * TURN - SHARE_MOST);
}

static void all_is_taken_again_when_the_flood_is_over(void **state)
{
    struct fixture *f = *state;
    udp_serve(f->listener, queries);
    overflows = 1;
    assert_int_equal(drops_in(f, 1 + FLOODS), FLOODS * TURN - SHARE_MOST);
    test_ms += SHARE_LASTS_MS - 1;
    assert_int_equal(drops_in(f, FLOODS), FLOODS * TURN - SHARE_MOST);
    test_ms += SHARE_LASTS_MS;
    assert_int_equal(drops_in(f, FLOODS), 0);
}

static void where_overflows_are_not_counted_all_is_taken(void **state)
{
    struct fixture *f = *state;
    udp_serve(f->listener, queries);
    no_count = true;
    overflows = 1;
    assert_int_equal(drops_in(f, 2 * FLOODS), 0);
}

static void an_address_in_use_or_not_ours_says_so(void **state)
{
    struct fixture *f = *state;
    struct udp_listener *second = NULL;
    assert_int_equal(udp_open(f->base, &f->at, &second), -1);
    assert_int_equal(errno, EADDRINUSE);
    struct address strange = f->at;
    strange.v4.sin_addr.s_addr = htonl(0xc0000201); /* 192.0.2.1: RFC 5737 */
    assert_int_equal(udp_open(f->base, &strange, &second), -1);
    assert_int_equal(errno, EADDRNOTAVAIL);
    assert_null(second);
    udp_close(NULL);
}

static void without_memory_there_is_no_listener_and_the_address_is_free(void **state)
{
    struct fixture *f = *state;
    struct udp_listener *second = NULL;
    struct address at = nobody(SOCK_DGRAM);
    no_event = true;
    assert_int_equal(udp_open(f->base, &at, &second), -1);
    no_event = false;
    assert_int_equal(errno, ENOMEM);
    assert_null(second);
    assert_int_equal(udp_open(f->base, &at, &second), 0);
    udp_close(second);
}

#define with_listener(test) cmocka_unit_test_setup_teardown(test, open_listener, close_listener)

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_listener(a_question_comes_with_its_asker_who_has_the_answer_at_the_flush),
        with_listener(questions_stay_unread_until_somebody_serves_and_once_nobody_does),
        with_listener(a_question_is_cut_at_its_room_and_not_before),
        with_listener(more_questions_than_a_batch_are_all_read),
        with_listener(answers_beyond_a_batch_go_before_the_flush),
        with_listener(answers_beyond_their_room_go_before_the_flush),
        with_listener(an_answer_that_cannot_go_is_lost_and_no_other),
        with_listener(whoever_overflows_the_socket_has_a_share_and_no_more),
        with_listener(all_is_taken_again_when_the_flood_is_over),
        with_listener(where_overflows_are_not_counted_all_is_taken),
        with_listener(an_address_in_use_or_not_ours_says_so),
        with_listener(without_memory_there_is_no_listener_and_the_address_is_free),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
