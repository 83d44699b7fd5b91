/* Who connects, and what happens where nobody can be accepted. */
#include "tests/unit/dnsd/loopback.h"

#include <event2/listener.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/resource.h>

static bool no_event, no_listener;
#define event_new(base, fd, what, call, arg) (no_event ? NULL : event_new(base, fd, what, call, arg))
#define evconnlistener_new(base, taken, arg, flags, backlog, fd)                                             \
    (no_listener ? NULL : evconnlistener_new(base, taken, arg, flags, backlog, fd))
/* Whole, so that memory can run out. NOLINTNEXTLINE(bugprone-suspicious-include) */
#include "dnsd/acceptor.c"

struct fixture {
    struct event_base *base;
    struct acceptor acceptor;
    struct address at, from;
    unsigned accepted;
};

static void on_one(void *arg, evutil_socket_t fd, const struct address *from)
{
    struct fixture *f = arg;
    f->from = *from;
    f->accepted++;
    close(fd);
}

static int listening(void)
{
    int fd = open_server(SOCK_STREAM);
    assert_int_equal(evutil_make_socket_nonblocking(fd), 0);
    return fd;
}

static int open_acceptor(void **state)
{
    static struct fixture f;
    f = (struct fixture){.base = event_base_new()};
    int fd = listening();
    f.at = address_of(fd);
    assert_int_equal(acceptor_open(&f.acceptor, f.base, fd, on_one, &f), 0);
    acceptor_start(&f.acceptor);
    *state = &f;
    return 0;
}

static int close_acceptor(void **state)
{
    struct fixture *f = *state;
    acceptor_close(&f->acceptor);
    acceptor_close(&f->acceptor);
    event_base_free(f->base);
    libevent_global_shutdown();
    return 0;
}

static unsigned watched(const struct fixture *f)
{
    return (unsigned)event_base_get_num_events(f->base, EVENT_BASE_COUNT_ADDED);
}

static void who_connects_is_told_with_its_address(void **state)
{
    struct fixture *f = *state;
    int fd = open_client(SOCK_STREAM, &f->at);
    struct address own = address_of(fd);
    await(f->base, f->accepted == 1);
    assert_true(address_equal(&f->from, &own));
    close(fd);
}

/* A client that cannot be accepted, seen by the acceptor. */
static int knock_in_vain(struct fixture *f, struct rlimit *before)
{
    int fd = open_client(SOCK_STREAM, &f->at);
    assert_int_equal(getrlimit(RLIMIT_NOFILE, before), 0);
    const struct rlimit none = {.rlim_cur = 0, .rlim_max = before->rlim_max};
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
    await(f->base, evtimer_pending(f->acceptor.breath, NULL));
    assert_int_equal(f->accepted, 0);
    return fd;
}

static void without_descriptors_nothing_spins_and_who_knocked_comes_in_once_there_are_some(void **state)
{
    struct fixture *f = *state;
    struct rlimit before;
    int fd = knock_in_vain(f, &before);
    assert_int_equal(watched(f), 1); /* the breath */
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
    await(f->base, f->accepted == 1);
    assert_int_equal(watched(f), 1); /* the socket */
    close(fd);
}

static void one_that_was_stopped_meanwhile_does_not_begin_again(void **state)
{
    struct fixture *f = *state;
    struct rlimit before;
    int fd = knock_in_vain(f, &before);
    acceptor_stop(&f->acceptor);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
    assert_int_equal(watched(f), 0);
    close(fd);
}

static void without_memory_there_is_none_and_the_socket_is_closed(void **state)
{
    struct fixture *f = *state;
    for (unsigned i = 0; i < 2; i++) {
        struct acceptor second;
        int fd = listening();
        no_event = i == 0;
        no_listener = i == 1;
        assert_int_equal(acceptor_open(&second, f->base, fd, on_one, f), -1);
        no_event = no_listener = false;
        assert_int_equal(fcntl(fd, F_GETFD), -1);
        acceptor_close(&second);
    }
}

#define with_acceptor(test) cmocka_unit_test_setup_teardown(test, open_acceptor, close_acceptor)

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_acceptor(who_connects_is_told_with_its_address),
        with_acceptor(without_descriptors_nothing_spins_and_who_knocked_comes_in_once_there_are_some),
        with_acceptor(one_that_was_stopped_meanwhile_does_not_begin_again),
        with_acceptor(without_memory_there_is_none_and_the_socket_is_closed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
