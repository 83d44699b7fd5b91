/* schema_maker.h: what those who make nodes of a schema's text share, and how they refuse it: in the words
 * that Helm's library has from checking the schema against the draft's own. For schema.c and schema_*.c
 * alone. */
#pragma once

#include "render/regex.h"
#include "render/schema_sites.h"

struct schema_maker {
    struct arena *arena;
    struct fault *fault;
    struct schema_sites *sites;
    enum schema_draft draft;
    unsigned depth; /* of schemas within schemas */
};

/* The pointer to the keyword of the schema that is at pointer. */
const char *schema_maker_below(const struct schema_maker *m, const char *pointer, const char *keyword);

/* Says what is wrong at pointer, where at stands, and gives -1. */
int schema_maker_reject(struct schema_maker *m, const struct value *at, const char *pointer,
                        const char *message);

/* The same for a value of the wrong kind: "got string, want array". */
int schema_maker_reject_kind(struct schema_maker *m, const struct value *at, const char *pointer,
                             const char *wanted);

/* The kind of v as JSON Schema calls it. */
const char *schema_maker_kind(const struct value *v);

/* NULL: it is none, and that is said. */
struct regex *schema_maker_regex(struct schema_maker *m, const struct value *at, const char *pattern,
                                 const char *pointer);
