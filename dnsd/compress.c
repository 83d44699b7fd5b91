#include "dnsd/compress.h"

#include <string.h>

enum {
    POINTER = 0xc000,
    POINTER_MIN = 0xc0, /* of a first octet */
    REACH = 0x4000,     /* of a pointer */
};

size_t compress_read(struct cursor *c, const uint8_t *wire, uint8_t to[DNAME_MAX])
{
    struct cursor at = *c, *reading = c;
    size_t len = 0, before = (size_t)(c->at - wire);
    for (;;) {
        uint8_t label_len = cursor_u8(reading);
        if (label_len >= POINTER_MIN) {
            size_t there = (size_t)(label_len & ~POINTER_MIN) << 8 | cursor_u8(reading);
            if (reading->failed || there >= before)
                break;
            at = cursor_over(wire + there, before - there);
            before = there;
            reading = &at;
            continue;
        }
        const uint8_t *label = cursor_take(reading, label_len);
        if (reading->failed || label_len > LABEL_MAX || len + label_len + 1 > DNAME_MAX)
            break;
        to[len++] = label_len;
        memcpy(to + len, label, label_len);
        len += label_len;
        if (label_len == 0)
            return len;
    }
    c->failed = true;
    return 0;
}

void compress_put(struct written *w, const void *octets, size_t len)
{
    if (w->full || len > w->room - w->len) {
        w->full = true;
        return;
    }
    if (len)
        memcpy(w->wire + w->len, octets, len);
    w->len += len;
}

void compress_put_u16(struct written *w, uint16_t n)
{
    const uint8_t octets[] = {(uint8_t)(n >> 8), (uint8_t)n};
    compress_put(w, octets, sizeof octets);
}

/* Whether the name that we wrote there is this one, in this spelling. */
static bool stands_at(const struct written *w, size_t at, const uint8_t *name)
{
    for (;;) {
        const uint8_t *there = w->wire + at;
        if (*there >= POINTER_MIN) {
            at = (size_t)(there[0] & ~POINTER_MIN) << 8 | there[1];
            continue;
        }
        if (*there != *name || memcmp(there, name, *name + 1u) != 0)
            return false;
        if (*name == 0)
            return true;
        at += *name + 1u;
        name += *name + 1u;
    }
}

/* Where the name stands already, among the first so many places; or 0, where the header is. */
static uint16_t find(const struct written *w, unsigned places, const uint8_t *name)
{
    for (unsigned i = 0; i < places; i++)
        if (stands_at(w, w->at[i], name))
            return w->at[i];
    return 0;
}

static void put_name(struct written *w, const uint8_t *name, bool pointers)
{
    unsigned whole = w->count; /* places where a name is written to its end: this one is not */
    for (; *name && !w->full; name += *name + 1u) {
        uint16_t there = pointers ? find(w, whole, name) : 0;
        if (there) {
            compress_put_u16(w, POINTER | there);
            return;
        }
        if (w->count < COMPRESS_NAMES && w->len < REACH)
            w->at[w->count++] = (uint16_t)w->len;
        compress_put(w, name, *name + 1u);
    }
    compress_put(w, "", 1);
}

void compress_name(struct written *w, const uint8_t *name)
{
    put_name(w, name, true);
}

void compress_whole_name(struct written *w, const uint8_t *name)
{
    put_name(w, name, false);
}
