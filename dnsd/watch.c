#include "dnsd/watch.h"

#include <stdbool.h>
#include <stdlib.h>
#include <sys/stat.h>

struct watch_file {
    const char *path;
    void (*changed)(void *arg);
    void *arg;
    struct event *timer;
    struct stat seen; /* zeroed: it was not there */
};

/* A file that is gone for a moment is no news; what takes its place is. */
static void on_timer(evutil_socket_t fd, short what, void *arg)
{
    struct watch_file *w = arg;
    struct stat now;
    (void)fd;
    (void)what;
    if (stat(w->path, &now) != 0)
        return;
    bool same = now.st_ino == w->seen.st_ino && now.st_dev == w->seen.st_dev &&
                now.st_size == w->seen.st_size && now.st_mtim.tv_sec == w->seen.st_mtim.tv_sec &&
                now.st_mtim.tv_nsec == w->seen.st_mtim.tv_nsec;
    w->seen = now;
    if (!same)
        w->changed(w->arg);
}

struct watch_file *watch_file_new(struct event_base *base, const char *path, unsigned every_ms,
                                  void (*changed)(void *arg), void *arg)
{
    const struct timeval every = {.tv_sec = (time_t)(every_ms / 1000),
                                  .tv_usec = (suseconds_t)(every_ms % 1000 * 1000)};
    struct watch_file *w = calloc(1, sizeof *w);
    if (!w)
        return NULL;
    w->path = path;
    w->changed = changed;
    w->arg = arg;
    (void)stat(path, &w->seen);
    w->timer = event_new(base, -1, EV_PERSIST, on_timer, w);
    if (w->timer && event_add(w->timer, &every) == 0)
        return w;
    watch_file_free(w);
    return NULL;
}

void watch_file_free(struct watch_file *w)
{
    if (!w)
        return;
    if (w->timer)
        event_free(w->timer);
    free(w);
}
