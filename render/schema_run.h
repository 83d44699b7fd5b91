/* schema_run.h: one schema being applied to one value, for the files schema_check*.c, which take a keyword's
 * subject each. schema_check.c knows them all; they reach it again, for the schemas within a schema, through
 * checker.apply alone. Everything found is in the arena of the check. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "render/schema_node.h"
#include "render/schema_problem.h"

/* In the order in which they were found; zeroed is empty. */
struct problems {
    struct schema_problem *first, **last;
    size_t count;
};

/* The schemas that are being applied to one and the same value: a cycle among them has no end. */
struct scope {
    const struct scope *above;
    const struct schema_node *node;
    const struct value *value;
    unsigned depth;
};

/* Which entries or items no schema has looked at yet, for unevaluatedProperties; NULL: nobody asks. */
struct unseen {
    bool *left;
};

struct checker;

/* NULL: v fits. unseen: whoever asked wants to know what was looked at; NULL: nobody does. */
typedef struct schema_problem *schema_apply(struct checker *c, const struct schema_node *node,
                                            const struct value *v, const char *path,
                                            const struct scope *above, bool only_whether,
                                            struct unseen *unseen);

struct checker {
    struct arena *arena;
    schema_apply *apply;
    unsigned depth_max;
};

/* What is applied to what, and what came of it. */
struct run {
    struct checker *c;
    const struct schema_node *node;
    const struct value *v;
    const char *path;
    bool only_whether; /* nobody will read the messages */
    struct scope scope;
    struct unseen unseen;
    struct problems found;
};

/* At the end of to; NULL: nothing is added. */
void schema_run_add(struct problems *to, struct schema_problem *p);

/* A problem with this run's value, not yet added to what it found; message is kept, not copied. */
struct schema_problem *schema_run_problem(struct run *r, enum schema_problem_kind kind, const char *message);

/* Adds such a problem, of any length; without its words if only_whether. */
void schema_run_complain(struct run *r, const char *format, ...) PRINTF(2, 3);

/* The JSON pointer of a part, '~' and '/' escaped. */
const char *schema_run_below(struct run *r, const char *key, size_t len);

/* node on the same value, a part of what this run asks; the caller adds what comes back. */
struct schema_problem *schema_run_self(struct run *r, const struct schema_node *node, bool only_whether);

/* node on a part of the value; adds what it finds. */
void schema_run_part(struct run *r, const struct schema_node *node, const struct value *part,
                     const char *path);

/* minWHAT and maxWHAT, either of which may be NULL. */
void schema_run_bounds(struct run *r, const char *what, size_t got, const struct value *low,
                       const struct value *high);

/* The subjects; each adds what it finds to the run. */

/* type, const, enum, format: false at the first that fails, which ends the matter. */
bool schema_check_value(struct run *r);

/* The value is a map: sizes, required, dependencies, properties of each kind, names. */
void schema_check_map(struct run *r);

/* The value is a list: sizes, uniqueItems, items of each kind, contains. */
void schema_check_list(struct run *r);

/* The value is a string: length in characters, pattern. */
void schema_check_string(struct run *r);

/* The value is a number: minimum, maximum, multipleOf (as decimals: 0.3 is a multiple of 0.1). */
void schema_check_number(struct run *r);

/* $ref: its complaints below a heading, which is not printed when there is but one. */
void schema_check_ref(struct run *r);

/* not, allOf, anyOf, oneOf, if: on the same value. */
void schema_check_branches(struct run *r);
