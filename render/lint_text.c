#include "render/lint_text.h"

#include <string.h>

#include "common/number.h"
#include "common/yaml_read.h"

struct walk {
    const struct lint_source *source;
    struct lint_report *report;
    const char **lines; /* where each begins */
    size_t line_count;
};

static void find_lines(struct walk *w)
{
    const char *at = w->source->text.at, *end = at + w->source->text.len;
    size_t count = 1;
    for (const char *c = at; c < end; c++)
        count += *c == '\n';
    w->lines = arena_alloc_many(w->report->arena, count, sizeof *w->lines);
    while (at < end) {
        w->lines[w->line_count++] = at;
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        at = newline ? newline + 1 : end;
    }
}

/* The word at a place, less anchors and tags before it; len 0: it is quoted, or a block, or there is none. */
static struct bytes word_at(const struct walk *w, unsigned line, unsigned column)
{
    struct bytes word = {0};
    const char *end = w->source->text.at + w->source->text.len;
    if (!line || line > w->line_count)
        return word;
    const char *at = w->lines[line - 1];
    if (line == 1 && end - at >= 3 && memcmp(at, "\xef\xbb\xbf", 3) == 0)
        at += 3;
    for (unsigned i = 1; i < column && at < end; i++) {
        at++;
        while (at < end && ((unsigned char)*at & 0xc0) == 0x80)
            at++;
    }
    for (;;) {
        size_t len = 0;
        while (at + len < end && !strchr(" \t\r\n,[]{}", at[len]) &&
               !(at[len] == ':' && at + len + 1 < end && strchr(" \t\r\n", at[len + 1])))
            len++;
        if (!len || strchr("\"'|>*", *at))
            return word;
        if (*at != '&' && *at != '!')
            return (struct bytes){.at = at, .len = len};
        for (at += len; at < end && (*at == ' ' || *at == '\t'); at++)
            ;
    }
}

static bool equals(struct bytes word, const char *s)
{
    return word.len == strlen(s) && memcmp(word.at, s, word.len) == 0;
}

static bool is_odd_boolean(struct bytes word)
{
    static const char *const words[] = {"y",  "Y",  "yes", "Yes", "YES", "n",   "N",   "no",
                                        "No", "NO", "on",  "On",  "ON",  "off", "Off", "OFF"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (equals(word, words[i]))
            return true;
    return false;
}

static void check_number(struct walk *w, const struct value *v, const char *path)
{
    struct bytes word = word_at(w, v->line, v->column);
    char go[NUMBER_TEXT_MAX], json[NUMBER_TEXT_MAX];
    number_go(v->number, go);
    number_json(v->number, json);
    if (!word.len || equals(word, go))
        return;
    if (strcmp(go, json) == 0 || !equals(word, json))
        lint_add(w->report, value_place(v), LINT_WARNING,
                 "%s: Helm reads %.*s as the number %s; write %s, or \"%.*s\" in quotes if it is a text",
                 path, (int)word.len, word.at, json, json, (int)word.len, word.at);
    else if (!w->source->prints_whole)
        lint_add(
            w->report, value_place(v), LINT_WARNING,
            "%s: a template that prints the number %s as it is makes %s of it; write \"%s\" in quotes if it "
            "is a text",
            path, json, go, json);
}

static void check_scalar(struct walk *w, const struct value *v, const char *path)
{
    struct bytes word = word_at(w, v->line, v->column);
    if (v->kind == VALUE_FLOAT)
        check_number(w, v, path);
    else if (v->kind == VALUE_BOOL && is_odd_boolean(word))
        lint_add(w->report, value_place(v), LINT_WARNING,
                 "%s: YAML reads %.*s as the boolean %s; write %s, or \"%.*s\" in quotes if it is a text",
                 path, (int)word.len, word.at, v->boolean ? "true" : "false", v->boolean ? "true" : "false",
                 (int)word.len, word.at);
}

/* A key whose spelling is not what it is read as. */
static void check_key(struct walk *w, const struct entry *e, const char *path)
{
    struct bytes word = word_at(w, e->line, e->column);
    static const char *const read_as[] = {"true", "false"};
    char go[NUMBER_TEXT_MAX];
    double number;
    bool odd = is_odd_boolean(word) && (strcmp(e->key, read_as[0]) == 0 || strcmp(e->key, read_as[1]) == 0);
    if (number_read_float(e->key, e->key_len, &number) && word.len && !equals(word, e->key)) {
        number_go(number, go);
        odd = odd || strcmp(go, e->key) == 0;
    }
    if (odd)
        lint_add(w->report, (struct place){e->file, e->line, e->column}, LINT_WARNING,
                 "%s: YAML reads the key %.*s as %s; write \"%.*s\" in quotes", path, (int)word.len, word.at,
                 e->key, (int)word.len, word.at);
}

static void walk(struct walk *w, const struct value *v, const char *path)
{
    struct arena *a = w->report->arena;
    if (v->kind == VALUE_LIST) {
        for (size_t i = 0; i < v->list.count; i++)
            walk(w, v->list.items[i], arena_printf(a, "%s[%zu]", path, i));
    } else if (v->kind == VALUE_MAP) {
        for (size_t i = 0; i < v->map->count; i++) {
            const struct entry *e = &v->map->entries[i];
            const char *below = arena_printf(a, "%s%s%s", path, *path ? "." : "", e->key);
            check_key(w, e, below);
            walk(w, e->value, below);
        }
    } else {
        check_scalar(w, v, path);
    }
}

/* "FILE:LINE:COLUMN: message" lines, as a diag has them. */
static void add_diag(const struct diag *d, enum lint_rank rank, const char *cure, const struct lint_source *s,
                     struct lint_report *to)
{
    size_t prefix = strlen(s->file);
    for (const char *line = d->text; *line;) {
        size_t len = strcspn(line, "\n");
        struct place place = {.file = s->file};
        size_t taken = strncmp(line, s->file, prefix) == 0 ? lint_read_place(line + prefix, &place) : 0;
        const char *message = line + prefix + taken + 2;
        if (taken)
            lint_add(to, place, rank, "%.*s%s", (int)(line + len - message), message, cure);
        line += len + (line[len] == '\n');
    }
}

/* A list of the documents of the source; NULL: it is no YAML. */
static struct value *read_documents(const struct lint_source *s, bool strict, struct diag *err,
                                    struct lint_report *to)
{
    const struct yaml_options options = {
        .file = s->file, .all_documents = true, .refuse_duplicates = strict, .as_go = true};
    struct value *out;
    return yaml_read(s->text.at, s->text.len, &options, to->arena, &out, err) == 0 ? out : NULL;
}

bool lint_text(const struct lint_source *source, struct lint_report *to)
{
    struct walk w = {.source = source, .report = to};
    struct diag *err = arena_alloc(to->arena, sizeof *err), *twice = arena_alloc(to->arena, sizeof *twice);
    struct value *documents = read_documents(source, false, err, to);
    if (!documents) {
        add_diag(err, LINT_ERROR, "; this is no YAML, and nothing else of the values can be looked at",
                 source, to);
        return false;
    }
    if (!read_documents(source, true, twice, to))
        add_diag(twice, LINT_WARNING, "; Helm takes the last one", source, to);
    find_lines(&w);
    for (size_t i = 0; i < documents->list.count && (i == 0 || source->helm4); i++)
        walk(&w, documents->list.items[i], "");
    if (documents->list.count > 1 && !source->helm4)
        lint_add(
            to, value_place(documents->list.items[1]), LINT_WARNING,
            "Helm 3 reads the first document of a file of values only, and Helm 4 all of them; make it one");
    return true;
}
