#include "render/helm.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "render/archive.h"
#include "render/coalesce.h"
#include "render/dependencies.h"
#include "render/quote.h"
#include "render/schema.h"
#include "render/values.h"
#include "render/warn.h"

enum { RELEASE_MAX = 53 };

void helm_init(struct helm *h, const struct cli *cli, struct arena *a)
{
    *h = (struct helm){.arena = a, .output = a, .cli = cli};
    text_init(&h->warnings, a);
    text_add(&h->warnings, "", 0);
    fault_init(&h->fault, a);
}

static int no_such_chart(struct helm *h, const char *name)
{
    const char *quoted = quote_go(h->arena, name, strlen(name));
    if (*name == '.' || *name == '/')
        fault_set(&h->fault, "path %s not found", quoted);
    else if (strchr(name, '/'))
        fault_set(&h->fault, "repo %.*s not found", (int)strcspn(name, "/"), name);
    else
        fault_set(&h->fault, "non-absolute URLs should be in form of repo_name/path_to_chart, got: %s", name);
    fault_more(&h->fault, (struct place){0},
               "there is no folder %s; render takes chart folders and packed charts", quoted);
    return -1;
}

/* Helm looks for the chart before it reads values. */
static int locate_chart(struct helm *h)
{
    struct stat st;
    const char *name = h->cli->chart;
    return name && stat(name, &st) != 0 ? no_such_chart(h, name) : 0;
}

/* Helm 4 reads Chart.yaml before anything else. */
static int detect_chart(struct helm *h, const char *folder)
{
    const char *path = arena_printf(h->arena, "%s/Chart.yaml", folder_full_path(folder, h->arena));
    struct bytes text;
    struct diag err = {0};
    struct fault inner;
    if (file_read(path, FOLDER_FILE_MAX_HELM4, h->arena, &text, &err) == 0)
        return 0;
    fault_init(&inner, h->arena);
    fault_file(&inner, path);
    return fault_set(&h->fault, "unable to detect chart at %s: %s", path, inner.helm);
}

static int no_archive(struct helm *h, const char *path)
{
    const char *full = folder_full_path(path, h->arena), *dot = strrchr(full, '.');
    if (dot && (strcmp(dot, ".yml") == 0 || strcmp(dot, ".yaml") == 0)) {
        fault_set(&h->fault, "file '%s' seems to be a YAML file, but expected a gzipped archive", full);
        fault_more(&h->fault, (struct place){0}, "values are given with -f %s", path);
        return -1;
    }
    return fault_set(
        &h->fault, "file '%s' does not appear to be a gzipped archive; got 'application/octet-stream'", full);
}

static int read_packed(struct helm *h, const char *path, const struct chart_options *options,
                       struct chart_files *files)
{
    struct bytes packed;
    struct diag err = {0};
    if (file_read(path, ARCHIVE_MAX, h->arena, &packed, &err) != 0)
        return fault_file(&h->fault, path);
    if (packed.len < 3 || memcmp(packed.at, "\x1f\x8b\x08", 3) != 0)
        return no_archive(h, path);
    struct fault inner;
    fault_init(&inner, h->arena);
    if (archive_read(packed, path, options, h->arena, files, &inner) != 0 && !options->helm4)
        return fault_set(&h->fault, "%s", inner.helm);
    if (inner.helm) {
        fault_set(&h->fault, "unable to load chart archive");
        fault_more(&h->fault, (struct place){.file = path}, "%s", inner.helm);
        return -1;
    }
    if (options->helm4 && !chart_has_metadata(files))
        return fault_set(&h->fault, "unable to detect chart version, no Chart.yaml found");
    return 0;
}

int helm_read_files(struct helm *h, struct chart_files *files)
{
    const struct chart_options options = {.helm4 = h->cli->helm4, .warnings = &h->warnings};
    struct stat st;
    const char *folder = h->cli->chart;
    if (!folder)
        return folder_builtin(h->arena, files, &h->fault);
    if (stat(folder, &st) != 0)
        return no_such_chart(h, folder);
    if (!S_ISDIR(st.st_mode))
        return read_packed(h, folder, &options, files);
    if (h->cli->helm4 && detect_chart(h, folder) != 0)
        return -1;
    return folder_read(folder, &options, h->arena, files, &h->fault);
}

static int load_chart(struct helm *h)
{
    const struct chart_options options = {.helm4 = h->cli->helm4, .warnings = &h->warnings};
    struct chart_files files;
    if (helm_read_files(h, &files) != 0)
        return -1;
    return chart_load(&files, &options, h->arena, &h->chart, &h->fault);
}

static int check_installable(struct helm *h)
{
    const struct value *deprecated = value_gets(h->chart->metadata, "deprecated");
    const char *version = chart_text(h->chart, "apiVersion");
    if (h->cli->helm4 && strcmp(version, "v3") == 0)
        return fault_set(&h->fault, "invalid chart apiVersion");
    if (h->cli->helm4 && strcmp(version, "v1") != 0 && strcmp(version, "v2") != 0)
        return fault_set(&h->fault, "unsupported chart version");
    if (strcmp(chart_text(h->chart, "type"), "library") == 0)
        return fault_set(&h->fault, "library charts are not installable");
    if (deprecated && deprecated->boolean && h->cli->helm4)
        warn_slog(&h->warnings, "WARN", "this chart is deprecated", (const char *)NULL);
    else if (deprecated && deprecated->boolean)
        text_adds(&h->warnings, "WARNING: This chart is deprecated\n");
    return dependencies_check(h->chart, h->cli->helm4, h->arena, &h->fault);
}

/* a-z0-9, with '-' inside; such labels with dots between them */
bool helm_is_release_name(const char *name)
{
    static const char ends[] = "abcdefghijklmnopqrstuvwxyz0123456789",
                      inner[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
    if (strlen(name) > RELEASE_MAX)
        return false;
    for (;;) {
        size_t len = strspn(name, inner);
        if (!len || !strchr(ends, name[0]) || !strchr(ends, name[len - 1]))
            return false;
        if (!name[len])
            return true;
        if (name[len] != '.')
            return false;
        name += len + 1;
    }
}

static int check_release(struct helm *h)
{
    const char *name = h->cli->release;
    if (helm_is_release_name(name))
        return 0;
    const char *wrong =
        arena_printf(h->arena, "release name %s: %s", quote_go(h->arena, name, strlen(name)),
                     *name ? "invalid release name, must match regex "
                             "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$ "
                             "and the length must not be longer than 53"
                           : "no name provided");
    if (h->cli->helm4)
        warn_slog(&h->warnings, "ERROR", "release name check failed", "error", wrong, (const char *)NULL);
    return fault_set(&h->fault, "%s%s", h->cli->helm4 ? "release name check failed: " : "", wrong);
}

/* Adds what the chart's schema, and those of its dependencies, say of values. -1: something is wrong. */
static int check_schemas(struct helm *h, const struct chart *chart, const struct value *values,
                         struct text *report)
{
    int status = 0;
    if (chart->schema) {
        struct schema *schema;
        struct text own;
        struct fault inner;
        text_init(&own, h->arena);
        text_add(&own, "", 0);
        fault_init(&inner, h->arena);
        if (schema_read(chart->schema->data, chart->schema->path, h->arena, &schema, &inner) != 0)
            text_printf(&own, "%s", inner.helm);
        else if (schema_check(schema, values, h->arena, &own, &inner))
            own.at = NULL;
        if (own.at) {
            text_printf(report, "%s:\n%s", chart_name(chart), own.at);
            status = -1;
        }
        text_add(&h->fault.more, inner.more.at, inner.more.len);
    }
    for (size_t i = 0; i < chart->dependency_count; i++) {
        const struct value *own = value_gets(values, chart_name(chart->dependencies[i]));
        if (own && own->kind == VALUE_MAP && check_schemas(h, chart->dependencies[i], own, report) != 0)
            status = -1;
    }
    return status;
}

static int validate(struct helm *h)
{
    struct text report;
    text_init(&report, h->arena);
    text_add(&report, "", 0);
    if (h->cli->skip_schema || check_schemas(h, h->chart, h->values, &report) == 0)
        return 0;
    return fault_set(&h->fault,
                     "values don't meet the specifications of the schema(s) in the following chart(s):\n%s",
                     report.at);
}

int helm_prepare(struct helm *h)
{
    struct coalescing c = {.arena = h->arena, .warnings = &h->warnings, .helm4 = h->cli->helm4};
    if (locate_chart(h) != 0 || values_read(&h->cli->values, h->arena, &h->values, &h->fault) != 0 ||
        load_chart(h) != 0 || check_installable(h) != 0 || check_release(h) != 0)
        return -1;
    struct fault inner;
    fault_init(&inner, h->arena);
    if (dependencies_process(&c, h->chart, h->values, &inner) != 0) {
        if (c.helm4)
            warn_slog(&h->warnings, "ERROR", "chart dependencies processing failed", "error", inner.helm,
                      (const char *)NULL);
        return fault_set(&h->fault, "%s%s", c.helm4 ? "chart dependencies processing failed: " : "",
                         inner.helm);
    }
    h->values = value_copy(h->arena, h->values);
    return coalesce(&c, h->chart, h->values, &h->fault) == 0 ? validate(h) : -1;
}
