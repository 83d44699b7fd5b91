#include "render/lint.h"

#include <string.h>

#include "render/helm.h"
#include "render/lint_domains.h"
#include "render/lint_names.h"
#include "render/lint_nulls.h"
#include "render/lint_objects.h"
#include "render/lint_services.h"
#include "render/lint_text.h"
#include "render/nearest.h"
#include "render/release.h"
#include "render/schema.h"

struct lint {
    struct arena *arena;
    struct cli cli; /* without the schemas, which are looked at here */
    struct lint_report report;
    bool checks_schema;
};

/* "FILE:LINE:COLUMN: message" */
static bool is_in_file(const char *line, struct place *out, struct arena *a)
{
    for (const char *c = strchr(line, ':'); c; c = strchr(c + 1, ':')) {
        size_t len = lint_read_place(c, out);
        if (len && strncmp(c + len, ": ", 2) == 0) {
            out->file = arena_copy(a, line, (size_t)(c - line));
            return true;
        }
    }
    return false;
}

/* "execution error at (FILE:LINE:COLUMN): message": gives the message, or NULL. */
static const char *find_template_message(const char *words, struct place *out, struct arena *a)
{
    static const char prefix[] = "execution error at (";
    size_t len = sizeof prefix - 1;
    const char *colon = strchr(words, ':');
    size_t taken = colon ? lint_read_place(colon, out) : 0;
    if (!taken || strncmp(words, prefix, len) != 0 || strncmp(colon + taken, "): ", 3) != 0)
        return NULL;
    out->file = arena_copy(a, words + len, (size_t)(colon - words) - len);
    return colon + taken + 3;
}

/* A run that ended: our own first line with a place says it best. */
static void add_fault(struct lint *l, const struct fault *f)
{
    struct place place = {0};
    const char *words = f->helm ? f->helm : "unknown";
    const char *message = find_template_message(words, &place, l->arena);
    if (message) {
        lint_add(&l->report, place, LINT_ERROR, "%s", message);
        return;
    }
    for (const char *line = f->more.len ? f->more.at : ""; *line;) {
        const char *one = arena_copy(l->arena, line, strcspn(line, "\n"));
        if (is_in_file(one, &place, l->arena)) {
            lint_add(&l->report, place, LINT_ERROR, "%.*s", (int)strcspn(words, "\n"), words);
            return;
        }
        line += strlen(one) + (line[strlen(one)] == '\n');
    }
    lint_add(&l->report, (struct place){0}, LINT_ERROR, "%.*s", (int)strcspn(words, "\n"), words);
}

/* Files that can be read; the texts stay for the merging. */
static bool read_texts(struct lint *l)
{
    size_t count = l->cli.values.file_count;
    struct bytes *texts = arena_alloc_many(l->arena, count, sizeof *texts);
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        const char *path = l->cli.values.files[i];
        struct diag err = {0};
        if (file_read(path, VALUES_FILE_MAX, l->arena, &texts[i], &err) != 0) {
            struct fault f;
            fault_init(&f, l->arena);
            fault_file(&f, path);
            lint_add(&l->report, (struct place){.file = path}, LINT_ERROR, "%s", f.helm);
            good = false;
            continue;
        }
        const struct lint_source source = {
            .file = strcmp(path, "-") == 0 ? "(standard input)" : path,
            .text = texts[i],
            .helm4 = l->cli.helm4,
            .prints_whole = !l->cli.chart,
        };
        good = lint_text(&source, &l->report) && good;
    }
    l->cli.values.texts = texts;
    return good;
}

/* "/services/a/0" as "services.a[0]" */
static const char *dotted(struct arena *a, const char *pointer)
{
    struct text out;
    text_init(&out, a);
    text_adds(&out, "");
    for (const char *at = pointer; *at == '/';) {
        size_t len = strcspn(++at, "/");
        bool index = len && strspn(at, "0123456789") >= len;
        text_adds(&out, index ? "[" : out.len ? "." : "");
        for (size_t i = 0; i < len; i++) {
            bool escaped = at[i] == '~' && i + 1 < len;
            text_addc(&out, !escaped ? at[i] : at[i + 1] == '1' ? '/' : '~');
            i += escaped;
        }
        text_adds(&out, index ? "]" : "");
        at += len;
    }
    return out.len ? out.at : "values";
}

static void add_strangers(struct lint *l, const struct schema_complaint *c, const char *path)
{
    for (size_t i = 0; i < c->value->map->count; i++) {
        const struct entry *e = &c->value->map->entries[i];
        if (c->properties && value_get(c->properties, e->key, e->key_len))
            continue;
        const char *meant = c->properties ? nearest_key(c->properties, e->key, e->key_len) : NULL;
        lint_add(&l->report, (struct place){e->file, e->line, e->column}, LINT_SCHEMA,
                 "%s: there is no key %s here; %s%s%s", path, e->key,
                 meant ? "did you mean " : "leave it out", meant ? meant : "", meant ? "?" : "");
    }
}

static void add_complaint(void *arg, const struct schema_complaint *c)
{
    static const char name[] = "invalid propertyName ";
    struct lint *l = arg;
    const char *path = dotted(l->arena, c->path);
    bool is_type = strncmp(c->message, "got ", 4) == 0;
    if (strncmp(c->message, "additional properties", 21) == 0 && c->value->kind == VALUE_MAP) {
        add_strangers(l, c, path);
        return;
    }
    const char *pattern = c->description ? strstr(c->message, " does not match pattern ") : NULL;
    if (strncmp(c->message, name, sizeof name - 1) == 0)
        lint_add(&l->report, c->where, LINT_SCHEMA, "%s: no key can be called %s%s%s", path,
                 c->message + sizeof name - 1, c->description ? "; " : "",
                 c->description ? c->description : "");
    else if (pattern)
        lint_add(&l->report, c->where, LINT_SCHEMA, "%s: %.*s does not fit; %s", path,
                 (int)(pattern - c->message), c->message, c->description);
    else
        lint_add(&l->report, c->where, is_type ? LINT_TYPE : LINT_SCHEMA, "%s: %s%s%s", path, c->message,
                 c->description ? "; " : "", c->description ? c->description : "");
}

static void check_schemas(struct lint *l, const struct chart *chart, const struct value *values)
{
    struct schema *schema;
    struct fault f;
    fault_init(&f, l->arena);
    if (chart->schema && schema_read(chart->schema->data, chart->schema->path, l->arena, &schema, &f) != 0)
        lint_add(&l->report, (struct place){.file = chart->schema->path}, LINT_ERROR, "%s", f.helm);
    else if (chart->schema)
        schema_each(schema, values, l->arena, add_complaint, l);
    for (size_t i = 0; i < chart->dependency_count; i++) {
        const struct value *own = release_map(values, chart_name(chart->dependencies[i]));
        if (own)
            check_schemas(l, chart->dependencies[i], own);
    }
}

static size_t count_errors(const struct lint *l)
{
    size_t count = 0;
    for (size_t i = 0; i < l->report.count; i++)
        count += l->report.items[i].rank != LINT_WARNING;
    return count;
}

/* What was wrong with values goes wrong again in templates, in other words: they are asked last. */
static void check_manifests(struct lint *l, struct helm *h)
{
    struct manifests manifests;
    if (count_errors(l))
        return;
    if (helm_manifests(h, &manifests) != 0)
        add_fault(l, &h->fault);
    else
        lint_objects(&manifests, &l->report);
}

static void check_values(struct lint *l, struct arena *output)
{
    struct helm h;
    struct release r;
    if (!helm_is_release_name(l->cli.release)) {
        lint_add(&l->report, (struct place){0}, LINT_ERROR,
                 "the release name %s: Helm takes 1 to 53 of a-z, 0-9, '-' and '.', letters or digits at "
                 "both ends",
                 l->cli.release);
        l->cli.release = "release-name";
    }
    helm_init(&h, &l->cli, l->arena);
    h.output = output;
    if (helm_prepare(&h) != 0) {
        add_fault(l, &h.fault);
        return;
    }
    if (l->checks_schema)
        check_schemas(l, h.chart, h.values);
    lint_nulls(&h, &l->report);
    release_read(&h, &r);
    lint_names(&r, &l->report);
    lint_domains(&r, &l->report);
    lint_services(&r, &l->report);
    check_manifests(l, &h);
}

int lint_run(const struct cli *cli, struct arena *a, struct text *to, struct text *summary)
{
    struct lint l = {.arena = a, .cli = *cli, .checks_schema = !cli->skip_schema};
    size_t errors, warnings;
    l.cli.skip_schema = true;
    l.report =
        (struct lint_report){.arena = a, .files = cli->values.files, .file_count = cli->values.file_count};
    if (read_texts(&l))
        check_values(&l, to->arena);
    lint_print(&l.report, to, &errors, &warnings);
    text_printf(summary, "%zu error%s, %zu warning%s\n", errors, errors == 1 ? "" : "s", warnings,
                warnings == 1 ? "" : "s");
    return errors ? 1 : 0;
}
