/* cursor.h: reading foreign octets without ever leaving them.
 * The first read that does not fit sets failed; it and every later read then gives 0 or NULL. So a reader
 * takes what it expects, and checks once, at the end. Integers are big-endian, as the network has them. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cursor {
    const uint8_t *at; /* borrowed: the next octet */
    size_t left;
    bool failed;
};

static inline struct cursor cursor_over(const uint8_t *octets, size_t len)
{
    return (struct cursor){.at = octets, .left = len};
}

static inline const uint8_t *cursor_take(struct cursor *c, size_t len)
{
    if (c->failed || len > c->left) {
        c->failed = true;
        return NULL;
    }
    const uint8_t *taken = c->at;
    c->at += len;
    c->left -= len;
    return taken;
}

static inline uint8_t cursor_u8(struct cursor *c)
{
    const uint8_t *p = cursor_take(c, 1);
    return p ? p[0] : 0;
}

static inline uint16_t cursor_u16(struct cursor *c)
{
    const uint8_t *p = cursor_take(c, 2);
    if (!p)
        return 0;
    return (uint16_t)(p[0] << 8 | p[1]);
}

static inline uint32_t cursor_u32(struct cursor *c)
{
    const uint8_t *p = cursor_take(c, 4);
    if (!p)
        return 0;
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* Everything was read, and nothing went wrong. */
static inline bool cursor_done(const struct cursor *c)
{
    return !c->failed && c->left == 0;
}
