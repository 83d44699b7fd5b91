#include "tests/unit/cmocka_all.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "dnsd/source_port.h"

enum { RANGE = 64 };

static uint16_t port_of(int fd)
{
    struct address a = {0};
    socklen_t len = sizeof a;
    assert_int_equal(getsockname(fd, &a.any, &len), 0);
    return address_port(&a);
}

static void sockets_are_bound_within_the_range_at_ports_nobody_foresees(void **state)
{
    (void)state;
    struct source_ports p = {.first = 42000, .last = 42999};
    unsigned ascending = 0;
    uint16_t last = 0;
    for (unsigned i = 0; i < RANGE; i++) {
        int fd = source_port_open(&p, AF_INET, i % 2 ? SOCK_STREAM : SOCK_DGRAM);
        assert_true(fd >= 0);
        assert_in_range(port_of(fd), p.first, p.last);
        ascending += port_of(fd) > last;
        last = port_of(fd);
        assert_true(fcntl(fd, F_GETFL) & O_NONBLOCK);
        assert_true(fcntl(fd, F_GETFD) & FD_CLOEXEC);
        close(fd);
    }
    assert_in_range(ascending, RANGE / 5, RANGE * 4 / 5);
}

static void one_port_is_a_range_too_and_taken_it_is_an_error(void **state)
{
    (void)state;
    struct source_ports p = {.first = 43210, .last = 43210};
    int fd = source_port_open(&p, AF_INET6, SOCK_DGRAM);
    assert_true(fd >= 0);
    assert_int_equal(port_of(fd), 43210);
    assert_int_equal(source_port_open(&p, AF_INET6, SOCK_DGRAM), -1);
    assert_int_equal(errno, EADDRINUSE);
    close(fd);
}

static void a_taken_port_is_passed_over(void **state)
{
    (void)state;
    struct source_ports one = {.first = 43300, .last = 43300}, two = {.first = 43300, .last = 43301};
    int taken = source_port_open(&one, AF_INET, SOCK_DGRAM);
    assert_true(taken >= 0);
    int fd = source_port_open(&two, AF_INET, SOCK_DGRAM);
    assert_true(fd >= 0);
    assert_int_equal(port_of(fd), 43301);
    close(fd);
    close(taken);
}

static void no_such_family_is_an_error(void **state)
{
    (void)state;
    struct source_ports p = {.first = 43400, .last = 43500};
    assert_int_equal(source_port_open(&p, AF_UNSPEC, SOCK_DGRAM), -1);
    assert_int_not_equal(errno, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sockets_are_bound_within_the_range_at_ports_nobody_foresees),
        cmocka_unit_test(one_port_is_a_range_too_and_taken_it_is_an_error),
        cmocka_unit_test(a_taken_port_is_passed_over),
        cmocka_unit_test(no_such_family_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
