/* yaml_read.h: YAML text -> a tree of values, as sigs.k8s.io/yaml reads it for Helm: YAML 1.1 through
 * libyaml, scalars resolved as Go's yaml v2 does (see yaml_scalar.h; dates stay strings), then as JSON has
 * it: every number a double, every key a string. Aliases are written out, <<: is applied in the order of the
 * text, of equal keys the last wins. */
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
    const char *file;       /* for places; borrowed as long as the tree; NULL: complaints have no place */
    bool refuse_duplicates; /* a key twice in a map is an error, and a map's own key beats a merged one */
    bool keys_as_written;   /* a key that is a plain scalar keeps its spelling: on: stays "on" */
    bool keep_integers;     /* a number that is an integer of 64 bits is a VALUE_INT */
    bool all_documents;     /* *out is a list of documents; else only the first is read, *out is it */
    unsigned lines_before;  /* of the file, that are not in text */
    bool only_true_false; /* no other word is a boolean: yes, no, on, off stay texts, as YAML 1.2 has them */
    bool refuse_tags;     /* a tag that is not YAML's own is an error */
    bool helm_words;      /* a message is Go's own: "yaml: line 3: ...", in Go's way of counting lines */
    bool as_go;           /* what is YAML is what Go's yaml v2 takes for it; see yaml_dialect.h */
};

/* Reads text[0..len), which must outlive nothing: all is copied. An empty text, or one of comments only, is a
 * null (with all_documents: an empty list). -1: each complaint has its place. */
MUST_CHECK int yaml_read(const char *text, size_t len, const struct yaml_options *options, struct arena *a,
                         struct value **out, struct diag *err);
