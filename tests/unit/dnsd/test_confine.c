#include "tests/unit/cmocka_all.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "dnsd/confine.h"

/* How a child ends that does this: its exit status, or 128 + the signal. */
static int end_of(int (*live)(void *), void *arg)
{
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        _exit(live(arg));
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/* A system call that the kernel refuses, if its first argument is this one, or whatever that is. */
struct refusal {
    uint32_t call, argument;
    bool any;
    uint16_t error; /* 0: none is refused */
};

struct life {
    int (*act)(void);
    const char *notes; /* that are expected */
    struct refusal refusals[2];
};

static bool refuse(const struct refusal *r)
{
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, r->call, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, r->argument, 0, r->any ? 0 : 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | r->error),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const struct sock_fprog program = {.len = sizeof filter / sizeof *filter, .filter = filter};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

static int live_confined(void *arg)
{
    static struct diag notes;
    const struct life *l = arg;
    for (unsigned i = 0; i < 2 && l->refusals[i].error; i++)
        if (!refuse(&l->refusals[i]))
            return 98;
    confine(&notes);
    if (strcmp(notes.text, l->notes) == 0)
        return l->act();
    fputs(notes.text, stderr);
    return 99;
}

static int confined(int (*act)(void))
{
    return end_of(live_confined, &(struct life){.act = act, .notes = ""});
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

#if CONFINE_FILTERS
#define UNFILTERED "not confined to the system calls that serving takes: Operation canceled\n"
#else
#define UNFILTERED ""
#endif

/* Each costs a line, and what can be done is done all the same. */
static void steps_that_the_kernel_refuses_are_told_and_left_out(void **state)
{
    (void)state;
    static struct life lives[] = {
        {.notes = "capabilities are kept: Operation not permitted\n",
         .refusals = {{.call = SYS_capset, .any = true, .error = EPERM}}},
        {.notes = "new privileges are not ruled out: Invalid argument\n" UNFILTERED,
         .refusals = {{.call = SYS_prctl, .argument = PR_SET_NO_NEW_PRIVS, .error = EINVAL}}},
        {.notes = UNFILTERED,
         .refusals = {{.call = SYS_seccomp, .any = true, .error = ENOSYS},
                      {.call = SYS_prctl, .argument = PR_SET_SECCOMP, .error = EINVAL}}},
    };
    for (size_t i = 0; i < sizeof lives / sizeof *lives; i++) {
        lives[i].act = do_nothing;
        assert_int_equal(end_of(live_confined, &lives[i]), 7);
    }
}

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

/* As in gVisor, which filters and says nothing about it. */
static void a_kernel_that_does_not_say_what_it_can_do_filters_all_the_same(void **state)
{
    (void)state;
    struct life l = {
        .act = start_a_process,
        .notes = "",
        .refusals = {{.call = SYS_seccomp, .argument = SECCOMP_GET_ACTION_AVAIL, .error = EINVAL}}};
    assert_int_equal(end_of(live_confined, &l), 128 + SIGSYS);
    l.act = open_sockets;
    assert_int_equal(end_of(live_confined, &l), 0);
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

static void a_kernel_that_does_not_say_what_it_can_do_filters_all_the_same(void **state)
{
    (void)state;
    leave_out("filtering without being told of actions");
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_serving_takes_still_works),
        cmocka_unit_test(steps_that_the_kernel_refuses_are_told_and_left_out),
        cmocka_unit_test(what_it_does_not_ends_the_process),
        cmocka_unit_test(no_file_can_be_written),
        cmocka_unit_test(a_kernel_that_does_not_say_what_it_can_do_filters_all_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
