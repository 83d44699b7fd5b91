/* go_struct.h: YAML read into a Go struct: which keys it has, of which kinds, and what Go makes of others.
 * A number or bool where text is wanted becomes text, null is as if the key were not there, a key in other
 * letters (Name) is taken for it, unknown keys are dropped. Source: sigs.k8s.io/yaml, encoding/json. */
#pragma once

#include <stdbool.h>

#include "common/value.h"
#include "render/fault.h"

enum go_kind { GO_STRING, GO_STRINGS, GO_BOOL, GO_STRING_MAP, GO_ANYS, GO_STRUCT, GO_STRUCTS, GO_TIME };

struct go_field {
    const char *key; /* NULL ends the table */
    enum go_kind kind;
    const struct go_struct *of; /* GO_STRUCT, GO_STRUCTS */
};

struct go_struct {
    const char *name; /* Go's, for messages: "Metadata"; "" for one without */
    const struct go_field *fields;
    const char *type; /* how messages spell it where it has no name; else NULL */
};

/* v as that struct: a map of the known keys, each of its kind. v was read with keep_integers. A list of
 * structs may hold nulls. -1: f has Go's words, from "json: cannot unmarshal" on; whole is what the struct is
 * called when v itself is none, such as "chart.Metadata", package where messages find structs: "chart". */
MUST_CHECK int go_struct_read(const struct value *v, const struct go_struct *as, const char *whole,
                              const char *package, struct arena *a, struct value **out, struct fault *f);
