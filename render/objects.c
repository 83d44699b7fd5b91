#include "render/objects.h"

#include <string.h>

#include "render/go_fields.h"
#include "render/go_type.h"
#include "render/kube_version.h"
#include "render/semver.h"

/* What Helm 3.22 and 4.3 take a cluster for that they cannot ask. */
#define KUBE_CLIENT_VERSION "v1.37"
#define HELM3_VERSION       "v3.22.0"
#define HELM4_VERSION       "v4.3.1"

static const char *const api_versions[] = {
    "v1",
    "admissionregistration.k8s.io/v1",
    "admissionregistration.k8s.io/v1alpha1",
    "admissionregistration.k8s.io/v1beta1",
    "internal.apiserver.k8s.io/v1alpha1",
    "apps/v1",
    "apps/v1beta1",
    "apps/v1beta2",
    "authentication.k8s.io/v1",
    "authentication.k8s.io/v1alpha1",
    "authentication.k8s.io/v1beta1",
    "authorization.k8s.io/v1",
    "authorization.k8s.io/v1beta1",
    "autoscaling/v1",
    "autoscaling/v2",
    "batch/v1",
    "batch/v1beta1",
    "certificates.k8s.io/v1",
    "certificates.k8s.io/v1beta1",
    "certificates.k8s.io/v1alpha1",
    "coordination.k8s.io/v1alpha2",
    "coordination.k8s.io/v1beta1",
    "coordination.k8s.io/v1",
    "discovery.k8s.io/v1",
    "discovery.k8s.io/v1beta1",
    "events.k8s.io/v1",
    "events.k8s.io/v1beta1",
    "extensions/v1beta1",
    "flowcontrol.apiserver.k8s.io/v1",
    "flowcontrol.apiserver.k8s.io/v1beta1",
    "flowcontrol.apiserver.k8s.io/v1beta2",
    "flowcontrol.apiserver.k8s.io/v1beta3",
    "lifecycle.k8s.io/v1alpha1",
    "networking.k8s.io/v1",
    "networking.k8s.io/v1beta1",
    "node.k8s.io/v1",
    "node.k8s.io/v1alpha1",
    "node.k8s.io/v1beta1",
    "policy/v1",
    "policy/v1beta1",
    "rbac.authorization.k8s.io/v1",
    "rbac.authorization.k8s.io/v1beta1",
    "rbac.authorization.k8s.io/v1alpha1",
    "resource.k8s.io/v1",
    "resource.k8s.io/v1beta2",
    "resource.k8s.io/v1beta1",
    "resource.k8s.io/v1alpha3",
    "scheduling.k8s.io/v1alpha3",
    "scheduling.k8s.io/v1beta1",
    "scheduling.k8s.io/v1",
    "storage.k8s.io/v1beta1",
    "storage.k8s.io/v1",
    "storage.k8s.io/v1alpha1",
    "storagemigration.k8s.io/v1",
    "storagemigration.k8s.io/v1beta1",
    "apiextensions.k8s.io/v1beta1",
    "apiextensions.k8s.io/v1",
};

/* Every map here is small and its arena does not fail. */
static void set(struct arena *a, struct value *map, const char *key, struct value *v)
{
    (void)value_sets(a, map, key, v);
}

static void set_text(struct arena *a, struct value *map, const char *key, const char *text)
{
    set(a, map, key, value_text(a, text, strlen(text)));
}

static struct value *shaped(struct value *v, enum go_form form)
{
    v->form = (uint8_t)form;
    return v;
}

static struct value *release(const struct cli *cli, struct arena *a)
{
    struct value *map = value_map(a);
    set_text(a, map, "Name", cli->release);
    set_text(a, map, "Namespace", cli->namespace);
    set_text(a, map, "Service", "Helm");
    set(a, map, "IsInstall", value_bool(a, !cli->is_upgrade));
    set(a, map, "IsUpgrade", value_bool(a, cli->is_upgrade));
    set(a, map, "Revision", shaped(value_int(a, 1), FORM_INT));
    return map;
}

static struct value *kube_version(const struct cli *cli, const char *version, struct arena *a)
{
    struct value *map = value_map(a);
    struct semver v = {0};
    (void)semver_read(version, strlen(version), &v);
    const char *shown = kube_version_shown(cli->kube_version, version, cli->helm4, a);
    set_text(a, map, "Version", shown);
    set_text(a, map, "GitVersion", shown); /* a method, as String is */
    set_text(a, map, "String", version);
    set_text(a, map, "Major", arena_printf(a, "%llu", (unsigned long long)v.major));
    set_text(a, map, "Minor", arena_printf(a, "%llu", (unsigned long long)v.minor));
    return shaped(map, cli->helm4 ? FORM_KUBE_VERSION4 : FORM_KUBE_VERSION);
}

static struct value *capabilities(const struct cli *cli, const char *version, struct arena *a)
{
    struct value *map = value_map(a), *versions = value_list(a), *helm = value_map(a);
    for (size_t i = 0; i < sizeof api_versions / sizeof *api_versions; i++)
        (void)value_push(a, versions, value_borrow(a, api_versions[i], strlen(api_versions[i])));
    for (size_t i = 0; cli->api_versions && i < cli->api_versions->list.count; i++)
        (void)value_push(a, versions, cli->api_versions->list.items[i]);
    set_text(a, helm, "Version", cli->helm4 ? HELM4_VERSION : HELM3_VERSION);
    set_text(a, helm, "GitCommit", "");
    set_text(a, helm, "GitTreeState", "");
    set_text(a, helm, "GoVersion", "");
    set_text(a, helm, "KubeClientVersion", KUBE_CLIENT_VERSION);
    set(a, map, "APIVersions", shaped(versions, cli->helm4 ? FORM_VERSIONS4 : FORM_VERSIONS));
    set(a, map, "KubeVersion", kube_version(cli, version, a));
    set(a, map, "HelmVersion", shaped(helm, cli->helm4 ? FORM_BUILD_INFO4 : FORM_BUILD_INFO));
    return shaped(map, cli->helm4 ? FORM_CAPABILITIES4 : FORM_CAPABILITIES);
}

/* A list, each item of that form; nothing is a list that Go never made. */
static struct value *strings(const struct value *from, struct arena *a)
{
    struct value *list = value_list(a);
    for (size_t i = 0; from && i < from->list.count; i++)
        (void)value_push(a, list, from->list.items[i]);
    return shaped(list, from ? FORM_STRINGS : FORM_NIL_STRINGS);
}

/* What a struct has of from's keys by the names that its fields have in JSON; the rest is empty. */
static struct value *texts(const struct value *from, enum go_form form, struct arena *a)
{
    struct value *map = shaped(value_map(a), form);
    for (const struct go_named *f = go_fields(map); f->name; f++) {
        struct value *v = from ? value_gets(from, f->json) : NULL;
        set(a, map, f->name, v ? v : value_text(a, "", 0));
    }
    return map;
}

static struct value *dependency(const struct value *from, struct arena *a)
{
    struct value *map = texts(from, FORM_DEPENDENCY, a), *enabled = value_gets(from, "enabled"),
                 *imports = value_gets(from, "import-values");
    set(a, map, "Tags", strings(value_gets(from, "tags"), a));
    set(a, map, "Enabled", enabled ? enabled : value_bool(a, false));
    set(a, map, "ImportValues", imports ? imports : shaped(value_list(a), FORM_NIL_LIST));
    return map;
}

static struct value *maintainer(const struct value *from, struct arena *a)
{
    return texts(from, FORM_MAINTAINER, a);
}

static struct value *structs(const struct value *from, enum go_form form,
                             struct value *(*make)(const struct value *, struct arena *), struct arena *a)
{
    struct value *list = shaped(value_list(a), form);
    for (size_t i = 0; from && i < from->list.count; i++) {
        struct value *item = from->list.items[i];
        (void)value_push(a, list, item->kind == VALUE_MAP ? make(item, a) : item);
    }
    return list;
}

/* Helm 4 makes maps and lists of its structs. */
static void dissolve(struct value *v)
{
    if (v->kind == VALUE_MAP && v->form != FORM_NIL_STRING_MAP && v->form != FORM_STRING_MAP)
        v->form = FORM_PLAIN;
    if (v->kind == VALUE_LIST)
        v->form = FORM_PLAIN;
    for (size_t i = 0; v->kind == VALUE_LIST && i < v->list.count; i++)
        dissolve(v->list.items[i]);
    for (size_t i = 0; v->kind == VALUE_MAP && i < v->map->count; i++)
        dissolve(v->map->entries[i].value);
}

static struct value *metadata(const struct chart *chart, bool helm4, struct arena *a)
{
    const struct value *from = chart->metadata;
    struct value *own = texts(from, FORM_METADATA, a), *deprecated = value_gets(from, "deprecated"),
                 *annotations = value_gets(from, "annotations");
    set(a, own, "Sources", strings(value_gets(from, "sources"), a));
    set(a, own, "Keywords", strings(value_gets(from, "keywords"), a));
    set(a, own, "Maintainers", structs(value_gets(from, "maintainers"), FORM_MAINTAINERS, maintainer, a));
    set(a, own, "Dependencies", structs(value_gets(from, "dependencies"), FORM_DEPENDENCIES, dependency, a));
    set(a, own, "Deprecated", deprecated ? deprecated : value_bool(a, false));
    set(a, own, "Annotations",
        annotations ? shaped(annotations, FORM_STRING_MAP) : shaped(value_map(a), FORM_NIL_STRING_MAP));
    struct value *map = value_map_copy(a, own);
    set(a, map, "IsRoot", value_bool(a, !chart->parent));
    if (helm4) {
        dissolve(map);
        return map;
    }
    set(a, map, "Metadata", own);
    return shaped(map, FORM_CHART);
}

static struct value *files(const struct chart *chart, struct arena *a)
{
    struct value *map = value_map(a);
    for (size_t i = 0; i < chart->file_count; i++) {
        const struct chart_file *file = &chart->files[i];
        set(a, map, file->name, shaped(value_borrow(a, file->data.at, file->data.len), FORM_BYTES));
    }
    return shaped(map, FORM_FILES);
}

/* What is the same for every chart of a run. */
struct shared {
    const struct cli *cli;
    struct value *release, *capabilities, *all;
    struct arena *arena;
};

/* To the charts above it is a plain map, to its own chart it is what .Values is. */
static struct value *make(const struct shared *s, const struct chart *chart, struct value *values)
{
    struct arena *a = s->arena;
    struct value *map = value_map(a), *subcharts = value_map(a);
    enum go_form form = s->cli->helm4 ? FORM_VALUES4 : FORM_VALUES;
    set(a, map, "Chart", metadata(chart, s->cli->helm4, a));
    set(a, map, "Files", files(chart, a));
    set(a, map, "Release", s->release);
    set(a, map, "Capabilities", s->capabilities);
    set(a, map, "Values", shaped(value_map_share(a, values), form));
    set(a, map, "Subcharts", subcharts);
    for (size_t i = 0; i < chart->dependency_count; i++) {
        const struct chart *child = chart->dependencies[i];
        struct value *own = value_gets(values, chart_name(child));
        if (!own || own->kind != VALUE_MAP)
            own = value_map(a);
        set(a, subcharts, chart_name(child), make(s, child, own));
    }
    (void)value_push(a, s->all, shaped(value_map_share(a, map), form));
    return map;
}

int objects_make(const struct chart *chart, const struct cli *cli, struct value *values, struct arena *a,
                 struct value **out, struct fault *f)
{
    const char *version;
    if (kube_version_read(cli->kube_version, a, &version, f) != 0)
        return -1;
    struct shared s = {.cli = cli,
                       .release = release(cli, a),
                       .capabilities = capabilities(cli, version, a),
                       .all = value_list(a),
                       .arena = a};
    (void)make(&s, chart, values);
    *out = s.all;
    return 0;
}
