#include "dnsd/probe.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "dnsd/clock.h"
#include "dnsd/message.h"
#include "dnsd/random.h"

enum { TRIES = 3, TRY_MS = 500 };

static const uint8_t localhost[] = "\x09localhost";

static int fails(FILE *to, const char *server, const char *why)
{
    fprintf(to, "%s does not answer: %s\n", server, why);
    return 1;
}

/* 0: the answer is there; else what errno would say. */
static int exchange(int fd, const uint8_t *query, size_t len)
{
    uint8_t answer[UDP_SIZE_MIN];
    struct pollfd p = {.fd = fd, .events = POLLIN};
    if (send(fd, query, len, 0) < 0)
        return errno;
    for (uint64_t until_ms = clock_ms() + TRY_MS, now_ms; (now_ms = clock_ms()) < until_ms;) {
        if (poll(&p, 1, (int)(until_ms - now_ms)) != 1)
            continue;
        ssize_t got = recv(fd, answer, sizeof answer, 0);
        if (got < 0)
            return errno;
        if (message_is_answer_to(answer, (size_t)got, query, len))
            return 0;
    }
    return ETIMEDOUT;
}

int probe_run(const struct address *server, FILE *to)
{
    struct random random = {0};
    const struct request r = {.qtype = TYPE_A, .qclass = CLASS_IN, .rd = true};
    char text[ADDRESS_TEXT_MAX];
    uint8_t query[QUERY_LEN_MAX];
    uint64_t began_us = clock_us();
    address_to_text(text, server);
    int fd = socket(server->any.sa_family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (fd < 0 || connect(fd, &server->any, address_len(server)) != 0) {
        int why = errno;
        if (fd >= 0)
            close(fd);
        return fails(to, text, strerror(why));
    }
    size_t len = message_query(&r, localhost, random_u16(&random), UDP_SIZE_MIN, query);
    int why = ETIMEDOUT;
    for (unsigned i = 0; i < TRIES && why == ETIMEDOUT; i++)
        why = exchange(fd, query, len);
    close(fd);
    if (why)
        return fails(to, text, strerror(why));
    fprintf(to, "%s answers (%.1f ms)\n", text, (double)(clock_us() - began_us) / 1000);
    return 0;
}
