#include "common/dname.h"

#include <stdio.h>
#include <string.h>

static uint8_t lower(uint8_t c)
{
    return (uint8_t)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

static bool same(const uint8_t *a, const uint8_t *b, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (lower(a[i]) != lower(b[i]))
            return false;
    return true;
}

size_t dname_read(struct cursor *c)
{
    size_t len = 0;
    for (;;) {
        uint8_t label_len = cursor_u8(c);
        if (label_len > LABEL_MAX || len + label_len + 1 > DNAME_MAX)
            c->failed = true;
        cursor_take(c, label_len);
        if (c->failed)
            return 0;
        len += label_len + 1u;
        if (label_len == 0)
            return len;
    }
}

size_t dname_len(const uint8_t *name)
{
    const uint8_t *at = name;
    while (*at)
        at += *at + 1;
    return (size_t)(at - name) + 1;
}

unsigned dname_labels(const uint8_t *name)
{
    unsigned count = 0;
    for (; *name; name += *name + 1)
        count++;
    return count;
}

/* Lengths are at most 63 and so no letters: the octets can be compared in one go. */
bool dname_equal(const uint8_t *a, const uint8_t *b)
{
    size_t len = dname_len(a);
    return len == dname_len(b) && same(a, b, len);
}

bool dname_is_under(const uint8_t *name, const uint8_t *parent)
{
    unsigned labels = dname_labels(name), wanted = dname_labels(parent);
    for (; labels > wanted; labels--)
        name += *name + 1;
    return dname_equal(name, parent);
}

const uint8_t *dname_parent(const uint8_t *name)
{
    return *name ? name + *name + 1 : NULL;
}

uint32_t dname_hash(const uint8_t *name, uint32_t seed)
{
    uint64_t h = seed ^ 0x9e3779b97f4a7c15u;
    for (size_t i = 0, len = dname_len(name); i < len; i++) {
        h = (h ^ lower(name[i])) * 0xff51afd7ed558ccdu;
        h ^= h >> 32;
    }
    return (uint32_t)h;
}

size_t dname_lower(uint8_t to[DNAME_MAX], const uint8_t *name)
{
    size_t len = dname_len(name);
    for (size_t i = 0; i < len; i++)
        to[i] = lower(name[i]);
    return len;
}

static size_t put_octet(char *to, uint8_t c)
{
    if (c <= ' ' || c >= 127)
        return (size_t)sprintf(to, "\\%03u", c);
    size_t len = 0;
    if (strchr(".\\\"();@$", c))
        to[len++] = '\\';
    to[len++] = (char)c;
    return len;
}

size_t dname_to_text(char to[DNAME_TEXT_MAX], const uint8_t *name)
{
    size_t len = 0;
    for (const uint8_t *label = name; *label; label += *label + 1) {
        for (unsigned i = 1; i <= *label; i++)
            len += put_octet(to + len, label[i]);
        to[len++] = '.';
    }
    if (len == 0)
        to[len++] = '.';
    to[len] = '\0';
    return len;
}

static int digit(struct cursor *c)
{
    uint8_t d = cursor_u8(c);
    if (d < '0' || d > '9')
        c->failed = true;
    return d - '0';
}

/* \DDD is the octet of that number; \X is X (RFC 1035 5.1). */
static uint8_t escaped(struct cursor *c)
{
    if (c->left && (*c->at < '0' || *c->at > '9'))
        return cursor_u8(c);
    int number = digit(c) * 100;
    number += digit(c) * 10;
    number += digit(c);
    if (number > 255)
        c->failed = true;
    return (uint8_t)number;
}

struct builder {
    uint8_t *to;
    size_t label; /* where the length of the open label stands */
    size_t len;   /* octets written, that length included */
};

static const char *end_label(struct builder *b)
{
    size_t label_len = b->len - b->label - 1;
    if (label_len == 0)
        return "two dots in a row, or one in front";
    b->to[b->label] = (uint8_t)label_len;
    b->label = b->len++;
    return b->len > DNAME_MAX ? "longer than 255 octets" : NULL;
}

static const char *add_octet(struct builder *b, uint8_t octet)
{
    if (b->len - b->label - 1 == LABEL_MAX)
        return "a part between dots is longer than 63 octets";
    if (b->len >= DNAME_MAX - 1)
        return "longer than 255 octets";
    b->to[b->len++] = octet;
    return NULL;
}

static const char *add_text(struct builder *b, struct cursor *c)
{
    const char *wrong = NULL;
    while (c->left && !wrong) {
        uint8_t octet = cursor_u8(c);
        if (octet == '.')
            wrong = end_label(b);
        else
            wrong = add_octet(b, octet == '\\' ? escaped(c) : octet);
        if (c->failed)
            wrong = "'\\' stands before three digits up to 255, or before one other character";
    }
    return wrong;
}

const char *dname_from_text(const char *text, size_t len, uint8_t to[DNAME_MAX], size_t *to_len)
{
    uint8_t built[DNAME_MAX + 1];
    struct builder b = {.to = built, .len = 1};
    struct cursor c = cursor_over((const uint8_t *)text, len);
    if (len == 0)
        return "empty";
    bool root = len == 1 && *text == '.';
    const char *wrong = root ? NULL : add_text(&b, &c);
    if (!wrong && b.len > b.label + 1)
        wrong = end_label(&b);
    if (wrong)
        return wrong;
    built[b.label] = 0;
    memcpy(to, built, b.len);
    *to_len = b.len;
    return NULL;
}
