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

/* A line being written. Lines are made for every query, so that no format string is read for them. Their
 * parts are bounded, and LINE_MAX has room for all of them at their longest. */
struct line {
    char *to;
    size_t len;
};

static void put(struct line *l, const char *text)
{
    size_t len = strlen(text);
    memcpy(l->to + l->len, text, len);
    l->len += len;
}

static void put_char(struct line *l, char c)
{
    l->to[l->len++] = c;
}

static void put_number(struct line *l, uint64_t number)
{
    char digits[20];
    size_t len = 0;
    do
        digits[len++] = (char)('0' + number % 10);
    while (number /= 10);
    while (len)
        put_char(l, digits[--len]);
}

/* Seconds as Go prints them: no more digits than there are. */
static void put_seconds(struct line *l, uint64_t us)
{
    uint64_t part = us % 1000000;
    put_number(l, us / 1000000);
    if (part)
        put_char(l, '.');
    for (uint64_t unit = 100000; part; unit /= 10) {
        put_char(l, (char)('0' + part / unit));
        part %= unit;
    }
}

/* CoreDNS's names of the flags, in its order. */
static void put_flags(struct line *l, const uint8_t *answer)
{
    static const struct {
        unsigned octet, bit;
        const char *name;
    } flags[] = {{2, 0x80, "qr"}, {2, 0x04, "aa"}, {2, 0x02, "tc"}, {2, 0x01, "rd"},
                 {3, 0x80, "ra"}, {3, 0x40, "z"},  {3, 0x20, "ad"}, {3, 0x10, "cd"}};
    const char *between = "";
    if (!answer)
        put_char(l, '-');
    for (size_t i = 0; answer && i < sizeof flags / sizeof *flags; i++) {
        if (!(answer[flags[i].octet] & flags[i].bit))
            continue;
        put(l, between);
        put(l, flags[i].name);
        between = ",";
    }
}

static void put_client(struct line *l, const struct qlog_line *line)
{
    l->len += address_to_text(l->to + l->len, line->client);
}

static void put_type(struct line *l, const struct qlog_line *line)
{
    char text[RRTYPE_TEXT_MAX];
    rrtype_to_text(text, line->request->qtype);
    put(l, text);
}

static void put_class(struct line *l, const struct qlog_line *line)
{
    char text[RRTYPE_TEXT_MAX];
    rrclass_to_text(text, line->request->qclass);
    put(l, text);
}

static void put_rcode(struct line *l, const struct qlog_line *line)
{
    char text[RRTYPE_TEXT_MAX] = "-";
    uint16_t extended = line->request->rcode; /* of which the header has four bits */
    if (line->answer)
        rcode_to_text(text, extended ? extended : message_rcode(line->answer));
    put(l, text);
}

/* In lower case, as CoreDNS writes it; "." when there is none. */
static void put_name(struct line *l, const struct qlog_line *line)
{
    uint8_t name[DNAME_MAX];
    if (!line->request->qname) {
        put_char(l, '.');
        return;
    }
    dname_lower(name, line->request->qname);
    l->len += dname_to_text(l->to + l->len, name);
}

/* What the client can take, as CoreDNS counts it. */
static unsigned buffer_size(const struct qlog_line *line)
{
    return line->tcp ? MESSAGE_MAX : line->request->udp_size;
}

static void put_coredns(struct line *l, const struct qlog_line *line)
{
    const struct request *r = line->request;
    put(l, "[INFO] ");
    put_client(l, line);
    put(l, " - ");
    put_number(l, r->id);
    put(l, " \"");
    put_type(l, line);
    put_char(l, ' ');
    put_class(l, line);
    put_char(l, ' ');
    put_name(l, line);
    put(l, line->tcp ? " tcp " : " udp ");
    put_number(l, line->query_len);
    put(l, r->dnssec_ok ? " true " : " false ");
    put_number(l, buffer_size(line));
    put(l, "\" ");
    put_rcode(l, line);
    put_char(l, ' ');
    put_flags(l, line->answer);
    put_char(l, ' ');
    put_number(l, line->answer_len);
    put_char(l, ' ');
    put_seconds(l, line->took_us);
    put(l, line->note ? "s " : "s");
    put(l, line->note ? line->note : "");
    put_char(l, '\n');
}

/* What dname_to_text gives is ASCII; only its backslashes and quotes mean something in JSON. */
static void put_json_name(struct line *l, const struct qlog_line *line)
{
    char text[DNAME_TEXT_MAX];
    struct line name = {.to = text};
    put_name(&name, line);
    for (size_t i = 0; i < name.len; i++) {
        if (text[i] == '\\' || text[i] == '"')
            put_char(l, '\\');
        put_char(l, text[i]);
    }
}

static void put_json(struct line *l, const struct qlog_line *line)
{
    const struct request *r = line->request;
    put(l, "{\"client\":\"");
    put_client(l, line);
    put(l, "\",\"id\":");
    put_number(l, r->id);
    put(l, ",\"type\":\"");
    put_type(l, line);
    put(l, "\",\"class\":\"");
    put_class(l, line);
    put(l, "\",\"name\":\"");
    put_json_name(l, line);
    put(l, line->tcp ? "\",\"proto\":\"tcp\",\"size\":" : "\",\"proto\":\"udp\",\"size\":");
    put_number(l, line->query_len);
    put(l, r->dnssec_ok ? ",\"do\":true,\"bufsize\":" : ",\"do\":false,\"bufsize\":");
    put_number(l, buffer_size(line));
    put(l, ",\"rcode\":\"");
    put_rcode(l, line);
    put(l, "\",\"flags\":\"");
    put_flags(l, line->answer);
    put(l, "\",\"rsize\":");
    put_number(l, line->answer_len);
    put(l, ",\"duration\":");
    put_seconds(l, line->took_us);
    put(l, line->note ? ",\"note\":\"" : "");
    put(l, line->note ? line->note : "");
    put(l, line->note ? "\"}\n" : "}\n");
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

/* A line in text, which has LINE_MAX octets. */
static struct line begin(struct qlog *l, char *text)
{
    if (BUFFER_LEN - l->len < WRITE_MAX)
        qlog_flush(l);
    text[0] = text[LINE_MAX - 1] = 0;
    return (struct line){.to = text};
}

void qlog_query(struct qlog *l, const struct qlog_line *line)
{
    char text[LINE_MAX];
    struct line made = begin(l, text);
    if (l->format == LOG_JSON)
        put_json(&made, line);
    else
        put_coredns(&made, line);
    add(l, text, made.len);
}

static void put_error_json(struct line *l, const struct qlog_line *line, uint16_t rcode, const char *why)
{
    put(l, "{\"error\":\"");
    put(l, why);
    put(l, "\",\"rcode\":");
    put_number(l, rcode);
    put(l, ",\"name\":\"");
    put_json_name(l, line);
    put(l, "\",\"type\":\"");
    put_type(l, line);
    put(l, "\"}\n");
}

static void put_error_coredns(struct line *l, const struct qlog_line *line, uint16_t rcode, const char *why)
{
    put(l, "[ERROR] plugin/errors: ");
    put_number(l, rcode);
    put_char(l, ' ');
    put_name(l, line);
    put_char(l, ' ');
    put_type(l, line);
    put(l, ": ");
    put(l, why);
    put_char(l, '\n');
}

void qlog_error(struct qlog *l, const struct request *r, uint16_t rcode, const char *why)
{
    char text[LINE_MAX];
    struct line made = begin(l, text);
    const struct qlog_line line = {.request = r};
    (l->format == LOG_JSON ? put_error_json : put_error_coredns)(&made, &line, rcode, why);
    add(l, text, made.len);
}

static bool writable(int fd)
{
    struct pollfd p = {.fd = fd, .events = POLLOUT};
    return poll(&p, 1, 0) == 1 && p.revents & POLLOUT;
}

static void tell_dropped(struct qlog *l)
{
    char text[96];
    bool json = l->format == LOG_JSON;
    int len = snprintf(text, sizeof text, "%s%" PRIu64 " lines dropped, the reader was too slow%s\n",
                       json ? "{\"warning\":\"" : "[WARNING] log: ", l->dropped, json ? "\"}" : "");
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
