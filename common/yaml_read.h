/* yaml_read.h: YAML text -> a tree of values, as sigs.k8s.io/yaml reads it for Helm: YAML 1.1 through
 * libyaml, scalars resolved as Go's yaml v2 does (helm-level rules: booleans y/n/on/off, 017 and 0o17 octal,
 * dates stay strings), then as JSON has it: every number a double, every key a string. */
#pragma once

#include "common/arena.h"
#include "common/diag.h"
#include "common/value.h"

/* Bounds on hostile text. Reaching one is an error that names it. */
enum {
    YAML_DEPTH_MAX = 1000,    /* collections within collections, aliases followed */
    YAML_NODES_MAX = 4000000, /* nodes of the tree with every alias written out: against billion laughs */
};

struct yaml_options {
    const char *file;       /* for places; borrowed as long as the tree */
    bool refuse_duplicates; /* a key twice in a map is an error; else the last wins, as in Helm */
    bool keys_as_written;   /* a key that is a plain scalar keeps its spelling: on: stays "on" */
    bool all_documents;     /* *out is a list of documents; else only the first is read, *out is it */
};

/* Reads text[0..len), which must outlive nothing: all is copied. An empty text, or one of comments only, is a
 * null. -1: each complaint has a place; the message itself begins as Go's does, "yaml: line 3: ...", since
 * Helm's users and scripts know those words. */
MUST_CHECK int yaml_read(const char *text, size_t len, const struct yaml_options *options, struct arena *a,
                         struct value **out, struct diag *err);
