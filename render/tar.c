#include "render/tar.h"

#include <string.h>

enum { BLOCK_LEN = 512, NAME_LEN = 100, PREFIX_LEN = 155, SPECIAL_MAX = 1024 * 1024 };

/* ustar; numbers are octal text, or GNU's: the first bit set, and octets, the highest first. */
struct header {
    char name[NAME_LEN], mode[8], uid[8], gid[8], size[12], time[12], sum[8], type, link[100], magic[6],
        version[2], user[32], group[32], major[8], minor[8], prefix[PREFIX_LEN], rest[12];
};

/* What stands before an entry, for it alone. */
struct before {
    const char *pax_name, *gnu_name; /* NULL: none */
    uint64_t size;
    bool has_size, is_sparse;
};

static int bad_header(struct fault *f)
{
    return fault_set(f, "archive/tar: invalid tar header");
}

/* The next len octets. 0: there is nothing at all any more. */
static int take(struct tar *t, size_t len, struct bytes *out, struct fault *f)
{
    if (t->left.len == 0 && !t->cut_short)
        return 0;
    if (t->left.len < len)
        return fault_set(f, "%s", t->cut_short ? t->cut_short : "unexpected EOF");
    *out = (struct bytes){.at = t->left.at, .len = len};
    t->left.at += len;
    t->left.len -= len;
    return 1;
}

static bool read_binary(const char *at, size_t len, uint64_t *out)
{
    if (at[0] & 0x40) /* below zero: no size that there is, and of times nothing is wanted */
        return *out = UINT64_MAX, true;
    *out = (unsigned char)at[0] & 0x7f;
    for (size_t i = 1; i < len; i++) {
        if (*out >> 55)
            return false;
        *out = *out << 8 | (unsigned char)at[i];
    }
    return true;
}

static bool read_number(const char *at, size_t len, uint64_t *out)
{
    if (at[0] & 0x80)
        return read_binary(at, len, out);
    *out = 0;
    for (; len && (*at == ' ' || !*at); at++)
        len--;
    for (; len && (at[len - 1] == ' ' || !at[len - 1]);)
        len--;
    for (len = strnlen(at, len); len; at++, len--) {
        if (*at < '0' || *at > '7' || *out >> 61)
            return false;
        *out = *out << 3 | (uint64_t)(*at - '0');
    }
    return true;
}

/* The sum of all octets, its own field taken for blanks; older programs take octets as signed. */
static bool sum_is_right(const char *block)
{
    const struct header *h = (const void *)block;
    uint64_t wanted;
    int64_t sum = 0, signed_sum = 0;
    for (size_t i = 0; i < BLOCK_LEN; i++) {
        bool own = i >= offsetof(struct header, sum) && i < offsetof(struct header, type);
        sum += own ? ' ' : (unsigned char)block[i];
        signed_sum += own ? ' ' : (signed char)block[i];
    }
    return read_number(h->sum, sizeof h->sum, &wanted) &&
           ((int64_t)wanted == sum || (int64_t)wanted == signed_sum);
}

static bool numbers_are_right(const struct header *h, uint64_t *size)
{
    uint64_t n;
    bool v7 = memcmp(h->magic, "ustar", 5) != 0;
    return read_number(h->size, sizeof h->size, size) && read_number(h->mode, sizeof h->mode, &n) &&
           read_number(h->uid, sizeof h->uid, &n) && read_number(h->gid, sizeof h->gid, &n) &&
           read_number(h->time, sizeof h->time, &n) &&
           (v7 || (read_number(h->major, sizeof h->major, &n) && read_number(h->minor, sizeof h->minor, &n)));
}

/* 1: a header; 0: the end, which two empty blocks mark. */
static int read_header(struct tar *t, struct header *h, uint64_t *size, struct fault *f)
{
    static const char empty[BLOCK_LEN];
    struct bytes block = {.at = empty};
    int status = take(t, BLOCK_LEN, &block, f);
    if (status <= 0)
        return status;
    if (memcmp(block.at, empty, BLOCK_LEN) == 0) {
        status = take(t, BLOCK_LEN, &block, f);
        return status > 0 && memcmp(block.at, empty, BLOCK_LEN) != 0 ? bad_header(f) : status < 0 ? -1 : 0;
    }
    memcpy(h, block.at, sizeof *h);
    if (!sum_is_right(block.at) || !numbers_are_right(h, size))
        return bad_header(f);
    return 1;
}

static bool has_no_data(char type)
{
    return type >= '1' && type <= '6';
}

/* The data of an entry, and what fills its last block. */
static int take_data(struct tar *t, uint64_t size, struct bytes *out, struct fault *f)
{
    *out = (struct bytes){.at = t->left.at};
    if (size > INT64_MAX)
        return bad_header(f);
    if (size > t->left.len)
        return fault_set(f, "%s", t->cut_short ? t->cut_short : "unexpected EOF");
    size_t padded = ((size_t)size + BLOCK_LEN - 1) / BLOCK_LEN * BLOCK_LEN;
    out->len = (size_t)size;
    padded = padded < t->left.len ? padded : t->left.len;
    t->left.at += padded;
    t->left.len -= padded;
    return 0;
}

/* Digits, no sign, that an int64 holds. */
static bool read_decimal(const char *at, size_t len, uint64_t *out)
{
    *out = 0;
    for (size_t i = 0; i < len; i++) {
        if (at[i] < '0' || at[i] > '9' || *out > (INT64_MAX - 9) / 10)
            return false;
        *out = *out * 10 + (uint64_t)(at[i] - '0');
    }
    return len > 0;
}

static bool is_int(const char *at, size_t len)
{
    bool sign = len && (*at == '-' || *at == '+');
    uint64_t n;
    return read_decimal(at + sign, len - sign, &n);
}

/* Seconds, and a fraction perhaps. */
static bool is_time(const char *at, size_t len)
{
    const char *dot = memchr(at, '.', len);
    size_t whole = dot ? (size_t)(dot - at) : len;
    for (size_t i = whole + 1; i < len; i++)
        if (at[i] < '0' || at[i] > '9')
            return false;
    return is_int(at, whole);
}

static bool key_is(struct bytes key, const char *name)
{
    return key.len == strlen(name) && memcmp(key.at, name, key.len) == 0;
}

/* key=value of a pax record; an empty value takes none away. */
static bool read_record(struct tar *t, struct bytes key, struct bytes value, struct before *b)
{
    bool is_text =
        key_is(key, "path") || key_is(key, "linkpath") || key_is(key, "uname") || key_is(key, "gname");
    if (!key.len || memchr(is_text ? value.at : key.at, '\0', is_text ? value.len : key.len))
        return false;
    if (key.len > 11 && memcmp(key.at, "GNU.sparse.", 11) == 0)
        b->is_sparse = true;
    if (!value.len)
        return true;
    if (key_is(key, "path"))
        b->pax_name = arena_copy(t->arena, value.at, value.len);
    if (key_is(key, "mtime") || key_is(key, "atime") || key_is(key, "ctime"))
        return is_time(value.at, value.len);
    if (key_is(key, "uid") || key_is(key, "gid") || key_is(key, "size"))
        if (!is_int(value.at, value.len))
            return false;
    if (key_is(key, "size")) {
        bool plus = *value.at == '+';
        b->has_size = true;
        if (!read_decimal(value.at + plus, value.len - plus, &b->size))
            b->size = UINT64_MAX; /* below zero */
    }
    return true;
}

/* "LENGTH key=value\n", the length of all of it, one behind the other */
static bool read_pax(struct tar *t, struct bytes data, struct before *b)
{
    while (data.len) {
        const char *blank = memchr(data.at, ' ', data.len);
        size_t head = blank ? (size_t)(blank + 1 - data.at) : 0;
        uint64_t len;
        if (!blank || !read_decimal(data.at, head - 1, &len) || len > data.len || len < head + 1 ||
            data.at[len - 1] != '\n')
            return false;
        const char *equals = memchr(data.at + head, '=', (size_t)len - 1 - head);
        if (!equals)
            return false;
        struct bytes key = {.at = data.at + head, .len = (size_t)(equals - data.at) - head};
        struct bytes value = {.at = equals + 1, .len = (size_t)(data.at + len - 1 - (equals + 1))};
        if (!read_record(t, key, value, b))
            return false;
        data.at += len;
        data.len -= (size_t)len;
    }
    return true;
}

static const char *name_of(struct tar *t, const struct header *h, const struct before *b)
{
    int len = (int)strnlen(h->name, NAME_LEN), prefix_len = (int)strnlen(h->prefix, PREFIX_LEN);
    if (b->gnu_name && *b->gnu_name)
        return b->gnu_name;
    if (b->pax_name)
        return b->pax_name;
    if (prefix_len && memcmp(h->magic, "ustar", 6) == 0)
        return arena_printf(t->arena, "%.*s/%.*s", prefix_len, h->prefix, len, h->name);
    return arena_printf(t->arena, "%.*s", len, h->name);
}

/* What an entry tells of the next one. 1: it did. */
static int read_special(struct tar *t, const struct header *h, struct bytes data, struct before *b,
                        struct fault *f)
{
    bool is_pax = h->type == 'x' || h->type == 'g';
    if (!is_pax && h->type != 'L' && h->type != 'K')
        return 0;
    if (data.len > SPECIAL_MAX)
        return fault_set(f, "archive/tar: header field too long");
    if (h->type == 'L')
        b->gnu_name = arena_copy(t->arena, data.at, strnlen(data.at, data.len));
    struct before nobody = {0};
    if (is_pax && h->type == 'x')
        *b = (struct before){.gnu_name = b->gnu_name};
    if (is_pax && !read_pax(t, data, h->type == 'x' ? b : &nobody))
        return bad_header(f);
    return h->type != 'g';
}

int tar_next(struct tar *t, struct tar_entry *out, struct fault *f)
{
    struct before before = {0};
    struct header h = {0};
    struct bytes data = {0};
    uint64_t size = 0;
    int status = 1;
    while (status > 0) {
        status = read_header(t, &h, &size, f);
        if (status <= 0)
            return status;
        bool takes_size = before.has_size && !strchr("xgLK", h.type ? h.type : '0');
        size = takes_size ? before.size : size;
        if (take_data(t, has_no_data(h.type) ? 0 : size, &data, f) != 0)
            return -1;
        status = read_special(t, &h, data, &before, f);
    }
    if (status < 0)
        return -1;
    if (before.is_sparse || h.type == 'S')
        return fault_set(f, "archive/tar: a sparse file; pack the chart without them");
    const char *name = name_of(t, &h, &before);
    size_t len = strlen(name);
    char type = h.type ? h.type : len && name[len - 1] == '/' ? '5' : '0';
    *out = (struct tar_entry){.name = name, .type = type, .said_len = size, .data = data};
    return 1;
}
