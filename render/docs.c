#include "render/docs.h"

#include <string.h>
#include <sys/stat.h>

#include "render/docs_table.h"
#include "render/template/template.h"

/* helm-docs' names. */
static const char parts[] =
    "{{ define \"chart.name\" }}{{ .Name }}{{ end }}"
    "{{ define \"chart.header\" }}# {{ .Name }}{{ end }}"
    "{{ define \"chart.deprecationWarning\" }}"
    "{{ if .Deprecated }}**This chart is deprecated: nobody keeps it up any more.**{{ end }}{{ end }}"
    "{{ define \"chart.version\" }}{{ .Version }}{{ end }}"
    "{{ define \"chart.versionBadge\" }}{{ with .Version }}Version: `{{ . }}`{{ end }}{{ end }}"
    "{{ define \"chart.type\" }}{{ .Type }}{{ end }}"
    "{{ define \"chart.typeBadge\" }}{{ with .Type }}Type: `{{ . }}`{{ end }}{{ end }}"
    "{{ define \"chart.appVersion\" }}{{ .AppVersion }}{{ end }}"
    "{{ define \"chart.appVersionBadge\" }}{{ with .AppVersion }}App version: `{{ . }}`{{ end }}{{ end }}"
    "{{ define \"chart.badgesSection\" }}{{ template \"chart.versionBadge\" . }}"
    "{{ if .Type }}, {{ template \"chart.typeBadge\" . }}{{ end }}"
    "{{ if .AppVersion }}, {{ template \"chart.appVersionBadge\" . }}{{ end }}{{ end }}"
    "{{ define \"chart.description\" }}{{ .Description }}{{ end }}"
    "{{ define \"chart.homepage\" }}{{ .Home }}{{ end }}"
    "{{ define \"chart.homepageLine\" }}{{ with .Home }}**Homepage:** <{{ . }}>{{ end }}{{ end }}"
    "{{ define \"chart.maintainersHeader\" }}## Maintainers{{ end }}"
    "{{ define \"chart.maintainersTable\" }}| Name | Email | Url |\n| ---- | ------ | --- |"
    "{{ range .Maintainers }}\n| {{ .name }} | {{ with .email }}<{{ . }}>{{ end }} | {{ with .url }}<{{ . }}>"
    "{{ end }} |{{ end }}{{ end }}"
    "{{ define \"chart.maintainersSection\" }}{{ if .Maintainers }}{{ template \"chart.maintainersHeader\" . "
    "}}"
    "\n\n{{ template \"chart.maintainersTable\" . }}{{ end }}{{ end }}"
    "{{ define \"chart.sourcesHeader\" }}## Source Code{{ end }}"
    "{{ define \"chart.sourcesList\" }}{{ range .Sources }}\n* <{{ . }}>{{ end }}{{ end }}"
    "{{ define \"chart.sources\" }}{{ template \"chart.sourcesList\" . }}{{ end }}"
    "{{ define \"chart.sourcesSection\" }}{{ if .Sources }}{{ template \"chart.sourcesHeader\" . }}\n"
    "{{ template \"chart.sourcesList\" . }}{{ end }}{{ end }}"
    "{{ define \"chart.requirementsHeader\" }}## Requirements{{ end }}"
    "{{ define \"chart.kubeVersion\" }}{{ .KubeVersion }}{{ end }}"
    "{{ define \"chart.kubeVersionLine\" }}{{ with .KubeVersion }}Kubernetes: `{{ . }}`{{ end }}{{ end }}"
    "{{ define \"chart.requirementsTable\" }}| Repository | Name | Version |\n|------------|------|---------|"
    "{{ range .Dependencies }}\n| {{ .repository }} | {{ if .alias }}{{ .alias }}({{ .name }}){{ else }}"
    "{{ .name }}{{ end }} | {{ .version }} |{{ end }}{{ end }}"
    "{{ define \"chart.requirementsSection\" }}{{ if or .Dependencies .KubeVersion }}"
    "{{ template \"chart.requirementsHeader\" . }}\n\n{{ if .KubeVersion }}{{ template "
    "\"chart.kubeVersionLine\" . }}"
    "{{ end }}{{ if and .Dependencies .KubeVersion }}\n\n{{ end }}"
    "{{ if .Dependencies }}{{ template \"chart.requirementsTable\" . }}{{ end }}{{ end }}{{ end }}"
    "{{ define \"chart.valuesHeader\" }}## Values{{ end }}"
    "{{ define \"chart.valuesTable\" }}{{ .ValuesTable }}{{ end }}"
    "{{ define \"chart.valuesSection\" }}{{ if .ValuesTable }}{{ template \"chart.valuesHeader\" . }}\n\n"
    "{{ template \"chart.valuesTable\" . }}{{ end }}{{ end }}"
    "{{ define \"helm-docs.version\" }}{{ end }}"
    "{{ define \"helm-docs.versionFooter\" }}{{ end }}";

static const char layout[] =
    "{{ template \"chart.header\" . }}\n\n"
    "{{ if .Deprecated }}{{ template \"chart.deprecationWarning\" . }}\n\n{{ end }}"
    "{{ template \"chart.badgesSection\" . }}\n"
    "{{ if .Description }}\n{{ template \"chart.description\" . }}\n{{ end }}"
    "{{ if .Home }}\n{{ template \"chart.homepageLine\" . }}\n{{ end }}"
    "{{ if .Maintainers }}\n{{ template \"chart.maintainersSection\" . }}\n{{ end }}"
    "{{ if .Sources }}\n{{ template \"chart.sourcesSection\" . }}\n{{ end }}"
    "{{ if or .Dependencies .KubeVersion }}\n{{ template \"chart.requirementsSection\" . }}\n{{ end }}"
    "\n## Installing\n\n"
    "    helm install my-release . -f values.yaml\n"
    "    helm uninstall my-release\n"
    "{{ if .ValuesTable }}\n{{ template \"chart.valuesSection\" . }}\n{{ end }}";

static const struct chart_file *find(const struct chart_files *files, const char *name)
{
    for (size_t i = 0; i < files->count; i++)
        if (strcmp(files->items[i].name, name) == 0)
            return &files->items[i];
    return NULL;
}

/* The chart's own layout: a .helmignore may well keep it from a package. */
static int find_layout(struct helm *h, const struct chart_files *files, struct chart_file *out)
{
    static const char name[] = "README.md.gotmpl";
    const struct chart_file *file = find(files, name);
    struct diag err = {0};
    struct stat st;
    if (file) {
        *out = *file;
        return 0;
    }
    *out = (struct chart_file){.path = "layout", .data = {.at = layout, .len = sizeof layout - 1}};
    if (!h->cli->chart)
        return 0;
    const char *path = arena_printf(h->arena, "%s/%s", h->cli->chart, name);
    if (stat(path, &st) != 0)
        return 0;
    out->path = path;
    return file_read(path, FOLDER_FILE_MAX, h->arena, &out->data, &err) == 0 ? 0
                                                                             : fault_file(&h->fault, path);
}

static struct value *make_root(struct helm *h, const struct text *table)
{
    static const char *const keys[][2] = {
        {"Name", "name"},
        {"Version", "version"},
        {"AppVersion", "appVersion"},
        {"Type", "type"},
        {"Description", "description"},
        {"Home", "home"},
        {"Deprecated", "deprecated"},
        {"KubeVersion", "kubeVersion"},
        {"Sources", "sources"},
        {"Maintainers", "maintainers"},
        {"Dependencies", "dependencies"},
    };
    struct value *root = value_map(h->arena);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        struct value *v = value_gets(h->chart->metadata, keys[i][1]);
        if (v)
            (void)value_sets(h->arena, root, keys[i][0], v);
    }
    (void)value_sets(h->arena, root, "ValuesTable", value_text(h->arena, table->at, table->len));
    return root;
}

int docs_write(struct helm *h, struct text *to)
{
    const struct chart_options options = {.helm4 = h->cli->helm4};
    struct chart_files files;
    struct chart_file page;
    struct text table;
    text_init(&table, h->arena);
    text_adds(&table, "");
    if (helm_read_files(h, &files) != 0 || chart_load(&files, &options, h->arena, &h->chart, &h->fault) != 0)
        return -1;
    const struct chart_file *values = find(&files, "values.yaml");
    if ((values && docs_table_write(values->data, values->path, h->arena, &table, &h->fault) != 0) ||
        find_layout(h, &files, &page) != 0)
        return -1;
    struct template_set *set = template_new(h->arena, false);
    if (template_parse(set, "parts", parts, sizeof parts - 1, &h->fault) != 0 ||
        template_parse(set, page.path, page.data.at, page.data.len, &h->fault) != 0 ||
        template_execute(set, page.path, make_root(h, &table), to, &h->fault) != 0)
        return -1;
    while (to->len && (to->at[to->len - 1] == '\n' || to->at[to->len - 1] == ' '))
        text_cut(to, to->len - 1);
    text_addc(to, '\n');
    return 0;
}
