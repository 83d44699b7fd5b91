#include "tests/unit/cmocka_all.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "dnsd/confine.h"

/* How a child ends that does this behind the filter: its exit status, or 128 + the signal. */
static int confined(int (*act)(void))
{
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        static struct diag notes;
        confine(&notes);
        _exit(notes.count ? 99 : act());
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

static int do_nothing(void)
{
    return 7;
}

static int open_to_read(void)
{
    return open("/etc/passwd", O_RDONLY) < 0;
}

static int open_to_write(void)
{
    return open("/tmp", O_WRONLY | O_CREAT, 0600) >= 0 || errno != EACCES;
}

static int start_a_program(void)
{
    char *const none[] = {NULL};
    return execve("/bin/true", none, none);
}

static int start_a_process(void)
{
    return fork() < 0;
}

static int make_memory_executable(void)
{
    return mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED;
}

static int open_a_raw_socket(void)
{
    return socket(AF_PACKET, SOCK_RAW, 0) < 0;
}

static int open_sockets(void)
{
    return socket(AF_INET, SOCK_DGRAM, 0) < 0 || socket(AF_INET6, SOCK_STREAM, 0) < 0;
}

static void what_serving_takes_still_works(void **state)
{
    (void)state;
    assert_int_equal(confined(do_nothing), 7);
    assert_int_equal(confined(open_to_read), 0);
    assert_int_equal(confined(open_sockets), 0);
}

static int (*const crimes[])(void) = {start_a_program, start_a_process, make_memory_executable,
                                      open_a_raw_socket};

#if CONFINE_FILTERS /* the sanitizers make calls of their own, so there is no filter */
static void what_it_does_not_ends_the_process(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof crimes / sizeof *crimes; i++)
        assert_int_equal(confined(crimes[i]), 128 + SIGSYS);
}

static void no_file_can_be_written(void **state)
{
    (void)state;
    assert_int_equal(confined(open_to_write), 0);
}
#else
static void leave_out(const char *what)
{
    print_message("not tested here: sanitizers make the very calls that the filter forbids: %s\n", what);
    skip();
}

static void what_it_does_not_ends_the_process(void **state)
{
    (void)state;
    (void)crimes;
    leave_out("what serving does not take");
}

static void no_file_can_be_written(void **state)
{
    (void)state;
    (void)open_to_write;
    leave_out("opening a file to be written");
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_serving_takes_still_works),
                                       cmocka_unit_test(what_it_does_not_ends_the_process),
                                       cmocka_unit_test(no_file_can_be_written)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
