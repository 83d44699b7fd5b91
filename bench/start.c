/* start: starts a DNS server and tells how long it was until its first answer, in microseconds; then ends it.
 *
 *   start PORT [COMMAND [ARGUMENT...]]     exit 2: usage; 1: it did not start, or gave no answer in ten
 * seconds
 *
 * Without COMMAND somebody else starts the server: `asking` on stdout says that it may be started now.
 *
 * It asks 127.0.0.1:PORT for q000000.bench.test A every 200 us from the first moment on. What the server
 * prints goes where this program's goes. */
#include <arpa/inet.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "bench/now.h"

enum { EACH_NS = 200000, MOST_S = 10 };

static const uint8_t question[] = "\x12\x34\1\0\0\1\0\0\0\0\0\0\7q000000\5bench\4test\0\0\1\0\1";

static int connect_to(uint16_t port)
{
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port)};
    int fd = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return fd >= 0 && connect(fd, (const struct sockaddr *)&to, sizeof to) == 0 ? fd : -1;
}

/* Until nobody listens there, each question comes back as an error of the next call. */
static int64_t until_answered_ns(int fd, int64_t begun_ns)
{
    const struct timespec each = {.tv_nsec = EACH_NS};
    struct pollfd ready = {.fd = fd, .events = POLLIN};
    uint8_t answer[512];
    while (now_ns() - begun_ns < MOST_S * INT64_C(1000000000)) {
        (void)send(fd, question, sizeof question - 1, 0);
        if (ppoll(&ready, 1, &each, NULL) > 0 && recv(fd, answer, sizeof answer, 0) > 0)
            return now_ns() - begun_ns;
        if (ready.revents & POLLERR)
            (void)nanosleep(&each, NULL);
    }
    return -1;
}

int main(int argc, char **argv)
{
    pid_t child = 0;
    long port = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
    int fd = port > 0 && port <= UINT16_MAX ? connect_to((uint16_t)port) : -1;
    if (fd < 0) {
        fprintf(stderr, "usage: start PORT [COMMAND [ARGUMENT...]]\n");
        return 2;
    }
    (void)prctl(PR_SET_TIMERSLACK, 1);
    int64_t begun_ns = now_ns();
    if (argc == 2) {
        puts("asking");
        (void)fflush(stdout);
    } else if (posix_spawnp(&child, argv[2], NULL, NULL, argv + 2, environ) != 0) {
        return 1;
    }
    int64_t took_ns = until_answered_ns(fd, begun_ns);
    if (child) {
        kill(child, SIGTERM);
        waitpid(child, NULL, 0);
    }
    printf("%lld\n", (long long)took_ns / 1000);
    return took_ns < 0;
}
