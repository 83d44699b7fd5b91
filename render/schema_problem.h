/* schema_problem.h: what schema_check.c finds and schema_tell.c tells. */
#pragma once

#include "common/value.h"
#include "render/schema.h"

enum schema_problem_kind { SCHEMA_PLAIN, SCHEMA_GROUP, SCHEMA_REFERENCE };

/* One complaint, and what it is made of. */
struct schema_problem {
    struct schema_problem *next; /* of its siblings */
    enum schema_problem_kind kind;
    const char *path; /* JSON pointer of the value */
    const char *message;
    const struct value *value, *schema;
    struct place key; /* where the offending key stands, if it is one */
    struct schema_problem *causes;
};

/* NULL: v fits. */
struct schema_problem *schema_find(const struct schema *schema, const struct value *v, struct arena *a);

/* Whether it does, for less. */
bool schema_fits(const struct schema *schema, const struct value *v, struct arena *a);
