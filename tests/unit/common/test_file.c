#include "tests/unit/cmocka_all.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/file.h"

enum { ROOM = 1 << 20 };

static struct arena arena;
static char path[32];

static int setup(void **state)
{
    (void)state;
    arena_init(&arena, ROOM);
    snprintf(path, sizeof path, "/tmp/test_file.XXXXXX");
    int fd = mkstemp(path);
    if (fd < 0 || write(fd, "a\0bc", 4) != 4)
        return -1;
    return close(fd);
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&arena);
    return unlink(path);
}

static void a_file_is_read_whole_with_its_nuls(void **state)
{
    (void)state;
    struct diag err = {0};
    struct bytes got;
    assert_int_equal(file_read(path, 4, &arena, &got, &err), 0);
    assert_int_equal(got.len, 4);
    assert_memory_equal(got.at, "a\0bc\0", 5);
}

static void a_pipe_that_nobody_writes_to_is_refused(void **state)
{
    (void)state;
    char name[64];
    struct diag err = {0};
    struct bytes got;
    snprintf(name, sizeof name, "%s.pipe", path);
    assert_int_equal(mkfifo(name, 0600), 0);
    int status = file_read(name, 4, &arena, &got, &err), why = errno;
    assert_int_equal(unlink(name), 0);
    assert_int_equal(status, -1);
    assert_int_equal(why, EPIPE);
    assert_non_null(strstr(err.text, "no program writes to this pipe"));
}

static void a_device_is_refused_but_for_the_empty_one(void **state)
{
    (void)state;
    struct diag err = {0};
    struct bytes got;
    assert_int_equal(file_read("/dev/null", 4, &arena, &got, &err), 0);
    assert_int_equal(got.len, 0);
    assert_int_equal(file_read("/dev/zero", 4, &arena, &got, &err), -1);
    assert_int_equal(errno, ENODEV);
}

static void one_octet_past_the_bound_is_refused(void **state)
{
    (void)state;
    struct diag err = {0};
    struct bytes got;
    assert_int_equal(file_read(path, 3, &arena, &got, &err), -1);
    assert_non_null(strstr(err.text, ": is longer than the 3 octets allowed"));
}

static void a_file_that_says_no_length_is_bounded_too(void **state)
{
    (void)state;
    struct diag err = {0};
    struct bytes got;
    assert_int_equal(file_read("/proc/self/status", 100, &arena, &got, &err), -1);
    assert_string_equal(err.text, "/proc/self/status: is longer than the 100 octets allowed\n");
}

static void a_file_larger_than_the_arena_is_refused(void **state)
{
    (void)state;
    struct diag err = {0};
    struct bytes got;
    assert_int_equal(truncate(path, 2 * ROOM), 0);
    assert_int_equal(file_read(path, SIZE_MAX, &arena, &got, &err), -1);
    assert_non_null(strstr(err.text, ": Cannot allocate memory\n"));
}

static void the_system_says_why_a_file_cannot_be_read(void **state)
{
    (void)state;
    char name[64], said[128];
    struct diag err = {0};
    struct bytes got;
    snprintf(name, sizeof name, "%s.none", path);
    snprintf(said, sizeof said, "%s: No such file or directory\n/: Is a directory\n", name);
    assert_int_equal(file_read(name, 9, &arena, &got, &err), -1);
    assert_int_equal(file_read("/", SIZE_MAX, &arena, &got, &err), -1);
    assert_string_equal(err.text, said);
}

static void a_pipe_is_read_to_its_end(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "piped", 5), 5);
    close(ends[1]);
    char name[32];
    snprintf(name, sizeof name, "/dev/fd/%d", ends[0]);
    struct diag err = {0};
    struct bytes got;
    assert_int_equal(file_read(name, 5, &arena, &got, &err), 0);
    assert_string_equal(got.at, "piped");
    close(ends[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_file_is_read_whole_with_its_nuls, setup, teardown),
        cmocka_unit_test_setup_teardown(one_octet_past_the_bound_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(a_pipe_that_nobody_writes_to_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(a_device_is_refused_but_for_the_empty_one, setup, teardown),
        cmocka_unit_test_setup_teardown(a_file_that_says_no_length_is_bounded_too, setup, teardown),
        cmocka_unit_test_setup_teardown(a_file_larger_than_the_arena_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(the_system_says_why_a_file_cannot_be_read, setup, teardown),
        cmocka_unit_test_setup_teardown(a_pipe_is_read_to_its_end, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
