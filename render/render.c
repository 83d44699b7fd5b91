#include <stdlib.h>
#include <string.h>

#include "render/go_type.h"
#include "render/helm.h"
#include "render/kube_version.h"
#include "render/objects.h"
#include "render/semver.h"
#include "render/template/template.h"

/* A template of the chart or of one below it, with what it sees. */
struct job {
    const char *path; /* "c/charts/sub/templates/a.yaml" */
    const char *base; /* "c/charts/sub/templates" */
    struct bytes text;
    const char *file; /* where a user finds it */
    struct value *root;
    unsigned depth; /* slashes in path */
    size_t number;  /* in the order they were found */
};

struct jobs {
    struct job *items;
    size_t count, room;
    size_t charts; /* that were looked through */
};

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static unsigned count_slashes(const char *path)
{
    unsigned count = 0;
    for (; *path; path++)
        count += *path == '/';
    return count;
}

static void add(struct jobs *jobs, struct job job, struct arena *a)
{
    if (jobs->count == jobs->room) {
        size_t room = jobs->room ? 2 * jobs->room : 32;
        jobs->items = arena_grow(a, jobs->items, jobs->room * sizeof job, room * sizeof job);
        jobs->room = room;
    }
    job.number = jobs->count;
    jobs->items[jobs->count++] = job;
}

/* roots are those of objects_make. Of a library chart only the partials count. */
static void collect(const struct chart *chart, const struct value *roots, struct jobs *jobs, struct arena *a)
{
    const char *path = chart_path(chart, a);
    const char *base = arena_printf(a, "%s/templates", path);
    bool library = strcmp(chart_text(chart, "type"), "library") == 0;
    for (size_t i = 0; i < chart->dependency_count; i++)
        collect(chart->dependencies[i], roots, jobs, a);
    struct value *root = roots->list.items[jobs->charts++];
    for (size_t i = 0; i < chart->template_count; i++) {
        const struct chart_file *file = &chart->templates[i];
        if (library && *base_name(file->name) != '_')
            continue;
        struct job job = {.path = arena_printf(a, "%s/%s", path, file->name),
                          .base = base,
                          .text = file->data,
                          .file = file->path,
                          .root = root};
        job.depth = count_slashes(job.path);
        add(jobs, job, a);
    }
}

/* Helm's order of parsing and executing: the deepest first, then names backwards. */
static int deepest_first(const void *left, const void *right)
{
    const struct job *a = left, *b = right;
    if (a->depth != b->depth)
        return a->depth < b->depth ? 1 : -1;
    int order = -strcmp(a->path, b->path);
    return order || a->number == b->number ? order : a->number < b->number ? 1 : -1;
}

/* Of several at one path the last one found counts: charts may be shared by aliases. */
static void drop_hidden(struct jobs *jobs)
{
    size_t kept = 0;
    for (size_t i = 0; i < jobs->count; i++)
        if (!kept || strcmp(jobs->items[kept - 1].path, jobs->items[i].path) != 0)
            jobs->items[kept++] = jobs->items[i];
    jobs->count = kept;
}

static int by_path(const void *left, const void *right)
{
    const struct rendered_file *a = left, *b = right;
    return strcmp(a->path, b->path);
}

static int check_kube_version(struct helm *h)
{
    const char *wanted = chart_text(h->chart, "kubeVersion"), *version;
    struct semver v;
    bool bad = false;
    if (kube_version_read(h->cli->kube_version, h->arena, &version, &h->fault) != 0)
        return -1;
    if (!*wanted || (semver_read(version, strlen(version), &v) && semver_satisfies(&v, wanted, &bad)))
        return 0;
    return fault_set(&h->fault, "chart requires kubeVersion: %s which is incompatible with Kubernetes %s",
                     wanted, kube_version_shown(h->cli->kube_version, version, h->cli->helm4, h->arena));
}

static int parse_all(struct helm *h, struct template_set *set, const struct jobs *jobs)
{
    for (size_t i = 0; i < jobs->count; i++) {
        const struct job *job = &jobs->items[i];
        if (template_parse(set, job->path, job->text.at, job->text.len, &h->fault) != 0)
            return -1;
    }
    return 0;
}

static void set_template(const struct job *job, bool helm4, struct arena *a)
{
    struct value *map = value_map(a);
    map->form = helm4 ? FORM_VALUES4 : FORM_VALUES;
    (void)value_sets(a, map, "Name", value_borrow(a, job->path, strlen(job->path)));
    (void)value_sets(a, map, "BasePath", value_borrow(a, job->base, strlen(job->base)));
    (void)value_sets(a, job->root, "Template", map);
}

static int execute_all(struct helm *h, struct template_set *set, const struct jobs *jobs,
                       struct rendered_file *files, size_t *count)
{
    for (size_t i = 0; i < jobs->count; i++) {
        const struct job *job = &jobs->items[i];
        struct text t;
        if (*base_name(job->path) == '_')
            continue;
        text_init(&t, h->output);
        text_adds(&t, "");
        set_template(job, h->cli->helm4, h->arena);
        if (template_execute(set, job->path, job->root, &t, &h->fault) != 0)
            return -1;
        files[(*count)++] = (struct rendered_file){.path = job->path,
                                                   .text = {.at = t.at, .len = t.len},
                                                   .source = job->text,
                                                   .source_path = job->file};
    }
    return 0;
}

int helm_name(struct cli *cli, struct arena *a, struct fault *f)
{
    struct text name;
    if (!cli->name_template)
        return 0;
    text_init(&name, a);
    text_adds(&name, "");
    struct template_set *set = template_new_plain(a);
    if (template_parse(set, "name-template", cli->name_template, strlen(cli->name_template), f) != 0 ||
        template_execute(set, "name-template", value_null(a), &name, f) != 0)
        return -1;
    cli->release = name.at;
    return 0;
}

/* The root object, the chart's templates, and those parsed. */
static int parse_chart(struct helm *h, struct value **root, struct jobs *jobs, struct template_set **set)
{
    struct value *roots;
    if (objects_make(h->chart, h->cli, h->values, h->arena, &roots, &h->fault) != 0)
        return -1;
    *root = roots->list.items[roots->list.count - 1];
    h->fault.while_rendering = true;
    if (check_kube_version(h) != 0)
        return -1;
    collect(h->chart, roots, jobs, h->arena);
    if (jobs->count)
        qsort(jobs->items, jobs->count, sizeof *jobs->items, deepest_first);
    drop_hidden(jobs);
    h->templates = *set = template_new(h->arena, h->cli->helm4);
    return parse_all(h, *set, jobs);
}

int helm_evaluate(struct helm *h, const char *expression, struct text *to)
{
    static const char name[] = "expression";
    struct value *root;
    struct jobs jobs = {0};
    struct template_set *set;
    if (parse_chart(h, &root, &jobs, &set) != 0 ||
        template_parse(set, name, expression, strlen(expression), &h->fault) != 0)
        return -1;
    return template_execute(set, name, root, to, &h->fault);
}

int helm_manifests(struct helm *h, struct manifests *out)
{
    struct value *root;
    struct jobs jobs = {0};
    struct template_set *set;
    size_t count = 0;
    if (parse_chart(h, &root, &jobs, &set) != 0)
        return -1;
    struct rendered_file *files = arena_alloc_many(h->arena, jobs.count, sizeof *files);
    if (execute_all(h, set, &jobs, files, &count) != 0)
        return -1;
    if (count)
        qsort(files, count, sizeof *files, by_path);
    h->files = files;
    h->file_count = count;
    return manifest_sort(files, count, h->cli->helm4, h->arena, out, &h->warnings, &h->fault);
}

int helm_render(struct helm *h, struct text *to)
{
    struct manifests manifests;
    h->output = to->arena;
    if (helm_manifests(h, &manifests) != 0) {
        if (h->fault.while_rendering && h->cli->print.debug) {
            manifest_print_invalid(h->files, h->file_count, &h->cli->print, to);
            h->fault.while_rendering = false; /* no need to point to the flag */
        }
        return -1;
    }
    int status = manifest_print(&manifests, h->chart, &h->cli->print, to, &h->fault);
    if (status != 0)
        text_cut(to, 0);
    return status;
}
