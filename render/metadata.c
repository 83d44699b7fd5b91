#include "render/metadata.h"

#include <string.h>

#include "common/unicode.h"
#include "common/utf8.h"
#include "render/go_struct.h"
#include "render/helm_yaml.h"
#include "render/quote.h"
#include "render/semver.h"

static const struct go_field maintainer_fields[] = {
    {"name", GO_STRING, NULL}, {"email", GO_STRING, NULL}, {"url", GO_STRING, NULL}, {0}};
static const struct go_struct maintainer = {"Maintainer", maintainer_fields, NULL};

static const struct go_field dependency_fields[] = {
    {"name", GO_STRING, NULL},        {"version", GO_STRING, NULL}, {"repository", GO_STRING, NULL},
    {"condition", GO_STRING, NULL},   {"tags", GO_STRINGS, NULL},   {"enabled", GO_BOOL, NULL},
    {"import-values", GO_ANYS, NULL}, {"alias", GO_STRING, NULL},   {0}};
static const struct go_struct dependency = {"Dependency", dependency_fields, NULL};

static const struct go_field metadata_fields[] = {{"name", GO_STRING, NULL},
                                                  {"home", GO_STRING, NULL},
                                                  {"sources", GO_STRINGS, NULL},
                                                  {"version", GO_STRING, NULL},
                                                  {"description", GO_STRING, NULL},
                                                  {"keywords", GO_STRINGS, NULL},
                                                  {"maintainers", GO_STRUCTS, &maintainer},
                                                  {"icon", GO_STRING, NULL},
                                                  {"apiVersion", GO_STRING, NULL},
                                                  {"condition", GO_STRING, NULL},
                                                  {"tags", GO_STRING, NULL},
                                                  {"appVersion", GO_STRING, NULL},
                                                  {"deprecated", GO_BOOL, NULL},
                                                  {"annotations", GO_STRING_MAP, NULL},
                                                  {"kubeVersion", GO_STRING, NULL},
                                                  {"dependencies", GO_STRUCTS, &dependency},
                                                  {"type", GO_STRING, NULL},
                                                  {0}};
static const struct go_struct metadata_struct = {"Metadata", metadata_fields, NULL};

static const struct go_field lock_fields[] = {{"generated", GO_TIME, NULL},
                                              {"digest", GO_STRING, NULL},
                                              {"dependencies", GO_STRUCTS, &dependency},
                                              {0}};
static const struct go_struct lock = {"Lock", lock_fields, NULL};

static int read_as(const struct go_struct *as, struct bytes text, const char *file, const char *prefix,
                   const char *whole, bool helm4, struct arena *a, struct value **out, struct fault *f)
{
    struct value *raw;
    struct fault inner;
    fault_init(&inner, a);
    if (helm_yaml_read(text, file, true, prefix, a, &raw, f) != 0)
        return -1;
    if (go_struct_read(raw, as, whole, helm4 ? "v2" : "chart", a, out, &inner) == 0)
        return 0;
    fault_set(f, "%serror unmarshaling JSON: while decoding JSON: %s", prefix, inner.helm);
    text_add(&f->more, inner.more.at, inner.more.len);
    return -1;
}

int metadata_read(struct bytes text, const char *file, bool is_root, bool helm4, struct arena *a,
                  struct value **out, struct fault *f)
{
    const char *whole = !helm4 ? "chart.Metadata" : is_root ? "loader.chartBase" : "v2.Metadata";
    if (read_as(&metadata_struct, text, file, "cannot load Chart.yaml: ", whole, helm4, a, out, f) != 0)
        return -1;
    const struct value *version = value_gets(*out, "apiVersion");
    if (!version || version->text.len == 0)
        value_sets(a, *out, "apiVersion", value_borrow(a, "v1", 2));
    return 0;
}

static struct value *lay_over(struct value *old, const struct value *new, struct arena *a)
{
    for (size_t i = 0; i < new->map->count; i++)
        value_sets(a, old, new->map->entries[i].key, new->map->entries[i].value);
    return old;
}

/* As Go decodes JSON into what is there already: maps, and the structs of a list one by one, keep what the
 * text does not name. */
static struct value *decode_over(struct value *old, struct value *new, struct arena *a)
{
    if (!old || old->kind != new->kind)
        return new;
    if (new->kind == VALUE_MAP)
        return lay_over(old, new, a);
    for (size_t i = 0; new->kind == VALUE_LIST &&i < new->list.count &&i < old->list.count; i++)
        if (old->list.items[i]->kind == VALUE_MAP && new->list.items[i]->kind == VALUE_MAP)
            new->list.items[i] = lay_over(old->list.items[i], new->list.items[i], a);
    return new;
}

int metadata_add(struct bytes text, const char *file, bool helm4, struct arena *a, struct value *metadata,
                 struct fault *f)
{
    struct value *more;
    const char *whole = helm4 ? "v2.Metadata" : "chart.Metadata";
    if (read_as(&metadata_struct, text, file, "cannot load requirements.yaml: ", whole, helm4, a, &more, f) !=
        0)
        return -1;
    for (size_t i = 0; i < more->map->count; i++) {
        const char *key = more->map->entries[i].key;
        value_sets(a, metadata, key, decode_over(value_gets(metadata, key), more->map->entries[i].value, a));
    }
    return 0;
}

int metadata_check_lock(struct bytes text, const char *file, const char *name, bool helm4, struct arena *a,
                        struct fault *f)
{
    struct value *read;
    return read_as(&lock, text, file, arena_printf(a, "cannot load %s: ", name),
                   helm4 ? "v2.Lock" : "chart.Lock", helm4, a, &read, f);
}

static void sanitize(struct value *v, struct arena *a)
{
    struct text out;
    size_t taken;
    text_init(&out, a);
    text_add(&out, "", 0);
    for (size_t at = 0; at < v->text.len; at += taken) {
        uint32_t rune = utf8_read(v->text.at + at, v->text.len - at, &taken);
        if (unicode_is_space(rune))
            text_addc(&out, ' ');
        else if (unicode_is_print(rune))
            text_add(&out, v->text.at + at, taken);
    }
    v->text.at = out.at;
    v->text.len = out.len;
}

static void sanitize_keys(struct value *map, const char *const *keys, struct arena *a)
{
    for (; *keys; keys++) {
        struct value *v = value_gets(map, *keys);
        if (v && v->kind == VALUE_STRING)
            sanitize(v, a);
        for (size_t i = 0; v && v->kind == VALUE_LIST && i < v->list.count; i++)
            sanitize(v->list.items[i], a);
    }
}

static const char *text_of(const struct value *map, const char *key)
{
    const struct value *v = value_gets(map, key);
    return v ? v->text.at : "";
}

static int invalid(struct fault *f, const struct value *metadata, const char *key, const char *message)
{
    const struct value *v = value_gets(metadata, key);
    fault_set(f, "validation: %s", message);
    if (v && v->line)
        fault_more(f, value_place(v), "%s: %s", key, message);
    else if (metadata->file)
        fault_more(f, (struct place){.file = metadata->file}, "%s: %s", key, message);
    return -1;
}

static int check_name(const struct value *metadata, struct arena *a, struct fault *f)
{
    const char *name = text_of(metadata, "name");
    const char *quoted = quote_go(a, name, strlen(name));
    if (!*name)
        return invalid(f, metadata, "name", "chart.metadata.name is required");
    if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
        return invalid(f, metadata, "name", arena_printf(a, "chart.metadata.name %s is not allowed", quoted));
    if (strchr(name, '/'))
        return invalid(f, metadata, "name", arena_printf(a, "chart.metadata.name %s is invalid", quoted));
    return 0;
}

static int check_version_and_type(const struct value *metadata, struct arena *a, struct fault *f)
{
    const char *version = text_of(metadata, "version"), *type = text_of(metadata, "type");
    if (!*version)
        return invalid(f, metadata, "version", "chart.metadata.version is required");
    if (!semver_is_valid(version))
        return invalid(
            f, metadata, "version",
            arena_printf(a, "chart.metadata.version %s is invalid", quote_go(a, version, strlen(version))));
    if (*type && strcmp(type, "application") != 0 && strcmp(type, "library") != 0)
        return invalid(f, metadata, "type", "chart.metadata.type must be application or library");
    return 0;
}

static int check_maintainers(const struct value *metadata, struct arena *a, struct fault *f)
{
    static const char *const keys[] = {"name", "email", "url", NULL};
    const struct value *list = value_gets(metadata, "maintainers");
    for (size_t i = 0; list && i < list->list.count; i++) {
        if (list->list.items[i]->kind == VALUE_NULL)
            return invalid(f, metadata, "maintainers", "maintainers must not contain empty or null nodes");
        sanitize_keys(list->list.items[i], keys, a);
    }
    return 0;
}

static int check_dependency(struct value *item, const struct value *metadata, struct value *seen,
                            struct arena *a, struct fault *f)
{
    static const char *const keys[] = {"name", "version", "repository", "condition", "tags", NULL};
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
    if (item->kind == VALUE_NULL)
        return invalid(f, metadata, "dependencies", "dependencies must not contain empty or null nodes");
    sanitize_keys(item, keys, a);
    const char *name = text_of(item, "name"), *alias = text_of(item, "alias");
    if (alias[strspn(alias, allowed)])
        return invalid(f, metadata, "dependencies",
                       arena_printf(a, "dependency %s has disallowed characters in the alias",
                                    quote_go(a, name, strlen(name))));
    const char *key = *alias ? alias : name;
    if (value_gets(seen, key))
        return invalid(
            f, metadata, "dependencies",
            arena_printf(a, "more than one dependency with name or alias %s", quote_go(a, key, strlen(key))));
    value_sets(a, seen, key, item);
    return 0;
}

int metadata_check(struct value *metadata, struct arena *a, struct fault *f)
{
    static const char *const keys[] = {"name",      "description", "home",       "icon",
                                       "condition", "tags",        "appVersion", "kubeVersion",
                                       "sources",   "keywords",    NULL};
    const struct value *dependencies = value_gets(metadata, "dependencies");
    struct value *seen = value_map(a);
    sanitize_keys(metadata, keys, a);
    if (check_name(metadata, a, f) != 0 || check_version_and_type(metadata, a, f) != 0 ||
        check_maintainers(metadata, a, f) != 0)
        return -1;
    for (size_t i = 0; dependencies && i < dependencies->list.count; i++)
        if (check_dependency(dependencies->list.items[i], metadata, seen, a, f) != 0)
            return -1;
    return 0;
}
