/* cli.h: the arguments of render, most of them helm template's. */
#pragma once

#include "render/manifest.h"
#include "render/values.h"

enum cli_command {
    CLI_RENDER,
    CLI_VALUES,
    CLI_LINT,
    CLI_EXPLAIN,
    CLI_COMPOSE,
    CLI_DOCS,
    CLI_GRAPH,
    CLI_HELP,
    CLI_VERSION
};

struct cli {
    enum cli_command command;
    const char *release;       /* "release-name" if none is given */
    const char *name_template; /* which says the release's name; NULL: none */
    const char *chart;         /* a folder; NULL: the built-in one */
    const char *namespace;
    const char *kube_version;   /* NULL: the default */
    struct value *api_versions; /* a list of texts */
    struct values_options values;
    struct manifest_options print;
    const char *note;   /* lines for stderr about what may be a slip, or is to go; NULL: nothing is odd */
    const char *format; /* of a graph; NULL: none is given */
    bool is_upgrade, skip_schema, helm4, generate_name;
    bool to_manifests;       /* of compose: not to values */
    bool by_release;         /* output_dir has a folder of the release's name */
    const char *const *rest; /* what a command of ours takes besides */
    size_t rest_count;
};

/* Reads argv; texts are borrowed from it. -1: f says what is wrong, as Helm does for its own flags. */
MUST_CHECK int cli_read(int argc, char *const *argv, struct arena *a, struct cli *out, struct fault *f);

/* What --help prints. */
extern const char cli_help[];
