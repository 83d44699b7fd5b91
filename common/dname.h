/* dname.h: domain names as the wire has them, uncompressed: labels behind their lengths, the root last.
 * "A name" below is a pointer to octets that dname_read or dname_from_text has found to be one. Letters
 * compare without case (RFC 4343); every other octet is itself. Nothing here allocates. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/attributes.h"
#include "common/cursor.h"

enum {
    DNAME_MAX = 255,      /* octets, lengths and root included: RFC 1035 2.3.4 */
    LABEL_MAX = 63,       /* RFC 1035 2.3.4 */
    DNAME_TEXT_MAX = 1024 /* the longest name written out, each octet as \DDD, and a NUL */
};

/* Takes a name from the cursor and gives its length, 1..DNAME_MAX. 0, and the cursor failed: cut short, too
 * long, or a compression pointer, which has no place in a question (RFC 1035 4.1.4: nothing to point to). */
MUST_CHECK size_t dname_read(struct cursor *c);

size_t dname_len(const uint8_t *name);
unsigned dname_labels(const uint8_t *name); /* the root is none: 0..127 */
bool dname_equal(const uint8_t *a, const uint8_t *b);
bool dname_is_under(const uint8_t *name, const uint8_t *parent); /* equal, or below */

/* The name without its first label. The root has no parent: NULL. */
const uint8_t *dname_parent(const uint8_t *name);

/* Equal names have equal hashes. A secret seed keeps strangers from choosing names that collide. */
uint32_t dname_hash(const uint8_t *name, uint32_t seed);

/* Copies name with its letters in lower case; gives its length. to may be name itself. */
size_t dname_lower(uint8_t to[DNAME_MAX], const uint8_t *name);

/* Writes a name for people, as RFC 1035 5.1: a dot behind each label, "." for the root, \. \\ \" and \DDD for
 * what would mislead. Gives the length without the NUL. */
size_t dname_to_text(char to[DNAME_TEXT_MAX], const uint8_t *name);

/* Reads text[0..len) as such a name; the last dot may be missing. NULL, and to and *to_len are filled; or
 * what is wrong, to put behind "is no domain name: ". */
MUST_CHECK const char *dname_from_text(const char *text, size_t len, uint8_t to[DNAME_MAX], size_t *to_len);
