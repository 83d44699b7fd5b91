#include "tests/unit/dnsd/loopback.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

static bool no_memory;
#define calloc(count, len) (no_memory ? NULL : calloc(count, len))
/* Whole, so that a look is a call. NOLINTNEXTLINE(bugprone-suspicious-include) */
#include "dnsd/watch.c"

enum { SELDOM_MS = 3600 * 1000, OFTEN_MS = 5 };

struct fixture {
    struct event_base *base;
    char folder[64], path[96], other[96];
    unsigned changes;
};

static void on_change(void *arg)
{
    ((struct fixture *)arg)->changes++;
}

/* Of a time of change that is always the same. */
static void write_file(const char *path, const char *text)
{
    static const struct timespec then[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    assert_true(fputs(text, f) >= 0);
    assert_int_equal(fclose(f), 0);
    assert_int_equal(utimensat(AT_FDCWD, path, then, 0), 0);
}

static int open_folder(void **state)
{
    static struct fixture f;
    f = (struct fixture){.base = event_base_new(), .folder = "/tmp/test_watch.XXXXXX"};
    assert_non_null(mkdtemp(f.folder));
    (void)snprintf(f.path, sizeof f.path, "%s/file", f.folder);
    (void)snprintf(f.other, sizeof f.other, "%s/other", f.folder);
    write_file(f.path, "one");
    *state = &f;
    return 0;
}

static int close_folder(void **state)
{
    struct fixture *f = *state;
    (void)unlink(f->path);
    (void)unlink(f->other);
    event_base_free(f->base);
    libevent_global_shutdown();
    return rmdir(f->folder);
}

static struct watch_file *watch(struct fixture *f)
{
    struct watch_file *w = watch_file_new(f->base, f->path, SELDOM_MS, on_change, f);
    assert_non_null(w);
    return w;
}

static unsigned changes_seen(struct fixture *f, struct watch_file *w)
{
    f->changes = 0;
    on_timer(-1, 0, w);
    return f->changes;
}

static void a_file_left_alone_is_no_news(void **state)
{
    struct fixture *f = *state;
    struct watch_file *w = watch(f);
    for (int i = 0; i < 3; i++)
        assert_int_equal(changes_seen(f, w), 0);
    watch_file_free(w);
}

static void each_change_is_told_once(void **state)
{
    static const struct timespec second[2] = {{.tv_sec = 1001}, {.tv_sec = 1001}},
                                 nanosecond[2] = {{.tv_sec = 1001, .tv_nsec = 1},
                                                  {.tv_sec = 1001, .tv_nsec = 1}};
    struct fixture *f = *state;
    struct watch_file *w = watch(f);
    write_file(f->path, "other length");
    assert_int_equal(changes_seen(f, w), 1);
    assert_int_equal(changes_seen(f, w), 0);
    assert_int_equal(utimensat(AT_FDCWD, f->path, second, 0), 0);
    assert_int_equal(changes_seen(f, w), 1);
    assert_int_equal(utimensat(AT_FDCWD, f->path, nanosecond, 0), 0);
    assert_int_equal(changes_seen(f, w), 1);
    assert_int_equal(changes_seen(f, w), 0);
    watch_file_free(w);
}

static void a_file_that_replaces_another_of_its_size_and_time_is_news(void **state)
{
    struct fixture *f = *state;
    struct watch_file *w = watch(f);
    write_file(f->other, "two");
    assert_int_equal(rename(f->other, f->path), 0);
    assert_int_equal(changes_seen(f, w), 1);
    watch_file_free(w);
}

static void a_link_that_leads_elsewhere_is_news(void **state)
{
    struct fixture *f = *state;
    char link_path[112];
    (void)snprintf(link_path, sizeof link_path, "%s/link", f->folder);
    write_file(f->other, "two");
    assert_int_equal(symlink(f->path, link_path), 0);
    struct watch_file *w = watch_file_new(f->base, link_path, SELDOM_MS, on_change, f);
    assert_int_equal(changes_seen(f, w), 0);
    assert_int_equal(unlink(link_path), 0);
    assert_int_equal(symlink(f->other, link_path), 0);
    assert_int_equal(changes_seen(f, w), 1);
    assert_int_equal(unlink(link_path), 0);
    watch_file_free(w);
}

static void a_file_gone_for_a_moment_is_news_only_if_it_is_another_then(void **state)
{
    struct fixture *f = *state;
    struct watch_file *w = watch(f);
    assert_int_equal(rename(f->path, f->other), 0);
    assert_int_equal(changes_seen(f, w), 0);
    assert_int_equal(rename(f->other, f->path), 0);
    assert_int_equal(changes_seen(f, w), 0);
    assert_int_equal(unlink(f->path), 0);
    assert_int_equal(changes_seen(f, w), 0);
    write_file(f->path, "another");
    assert_int_equal(changes_seen(f, w), 1);
    watch_file_free(w);
}

static void a_file_that_was_not_there_is_news_when_it_comes(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(unlink(f->path), 0);
    struct watch_file *w = watch(f);
    assert_int_equal(changes_seen(f, w), 0);
    write_file(f->path, "");
    assert_int_equal(changes_seen(f, w), 1);
    watch_file_free(w);
}

static void the_loop_looks_again_and_again_until_the_watch_is_freed(void **state)
{
    struct fixture *f = *state;
    struct watch_file *w = watch_file_new(f->base, f->path, OFTEN_MS, on_change, f);
    const char *texts[] = {"1", "22", "333"};
    for (unsigned i = 0; i < 3; i++) {
        write_file(f->path, texts[i]);
        await(f->base, f->changes > i);
    }
    watch_file_free(w);
    write_file(f->path, "4444");
    unsigned before = f->changes;
    assert_int_equal(event_base_loop(f->base, EVLOOP_NONBLOCK), 1); /* nothing is left to wait for */
    assert_int_equal(f->changes, before);
}

static void the_time_between_looks_is_kept_to_the_millisecond(void **state)
{
    struct fixture *f = *state;
    struct watch_file *w = watch_file_new(f->base, f->path, 2750, on_change, f);
    struct timeval due, now;
    assert_true(event_pending(w->timer, EV_TIMEOUT, &due));
    evutil_gettimeofday(&now, NULL);
    int64_t left_ms = (due.tv_sec - now.tv_sec) * 1000 + (due.tv_usec - now.tv_usec) / 1000;
    assert_in_range(left_ms, 2250, 2751);
    watch_file_free(w);
}

static void without_memory_there_is_no_watch(void **state)
{
    struct fixture *f = *state;
    no_memory = true;
    assert_null(watch_file_new(f->base, f->path, SELDOM_MS, on_change, f));
    no_memory = false;
    watch_file_free(NULL);
}

#define with_folder(test) cmocka_unit_test_setup_teardown(test, open_folder, close_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_folder(a_file_left_alone_is_no_news),
        with_folder(each_change_is_told_once),
        with_folder(a_file_that_replaces_another_of_its_size_and_time_is_news),
        with_folder(a_link_that_leads_elsewhere_is_news),
        with_folder(a_file_gone_for_a_moment_is_news_only_if_it_is_another_then),
        with_folder(a_file_that_was_not_there_is_news_when_it_comes),
        with_folder(the_loop_looks_again_and_again_until_the_watch_is_freed),
        with_folder(the_time_between_looks_is_kept_to_the_millisecond),
        with_folder(without_memory_there_is_no_watch),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
