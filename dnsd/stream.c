#include "dnsd/stream.h"

#include <errno.h>
#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "dnsd/message.h"

struct stream {
    struct bufferevent *wire;
    stream_done *done;
    void *arg;
};

static void finish(struct stream *s, uint8_t *wire, size_t len)
{
    stream_done *done = s->done;
    void *arg = s->arg;
    struct bufferevent *ended = s->wire;
    free(s);
    done(arg, wire, len); /* wire may lie in ended's buffer */
    bufferevent_free(ended);
}

static void on_read(struct bufferevent *wire, void *arg)
{
    struct evbuffer *in = bufferevent_get_input(wire);
    uint8_t length[2];
    if (evbuffer_copyout(in, length, 2) < 2)
        return;
    size_t len = (size_t)(length[0] << 8 | length[1]);
    if (evbuffer_get_length(in) < len + 2)
        return;
    uint8_t *all = evbuffer_pullup(in, (ev_ssize_t)len + 2);
    finish(arg, all ? all + 2 : NULL, all ? len : 0);
}

static void on_event(struct bufferevent *wire, short what, void *arg)
{
    (void)wire;
    if (what & (BEV_EVENT_ERROR | BEV_EVENT_EOF | BEV_EVENT_TIMEOUT))
        finish(arg, NULL, 0);
}

static int begin(int fd, const struct address *server)
{
    return connect(fd, &server->any, address_len(server)) == 0 || errno == EINPROGRESS ? 0 : -1;
}

struct stream *stream_open(struct event_base *base, struct source_ports *ports, const struct address *server,
                           const uint8_t *query, size_t len, stream_done *done, void *arg)
{
    const uint8_t length[2] = {(uint8_t)(len >> 8), (uint8_t)len};
    struct stream *s = calloc(1, sizeof *s);
    int fd = s ? source_port_open(ports, server->any.sa_family, SOCK_STREAM) : -1;
    if (fd < 0 || begin(fd, server) != 0)
        goto failed;
    s->wire = bufferevent_socket_new(base, fd, BEV_OPT_CLOSE_ON_FREE | BEV_OPT_DEFER_CALLBACKS);
    if (!s->wire)
        goto failed;
    s->done = done;
    s->arg = arg;
    bufferevent_setcb(s->wire, on_read, NULL, on_event, s);
    bufferevent_setwatermark(s->wire, EV_READ, 0, MESSAGE_MAX + 2);
    if (bufferevent_write(s->wire, length, 2) == 0 && bufferevent_write(s->wire, query, len) == 0 &&
        bufferevent_enable(s->wire, EV_READ | EV_WRITE) == 0)
        return s;
    stream_close(s);
    return NULL;
failed:
    if (fd >= 0)
        close(fd);
    free(s);
    return NULL;
}

void stream_close(struct stream *s)
{
    bufferevent_free(s->wire);
    free(s);
}
