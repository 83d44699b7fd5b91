/* manifest.h: rendered files -> documents, in the order and shape in which Helm prints them. */
#pragma once

#include "common/text.h"
#include "common/value.h"
#include "render/chart.h"

struct rendered_file {
    const char *path; /* "c/templates/a.yaml" */
    struct bytes text;
    struct bytes source;     /* the template it was made of; at NULL: unknown */
    const char *source_path; /* where a user finds it */
};

struct document {
    const char *path; /* of its file */
    struct bytes text;
    const char *kind; /* "" if it says none */
    bool is_test;     /* a hook of a test */
};

struct documents {
    struct document *items;
    size_t count, room;
};

struct manifests {
    struct documents generic, hooks; /* each by kind, then in the order of the files */
};

struct manifest_options {
    bool helm4;
    bool include_crds, no_hooks, skip_tests;
    bool debug;                   /* what was rendered is printed, be it no YAML */
    const char *output_dir;       /* NULL: to the text */
    const char *release;          /* a folder of that name within output_dir; NULL: none */
    const char *const *show_only; /* patterns; see glob.h */
    size_t show_only_count;
};

/* Splits the files, which are in the octet order of their paths, into documents and sorts them. A document
 * must be YAML and a map, else -1. Lines about unknown hooks are added to warnings. */
MUST_CHECK int manifest_sort(const struct rendered_file *files, size_t count, bool helm4, struct arena *a,
                             struct manifests *out, struct text *warnings, struct fault *f);

/* Whether documents are looked for in it: not in notes and partials. */
bool manifest_has_documents(const struct rendered_file *file);

/* Fills to, which is empty, with what `helm template --debug` prints of files that are no YAML: all of them
 * (its own order is random), or those of show_only. None were rendered: a newline. */
void manifest_print_invalid(const struct rendered_file *files, size_t count,
                            const struct manifest_options *options, struct text *to);

/* Fills to, which is empty, with what `helm template` prints; writes files if there is an output_dir. */
MUST_CHECK int manifest_print(const struct manifests *manifests, const struct chart *chart,
                              const struct manifest_options *options, struct text *to, struct fault *f);
