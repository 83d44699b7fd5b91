/* schema_maker.h: what those who make nodes of a schema's text share. The text has passed schema_meta_check:
 * keywords of the draft have the shape it wants. For schema.c and schema_*.c alone. */
#pragma once

#include "render/regex.h"
#include "render/schema_meta.h"
#include "render/schema_sites.h"

struct schema_maker {
    struct arena *arena;
    struct fault *fault;
    struct schema_sites *sites;
    struct schema_meta *meta;
    enum schema_draft draft;
    unsigned depth; /* of schemas within schemas */
};

/* The pointer to the keyword of the schema that is at pointer. */
const char *schema_maker_below(const struct schema_maker *m, const char *pointer, const char *keyword);

/* NULL: it is none, and that is said as of what pointer leads to. Only the keys of patternProperties, up to
 * draft 6, are not known to be regular expressions by then. */
struct regex *schema_maker_regex(struct schema_maker *m, const struct value *at, const char *pattern,
                                 const char *pointer);
