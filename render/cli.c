#include "render/cli.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "render/nearest.h"
#include "render/quote.h"

/* What an option does with its value. */
enum takes {
    FLAG,         /* sets a bool; --x=false unsets it, in each of Go's spellings */
    TEXT,         /* sets a text */
    TEXTS,        /* adds a text to a list */
    TEXTS_SPLIT,  /* adds texts, at commas */
    SET,          /* one of --set's kin */
    COMPAT,       /* 3 or 4 */
    IGNORED_FLAG, /* Helm's, without meaning here */
    IGNORED_TEXT,
    DRY_RUN, /* with a mode or without */
    REFUSED_FLAG,
    REFUSED_TEXT,
};

enum list { FILES, SHOW_ONLY, API_VERSIONS, LISTS };

struct option {
    const char *name;
    char letter;
    enum takes takes;
    size_t at;       /* FLAG, TEXT: offset in struct cli; TEXTS: which list; SET: which kind */
    const char *why; /* REFUSED: what to do instead */
};

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
    {"post-renderer-args", 0, REFUSED_TEXT, 0, "pipe the output of render into the program instead"},
    {"dependency-update", 0, REFUSED_FLAG, 0, "render fetches nothing; run helm dependency update"},
    {"repo", 0, REFUSED_TEXT, 0, "render fetches nothing; unpack the chart and name its folder"},
    {"version", 0, REFUSED_TEXT, 0, "render fetches nothing; unpack the chart and name its folder"},
    {"verify", 0, REFUSED_FLAG, 0, "render reads charts as they are; run helm verify"},
    {"enable-dns", 0, REFUSED_FLAG, 0, "render asks no DNS; give the address as a value"},
    {"generate-name", 'g', FLAG, AT(generate_name), NULL},
    {"debug", 0, IGNORED_FLAG, 0, NULL},
    {"dry-run", 0, DRY_RUN, 0, NULL},
    {"skip-crds", 0, IGNORED_FLAG, 0, NULL},
    {"disable-openapi-validation", 0, IGNORED_FLAG, 0, NULL},
    {"create-namespace", 0, IGNORED_FLAG, 0, NULL},
    {"replace", 0, IGNORED_FLAG, 0, NULL},
    {"atomic", 0, IGNORED_FLAG, 0, NULL},
    {"wait", 0, IGNORED_FLAG, 0, NULL},
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
    {"timeout", 0, IGNORED_TEXT, 0, NULL},
    {"burst-limit", 0, IGNORED_TEXT, 0, NULL},
    {"qps", 0, IGNORED_TEXT, 0, NULL},
    {"registry-config", 0, IGNORED_TEXT, 0, NULL},
    {"repository-config", 0, IGNORED_TEXT, 0, NULL},
    {"repository-cache", 0, IGNORED_TEXT, 0, NULL},
    {"content-cache", 0, IGNORED_TEXT, 0, NULL},
    {"color", 0, IGNORED_TEXT, 0, NULL},
    {"colour", 0, IGNORED_TEXT, 0, NULL},
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
    {"labels", 'l', IGNORED_TEXT, 0, NULL},
    {"kubeconfig", 0, IGNORED_TEXT, 0, NULL},
    {"kube-context", 0, IGNORED_TEXT, 0, NULL},
};

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

static void add_text(struct reader *r, enum list list, const char *text)
{
    r->lists[list][r->counts[list]++] = text;
}

/* Commas part the texts; quotes keep them together, as in CSV. */
static void add_split(struct reader *r, enum list list, const char *texts)
{
    if (!*texts)
        return;
    while (true) {
        struct text one;
        text_init(&one, r->arena);
        text_add(&one, "", 0);
        bool quoted = *texts == '"';
        texts += quoted;
        for (; *texts && (quoted || *texts != ','); texts++) {
            if (quoted && *texts == '"' && texts[1] != '"')
                quoted = false;
            else if (quoted && *texts == '"')
                text_addc(&one, *texts++);
            else
                text_addc(&one, *texts);
        }
        r->lists[list] = arena_grow(r->arena, r->lists[list], r->counts[list] * sizeof one.at,
                                    (r->counts[list] + (size_t)r->argc + 1) * sizeof one.at);
        add_text(r, list, one.at);
        if (!*texts)
            return;
        texts++;
    }
}

static bool takes_text(const struct option *option)
{
    switch (option->takes) {
    case FLAG:
    case IGNORED_FLAG:
    case DRY_RUN:
    case REFUSED_FLAG: return false;
    default: return true;
    }
}

static bool is_one_of(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(text, words[i]) == 0)
            return true;
    return false;
}

/* A flag's value as Go's ParseBool reads it; none is true. */
static int read_bool(struct reader *r, const struct option *option, const char *value, bool *out)
{
    static const char *const yes[] = {"1", "t", "T", "TRUE", "true", "True"}, *const no[] = {
                                                                                  "0",     "f",     "F",
                                                                                  "FALSE", "false", "False"};
    *out = !value || is_one_of(value, yes, 6);
    if (*out || is_one_of(value, no, 6))
        return 0;
    const char *quoted = quote_go(r->arena, value, strlen(value));
    return fault_set(
        r->fault, "invalid argument %s for \"%s--%s\" flag: strconv.ParseBool: parsing %s: invalid syntax",
        quoted, option->letter ? arena_printf(r->arena, "-%c, ", option->letter) : "", option->name, quoted);
}

/* Only the mode that asks a cluster would print something else. */
static int read_dry_run(struct reader *r, const char *value)
{
    static const char *const modes[] = {"", "false", "true", "none", "client"};
    if (!value || is_one_of(value, modes, 5))
        return 0;
    if (strcmp(value, "server") == 0)
        return fault_set(r->fault, "--dry-run=server is not offered: render talks to no cluster");
    return fault_set(
        r->fault, "Invalid dry-run flag. Flag must one of the following: false, true, none, client, server");
}

static int apply(struct reader *r, const struct option *option, const char *value)
{
    char *cli = (char *)r->cli;
    bool on;
    switch (option->takes) {
    case FLAG:
    case IGNORED_FLAG:
    case REFUSED_FLAG:
        if (read_bool(r, option, value, &on) != 0)
            return -1;
        if (option->takes == REFUSED_FLAG && on)
            return fault_set(r->fault, "--%s is not offered: %s", option->name, option->why);
        if (option->takes == FLAG)
            *(bool *)(void *)(cli + option->at) = on;
        break;
    case TEXT: *(const char **)(void *)(cli + option->at) = value; break;
    case TEXTS: add_text(r, (enum list)option->at, value); break;
    case TEXTS_SPLIT: add_split(r, (enum list)option->at, value); break;
    case SET:
        r->sets[r->cli->values.set_count++] = (struct values_set){(enum set_kind)option->at, value};
        break;
    case COMPAT:
        if (strcmp(value, "3") != 0 && strcmp(value, "4") != 0)
            return fault_set(r->fault, "--helm-compat %s: 3 or 4 is wanted", value);
        r->cli->helm4 = *value == '4';
        break;
    case DRY_RUN: return read_dry_run(r, value);
    case IGNORED_TEXT: break;
    case REFUSED_TEXT: return fault_set(r->fault, "--%s is not offered: %s", option->name, option->why);
    }
    return 0;
}

static const struct option *by_name(const char *name, size_t len)
{
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (strlen(options[i].name) == len && memcmp(options[i].name, name, len) == 0)
            return &options[i];
    return NULL;
}

static const struct option *by_letter(char letter)
{
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (options[i].letter == letter)
            return &options[i];
    return NULL;
}

static int unknown_flag(struct reader *r, const char *argument, size_t len)
{
    struct value *names = value_map(r->arena);
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        (void)value_sets(r->arena, names, options[i].name, value_null(r->arena));
    const char *meant = nearest_key(names, argument, len);
    fault_set(r->fault, "unknown flag: --%.*s", (int)len, argument);
    if (meant)
        fault_more(r->fault, (struct place){0}, "did you mean --%s?", meant);
    return -1;
}

/* --name, --name=value, --name value */
static int read_long(struct reader *r, const char *argument)
{
    size_t len = strcspn(argument, "=");
    const char *value = argument[len] ? argument + len + 1 : NULL;
    if (strcmp(argument, "help") == 0 || strcmp(argument, "version") == 0) {
        r->cli->command = *argument == 'h' ? CLI_HELP : CLI_VERSION;
        return 0;
    }
    const struct option *option = by_name(argument, len);
    if (!option)
        return unknown_flag(r, argument, len);
    if (!value && takes_text(option)) {
        if (r->at == r->argc)
            return fault_set(r->fault, "flag needs an argument: --%s", option->name);
        value = r->argv[r->at++];
    }
    return apply(r, option, value);
}

/* -f value, -fvalue, -f=value */
static int read_short(struct reader *r, const char *argument)
{
    const struct option *option = by_letter(*argument);
    if (*argument == 'h' && !argument[1]) {
        r->cli->command = CLI_HELP;
        return 0;
    }
    if (!option)
        return fault_set(r->fault, "unknown shorthand flag: '%c' in -%s", *argument, argument);
    const char *value = argument[1] ? argument + 1 + (argument[1] == '=') : NULL;
    if (!takes_text(option) && argument[1] && argument[1] != '=')
        return apply(r, option, NULL) == 0 ? read_short(r, argument + 1) : -1;
    if (!value && takes_text(option)) {
        if (r->at == r->argc)
            return fault_set(r->fault, "flag needs an argument: '%c' in -%s", *argument, argument);
        value = r->argv[r->at++];
    }
    return apply(r, option, value);
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
    if (count == 0)
        return fault_set(r->fault, "\"helm template\" requires at least 1 argument\n\n"
                                   "Usage:  helm template [NAME] [CHART] [flags]");
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
        r->cli->note = arena_printf(
            r->arena, "render: %s is taken for the release's name; did you mean render %s?\n", name, meant);
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
    *out = (struct cli){.namespace = namespace && *namespace ? namespace : "default",
                        .api_versions = value_list(a)};
    for (size_t i = 0; i < LISTS; i++)
        r.lists[i] = arena_alloc_many(a, (size_t)argc + 1, sizeof *r.lists[i]);
    r.sets = arena_alloc_many(a, (size_t)argc + 1, sizeof *r.sets);
    r.words = arena_alloc_many(a, (size_t)argc + 1, sizeof *r.words);
    if (read_arguments(&r) != 0 || place_words(&r) != 0)
        return -1;
    if (out->name_template && !*out->name_template)
        out->name_template = NULL;
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
