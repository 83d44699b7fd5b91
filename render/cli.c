#include "render/cli.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "common/number.h"
#include "render/cli_options.h"
#include "render/csv.h"
#include "render/go_duration.h"
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
    struct arena *arena;
    struct cli *cli;
    struct fault *fault;
    char *const *argv;
    int argc, at;
    const char **lists[LISTS];
    size_t counts[LISTS];
    struct values_set *sets;
    const char **words; /* that are no options */
    size_t word_count;
};

static void add_text(struct reader *r, enum option_list list, const char *text)
{
    r->lists[list][r->counts[list]++] = text;
}

static int bad_value(struct reader *r, const struct option *option, const char *value, const char *why)
{
    const char *letter = option->letter ? arena_printf(r->arena, "-%c, ", option->letter) : "";
    return fault_set(r->fault, "invalid argument %s for \"%s--%s\" flag: %s",
                     quote_go(r->arena, value, strlen(value)), letter, option->name, why);
}

/* Commas part the texts; quotes keep them together. */
static int add_split(struct reader *r, const struct option *option, const char *texts)
{
    enum option_list list = (enum option_list)option->at;
    size_t count = 0;
    const char *why, **fields = *texts ? csv_read(texts, r->arena, &count, &why) : NULL;
    if (*texts && !fields)
        return bad_value(r, option, texts, why);
    r->lists[list] = arena_grow(r->arena, r->lists[list], r->counts[list] * sizeof *fields,
                                (r->counts[list] + count + (size_t)r->argc + 1) * sizeof *fields);
    for (size_t i = 0; i < count; i++)
        add_text(r, list, fields[i]);
    return 0;
}

static bool is_one_of(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(text, words[i]) == 0)
            return true;
    return false;
}

static const char *cannot_parse(struct reader *r, const char *function, const char *value)
{
    return arena_printf(r->arena, "strconv.%s: parsing %s: invalid syntax", function,
                        quote_go(r->arena, value, strlen(value)));
}

static bool parse_bool(const char *value, bool *out)
{
    static const char *const yes[] = {"1", "t", "T", "TRUE", "true", "True"}, *const no[] = {
                                                                                  "0",     "f",     "F",
                                                                                  "FALSE", "false", "False"};
    *out = is_one_of(value, yes, 6);
    return *out || is_one_of(value, no, 6);
}

/* A flag's value as Go's ParseBool reads it; none is true. */
static int read_bool(struct reader *r, const struct option *option, const char *value, bool *out)
{
    *out = true;
    if (!value || parse_bool(value, out))
        return 0;
    return bad_value(r, option, value, cannot_parse(r, "ParseBool", value));
}

static void note(struct reader *r, const char *line)
{
    const char *before = r->cli->note ? r->cli->note : "";
    r->cli->note = arena_printf(r->arena, "%s%s\n", before, line);
}

/* Only the mode that asks a cluster would print something else. */
static int read_dry_run(struct reader *r, const char *value)
{
    static const char *const modes[] = {"", "false", "true", "none", "client"};
    bool on = true;
    if (value && strcmp(value, "server") == 0)
        return fault_set(r->fault, "--dry-run=server is not offered: render talks to no cluster");
    if (!r->cli->helm4) {
        if (!value || is_one_of(value, modes, 5))
            return 0;
        return fault_set(r->fault, "Invalid dry-run flag. Flag must one of the following: false, true, none, "
                                   "client, server");
    }
    if (value && strcmp(value, "client") == 0)
        return 0;
    const char *quoted = quote_go(r->arena, value ? value : "", value ? strlen(value) : 0);
    if (value && strcmp(value, "none") != 0 && !parse_bool(value, &on))
        return fault_set(r->fault, "invalid dry-run value (%s). Must be \"none\", \"server\", or \"client\"",
                         quoted);
    if (value && (!on || strcmp(value, "none") == 0))
        return fault_set(r->fault, "invalid dry-run value (%s). Must be \"server\" or \"client\"", quoted);
    const char *old =
        value ? arena_printf(r->arena, "boolean '--dry-run=%s' flag is deprecated and must", value)
              : "--dry-run is deprecated and should";
    note(r, arena_printf(r->arena, "level=WARN msg=\"%s be replaced with '--dry-run=client'\"", old));
    return 0;
}

static int read_wait(struct reader *r, const struct option *option, const char *value)
{
    static const char *const strategies[] = {"watcher", "hookOnly", "legacy"};
    bool on;
    if (!r->cli->helm4)
        return read_bool(r, option, value, &on);
    if (!value || is_one_of(value, strategies, 3))
        return 0;
    bool yes = strcmp(value, "true") == 0;
    if (yes || strcmp(value, "false") == 0) {
        note(r, arena_printf(r->arena,
                             "level=WARN msg=\"--wait=%s is deprecated (boolean value) and can be replaced "
                             "with --wait=%s\"",
                             value, yes ? "watcher" : "hookOnly"));
        return 0;
    }
    return bad_value(r, option, value,
                     arena_printf(r->arena,
                                  "invalid wait input %s. Valid inputs are watcher, hookOnly, and legacy",
                                  quote_go(r->arena, value, strlen(value))));
}

static int check_pairs(struct reader *r, const struct option *option, const char *value)
{
    size_t count = 1;
    const char *why = NULL, *one[] = {value}, **pairs = one;
    const char *equals = strchr(value, '=');
    if (equals && strchr(equals + 1, '='))
        pairs = csv_read(value, r->arena, &count, &why);
    for (size_t i = 0; pairs && i < count; i++)
        if (!strchr(pairs[i], '='))
            why = arena_printf(r->arena, "%s must be formatted as key=value", pairs[i]);
    return why ? bad_value(r, option, value, why) : 0;
}

/* What has no meaning here has to be right all the same. */
static int check_ignored(struct reader *r, const struct option *option, const char *value)
{
    static const char *const colors[] = {"never", "auto", "always"};
    const struct bytes text = {value, strlen(value)};
    int64_t number;
    const char *why = NULL;
    char *end = NULL;
    switch (option->takes) {
    case IGNORED_INT:
        if (!number_read_int(value, text.len, &number))
            why = cannot_parse(r, "ParseInt", value);
        break;
    case IGNORED_FLOAT:
        if (!text.len || *value <= ' ' || (strtod(value, &end), *end))
            why = cannot_parse(r, "ParseFloat", value);
        break;
    case IGNORED_DURATION: why = go_duration_read(text, r->arena, &number); break;
    case IGNORED_PAIRS: return check_pairs(r, option, value);
    case IGNORED_COLOR:
        if (!is_one_of(value, colors, 3))
            return fault_set(r->fault, "invalid color mode %s: must be one of: never, auto, always",
                             quote_go(r->arena, value, text.len));
        break;
    default: break;
    }
    return why ? bad_value(r, option, value, why) : 0;
}

/* Options that do without a value. */
static int apply_flag(struct reader *r, const struct option *option, const char *value)
{
    char *cli = (char *)r->cli;
    bool on;
    if (option->takes == DRY_RUN)
        return read_dry_run(r, value);
    if (option->takes == WAIT)
        return read_wait(r, option, value);
    if (read_bool(r, option, value, &on) != 0)
        return -1;
    if (option->takes == REFUSED_FLAG && on)
        return fault_set(r->fault, "--%s is not offered: %s", option->name, option->why);
    if (option->takes == FLAG)
        *(bool *)(void *)(cli + option->at) = on;
    return 0;
}

static int apply_value(struct reader *r, const struct option *option, const char *value)
{
    char *cli = (char *)r->cli;
    switch (option->takes) {
    case TEXT: *(const char **)(void *)(cli + option->at) = value; break;
    case TEXTS: add_text(r, (enum option_list)option->at, value); break;
    case TEXTS_SPLIT: return add_split(r, option, value);
    case SET:
        r->sets[r->cli->values.set_count++] = (struct values_set){(enum set_kind)option->at, value};
        break;
    case COMPAT:
        if (strcmp(value, "3") != 0 && strcmp(value, "4") != 0)
            return fault_set(r->fault, "--helm-compat %s: 3 or 4 is wanted", value);
        r->cli->helm4 = *value == '4';
        break;
    case REFUSED_TEXT:
        if (*value)
            return fault_set(r->fault, "--%s is not offered: %s", option->name, option->why);
        break;
    default: return check_ignored(r, option, value);
    }
    return 0;
}

static int apply(struct reader *r, const struct option *option, const char *value)
{
    const char *gone = r->cli->helm4 ? option_gone(option) : NULL;
    if (gone)
        note(r, arena_printf(r->arena, "Flag --%s has been deprecated, %s", option->name, gone));
    return value && option_wants_value(option) ? apply_value(r, option, value) : apply_flag(r, option, value);
}

static int unknown_flag(struct reader *r, const char *argument, size_t len)
{
    const struct option *other = option_by_name(argument, len);
    const char *meant = option_nearest(argument, len, r->arena);
    fault_set(r->fault, "unknown flag: --%.*s", (int)len, argument);
    if (other)
        fault_more(r->fault, (struct place){0}, "--%s is Helm 4's: add --helm-compat 4", other->name);
    else if (meant)
        fault_more(r->fault, (struct place){0}, "did you mean --%s?", meant);
    return -1;
}

/* --help, and --version, which is Helm's own, with a value, behind template. 1: it is none of them. */
static int read_own(struct reader *r, const char *argument, size_t len)
{
    static const struct option help = {"help", 'h', FLAG, 0, NULL};
    bool on, is_template = r->word_count && strcmp(r->words[0], "template") == 0;
    if (len == 4 && memcmp(argument, "help", 4) == 0) {
        if (read_bool(r, &help, argument[len] ? argument + len + 1 : NULL, &on) != 0)
            return -1;
        if (on)
            r->cli->command = CLI_HELP;
        return 0;
    }
    if (strcmp(argument, "version") == 0 && !is_template) {
        r->cli->command = CLI_VERSION;
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
        return fault_set(r->fault, "bad flag syntax: --%s", argument);
    int own = read_own(r, argument, len);
    if (own <= 0)
        return own;
    const struct option *option = option_by_name(argument, len);
    if (!option || (!r->cli->helm4 && option_is_of_helm4(option)))
        return unknown_flag(r, argument, len);
    if (!value && option_wants_value(option)) {
        if (r->at == r->argc)
            return fault_set(r->fault, "flag needs an argument: --%s", option->name);
        value = r->argv[r->at++];
    }
    return apply(r, option, value);
}

/* -f value, -fvalue, -f=value */
static int read_short(struct reader *r, const char *argument)
{
    const struct option *option = option_by_letter(*argument);
    bool equals = argument[1] == '=' && argument[2];
    if (*argument == 'h' && !option) {
        r->cli->command = CLI_HELP;
        return argument[1] ? read_short(r, argument + 1) : 0;
    }
    if (!option)
        return fault_set(r->fault, "unknown shorthand flag: '%c' in -%s", *argument, argument);
    const char *value = argument[1] ? argument + 1 + equals : NULL;
    if (!option_wants_value(option) && argument[1] && !equals)
        return apply(r, option, NULL) == 0 ? read_short(r, argument + 1) : -1;
    if (!value && option_wants_value(option)) {
        if (r->at == r->argc)
            return fault_set(r->fault, "flag needs an argument: '%c' in -%s", *argument, argument);
        value = r->argv[r->at++];
    }
    return apply(r, option, value);
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
        return fault_set(r->fault, "\"helm template\" requires at least 1 argument\n\n"
                                   "Usage:  helm template [NAME] [CHART] [flags]");
    if (kube_version_read(r->cli->kube_version, r->arena, &version, r->fault) != 0)
        return -1;
    if (count > 2) {
        const char *more = words[2];
        for (size_t i = 3; i < count; i++)
            more = arena_printf(r->arena, "%s, %s", more, words[i]);
        return fault_set(r->fault, "expected at most two arguments, unexpected arguments: %s", more);
    }
    r->cli->chart = words[count - 1];
    if (count == 2)
        r->cli->release = words[0];
    return 0;
}

/* The command that was meant, perhaps; NULL: none is near. */
static const char *nearest_command(struct reader *r, const char *word)
{
    struct value *names = value_map(r->arena);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        (void)value_sets(r->arena, names, commands[i].name, value_null(r->arena));
    return nearest_key(names, word, strlen(word));
}

/* docs [CHART] */
static int place_docs_words(struct reader *r, const char *const *words, size_t count)
{
    if (count > 1 || (count && r->cli->chart))
        return fault_set(r->fault, "docs is of one chart, not also %s", words[count - 1]);
    r->cli->chart = count ? words[0] : r->cli->chart;
    return 0;
}

/* [RELEASE]; a file there is a slip that would go unnoticed, for its name may well be a release's */
static int place_release(struct reader *r, const char *const *words, size_t count)
{
    const char *name = count ? words[0] : "", *end = strrchr(name, '.');
    bool is_file = end && (strcmp(end, ".yaml") == 0 || strcmp(end, ".yml") == 0);
    if (is_file && r->cli->command != CLI_RENDER && r->cli->command != CLI_VALUES)
        return fault_set(r->fault, "%s is taken for the release's name; a file of values is given with -f %s",
                         name, name);
    if (count > 1) {
        const char *meant = r->word_count == count ? nearest_command(r, name) : NULL;
        return meant ? fault_set(r->fault, "there is no command %s; did you mean %s?", name, meant)
                     : fault_set(r->fault, "one release name is wanted, not also %s", words[1]);
    }
    if (count)
        r->cli->release = name;
    const char *meant = count && r->word_count == count ? nearest_command(r, name) : NULL;
    if (meant && nearest_is_slip(name, meant))
        note(r, arena_printf(r->arena, "render: %s is taken for the release's name; did you mean render %s?",
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
        if (found && r->cli->command != CLI_HELP && r->cli->command != CLI_VERSION)
            r->cli->command = commands[i].command;
    }
    is_template = found && strcmp(words[0], "template") == 0;
    words += found;
    count -= found;
    r->cli->rest = words;
    r->cli->rest_count = count;
    if (is_template && r->cli->command == CLI_RENDER)
        return place_template_words(r, words, count);
    switch (r->cli->command) {
    case CLI_RENDER:
    case CLI_VALUES:
    case CLI_LINT:
    case CLI_GRAPH: return place_release(r, words, count);
    case CLI_DOCS: return place_docs_words(r, words, count);
    case CLI_EXPLAIN:
        if (!count)
            return fault_set(r->fault, "explain wants a name: render explain pypi.org -f values.yaml");
        return place_release(r, words + 1, count - 1);
    case CLI_COMPOSE:
        if (!count)
            return fault_set(r->fault, "compose wants a file: render compose compose.yaml");
        return place_release(r, words + 1, count - 1);
    case CLI_HELP:
    case CLI_VERSION: break;
    }
    return 0;
}

int cli_read(int argc, char *const *argv, struct arena *a, struct cli *out, struct fault *f)
{
    const char *namespace = getenv("HELM_NAMESPACE");
    struct reader r = {.arena = a, .cli = out, .fault = f, .argv = argv, .argc = argc, .at = 1};
    *out =
        (struct cli){.namespace = namespace, .api_versions = value_list(a), .helm4 = wants_helm4(argc, argv)};
    for (size_t i = 0; i < LISTS; i++)
        r.lists[i] = arena_alloc_many(a, (size_t)argc + 1, sizeof *r.lists[i]);
    r.sets = arena_alloc_many(a, (size_t)argc + 1, sizeof *r.sets);
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
    out->values.files = r.lists[FILES];
    out->values.file_count = r.counts[FILES];
    out->values.sets = r.sets;
    out->values.helm4 = out->print.helm4 = out->helm4;
    out->print.release = out->by_release ? out->release : NULL;
    out->print.show_only = r.lists[SHOW_ONLY];
    out->print.show_only_count = r.counts[SHOW_ONLY];
    for (size_t i = 0; i < r.counts[API_VERSIONS]; i++)
        value_push(a, out->api_versions,
                   value_borrow(a, r.lists[API_VERSIONS][i], strlen(r.lists[API_VERSIONS][i])));
    return 0;
}
