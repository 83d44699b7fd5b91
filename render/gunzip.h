/* gunzip.h: what gzip packed (RFC 1952), several members one behind the other too, as Go's compress/gzip
 * reads it. */
#pragma once

#include "common/file.h"
#include "common/text.h"

/* Adds the unpacked octets to `to`, and no more than max + 1 of them. Gives NULL if all is well, or else what
 * is wrong behind them, in Go's words: a reader who ends before has no need to hear of it. */
const char *gunzip(struct bytes packed, size_t max, struct text *to);
