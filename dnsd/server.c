#include "dnsd/server.h"

#include <errno.h>
#include <event2/event.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "dnsd/clock.h"
#include "dnsd/listen_tcp.h"
#include "dnsd/listen_udp.h"
#include "dnsd/qlog.h"
#include "dnsd/query.h"

enum { DRAIN_MS = 4500 /* no query takes longer */ };

struct server {
    const struct config *config;
    struct event_base *base;
    struct event *on_term, *on_int, *drained;
    struct qlog *log;
    struct queries *queries;
    struct udp_listener *udp[CONFIG_LISTEN_MAX];
    struct tcp_listener *tcp[CONFIG_LISTEN_MAX];
    bool ending;
};

static void on_signal(evutil_socket_t number, short what, void *arg)
{
    struct server *s = arg;
    (void)number;
    (void)what;
    s->ending = true;
}

static enum exit_code bind_fault(const struct placed_address *a, const char *protocol, struct diag *err)
{
    char text[ADDRESS_TEXT_MAX];
    int why = errno;
    address_to_text(text, &a->address);
    switch (why) {
    case EADDRINUSE:
        (void)diag_at(err, a->where,
                      "%s over %s is in use by another process; stop it, or listen elsewhere with --listen",
                      text, protocol);
        return EXIT_IN_USE;
    case EACCES:
    case EPERM:
        (void)diag_at(
            err, a->where,
            "%s over %s: the system does not permit this user ports below 1024; give the process the "
            "capability NET_BIND_SERVICE (a non-root one needs it as ambient capability), or set the sysctl "
            "net.ipv4.ip_unprivileged_port_start to 53 or less",
            text, protocol);
        return EXIT_NOT_PERMITTED;
    default:
        (void)diag_at(err, a->where, "%s over %s cannot be bound: %s", text, protocol, strerror(why));
        return EXIT_FAULT;
    }
}

static enum exit_code open_listeners(struct server *s, struct diag *err)
{
    for (unsigned i = 0; i < s->config->listen_count; i++) {
        const struct placed_address *a = &s->config->listen[i];
        if (udp_open(s->base, &a->address, &s->udp[i]) != 0)
            return bind_fault(a, "UDP", err);
        if (tcp_open(s->base, &a->address, &s->tcp[i]) != 0)
            return bind_fault(a, "TCP", err);
    }
    return EXIT_OK;
}

static enum exit_code open_loop(struct server *s, struct diag *err)
{
    s->base = event_base_new();
    s->on_term = s->base ? evsignal_new(s->base, SIGTERM, on_signal, s) : NULL;
    s->on_int = s->base ? evsignal_new(s->base, SIGINT, on_signal, s) : NULL;
    if (!s->on_term || !s->on_int || evsignal_add(s->on_term, NULL) != 0 ||
        evsignal_add(s->on_int, NULL) != 0) {
        (void)diag_say(err, "the event loop cannot be set up: %s", strerror(errno));
        return EXIT_FAULT;
    }
    return EXIT_OK;
}

static enum exit_code open_queries(struct server *s, struct diag *err)
{
    if (s->config->log.queries && !(s->log = qlog_new(s->base, STDOUT_FILENO, s->config->log.format))) {
        (void)diag_say(err, "no memory for the query log");
        return EXIT_FAULT;
    }
    return queries_new(s->base, s->config, s->log, &s->queries, err) == 0 ? EXIT_OK : EXIT_FAULT;
}

static void serve(struct server *s, struct queries *queries)
{
    for (unsigned i = 0; i < s->config->listen_count; i++) {
        udp_serve(s->udp[i], queries);
        tcp_serve(s->tcp[i], queries);
    }
}

enum exit_code server_open(const struct config *c, struct server **out, struct diag *err)
{
    struct server *s = calloc(1, sizeof *s);
    if (!s) {
        (void)diag_say(err, "no memory");
        return EXIT_FAULT;
    }
    s->config = c;
    signal(SIGPIPE, SIG_IGN); /* a log reader that goes away is no reason to end */
    enum exit_code code = open_loop(s, err);
    if (code == EXIT_OK)
        code = open_listeners(s, err);
    if (code == EXIT_OK)
        code = open_queries(s, err);
    if (code == EXIT_OK) {
        serve(s, s->queries);
        *out = s;
    } else {
        server_close(s);
    }
    return code;
}

/* What a turn of the loop gathered goes out together. */
static void flush(struct server *s)
{
    queries_flush(s->queries);
    for (unsigned i = 0; i < s->config->listen_count; i++) {
        tcp_resume(s->tcp[i]);
        udp_flush(s->udp[i]);
    }
    queries_flush(s->queries);
    if (s->log)
        qlog_flush(s->log);
}

static void on_drained(evutil_socket_t fd, short what, void *arg)
{
    (void)fd;
    (void)what;
    (void)arg; /* it only ends the wait */
}

static void drain(struct server *s)
{
    static const struct timeval most = {.tv_sec = DRAIN_MS / 1000, .tv_usec = DRAIN_MS % 1000 * 1000};
    uint64_t until_ms = clock_ms() + DRAIN_MS;
    serve(s, NULL);
    s->drained = evtimer_new(s->base, on_drained, NULL);
    if (s->drained)
        (void)evtimer_add(s->drained, &most);
    while (queries_waiting(s->queries) && clock_ms() < until_ms && event_base_loop(s->base, EVLOOP_ONCE) == 0)
        flush(s);
    (void)event_base_loop(s->base, EVLOOP_NONBLOCK); /* answers over TCP leave a turn later */
}

enum exit_code server_run(struct server *s)
{
    while (!s->ending) {
        if (event_base_loop(s->base, EVLOOP_ONCE) != 0)
            return EXIT_FAULT;
        flush(s);
    }
    drain(s);
    return EXIT_OK;
}

void server_close(struct server *s)
{
    if (!s)
        return;
    queries_free(s->queries);
    for (unsigned i = 0; i < CONFIG_LISTEN_MAX; i++) {
        if (s->udp[i])
            udp_flush(s->udp[i]);
        udp_close(s->udp[i]);
        tcp_close(s->tcp[i]);
    }
    qlog_free(s->log);
    struct event *const events[] = {s->on_term, s->on_int, s->drained};
    for (size_t i = 0; i < sizeof events / sizeof *events; i++)
        if (events[i])
            event_free(events[i]);
    if (s->base)
        event_base_free(s->base);
    libevent_global_shutdown();
    free(s);
}
