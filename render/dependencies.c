#include "render/dependencies.h"

#include <string.h>

#include "render/go_print.h"
#include "render/go_type.h"
#include "render/semver.h"
#include "render/warn.h"

static const struct value none = {.kind = VALUE_LIST};

static const struct value *declared(const struct chart *chart)
{
    const struct value *list = value_gets(chart->metadata, "dependencies");
    return list ? list : &none;
}

int dependencies_check(const struct chart *chart, bool helm4, struct arena *a, struct fault *f)
{
    const struct value *list = declared(chart);
    struct text missing;
    size_t count = 0;
    text_init(&missing, a);
    text_adds(&missing, "");
    for (size_t i = 0; i < list->list.count; i++) {
        const char *name = value_gets_text(list->list.items[i], "name", "");
        bool found = false;
        for (size_t k = 0; k < chart->dependency_count; k++)
            found = found || strcmp(chart_name(chart->dependencies[k]), name) == 0;
        if (!found)
            text_printf(&missing, "%s%s", count++ ? ", " : "", name);
    }
    if (!count)
        return 0;
    return fault_set(
        f,
        "%s error occurred while checking for chart dependencies. You may need to run %s"
        "helm dependency build%s to fetch missing dependencies: found in Chart.yaml, but missing in "
        "charts/ directory: %s",
        helm4 ? "an" : "An", helm4 ? "'" : "`", helm4 ? "'" : "`", missing.at);
}

static bool fits(const struct value *dependency, const struct chart *child)
{
    struct semver version;
    bool bad;
    const char *number = chart_text(child, "version");
    return strcmp(value_gets_text(dependency, "name", ""), chart_name(child)) == 0 &&
           semver_read(number, strlen(number), &version) &&
           semver_satisfies(&version, value_gets_text(dependency, "version", ""), &bad);
}

static void add_child(struct chart *chart, struct chart *child, struct arena *a)
{
    chart->dependencies = arena_grow(a, chart->dependencies, chart->dependency_count * sizeof child,
                                     (chart->dependency_count + 1) * sizeof child);
    chart->dependencies[chart->dependency_count++] = child;
    child->parent = chart;
}

/* Helm 3 shares what is below a chart between its aliases: each declaration in it is renamed once for all,
 * and a chart below it stays where it was, or stands below the last alias that resolved it. */
static struct chart *named(const struct coalescing *c, const struct chart *child, const char *alias)
{
    struct arena *a = c->arena;
    struct chart *copy = arena_alloc(a, sizeof *copy);
    *copy = *child;
    copy->metadata = c->helm4 ? value_copy(a, child->metadata) : value_map_copy(a, child->metadata);
    if (*alias)
        value_sets(a, copy->metadata, "name", value_borrow(a, alias, strlen(alias)));
    if (!c->helm4)
        return copy;
    copy->dependencies = NULL;
    copy->dependency_count = 0;
    for (size_t i = 0; i < child->dependency_count; i++)
        add_child(copy, named(c, child->dependencies[i], ""), a);
    return copy;
}

/* Undeclared charts first, then one for each declaration that has a chart to it. Declarations take their
 * alias for their name. */
static void resolve(const struct coalescing *c, struct chart *chart)
{
    struct arena *a = c->arena;
    const struct value *list = declared(chart);
    struct chart **loaded = chart->dependencies;
    size_t loaded_count = chart->dependency_count;
    chart->dependencies = NULL;
    chart->dependency_count = 0;
    for (size_t k = 0; k < loaded_count; k++) {
        bool is_declared = false;
        for (size_t i = 0; i < list->list.count; i++)
            is_declared = is_declared || fits(list->list.items[i], loaded[k]);
        if (!is_declared)
            add_child(chart, loaded[k], a);
    }
    for (size_t i = 0; i < list->list.count; i++) {
        struct value *dependency = list->list.items[i];
        const char *alias = value_gets_text(dependency, "alias", "");
        for (size_t k = 0; k < loaded_count; k++) {
            if (!fits(dependency, loaded[k]))
                continue;
            add_child(chart, named(c, loaded[k], alias), a);
            break;
        }
        if (*alias)
            value_sets(a, dependency, "name", value_borrow(a, alias, strlen(alias)));
    }
}

/* The value at a dotted path; NULL: none. */
static const struct value *at_path(const struct value *values, const char *path, struct arena *a)
{
    for (const char *dot; (dot = strchr(path, '.')); path = dot + 1) {
        values = value_get(values, path, (size_t)(dot - path));
        if (!values || values->kind != VALUE_MAP)
            return NULL;
    }
    (void)a;
    return value_gets(values, path);
}

/* A tag, or a path of a condition, that holds something else. */
static void no_bool(const struct coalescing *c, const char *what, const char *which, const char *name)
{
    bool tag = strcmp(what, "tag") == 0;
    if (c->helm4)
        warn_slog(c->warnings, "WARN", "returned non-bool value", what, which, "chart", name,
                  (const char *)NULL);
    else
        warn_log(c->warnings, false, tag ? "dependencies.go:95" : "dependencies.go:64",
                 "Warning: %s '%s' for chart %s returned non-bool value", tag ? "Tag" : "Condition path",
                 which, name);
}

static bool by_tags(const struct coalescing *c, const struct value *dependency, const struct value *values)
{
    const struct value *tags = value_gets(values, "tags"), *own = value_gets(dependency, "tags");
    bool has_true = false, has_false = false;
    for (size_t i = 0; own && tags && tags->kind == VALUE_MAP && i < own->list.count; i++) {
        const struct value *tag = own->list.items[i], *v = value_get(tags, tag->text.at, tag->text.len);
        if (v && v->kind == VALUE_BOOL && v->boolean)
            has_true = true;
        else if (v && v->kind == VALUE_BOOL)
            has_false = true;
        else if (v)
            no_bool(c, "tag", tag->text.at, value_gets_text(dependency, "name", ""));
    }
    return has_true || !has_false;
}

/* The first condition that is a bool decides; without one, what the tags said. */
static bool by_condition(const struct coalescing *c, const struct value *dependency,
                         const struct value *values, const char *path, bool enabled)
{
    const char *text = value_gets_text(dependency, "condition", "");
    char *conditions = arena_copy(c->arena, text, strlen(text)), *state = NULL;
    while (*conditions == ' ')
        conditions++;
    for (size_t len = strlen(conditions); len && conditions[len - 1] == ' '; len--)
        conditions[len - 1] = '\0';
    for (char *one = strtok_r(conditions, ",", &state); one; one = strtok_r(NULL, ",", &state)) {
        const struct value *v = at_path(values, arena_printf(c->arena, "%s%s", path, one), c->arena);
        if (v && v->kind == VALUE_BOOL)
            return v->boolean;
        if (v && v->kind != VALUE_MAP)
            no_bool(c, "path", one, value_gets_text(dependency, "name", ""));
    }
    return enabled;
}

static void drop_child(struct chart *chart, const char *name)
{
    size_t kept = 0;
    for (size_t i = 0; i < chart->dependency_count; i++)
        if (strcmp(chart_name(chart->dependencies[i]), name) != 0)
            chart->dependencies[kept++] = chart->dependencies[i];
    chart->dependency_count = kept;
}

static int enable(const struct coalescing *c, struct chart *chart, struct value *values, const char *path,
                  struct fault *f)
{
    const struct value *list = declared(chart);
    if (!value_gets(chart->metadata, "dependencies"))
        return 0;
    resolve(c, chart);
    struct coalescing plain = *c;
    plain.keep_nulls = false;
    struct value *all = value_copy(c->arena, values), *kept = value_list(c->arena);
    if (coalesce(&plain, chart, all, f) != 0)
        return -1;
    for (size_t i = 0; i < list->list.count; i++) {
        struct value *dependency = list->list.items[i];
        bool enabled = by_condition(c, dependency, all, path, by_tags(c, dependency, all));
        value_sets(c->arena, dependency, "enabled", value_bool(c->arena, enabled));
        if (enabled)
            value_push(c->arena, kept, dependency);
        else
            drop_child(chart, value_gets_text(dependency, "name", ""));
    }
    value_sets(c->arena, chart->metadata, "dependencies", kept);
    for (size_t i = 0; i < chart->dependency_count; i++) {
        const char *inner = arena_printf(c->arena, "%s%s.", path, chart_name(chart->dependencies[i]));
        if (enable(c, chart->dependencies[i], all, inner, f) != 0)
            return -1;
    }
    return 0;
}

/* The map at a dotted path; NULL, and *missing the name, if there is none. */
static struct value *table_at(struct value *values, const char *path, struct arena *a, const char **missing)
{
    for (;;) {
        size_t len = strcspn(path, ".");
        values = value_get(values, path, len);
        if (!values || values->kind != VALUE_MAP) {
            *missing = arena_copy(a, path, len);
            return NULL;
        }
        if (!path[len])
            return values;
        path += len + 1;
    }
}

/* data below the maps that path names. */
static struct value *wrap(struct arena *a, const char *path, struct value *data)
{
    const char *dot = strchr(path, '.');
    if (strcmp(path, ".") == 0)
        return data;
    struct value *map = value_map(a);
    value_set(a, map, path, dot ? (size_t)(dot - path) : strlen(path), dot ? wrap(a, dot + 1, data) : data);
    return map;
}

static const char *path_of(struct arena *a, const struct value *import, const char *key)
{
    const struct value *v = value_gets(import, key);
    struct text t;
    text_init(&t, a);
    if (v)
        go_print(v, &t);
    else
        text_adds(&t, "<nil>");
    return t.at ? t.at : "";
}

/* The table that an entry names, by its name alone or as {child, parent}, is none. */
static void no_table(const struct coalescing *c, bool by_name, const char *chart, const char *missing)
{
    const char *what = arena_printf(c->arena, "\"%s\" is not a table", missing);
    if (!c->helm4 && by_name)
        warn_log(c->warnings, false, "dependencies.go:287", "Warning: ImportValues missing table: %s", what);
    else if (!c->helm4)
        warn_log(c->warnings, false, "dependencies.go:270",
                 "Warning: ImportValues missing table from chart %s: %s", chart, what);
    else if (by_name)
        warn_slog(c->warnings, "WARN", "ImportValues missing table", "error", what, (const char *)NULL);
    else
        warn_slog(c->warnings, "WARN", "ImportValues missing table from chart", "chart", chart, "error", what,
                  (const char *)NULL);
}

/* What one entry of import-values brings, laid under what the others brought. Gives the entry as Helm keeps
 * it: a map of texts, which brings nothing to another alias that shares it. */
static struct value *import(const struct coalescing *c, const char *name, struct value *entry,
                            struct value *all, struct value *imported)
{
    const char *child, *parent = ".", *missing = "";
    if (entry->kind == VALUE_STRING)
        child = arena_printf(c->arena, "exports.%s", entry->text.at);
    else if (entry->kind == VALUE_MAP && entry->form != FORM_STRING_MAP)
        child = path_of(c->arena, entry, "child"), parent = path_of(c->arena, entry, "parent");
    else
        return entry;
    struct value *table = table_at(all, arena_printf(c->arena, "%s.%s", name, child), c->arena, &missing);
    if (table)
        coalesce_maps(c, imported, wrap(c->arena, parent, table));
    else
        no_table(c, entry->kind == VALUE_STRING, name, missing);
    struct value *kept = value_map(c->arena);
    kept->form = FORM_STRING_MAP;
    value_sets(c->arena, kept, "child", value_borrow(c->arena, child, strlen(child)));
    value_sets(c->arena, kept, "parent", value_borrow(c->arena, parent, strlen(parent)));
    return kept;
}

static int import_values(const struct coalescing *c, struct chart *chart, struct fault *f)
{
    for (size_t i = 0; i < chart->dependency_count; i++)
        if (import_values(c, chart->dependencies[i], f) != 0)
            return -1;
    const struct value *list = declared(chart);
    if (!value_gets(chart->metadata, "dependencies"))
        return 0;
    struct value *all = value_map(c->arena), *imported = value_map(c->arena);
    if (coalesce(c, chart, all, f) != 0)
        return -1;
    for (size_t i = 0; i < list->list.count; i++) {
        struct value *entries = value_gets(list->list.items[i], "import-values");
        for (size_t k = 0; entries && k < entries->list.count; k++)
            entries->list.items[k] = import(c, value_gets_text(list->list.items[i], "name", ""),
                                            entries->list.items[k], all, imported);
    }
    chart->values = value_copy(c->arena, all);
    if (!chart->values)
        return fault_set(f, "import-values of %s put values into themselves", chart_name(chart));
    coalesce_maps(c, chart->values, imported);
    return 0;
}

int dependencies_process(const struct coalescing *c, struct chart *chart, struct value *values,
                         struct fault *f)
{
    struct coalescing merging = *c;
    merging.keep_nulls = true;
    return enable(c, chart, values, "", f) == 0 ? import_values(&merging, chart, f) : -1;
}
