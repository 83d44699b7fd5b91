/* toml_read.h: reads TOML 1.1 as Helm's fromToml does (BurntSushi/toml), where that is laxer than the
 * standard too. */
#pragma once

#include "common/bytes.h"
#include "common/value.h"

/* Reads all of s, whatever it holds, into a map of ints (int64), floats, strings, booleans, times, lists,
 * maps and lists of maps (FORM_MAPS). local_offset: what is east of UTC, in seconds, for times that do not
 * say. Returns 0; or 1 and *error, Go's complaint (toml: line 1: ...; it may hold NULs); or -1 and *error, a
 * bound of render's own: tables and lists nest no deeper than 1000. The arena must not return when it is
 * full. */
MUST_CHECK int toml_read(struct bytes s, int32_t local_offset, struct arena *a, struct value **out,
                         struct bytes *error);
