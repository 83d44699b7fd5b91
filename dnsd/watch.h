/* watch.h: whether a file is another one than it was: CoreDNS's reload. Looks at it every so often; a
 * ConfigMap that Kubernetes replaces is a new file behind the same links. */
#pragma once

#include <event2/event.h>

struct watch_file;

/* changed is called after each look that found another file, or another time of change, than the look before.
 * path must outlive it. NULL: no memory. */
struct watch_file *watch_file_new(struct event_base *base, const char *path, unsigned every_ms,
                                  void (*changed)(void *arg), void *arg);

/* NULL is fine. */
void watch_file_free(struct watch_file *w);
