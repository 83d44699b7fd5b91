/* schema_node.h: a schema as schema.c makes it and schema_check.c walks it. */
#pragma once

#include "common/value.h"
#include "render/regex.h"
#include "render/schema.h"
#include "render/schema_draft.h"

enum schema_type {
    SCHEMA_NULL = 1,
    SCHEMA_BOOLEAN = 2,
    SCHEMA_NUMBER = 4,
    SCHEMA_INTEGER = 8,
    SCHEMA_STRING = 16,
    SCHEMA_ARRAY = 32,
    SCHEMA_OBJECT = 64,
};

struct schema_list {
    struct schema_node **items;
    size_t count;
};

/* A keyword whose value is a map of schemas. */
struct schema_map {
    const struct value *names; /* the map itself: entry i names items[i] */
    struct schema_node **items;
};

struct schema_pattern {
    struct regex *regex;
    struct schema_node *node;
};

/* Why a string is not of a format: NULL, it is. */
typedef const char *schema_format(struct arena *a, const char *s, size_t len);

/* One schema. What is absent is NULL, or a count of 0. */
struct schema_node {
    const struct value *source; /* as it is written */
    const char *base, *pointer; /* where it is, for messages about cycles */
    bool refuses;               /* the schema false */
    bool is_false_literal;      /* written just so: told in other words under additionalProperties */
    bool asserts_format, old_ref, has_uneval; /* old_ref: $ref hides all beside it */
    bool is_referred; /* whatever leads to it is a reference, though there is no node for that */
    enum schema_draft draft;
    unsigned types; /* enum schema_type; 0: any */
    const struct value *constant, *enumeration;
    const struct value *multiple_of, *minimum, *maximum, *above, *below; /* numbers */
    const struct value *min_length, *max_length, *min_items, *max_items, *min_properties, *max_properties;
    const struct value *min_contains, *max_contains;
    const struct value *required;      /* a list of texts */
    const struct value *required_with; /* dependentRequired: name -> list of texts */
    const struct value *dependencies;  /* name -> list of texts, or a schema in dependency_nodes */
    bool unique_items;
    struct regex *pattern;
    const char *format_name;
    schema_format *format;
    struct schema_node *ref, *negated, *condition, *then, *otherwise;
    struct schema_list all_of, any_of, one_of, tuple;
    struct schema_node *items; /* of what is beyond the tuple: items, additionalItems, items of 2020 */
    bool items_are_additional; /* additionalItems, which is told in other words */
    struct schema_node *contains, *property_names, *additional, *unevaluated, *unevaluated_items;
    struct schema_map properties, dependent, dependency_nodes;
    struct schema_pattern *patterns;
    size_t pattern_count;
};

struct schema {
    struct schema_node *root;
    const char *file;
    unsigned depth_max; /* of schemas applied within schemas */
};

/* The format of that name; NULL: none is known. "regex" is among them. */
schema_format *schema_format_named(const char *name);

/* Whether both say the same, as JSON: numbers by value, maps whatever their order. Go's equality, which
 * templates have, is value_equal. */
bool schema_equal(const struct value *a, const struct value *b);
