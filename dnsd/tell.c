#include "dnsd/tell.h"

#include <poll.h>
#include <unistd.h>

#include "dnsd/clock.h"

enum { PIECE_MAX = 4096 /* PIPE_BUF: what a writable pipe takes whole */ };

void tell(int fd, const char *text, size_t len, int wait_ms)
{
    uint64_t until_ms = clock_ms() + (uint64_t)wait_ms, now_ms;
    while (len && (now_ms = clock_ms()) <= until_ms) {
        struct pollfd p = {.fd = fd, .events = POLLOUT};
        if (poll(&p, 1, (int)(until_ms - now_ms)) != 1 || !(p.revents & POLLOUT))
            return;
        ssize_t wrote = write(fd, text, len < PIECE_MAX ? len : PIECE_MAX);
        if (wrote <= 0)
            return;
        text += wrote;
        len -= (size_t)wrote;
    }
}
