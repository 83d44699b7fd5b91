#include "dnsd/server.h"

#include <errno.h>
#include <event2/event.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "dnsd/clock.h"
#include "dnsd/give_back.h"
#include "dnsd/tell.h"
#include "dnsd/watch.h"

enum {
    DRAIN_MS = 4500 /* no query takes longer */,
    SIGNALS = 4,
    TELL_WAIT_MS = 100 /* what a slow reader may cost */
};

struct server {
    struct config_source source;
    struct event_base *base;
    struct event *signals[SIGNALS], *drained;
    struct generation *current, *retiring; /* retiring: its last clients still wait; or NULL */
    struct records records;
    struct watch_file *watch; /* NULL: the file is read again at SIGHUP only */
    bool ending, reload, report;
};

static void on_signal(evutil_socket_t number, short what, void *arg)
{
    struct server *s = arg;
    (void)what;
    if (number == SIGHUP)
        s->reload = true;
    else if (number == SIGUSR1)
        s->report = true;
    else
        s->ending = true;
}

static enum exit_code open_loop(struct server *s, struct diag *err)
{
    static const int numbers[SIGNALS] = {SIGTERM, SIGINT, SIGHUP, SIGUSR1};
    signal(SIGPIPE, SIG_IGN); /* a log reader that goes away is no reason to end */
    s->base = event_base_new();
    for (unsigned i = 0; i < SIGNALS; i++) {
        s->signals[i] = s->base ? evsignal_new(s->base, numbers[i], on_signal, s) : NULL;
        if (!s->signals[i] || evsignal_add(s->signals[i], NULL) != 0) {
            (void)diag_say(err, "the event loop cannot be set up: %s", strerror(errno));
            return EXIT_FAULT;
        }
    }
    return EXIT_OK;
}

static void on_changed(void *arg)
{
    ((struct server *)arg)->reload = true;
}

/* As the configuration in force says. Without memory for it, SIGHUP is left. */
static void watch(struct server *s)
{
    const struct config *c = generation_config(s->current);
    watch_file_free(s->watch);
    s->watch = c->reload_ms ? watch_file_new(s->base, c->file, c->reload_ms, on_changed, s) : NULL;
}

enum exit_code server_open(const struct config_source *source, struct server **out, struct diag *err)
{
    struct server *s = calloc(1, sizeof *s);
    if (!s) {
        (void)diag_say(err, "no memory");
        return EXIT_FAULT;
    }
    s->source = *source;
    s->records = (struct records){.stats = stats_new(), .denied = denied_new()};
    enum exit_code code = EXIT_FAULT;
    if (s->records.stats && s->records.denied)
        code = open_loop(s, err);
    else
        (void)diag_say(err, "no memory");
    if (code == EXIT_OK)
        code = generation_open(s->base, source, &s->records, NULL, &s->current, err);
    if (code == EXIT_OK) {
        generation_start(s->current, NULL);
        watch(s);
        *out = s;
    } else {
        server_close(s);
    }
    return code;
}

/* One at a time: the next waits until the last clients of the one before have heard. */
static void reload(struct server *s)
{
    struct diag *err = calloc(1, sizeof *err);
    struct generation *next;
    s->reload = false;
    if (!err) {
        fputs("dnsd: not reloaded, for want of memory; what was read before stays in force\n", stderr);
        return;
    }
    if (generation_open(s->base, &s->source, &s->records, s->current, &next, err) == EXIT_OK) {
        generation_start(next, s->current);
        s->retiring = s->current;
        s->current = next;
        watch(s);
    } else {
        (void)diag_say(err, "not reloaded; what was read before stays in force");
        diag_print(err, stderr, "dnsd");
    }
    free(err);
}

static void report_denied(const struct server *s)
{
    char *text = malloc(DENIED_TEXT_MAX);
    if (text)
        tell(STDERR_FILENO, text, denied_print(s->records.denied, text), TELL_WAIT_MS);
    free(text);
}

static void report(struct server *s)
{
    char text[STATS_TEXT_MAX];
    s->report = false;
    tell(STDERR_FILENO, text, stats_line(s->records.stats, text), TELL_WAIT_MS);
    report_denied(s);
}

/* What a turn of the loop gathered goes out together. */
static void flush(struct server *s)
{
    if (s->retiring) {
        generation_flush(s->retiring);
        if (generation_waiting(s->retiring) == 0) {
            generation_close(s->retiring);
            s->retiring = NULL;
            give_back_freed();
        }
    }
    generation_flush(s->current);
}

static unsigned waiting(const struct server *s)
{
    return generation_waiting(s->current) + (s->retiring ? generation_waiting(s->retiring) : 0);
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
    generation_stop(s->current);
    s->drained = evtimer_new(s->base, on_drained, NULL);
    if (s->drained)
        (void)evtimer_add(s->drained, &most);
    while (waiting(s) && clock_ms() < until_ms && event_base_loop(s->base, EVLOOP_ONCE) == 0)
        flush(s);
    (void)event_base_loop(s->base, EVLOOP_NONBLOCK); /* answers over TCP leave a turn later */
}

static enum exit_code tell_loop(const struct server *s, struct diag *err)
{
    (void)diag_at(
        err, generation_config(s->current)->loop,
        "a question sent upstream came back: upstream asks dnsd itself, so that questions would go round "
        "for ever; name the cluster's DNS behind forward");
    return EXIT_UPSTREAM_IS_SELF;
}

enum exit_code server_run(struct server *s, struct diag *err)
{
    while (!s->ending) {
        if (event_base_loop(s->base, EVLOOP_ONCE) != 0)
            return EXIT_FAULT;
        flush(s);
        if (generation_found_loop(s->current))
            return tell_loop(s, err);
        if (s->reload && !s->retiring)
            reload(s);
        if (s->report)
            report(s);
    }
    drain(s);
    report_denied(s);
    return EXIT_OK;
}

void server_close(struct server *s)
{
    if (!s)
        return;
    watch_file_free(s->watch);
    generation_close(s->retiring);
    generation_close(s->current);
    for (unsigned i = 0; i < SIGNALS; i++)
        if (s->signals[i])
            event_free(s->signals[i]);
    if (s->drained)
        event_free(s->drained);
    if (s->base)
        event_base_free(s->base);
    stats_free(s->records.stats);
    denied_free(s->records.denied);
    libevent_global_shutdown();
    free(s);
}
