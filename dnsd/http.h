/* http.h: one page of text, answered over HTTP on an address of its own: metrics, ready, health. */
#pragma once

#include <event2/event.h>

#include "dnsd/address.h"

struct http;

enum {
    HTTP_PAGE_MAX = 32 * 1024,
    HTTP_CONNECTIONS_MAX = 8, /* the oldest makes room for one more */
    HTTP_REQUEST_MS = 5000,   /* how long a connection may last, however busy it is */
};

/* Writes the page when it is asked for; gives its length. */
typedef size_t http_page(void *arg, char to[HTTP_PAGE_MAX]);

/* Listens, and answers GET path with 200 and the page, HEAD path with 200 alone, any other path with 404.
 * Connections are bounded in number, time and size of what they send, and have one reply each. path is
 * borrowed. -1: errno says why. */
MUST_CHECK int http_open(struct event_base *base, const struct address *at, const char *path, http_page *page,
                         void *arg, struct http **out);

/* NULL is fine. */
void http_close(struct http *h);
