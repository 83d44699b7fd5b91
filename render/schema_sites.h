/* schema_sites.h: the places in a schema's text: the URL each has by the $ids around it, and where a $ref
 * leads. For schema.c and schema_*.c alone. */
#pragma once

#include "render/fault.h"
#include "render/schema_draft.h"

#define SCHEMA_ROOT_URL "file:///values.schema.json"

struct schema_sites;
struct schema_node;

/* One place. */
struct schema_site {
    struct schema_site *next; /* for schema_sites.c */
    const struct value *value;
    const char *base;         /* the URL around it; NULL: nothing has made a schema of it so far */
    struct schema_node *node; /* for whoever makes schemas; NULL at first */
};

/* Knows root, and nothing in it. */
struct schema_sites *schema_sites_new(const struct value *root, enum schema_draft draft, struct arena *a);

/* Finds the $ids and anchors of v, a schema in base, and of the schemas in it. NULL, or what is nested deeper
 * than SCHEMA_DEPTH_MAX, and is not looked at. */
const struct value *schema_sites_add(struct schema_sites *sites, const struct value *v, const char *base);

/* What is known of v, which may be any value of the text. */
struct schema_site *schema_sites_at(struct schema_sites *sites, const struct value *v);

/* The URL within v, which stands in base: its $id, unless that is of no effect there. */
const char *schema_sites_base(const struct schema_sites *sites, const struct value *v, const char *base);

/* Where a reference leads. */
struct schema_target {
    const struct value *value;
    const char *base, *pointer;
};

/* Follows ref, which v in base has. -1: it leads nowhere, or out of the text. */
MUST_CHECK int schema_sites_refer(struct schema_sites *sites, const struct value *v, const char *ref,
                                  const char *base, struct schema_target *out, struct fault *f);
