#include "render/split.h"

#include <string.h>

#include "common/unicode.h"
#include "common/utf8.h"

struct bytes split_trim_left(struct bytes text)
{
    size_t taken;
    while (text.len && unicode_is_space(utf8_read(text.at, text.len, &taken))) {
        text.at += taken;
        text.len -= taken;
    }
    return text;
}

static struct bytes trim_right(struct bytes text)
{
    size_t taken;
    while (text.len) {
        size_t at = text.len - 1;
        while (at > 0 && text.len - at < UTF8_MAX && ((unsigned char)text.at[at] & 0xc0) == 0x80)
            at--;
        if (!unicode_is_space(utf8_read(text.at + at, text.len - at, &taken)) || at + taken != text.len)
            break;
        text.len = at;
    }
    return text;
}

struct bytes split_trim(struct bytes text)
{
    return trim_right(split_trim_left(text));
}

void split_start(struct splitter *s, struct bytes text, bool helm4)
{
    *s = (struct splitter){.rest = helm4 ? split_trim_left(text) : split_trim(text), .helm4 = helm4};
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

/* Where a separator's dashes stand: at the start of the text, or behind a newline. */
static size_t find_dashes(const struct splitter *s)
{
    struct bytes t = s->rest;
    if (!s->started && t.len >= 3 && memcmp(t.at, "---", 3) == 0)
        return 0;
    for (const char *at = t.at, *end = t.at + t.len; at < end;) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        if (!newline)
            break;
        if (end - newline > 3 && memcmp(newline + 1, "---", 3) == 0)
            return (size_t)(newline + 1 - t.at);
        at = newline + 1;
    }
    return t.len;
}

/* The piece before the next separator, untrimmed. */
static struct bytes next_piece(struct splitter *s)
{
    size_t dashes = find_dashes(s), stop = dashes, next = dashes + 3;
    struct bytes piece = {.at = s->rest.at, .len = dashes};
    s->started = true;
    if (dashes == s->rest.len) {
        s->done = true;
        return piece;
    }
    if (!s->helm4)
        while (stop > 0 && is_blank(s->rest.at[stop - 1]))
            stop--;
    while (next < s->rest.len &&
           (s->helm4 ? s->rest.at[next] == ' ' || s->rest.at[next] == '\t' : is_blank(s->rest.at[next])))
        next++;
    piece.len = stop;
    s->rest.at += next;
    s->rest.len -= next;
    return piece;
}

bool split_next(struct splitter *s, struct bytes *out)
{
    while (!s->done) {
        struct bytes piece = next_piece(s);
        if (piece.len == 0 || (s->helm4 && split_trim_left(piece).len == 0))
            continue;
        *out = s->helm4 ? split_trim_left(piece) : split_trim(piece);
        return true;
    }
    return false;
}
