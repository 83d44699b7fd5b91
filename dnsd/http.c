#include "dnsd/http.h"

#include <errno.h>
#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/http.h>
#include <event2/listener.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "dnsd/clock.h"

enum { HEADERS_MAX = 8192, BODY_MAX = 1024, IDLE_S = 5, BACKLOG = 16 };

/* evhttp bounds neither how many connections it holds nor how long one that keeps sending may last. */
struct connection {
    struct bufferevent *wire; /* NULL: none; held here too, so that it is there to be looked at */
    uint64_t since_ms;
};

struct http {
    struct evhttp *server;
    struct event *timer; /* set while there are connections */
    http_page *page;
    void *arg;
    struct connection connections[HTTP_CONNECTIONS_MAX];
};

/* evhttp takes its callbacks away when it lets go of one, and closes the socket itself. */
static bool is_let_go(struct bufferevent *wire)
{
    bufferevent_event_cb on_event;
    bufferevent_getcb(wire, NULL, NULL, &on_event, NULL);
    return !on_event;
}

static void forget(struct connection *c)
{
    (void)bufferevent_decref(c->wire);
    *c = (struct connection){0};
}

/* evhttp reads the end of it, and lets go. */
static void hang_up(struct connection *c)
{
    if (!is_let_go(c->wire))
        (void)shutdown(bufferevent_getfd(c->wire), SHUT_RDWR);
    forget(c);
}

static void on_timer(evutil_socket_t fd, short what, void *arg)
{
    struct http *h = arg;
    uint64_t now_ms = clock_ms();
    unsigned open = 0;
    (void)fd;
    (void)what;
    for (unsigned i = 0; i < HTTP_CONNECTIONS_MAX; i++) {
        struct connection *c = &h->connections[i];
        if (c->wire && is_let_go(c->wire))
            forget(c);
        else if (c->wire && now_ms - c->since_ms >= HTTP_REQUEST_MS)
            hang_up(c);
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
        if (c->wire && is_let_go(c->wire))
            forget(c);
        if (!c->wire)
            return c;
        if (c->since_ms < oldest->since_ms)
            oldest = c;
    }
    hang_up(oldest);
    return oldest;
}

/* Called for each connection, before anything is read from it. NULL has evhttp make one itself. */
static struct bufferevent *on_connection(struct event_base *base, void *arg)
{
    static const struct timeval look = {.tv_sec = 1};
    struct http *h = arg;
    struct bufferevent *wire = bufferevent_socket_new(base, -1, 0);
    if (!wire)
        return NULL;
    bufferevent_incref(wire);
    *place_for_one(h) = (struct connection){.wire = wire, .since_ms = clock_ms()};
    if (!evtimer_pending(h->timer, NULL))
        (void)event_add(h->timer, &look);
    return wire;
}

static void on_request(struct evhttp_request *request, void *arg)
{
    const struct http *h = arg;
    char *text = malloc(HTTP_PAGE_MAX);
    struct evkeyvalq *headers = evhttp_request_get_output_headers(request);
    evhttp_add_header(headers, "Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    evhttp_add_header(headers, "Connection", "close");
    struct evbuffer *out = evhttp_request_get_output_buffer(request);
    bool head = evhttp_request_get_command(request) == EVHTTP_REQ_HEAD; /* no content: RFC 9110 9.3.2 */
    if (text && (head || evbuffer_add(out, text, h->page(h->arg, text)) == 0))
        evhttp_send_reply(request, HTTP_OK, "OK", NULL);
    else
        evhttp_send_error(request, HTTP_INTERNAL, NULL);
    free(text);
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
    struct evhttp *server = h ? evhttp_new(base) : NULL;
    struct event *timer = h ? event_new(base, -1, EV_PERSIST, on_timer, h) : NULL;
    if (!server || !timer || evhttp_accept_socket(server, fd) != 0) {
        if (server)
            evhttp_free(server);
        if (timer)
            event_free(timer);
        free(h);
        close(fd);
        errno = ENOMEM;
        return -1;
    }
    *h = (struct http){.server = server, .timer = timer, .page = page, .arg = arg};
    evhttp_set_bevcb(server, on_connection, h);
    evhttp_set_allowed_methods(server, EVHTTP_REQ_GET | EVHTTP_REQ_HEAD);
    evhttp_set_max_headers_size(server, HEADERS_MAX);
    evhttp_set_max_body_size(server, BODY_MAX);
    evhttp_set_timeout(server, IDLE_S);
    (void)evhttp_set_cb(server, path, on_request, h);
    *out = h;
    return 0;
}

void http_close(struct http *h)
{
    if (!h)
        return;
    evhttp_free(h->server);
    for (unsigned i = 0; i < HTTP_CONNECTIONS_MAX; i++)
        if (h->connections[i].wire)
            forget(&h->connections[i]);
    event_free(h->timer);
    free(h);
}
