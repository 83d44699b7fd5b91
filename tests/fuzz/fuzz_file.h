/* fuzz_file.h: an input as a file that has no name on disk, for readers that open what they read. */
#pragma once

#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

struct fuzz_file {
    int fd;
    char path[64];
};

static inline struct fuzz_file fuzz_file_open(const uint8_t *data, size_t len)
{
    struct fuzz_file f = {.fd = memfd_create("fuzz", MFD_CLOEXEC)};
    if (f.fd < 0 || write(f.fd, data, len) != (ssize_t)len)
        _exit(2);
    snprintf(f.path, sizeof f.path, "/proc/self/fd/%d", f.fd);
    return f;
}

static inline void fuzz_file_close(struct fuzz_file f)
{
    close(f.fd);
}
