#include "render/chart.h"

#include <string.h>

#include "render/archive.h"
#include "render/helm_yaml.h"
#include "render/metadata.h"
#include "render/warn.h"

struct loader {
    const struct chart_options *options;
    struct arena *arena;
    struct fault *fault;
};

static int load(struct loader *l, const struct chart_files *files, unsigned depth, struct chart **out);

static bool has_prefix(const char *s, const char *prefix)
{
    return strncmp(s, prefix, strlen(prefix)) == 0;
}

static bool ends_in(const char *name, size_t len, const char *end)
{
    size_t end_len = strlen(end);
    return len >= end_len && memcmp(name + len - end_len, end, end_len) == 0;
}

/* The last one of that name: an archive may hold several. */
static const struct chart_file *find_file(const struct chart_files *files, const char *name)
{
    for (size_t i = files->count; i-- > 0;)
        if (strcmp(files->items[i].name, name) == 0)
            return &files->items[i];
    return NULL;
}

bool chart_has_metadata(const struct chart_files *files)
{
    return find_file(files, "Chart.yaml") != NULL;
}

static int load_metadata(struct loader *l, const struct chart_files *files, bool is_root, struct chart *chart)
{
    const struct chart_file *file = find_file(files, "Chart.yaml");
    chart->values = value_map(l->arena);
    if (!file)
        return fault_set(l->fault, "Chart.yaml file is missing");
    return metadata_read(file->data, file->path, is_root, l->options->helm4, l->arena, &chart->metadata,
                         l->fault);
}

/* Where dependencies of charts of the second version do not belong, though Helm reads them there. */
static void warn_of_old(struct loader *l, const struct chart *chart, bool is_lock)
{
    if (strcmp(chart_text(chart, "apiVersion"), "v1") == 0)
        return;
    warn_log(l->options->warnings, l->options->helm4, is_lock ? "load.go:138" : "load.go:120",
             "Warning: %s in Chart.%s since apiVersion \"v2\". We recommend migrating %sto Chart.%s.",
             is_lock ? "Dependency locking is handled" : "Dependencies are handled",
             is_lock ? "lock" : "yaml", is_lock ? "" : "dependencies ", is_lock ? "lock" : "yaml");
}

/* One of the files that a chart has by name, but for Chart.yaml and the schema. */
static int load_known(struct loader *l, const struct chart_file *file, struct chart *chart)
{
    bool helm4 = l->options->helm4, old_lock = strcmp(file->name, "requirements.lock") == 0;
    if (strcmp(file->name, "values.yaml") == 0)
        return helm_yaml_values(file->data, file->path, helm4, "cannot load values.yaml: ", l->arena,
                                &chart->values, l->fault);
    if (strcmp(file->name, "Chart.lock") == 0 || old_lock) {
        if (metadata_check_lock(file->data, file->path, file->name, helm4, l->arena, l->fault) != 0)
            return -1;
        if (old_lock)
            warn_of_old(l, chart, true);
    }
    if (strcmp(file->name, "requirements.yaml") == 0) {
        warn_of_old(l, chart, false);
        return metadata_add(file->data, file->path, helm4, l->arena, chart->metadata, l->fault);
    }
    return 0;
}

/* Files that are neither loaded by name nor in charts/ (but for signatures there). */
static bool is_plain_file(const char *name)
{
    static const char *const known[] = {"Chart.yaml",         "Chart.lock",        "values.yaml",
                                        "values.schema.json", "requirements.yaml", "requirements.lock"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(name, known[i]) == 0)
            return false;
    return !has_prefix(name, "charts/") || ends_in(name, strlen(name), ".prov");
}

static void sort_out(struct loader *l, const struct chart_files *files, struct chart *chart)
{
    struct chart_files templates = {0}, others = {0};
    bool v1 = strcmp(chart_text(chart, "apiVersion"), "v1") == 0;
    for (size_t i = 0; i < files->count; i++) {
        const struct chart_file *file = &files->items[i];
        if (has_prefix(file->name, "templates/"))
            folder_add(l->arena, &templates, *file);
        else if (is_plain_file(file->name) || (v1 && has_prefix(file->name, "requirements.")))
            folder_add(l->arena, &others, *file);
    }
    const struct chart_file *schema = find_file(files, "values.schema.json");
    if (schema) {
        chart->schema = arena_alloc(l->arena, sizeof *chart->schema);
        *chart->schema = *schema;
    }
    chart->templates = templates.items;
    chart->template_count = templates.count;
    chart->files = others.items;
    chart->file_count = others.count;
}

static void add_dependency(struct loader *l, struct chart *chart, struct chart *child)
{
    chart->dependencies = arena_grow(l->arena, chart->dependencies, chart->dependency_count * sizeof child,
                                     (chart->dependency_count + 1) * sizeof child);
    chart->dependencies[chart->dependency_count++] = child;
    child->parent = chart;
}

/* The files below charts/NAME/, named from there. */
static struct chart_files below(struct loader *l, const struct chart_files *files, const char *folder)
{
    struct chart_files out = {0};
    for (size_t i = 0; i < files->count; i++) {
        struct chart_file file = files->items[i];
        if (!has_prefix(file.name, folder))
            continue;
        file.name += strlen(folder);
        folder_add(l->arena, &out, file);
    }
    return out;
}

/* own are the files of charts/NAME. */
static int load_child(struct loader *l, const struct chart_files *own, const char *name, unsigned depth,
                      struct chart *chart)
{
    struct chart *child;
    struct fault inner;
    fault_init(&inner, l->arena);
    struct loader below_l = {.options = l->options, .arena = l->arena, .fault = &inner};
    if (load(&below_l, own, depth + 1, &child) == 0) {
        add_dependency(l, chart, child);
        return 0;
    }
    fault_set(l->fault, "error unpacking subchart %s in %s: %s", name, chart_name(chart), inner.helm);
    text_add(&l->fault->more, inner.more.at, inner.more.len);
    return -1;
}

static int load_packed_child(struct loader *l, const struct chart_file *file, unsigned depth,
                             struct chart *chart)
{
    const char *name = file->name + strlen("charts/");
    struct chart_files own;
    struct fault inner;
    fault_init(&inner, l->arena);
    if (archive_read(file->data, file->path, l->options, l->arena, &own, &inner) != 0)
        return fault_set(l->fault, "error unpacking subchart %s in %s: %s", name, chart_name(chart),
                         inner.helm);
    return load_child(l, &own, name, depth, chart);
}

/* One name in charts/, the first file of which is given: what a folder holds lies below it. */
static int load_named(struct loader *l, const struct chart_files *files, const struct chart_file *first,
                      unsigned depth, struct chart *chart)
{
    const char *name = first->name + strlen("charts/"), *slash = strchr(name, '/');
    size_t len = slash ? (size_t)(slash - name) : strlen(name);
    if (ends_in(name, len, ".tgz") && slash)
        return fault_set(l->fault, "error unpacking subchart tar in %s: expected %.*s, got %s",
                         chart_name(chart), (int)len, name, name);
    if (ends_in(name, len, ".tgz"))
        return load_packed_child(l, first, depth, chart);
    struct chart_files own = {0};
    if (slash)
        own = below(l, files, arena_copy(l->arena, first->name, (size_t)(slash + 1 - first->name)));
    return load_child(l, &own, arena_copy(l->arena, name, len), depth, chart);
}

/* Each folder and each archive in charts/ is a chart, unless its name begins with _ or a dot. */
static int load_children(struct loader *l, const struct chart_files *files, unsigned depth,
                         struct chart *chart)
{
    struct value *seen = value_map(l->arena);
    for (size_t i = 0; i < files->count; i++) {
        const struct chart_file *file = &files->items[i];
        if (!has_prefix(file->name, "charts/"))
            continue;
        const char *name = file->name + strlen("charts/");
        size_t len = strcspn(name, "/");
        bool known = value_get(seen, name, len) != NULL;
        if (known || *name == '_' || *name == '.' || ends_in(name, strlen(name), ".prov"))
            continue;
        value_set(l->arena, seen, name, len, value_null(l->arena));
        if (load_named(l, files, file, depth, chart) != 0)
            return -1;
    }
    return 0;
}

static int load(struct loader *l, const struct chart_files *files, unsigned depth, struct chart **out)
{
    if (depth > CHART_DEPTH_MAX)
        return fault_set(l->fault, "charts are nested deeper than %d", CHART_DEPTH_MAX);
    struct chart *chart = arena_alloc(l->arena, sizeof *chart);
    if (load_metadata(l, files, depth == 0, chart) != 0)
        return -1;
    for (size_t i = 0; i < files->count; i++)
        if (load_known(l, &files->items[i], chart) != 0)
            return -1;
    sort_out(l, files, chart);
    if (metadata_check(chart->metadata, l->arena, l->fault) != 0 ||
        load_children(l, files, depth, chart) != 0)
        return -1;
    *out = chart;
    return 0;
}

int chart_load(const struct chart_files *files, const struct chart_options *options, struct arena *a,
               struct chart **out, struct fault *f)
{
    struct loader l = {.options = options, .arena = a, .fault = f};
    return load(&l, files, 0, out);
}

const char *chart_text(const struct chart *chart, const char *key)
{
    return value_gets_text(chart->metadata, key, "");
}

const char *chart_name(const struct chart *chart)
{
    return chart_text(chart, "name");
}

const char *chart_path(const struct chart *chart, struct arena *a)
{
    if (!chart->parent)
        return chart_name(chart);
    return arena_printf(a, "%s/charts/%s", chart_path(chart->parent, a), chart_name(chart));
}
