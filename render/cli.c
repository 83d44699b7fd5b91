#include "render/cli.h"

#include <stdlib.h>
#include <string.h>

#include "render/cli_apply.h"
#include "render/kube_version.h"
#include "render/nearest.h"
#include "render/quote.h"

static const struct {
    const char *name;
    enum cli_command command;
} commands[] = {
    {"template", CLI_RENDER}, {"values", CLI_VALUES},   {"lint", CLI_LINT},
    {"explain", CLI_EXPLAIN}, {"compose", CLI_COMPOSE}, {"docs", CLI_DOCS},
    {"graph", CLI_GRAPH},     {"help", CLI_HELP},       {"version", CLI_VERSION},
};

const char cli_help[] =
    "render prints the Kubernetes manifests of a Helm chart, byte for byte as helm template does.\n"
    "\n"
    "usage: render [RELEASE] [OPTION]...               the built-in chart agent-env\n"
    "       render [RELEASE] --chart DIR [OPTION]...   a chart folder\n"
    "       render template [RELEASE] CHART ...        the same, in helm template's order\n"
    "       render values [RELEASE] ...                the merged values\n"
    "       render lint [RELEASE] ...                  everything that is wrong with the values, at once\n"
    "       render explain NAME [RELEASE] ...          who resolves NAME to what, and what lets it out\n"
    "       render graph [RELEASE] ...                 who reaches whom: --format dot (Graphviz) or mermaid\n"
    "       render compose COMPOSE.yaml [RELEASE] ...  values out of a Docker Compose file, - is standard "
    "input;\n"
    "                                                  with --template its manifests\n"
    "       render docs [CHART]                        a chart's README in Markdown\n"
    "\n"
    "  -f, --values FILE       values to lay over the chart's; repeatable; - is standard input\n"
    "      --set K=V           one value; also --set-string, --set-json, --set-file, --set-literal\n"
    "  -n, --namespace NAME    .Release.Namespace; else $HELM_NAMESPACE, else default\n"
    "  -s, --show-only FILE    only what this template gives (templates/x.yaml); repeatable, with * and ?\n"
    "      --output-dir DIR    write files there instead\n"
    "      --release-name      ... in a folder of the release's name\n"
    "      --include-crds      the chart's crds/ too\n"
    "      --no-hooks, --skip-tests\n"
    "      --is-upgrade        .Release.IsUpgrade in place of IsInstall\n"
    "  -a, --api-versions V    more for .Capabilities.APIVersions\n"
    "      --kube-version V    .Capabilities.KubeVersion\n"
    "      --name-template T   the release's name, as a template\n"
    "      --skip-schema-validation\n"
    "      --helm-compat 3|4   whose bytes: Helm 3's (also 4.0 and 4.1), or those of 4.2.4 and later\n"
    "      --help, --version\n"
    "\n"
    "exit status: 0; 1 for any error. lint: 0 for nothing or warnings only, 1 for errors.\n";

struct reader {
    struct cli_apply options;
    char *const *argv;
    int argc, at;
    const char **words; /* that are no options */
    size_t word_count;
};

static int unknown_flag(struct reader *r, const char *argument, size_t len)
{
    const struct option *other = option_by_name(argument, len);
    const char *meant = option_nearest(argument, len, r->options.arena);
    fault_set(r->options.fault, "unknown flag: --%.*s", (int)len, argument);
    if (other)
        fault_more(r->options.fault, (struct place){0}, "--%s is Helm 4's: add --helm-compat 4", other->name);
    else if (meant)
        fault_more(r->options.fault, (struct place){0}, "did you mean --%s?", meant);
    return -1;
}

/* --help, and --version, which is Helm's own, with a value, behind template. 1: it is none of them. */
static int read_own(struct reader *r, const char *argument, size_t len)
{
    static const struct option help = {"help", 'h', FLAG, 0, NULL};
    bool on, is_template = r->word_count && strcmp(r->words[0], "template") == 0;
    if (len == 4 && memcmp(argument, "help", 4) == 0) {
        if (cli_apply_bool(&r->options, &help, argument[len] ? argument + len + 1 : NULL, &on) != 0)
            return -1;
        if (on)
            r->options.cli->command = CLI_HELP;
        return 0;
    }
    if (strcmp(argument, "version") == 0 && !is_template) {
        r->options.cli->command = CLI_VERSION;
        return 0;
    }
    return 1;
}

/* --name, --name=value, --name value */
static int read_long(struct reader *r, const char *argument)
{
    size_t len = strcspn(argument, "=");
    const char *value = argument[len] ? argument + len + 1 : NULL;
    if (!len || *argument == '-')
        return fault_set(r->options.fault, "bad flag syntax: --%s", argument);
    int own = read_own(r, argument, len);
    if (own <= 0)
        return own;
    const struct option *option = option_by_name(argument, len);
    if (!option || (!r->options.cli->helm4 && option_is_of_helm4(option)))
        return unknown_flag(r, argument, len);
    if (!value && option_wants_value(option)) {
        if (r->at == r->argc)
            return fault_set(r->options.fault, "flag needs an argument: --%s", option->name);
        value = r->argv[r->at++];
    }
    return cli_apply(&r->options, option, value);
}

/* -f value, -fvalue, -f=value */
static int read_short(struct reader *r, const char *argument)
{
    const struct option *option = option_by_letter(*argument);
    bool equals = argument[1] == '=' && argument[2];
    if (*argument == 'h' && !option) {
        r->options.cli->command = CLI_HELP;
        return argument[1] ? read_short(r, argument + 1) : 0;
    }
    if (!option)
        return fault_set(r->options.fault, "unknown shorthand flag: '%c' in -%s", *argument, argument);
    const char *value = argument[1] ? argument + 1 + equals : NULL;
    if (!option_wants_value(option) && argument[1] && !equals)
        return cli_apply(&r->options, option, NULL) == 0 ? read_short(r, argument + 1) : -1;
    if (!value && option_wants_value(option)) {
        if (r->at == r->argc)
            return fault_set(r->options.fault, "flag needs an argument: '%c' in -%s", *argument, argument);
        value = r->argv[r->at++];
    }
    return cli_apply(&r->options, option, value);
}

/* Which Helm is wanted decides how the others are read, wherever it stands. What is wrong with it is told
 * later. */
static bool wants_helm4(int argc, char *const *argv)
{
    static const char name[] = "--helm-compat";
    bool helm4 = false;
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (strcmp(argv[i], name) == 0 && i + 1 < argc)
            helm4 = *argv[i + 1] == '4';
        else if (strncmp(argv[i], name, sizeof name - 1) == 0 && argv[i][sizeof name - 1] == '=')
            helm4 = argv[i][sizeof name] == '4';
    }
    return helm4;
}

static int read_arguments(struct reader *r)
{
    bool only_words = false;
    while (r->at < r->argc) {
        const char *argument = r->argv[r->at++];
        int status = 0;
        if (only_words || argument[0] != '-' || !argument[1])
            r->words[r->word_count++] = argument;
        else if (strcmp(argument, "--") == 0)
            only_words = true;
        else if (argument[1] == '-')
            status = read_long(r, argument + 2);
        else
            status = read_short(r, argument + 1);
        if (status != 0)
            return -1;
    }
    return 0;
}

/* helm template's own order: [RELEASE] CHART */
static int place_template_words(struct reader *r, const char *const *words, size_t count)
{
    const char *version;
    if (count == 0)
        return fault_set(r->options.fault, "\"helm template\" requires at least 1 argument\n\n"
                                           "Usage:  helm template [NAME] [CHART] [flags]");
    if (kube_version_read(r->options.cli->kube_version, r->options.arena, &version, r->options.fault) != 0)
        return -1;
    if (count > 2) {
        const char *more = words[2];
        for (size_t i = 3; i < count; i++)
            more = arena_printf(r->options.arena, "%s, %s", more, words[i]);
        return fault_set(r->options.fault, "expected at most two arguments, unexpected arguments: %s", more);
    }
    r->options.cli->chart = words[count - 1];
    if (count == 2)
        r->options.cli->release = words[0];
    return 0;
}

/* The command that was meant, perhaps; NULL: none is near. */
static const char *nearest_command(struct reader *r, const char *word)
{
    struct value *names = value_map(r->options.arena);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        (void)value_sets(r->options.arena, names, commands[i].name, value_null(r->options.arena));
    return nearest_key(names, word, strlen(word));
}

/* docs [CHART] */
static int place_docs_words(struct reader *r, const char *const *words, size_t count)
{
    if (count > 1 || (count && r->options.cli->chart))
        return fault_set(r->options.fault, "docs is of one chart, not also %s", words[count - 1]);
    r->options.cli->chart = count ? words[0] : r->options.cli->chart;
    return 0;
}

/* [RELEASE]; a file there is a slip that would go unnoticed, for its name may well be a release's */
static int place_release(struct reader *r, const char *const *words, size_t count)
{
    const char *name = count ? words[0] : "", *end = strrchr(name, '.');
    bool is_file = end && (strcmp(end, ".yaml") == 0 || strcmp(end, ".yml") == 0);
    if (is_file && r->options.cli->command != CLI_RENDER && r->options.cli->command != CLI_VALUES)
        return fault_set(r->options.fault,
                         "%s is taken for the release's name; a file of values is given with -f %s", name,
                         name);
    if (count > 1) {
        const char *meant = r->word_count == count ? nearest_command(r, name) : NULL;
        return meant ? fault_set(r->options.fault, "there is no command %s; did you mean %s?", name, meant)
                     : fault_set(r->options.fault, "one release name is wanted, not also %s", words[1]);
    }
    if (count)
        r->options.cli->release = name;
    const char *meant = count && r->word_count == count ? nearest_command(r, name) : NULL;
    if (meant && nearest_is_slip(name, meant))
        cli_apply_note(&r->options,
                       arena_printf(r->options.arena,
                                    "render: %s is taken for the release's name; did you mean render %s?",
                                    name, meant));
    return 0;
}

static int place_words(struct reader *r)
{
    const char *const *words = r->words;
    size_t count = r->word_count;
    bool found = false, is_template = false;
    for (size_t i = 0; count && i < sizeof commands / sizeof *commands && !found; i++) {
        found = strcmp(words[0], commands[i].name) == 0;
        if (found && r->options.cli->command != CLI_HELP && r->options.cli->command != CLI_VERSION)
            r->options.cli->command = commands[i].command;
    }
    is_template = found && strcmp(words[0], "template") == 0;
    words += found;
    count -= found;
    r->options.cli->rest = words;
    r->options.cli->rest_count = count;
    if (is_template && r->options.cli->command == CLI_RENDER)
        return place_template_words(r, words, count);
    switch (r->options.cli->command) {
    case CLI_RENDER:
    case CLI_VALUES:
    case CLI_LINT:
    case CLI_GRAPH: return place_release(r, words, count);
    case CLI_DOCS: return place_docs_words(r, words, count);
    case CLI_EXPLAIN:
        if (!count)
            return fault_set(r->options.fault,
                             "explain wants a name: render explain pypi.org -f values.yaml");
        return place_release(r, words + 1, count - 1);
    case CLI_COMPOSE:
        if (!count)
            return fault_set(r->options.fault, "compose wants a file: render compose compose.yaml");
        return place_release(r, words + 1, count - 1);
    case CLI_HELP:
    case CLI_VERSION: break;
    }
    return 0;
}

int cli_read(int argc, char *const *argv, struct arena *a, struct cli *out, struct fault *f)
{
    const char *namespace = getenv("HELM_NAMESPACE");
    struct reader r = {.options = {.arena = a, .cli = out, .fault = f}, .argv = argv, .argc = argc, .at = 1};
    *out =
        (struct cli){.namespace = namespace, .api_versions = value_list(a), .helm4 = wants_helm4(argc, argv)};
    cli_apply_begin(&r.options, (size_t)argc + 1);
    r.words = arena_alloc_many(a, (size_t)argc + 1, sizeof *r.words);
    if (read_arguments(&r) != 0 || place_words(&r) != 0)
        return -1;
    if (out->name_template && !*out->name_template)
        out->name_template = NULL;
    if (out->print.output_dir && !*out->print.output_dir)
        out->print.output_dir = NULL;
    if (!out->namespace || !*out->namespace)
        out->namespace = "default";
    if (out->release && out->generate_name)
        return fault_set(f, "cannot set --generate-name and also specify a name");
    if (out->release && out->name_template)
        return fault_set(f, "cannot set --name-template and also specify a name");
    if (!out->release)
        out->release = "release-name";
    cli_apply_end(&r.options);
    out->values.helm4 = out->print.helm4 = out->helm4;
    out->print.release = out->by_release ? out->release : NULL;
    return 0;
}
