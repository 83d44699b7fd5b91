#include "dnsd/source_port.h"

#include <errno.h>
#include <sys/socket.h>
#include <unistd.h>

enum { TRIES = 64 };

static int bind_random(struct source_ports *p, int fd, int family)
{
    struct address a = {0};
    a.any.sa_family = (sa_family_t)family;
    for (int i = 0; i < TRIES; i++) {
        uint32_t count = (uint32_t)(p->last - p->first) + 1;
        address_set_port(&a, (uint16_t)(p->first + random_below(&p->random, count)));
        if (bind(fd, &a.any, address_len(&a)) == 0)
            return 0;
        if (errno != EADDRINUSE)
            return -1;
    }
    return -1;
}

int source_port_open(struct source_ports *p, int family, int type)
{
    int fd = socket(family, type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return -1;
    if (bind_random(p, fd, family) == 0)
        return fd;
    int why = errno;
    close(fd);
    errno = why;
    return -1;
}
