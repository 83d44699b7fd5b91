/* flood FIRST COUNT SECONDS: asks 127.0.0.1:53 for holeN.allowed.test, N from FIRST on, COUNT of them or for
 * so long, as fast as one core can send, and reads no answer. Prints how many it sent. */
#include <arpa/inet.h>
#include <errno.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

enum { BATCH = 64, ROOM = 64 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static size_t write_query(uint8_t to[ROOM], uint64_t number)
{
    static const uint8_t tail[] = "\7allowed\4test\0\0\1\0\1";
    const uint8_t head[12] = {(uint8_t)(number >> 8), (uint8_t)number, 1, 0, 0, 1};
    char label[24];
    int len = snprintf(label, sizeof label, "hole%" PRIu64, number);
    memcpy(to, head, sizeof head);
    to[12] = (uint8_t)len;
    memcpy(to + 13, label, (size_t)len);
    memcpy(to + 13 + len, tail, sizeof tail - 1);
    return 13 + (size_t)len + sizeof tail - 1;
}

int main(int argc, char **argv)
{
    static uint8_t wire[BATCH][ROOM];
    struct mmsghdr heads[BATCH] = {0};
    struct iovec parts[BATCH];
    const struct sockaddr_in to = {
        .sin_family = AF_INET, .sin_port = htons(53), .sin_addr = {htonl(INADDR_LOOPBACK)}};
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    if (argc != 4 || fd < 0 || connect(fd, (const struct sockaddr *)&to, sizeof to) != 0)
        return 2;
    uint64_t number = strtoull(argv[1], NULL, 10), end = number + strtoull(argv[2], NULL, 10), sent = 0;
    double until = now() + strtod(argv[3], NULL);
    while (number < end && now() < until) {
        unsigned count = 0;
        for (; count < BATCH && number < end; count++) {
            parts[count] =
                (struct iovec){.iov_base = wire[count], .iov_len = write_query(wire[count], number++)};
            heads[count].msg_hdr = (struct msghdr){.msg_iov = &parts[count], .msg_iovlen = 1};
        }
        int took = sendmmsg(fd, heads, count, 0);
        if (took < 0 && errno != ENOBUFS && errno != EAGAIN && errno != ECONNREFUSED)
            return 1;
        sent += took > 0 ? (uint64_t)took : 0;
    }
    printf("%" PRIu64 "\n", sent);
    return 0;
}
