#include "dnsd/generation.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "dnsd/http.h"
#include "dnsd/listen_tcp.h"
#include "dnsd/listen_udp.h"
#include "dnsd/qlog.h"
#include "dnsd/query.h"

struct listener {
    struct udp_listener *udp;
    struct tcp_listener *tcp;
    int taken_over_from; /* index there + 1; 0: bound here */
};

enum { PAGES = 3 };

/* An HTTP server of one page; NULL: not asked for, or taken over. */
struct page {
    struct http *http;
    bool taken_over;
};

struct generation {
    struct config config;
    struct page pages[PAGES];
    struct qlog *log;
    struct queries *queries;
    struct listener listeners[CONFIG_LISTEN_MAX];
};

/* reload: what it takes to bind a low port has been dropped since the start. */
static enum exit_code bind_fault(const struct placed_address *a, const char *protocol, bool reload,
                                 struct diag *err)
{
    char text[ADDRESS_TEXT_MAX];
    int why = errno;
    address_to_text(text, &a->address);
    switch (why) {
    case EADDRINUSE:
        (void)diag_at(err, a->where,
                      reload
                          ? "%s over %s is in use, by another process or by what dnsd served there before; "
                            "take another port, or start dnsd anew"
                          : "%s over %s is in use by another process; stop it, or listen elsewhere with "
                            "--listen",
                      text, protocol);
        return EXIT_IN_USE;
    case EACCES:
    case EPERM:
        if (reload)
            (void)diag_at(
                err, a->where,
                "%s over %s: a port below 1024 is bound at the start only, for no privilege is kept "
                "behind it; start dnsd anew, or listen on a higher port",
                text, protocol);
        else
            (void)diag_at(
                err, a->where,
                "%s over %s: the system does not permit this user ports below 1024; give the process the "
                "capability NET_BIND_SERVICE (a non-root one needs it as ambient capability), or set the "
                "sysctl "
                "net.ipv4.ip_unprivileged_port_start to 53 or less",
                text, protocol);
        return EXIT_NOT_PERMITTED;
    default:
        (void)diag_at(err, a->where, "%s over %s cannot be bound: %s", text, protocol, strerror(why));
        return EXIT_FAULT;
    }
}

static int find_listener(const struct generation *g, const struct address *a)
{
    for (unsigned i = 0; g && i < g->config.listen_count; i++)
        if (address_equal(&g->config.listen[i].address, a))
            return (int)i + 1;
    return 0;
}

static enum exit_code open_listeners(struct generation *g, struct event_base *base,
                                     const struct generation *before, struct diag *err)
{
    for (unsigned i = 0; i < g->config.listen_count; i++) {
        const struct placed_address *a = &g->config.listen[i];
        struct listener *l = &g->listeners[i];
        l->taken_over_from = find_listener(before, &a->address);
        if (l->taken_over_from)
            continue;
        if (udp_open(base, &a->address, &l->udp) != 0)
            return bind_fault(a, "UDP", before, err);
        if (tcp_open(base, &a->address, &l->tcp) != 0)
            return bind_fault(a, "TCP", before, err);
    }
    return EXIT_OK;
}

static size_t show_ok(void *arg, char to[HTTP_PAGE_MAX])
{
    (void)arg;
    return (size_t)snprintf(to, HTTP_PAGE_MAX, "OK");
}

static size_t show_metrics(void *arg, char to[HTTP_PAGE_MAX])
{
    _Static_assert((int)HTTP_PAGE_MAX >= (int)STATS_TEXT_MAX, "the metrics fit a page");
    return stats_prometheus(arg, to);
}

static const struct placed_address *page_address(const struct generation *g, unsigned page)
{
    const struct placed_address *all[PAGES] = {&g->config.metrics, &g->config.ready, &g->config.health};
    return all[page];
}

static bool is_on(const struct placed_address *a)
{
    return a->address.any.sa_family != 0;
}

static enum exit_code open_pages(struct generation *g, struct event_base *base, struct stats *stats,
                                 const struct generation *before, struct diag *err)
{
    static const char *const paths[PAGES] = {"/metrics", "/ready", "/health"};
    for (unsigned i = 0; i < PAGES; i++) {
        const struct placed_address *a = page_address(g, i);
        struct page *p = &g->pages[i];
        if (!is_on(a))
            continue;
        p->taken_over =
            before && before->pages[i].http && address_equal(&page_address(before, i)->address, &a->address);
        if (!p->taken_over &&
            http_open(base, &a->address, paths[i], i == 0 ? show_metrics : show_ok, stats, &p->http) != 0)
            return bind_fault(a, "HTTP", before, err);
    }
    return EXIT_OK;
}

static enum exit_code open_queries(struct generation *g, struct event_base *base,
                                   const struct records *records, struct diag *err)
{
    if ((g->config.log.queries || g->config.log.errors) &&
        !(g->log = qlog_new(base, STDOUT_FILENO, g->config.log.format, records->stats))) {
        (void)diag_say(err, "no memory for the query log");
        return EXIT_FAULT;
    }
    const struct observers o = {.log = g->log, .stats = records->stats, .denied = records->denied};
    return queries_new(base, &g->config, &o, &g->queries, err) == 0 ? EXIT_OK : EXIT_FAULT;
}

enum exit_code generation_open(struct event_base *base, const struct config_source *source,
                               const struct records *records, const struct generation *before,
                               struct generation **out, struct diag *err)
{
    struct generation *g = calloc(1, sizeof *g);
    if (!g) {
        (void)diag_say(err, "no memory");
        return EXIT_FAULT;
    }
    enum exit_code code = source->load(source->arg, &g->config, err);
    if (code == EXIT_OK)
        code = open_listeners(g, base, before, err);
    if (code == EXIT_OK)
        code = open_pages(g, base, records->stats, before, err);
    if (code == EXIT_OK)
        code = open_queries(g, base, records, err);
    if (code == EXIT_OK)
        *out = g;
    else
        generation_close(g);
    return code;
}

static void serve(struct generation *g, struct queries *queries)
{
    for (unsigned i = 0; i < CONFIG_LISTEN_MAX; i++) {
        if (g->listeners[i].udp)
            udp_serve(g->listeners[i].udp, queries);
        if (g->listeners[i].tcp)
            tcp_serve(g->listeners[i].tcp, queries);
    }
}

static void take_over(struct generation *g, struct generation *before)
{
    for (unsigned i = 0; i < g->config.listen_count; i++) {
        struct listener *l = &g->listeners[i];
        if (!l->taken_over_from)
            continue;
        struct listener *old = &before->listeners[l->taken_over_from - 1];
        *l = *old;
        *old = (struct listener){0};
    }
    for (unsigned i = 0; i < PAGES; i++) {
        if (!g->pages[i].taken_over)
            continue;
        g->pages[i].http = before->pages[i].http;
        before->pages[i].http = NULL;
    }
}

void generation_start(struct generation *g, struct generation *before)
{
    if (before) {
        take_over(g, before);
        generation_stop(before);
    }
    serve(g, g->queries);
    if (!before && g->config.loop.line)
        queries_probe_loop(g->queries);
}

void generation_stop(struct generation *g)
{
    serve(g, NULL);
    for (unsigned i = 0; i < PAGES; i++) {
        http_close(g->pages[i].http);
        g->pages[i].http = NULL;
    }
}

void generation_flush(struct generation *g)
{
    queries_flush(g->queries);
    for (unsigned i = 0; i < CONFIG_LISTEN_MAX; i++) {
        if (g->listeners[i].tcp)
            tcp_resume(g->listeners[i].tcp);
        if (g->listeners[i].udp)
            udp_flush(g->listeners[i].udp);
    }
    queries_flush(g->queries);
    if (g->log)
        qlog_flush(g->log);
}

const struct config *generation_config(const struct generation *g)
{
    return &g->config;
}

bool generation_found_loop(const struct generation *g)
{
    return queries_found_loop(g->queries);
}

unsigned generation_waiting(const struct generation *g)
{
    return queries_waiting(g->queries);
}

void generation_close(struct generation *g)
{
    if (!g)
        return;
    queries_free(g->queries);
    for (unsigned i = 0; i < PAGES; i++)
        http_close(g->pages[i].http);
    for (unsigned i = 0; i < CONFIG_LISTEN_MAX; i++) {
        struct listener *l = &g->listeners[i];
        if (l->udp)
            udp_flush(l->udp);
        udp_close(l->udp);
        tcp_close(l->tcp);
    }
    qlog_free(g->log);
    config_free(&g->config);
    free(g);
}
