/* cost: runs a program and tells what it took: `wall US cpu US rss KB`, on stderr, behind all that it prints.
 *
 *   cost COMMAND [ARGUMENT...]      exit: the program's own, 126 where a signal ended it, 127 where it cannot
 * be run
 *
 * A harness in Python cannot tell the peak memory of a program that it starts: the kernel counts what the
 * child was before it became that program, and that was a copy of the harness. This is small, and so is its
 * copy. */
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/now.h"

static long long us_of(struct timeval t)
{
    return (long long)t.tv_sec * 1000000 + t.tv_usec;
}

int main(int argc, char **argv)
{
    pid_t child;
    int status = 0;
    struct rusage used;
    int64_t begun_ns = now_ns();
    int why = argc < 2 ? 0 : posix_spawnp(&child, argv[1], NULL, NULL, argv + 1, environ);
    if (argc < 2 || why) {
        fprintf(stderr, argc < 2 ? "usage: cost COMMAND [ARGUMENT...]\n" : "cost: %s: %s\n", argv[1],
                strerror(why));
        return argc < 2 ? 2 : 127;
    }
    if (wait4(child, &status, 0, &used) < 0)
        return 126;
    fprintf(stderr, "wall %lld cpu %lld rss %ld\n", (long long)(now_ns() - begun_ns) / 1000,
            us_of(used.ru_utime) + us_of(used.ru_stime), used.ru_maxrss);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 126;
}
