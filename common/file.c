#include "common/file.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "common/text.h"

enum { CHUNK_LEN = 16 * 1024, WRITER_WAIT_MS = 500 };

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

/* A pipe that has a name, and so perhaps no writer: one has half a second to come. Those without a name, of
 * <(command) and of standard input, had theirs. 0, or what is wrong. */
static int await_writer(int fd, struct text *to)
{
    char first;
    struct statfs fs;
    struct pollfd pipe = {.fd = fd, .events = POLLIN};
    if ((fstatfs(fd, &fs) == 0 && fs.f_type == PIPEFS_MAGIC) || poll(&pipe, 1, WRITER_WAIT_MS) != 0)
        return 0;
    ssize_t got = read(fd, &first, 1);
    if (got > 0)
        text_add(to, &first, 1);
    return got == 0 ? EPIPE : 0;
}

/* Whether reading it ends, or is what the user asked for: /dev/null, and the terminal it is typed on. */
static bool is_device_to_read(const struct stat *st)
{
    struct stat null, own;
    return (stat("/dev/null", &null) == 0 && st->st_rdev == null.st_rdev) ||
           (fstat(STDIN_FILENO, &own) == 0 && S_ISCHR(own.st_mode) && st->st_rdev == own.st_rdev);
}

/* What fd is, before it is drained: 0, or what is wrong. It was opened not to wait, and waits from here on.
 */
static int check_kind(int fd, size_t max_len, struct text *to)
{
    struct stat st;
    int flags = fcntl(fd, F_GETFL);
    if (fstat(fd, &st) != 0)
        return errno;
    if (S_ISREG(st.st_mode) && (size_t)st.st_size > max_len)
        return EFBIG;
    if (S_ISBLK(st.st_mode) || (S_ISCHR(st.st_mode) && !is_device_to_read(&st)))
        return ENODEV;
    int why = S_ISFIFO(st.st_mode) ? await_writer(fd, to) : 0;
    return !why && flags >= 0 && fcntl(fd, F_SETFL, flags & ~O_NONBLOCK) != 0 ? errno : why;
}

static int complain(struct diag *err, const char *path, size_t max_len, int why)
{
    struct place where = {.file = path};
    if (why == EFBIG)
        diag_at(err, where, "is longer than the %zu octets allowed", max_len);
    else if (why == EPIPE)
        diag_at(err, where, "no program writes to this pipe; give a file");
    else if (why == ENODEV)
        diag_at(err, where, "is a device; give a file");
    else
        diag_at(err, where, "%s", strerror(why));
    errno = why;
    return -1;
}

int file_read(const char *path, size_t max_len, struct arena *a, struct bytes *out, struct diag *err)
{
    bool standard_input = strcmp(path, "-") == 0;
    int fd = standard_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return complain(err, path, max_len, errno);
    struct text all;
    text_init(&all, a);
    text_add(&all, "", 0);
    int why = standard_input ? 0 : check_kind(fd, max_len, &all);
    if (!why)
        why = drain(fd, max_len, &all);
    if (!standard_input)
        close(fd);
    if (why)
        return complain(err, path, max_len, why);
    *out = (struct bytes){.at = all.at, .len = all.len};
    return 0;
}
