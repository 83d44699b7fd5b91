/* compress.h: names inside messages, where they may end in a pointer to an earlier one: RFC 1035 4.1.4. */
#pragma once

#include "common/dname.h"

/* Takes a name from the cursor, which reads a part of the message that begins at wire, follows its pointers,
 * and gives the name's length, uncompressed. 0, and the cursor failed: no name, or too long. Pointers lead
 * back only, further with each: none is followed for ever. */
MUST_CHECK size_t compress_read(struct cursor *c, const uint8_t *wire, uint8_t to[DNAME_MAX]);

enum { COMPRESS_NAMES = 32 /* places in a message that later names may point to */ };

/* A message being written: wire[0..len), its header first. full: something did not fit, and was left out. */
struct written {
    uint8_t *wire;
    size_t room, len;
    bool full;
    unsigned count;
    uint16_t at[COMPRESS_NAMES];
};

void compress_put(struct written *w, const void *octets, size_t len);
void compress_put_u16(struct written *w, uint16_t n);

/* Writes a name; where it, or what it ends in, was written before in the same spelling, as a pointer there.
 */
void compress_name(struct written *w, const uint8_t *name);

/* Writes a name as it is; later ones may point to it. */
void compress_whole_name(struct written *w, const uint8_t *name);
