#include "common/text.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { FIRST_ROOM = 64 };

void text_init(struct text *t, struct arena *a)
{
    *t = (struct text){.arena = a};
}

/* Room for len more octets and a NUL. */
static char *reserve(struct text *t, size_t len)
{
    if (t->failed || len >= SIZE_MAX / 2 - t->len)
        goto no_room;
    size_t need = t->len + len + 1;
    if (need > t->room) {
        size_t room = t->room ? t->room : FIRST_ROOM;
        while (room < need)
            room *= 2;
        char *at = arena_grow(t->arena, t->at, t->room, room);
        if (!at)
            goto no_room;
        t->at = at;
        t->room = room;
    }
    return t->at + t->len;
no_room:
    t->failed = true;
    return NULL;
}

static void commit(struct text *t, size_t len)
{
    t->len += len;
    t->at[t->len] = '\0';
}

void text_reserve(struct text *t, size_t len)
{
    size_t need;
    if (t->failed || __builtin_add_overflow(t->len + 1, len, &need) || need <= t->room)
        return;
    char *at = arena_grow(t->arena, t->at, t->room, need);
    t->failed = !at;
    t->at = at ? at : t->at;
    t->room = at ? need : t->room;
}

void text_add(struct text *t, const char *s, size_t len)
{
    char *to = reserve(t, len);
    if (!to)
        return;
    if (len)
        memcpy(to, s, len);
    commit(t, len);
}

void text_adds(struct text *t, const char *s)
{
    text_add(t, s, strlen(s));
}

void text_addc(struct text *t, char c)
{
    char *to = reserve(t, 1);
    if (!to)
        return;
    *to = c;
    commit(t, 1);
}

void text_cut(struct text *t, size_t len)
{
    if (t->at && len < t->len) {
        t->len = len;
        t->at[len] = '\0';
    }
}

void text_repeat(struct text *t, char c, size_t count)
{
    char *to = reserve(t, count);
    if (!to)
        return;
    memset(to, c, count);
    commit(t, count);
}

void text_vprintf(struct text *t, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    char *to = len < 0 ? NULL : reserve(t, (size_t)len);
    if (to) {
        vsnprintf(to, (size_t)len + 1, format, again);
        commit(t, (size_t)len);
    }
    va_end(again);
}

void text_printf(struct text *t, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    text_vprintf(t, format, args);
    va_end(args);
}
