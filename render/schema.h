/* schema.h: values against a values.schema.json, with the messages of santhosh-tekuri/jsonschema, Helm's
 * library. Drafts 4, 6 and 7 as they are; of 2019-09 and 2020-12 (which Helm takes for a schema that names
 * none): $defs, dependentRequired, dependentSchemas, minContains, maxContains, prefixItems,
 * unevaluatedProperties and unevaluatedItems; $dynamicRef and $recursiveRef only where they are plain
 * references. Schemas elsewhere are not fetched. format is asserted up to draft 7. A schema that is not what
 * its draft wants of one is refused before any value is looked at. */
#pragma once

#include "common/file.h"
#include "common/value.h"
#include "render/fault.h"

struct schema;

/* Bounds; reaching one is a fault. */
enum { SCHEMA_DEPTH_MAX = 500 }; /* schemas within schemas, references followed */

/* Reads a schema. -1: f has the message that Helm prints below the chart's name. */
MUST_CHECK int schema_read(struct bytes text, const char *file, struct arena *a, struct schema **out,
                           struct fault *f);

/* One thing that is wrong. */
struct schema_complaint {
    const char *path;    /* JSON pointer of value: "/a/0"; "" is the root */
    const char *message; /* one line: "got string, want integer" */
    struct place where;  /* of the offending key, or of the value */
    const struct value *value;
    const struct value *properties; /* unknown keys: those that are known; else NULL */
    const char *meant;              /* for a key that is near another one; NULL: none is */
    const char *description;        /* what the schema says of it; NULL: nothing */
};
typedef void schema_told(void *arg, const struct schema_complaint *complaint);

/* Tells of everything that is wrong with v, innermost complaints only. */
void schema_each(const struct schema *schema, const struct value *v, struct arena *a, schema_told *told,
                 void *arg);

/* Whether v fits. If not, adds to report what Helm prints ("- at '/a': got string, want integer\n"), siblings
 * in the order of their keys, and to more a paragraph for each fault: place, value, what the schema says of
 * it. */
bool schema_check(const struct schema *schema, const struct value *v, struct arena *a, struct text *report,
                  struct fault *more);
