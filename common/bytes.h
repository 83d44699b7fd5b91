/* bytes.h: octets that somebody else holds, and what single ones mean. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct bytes {
    const char *at; /* may hold NULs */
    size_t len;
};

static inline bool bytes_start_with(struct bytes b, const char *start)
{
    size_t len = strlen(start);
    return b.len >= len && memcmp(b.at, start, len) == 0;
}

/* 0 to 15, in either case; -1: no hexadecimal digit. */
static inline int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}
