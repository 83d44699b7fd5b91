/* base64.h: RFC 4648 section 4, read as Go's StdEncoding does: padding required, line ends skipped. */
#pragma once

#include <stddef.h>

#include "common/attributes.h"
#include "common/text.h"

/* Decodes s[0..len) into to, which needs room for len octets, and sets *out_len, also when it fails: to what
 * came before the fault. Returns 0, or the offset of the offending octet + 1. */
MUST_CHECK size_t base64_read(const char *s, size_t len, char *to, size_t *out_len);

/* Adds s[0..len) encoded, padded, on one line. */
void base64_write(const char *s, size_t len, struct text *to);
