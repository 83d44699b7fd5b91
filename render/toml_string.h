/* toml_string.h: the strings of a TOML document. */
#pragma once

#include "render/toml_state.h"

/* What stands between the quotes, of which the first was read: '"' with escapes, '\'' without. Its end is
 * read too. In the arena, a NUL behind it. */
struct bytes toml_string(struct toml *t, char quote);

/* The same between three of them, over as many lines as it takes. */
struct bytes toml_long_string(struct toml *t, char quote);
