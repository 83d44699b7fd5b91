#include "dnsd/http.h"

#include <errno.h>
#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include "dnsd/acceptor.h"
#include "dnsd/clock.h"

enum { HEADERS_MAX = 8192, BODY_MAX = 1024, BACKLOG = 16 };

struct connection {
    struct http *of;
    struct bufferevent *wire; /* NULL: none */
    uint64_t since_ms;
    bool replied;
};

struct http {
    struct event_base *base;
    struct acceptor acceptor;
    struct event *timer; /* set while there are connections */
    const char *path;
    http_page *page;
    void *arg;
    struct connection connections[HTTP_CONNECTIONS_MAX];
    char text[HTTP_PAGE_MAX];
};

static void drop(struct connection *c)
{
    bufferevent_free(c->wire);
    c->wire = NULL;
}

/* Requests: RFC 9112 2.1 */

struct request_head {
    const char *method, *target; /* borrowed, and not ended by a NUL */
    size_t method_len, target_len, body_len;
};

static bool is(const char *octets, size_t len, const char *word)
{
    return strlen(word) == len && memcmp(octets, word, len) == 0;
}

/* The word before the next space, and *at behind that; its length is 0 where there is none. */
static size_t take_word(const char **at, const char *end)
{
    const char *start = *at, *space = memchr(start, ' ', (size_t)(end - start));
    if (!space)
        return 0;
    *at = space + 1;
    return (size_t)(space - start);
}

/* METHOD TARGET HTTP/1.x */
static bool read_request_line(const char *line, const char *end, struct request_head *out)
{
    out->method = line;
    out->method_len = take_word(&line, end);
    out->target = line;
    out->target_len = take_word(&line, end);
    return out->method_len && out->target_len && end - line == 8 && memcmp(line, "HTTP/1.", 7) == 0;
}

/* NAME: VALUE. NULL, or the status where that alone decides. */
static const char *read_field(const char *line, const char *end, struct request_head *out)
{
    static const char length[] = "Content-Length:", coding[] = "Transfer-Encoding:";
    size_t len = (size_t)(end - line), name_len = sizeof length - 1;
    if (len >= sizeof coding - 1 && strncasecmp(line, coding, sizeof coding - 1) == 0)
        return "501 Not Implemented";
    if (len < name_len || strncasecmp(line, length, name_len) != 0)
        return NULL;
    out->body_len = 0;
    for (line += name_len; line < end && *line == ' '; line++)
        continue;
    for (; line < end && *line >= '0' && *line <= '9' && out->body_len <= BODY_MAX; line++)
        out->body_len = out->body_len * 10 + (size_t)(*line - '0');
    if (out->body_len > BODY_MAX)
        return "413 Content Too Large";
    return line < end ? "400 Bad Request" : NULL;
}

/* NULL: head[0..len), which ends in an empty line, is read. Or what to answer instead. */
static const char *read_head(const char *head, size_t len, struct request_head *out)
{
    const char *end = head + len - 2, *why = NULL;
    *out = (struct request_head){0};
    for (const char *line = head, *next; line < end && !why; line = next + 2) {
        next = memmem(line, (size_t)(end - line) + 2, "\r\n", 2);
        if (!next)
            break;
        if (line != head)
            why = read_field(line, next, out);
        else if (!read_request_line(line, next, out))
            why = "400 Bad Request";
    }
    return why;
}

/* Replies */

static void reply(struct connection *c, const char *status, const char *text, size_t len, bool head)
{
    struct evbuffer *out = bufferevent_get_output(c->wire);
    c->replied = true;
    if (evbuffer_add_printf(out,
                            "HTTP/1.1 %s\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n"
                            "Content-Length: %zu\r\nConnection: close\r\n\r\n",
                            status, len) < 0 ||
        (len && !head && evbuffer_add(out, text, len) != 0) || bufferevent_disable(c->wire, EV_READ) != 0)
        drop(c);
}

static void refuse(struct connection *c, const char *status)
{
    reply(c, status, "", 0, false);
}

static bool is_path(const struct http *h, const struct request_head *r)
{
    const char *query = memchr(r->target, '?', r->target_len);
    return is(r->target, query ? (size_t)(query - r->target) : r->target_len, h->path);
}

static void answer(struct connection *c, const struct request_head *r)
{
    struct http *h = c->of;
    bool head = is(r->method, r->method_len, "HEAD");
    if (!head && !is(r->method, r->method_len, "GET"))
        refuse(c, "405 Method Not Allowed");
    else if (!is_path(h, r))
        refuse(c, "404 Not Found");
    else
        reply(c, "200 OK", h->text, h->page(h->arg, h->text), head); /* no content for HEAD: RFC 9110 9.3.2 */
}

static void on_read(struct bufferevent *wire, void *arg)
{
    struct connection *c = arg;
    struct evbuffer *in = bufferevent_get_input(wire);
    struct evbuffer_ptr found = evbuffer_search(in, "\r\n\r\n", 4, NULL);
    size_t len = evbuffer_get_length(in), head_len = found.pos < 0 ? 0 : (size_t)found.pos + 4;
    if ((head_len ? head_len : len) > HEADERS_MAX) {
        refuse(c, "431 Request Header Fields Too Large");
        return;
    }
    if (!head_len)
        return;
    const char *head = (const char *)evbuffer_pullup(in, (ev_ssize_t)head_len);
    if (!head) {
        drop(c); /* no memory */
        return;
    }
    struct request_head r;
    const char *why = read_head(head, head_len, &r);
    if (why)
        refuse(c, why);
    else if (len - head_len >= r.body_len)
        answer(c, &r);
}

static void on_write(struct bufferevent *wire, void *arg)
{
    struct connection *c = arg;
    if (c->replied && evbuffer_get_length(bufferevent_get_output(wire)) == 0)
        drop(c);
}

static void on_event(struct bufferevent *wire, short what, void *arg)
{
    (void)wire;
    if (what & (BEV_EVENT_EOF | BEV_EVENT_ERROR))
        drop(arg);
}

/* Connections */

static void on_timer(evutil_socket_t fd, short what, void *arg)
{
    struct http *h = arg;
    uint64_t now_ms = clock_ms();
    unsigned open = 0;
    (void)fd;
    (void)what;
    for (unsigned i = 0; i < HTTP_CONNECTIONS_MAX; i++) {
        struct connection *c = &h->connections[i];
        if (c->wire && now_ms - c->since_ms >= HTTP_REQUEST_MS)
            drop(c);
        open += c->wire != NULL;
    }
    if (!open)
        (void)evtimer_del(h->timer);
}

static struct connection *place_for_one(struct http *h)
{
    struct connection *oldest = &h->connections[0];
    for (unsigned i = 0; i < HTTP_CONNECTIONS_MAX; i++) {
        struct connection *c = &h->connections[i];
        if (!c->wire)
            return c;
        if (c->since_ms < oldest->since_ms)
            oldest = c;
    }
    drop(oldest);
    return oldest;
}

static void on_connection(void *arg, evutil_socket_t fd, const struct address *from)
{
    static const struct timeval look = {.tv_sec = 1};
    struct http *h = arg;
    struct connection *c = place_for_one(h);
    (void)from;
    *c = (struct connection){.of = h, .since_ms = clock_ms()};
    c->wire = bufferevent_socket_new(h->base, fd, BEV_OPT_CLOSE_ON_FREE);
    if (!c->wire) {
        close(fd);
        return;
    }
    bufferevent_setcb(c->wire, on_read, on_write, on_event, c);
    if ((!evtimer_pending(h->timer, NULL) && event_add(h->timer, &look) != 0) ||
        bufferevent_enable(c->wire, EV_READ | EV_WRITE) != 0)
        drop(c);
}

/* IPv6's any address takes IPv4 too, as CoreDNS's listeners do. */
static int bind_socket(const struct address *at)
{
    static const int on = 1, off = 0;
    static const struct address any_v4 = {.v4 = {.sin_family = AF_INET}};
    int fd = socket(at->any.sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0 && errno == EAFNOSUPPORT && at->any.sa_family == AF_INET6 && address_is_any(at)) {
        struct address v4 = any_v4; /* a kernel without IPv6 */
        address_set_port(&v4, address_port(at));
        return bind_socket(&v4);
    }
    if (fd < 0)
        return -1;
    (void)setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (address_is_any(at) && at->any.sa_family == AF_INET6)
        (void)setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off);
    if (bind(fd, &at->any, address_len(at)) == 0 && listen(fd, BACKLOG) == 0)
        return fd;
    int why = errno;
    close(fd);
    errno = why;
    return -1;
}

int http_open(struct event_base *base, const struct address *at, const char *path, http_page *page, void *arg,
              struct http **out)
{
    int fd = bind_socket(at);
    if (fd < 0)
        return -1;
    struct http *h = calloc(1, sizeof *h);
    struct event *timer = h ? event_new(base, -1, EV_PERSIST, on_timer, h) : NULL;
    if (!timer) {
        close(fd);
    } else if (acceptor_open(&h->acceptor, base, fd, on_connection, h) == 0) {
        h->base = base;
        h->timer = timer;
        h->path = path;
        h->page = page;
        h->arg = arg;
        acceptor_start(&h->acceptor);
        *out = h;
        return 0;
    }
    if (timer)
        event_free(timer);
    free(h);
    errno = ENOMEM;
    return -1;
}

void http_close(struct http *h)
{
    if (!h)
        return;
    acceptor_close(&h->acceptor);
    for (unsigned i = 0; i < HTTP_CONNECTIONS_MAX; i++)
        if (h->connections[i].wire)
            drop(&h->connections[i]);
    event_free(h->timer);
    free(h);
}
