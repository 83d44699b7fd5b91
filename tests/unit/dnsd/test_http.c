/* The page over HTTP, with a clock of the test's own. */
#include "tests/unit/dnsd/loopback.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static uint64_t test_ms;
#define clock_ms() test_ms
static bool no_memory;
#define calloc(count, len) (no_memory ? NULL : calloc(count, len))
/* Whole, so that its clock is ours. NOLINTNEXTLINE(bugprone-suspicious-include) */
#include "dnsd/http.c"

enum { REPLY_MAX = HTTP_PAGE_MAX + 1024 };

static size_t page_len;

static size_t show(void *arg, char to[HTTP_PAGE_MAX])
{
    assert_ptr_equal(arg, &page_len);
    memset(to, 'p', page_len);
    return page_len;
}

struct fixture {
    struct event_base *base;
    struct http *http;
    struct address at;
    char reply[REPLY_MAX + 1];
};

static int open_page(void **state)
{
    static struct fixture f;
    (void)signal(SIGPIPE, SIG_IGN); /* as server.c has it */
    f.base = event_base_new();
    f.at = nobody(SOCK_STREAM);
    test_ms = 5000;
    page_len = 4;
    assert_int_equal(http_open(f.base, &f.at, "/page", show, &page_len, &f.http), 0);
    *state = &f;
    return 0;
}

static int close_page(void **state)
{
    struct fixture *f = *state;
    http_close(f->http);
    event_base_free(f->base);
    libevent_global_shutdown();
    return 0;
}

static unsigned connections(const struct fixture *f)
{
    unsigned count = 0;
    for (unsigned i = 0; i < HTTP_CONNECTIONS_MAX; i++)
        count += f->http->connections[i].wire != NULL;
    return count;
}

static int client_of(struct fixture *f)
{
    unsigned before = connections(f);
    int fd = open_client(SOCK_STREAM, &f->at);
    await(f->base, connections(f) > before);
    return fd;
}

static void look_at_the_time(struct fixture *f)
{
    on_timer(-1, 0, f->http);
}

static void read_reply(struct fixture *f, int fd)
{
    read_to_end(f->base, fd, f->reply, sizeof f->reply);
}

static const char *reply_to(struct fixture *f, const char *request)
{
    int fd = open_client(SOCK_STREAM, &f->at);
    assert_int_equal(send(fd, request, strlen(request), MSG_NOSIGNAL), strlen(request));
    read_reply(f, fd);
    close(fd);
    return f->reply;
}

static bool says(const char *reply, const char *status)
{
    return strncmp(reply, "HTTP/1.", 7) == 0 && strncmp(reply + 8, status, strlen(status)) == 0;
}

static const char *body(const char *reply)
{
    const char *end = strstr(reply, "\r\n\r\n");
    assert_non_null(end);
    return end + 4;
}

static void its_path_has_the_page_and_then_the_end(void **state)
{
    struct fixture *f = *state;
    const char *reply = reply_to(f, "GET /page HTTP/1.1\r\nHost: x\r\n\r\n");
    assert_true(says(reply, " 200 "));
    assert_string_equal(body(reply), "pppp");
    assert_non_null(strstr(reply, "Content-Type: text/plain; version=0.0.4"));
    assert_true(says(reply_to(f, "GET /page?a=b HTTP/1.0\r\n\r\n"), " 200 "));
}

static void any_other_path_has_404(void **state)
{
    struct fixture *f = *state;
    const char *paths[] = {"/", "/pag", "/page/", "/pages", "//page"};
    for (unsigned i = 0; i < sizeof paths / sizeof *paths; i++) {
        char request[64];
        (void)snprintf(request, sizeof request, "GET %s HTTP/1.0\r\n\r\n", paths[i]);
        assert_true(says(reply_to(f, request), " 404 "));
    }
}

static void a_head_has_no_body_and_other_methods_no_page(void **state)
{
    struct fixture *f = *state;
    const char *reply = reply_to(f, "HEAD /page HTTP/1.0\r\n\r\n");
    assert_true(says(reply, " 200 "));
    assert_string_equal(body(reply), "");
    const char *methods[] = {"POST", "PUT", "DELETE", "OPTIONS", "NONE"};
    for (unsigned i = 0; i < sizeof methods / sizeof *methods; i++) {
        char request[80];
        (void)snprintf(request, sizeof request, "%s /page HTTP/1.0\r\nContent-Length: 0\r\n\r\n", methods[i]);
        reply = reply_to(f, request);
        assert_false(says(reply, " 200 "));
        assert_null(strstr(reply, "pppp"));
    }
}

static void a_page_may_be_empty_and_as_long_as_there_is_room(void **state)
{
    struct fixture *f = *state;
    const size_t lens[] = {0, 1, HTTP_PAGE_MAX};
    for (unsigned i = 0; i < 3; i++) {
        page_len = lens[i];
        const char *reply = reply_to(f, "GET /page HTTP/1.0\r\n\r\n");
        assert_true(says(reply, " 200 "));
        assert_int_equal(strlen(body(reply)), lens[i]);
    }
}

static void headers_and_bodies_beyond_their_bound_have_no_page(void **state)
{
    struct fixture *f = *state;
    static char request[HEADERS_MAX + 1024];
    const size_t fit = HEADERS_MAX - 1024, too_many = HEADERS_MAX + 512;
    for (unsigned i = 0; i < 2; i++) {
        int start = snprintf(request, sizeof request, "GET /page HTTP/1.0\r\nX: ");
        size_t len = i ? too_many : fit;
        memset(request + start, 'x', len);
        memcpy(request + start + len, "\r\n\r\n", 5);
        assert_int_equal(says(reply_to(f, request), " 200 "), i == 0);
    }
    for (size_t len = BODY_MAX; len <= BODY_MAX + 1; len++) {
        int start =
            snprintf(request, sizeof request, "GET /page HTTP/1.0\r\nContent-Length: %zu\r\n\r\n", len);
        memset(request + start, 'x', len);
        request[(size_t)start + len] = '\0';
        assert_int_equal(says(reply_to(f, request), " 200 "), len == BODY_MAX);
    }
}

static void octets_that_are_no_http_have_no_page(void **state)
{
    struct fixture *f = *state;
    assert_null(strstr(reply_to(f, "\x16\x03\x01 nonsense\r\n\r\n"), "pppp"));
    assert_true(says(reply_to(f, "GET /page HTTP/1.0\r\n\r\n"), " 200 "));
}

static void what_is_wrong_is_answered_as_such_and_has_no_page(void **state)
{
    struct fixture *f = *state;
    static const char *const requests[][2] = {
        {"\r\n\r\n", " 400 "},
        {"GET /page\r\n\r\n", " 400 "},
        {"GET  /page HTTP/1.1\r\n\r\n", " 400 "},
        {"GET /page HTTP/2.0\r\n\r\n", " 400 "},
        {"GET /page HTTP/1.1x\r\n\r\n", " 400 "},
        {" /page HTTP/1.1\r\n\r\n", " 400 "},
        {"get /page HTTP/1.1\r\n\r\n", " 405 "},
        {"POST /page HTTP/1.1\r\n\r\n", " 405 "},
        {"GET /page HTTP/1.1\r\nContent-Length: x\r\n\r\n", " 400 "},
        {"GET /page HTTP/1.1\r\ncontent-length: -1\r\n\r\n", " 400 "},
        {"GET /page HTTP/1.1\r\nContent-Length: 99999999999999999999999\r\n\r\n", " 413 "},
        {"GET /page HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n", " 501 "},
    };
    for (unsigned i = 0; i < sizeof requests / sizeof *requests; i++) {
        const char *reply = reply_to(f, requests[i][0]);
        if (!says(reply, requests[i][1]) || strstr(reply, "pppp"))
            fail_msg("%s\n%s", requests[i][0], reply);
    }
}

static void a_request_in_single_octets_has_its_page_when_it_is_whole(void **state)
{
    struct fixture *f = *state;
    static const char request[] = "GET /page HTTP/1.1\r\nContent-Length: 2\r\n\r\nxy";
    int fd = client_of(f);
    for (const char *at = request; *at; at++) {
        assert_false(is_readable(fd));
        assert_int_equal(send(fd, at, 1, MSG_NOSIGNAL), 1);
        turn(f->base);
    }
    read_reply(f, fd);
    assert_true(says(f->reply, " 200 "));
    close(fd);
}

static void one_connection_more_than_the_bound_ends_the_oldest(void **state)
{
    struct fixture *f = *state;
    int fds[HTTP_CONNECTIONS_MAX + 1];
    for (unsigned i = 0; i < HTTP_CONNECTIONS_MAX; i++, test_ms++)
        fds[i] = client_of(f);
    for (unsigned i = 0; i < HTTP_CONNECTIONS_MAX; i++)
        assert_false(is_readable(fds[i]));
    fds[HTTP_CONNECTIONS_MAX] = open_client(SOCK_STREAM, &f->at);
    await_end(f->base, fds[0]);
    for (unsigned i = 1; i <= HTTP_CONNECTIONS_MAX; i++)
        assert_false(is_readable(fds[i]));
    assert_int_equal(send(fds[HTTP_CONNECTIONS_MAX], "GET /page HTTP/1.0\r\n\r\n", 22, MSG_NOSIGNAL), 22);
    read_reply(f, fds[HTTP_CONNECTIONS_MAX]);
    assert_true(says(f->reply, " 200 "));
    for (unsigned i = 0; i <= HTTP_CONNECTIONS_MAX; i++)
        close(fds[i]);
}

static void connections_that_ended_leave_their_places(void **state)
{
    struct fixture *f = *state;
    int first = client_of(f);
    for (unsigned i = 0; i < 3 * HTTP_CONNECTIONS_MAX; i++, test_ms++)
        assert_true(says(reply_to(f, "GET /page HTTP/1.0\r\n\r\n"), " 200 "));
    assert_false(is_readable(first));
    close(first);
}

static void a_busy_connection_lasts_its_time_and_no_longer(void **state)
{
    struct fixture *f = *state;
    int fd = client_of(f);
    assert_int_equal(send(fd, "GET /page HTTP/1.0\r\n", 20, MSG_NOSIGNAL), 20);
    test_ms += HTTP_REQUEST_MS - 1;
    look_at_the_time(f);
    assert_int_equal(send(fd, "X: y\r\n", 6, MSG_NOSIGNAL), 6);
    turn(f->base);
    assert_false(is_readable(fd));
    assert_non_null(f->http->connections[0].wire);
    test_ms += 1;
    look_at_the_time(f);
    assert_null(f->http->connections[0].wire);
    await(f->base, is_readable(fd));
    read_reply(f, fd);
    assert_null(strstr(f->reply, "pppp"));
    close(fd);
}

static void the_clock_is_looked_at_only_while_there_are_connections(void **state)
{
    struct fixture *f = *state;
    assert_false(evtimer_pending(f->http->timer, NULL));
    int fd = client_of(f);
    assert_true(evtimer_pending(f->http->timer, NULL));
    look_at_the_time(f);
    assert_true(evtimer_pending(f->http->timer, NULL));
    close(fd);
    await(f->base, connections(f) == 0);
    look_at_the_time(f);
    assert_false(evtimer_pending(f->http->timer, NULL));
}

static void closing_ends_the_connections_that_there_are(void **state)
{
    struct fixture *f = *state;
    struct http *second = NULL;
    struct address at = nobody(SOCK_STREAM);
    assert_int_equal(http_open(f->base, &at, "/", show, &page_len, &second), 0);
    int fd = open_client(SOCK_STREAM, &at);
    await(f->base, second->connections[0].wire);
    http_close(second);
    await_end(f->base, fd);
    close(fd);
    http_close(NULL);
}

static void an_address_in_use_or_no_memory_says_so_and_leaves_nothing_open(void **state)
{
    struct fixture *f = *state;
    struct http *second = NULL;
    assert_int_equal(http_open(f->base, &f->at, "/", show, &page_len, &second), -1);
    assert_int_equal(errno, EADDRINUSE);
    struct address at = nobody(SOCK_STREAM);
    no_memory = true;
    assert_int_equal(http_open(f->base, &at, "/", show, &page_len, &second), -1);
    assert_int_equal(errno, ENOMEM);
    no_memory = false;
    assert_null(second);
    assert_int_equal(http_open(f->base, &at, "/", show, &page_len, &second), 0);
    http_close(second);
}

#define with_page(test) cmocka_unit_test_setup_teardown(test, open_page, close_page)

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_page(its_path_has_the_page_and_then_the_end),
        with_page(any_other_path_has_404),
        with_page(a_head_has_no_body_and_other_methods_no_page),
        with_page(a_page_may_be_empty_and_as_long_as_there_is_room),
        with_page(headers_and_bodies_beyond_their_bound_have_no_page),
        with_page(octets_that_are_no_http_have_no_page),
        with_page(what_is_wrong_is_answered_as_such_and_has_no_page),
        with_page(a_request_in_single_octets_has_its_page_when_it_is_whole),
        with_page(one_connection_more_than_the_bound_ends_the_oldest),
        with_page(connections_that_ended_leave_their_places),
        with_page(a_busy_connection_lasts_its_time_and_no_longer),
        with_page(the_clock_is_looked_at_only_while_there_are_connections),
        with_page(closing_ends_the_connections_that_there_are),
        with_page(an_address_in_use_or_no_memory_says_so_and_leaves_nothing_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
