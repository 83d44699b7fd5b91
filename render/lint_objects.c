#include "render/lint_objects.h"

#include <string.h>

#include "common/yaml_read.h"
#include "render/lint_names.h"
#include "render/release.h"

static const struct {
    const char *kind;
    size_t max;
} limits[] = {
    {"StatefulSet", NAME_STATEFULSET_MAX},
    {"Service", NAME_SERVICE_MAX},
    {"Namespace", NAME_SERVICE_MAX},
    {"Job", NAME_SERVICE_MAX},
    {"CronJob", 52},
};

static size_t limit_of(const char *kind)
{
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        if (strcmp(limits[i].kind, kind) == 0)
            return limits[i].max;
    return NAME_OBJECT_MAX;
}

static void check_labels(const struct document *d, const char *what, const struct value *labels,
                         struct lint_report *to)
{
    for (size_t i = 0; labels && i < labels->map->count; i++) {
        const struct entry *e = &labels->map->entries[i];
        const char *slash = strrchr(e->key, '/'), *name = slash ? slash + 1 : e->key;
        if (e->value->kind != VALUE_STRING)
            lint_add(to, (struct place){.file = d->path}, LINT_ERROR, "%s: the label %s is a %s; quote it",
                     what, e->key, value_kind_name(e->value));
        else if (e->value->text.len > NAME_LABEL_MAX)
            lint_add(to, (struct place){.file = d->path}, LINT_ERROR,
                     "%s: the label %s has %zu characters, and %d are the most; shorten %s", what, e->key,
                     e->value->text.len, NAME_LABEL_MAX, e->value->text.at);
        if (strlen(name) > NAME_LABEL_MAX)
            lint_add(to, (struct place){.file = d->path}, LINT_ERROR,
                     "%s: the name of the label %s has %zu characters, and %d are the most; shorten it", what,
                     e->key, strlen(name), NAME_LABEL_MAX);
    }
}

static void check_object(const struct document *d, const struct value *v, struct value *seen,
                         struct lint_report *to)
{
    const struct value *metadata = release_map(v, "metadata");
    const char *name = release_text(metadata, "name", ""),
               *namespace = release_text(metadata, "namespace", "");
    const char *what = arena_printf(to->arena, "%s %s", d->kind, name);
    const char *identity =
        arena_printf(to->arena, "%s|%s|%s", release_text(v, "apiVersion", ""), what, namespace);
    size_t len = strlen(name), max = limit_of(d->kind);
    if (len > max)
        lint_add(to, (struct place){.file = d->path}, LINT_ERROR,
                 "%s: its name has %zu characters, and %zu are the most; shorten it", what, len, max);
    if (*name && value_gets(seen, identity))
        lint_add(
            to, (struct place){.file = d->path}, LINT_ERROR,
            "%s is there twice, and a cluster takes the last one or none; rename what its name is made of",
            what);
    if (*name)
        (void)value_sets(to->arena, seen, identity, seen);
    check_labels(d, what, release_map(metadata, "labels"), to);
}

/* The tree is many times as large as the document, and gone once that was looked at. */
static void check_document(const struct document *d, struct value *seen, struct lint_report *to)
{
    const struct yaml_options options = {.as_go = true};
    struct diag err = {0};
    struct value *v;
    struct arena scratch;
    arena_init(&scratch, arena_left(to->arena));
    scratch.on_full = to->arena->on_full;
    scratch.on_full_arg = to->arena->on_full_arg;
    if (yaml_read(d->text.at, d->text.len, &options, &scratch, &v, &err) == 0 && v->kind == VALUE_MAP)
        check_object(d, v, seen, to);
    arena_clear(&scratch);
}

void lint_objects(const struct manifests *manifests, struct lint_report *to)
{
    struct value *seen = value_map(to->arena);
    for (size_t i = 0; i < manifests->generic.count; i++)
        check_document(&manifests->generic.items[i], seen, to);
    for (size_t i = 0; i < manifests->hooks.count; i++)
        check_document(&manifests->hooks.items[i], seen, to);
}
