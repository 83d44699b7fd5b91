/* toml_text.h: strings and names as TOML has them: "a\tb", and bare where they may be. Source:
 * BurntSushi/toml, which writes Helm's TOML. */
#pragma once

#include "common/text.h"

/* In double quotes: control characters, quotes and backslashes escaped, all else as it is. */
void toml_text_write(const char *s, size_t len, struct text *to);

/* A part of a key: letters, digits, _ and - stand as they are, all else in quotes. */
void toml_key_write(const char *key, size_t len, struct text *to);
