#include "dnsd/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <seccomp.h>
#include <stdbool.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What serving, reloading and the C libraries do, whichever of the C libraries it is. */
static const int allowed[] = {
    SCMP_SYS(accept4),
    SCMP_SYS(access),
    SCMP_SYS(bind),
    SCMP_SYS(brk),
    SCMP_SYS(clock_getres),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(close),
    SCMP_SYS(close_range),
    SCMP_SYS(connect),
    SCMP_SYS(dup),
    SCMP_SYS(epoll_create1),
    SCMP_SYS(epoll_ctl),
    SCMP_SYS(epoll_pwait),
    SCMP_SYS(epoll_pwait2),
    SCMP_SYS(epoll_wait),
    SCMP_SYS(eventfd2),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(faccessat),
    SCMP_SYS(fcntl),
    SCMP_SYS(fstat),
    SCMP_SYS(futex),
    SCMP_SYS(getegid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getpeername),
    SCMP_SYS(getpid),
    SCMP_SYS(getppid),
    SCMP_SYS(getrandom),
    SCMP_SYS(getsockname),
    SCMP_SYS(getsockopt),
    SCMP_SYS(gettid),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(getuid),
    SCMP_SYS(ioctl),
    SCMP_SYS(listen),
    SCMP_SYS(lseek),
    SCMP_SYS(lstat),
    SCMP_SYS(madvise),
    SCMP_SYS(mremap),
    SCMP_SYS(munmap),
    SCMP_SYS(nanosleep),
    SCMP_SYS(newfstatat),
    SCMP_SYS(pipe2),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(pread64),
    SCMP_SYS(prlimit64),
    SCMP_SYS(pselect6),
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(recvfrom),
    SCMP_SYS(recvmmsg),
    SCMP_SYS(recvmsg),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sched_yield),
    SCMP_SYS(select),
    SCMP_SYS(sendmmsg),
    SCMP_SYS(sendmsg),
    SCMP_SYS(sendto),
    SCMP_SYS(setsockopt),
    SCMP_SYS(shutdown),
    SCMP_SYS(socketpair),
    SCMP_SYS(stat),
    SCMP_SYS(statx),
    SCMP_SYS(sysinfo),
    SCMP_SYS(tgkill),
    SCMP_SYS(time),
    SCMP_SYS(timerfd_create),
    SCMP_SYS(timerfd_settime),
    SCMP_SYS(uname),
    SCMP_SYS(write),
    SCMP_SYS(writev),
};

static bool add(scmp_filter_ctx f, uint32_t action, int call, struct scmp_arg_cmp when)
{
    return seccomp_rule_add_array(f, action, call, 1, &when) == 0;
}

static bool allow_socket(scmp_filter_ctx f, unsigned family)
{
    return add(f, SCMP_ACT_ALLOW, SCMP_SYS(socket),
               (struct scmp_arg_cmp){.arg = 0, .op = SCMP_CMP_EQ, .datum_a = family});
}

/* Memory that is not executable. */
static bool allow_memory(scmp_filter_ctx f, int call)
{
    return add(f, SCMP_ACT_ALLOW, call,
               (struct scmp_arg_cmp){.arg = 2, .op = SCMP_CMP_MASKED_EQ, .datum_a = PROT_EXEC, .datum_b = 0});
}

/* A file may be opened to be read; to write is an error and no crime, for libraries try it. */
static bool allow_open(scmp_filter_ctx f, int call, unsigned at)
{
    bool good = true;
    for (unsigned mode = 0; mode <= O_ACCMODE; mode++)
        good = good && add(f, mode == O_RDONLY ? SCMP_ACT_ALLOW : SCMP_ACT_ERRNO(EACCES), call,
                           (struct scmp_arg_cmp){
                               .arg = at, .op = SCMP_CMP_MASKED_EQ, .datum_a = O_ACCMODE, .datum_b = mode});
    return good;
}

static bool add_rules(scmp_filter_ctx f)
{
    bool good = true;
    for (unsigned i = 0; i < sizeof allowed / sizeof *allowed; i++)
        good = good && seccomp_rule_add(f, SCMP_ACT_ALLOW, allowed[i], 0) == 0;
    return good && allow_socket(f, AF_INET) && allow_socket(f, AF_INET6) && allow_socket(f, AF_UNIX) &&
           allow_memory(f, SCMP_SYS(mmap)) && allow_memory(f, SCMP_SYS(mprotect)) &&
           allow_open(f, SCMP_SYS(open), 1) && allow_open(f, SCMP_SYS(openat), 2);
}

/* What each query takes is found first. */
static void put_first(scmp_filter_ctx f)
{
    static const int hot[] = {SCMP_SYS(epoll_wait), SCMP_SYS(recvmmsg), SCMP_SYS(sendmmsg), SCMP_SYS(sendto),
                              SCMP_SYS(recvfrom),   SCMP_SYS(write),    SCMP_SYS(poll),     SCMP_SYS(writev)};
    for (unsigned i = 0; i < sizeof hot / sizeof *hot; i++)
        (void)seccomp_syscall_priority(f, hot[i], (uint8_t)(255 - i));
}

/* 0, or what errno would say. */
static int load_filter(void)
{
    scmp_filter_ctx f = seccomp_init(SCMP_ACT_KILL_PROCESS);
    int status = -ENOSYS;
    if (f && add_rules(f)) {
        put_first(f);
        status = seccomp_load(f);
    }
    if (f)
        seccomp_release(f);
    return -status;
}

/* gVisor does not say which actions it has, and libseccomp then thinks that it has none; level 3 is what it
 * does. Where libseccomp finds out by itself, it is left alone. */
static void filter_calls(struct diag *notes)
{
    int why = load_filter();
    if (why && seccomp_api_set(3) == 0)
        why = load_filter();
    if (why)
        (void)diag_say(notes, "not confined to the system calls that serving takes: %s", strerror(why));
}

/* The bounding set needs no care: without new privileges nothing is gained from it. */
static void drop_capabilities(struct diag *notes)
{
    struct __user_cap_header_struct head = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {0};
    (void)prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0); /* EINVAL in gVisor, which has none */
    if (syscall(SYS_capset, &head, none) != 0)
        (void)diag_say(notes, "capabilities are kept: %s", strerror(errno));
}

void confine(struct diag *notes)
{
    drop_capabilities(notes);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        (void)diag_say(notes, "new privileges are not ruled out: %s", strerror(errno));
    if (CONFINE_FILTERS)
        filter_calls(notes);
}
