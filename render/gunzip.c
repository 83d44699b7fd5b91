#include "render/gunzip.h"

#include <string.h>
#define ZLIB_CONST
#include <zlib.h>

enum { CHUNK_LEN = 64 * 1024, HEADER_LEN = 10, GZIP_WINDOW = 15 + 16 };

static voidpf take(voidpf arena, uInt count, uInt len)
{
    return arena_alloc_many(arena, count, len);
}

static void give_back(voidpf arena, voidpf p)
{
    (void)arena;
    (void)p;
}

/* What stands where a member begins; NULL: a header that zlib may read. */
static const char *wrong_header(const z_stream *z)
{
    if (z->avail_in == 0)
        return "EOF";
    if (z->avail_in < HEADER_LEN)
        return "unexpected EOF";
    return memcmp(z->next_in, "\x1f\x8b\x08", 3) == 0 ? NULL : "gzip: invalid header";
}

/* One member, to its end. */
static const char *read_member(z_stream *z, char *chunk, size_t max, struct text *to)
{
    int status = Z_OK;
    while (status == Z_OK && to->len <= max) {
        z->next_out = (Bytef *)chunk;
        z->avail_out = CHUNK_LEN;
        status = inflate(z, Z_NO_FLUSH);
        size_t len = CHUNK_LEN - z->avail_out;
        text_add(to, chunk, len <= max + 1 - to->len ? len : max + 1 - to->len);
    }
    if (status == Z_STREAM_END || to->len > max)
        return NULL;
    if (status == Z_BUF_ERROR)
        return "unexpected EOF";
    bool sum = z->msg && (strstr(z->msg, "data check") || strstr(z->msg, "length check"));
    return sum ? "gzip: invalid checksum" : "flate: corrupt input";
}

const char *gunzip(struct bytes packed, size_t max, struct text *to)
{
    z_stream z = {.zalloc = take, .zfree = give_back, .opaque = to->arena};
    char *chunk = arena_alloc(to->arena, CHUNK_LEN);
    z.next_in = (const Bytef *)packed.at;
    z.avail_in = (uInt)packed.len;
    const char *wrong = wrong_header(&z);
    if (!chunk || inflateInit2(&z, GZIP_WINDOW) != Z_OK)
        return "no memory left";
    while (!wrong) {
        wrong = read_member(&z, chunk, max, to);
        if (z.avail_in == 0 || to->len > max)
            break;
        if (!wrong)
            wrong = wrong_header(&z);
        if (!wrong && inflateReset(&z) != Z_OK)
            return "gzip: invalid header";
    }
    return wrong;
}
