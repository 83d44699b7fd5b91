/* schema_plain.h: the keywords of a schema that hold no schemas: types, bounds, enumerations, patterns and
 * formats. For schema.c alone. */
#pragma once

#include "render/schema_maker.h"
#include "render/schema_node.h"

/* Puts those of v, a map that stands at pointer, into node. -1: one of them is wrong. */
MUST_CHECK int schema_plain_read(struct schema_maker *m, const struct value *v, const char *pointer,
                                 struct schema_node *node);
