#include "render/cli_options.h"

#include <string.h>

#include "render/cli.h"
#include "render/nearest.h"

#define AT(field) offsetof(struct cli, field)

static const struct option options[] = {
    {"values", 'f', TEXTS_SPLIT, FILES, NULL},
    {"set", 0, SET, SET_TYPED, NULL},
    {"set-string", 0, SET, SET_STRING, NULL},
    {"set-json", 0, SET, SET_JSON, NULL},
    {"set-file", 0, SET, SET_FILE, NULL},
    {"set-literal", 0, SET, SET_LITERAL, NULL},
    {"namespace", 'n', TEXT, AT(namespace), NULL},
    {"chart", 0, TEXT, AT(chart), NULL},
    {"show-only", 's', TEXTS, SHOW_ONLY, NULL},
    {"api-versions", 'a', TEXTS_SPLIT, API_VERSIONS, NULL},
    {"kube-version", 0, TEXT, AT(kube_version), NULL},
    {"name-template", 0, TEXT, AT(name_template), NULL},
    {"output-dir", 0, TEXT, AT(print.output_dir), NULL},
    {"format", 0, TEXT, AT(format), NULL},
    {"template", 0, FLAG, AT(to_manifests), NULL},
    {"release-name", 0, FLAG, AT(by_release), NULL},
    {"include-crds", 0, FLAG, AT(print.include_crds), NULL},
    {"no-hooks", 0, FLAG, AT(print.no_hooks), NULL},
    {"skip-tests", 0, FLAG, AT(print.skip_tests), NULL},
    {"is-upgrade", 0, FLAG, AT(is_upgrade), NULL},
    {"skip-schema-validation", 0, FLAG, AT(skip_schema), NULL},
    {"helm-compat", 0, COMPAT, 0, NULL},
    {"validate", 0, REFUSED_FLAG, 0,
     "render talks to no cluster; use kubectl apply --dry-run=server -f - on its output"},
    {"post-renderer", 0, REFUSED_TEXT, 0, "pipe the output of render into the program instead"},
    {"post-renderer-args", 0, IGNORED_TEXT, 0, NULL},
    {"dependency-update", 0, REFUSED_FLAG, 0, "render fetches nothing; run helm dependency update"},
    {"repo", 0, REFUSED_TEXT, 0, "render fetches nothing; unpack the chart and name its folder"},
    {"version", 0, IGNORED_TEXT, 0, NULL}, /* of a chart to be fetched; see read_long for our own */
    {"verify", 0, REFUSED_FLAG, 0, "render reads charts as they are; run helm verify"},
    {"enable-dns", 0, REFUSED_FLAG, 0, "render asks no DNS; give the address as a value"},
    {"generate-name", 'g', FLAG, AT(generate_name), NULL},
    {"debug", 0, FLAG, AT(print.debug), NULL},
    {"dry-run", 0, DRY_RUN, 0, NULL},
    {"skip-crds", 0, IGNORED_FLAG, 0, NULL},
    {"disable-openapi-validation", 0, IGNORED_FLAG, 0, NULL},
    {"create-namespace", 0, IGNORED_FLAG, 0, NULL},
    {"replace", 0, IGNORED_FLAG, 0, NULL},
    {"atomic", 0, IGNORED_FLAG, 0, NULL},
    {"wait", 0, WAIT, 0, NULL},
    {"devel", 0, IGNORED_FLAG, 0, NULL},
    {"wait-for-jobs", 0, IGNORED_FLAG, 0, NULL},
    {"force", 0, IGNORED_FLAG, 0, NULL},
    {"force-replace", 0, IGNORED_FLAG, 0, NULL},
    {"force-conflicts", 0, IGNORED_FLAG, 0, NULL},
    {"rollback-on-failure", 0, IGNORED_FLAG, 0, NULL},
    {"server-side", 0, IGNORED_FLAG, 0, NULL},
    {"hide-notes", 0, IGNORED_FLAG, 0, NULL},
    {"render-subchart-notes", 0, IGNORED_FLAG, 0, NULL},
    {"take-ownership", 0, IGNORED_FLAG, 0, NULL},
    {"insecure-skip-tls-verify", 0, IGNORED_FLAG, 0, NULL},
    {"pass-credentials", 0, IGNORED_FLAG, 0, NULL},
    {"plain-http", 0, IGNORED_FLAG, 0, NULL},
    {"kube-insecure-skip-tls-verify", 0, IGNORED_FLAG, 0, NULL},
    {"timeout", 0, IGNORED_DURATION, 0, NULL},
    {"burst-limit", 0, IGNORED_INT, 0, NULL},
    {"qps", 0, IGNORED_FLOAT, 0, NULL},
    {"registry-config", 0, IGNORED_TEXT, 0, NULL},
    {"repository-config", 0, IGNORED_TEXT, 0, NULL},
    {"repository-cache", 0, IGNORED_TEXT, 0, NULL},
    {"content-cache", 0, IGNORED_TEXT, 0, NULL},
    {"color", 0, IGNORED_COLOR, 0, NULL},
    {"colour", 0, IGNORED_COLOR, 0, NULL},
    {"keyring", 0, IGNORED_TEXT, 0, NULL},
    {"username", 0, IGNORED_TEXT, 0, NULL},
    {"password", 0, IGNORED_TEXT, 0, NULL},
    {"ca-file", 0, IGNORED_TEXT, 0, NULL},
    {"cert-file", 0, IGNORED_TEXT, 0, NULL},
    {"key-file", 0, IGNORED_TEXT, 0, NULL},
    {"kube-apiserver", 0, IGNORED_TEXT, 0, NULL},
    {"kube-as-group", 0, IGNORED_TEXT, 0, NULL},
    {"kube-as-user", 0, IGNORED_TEXT, 0, NULL},
    {"kube-ca-file", 0, IGNORED_TEXT, 0, NULL},
    {"kube-tls-server-name", 0, IGNORED_TEXT, 0, NULL},
    {"kube-token", 0, IGNORED_TEXT, 0, NULL},
    {"description", 0, IGNORED_TEXT, 0, NULL},
    {"labels", 'l', IGNORED_PAIRS, 0, NULL},
    {"kubeconfig", 0, IGNORED_TEXT, 0, NULL},
    {"kube-context", 0, IGNORED_TEXT, 0, NULL},
};
enum { OPTIONS = sizeof options / sizeof *options };

static const char *const of_helm4[] = {
    "color",         "colour",      "content-cache",      "force-conflicts",
    "force-replace", "server-side", "rollback-on-failure"};

#define NO_EFFECT "this flag has no effect for 'helm template' and will be removed in Helm 5"

static const char *const gone[][2] = {
    {"atomic", "use --rollback-on-failure instead"},
    {"force", "use --force-replace instead"},
    {"validate", "use '--dry-run=server' instead"},
    {"hide-notes", NO_EFFECT},
    {"render-subchart-notes", NO_EFFECT},
};

const struct option *option_by_name(const char *name, size_t len)
{
    for (size_t i = 0; i < OPTIONS; i++)
        if (strlen(options[i].name) == len && memcmp(options[i].name, name, len) == 0)
            return &options[i];
    return NULL;
}

const struct option *option_by_letter(char letter)
{
    for (size_t i = 0; i < OPTIONS; i++)
        if (options[i].letter == letter)
            return &options[i];
    return NULL;
}

bool option_wants_value(const struct option *option)
{
    switch (option->takes) {
    case FLAG:
    case IGNORED_FLAG:
    case DRY_RUN:
    case WAIT:
    case REFUSED_FLAG: return false;
    default: return true;
    }
}

bool option_is_of_helm4(const struct option *option)
{
    for (size_t i = 0; i < sizeof of_helm4 / sizeof *of_helm4; i++)
        if (strcmp(of_helm4[i], option->name) == 0)
            return true;
    return false;
}

const char *option_gone(const struct option *option)
{
    for (size_t i = 0; i < sizeof gone / sizeof *gone; i++)
        if (strcmp(gone[i][0], option->name) == 0)
            return gone[i][1];
    return NULL;
}

const char *option_nearest(const char *name, size_t len, struct arena *a)
{
    struct value *names = value_map(a);
    for (size_t i = 0; i < OPTIONS; i++)
        (void)value_sets(a, names, options[i].name, value_null(a));
    return nearest_key(names, name, len);
}
