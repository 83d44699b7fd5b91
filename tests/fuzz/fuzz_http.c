/* What comes to the page of metrics, in pieces of any length, over a connection of the Unix kind. Whatever it
 * is: there is at most one reply, the page goes to GET of its path alone, and the connection ends. */
#include <stdio.h>
#include <sys/socket.h>
#include <sys/un.h>

static int listen_anywhere(int fd);
#define socket(family, type, protocol) socket(AF_UNIX, type, 0)
#define bind(fd, a, len)               listen_anywhere(fd)
/* Whole, so that its socket is ours. NOLINTNEXTLINE(bugprone-suspicious-include) */
#include "dnsd/http.c"
#undef bind

#include "common/cursor.h"
#include "tests/fuzz/fuzz.h"

enum { REPLY_MAX = 4096, TURNS_MAX = 200 };

static struct event_base *base;
static struct http *page;
static struct sockaddr_un at;
static socklen_t at_len = sizeof at;
static unsigned shown;
static const char content[] = "the page\n";

/* A name of the kernel's choice, in no folder. */
static int listen_anywhere(int fd)
{
    static const struct sockaddr_un any = {.sun_family = AF_UNIX};
    int status = bind(fd, (const struct sockaddr *)&any, sizeof any.sun_family);
    return status == 0 ? getsockname(fd, (struct sockaddr *)&at, &at_len) : -1;
}

static size_t show(void *arg, char to[HTTP_PAGE_MAX])
{
    (void)arg;
    shown++;
    memcpy(to, content, sizeof content - 1);
    return sizeof content - 1;
}

static void begin(void)
{
    static const struct address anywhere = {.v4 = {.sin_family = AF_INET}};
    if (base)
        return;
    base = event_base_new();
    fuzz_want(base && http_open(base, &anywhere, "/metrics", show, NULL, &page) == 0);
}

/* What is there now, behind what was; false: the connection has ended. */
static bool read_reply(int fd, char reply[REPLY_MAX], size_t *len)
{
    (void)event_base_loop(base, EVLOOP_NONBLOCK);
    ssize_t got = recv(fd, reply + *len, REPLY_MAX - 1 - *len, MSG_DONTWAIT);
    if (got > 0)
        *len += (size_t)got;
    fuzz_want(*len < REPLY_MAX - 1);
    return got > 0 || (got < 0 && errno == EAGAIN);
}

/* The request is behind the octet that cuts it into pieces. */
static void want_reply(const char *reply, const uint8_t *sent)
{
    if (!*reply)
        return;
    int status = 0;
    fuzz_want(sscanf(reply, "HTTP/1.1 %d", &status) == 1 && status >= 400 - 200 * (status == 200));
    fuzz_want(shown <= 1 && (status == 200) == shown);
    bool has_content = strstr(reply, content) != NULL;
    if (shown)
        fuzz_want(has_content == (strncmp((const char *)sent + 1, "GET /metrics", 12) == 0) &&
                  has_content != (strncmp((const char *)sent + 1, "HEAD /metrics", 13) == 0));
    else
        fuzz_want(!has_content);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
    struct cursor in = cursor_over(data, len);
    char reply[REPLY_MAX] = "";
    size_t reply_len = 0, piece = cursor_u8(&in), turns = 0;
    bool open = true;
    begin();
    shown = 0;
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    fuzz_want(fd >= 0 && connect(fd, (const struct sockaddr *)&at, at_len) == 0);
    for (const uint8_t *start = in.at; in.left && open && start;) {
        size_t next = piece && turns++ < 16 && piece < in.left ? piece : in.left;
        if (send(fd, cursor_take(&in, next), next, MSG_NOSIGNAL | MSG_DONTWAIT) < 0)
            break;
        open = read_reply(fd, reply, &reply_len);
    }
    (void)shutdown(fd, SHUT_WR);
    for (turns = 0; open; turns++) {
        fuzz_want(turns < TURNS_MAX);
        open = read_reply(fd, reply, &reply_len);
    }
    close(fd);
    (void)event_base_loop(base, EVLOOP_NONBLOCK);
    reply[reply_len] = 0;
    want_reply(reply, data);
    return 0;
}
