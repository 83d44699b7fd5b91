/* toml_key.h: the keys of a TOML document: a."b c".d */
#pragma once

#include "render/toml_state.h"

struct toml_key {
    struct bytes *parts; /* each in the arena, a NUL behind it */
    size_t count, room;
};

/* Adds the part that comes next, bare or quoted, and passes the blanks behind it. A bare one may be empty:
 * what stands there instead is then next. The first one's line is that of errors about the key. */
void toml_key_part(struct toml *t, struct toml_key *key);

/* Reads all parts and the = behind them. */
void toml_key_read(struct toml *t, struct toml_key *key);
