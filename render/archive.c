#include "render/archive.h"

#include <stdlib.h>
#include <string.h>
#define ZLIB_CONST
#include <zlib.h>

enum {
    RECORD_LEN = 512,
    CHUNK_LEN = 64 * 1024,
    NAME_MAX_LEN = 100,
    PREFIX_MAX_LEN = 155,
    GZIP_WINDOW = 15 + 16
};

/* A ustar header: POSIX.1-1988. Numbers are octal text. */
struct header {
    char name[NAME_MAX_LEN], mode[8], uid[8], gid[8], size[12], time[12], sum[8], type, link[100], magic[6],
        version[2], user[32], group[32], major[8], minor[8], prefix[PREFIX_MAX_LEN], rest[12];
};

struct reader {
    struct arena *arena;
    struct fault *fault;
    const char *shown;
    struct bytes left;     /* of the unpacked archive */
    const char *long_name; /* for the next entry, from a pax or GNU record; NULL: none */
};

static voidpf take(voidpf arena, uInt count, uInt len)
{
    return arena_alloc_many(arena, count, len);
}

static void give_back(voidpf arena, voidpf p)
{
    (void)arena;
    (void)p;
}

static int inflate_all(struct bytes packed, const char *shown, struct arena *a, struct text *to,
                       struct fault *f)
{
    z_stream z = {.zalloc = take, .zfree = give_back, .opaque = a};
    static const char bad[] = "gzip: invalid header";
    char *chunk = arena_alloc(a, CHUNK_LEN);
    z.next_in = (const Bytef *)packed.at;
    z.avail_in = (uInt)packed.len;
    int status = inflateInit2(&z, GZIP_WINDOW);
    while (status == Z_OK) {
        z.next_out = (Bytef *)chunk;
        z.avail_out = CHUNK_LEN;
        status = inflate(&z, Z_NO_FLUSH);
        if (status == Z_OK || status == Z_STREAM_END)
            text_add(to, chunk, CHUNK_LEN - z.avail_out);
        if (to->len > ARCHIVE_MAX)
            return fault_set(f, "%s: unpacks to more than %d octets", shown, ARCHIVE_MAX);
    }
    if (status == Z_STREAM_END)
        return 0;
    return fault_set(f, "%s", to->len ? "unexpected EOF" : bad);
}

static size_t octal(const char *at, size_t len)
{
    size_t n = 0;
    for (size_t i = 0; i < len && n <= ARCHIVE_MAX; i++)
        if (at[i] >= '0' && at[i] <= '7')
            n = n * 8 + (size_t)(at[i] - '0');
    return n;
}

/* "LENGTH path=NAME\n" among the records of a pax header. */
static void read_pax(struct reader *r, struct bytes data)
{
    const char *at = data.at, *end = data.at + data.len;
    while (at < end) {
        char *blank;
        size_t len = strtoul(at, &blank, 10);
        if (len == 0 || len > (size_t)(end - at) || *blank != ' ')
            return;
        size_t skip = (size_t)(blank + 1 - at);
        if (len > skip + 5 && memcmp(blank + 1, "path=", 5) == 0)
            r->long_name = arena_copy(r->arena, blank + 6, len - skip - 6);
        at += len;
    }
}

static const char *name_of(struct reader *r, const struct header *h)
{
    int name_len = (int)strnlen(h->name, NAME_MAX_LEN), prefix_len = (int)strnlen(h->prefix, PREFIX_MAX_LEN);
    if (r->long_name)
        return r->long_name;
    if (prefix_len && memcmp(h->magic, "ustar", 6) == 0)
        return arena_printf(r->arena, "%.*s/%.*s", prefix_len, h->prefix, name_len, h->name);
    return arena_printf(r->arena, "%.*s", name_len, h->name);
}

static bool leads_out(const char *name)
{
    for (const char *at = name; at; at = strchr(at, '/')) {
        at += *at == '/';
        if (strncmp(at, "..", 2) == 0 && (at[2] == '/' || !at[2]))
            return true;
    }
    return *name == '/';
}

static int add_file(struct reader *r, const char *name, struct bytes data, struct chart_files *out)
{
    const char *slash = strchr(name, '/');
    if (!slash || !slash[1])
        return fault_set(r->fault, "chart illegally contains content outside the base directory");
    if (leads_out(name))
        return fault_set(r->fault, "chart illegally references parent directory");
    if (data.len >= 3 && memcmp(data.at, "\xef\xbb\xbf", 3) == 0)
        data = (struct bytes){.at = data.at + 3, .len = data.len - 3};
    if (out->count == FOLDER_FILES_MAX)
        return fault_set(r->fault, "%s: has more than %d files", r->shown, FOLDER_FILES_MAX);
    folder_add(r->arena, out,
               (struct chart_file){.name = slash + 1,
                                   .path = arena_printf(r->arena, "%s!%s", r->shown, slash + 1),
                                   .data = {.at = arena_copy(r->arena, data.at, data.len), .len = data.len}});
    return 0;
}

/* One header and what belongs to it. 1: it was the last. */
static int read_entry(struct reader *r, struct chart_files *out)
{
    struct header h;
    if (r->left.len < RECORD_LEN || *r->left.at == '\0')
        return 1;
    memcpy(&h, r->left.at, sizeof h);
    size_t size = octal(h.size, sizeof h.size), padded = (size + RECORD_LEN - 1) / RECORD_LEN * RECORD_LEN;
    struct bytes data = {.at = r->left.at + RECORD_LEN, .len = size};
    if (size > r->left.len - RECORD_LEN)
        return fault_set(r->fault, "unexpected EOF");
    if (padded > r->left.len - RECORD_LEN)
        padded = r->left.len - RECORD_LEN;
    r->left.at += RECORD_LEN + padded;
    r->left.len -= RECORD_LEN + padded;
    if (h.type == 'x')
        read_pax(r, data);
    else if (h.type == 'L')
        r->long_name = arena_copy(r->arena, data.at, strnlen(data.at, size));
    if (h.type == 'x' || h.type == 'L' || h.type == 'g')
        return 0;
    const char *name = name_of(r, &h);
    r->long_name = NULL;
    return h.type == '0' || h.type == '\0' ? add_file(r, name, data, out) : 0;
}

int archive_read(struct bytes packed, const char *shown, struct arena *a, struct chart_files *out,
                 struct fault *f)
{
    struct text all;
    int status = 0;
    text_init(&all, a);
    text_add(&all, "", 0);
    *out = (struct chart_files){0};
    if (inflate_all(packed, shown, a, &all, f) != 0)
        return -1;
    struct reader r = {.arena = a, .fault = f, .shown = shown, .left = {.at = all.at, .len = all.len}};
    while (status == 0)
        status = read_entry(&r, out);
    if (status > 0 && out->count == 0)
        return fault_set(f, "no files in chart archive");
    return status < 0 ? -1 : 0;
}
