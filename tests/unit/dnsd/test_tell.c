#include "tests/unit/cmocka_all.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "dnsd/clock.h"
#include "dnsd/tell.h"

enum { LONG = 1 << 20, PATIENCE_MS = 100 };

static int ends[2];

static int open_pipe(void **state)
{
    (void)state;
    return pipe(ends);
}

static int close_pipe(void **state)
{
    (void)state;
    close(ends[0]);
    close(ends[1]);
    return 0;
}

static void a_reader_who_reads_gets_it_all(void **state)
{
    (void)state;
    char got[16];
    tell(ends[1], "two\nlines\n", 10, PATIENCE_MS);
    assert_int_equal(read(ends[0], got, sizeof got), 10);
    assert_memory_equal(got, "two\nlines\n", 10);
}

static void a_reader_who_is_slow_costs_no_more_than_was_said(void **state)
{
    (void)state;
    static char text[LONG];
    memset(text, 'x', sizeof text);
    uint64_t began_ms = clock_ms();
    tell(ends[1], text, sizeof text, PATIENCE_MS);
    uint64_t took_ms = clock_ms() - began_ms;
    assert_in_range(took_ms, PATIENCE_MS - 1, PATIENCE_MS * 20);
}

static void a_reader_who_is_gone_ends_it_at_once(void **state)
{
    (void)state;
    signal(SIGPIPE, SIG_IGN);
    close(ends[0]);
    uint64_t began_ms = clock_ms();
    tell(ends[1], "text", 4, 60 * 1000);
    assert_true(clock_ms() - began_ms < 10 * 1000);
    ends[0] = open("/dev/null", O_RDONLY | O_CLOEXEC);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_reader_who_reads_gets_it_all, open_pipe, close_pipe),
        cmocka_unit_test_setup_teardown(a_reader_who_is_slow_costs_no_more_than_was_said, open_pipe,
                                        close_pipe),
        cmocka_unit_test_setup_teardown(a_reader_who_is_gone_ends_it_at_once, open_pipe, close_pipe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
