#include "common/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/text.h"

enum { CHUNK_LEN = 16 * 1024 };

static int drain(int fd, size_t max_len, struct text *to)
{
    char chunk[CHUNK_LEN];
    for (;;) {
        ssize_t got = read(fd, chunk, sizeof chunk);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got < 0 ? errno : 0;
        if ((size_t)got > max_len - to->len)
            return EFBIG;
        text_add(to, chunk, (size_t)got);
        if (to->failed)
            return ENOMEM;
    }
}

static int complain(struct diag *err, const char *path, size_t max_len, int why)
{
    struct place where = {.file = path};
    if (why == EFBIG)
        diag_at(err, where, "is longer than the %zu octets allowed", max_len);
    else
        diag_at(err, where, "%s", strerror(why));
    errno = why;
    return -1;
}

int file_read(const char *path, size_t max_len, struct arena *a, struct bytes *out, struct diag *err)
{
    bool standard_input = strcmp(path, "-") == 0;
    int fd = standard_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return complain(err, path, max_len, errno);
    struct stat st;
    struct text all;
    text_init(&all, a);
    text_add(&all, "", 0);
    int why = fstat(fd, &st) != 0 ? errno : S_ISREG(st.st_mode) && (size_t)st.st_size > max_len ? EFBIG : 0;
    if (!why)
        why = drain(fd, max_len, &all);
    if (!standard_input)
        close(fd);
    if (why)
        return complain(err, path, max_len, why);
    *out = (struct bytes){.at = all.at, .len = all.len};
    return 0;
}
