#include "dnsd/qlog.h"

#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/dname.h"
#include "dnsd/rrtype.h"

enum {
    BUFFER_LEN = 64 * 1024,
    LINE_MAX = 2 * DNAME_TEXT_MAX + 512,
    WRITE_MAX = 4096, /* PIPE_BUF: what a writable pipe takes whole */
    STALLED_LOOK_MS = 100,
};

struct qlog {
    int fd;
    enum log_format format;
    struct stats *stats;
    size_t len; /* of what waits */
    uint64_t dropped;
    struct event *timer;
    char buffer[BUFFER_LEN];
};

static void on_timer(evutil_socket_t fd, short what, void *arg)
{
    (void)fd;
    (void)what;
    qlog_flush(arg);
}

struct qlog *qlog_new(struct event_base *base, int fd, enum log_format format, struct stats *stats)
{
    struct qlog *l = malloc(sizeof *l); /* not zeroed: pages of the buffer that are never used cost nothing */
    if (!l)
        return NULL;
    l->fd = fd;
    l->format = format;
    l->stats = stats;
    l->len = 0;
    l->dropped = 0;
    l->timer = evtimer_new(base, on_timer, l);
    if (l->timer)
        return l;
    free(l);
    return NULL;
}

/* CoreDNS's names of the flags, in its order. */
static size_t put_flags(char *to, const uint8_t *answer)
{
    static const struct {
        unsigned octet, bit;
        const char *name;
    } flags[] = {{2, 0x80, "qr"}, {2, 0x04, "aa"}, {2, 0x02, "tc"}, {2, 0x01, "rd"},
                 {3, 0x80, "ra"}, {3, 0x40, "z"},  {3, 0x20, "ad"}, {3, 0x10, "cd"}};
    size_t len = 0;
    for (size_t i = 0; answer && i < sizeof flags / sizeof *flags; i++)
        if (answer[flags[i].octet] & flags[i].bit)
            len += (size_t)sprintf(to + len, "%s%s", len ? "," : "", flags[i].name);
    to[len] = '\0';
    return len;
}

struct words {
    char name[DNAME_TEXT_MAX], type[RRTYPE_TEXT_MAX], class[RRTYPE_TEXT_MAX], rcode[RRTYPE_TEXT_MAX],
        flags[32], client[ADDRESS_TEXT_MAX];
};

static void put_words(struct words *w, const struct qlog_line *line)
{
    const struct request *r = line->request;
    strcpy(w->name, ".");
    if (r->qname)
        dname_to_text(w->name, r->qname);
    rrtype_to_text(w->type, r->qtype);
    rrclass_to_text(w->class, r->qclass);
    strcpy(w->rcode, "-");
    if (line->answer)
        rcode_to_text(w->rcode, message_rcode(line->answer));
    put_flags(w->flags, line->answer);
    address_to_text(w->client, line->client);
}

/* What the client can take, as CoreDNS counts it. */
static unsigned buffer_size(const struct qlog_line *line)
{
    return line->tcp ? MESSAGE_MAX : line->request->udp_size;
}

static int put_coredns(char *to, const struct qlog_line *line)
{
    struct words w;
    const struct request *r = line->request;
    put_words(&w, line);
    return snprintf(to, LINE_MAX,
                    "[INFO] %s - %u \"%s %s %s %s %zu %s %u\" %s %s %zu %" PRIu64 ".%06" PRIu64 "000s%s%s\n",
                    w.client, r->id, w.type, w.class, w.name, line->tcp ? "tcp" : "udp", line->query_len,
                    r->dnssec_ok ? "true" : "false", buffer_size(line), w.rcode, w.flags, line->answer_len,
                    line->took_us / 1000000, line->took_us % 1000000, line->note ? " " : "",
                    line->note ? line->note : "");
}

/* What dname_to_text gives is ASCII; only its backslashes and quotes mean something in JSON. */
static void escape(char *to, const char *from)
{
    for (; *from; from++) {
        if (*from == '\\' || *from == '"')
            *to++ = '\\';
        *to++ = *from;
    }
    *to = '\0';
}

static int put_json(char *to, const struct qlog_line *line)
{
    struct words w;
    char name[2 * DNAME_TEXT_MAX];
    const struct request *r = line->request;
    put_words(&w, line);
    escape(name, w.name);
    return snprintf(
        to, LINE_MAX,
        "{\"client\":\"%s\",\"id\":%u,\"type\":\"%s\",\"class\":\"%s\",\"name\":\"%s\",\"proto\":\"%s\","
        "\"size\":%zu,"
        "\"do\":%s,\"bufsize\":%u,\"rcode\":\"%s\",\"flags\":\"%s\",\"rsize\":%zu,\"duration\":%" PRIu64
        ".%06" PRIu64 "%s%s%s}\n",
        w.client, r->id, w.type, w.class, name, line->tcp ? "tcp" : "udp", line->query_len,
        r->dnssec_ok ? "true" : "false", buffer_size(line), w.rcode, w.flags, line->answer_len,
        line->took_us / 1000000, line->took_us % 1000000, line->note ? ",\"note\":\"" : "",
        line->note ? line->note : "", line->note ? "\"" : "");
}

static void add(struct qlog *l, const char *line, size_t len)
{
    if (len > BUFFER_LEN - l->len) {
        l->dropped++;
        stats_log_dropped(l->stats);
        return;
    }
    memcpy(l->buffer + l->len, line, len);
    l->len += len;
}

void qlog_query(struct qlog *l, const struct qlog_line *line)
{
    char text[LINE_MAX];
    if (BUFFER_LEN - l->len < WRITE_MAX)
        qlog_flush(l);
    int len = l->format == LOG_JSON ? put_json(text, line) : put_coredns(text, line);
    if (len > 0)
        add(l, text, (size_t)len < sizeof text ? (size_t)len : sizeof text - 1);
}

static bool writable(int fd)
{
    struct pollfd p = {.fd = fd, .events = POLLOUT};
    return poll(&p, 1, 0) == 1 && p.revents & POLLOUT;
}

static void tell_dropped(struct qlog *l)
{
    char text[96];
    int len = snprintf(text, sizeof text,
                       "[WARNING] log: %" PRIu64 " lines dropped, the reader was too slow\n", l->dropped);
    l->dropped = 0;
    add(l, text, (size_t)len);
}

/* In pieces that a writable pipe takes whole: a descriptor shared with others is not made non-blocking. */
static size_t write_out(struct qlog *l)
{
    size_t done = 0;
    while (done < l->len && writable(l->fd)) {
        size_t piece = l->len - done < WRITE_MAX ? l->len - done : WRITE_MAX;
        ssize_t wrote = write(l->fd, l->buffer + done, piece);
        if (wrote <= 0)
            break;
        done += (size_t)wrote;
    }
    return done;
}

void qlog_flush(struct qlog *l)
{
    static const struct timeval look_again = {.tv_usec = STALLED_LOOK_MS * 1000};
    if (l->len == 0)
        return;
    size_t done = write_out(l);
    memmove(l->buffer, l->buffer + done, l->len - done);
    l->len -= done;
    if (l->dropped && l->len == 0)
        tell_dropped(l);
    if (l->len && !evtimer_pending(l->timer, NULL))
        (void)evtimer_add(l->timer, &look_again);
}

void qlog_free(struct qlog *l)
{
    if (!l)
        return;
    qlog_flush(l);
    qlog_flush(l); /* what was dropped */
    event_free(l->timer);
    free(l);
}
