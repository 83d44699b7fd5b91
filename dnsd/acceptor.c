#include "dnsd/acceptor.h"

#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void on_accept(struct evconnlistener *listener, evutil_socket_t fd, struct sockaddr *from,
                      int from_len, void *arg)
{
    struct acceptor *a = arg;
    struct address who = {0};
    (void)listener;
    memcpy(&who, from, (size_t)from_len < sizeof who ? (size_t)from_len : sizeof who);
    a->accepted(a->arg, fd, &who);
}

/* Who knocks goes on knocking: the loop would turn for nothing else. */
static void on_accept_error(struct evconnlistener *listener, void *arg)
{
    static const struct timeval breath = {.tv_usec = ACCEPTOR_BREATH_MS * 1000};
    struct acceptor *a = arg;
    if (evtimer_add(a->breath, &breath) == 0)
        (void)evconnlistener_disable(listener);
}

static void on_breath_taken(evutil_socket_t fd, short what, void *arg)
{
    struct acceptor *a = arg;
    (void)fd;
    (void)what;
    (void)evconnlistener_enable(a->listener);
}

int acceptor_open(struct acceptor *a, struct event_base *base, evutil_socket_t fd, acceptor_call *accepted,
                  void *arg)
{
    *a = (struct acceptor){.accepted = accepted, .arg = arg};
    a->breath = evtimer_new(base, on_breath_taken, a);
    a->listener =
        a->breath
            ? evconnlistener_new(base, on_accept, a,
                                 LEV_OPT_CLOSE_ON_FREE | LEV_OPT_CLOSE_ON_EXEC | LEV_OPT_DISABLED, 0, fd)
            : NULL;
    if (a->listener) {
        evconnlistener_set_error_cb(a->listener, on_accept_error);
        return 0;
    }
    if (a->breath)
        event_free(a->breath);
    *a = (struct acceptor){0};
    close(fd);
    return -1;
}

void acceptor_start(struct acceptor *a)
{
    (void)evtimer_del(a->breath);
    (void)evconnlistener_enable(a->listener);
}

void acceptor_stop(struct acceptor *a)
{
    (void)evtimer_del(a->breath);
    (void)evconnlistener_disable(a->listener);
    (void)shutdown(evconnlistener_get_fd(a->listener), SHUT_RDWR);
}

void acceptor_close(struct acceptor *a)
{
    if (!a->listener)
        return;
    evconnlistener_free(a->listener);
    event_free(a->breath);
    *a = (struct acceptor){0};
}
