/* The loop and its signals, with generations, a clock and a watched file of the test's own. */
#include "tests/unit/cmocka_all.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

#include <event2/event.h>

#include "dnsd/clock.h"

static uint64_t test_ms;
#define clock_ms() test_ms
static bool no_memory, no_base, no_signal;
#define calloc(count, len) (no_memory ? NULL : calloc(count, len))
#define event_base_new()   (no_base ? NULL : event_base_new())
#undef evsignal_new
#define evsignal_new(base, number, call, arg)                                                                \
    (no_signal ? NULL : event_new(base, number, EV_SIGNAL | EV_PERSIST, call, arg))
/* Whole, so that its clock is ours. NOLINTNEXTLINE(bugprone-suspicious-include) */
#include "dnsd/server.c"

enum { GENERATIONS = 4, STEPS = 16, SAID_MAX = 8192, RELOAD_MS = 300 };

struct generation {
    struct config config;
    unsigned waiting, flushes, stops;
    struct generation *took_over_from;
    bool started, found_loop, closed;
};

static struct {
    struct generation made[GENERATIONS];
    unsigned opened;
    enum exit_code next; /* how the next reading ends */
    unsigned reload_ms;  /* and what it says */
    struct event_base *base;
    const struct records *records;
    /* What happens at each turn of the loop. */
    void (*steps[STEPS])(void);
    unsigned turn;
    unsigned closes;
    const struct generation *closed[GENERATIONS];
} world;

static enum exit_code load(const void *arg, struct config *out, struct diag *err)
{
    (void)arg;
    (void)out;
    (void)err;
    return EXIT_OK; /* generation_open would call it */
}

enum exit_code generation_open(struct event_base *base, const struct config_source *source,
                               const struct records *records, const struct generation *before,
                               struct generation **out, struct diag *err)
{
    assert_true(source->load == load && source->arg == &world);
    assert_true(base && records->stats && records->denied);
    assert_ptr_equal(before, world.opened ? &world.made[world.opened - 1] : NULL);
    if (world.next != EXIT_OK) {
        (void)diag_say(err, "no good");
        return world.next;
    }
    assert_true(world.opened < GENERATIONS);
    world.base = base;
    world.records = records;
    *out = &world.made[world.opened++];
    **out = (struct generation){.config = {.file = "dnsd.yaml",
                                           .reload_ms = world.reload_ms,
                                           .loop = {.file = "dnsd.yaml", .line = 3}}};
    return EXIT_OK;
}

const struct config *generation_config(const struct generation *g)
{
    return &g->config;
}

void generation_start(struct generation *g, struct generation *before)
{
    assert_false(g->started);
    g->started = true;
    g->took_over_from = before;
}

static void on_step(evutil_socket_t fd, short what, void *arg)
{
    (void)fd;
    (void)what;
    (void)arg;
}

/* The loop turns at once. */
static void wake(void)
{
    static const struct timeval now = {0};
    assert_int_equal(event_base_once(world.base, -1, EV_TIMEOUT, on_step, NULL, &now), 0);
}

void generation_stop(struct generation *g)
{
    g->stops++;
    wake();
}

void generation_flush(struct generation *g)
{
    assert_false(g->closed);
    g->flushes++;
    if (g != &world.made[world.opened - 1])
        return; /* one step a turn, at the flush of the current one */
    if (world.turn < STEPS && world.steps[world.turn])
        world.steps[world.turn]();
    world.turn++;
    wake();
}

bool generation_found_loop(const struct generation *g)
{
    return g->found_loop;
}

unsigned generation_waiting(const struct generation *g)
{
    return g->waiting;
}

void generation_close(struct generation *g)
{
    if (!g)
        return;
    assert_false(g->closed);
    g->closed = true;
    world.closed[world.closes++] = g;
}

/* The watched file */

static struct {
    unsigned made, freed, every_ms;
    const char *file;
    void (*changed)(void *arg);
    void *arg;
    bool cannot_be;
} watched;

struct watch_file *watch_file_new(struct event_base *base, const char *path, unsigned every_ms,
                                  void (*changed)(void *arg), void *arg)
{
    assert_ptr_equal(base, world.base);
    if (watched.cannot_be)
        return NULL;
    watched.made++;
    watched.file = path;
    watched.every_ms = every_ms;
    watched.changed = changed;
    watched.arg = arg;
    return (struct watch_file *)&watched;
}

void watch_file_free(struct watch_file *w)
{
    watched.freed += w != NULL;
}

/* Standard error, kept */

static int real_stderr, kept_stderr;

static const char *said(void)
{
    static char text[SAID_MAX];
    (void)fflush(stderr);
    ssize_t len = pread(kept_stderr, text, sizeof text - 1, 0);
    assert_true(len >= 0);
    text[len] = '\0';
    return text;
}

static struct diag err;
static struct server *server;

static enum exit_code open_server(void)
{
    const struct config_source source = {.load = load, .arg = &world};
    err = (struct diag){0};
    return server_open(&source, &server, &err);
}

static int set_up(void **state)
{
    (void)state;
    memset(&world, 0, sizeof world);
    memset(&watched, 0, sizeof watched);
    no_memory = no_base = no_signal = false;
    server = NULL;
    test_ms = 5000;
    (void)signal(SIGPIPE, SIG_DFL);
    real_stderr = dup(STDERR_FILENO);
    kept_stderr = memfd_create("stderr", MFD_CLOEXEC);
    return real_stderr < 0 || kept_stderr < 0 || dup2(kept_stderr, STDERR_FILENO) < 0;
}

static int tear_down(void **state)
{
    (void)state;
    server_close(server);
    (void)fflush(stderr);
    (void)dup2(real_stderr, STDERR_FILENO);
    close(real_stderr);
    close(kept_stderr);
    for (unsigned i = 0; i < world.opened; i++)
        assert_true(world.made[i].closed);
    assert_int_equal(watched.made, watched.freed);
    return 0;
}

/* Runs what was opened, with these steps, until one of them ends it. */
static enum exit_code run(void (*const *steps)(void), unsigned count)
{
    assert_true(count <= STEPS);
    for (unsigned i = 0; i < count; i++)
        world.steps[i] = steps[i];
    wake();
    return server_run(server, &err);
}

static void hang_up(void)
{
    (void)raise(SIGHUP);
}

static void terminate(void)
{
    (void)raise(SIGTERM);
}

static void interrupt(void)
{
    (void)raise(SIGINT);
}

static void ask_for_a_report(void)
{
    (void)raise(SIGUSR1);
}

static void nothing(void)
{
}

static void what_a_reading_ends_with_is_what_the_start_ends_with(void **state)
{
    (void)state;
    static const enum exit_code codes[] = {EXIT_FAULT, EXIT_CONFIG, EXIT_IN_USE, EXIT_NOT_PERMITTED,
                                           EXIT_NO_UPSTREAM};
    for (unsigned i = 0; i < sizeof codes / sizeof *codes; i++) {
        world.next = codes[i];
        assert_int_equal(open_server(), codes[i]);
        assert_string_equal(err.text, "no good\n");
        assert_null(server);
    }
    world.next = EXIT_OK;
    assert_int_equal(open_server(), EXIT_OK);
}

static void without_memory_or_a_loop_nothing_is_opened(void **state)
{
    (void)state;
    bool *const faults[] = {&no_memory, &no_base, &no_signal};
    for (unsigned i = 0; i < 3; i++) {
        *faults[i] = true;
        assert_int_equal(open_server(), EXIT_FAULT);
        *faults[i] = false;
        assert_non_null(strstr(err.text, i ? "the event loop cannot be set up" : "no memory"));
        assert_null(server);
        assert_int_equal(world.opened, 0);
    }
    server_close(NULL);
}

static void a_log_reader_that_goes_away_ends_nothing(void **state)
{
    (void)state;
    assert_int_equal(open_server(), EXIT_OK);
    assert_true(world.made[0].started);
    assert_null(world.made[0].took_over_from);
    assert_int_equal(raise(SIGPIPE), 0);
}

static void it_ends_at_either_signal_and_hears_nothing_new(void **state)
{
    (void)state;
    void (*const ends[])(void) = {terminate, interrupt};
    for (unsigned i = 0; i < 2; i++) {
        world.opened = world.turn = world.closes = 0;
        assert_int_equal(open_server(), EXIT_OK);
        void (*const steps[])(void) = {nothing, nothing, ends[i]};
        assert_int_equal(run(steps, 3), EXIT_OK);
        assert_int_equal(world.made[0].stops, 1);
        assert_in_range(world.made[0].flushes, 3, 4);
        server_close(server);
        server = NULL;
        assert_int_equal(world.closes, 1);
    }
}

static void one_client_less(void)
{
    world.made[0].waiting--;
    test_ms += 1000;
}

static void at_the_end_who_waits_is_answered_first(void **state)
{
    (void)state;
    assert_int_equal(open_server(), EXIT_OK);
    world.made[0].waiting = 3;
    void (*const steps[])(void) = {terminate, nothing, one_client_less, one_client_less, one_client_less};
    assert_int_equal(run(steps, 5), EXIT_OK);
    assert_int_equal(world.made[0].waiting, 0);
    assert_int_equal(world.turn, 5);
}

static void a_second_passes(void)
{
    test_ms += 1000;
}

static void at_the_end_nobody_is_waited_for_without_end(void **state)
{
    (void)state;
    assert_int_equal(open_server(), EXIT_OK);
    world.made[0].waiting = 1;
    void (*const steps[STEPS])(void) = {terminate,       nothing,         a_second_passes,
                                        a_second_passes, a_second_passes, a_second_passes,
                                        a_second_passes, a_second_passes, a_second_passes};
    assert_int_equal(run(steps, STEPS), EXIT_OK);
    assert_int_equal(world.made[0].waiting, 1);
    assert_in_range(test_ms - 5000, DRAIN_MS, DRAIN_MS + 1000);
}

static void a_denied_name(void)
{
    denied_add(world.records->denied, (const uint8_t *)"\4evil\4test", 1, 0);
}

static void the_end_has_an_account_of_what_was_denied(void **state)
{
    (void)state;
    assert_int_equal(open_server(), EXIT_OK);
    void (*const steps[])(void) = {a_denied_name, terminate};
    assert_int_equal(run(steps, 2), EXIT_OK);
    assert_non_null(strstr(said(), "evil.test"));
}

static void a_report_says_the_counters_and_it_goes_on(void **state)
{
    (void)state;
    assert_int_equal(open_server(), EXIT_OK);
    stats_received(world.records->stats, false);
    void (*const steps[])(void) = {a_denied_name, ask_for_a_report, nothing, nothing, terminate};
    assert_int_equal(run(steps, 5), EXIT_OK);
    assert_int_equal(strncmp(said(), "stats: received=1 answered=0 ", 29), 0);
    assert_null(strstr(said() + 1, "stats: ")); /* once */
    const char *first = strstr(said(), "evil.test");
    assert_non_null(first);
    assert_non_null(strstr(first + 1, "evil.test")); /* then, and at the end */
}

static void two_wait(void)
{
    world.made[0].waiting = 2;
    hang_up();
}

static void still_there(void)
{
    assert_int_equal(world.opened, 2);
    assert_ptr_equal(world.made[1].took_over_from, &world.made[0]);
    assert_true(world.made[1].started);
    assert_false(world.made[0].closed);
    hang_up(); /* the next one waits for them */
}

static void all_have_heard(void)
{
    assert_int_equal(world.opened, 2);
    assert_true(world.made[0].flushes > 2);
    world.made[0].waiting = 0;
}

static void the_next_is_there(void)
{
    assert_true(world.made[0].closed);
    assert_int_equal(world.opened, 3);
    assert_ptr_equal(world.made[2].took_over_from, &world.made[1]);
}

static void a_reload_takes_over_and_the_one_before_stays_until_its_last_client_has_heard(void **state)
{
    (void)state;
    assert_int_equal(open_server(), EXIT_OK);
    void (*const steps[])(void) = {two_wait, nothing,           still_there, nothing,
                                   nothing,  all_have_heard,    nothing,     nothing,
                                   nothing,  the_next_is_there, terminate};
    assert_int_equal(run(steps, 11), EXIT_OK);
    assert_int_equal(world.opened, 3);
    assert_string_equal(said(), "");
}

static void a_bad_one(void)
{
    world.next = EXIT_CONFIG;
    hang_up();
}

static void a_good_one(void)
{
    assert_int_equal(world.opened, 1);
    assert_false(world.made[0].closed);
    world.next = EXIT_OK;
    hang_up();
}

static void a_bad_configuration_is_told_and_the_old_one_stays(void **state)
{
    (void)state;
    assert_int_equal(open_server(), EXIT_OK);
    void (*const steps[])(void) = {a_bad_one, nothing, nothing, a_good_one, nothing, nothing, terminate};
    assert_int_equal(run(steps, 7), EXIT_OK);
    assert_string_equal(said(), "dnsd: no good\ndnsd: not reloaded; what was read before stays in force\n");
    assert_int_equal(world.opened, 2);
    assert_int_equal(err.count, 0);
}

static void no_memory_to_reload(void)
{
    no_memory = true;
    hang_up();
}

static void memory_again(void)
{
    no_memory = false;
}

static void a_reload_without_memory_leaves_all_as_it_was(void **state)
{
    (void)state;
    assert_int_equal(open_server(), EXIT_OK);
    void (*const steps[])(void) = {no_memory_to_reload, nothing, nothing, memory_again, terminate};
    assert_int_equal(run(steps, 5), EXIT_OK);
    assert_int_equal(world.opened, 1);
}

static void a_question_comes_back(void)
{
    world.made[0].found_loop = true;
}

static void an_upstream_that_is_a_way_round_to_ourselves_ends_it(void **state)
{
    (void)state;
    assert_int_equal(open_server(), EXIT_OK);
    void (*const steps[])(void) = {nothing, a_question_comes_back};
    assert_int_equal(run(steps, 2), EXIT_UPSTREAM_IS_SELF);
    assert_int_equal(err.count, 1);
    assert_int_equal(err.first.line, 3);
    assert_non_null(strstr(err.text, "dnsd.yaml:3: a question sent upstream came back"));
}

static void the_file_changes(void)
{
    assert_int_equal(watched.made, 1);
    assert_int_equal(watched.every_ms, RELOAD_MS);
    assert_string_equal(watched.file, "dnsd.yaml");
    world.reload_ms = 2 * RELOAD_MS;
    watched.changed(watched.arg);
}

static void it_is_watched_as_the_new_one_says(void)
{
    assert_int_equal(world.opened, 2);
    assert_int_equal(watched.made, 2);
    assert_int_equal(watched.freed, 1);
    assert_int_equal(watched.every_ms, 2 * RELOAD_MS);
    world.reload_ms = 0;
    watched.changed(watched.arg);
}

static void it_is_watched_no_more(void)
{
    assert_int_equal(world.opened, 3);
    assert_int_equal(watched.freed, 2);
    terminate();
}

static void a_watched_file_is_read_again_when_it_changes(void **state)
{
    (void)state;
    world.reload_ms = RELOAD_MS;
    assert_int_equal(open_server(), EXIT_OK);
    void (*const steps[])(void) = {
        the_file_changes,     nothing, nothing, it_is_watched_as_the_new_one_says, nothing, nothing,
        it_is_watched_no_more};
    assert_int_equal(run(steps, 7), EXIT_OK);
    assert_int_equal(watched.made, 2);
}

static void a_file_that_cannot_be_watched_is_read_at_the_signal_still(void **state)
{
    (void)state;
    world.reload_ms = RELOAD_MS;
    watched.cannot_be = true;
    assert_int_equal(open_server(), EXIT_OK);
    void (*const steps[])(void) = {hang_up, nothing, nothing, terminate};
    assert_int_equal(run(steps, 4), EXIT_OK);
    assert_int_equal(world.opened, 2);
}

static void at_the_end_clients_of_the_one_before_count_too(void **state)
{
    (void)state;
    assert_int_equal(open_server(), EXIT_OK);
    void (*const steps[])(void) = {two_wait,        nothing,         terminate,       nothing,
                                   one_client_less, one_client_less, a_second_passes, a_second_passes};
    assert_int_equal(run(steps, 8), EXIT_OK);
    assert_int_equal(world.made[0].waiting, 0);
    assert_in_range(world.turn, 6, 7);
}

static void a_loop_in_the_new_one(void)
{
    world.made[1].found_loop = true;
}

static void a_close_ends_the_one_before_first(void **state)
{
    (void)state;
    assert_int_equal(open_server(), EXIT_OK);
    void (*const steps[])(void) = {two_wait, nothing, nothing, a_loop_in_the_new_one};
    assert_int_equal(run(steps, 4), EXIT_UPSTREAM_IS_SELF); /* an end without a wait for clients */
    server_close(server);
    server = NULL;
    assert_int_equal(world.closes, 2);
    assert_ptr_equal(world.closed[0], &world.made[0]);
    assert_ptr_equal(world.closed[1], &world.made[1]);
}

#define with_world(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_world(what_a_reading_ends_with_is_what_the_start_ends_with),
        with_world(without_memory_or_a_loop_nothing_is_opened),
        with_world(a_log_reader_that_goes_away_ends_nothing),
        with_world(it_ends_at_either_signal_and_hears_nothing_new),
        with_world(at_the_end_who_waits_is_answered_first),
        with_world(at_the_end_nobody_is_waited_for_without_end),
        with_world(the_end_has_an_account_of_what_was_denied),
        with_world(a_report_says_the_counters_and_it_goes_on),
        with_world(a_reload_takes_over_and_the_one_before_stays_until_its_last_client_has_heard),
        with_world(a_bad_configuration_is_told_and_the_old_one_stays),
        with_world(a_reload_without_memory_leaves_all_as_it_was),
        with_world(an_upstream_that_is_a_way_round_to_ourselves_ends_it),
        with_world(a_watched_file_is_read_again_when_it_changes),
        with_world(a_file_that_cannot_be_watched_is_read_at_the_signal_still),
        with_world(at_the_end_clients_of_the_one_before_count_too),
        with_world(a_close_ends_the_one_before_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
