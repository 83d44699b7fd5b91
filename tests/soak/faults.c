/* Linked into dnsd instead of the C library's own calls, with --wrap: a wall clock that jumps, a kernel
 * without buffers and memory that runs out, as the test says through a file that the environment names. None
 * can be had from the kernel itself: a wall clock is of the whole machine, UDP keeps a lack of buffers to
 * itself, and memory that is short ends a process instead of saying so. */
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

struct wishes {
    int64_t jump_s;            /* added to the wall clock */
    int64_t fail_every;        /* each so manieth send fails with ENOBUFS; 0: none */
    int64_t sends, refused;    /* told back: calls, and datagrams that went with a refused one */
    int64_t fail_allocation;   /* the so manieth from now on; 0: none */
    int64_t allocations_every; /* as fail_every */
    int64_t allocations, allocations_refused;
};

time_t __wrap_time(time_t *to);
int __wrap_clock_gettime(clockid_t which, struct timespec *to);
int __wrap_sendmmsg(int fd, struct mmsghdr *heads, unsigned count, int flags);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
int __real_clock_gettime(clockid_t which, struct timespec *to);
int __real_sendmmsg(int fd, struct mmsghdr *heads, unsigned count, int flags);

static struct wishes none, *wishes = &none;

__attribute__((constructor)) static void find_wishes(void)
{
    const char *path = getenv("DNSD_FAULTS");
    int fd = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
    void *at = fd < 0 ? MAP_FAILED : mmap(NULL, sizeof *wishes, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (at != MAP_FAILED)
        wishes = at;
    if (fd >= 0)
        close(fd);
}

int __wrap_clock_gettime(clockid_t which, struct timespec *to)
{
    int status = __real_clock_gettime(which, to);
    if (which == CLOCK_REALTIME)
        to->tv_sec += wishes->jump_s;
    return status;
}

time_t __wrap_time(time_t *to)
{
    struct timespec t = {0};
    (void)__wrap_clock_gettime(CLOCK_REALTIME, &t);
    if (to)
        *to = t.tv_sec;
    return t.tv_sec;
}

static int refuses(void)
{
    return wishes->fail_every && wishes->sends++ % wishes->fail_every == 0;
}

int __wrap_sendmmsg(int fd, struct mmsghdr *heads, unsigned count, int flags)
{
    if (!refuses())
        return __real_sendmmsg(fd, heads, count, flags);
    wishes->refused++;
    errno = ENOBUFS;
    return -1;
}

static int refuses_allocation(void)
{
    int64_t number = ++wishes->allocations;
    int it = (wishes->fail_allocation && --wishes->fail_allocation == 0) ||
             (wishes->allocations_every && number % wishes->allocations_every == 0);
    wishes->allocations_refused += it;
    return it;
}

void *__wrap_malloc(size_t size)
{
    return refuses_allocation() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return refuses_allocation() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
    return refuses_allocation() ? NULL : __real_realloc(old, size);
}
