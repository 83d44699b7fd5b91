/* engine_echo: render's own answers to the records that tests/oracles/engine answers with Helm's engines: 't'
 * as Helm 3, 'u' as Helm 4; values, templates/a.yaml, templates/_h.tpl, then the name and the content of each
 * other file of the chart, with a NUL between each two. */
#include <string.h>

#include "render/dependencies.h"
#include "render/go_type.h"
#include "render/helm_yaml.h"
#include "render/objects.h"
#include "render/template/template.h"
#include "tests/support/echo.h"

enum { FILES_MAX = 32 };

static const char path[] = "c/templates/a.yaml", base[] = "c/templates";

static struct bytes part(struct bytes *left)
{
    const char *nul = left->len ? memchr(left->at, '\0', left->len) : NULL;
    size_t len = nul ? (size_t)(nul - left->at) : left->len;
    struct bytes out = {.at = left->at, .len = len};
    left->at += nul ? len + 1 : len;
    left->len -= nul ? len + 1 : len;
    return out;
}

static void read_files(struct bytes record, struct chart_files *files)
{
    files->items[0] = (struct chart_file){"templates/a.yaml", "templates/a.yaml", part(&record)};
    files->items[1] = (struct chart_file){"templates/_h.tpl", "templates/_h.tpl", part(&record)};
    for (files->count = 2; record.len && files->count < FILES_MAX; files->count++) {
        const char *name = part(&record).at;
        files->items[files->count] = (struct chart_file){name, name, part(&record)};
    }
}

/* What `helm template` does before it looks at the templates. */
static int prepare(const struct cli *cli, struct bytes values_text, const struct chart_files *files,
                   struct arena *a, struct chart **chart, struct value **root, struct fault *f)
{
    const struct chart_options options = {.helm4 = cli->helm4};
    struct value *values;
    struct text warnings;
    text_init(&warnings, a);
    const struct coalescing c = {.arena = a, .warnings = &warnings, .helm4 = cli->helm4};
    if (helm_yaml_values(values_text, NULL, cli->helm4, "", a, &values, f) != 0 ||
        chart_load(files, &options, a, chart, f) != 0 || dependencies_process(&c, *chart, values, f) != 0)
        return -1;
    values = value_copy(a, values);
    struct value *roots;
    if (coalesce(&c, *chart, values, f) != 0 || objects_make(*chart, cli, values, a, &roots, f) != 0)
        return -1;
    *root = roots->list.items[roots->list.count - 1];
    return 0;
}

/* The deepest first, as Helm does; within a chart as they stand in the record. */
static int parse(const struct chart *chart, struct template_set *set, struct arena *a, struct fault *f)
{
    for (size_t i = 0; i < chart->dependency_count; i++)
        if (parse(chart->dependencies[i], set, a, f) != 0)
            return -1;
    for (size_t i = 0; i < chart->template_count; i++) {
        const struct chart_file *file = &chart->templates[i];
        const char *name = arena_printf(a, "%s/%s", chart_path(chart, a), file->name);
        if (template_parse(set, name, file->data.at, file->data.len, f) != 0)
            return -1;
    }
    return 0;
}

static int render(struct bytes record, bool helm4, struct arena *a, struct text *to, struct fault *f)
{
    struct value *root, *template = value_map(a);
    struct chart *chart;
    struct chart_file items[FILES_MAX];
    struct chart_files files = {.items = items};
    const struct cli cli = {.release = "r", .namespace = "default", .helm4 = helm4};
    const struct bytes values_text = part(&record);
    read_files(record, &files);
    if (prepare(&cli, values_text, &files, a, &chart, &root, f) != 0)
        return -1;
    template->form = helm4 ? FORM_VALUES4 : FORM_VALUES;
    (void)value_sets(a, template, "Name", value_borrow(a, path, sizeof path - 1));
    (void)value_sets(a, template, "BasePath", value_borrow(a, base, sizeof base - 1));
    (void)value_sets(a, root, "Template", template);
    struct template_set *set = template_new(a, helm4);
    return parse(chart, set, a, f) != 0 ? -1 : template_execute(set, path, root, to, f);
}

static void echo(int what, struct bytes record, struct arena *a, struct text *to)
{
    struct fault f;
    fault_init(&f, a);
    if (render(record, what == 'u', a, to, &f) != 0) {
        text_cut(to, 0);
        text_printf(to, "error: %s", f.helm);
    }
}

int main(void)
{
    return echo_records(echo);
}
