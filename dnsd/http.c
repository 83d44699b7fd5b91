#include "dnsd/http.h"

#include <errno.h>
#include <event2/buffer.h>
#include <event2/http.h>
#include <event2/listener.h>
#include <stdlib.h>
#include <unistd.h>

enum { HEADERS_MAX = 8192, BODY_MAX = 1024, IDLE_S = 5, BACKLOG = 16 };

struct http {
    struct evhttp *server;
    http_page *page;
    void *arg;
};

static void on_request(struct evhttp_request *request, void *arg)
{
    const struct http *h = arg;
    char *text = malloc(HTTP_PAGE_MAX);
    struct evkeyvalq *headers = evhttp_request_get_output_headers(request);
    evhttp_add_header(headers, "Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    evhttp_add_header(headers, "Connection", "close");
    struct evbuffer *out = evhttp_request_get_output_buffer(request);
    if (text && evbuffer_add(out, text, h->page(h->arg, text)) == 0)
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
    if (!server || evhttp_accept_socket(server, fd) != 0) {
        if (server)
            evhttp_free(server);
        free(h);
        close(fd);
        errno = ENOMEM;
        return -1;
    }
    *h = (struct http){.server = server, .page = page, .arg = arg};
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
    free(h);
}
