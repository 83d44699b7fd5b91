#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "render/glob.h"
#include "render/manifest.h"
#include "render/split.h"

struct printer {
    const struct manifest_options *options;
    struct text *to;
    struct fault *fault;
    struct value *written; /* the files of output_dir that were begun */
};

static int make_folders(struct printer *p, char *path)
{
    struct stat st;
    char *base = strrchr(path, '/');
    *base = '\0';
    int known = stat(path, &st) == 0 || errno == ENOENT ? 0 : fault_call(p->fault, "stat", path);
    *base = '/';
    if (known != 0)
        return -1;
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        int status = mkdir(path, 0755) != 0 && errno != EEXIST ? fault_call(p->fault, "mkdir", path) : 0;
        *slash = '/';
        if (status != 0)
            return -1;
    }
    return 0;
}

/* Paths are Helm's own, made of names of charts and files: none leads out of the folder. */
static int write_file(struct printer *p, const char *name, struct bytes text)
{
    struct arena *a = p->to->arena;
    const char *release = p->options->release;
    char *path = release ? arena_printf(a, "%s/%s/%s", p->options->output_dir, release, name)
                         : arena_printf(a, "%s/%s", p->options->output_dir, name);
    bool again = value_gets(p->written, path) != NULL;
    if (make_folders(p, path) != 0)
        return -1;
    FILE *file = fopen(path, again ? "ae" : "we");
    if (!file)
        return fault_file(p->fault, path);
    fprintf(file, "---\n# Source: %s\n", name);
    fwrite(text.at, 1, text.len, file);
    fputc('\n', file);
    bool failed = ferror(file) != 0;
    if ((fclose(file) != 0) || failed)
        return fault_file(p->fault, path);
    value_sets(a, p->written, path, value_null(a));
    text_printf(p->to, "wrote %s\n", path);
    return 0;
}

static int print(struct printer *p, const char *name, struct bytes text)
{
    if (p->options->output_dir)
        return write_file(p, name, text);
    text_printf(p->to, "---\n# Source: %s\n", name);
    text_add(p->to, text.at, text.len);
    text_addc(p->to, '\n');
    return 0;
}

static bool is_manifest(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot &&
           (strcasecmp(dot, ".yaml") == 0 || strcasecmp(dot, ".yml") == 0 || strcasecmp(dot, ".json") == 0);
}

static int print_crds(struct printer *p, const struct chart *chart)
{
    struct arena *a = p->to->arena;
    for (size_t i = 0; i < chart->file_count; i++) {
        const struct chart_file *file = &chart->files[i];
        if (strncmp(file->name, "crds/", 5) != 0 || !is_manifest(file->name))
            continue;
        if (print(p, arena_printf(a, "%s/%s", chart_path(chart, a), file->name), file->data) != 0)
            return -1;
    }
    for (size_t i = 0; i < chart->dependency_count; i++)
        if (print_crds(p, chart->dependencies[i]) != 0)
            return -1;
    return 0;
}

/* What print takes for them. */
static size_t printed_len(const struct documents *documents)
{
    size_t len = 1;
    for (size_t i = 0; i < documents->count; i++)
        len += sizeof "---\n# Source: \n\n" + strlen(documents->items[i].path) + documents->items[i].text.len;
    return len;
}

static int print_documents(struct printer *p, const struct documents *documents)
{
    for (size_t i = 0; i < documents->count; i++) {
        const struct document *document = &documents->items[i];
        if (document->is_test && p->options->skip_tests)
            continue;
        if (print(p, document->path, document->text) != 0)
            return -1;
    }
    return 0;
}

/* The path behind the chart's name, in the first "# Source: NAME/PATH" of a document; NULL: none. */
static const char *source_of(struct arena *a, struct bytes document)
{
    static const char mark[] = "# Source: ";
    const char *end = document.at + document.len;
    for (const char *at = document.at; at < end; at++) {
        at = memmem(at, (size_t)(end - at), mark, sizeof mark - 1);
        if (!at)
            return NULL;
        const char *name = at + sizeof mark - 1;
        const char *slash = memchr(name, '/', (size_t)(end - name));
        if (!slash || slash == name)
            continue;
        const char *newline = memchr(slash, '\n', (size_t)(end - slash));
        size_t len = (size_t)((newline ? newline : end) - slash) - 1;
        if (len)
            return arena_copy(a, slash + 1, len);
    }
    return NULL;
}

/* Of what would be printed, only what the patterns name, in the order of the patterns. */
static int show_only(struct printer *p, struct text *all)
{
    struct text shown;
    bool bad;
    text_init(&shown, all->arena);
    text_add(&shown, "", 0);
    for (size_t i = 0; i < p->options->show_only_count; i++) {
        struct splitter splitter;
        struct bytes document;
        bool found = false;
        split_start(&splitter, (struct bytes){.at = all->at, .len = all->len}, p->options->helm4);
        while (split_next(&splitter, &document)) {
            const char *source = source_of(all->arena, document);
            if (!source || !glob_match(p->options->show_only[i], source, &bad))
                continue;
            text_adds(&shown, "---\n");
            text_add(&shown, document.at, document.len);
            text_addc(&shown, '\n');
            found = true;
        }
        if (!found)
            return fault_set(p->fault, "could not find template %s in chart", p->options->show_only[i]);
    }
    text_cut(all, 0);
    text_add(all, shown.at, shown.len);
    return 0;
}

void manifest_print_invalid(const struct rendered_file *files, size_t count,
                            const struct manifest_options *options, struct text *to)
{
    struct fault aside;
    fault_init(&aside, to->arena);
    struct printer p = {.options = options, .to = to, .fault = &aside};
    for (size_t i = 0; i < count; i++)
        if (manifest_has_documents(&files[i]) && split_trim(files[i].text).len) {
            text_printf(to, "---\n# Source: %s\n", files[i].path);
            text_add(to, files[i].text.at, files[i].text.len);
            text_addc(to, '\n');
        }
    text_cut(to, split_trim((struct bytes){.at = to->at, .len = to->len}).len);
    text_addc(to, '\n');
    if (options->show_only_count && show_only(&p, to) != 0)
        text_cut(to, 0); /* Helm 3 complains of that then, and no more of the YAML */
}

int manifest_print(const struct manifests *manifests, const struct chart *chart,
                   const struct manifest_options *options, struct text *to, struct fault *f)
{
    text_add(to, "", 0);
    if (!options->output_dir)
        text_reserve(to, printed_len(&manifests->generic) + printed_len(&manifests->hooks));
    struct printer p = {.options = options, .to = to, .fault = f, .written = value_map(to->arena)};
    /* Helm forgets the release's folder for them */
    struct manifest_options bare = *options;
    bare.release = NULL;
    struct printer crds = {.options = &bare, .to = to, .fault = f, .written = p.written};
    if (options->include_crds && print_crds(&crds, chart) != 0)
        return -1;
    if (print_documents(&p, &manifests->generic) != 0)
        return -1;
    if (!options->output_dir) { /* Helm trims what stands before the hooks as a whole */
        struct bytes trimmed = split_trim((struct bytes){.at = to->at, .len = to->len});
        if (trimmed.at == to->at)
            text_cut(to, trimmed.len);
        text_addc(to, '\n');
    }
    if (!options->no_hooks && print_documents(&p, &manifests->hooks) != 0)
        return -1;
    if (options->output_dir)
        text_addc(to, '\n');
    return options->show_only_count ? show_only(&p, to) : 0;
}
