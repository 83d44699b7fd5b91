/* pace: asks a DNS server (on 127.0.0.1, unless told), and tells how long its answers took.
 *
 *   pace [-t] [-a ADDRESS] -r RATE | -w WINDOW PORT FILE COUNT
 *
 * COUNT questions, those of FILE ("NAME TYPE" lines) over and over, over four UDP sockets, or with -t four
 * TCP connections. With -r so many a second, each at its planned moment, from which its time is counted: a
 * server that stalls is charged for every question that it keeps waiting, asked or not. With -w so many in
 * flight.
 *
 * Prints `answered COUNT lost COUNT rate PER-SECOND p50 US p99 US p999 US max US`, the rate until the last
 * answer. One that is silent for two seconds is lost. Exit 2: usage; 1: no sockets, or a file that cannot be
 * read. */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "bench/now.h"

enum {
    LINKS = 4,
    IDS = 65536,
    QUESTIONS_MAX = 200000,
    QUESTION_MAX = 290, /* a frame's length, a header, a name, type and class */
    FRAME = 2,
    HEADER = 12,
    ROOM = 70000,
    LOST_NS = 2000000000,
};

struct question {
    uint16_t len; /* without the frame */
    uint8_t octets[QUESTION_MAX];
};

struct link {
    size_t held; /* octets of the next TCP message */
    uint8_t in[ROOM];
};

struct load {
    bool stream;
    unsigned rate, window; /* one of them is 0 */
    unsigned count, sent, answered, lost, oldest;
    unsigned question_count;
    int64_t begun_ns, heard_ns; /* heard: the last answer */
    const char *address;
    struct pollfd ready[LINKS];
    struct link links[LINKS];
    int64_t asked_ns[IDS]; /* 0: nobody waits for this ID */
    struct question *questions;
    int64_t *took_ns;
};

static uint16_t type_of(const char *word)
{
    static const struct {
        const char *word;
        uint16_t number;
    } types[] = {{"A", 1}, {"PTR", 12}, {"TXT", 16}, {"AAAA", 28}, {"SRV", 33}, {"HTTPS", 65}};
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (strcmp(word, types[i].word) == 0)
            return types[i].number;
    return 0;
}

static bool make_question(char *name, uint16_t type, struct question *q)
{
    uint8_t *at = q->octets + FRAME + HEADER, *end = q->octets + QUESTION_MAX - 5;
    memset(q, 0, sizeof *q);
    q->octets[FRAME + 2] = 1; /* RD */
    q->octets[FRAME + 5] = 1; /* one question */
    for (char *rest = name, *label; (label = strsep(&rest, ".")) != NULL && *label;) {
        size_t len = strlen(label);
        if (len > 63 || len >= (size_t)(end - at))
            return false;
        *at++ = (uint8_t)len;
        memcpy(at, label, len);
        at += len;
    }
    at++;
    *at++ = (uint8_t)(type >> 8);
    *at++ = (uint8_t)type;
    at++;
    *at++ = 1; /* IN */
    q->len = (uint16_t)(at - q->octets - FRAME);
    q->octets[0] = (uint8_t)(q->len >> 8);
    q->octets[1] = (uint8_t)q->len;
    return type != 0;
}

static bool read_questions(struct load *l, const char *path)
{
    char name[256], type[16];
    FILE *f = fopen(path, "r");
    while (f && l->question_count < QUESTIONS_MAX && fscanf(f, "%255s %15s", name, type) == 2)
        if (!make_question(name, type_of(type), &l->questions[l->question_count++]))
            break;
    bool whole = f && feof(f) && l->question_count;
    if (f)
        fclose(f);
    return whole;
}

static bool open_links(struct load *l, uint16_t port)
{
    struct sockaddr_in to = {
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {inet_addr(l->address)}};
    int room = 1 << 20, yes = 1;
    for (unsigned i = 0; i < LINKS; i++) {
        int fd = socket(AF_INET, (l->stream ? SOCK_STREAM : SOCK_DGRAM) | SOCK_CLOEXEC, 0);
        if (fd < 0 || connect(fd, (const struct sockaddr *)&to, sizeof to) != 0)
            return false;
        (void)setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
        if (l->stream)
            (void)setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        l->ready[i] = (struct pollfd){.fd = fd, .events = POLLIN};
    }
    return true;
}

/* The ID says which question of the last 65 536 it is, and over which link it goes. */
static void ask(struct load *l, int64_t since_ns)
{
    uint16_t id = (uint16_t)l->sent;
    struct question *q = &l->questions[l->sent % l->question_count];
    size_t skip = l->stream ? 0 : FRAME;
    q->octets[FRAME] = (uint8_t)(id >> 8);
    q->octets[FRAME + 1] = (uint8_t)id;
    l->sent++;
    l->asked_ns[id] = since_ns;
    (void)send(l->ready[id % LINKS].fd, q->octets + skip, q->len + FRAME - skip,
               MSG_NOSIGNAL); /* or it is lost */
}

static void hear(struct load *l, const uint8_t *wire, size_t len, int64_t at_ns)
{
    uint16_t id = (uint16_t)(wire[0] << 8 | wire[1]);
    if (len < HEADER || !l->asked_ns[id])
        return;
    l->took_ns[l->answered++] = at_ns - l->asked_ns[id];
    l->heard_ns = at_ns;
    l->asked_ns[id] = 0;
}

static void hear_frames(struct load *l, struct link *link, int64_t at_ns)
{
    size_t at = 0, len;
    while (link->held - at >= FRAME &&
           link->held - at - FRAME >= (len = (size_t)(link->in[at] << 8 | link->in[at + 1]))) {
        hear(l, link->in + at + FRAME, len, at_ns);
        at += FRAME + len;
    }
    memmove(link->in, link->in + at, link->held - at);
    link->held -= at;
}

static void listen_to(struct load *l, unsigned i)
{
    struct link *link = &l->links[i];
    ssize_t got;
    while ((got = recv(l->ready[i].fd, link->in + link->held, sizeof link->in - link->held, MSG_DONTWAIT)) >
           0) {
        int64_t at_ns = now_ns();
        if (l->stream) {
            link->held += (size_t)got;
            hear_frames(l, link, at_ns);
        } else {
            hear(l, link->in, (size_t)got, at_ns);
        }
    }
    if (got == 0 && l->stream)
        l->ready[i].fd = -1; /* closed: what was asked over it is lost */
}

static void give_up(struct load *l, int64_t at_ns)
{
    for (; l->oldest < l->sent; l->oldest++) {
        int64_t *asked_ns = &l->asked_ns[(uint16_t)l->oldest];
        if (*asked_ns && at_ns - *asked_ns < LOST_NS)
            return;
        if (*asked_ns)
            l->lost++;
        *asked_ns = 0;
    }
}

static int64_t planned_ns(const struct load *l)
{
    return l->begun_ns + (int64_t)l->sent * 1000000000 / l->rate;
}

static void ask_what_is_due(struct load *l)
{
    int64_t at_ns = now_ns();
    while (l->sent < l->count && l->sent - l->oldest < IDS) {
        if (l->rate ? planned_ns(l) > at_ns : l->sent - l->answered - l->lost >= l->window)
            return;
        ask(l, l->rate ? planned_ns(l) : now_ns());
    }
}

static void wait_for_answers(struct load *l)
{
    int64_t wait_ns = l->rate && l->sent < l->count ? planned_ns(l) - now_ns() : 10000000;
    const struct timespec wait = {.tv_nsec = wait_ns > 10000000 ? 10000000 : wait_ns > 0 ? (long)wait_ns : 0};
    if (ppoll(l->ready, LINKS, &wait, NULL) > 0)
        for (unsigned i = 0; i < LINKS; i++)
            if (l->ready[i].revents)
                listen_to(l, i);
}

static void run(struct load *l)
{
    l->begun_ns = now_ns();
    while (l->answered + l->lost < l->count) {
        ask_what_is_due(l);
        wait_for_answers(l);
        give_up(l, now_ns());
    }
}

static int by_size(const void *a, const void *b)
{
    const int64_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static double at_us(const struct load *l, double share)
{
    unsigned i = (unsigned)(share * l->answered);
    return l->answered ? (double)l->took_ns[i < l->answered ? i : l->answered - 1] / 1000 : 0;
}

static void report(struct load *l)
{
    double took_s = (double)(l->heard_ns - l->begun_ns) / 1e9;
    qsort(l->took_ns, l->answered, sizeof *l->took_ns, by_size);
    printf("answered %u lost %u rate %.0f p50 %.0f p99 %.0f p999 %.0f max %.0f\n", l->answered, l->lost,
           l->answered ? l->answered / took_s : 0, at_us(l, 0.5), at_us(l, 0.99), at_us(l, 0.999),
           at_us(l, 1));
}

static unsigned number(const char *word, unsigned most)
{
    char *end;
    unsigned long n = strtoul(word, &end, 10);
    return *end || n > most ? 0 : (unsigned)n;
}

static bool read_options(struct load *l, int argc, char **argv)
{
    for (int option; (option = getopt(argc, argv, "ta:r:w:")) != -1;) {
        if (option == 't')
            l->stream = true;
        else if (option == 'a')
            l->address = optarg;
        else if (option == 'r')
            l->rate = number(optarg, 1000000);
        else if (option == 'w')
            l->window = number(optarg, IDS / 2);
        else
            return false;
    }
    return argc - optind == 3 && !l->rate != !l->window;
}

int main(int argc, char **argv)
{
    static struct load l = {.address = "127.0.0.1"};
    uint16_t port = read_options(&l, argc, argv) ? (uint16_t)number(argv[optind], UINT16_MAX) : 0;
    l.count = port ? number(argv[optind + 2], 100000000) : 0;
    if (!l.count) {
        fprintf(stderr, "usage: pace [-t] [-a ADDRESS] -r RATE | -w WINDOW PORT FILE COUNT\n");
        return 2;
    }
    l.questions = calloc(QUESTIONS_MAX, sizeof *l.questions);
    l.took_ns = calloc(l.count, sizeof *l.took_ns);
    if (!l.questions || !l.took_ns || !read_questions(&l, argv[optind + 1]) || !open_links(&l, port)) {
        fprintf(stderr, "pace: %s: %s\n", argv[optind + 1],
                errno ? strerror(errno) : "no list of questions such as `name A`");
        return 1;
    }
    (void)prctl(PR_SET_TIMERSLACK, 1);
    run(&l);
    report(&l);
    free(l.questions);
    free(l.took_ns);
    return 0;
}
