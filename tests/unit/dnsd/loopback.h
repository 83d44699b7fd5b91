/* loopback.h: sockets of the test's own on 127.0.0.1, and a loop that is turned until something holds.
 * Whoever fakes clock_ms includes this before. */
#pragma once

#include "tests/unit/cmocka_all.h"

#include <arpa/inet.h>
#include <errno.h>
#include <event2/event.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "dnsd/address.h"
#include "dnsd/clock.h"

enum { AWAIT_MS = 10000, TURN_MS = 5 };

static inline uint64_t real_ms(void)
{
    return clock_ms();
}

static inline void on_turn_end(evutil_socket_t fd, short what, void *arg)
{
    (void)fd;
    (void)what;
    (void)arg;
}

/* One turn of the loop; TURN_MS at the most when it has nothing to do. */
static inline void turn(struct event_base *base)
{
    static const struct timeval most = {.tv_usec = TURN_MS * 1000};
    struct event *end = evtimer_new(base, on_turn_end, NULL);
    assert_non_null(end);
    assert_int_equal(evtimer_add(end, &most), 0);
    assert_in_range(event_base_loop(base, EVLOOP_ONCE), 0, 1);
    event_free(end);
}

#define await(base, condition)                                                                               \
    do {                                                                                                     \
        uint64_t until_ms = real_ms() + AWAIT_MS;                                                            \
        while (!(condition)) {                                                                               \
            assert_true(real_ms() < until_ms);                                                               \
            turn(base);                                                                                      \
        }                                                                                                    \
    } while (0)

static inline bool is_readable(int fd)
{
    struct pollfd p = {.fd = fd, .events = POLLIN};
    return poll(&p, 1, 0) == 1;
}

static inline struct address loopback(uint16_t port)
{
    return (struct address){
        .v4 = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {htonl(INADDR_LOOPBACK)}}};
}

static inline struct address address_of(int fd)
{
    struct address a = {0};
    socklen_t len = sizeof a;
    assert_int_equal(getsockname(fd, &a.any, &len), 0);
    return a;
}

/* A socket of type on a free port; a SOCK_STREAM one listens. */
static inline int open_server(int type)
{
    const struct address any_port = loopback(0);
    int fd = socket(AF_INET, type | SOCK_CLOEXEC, 0);
    assert_true(fd >= 0);
    assert_int_equal(bind(fd, &any_port.any, address_len(&any_port)), 0);
    if (type == SOCK_STREAM)
        assert_int_equal(listen(fd, SOMAXCONN), 0);
    return fd;
}

static inline int open_client(int type, const struct address *server)
{
    int fd = socket(AF_INET, type | SOCK_CLOEXEC, 0);
    assert_true(fd >= 0);
    assert_int_equal(connect(fd, &server->any, address_len(server)), 0);
    return fd;
}

/* A port where nobody is. */
static inline struct address nobody(int type)
{
    int fd = open_server(type);
    struct address a = address_of(fd);
    close(fd);
    return a;
}

/* An address that nobody else has, over any transport: of 127.0.0.0/8 the one with our process ID. */
static inline struct address own_address(void)
{
    static uint16_t port = 20000;
    struct address a = loopback(port++);
    a.v4.sin_addr.s_addr = htonl((127u << 24) | (1u << 22) | ((unsigned)getpid() & 0x3fffffu));
    return a;
}

/* Turns the loop until len octets came over a stream. */
static inline void read_whole(struct event_base *base, int fd, void *to, size_t len)
{
    for (size_t got = 0; got < len;) {
        await(base, is_readable(fd));
        ssize_t piece = recv(fd, (char *)to + got, len - got, MSG_DONTWAIT);
        assert_true(piece > 0);
        got += (size_t)piece;
    }
}

/* Turns the loop until everything came that comes, which must leave room for a NUL behind it. */
static inline void read_to_end(struct event_base *base, int fd, char *to, size_t room)
{
    size_t len = 0;
    for (ssize_t got = 1; got > 0; len += got > 0 ? (size_t)got : 0) {
        await(base, is_readable(fd));
        assert_true(len + 1 < room);
        got = recv(fd, to + len, room - 1 - len, MSG_DONTWAIT);
    }
    to[len] = '\0';
}

/* Turns the loop until the other side has hung up, and nothing came before. */
static inline void await_end(struct event_base *base, int fd)
{
    char octet;
    await(base, is_readable(fd));
    assert_true(recv(fd, &octet, 1, MSG_DONTWAIT) <= 0);
}
