#include "render/go_fields.h"

#include <string.h>

#include "render/go_type.h"

static const struct go_named chart[] = {{"Metadata", NULL, false}, {"IsRoot", "IsRoot", false}, {0}},
                             metadata[] = {{"Name", "name", true},
                                           {"Home", "home", true},
                                           {"Sources", "sources", true},
                                           {"Version", "version", true},
                                           {"Description", "description", true},
                                           {"Keywords", "keywords", true},
                                           {"Maintainers", "maintainers", true},
                                           {"Icon", "icon", true},
                                           {"APIVersion", "apiVersion", true},
                                           {"Condition", "condition", true},
                                           {"Tags", "tags", true},
                                           {"AppVersion", "appVersion", true},
                                           {"Deprecated", "deprecated", true},
                                           {"Annotations", "annotations", true},
                                           {"KubeVersion", "kubeVersion", true},
                                           {"Dependencies", "dependencies", true},
                                           {"Type", "type", true},
                                           {0}},
                             maintainer[] = {{"Name", "name", true},
                                             {"Email", "email", true},
                                             {"URL", "url", true},
                                             {0}},
                             dependency[] = {{"Name", "name", false},
                                             {"Version", "version", true},
                                             {"Repository", "repository", false},
                                             {"Condition", "condition", true},
                                             {"Tags", "tags", true},
                                             {"Enabled", "enabled", true},
                                             {"ImportValues", "import-values", true},
                                             {"Alias", "alias", true},
                                             {0}},
                             capabilities[] = {{"KubeVersion", "KubeVersion", false},
                                               {"APIVersions", "APIVersions", false},
                                               {"HelmVersion", "HelmVersion", false},
                                               {0}},
                             kube_version[] = {{"Version", "Version", false},
                                               {"Major", "Major", false},
                                               {"Minor", "Minor", false},
                                               {0}},
                             kube_version4[] = {{"Version", "Version", false},
                                                {"String", "", false},
                                                {"Major", "Major", false},
                                                {"Minor", "Minor", false},
                                                {0}},
                             build_info[] = {{"Version", "version", true},
                                             {"GitCommit", "git_commit", true},
                                             {"GitTreeState", "git_tree_state", true},
                                             {"GoVersion", "go_version", true},
                                             {0}},
                             build_info4[] = {{"Version", "version", true},
                                              {"GitCommit", "git_commit", true},
                                              {"GitTreeState", "git_tree_state", true},
                                              {"GoVersion", "go_version", true},
                                              {"KubeClientVersion", "kube_client_version", false},
                                              {0}},
                             certificate[] = {{"Cert", "Cert", false}, {"Key", "Key", false}, {0}};

const struct go_named *go_fields(const struct value *v)
{
    if (v->kind != VALUE_MAP)
        return NULL;
    switch ((enum go_form)v->form) {
    case FORM_CHART: return chart;
    case FORM_METADATA: return metadata;
    case FORM_MAINTAINER: return maintainer;
    case FORM_DEPENDENCY: return dependency;
    case FORM_CAPABILITIES:
    case FORM_CAPABILITIES4: return capabilities;
    case FORM_KUBE_VERSION: return kube_version;
    case FORM_KUBE_VERSION4: return kube_version4;
    case FORM_BUILD_INFO: return build_info;
    case FORM_CERTIFICATE: return certificate;
    case FORM_BUILD_INFO4: return build_info4;
    default: return NULL;
    }
}

const struct value *go_own_text(const struct value *v)
{
    if (go_is_version(v))
        return value_gets(v, "");
    return v->kind == VALUE_MAP && v->form == FORM_TIME ? value_gets(v, "json") : NULL;
}

const struct value *go_field_value(const struct value *v, const struct go_named *f)
{
    static const struct value none = {.kind = VALUE_NULL};
    const struct value *found = value_gets(v, f->name);
    return found ? found : &none;
}

bool go_is_omitted(const struct go_named *f, const struct value *field)
{
    return (f->json && !*f->json) || (f->omit_empty && !go_is_true(field));
}

static int add_fields(const struct value *v, struct arena *a, struct value *to)
{
    for (const struct go_named *f = go_fields(v); f->name; f++) {
        struct value *field = value_gets(v, f->name);
        if (!field || go_is_omitted(f, field))
            continue;
        if ((f->json ? value_sets(a, to, f->json, field) : add_fields(field, a, to)) != 0)
            return -1;
    }
    return 0;
}

struct value *go_fields_as_map(const struct value *v, struct arena *a)
{
    struct value *map = value_map(a);
    return map && add_fields(v, a, map) == 0 ? map : NULL;
}
