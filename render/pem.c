#include "render/pem.h"

#include <stdint.h>

#include "common/base64.h"

static const char begin[] = "-----BEGIN ", end[] = "\n-----END ", dashes[] = "-----";

/* Where word first stands in s, or last; SIZE_MAX: nowhere. */
static size_t first_of(struct bytes s, const char *word)
{
    const char *at = memmem(s.at, s.len, word, strlen(word));
    return at ? (size_t)(at - s.at) : SIZE_MAX;
}

static size_t last_of(struct bytes s, const char *word)
{
    size_t last = SIZE_MAX;
    for (size_t from = 0, next;
         (next = first_of((struct bytes){s.at + from, s.len - from}, word)) != SIZE_MAX; from = last + 1)
        last = from + next;
    return last;
}

static struct bytes behind(struct bytes s, size_t len)
{
    return (struct bytes){s.at + len, s.len - len};
}

/* Takes a line off *rest; without its end and the blanks before it. */
static struct bytes take_line(struct bytes *rest)
{
    const char *newline = rest->len ? memchr(rest->at, '\n', rest->len) : NULL;
    struct bytes line = {rest->at, newline ? (size_t)(newline - rest->at) : rest->len};
    *rest = behind(*rest, newline ? line.len + 1 : line.len);
    line.len -= newline && line.len && line.at[line.len - 1] == '\r';
    while (line.len && (line.at[line.len - 1] == ' ' || line.at[line.len - 1] == '\t'))
        line.len--;
    return line;
}

static bool ends_with_dashes(struct bytes s)
{
    return s.len >= sizeof dashes - 1 &&
           memcmp(s.at + s.len - (sizeof dashes - 1), dashes, sizeof dashes - 1) == 0;
}

static bool decode(struct bytes body, struct arena *a, struct bytes *out)
{
    char *packed = arena_alloc(a, body.len + 1), *octets = arena_alloc(a, body.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < body.len; i++)
        if (body.at[i] != ' ' && body.at[i] != '\t')
            packed[len++] = body.at[i];
    size_t fault = base64_read(packed, len, octets, &out->len);
    out->at = octets;
    return !fault;
}

/* Whether the line behind "-----END " closes a block of that type. */
static bool closes(struct bytes trailer, struct bytes type)
{
    struct bytes line = take_line(&trailer);
    return line.len == type.len + sizeof dashes - 1 && memcmp(line.at, type.at, type.len) == 0 &&
           ends_with_dashes(line);
}

/* Takes lines with a colon off *rest: the block's headers. Whether there were any. */
static bool pass_headers(struct bytes *rest)
{
    bool any = false;
    for (struct bytes next = *rest; next.len; *rest = next, any = true) {
        struct bytes line = take_line(&next);
        if (!line.len || !memchr(line.at, ':', line.len))
            break;
    }
    return any;
}

/* A block that begins behind "-----BEGIN ", at *rest, and ends where trailer stands. false: it is none; *rest
 * is as far as was looked. */
static bool read_block(struct bytes *rest, struct bytes trailer, struct arena *a, struct pem *out)
{
    struct bytes line = take_line(rest);
    const char *body_end = trailer.at - (sizeof end - 1);
    if (!ends_with_dashes(line))
        return false;
    out->type = (struct bytes){line.at, line.len - (sizeof dashes - 1)};
    if ((pass_headers(rest) && rest->at > body_end) || !closes(trailer, out->type))
        return false;
    /* An empty block has one newline for its beginning and its end. */
    size_t len = rest->at < body_end ? (size_t)(body_end - rest->at) : 0;
    return decode((struct bytes){rest->at, len}, a, &out->octets);
}

bool pem_read(struct bytes text, struct arena *a, struct pem *out)
{
    for (size_t at; (at = first_of(text, end)) != SIZE_MAX;) {
        struct bytes before = {text.at, at}, trailer = behind(text, at + sizeof end - 1), rest = text;
        size_t from = last_of(before, begin);
        if (from != SIZE_MAX && (from == 0 || text.at[from - 1] == '\n')) {
            rest = behind(text, from + sizeof begin - 1);
            if (read_block(&rest, trailer, a, out))
                return true;
        }
        if (rest.at > trailer.at)
            return false; /* what ends the block was taken for one of its headers, and so was all behind it */
        text = trailer;
    }
    return false;
}
