/* floor: the least that a UDP relay can cost. It moves datagrams both ways in batches and looks at nothing
 * but the ID, which it needs to tell whose answer it holds. What dnsd costs beyond this is what its work
 * costs.
 *
 *   floor PORT UPSTREAM-PORT [UPSTREAM]     127.0.0.1 where nothing else is said; runs until a signal ends
 * it; exit 2: usage, 1: no sockets
 *
 * It is no DNS server: no re-sends, no TCP, one upstream port, and an answer is believed by its ID alone. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define BATCH       64u
#define ROOM        4096u  /* octets a datagram may have; a longer one is cut */
#define SLOTS       65536u /* one for each ID */
#define SOCKET_ROOM (1 << 20)

struct batch {
    struct mmsghdr messages[BATCH];
    struct iovec parts[BATCH];
    struct sockaddr_in peers[BATCH];
    uint8_t octets[BATCH][ROOM];
};

struct slot {
    struct sockaddr_in client;
    uint8_t id[2]; /* the client's own, as it stood on the wire */
};

struct relay {
    int client, upstream;
    uint16_t next; /* the ID that the next query goes upstream with */
    struct batch batch;
    struct slot slots[SLOTS];
};

static int open_socket(const char *host, uint16_t port,
                       int (*attach)(int, const struct sockaddr *, socklen_t))
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = inet_addr(host);
    int room = SOCKET_ROOM;
    int fd = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return -1;
    if (setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &room, sizeof room) == 0 &&
        attach(fd, (const struct sockaddr *)&address, sizeof address) == 0)
        return fd;
    close(fd);
    return -1;
}

static unsigned receive(int fd, struct batch *b)
{
    for (size_t i = 0; i < BATCH; i++) {
        b->parts[i] = (struct iovec){b->octets[i], ROOM};
        b->messages[i].msg_hdr = (struct msghdr){.msg_name = &b->peers[i],
                                                 .msg_namelen = sizeof b->peers[i],
                                                 .msg_iov = &b->parts[i],
                                                 .msg_iovlen = 1};
    }
    int count = recvmmsg(fd, b->messages, BATCH, 0, NULL);
    return count < 0 ? 0 : (unsigned)count;
}

/* What the socket has no room for is dropped, as a network would. */
static void send_all(int fd, struct batch *b, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        b->parts[i].iov_len = b->messages[i].msg_len;
    for (unsigned sent = 0; sent < count;) {
        int n = sendmmsg(fd, b->messages + sent, count - sent, 0);
        sent += n > 0 ? (unsigned)n : 1;
    }
}

static bool relay_queries(struct relay *r)
{
    unsigned count = receive(r->client, &r->batch);
    for (unsigned i = 0; i < count; i++) {
        uint8_t *wire = r->batch.octets[i];
        uint16_t id = r->next++;
        r->slots[id].client = r->batch.peers[i];
        memcpy(r->slots[id].id, wire, sizeof r->slots[id].id);
        wire[0] = (uint8_t)(id >> 8);
        wire[1] = (uint8_t)id;
        r->batch.messages[i].msg_hdr.msg_name = NULL; /* the socket is connected */
        r->batch.messages[i].msg_hdr.msg_namelen = 0;
    }
    send_all(r->upstream, &r->batch, count);
    return count == BATCH;
}

static bool relay_answers(struct relay *r)
{
    unsigned count = receive(r->upstream, &r->batch);
    for (unsigned i = 0; i < count; i++) {
        uint8_t *wire = r->batch.octets[i];
        const struct slot *slot = &r->slots[wire[0] << 8 | wire[1]];
        memcpy(wire, slot->id, sizeof slot->id);
        r->batch.peers[i] = slot->client;
    }
    send_all(r->client, &r->batch, count);
    return count == BATCH;
}

static void serve(struct relay *r)
{
    struct pollfd ready[2] = {{.fd = r->client, .events = POLLIN}, {.fd = r->upstream, .events = POLLIN}};
    while (poll(ready, 2, -1) > 0) {
        if (ready[0].revents)
            while (relay_queries(r))
                ;
        if (ready[1].revents)
            while (relay_answers(r))
                ;
    }
}

static uint16_t port_of(const char *word)
{
    char *end;
    unsigned long port = strtoul(word, &end, 10);
    return *end || port > UINT16_MAX ? 0 : (uint16_t)port;
}

int main(int argc, char **argv)
{
    static struct relay relay;
    bool right = argc == 3 || argc == 4;
    uint16_t port = right ? port_of(argv[1]) : 0, upstream = right ? port_of(argv[2]) : 0;
    if (!port || !upstream) {
        fprintf(stderr, "usage: floor PORT UPSTREAM-PORT [UPSTREAM]\n");
        return 2;
    }
    relay.client = open_socket("127.0.0.1", port, bind);
    relay.upstream = open_socket(argc == 4 ? argv[3] : "127.0.0.1", upstream, connect);
    if (relay.client < 0 || relay.upstream < 0) {
        perror("floor: no socket");
        return 1;
    }
    serve(&relay);
    return 1;
}
