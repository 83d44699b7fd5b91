#include "render/go_type.h"

#include "render/go_fields.h"

enum go_form go_shared_form(const struct value *v)
{
    switch ((enum go_form)v->form) {
    case FORM_VALUES4: return FORM_VALUES;
    case FORM_VERSIONS4: return FORM_VERSIONS;
    case FORM_CAPABILITIES4: return FORM_CAPABILITIES;
    case FORM_BUILD_INFO4: return FORM_BUILD_INFO;
    case FORM_KUBE_VERSION4: return FORM_KUBE_VERSION;
    default: return (enum go_form)v->form;
    }
}

bool go_is_map(const struct value *v)
{
    enum go_form form = go_shared_form(v);
    return v->kind == VALUE_MAP && (form == FORM_PLAIN || form == FORM_VALUES || form == FORM_NIL_MAP);
}

bool go_is_struct(const struct value *v)
{
    return v->kind == VALUE_MAP && (go_fields(v) || go_own_text(v));
}

bool go_is_bytes(const struct value *v)
{
    return v->kind == VALUE_STRING && (v->form == FORM_BYTES || v->form == FORM_NIL_BYTES);
}

bool go_is_version(const struct value *v)
{
    return v->kind == VALUE_MAP && (v->form == FORM_SEMVER || v->form == FORM_SEMVER_STRUCT);
}

bool go_is_untyped_nil(const struct value *v)
{
    return !v || v->kind == VALUE_NULL;
}

bool go_is_nil(const struct value *v)
{
    if (v->kind == VALUE_MAP)
        return v->form == FORM_NIL_STRING_MAP || v->form == FORM_NIL_MAP;
    if (v->kind == VALUE_STRING)
        return v->form == FORM_NIL_BYTES;
    bool may_be = v->form == FORM_MAINTAINERS || v->form == FORM_DEPENDENCIES;
    return v->kind == VALUE_LIST &&
           (v->form == FORM_NIL_LIST || v->form == FORM_NIL_STRINGS || (may_be && !v->list.count));
}

/* Go holds a pointer to it, which templates look through. */
static bool is_pointer(const struct value *v)
{
    return v->form == FORM_SEMVER || v->form == FORM_MAINTAINER || v->form == FORM_DEPENDENCY ||
           go_shared_form(v) == FORM_CAPABILITIES;
}

static const char *int_name(const struct value *v)
{
    switch ((enum go_form)v->form) {
    case FORM_INT: return "int";
    case FORM_UINT8: return "uint8";
    case FORM_UINT64: return "uint64";
    case FORM_DURATION: return "time.Duration";
    default: return "int64";
    }
}

const char *go_type_name(const struct value *v)
{
    if (!v)
        return "<nil>";
    switch ((enum value_kind)v->kind) {
    case VALUE_NULL: return "<nil>";
    case VALUE_BOOL: return "bool";
    case VALUE_INT: return int_name(v);
    case VALUE_FLOAT: return "float64";
    case VALUE_STRING: return go_is_bytes(v) ? "[]uint8" : "string";
    case VALUE_LIST:
    case VALUE_MAP: break;
    }
    switch ((enum go_form)v->form) {
    case FORM_STRINGS:
    case FORM_NIL_STRINGS: return "[]string";
    case FORM_VERSIONS: return "chartutil.VersionSet";
    case FORM_VERSIONS4: return "common.VersionSet";
    case FORM_INTS: return "[]int";
    case FORM_LISTS: return "[][]interface {}";
    case FORM_MAPS: return "[]map[string]interface {}";
    case FORM_SEMVER: return "*semver.Version";
    case FORM_SEMVER_STRUCT: return "semver.Version";
    case FORM_TIME: return "time.Time";
    case FORM_NIL_STRING_MAP:
    case FORM_STRING_MAP: return "map[string]string";
    case FORM_VALUES: return "chartutil.Values";
    case FORM_VALUES4: return "common.Values";
    case FORM_CHART: return "struct { chart.Metadata; IsRoot bool }";
    case FORM_METADATA: return "chart.Metadata";
    case FORM_MAINTAINER: return "*chart.Maintainer";
    case FORM_DEPENDENCY: return "*chart.Dependency";
    case FORM_MAINTAINERS: return "[]*chart.Maintainer";
    case FORM_DEPENDENCIES: return "[]*chart.Dependency";
    case FORM_CAPABILITIES: return "*chartutil.Capabilities";
    case FORM_CAPABILITIES4: return "*common.Capabilities";
    case FORM_BUILD_INFO4:
    case FORM_BUILD_INFO: return "version.BuildInfo";
    case FORM_CERTIFICATE: return "sprig.certificate";
    case FORM_FILES: return "engine.files";
    case FORM_KUBE_VERSION4: return "common.KubeVersion";
    case FORM_KUBE_VERSION: return "chartutil.KubeVersion";
    default: return v->kind == VALUE_LIST ? "[]interface {}" : "map[string]interface {}";
    }
}

const char *go_kind_name(const struct value *v)
{
    if (!v)
        return "invalid";
    switch ((enum value_kind)v->kind) {
    case VALUE_NULL: return "invalid";
    case VALUE_BOOL: return "bool";
    case VALUE_INT: return v->form == FORM_DURATION ? "int64" : int_name(v);
    case VALUE_FLOAT: return "float64";
    case VALUE_STRING: return go_is_bytes(v) ? "slice" : "string";
    case VALUE_LIST: return "slice";
    case VALUE_MAP: return is_pointer(v) ? "ptr" : go_is_struct(v) ? "struct" : "map";
    }
    return "invalid";
}

bool go_is_true(const struct value *v)
{
    if (!v)
        return false;
    switch ((enum value_kind)v->kind) {
    case VALUE_NULL: return false;
    case VALUE_BOOL: return v->boolean;
    case VALUE_INT: return v->integer != 0;
    case VALUE_FLOAT: return v->number != 0;
    case VALUE_STRING: return v->text.len > 0;
    case VALUE_LIST: return v->list.count > 0;
    case VALUE_MAP: return v->map->count > 0 || go_is_struct(v);
    }
    return false;
}

struct value *go_list_of_bytes(struct value *v, struct arena *a)
{
    if (!go_is_bytes(v))
        return v;
    struct value *list = value_list(a);
    for (size_t i = 0; list && i < v->text.len; i++) {
        struct value *item = value_int(a, (unsigned char)v->text.at[i]);
        if (item)
            item->form = FORM_UINT8;
        if (!item || value_push(a, list, item) != 0)
            return NULL;
    }
    return list;
}

struct value *go_zero_item(const struct value *map, struct arena *a)
{
    bool texts = map->form == FORM_STRING_MAP || map->form == FORM_NIL_STRING_MAP;
    if (!texts && map->form != FORM_FILES)
        return NULL;
    struct value *v = value_borrow(a, "", 0);
    if (v && !texts)
        v->form = FORM_NIL_BYTES;
    return v;
}
