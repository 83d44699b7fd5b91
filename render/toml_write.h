/* toml_write.h: values as TOML, written as Helm's toToml does (BurntSushi/toml). */
#pragma once

#include "common/text.h"
#include "common/value.h"

/* Adds v: plain keys first, then tables, both in octet order; nils are left out. NULL, or the complaint, in
 * Go's words: only a map has a form in TOML, and no list in it may hold a nil. */
const char *toml_write(const struct value *v, struct text *to);
