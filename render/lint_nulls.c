#include "render/lint_nulls.h"

#include <string.h>

struct walk {
    struct lint_report *report;
    const struct value *defaults; /* of the chart */
};

static void complain(struct walk *w, const struct value *v, const struct value *other, const char *path)
{
    if (other && other->kind != VALUE_NULL)
        lint_add(
            w->report, value_place(v), LINT_WARNING,
            "%s: null takes the chart's default away; leave the line out to keep it, or write an empty value",
            path);
    else
        lint_add(w->report, value_place(v), LINT_WARNING,
                 "%s: is null, as if it were not there; leave the line out, or give it a value", path);
}

static void walk(struct walk *w, const struct value *v, const struct value *other, const char *path)
{
    struct arena *a = w->report->arena;
    if (v->kind == VALUE_NULL && *path)
        complain(w, v, other, path);
    for (size_t i = 0; v->kind == VALUE_LIST && i < v->list.count; i++)
        walk(w, v->list.items[i], NULL, arena_printf(a, "%s[%zu]", path, i));
    for (size_t i = 0; v->kind == VALUE_MAP && i < v->map->count; i++) {
        const struct entry *e = &v->map->entries[i];
        bool is_map = other && other->kind == VALUE_MAP;
        bool may = strcmp(path, "volumes") == 0 || strcmp(path, "networks") == 0;
        if (may && e->value->kind == VALUE_NULL)
            continue;
        walk(w, e->value, is_map ? value_get(other, e->key, e->key_len) : NULL,
             arena_printf(a, "%s%s%s", path, *path ? "." : "", e->key));
    }
}

void lint_nulls(struct helm *h, struct lint_report *to)
{
    struct walk w = {.report = to, .defaults = h->chart->values};
    struct fault f;
    struct value *given;
    fault_init(&f, h->arena);
    if (values_read(&h->cli->values, h->arena, &given, &f) == 0)
        walk(&w, given, w.defaults, "");
}
