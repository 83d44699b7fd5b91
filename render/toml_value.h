/* toml_value.h: the values of a TOML document, and their pairs with keys. */
#pragma once

#include "render/toml_key.h"

/* Reads key = value and defines it where keys go. That place is the pair's own then, and so is t->key:
 * whoever calls gives back what was. *v is NULL after an error. */
void toml_pair(struct toml *t, struct toml_key *key, struct value **v);
