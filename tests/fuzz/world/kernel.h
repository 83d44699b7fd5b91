/* kernel.h: the calls of dnsd's that the fuzzed program makes on a world of its own: time that passes when
 * the input says so, random numbers that a repetition finds again, UDP sockets that are entries of a table,
 * and a loop of events turned by hand. Read before everything else in the files of dnsd that are compiled
 * for it.
 * dnsd's connections upstream are replaced as a whole, at stream.h. */
#pragma once

#include <event2/event.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

int world_clock_gettime(clockid_t id, struct timespec *t);
ssize_t world_getrandom(void *to, size_t len, unsigned flags);
int world_socket(int family, int type, int protocol);
int world_bind(int fd, const struct sockaddr *a, socklen_t len);
int world_connect(int fd, const struct sockaddr *a, socklen_t len);
int world_close(int fd);
int world_recvmmsg(int fd, struct mmsghdr *heads, unsigned count, int flags, struct timespec *wait);
int world_sendmmsg(int fd, struct mmsghdr *heads, unsigned count, int flags);
struct event *world_event_new(struct event_base *base, evutil_socket_t fd, short what, event_callback_fn call,
                              void *arg);
int world_event_add(struct event *e, const struct timeval *wait);
void world_event_free(struct event *e);

#define clock_gettime(id, t)         world_clock_gettime(id, t)
#define getrandom(to, len, flags)    world_getrandom(to, len, flags)
#define socket(family, type, proto)  world_socket(family, type, proto)
#define bind(fd, a, len)             world_bind(fd, a, len)
#define connect(fd, a, len)          world_connect(fd, a, len)
#define close(fd)                    world_close(fd)
#define recvmmsg(fd, h, n, flags, t) world_recvmmsg(fd, h, n, flags, t)
#define sendmmsg(fd, h, n, flags)    world_sendmmsg(fd, h, n, flags)
#define event_new(b, fd, what, c, a) world_event_new(b, fd, what, c, a)
#define event_add(e, wait)           world_event_add(e, wait)
#define event_free(e)                world_event_free(e)
