/* What stands in a .tgz: the octets as a tape archive, and as what gzip packed. */
#include "tests/fuzz/fuzz.h"

#include "render/archive.h"
#include "render/gunzip.h"
#include "render/tar.h"

enum { UNPACKED_MAX = 1024 * 1024 };

/* Every entry lies within the archive, and there are no more of them than headers fit in it. */
static void read_entries(struct bytes archive, struct arena *a)
{
    struct tar t = {.arena = a, .left = archive};
    struct tar_entry entry;
    struct fault f;
    size_t count = 0;
    int status;
    fault_init(&f, a);
    while ((status = tar_next(&t, &entry, &f)) > 0) {
        fuzz_want(count++ <= archive.len / 512);
        fuzz_want(entry.data.len == 0 || (entry.data.at >= archive.at &&
                                          entry.data.at + entry.data.len <= archive.at + archive.len));
    }
    fuzz_want(status == 0 || f.helm != NULL);
}

static void unpack(struct bytes packed, struct arena *a)
{
    struct text to;
    text_init(&to, a);
    (void)gunzip(packed, UNPACKED_MAX, &to);
    fuzz_want(to.len <= UNPACKED_MAX + 1);
}

static void read_chart(struct bytes packed, struct arena *a)
{
    const struct chart_options options = {.helm4 = packed.len % 2};
    struct chart_files files;
    struct fault f;
    fault_init(&f, a);
    if (archive_read(packed, "a.tgz", &options, a, &files, &f) != 0)
        fuzz_want(f.helm != NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
    struct bytes octets = {.at = (const char *)data, .len = len};
    struct arena a;
    fuzz_arena(&a);
    read_entries(octets, &a);
    unpack(octets, &a);
    read_chart(octets, &a);
    arena_clear(&a);
    return 0;
}
