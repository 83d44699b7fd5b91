#include "render/chart.h"

#include <string.h>

#include "render/archive.h"
#include "render/helm_yaml.h"
#include "render/metadata.h"

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

static const struct chart_file *find_file(const struct chart_files *files, const char *name)
{
    for (size_t i = 0; i < files->count; i++)
        if (strcmp(files->items[i].name, name) == 0)
            return &files->items[i];
    return NULL;
}

static int load_metadata(struct loader *l, const struct chart_files *files, struct chart *chart)
{
    const struct chart_file *file = find_file(files, "Chart.yaml");
    if (!file)
        return fault_set(l->fault, "Chart.yaml file is missing");
    if (metadata_read(file->data, file->path, l->options->helm4, l->arena, &chart->metadata, l->fault) != 0)
        return -1;
    const struct chart_file *old = find_file(files, "requirements.yaml");
    if (!old)
        return 0;
    return metadata_add(old->data, old->path, l->arena, chart->metadata, l->fault);
}

static int load_values(struct loader *l, const struct chart_files *files, struct chart *chart)
{
    const struct chart_file *file = find_file(files, "values.yaml");
    chart->values = value_map(l->arena);
    if (!file)
        return 0;
    return helm_yaml_values(file->data, file->path, l->options->helm4, "cannot load values.yaml: ", l->arena,
                            &chart->values, l->fault);
}

/* Files that are neither loaded by name nor in charts/ (but for signatures there). */
static bool is_plain_file(const char *name)
{
    static const char *const known[] = {"Chart.yaml",         "Chart.lock",        "values.yaml",
                                        "values.schema.json", "requirements.yaml", "requirements.lock"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(name, known[i]) == 0)
            return false;
    size_t len = strlen(name);
    return !has_prefix(name, "charts/") || (len > 5 && strcmp(name + len - 5, ".prov") == 0);
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
    if (archive_read(file->data, file->path, l->arena, &own, &inner) != 0)
        return fault_set(l->fault, "error unpacking subchart %s in %s: %s", name, chart_name(chart),
                         inner.helm);
    return load_child(l, &own, name, depth, chart);
}

/* Each folder and each archive in charts/ is a chart, unless its name begins with _ or a dot. */
static int load_children(struct loader *l, const struct chart_files *files, unsigned depth,
                         struct chart *chart)
{
    const char *last = "";
    for (size_t i = 0; i < files->count; i++) {
        const char *name = files->items[i].name;
        if (!has_prefix(name, "charts/"))
            continue;
        const char *folder = name + strlen("charts/");
        const char *slash = strchr(folder, '/');
        size_t len = strlen(folder);
        if (*folder == '_' || *folder == '.' || (len > 5 && strcmp(folder + len - 5, ".prov") == 0))
            continue;
        if (!slash && len > 4 && strcmp(folder + len - 4, ".tgz") == 0 &&
            load_packed_child(l, &files->items[i], depth, chart) != 0)
            return -1;
        if (!slash || (*last && has_prefix(name, last)))
            continue;
        last = arena_copy(l->arena, name, (size_t)(slash + 1 - name));
        struct chart_files own = below(l, files, last);
        const char *child = arena_copy(l->arena, folder, (size_t)(slash - folder));
        if (load_child(l, &own, child, depth, chart) != 0)
            return -1;
    }
    return 0;
}

static int load(struct loader *l, const struct chart_files *files, unsigned depth, struct chart **out)
{
    if (depth > CHART_DEPTH_MAX)
        return fault_set(l->fault, "charts are nested deeper than %d", CHART_DEPTH_MAX);
    struct chart *chart = arena_alloc(l->arena, sizeof *chart);
    if (load_metadata(l, files, chart) != 0 || load_values(l, files, chart) != 0)
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
    const struct value *v = value_gets(chart->metadata, key);
    return v && v->kind == VALUE_STRING ? v->text.at : "";
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
