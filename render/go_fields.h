/* go_fields.h: the fields of the Go structs that templates meet, such as .Chart: a struct is a map that has
 * them by their Go names, and beside them what is a method without arguments, or a field of an embedded
 * struct. */
#pragma once

#include <stdbool.h>

#include "common/value.h"

struct go_named {
    const char *name;
    const char
        *json; /* NULL: the struct is embedded, and its fields stand in its place; "": JSON has it not */
    bool omit_empty; /* JSON leaves it out if it is empty */
};

/* v's fields in Go's order, ended by a NULL name; NULL: v is no such struct. Source: the struct tags of
 * Helm's chart.Metadata, chart.Maintainer, chart.Dependency, Capabilities, KubeVersion and version.BuildInfo,
 * and sprig's certificate.
 */
const struct go_named *go_fields(const struct value *v);

/* The text that v is in JSON: of a version, of a time; NULL: v is neither. */
const struct value *go_own_text(const struct value *v);

/* The field of v that f names; every struct has all of its own. */
const struct value *go_field_value(const struct value *v, const struct go_named *f);

/* Whether JSON has no such field in a struct in which it has that value. */
bool go_is_omitted(const struct go_named *f, const struct value *field);

/* v as JSON has it: a map by JSON's names without what is left out, its embedded structs dissolved; the
 * values are v's own. NULL: arena full. */
MUST_CHECK struct value *go_fields_as_map(const struct value *v, struct arena *a);
