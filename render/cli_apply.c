#include "render/cli_apply.h"

#include <stdlib.h>
#include <string.h>

#include "common/number.h"
#include "render/csv.h"
#include "render/go_duration.h"
#include "render/quote.h"

void cli_apply_begin(struct cli_apply *r, size_t most)
{
    r->most = most;
    for (size_t i = 0; i < LISTS; i++)
        r->lists[i] = arena_alloc_many(r->arena, most, sizeof *r->lists[i]);
    r->sets = arena_alloc_many(r->arena, most, sizeof *r->sets);
}

static void add_text(struct cli_apply *r, enum option_list list, const char *text)
{
    r->lists[list][r->counts[list]++] = text;
}

static int bad_value(struct cli_apply *r, const struct option *option, const char *value, const char *why)
{
    const char *letter = option->letter ? arena_printf(r->arena, "-%c, ", option->letter) : "";
    return fault_set(r->fault, "invalid argument %s for \"%s--%s\" flag: %s",
                     quote_go(r->arena, value, strlen(value)), letter, option->name, why);
}

/* Commas part the texts; quotes keep them together. */
static int add_split(struct cli_apply *r, const struct option *option, const char *texts)
{
    enum option_list list = (enum option_list)option->at;
    size_t count = 0;
    const char *why, **fields = *texts ? csv_read(texts, r->arena, &count, &why) : NULL;
    if (*texts && !fields)
        return bad_value(r, option, texts, why);
    r->lists[list] = arena_grow(r->arena, r->lists[list], r->counts[list] * sizeof *fields,
                                (r->counts[list] + count + r->most) * sizeof *fields);
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

static const char *cannot_parse(struct cli_apply *r, const char *function, const char *value)
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

int cli_apply_bool(struct cli_apply *r, const struct option *option, const char *value, bool *out)
{
    *out = true;
    if (!value || parse_bool(value, out))
        return 0;
    return bad_value(r, option, value, cannot_parse(r, "ParseBool", value));
}

void cli_apply_note(struct cli_apply *r, const char *line)
{
    const char *before = r->cli->note ? r->cli->note : "";
    r->cli->note = arena_printf(r->arena, "%s%s\n", before, line);
}

/* Only the mode that asks a cluster would print something else. */
static int read_dry_run(struct cli_apply *r, const char *value)
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
    cli_apply_note(r,
                   arena_printf(r->arena, "level=WARN msg=\"%s be replaced with '--dry-run=client'\"", old));
    return 0;
}

static int read_wait(struct cli_apply *r, const struct option *option, const char *value)
{
    static const char *const strategies[] = {"watcher", "hookOnly", "legacy"};
    bool on;
    if (!r->cli->helm4)
        return cli_apply_bool(r, option, value, &on);
    if (!value || is_one_of(value, strategies, 3))
        return 0;
    bool yes = strcmp(value, "true") == 0;
    if (yes || strcmp(value, "false") == 0) {
        cli_apply_note(
            r, arena_printf(r->arena,
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

static int check_pairs(struct cli_apply *r, const struct option *option, const char *value)
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
static int check_ignored(struct cli_apply *r, const struct option *option, const char *value)
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
static int apply_flag(struct cli_apply *r, const struct option *option, const char *value)
{
    char *cli = (char *)r->cli;
    bool on;
    if (option->takes == DRY_RUN)
        return read_dry_run(r, value);
    if (option->takes == WAIT)
        return read_wait(r, option, value);
    if (cli_apply_bool(r, option, value, &on) != 0)
        return -1;
    if (option->takes == REFUSED_FLAG && on)
        return fault_set(r->fault, "--%s is not offered: %s", option->name, option->why);
    if (option->takes == FLAG)
        *(bool *)(void *)(cli + option->at) = on;
    return 0;
}

static int apply_value(struct cli_apply *r, const struct option *option, const char *value)
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

int cli_apply(struct cli_apply *r, const struct option *option, const char *value)
{
    const char *gone = r->cli->helm4 ? option_gone(option) : NULL;
    if (gone)
        cli_apply_note(r, arena_printf(r->arena, "Flag --%s has been deprecated, %s", option->name, gone));
    return value && option_wants_value(option) ? apply_value(r, option, value) : apply_flag(r, option, value);
}

void cli_apply_end(struct cli_apply *r)
{
    struct cli *out = r->cli;
    out->values.files = r->lists[FILES];
    out->values.file_count = r->counts[FILES];
    out->values.sets = r->sets;
    out->print.show_only = r->lists[SHOW_ONLY];
    out->print.show_only_count = r->counts[SHOW_ONLY];
    for (size_t i = 0; i < r->counts[API_VERSIONS]; i++)
        value_push(r->arena, out->api_versions,
                   value_borrow(r->arena, r->lists[API_VERSIONS][i], strlen(r->lists[API_VERSIONS][i])));
}
