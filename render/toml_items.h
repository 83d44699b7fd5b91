/* toml_items.h: what a table of TOML is made of, when a value becomes one. */
#pragma once

#include "common/value.h"

/* A map's entries, or the fields of a struct in Go's order, those of embedded structs in their place. */
struct toml_items {
    const struct entry *entries;
    size_t count;
    bool is_struct;
    size_t last; /* of a struct: which one Go's encoder takes for its last, for the commas; count: none */
};

/* The items of v, a map or struct. The content of .Files is octets (FORM_BYTES) then. The arena must not
 * return when it is full. */
struct toml_items toml_items_of(const struct value *v, struct arena *a);
