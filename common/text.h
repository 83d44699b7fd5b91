/* text.h: a string that grows, in an arena.
 * When the arena is full, failed is set, what was added since is lost, and later additions do nothing: add
 * on, check once. at[len] is always NUL once anything was added. */
#pragma once

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "common/arena.h"

struct text {
    struct arena *arena;
    char *at;
    size_t len, room;
    bool failed;
};

void text_init(struct text *t, struct arena *a);
void text_reserve(struct text *t, size_t len); /* room for len more, and no more than that */
void text_add(struct text *t, const char *s, size_t len);
void text_adds(struct text *t, const char *s); /* up to its NUL */
void text_addc(struct text *t, char c);
void text_cut(struct text *t, size_t len); /* back to len octets, at most what it has */
void text_repeat(struct text *t, char c, size_t count);
void text_printf(struct text *t, const char *format, ...) PRINTF(2, 3);
void text_vprintf(struct text *t, const char *format, va_list args) PRINTF(2, 0);
