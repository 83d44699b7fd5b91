/* flood DOMAIN FIRST COUNT SECONDS SOCKETS: asks 127.0.0.1:53 for holeN.DOMAIN.test, N from FIRST on, COUNT
 * of them or for so long, as fast as one core can send, from so many sockets in turn, and reads no answer.
 * Prints how many it sent. */
#include <arpa/inet.h>
#include <errno.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

enum { BATCH = 64, ROOM = 64, SOCKETS_MAX = 1000 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static size_t add_label(uint8_t *to, const char *label)
{
    size_t len = strlen(label);
    to[0] = (uint8_t)len;
    memcpy(to + 1, label, len);
    return 1 + len;
}

static size_t write_query(uint8_t to[ROOM], const char *domain, uint64_t number)
{
    static const uint8_t tail[] = "\4test\0\0\1\0\1";
    const uint8_t head[12] = {(uint8_t)(number >> 8), (uint8_t)number, 1, 0, 0, 1};
    char label[28];
    size_t len = sizeof head;
    snprintf(label, sizeof label, "hole%" PRIu64, number);
    memcpy(to, head, sizeof head);
    len += add_label(to + len, label);
    len += add_label(to + len, domain);
    memcpy(to + len, tail, sizeof tail - 1);
    return len + sizeof tail - 1;
}

/* So many of them, or 0. */
static unsigned open_sockets(int sockets[SOCKETS_MAX], unsigned count)
{
    const struct sockaddr_in to = {
        .sin_family = AF_INET, .sin_port = htons(53), .sin_addr = {htonl(INADDR_LOOPBACK)}};
    for (unsigned i = 0; i < count && i < SOCKETS_MAX; i++) {
        sockets[i] = socket(AF_INET, SOCK_DGRAM, 0);
        if (sockets[i] < 0 || connect(sockets[i], (const struct sockaddr *)&to, sizeof to) != 0)
            return 0;
    }
    return count <= SOCKETS_MAX ? count : 0;
}

int main(int argc, char **argv)
{
    static uint8_t wire[BATCH][ROOM];
    struct mmsghdr heads[BATCH] = {0};
    struct iovec parts[BATCH];
    int sockets[SOCKETS_MAX];
    unsigned turn = 0, from = argc == 6 ? open_sockets(sockets, (unsigned)strtoul(argv[5], NULL, 10)) : 0;
    if (!from || strlen(argv[1]) > ROOM / 4)
        return 2;
    uint64_t number = strtoull(argv[2], NULL, 10), end = number + strtoull(argv[3], NULL, 10), sent = 0;
    double until = now() + strtod(argv[4], NULL);
    while (number < end && now() < until) {
        unsigned count = 0;
        for (; count < BATCH && number < end; count++) {
            parts[count] = (struct iovec){.iov_base = wire[count],
                                          .iov_len = write_query(wire[count], argv[1], number++)};
            heads[count].msg_hdr = (struct msghdr){.msg_iov = &parts[count], .msg_iovlen = 1};
        }
        int took = sendmmsg(sockets[turn++ % from], heads, count, 0);
        if (took < 0 && errno != ENOBUFS && errno != EAGAIN && errno != ECONNREFUSED)
            return 1;
        sent += took > 0 ? (uint64_t)took : 0;
    }
    printf("%" PRIu64 "\n", sent);
    return 0;
}
