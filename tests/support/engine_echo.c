/* engine_echo: render's own answers to the records that tests/oracles/engine3 answers with Helm's engine. */
#include <string.h>

#include "render/helm_yaml.h"
#include "render/objects.h"
#include "render/template/template.h"
#include "tests/support/echo.h"

static const char chart_yaml[] = "name: c\nversion: 1.2.3\napiVersion: v2\n";

static struct bytes part(struct bytes *left)
{
    const char *nul = left->len ? memchr(left->at, '\0', left->len) : NULL;
    size_t len = nul ? (size_t)(nul - left->at) : left->len;
    struct bytes out = {.at = left->at, .len = len};
    left->at += nul ? len + 1 : len;
    left->len -= nul ? len + 1 : len;
    return out;
}

static int render(struct bytes record, bool helm4, struct arena *a, struct text *to, struct fault *f)
{
    struct value *values, *root;
    struct chart *chart;
    const struct bytes values_text = part(&record), main_text = part(&record), helpers = part(&record);
    struct chart_file items[] = {{"Chart.yaml", "Chart.yaml", {chart_yaml, sizeof chart_yaml - 1}},
                                 {"templates/_h.tpl", "templates/_h.tpl", helpers},
                                 {"templates/a.yaml", "templates/a.yaml", main_text}};
    const struct chart_files files = {.items = items, .count = sizeof items / sizeof *items};
    const struct chart_options options = {.helm4 = helm4};
    const struct cli cli = {.release = "r", .namespace = "default", .helm4 = helm4};
    if (helm_yaml_values(values_text, NULL, helm4, "", a, &values, f) != 0 ||
        chart_load(&files, &options, a, &chart, f) != 0 ||
        objects_make(chart, &cli, values, a, &root, f) != 0)
        return -1;
    struct value *template = value_map(a);
    (void)value_sets(a, template, "Name", value_borrow(a, "c/templates/a.yaml", 18));
    (void)value_sets(a, template, "BasePath", value_borrow(a, "c/templates", 11));
    (void)value_sets(a, root, "Template", template);
    struct template_set *set = template_new(a, helm4);
    if (template_parse(set, "c/templates/a.yaml", main_text.at, main_text.len, f) != 0 ||
        template_parse(set, "c/templates/_h.tpl", helpers.at, helpers.len, f) != 0)
        return -1;
    return template_execute(set, "c/templates/a.yaml", root, to, f);
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
