#include "render/coalesce.h"

#include <string.h>

#include "render/go_print.h"
#include "render/quote.h"
#include "render/warn.h"

static bool is_map(const struct value *v)
{
    return v && v->kind == VALUE_MAP;
}

static bool is_null(const struct value *v)
{
    return v && v->kind == VALUE_NULL;
}

void coalesce_drop_nulls(struct value *map)
{
    size_t kept = 0;
    for (size_t i = 0; i < map->map->count; i++) {
        struct entry e = map->map->entries[i];
        if (is_null(e.value))
            continue;
        if (is_map(e.value))
            coalesce_drop_nulls(e.value);
        map->map->entries[kept++] = e;
    }
    map->map->count = kept;
}

static const char *join(const struct coalescing *c, const char *prefix, const char *key)
{
    return *prefix ? arena_printf(c->arena, "%s.%s", prefix, key) : key;
}

static const char *shown(const struct coalescing *c, const struct value *v)
{
    struct text t;
    text_init(&t, c->arena);
    go_print(v, &t);
    return t.at;
}

static void set(const struct coalescing *c, struct value *map, const struct entry *e, struct value *v)
{
    value_set(c->arena, map, e->key, e->key_len, v);
    struct entry *fresh = value_entry(map, e->key, e->key_len);
    fresh->file = e->file;
    fresh->line = e->line;
    fresh->column = e->column;
}

static void fill_map(const struct coalescing *c, struct value *over, struct value *base, const char *prefix,
                     unsigned depth);

/* A null above that hides something takes it away, or else is a null below too. True: it took itself away. */
static bool hide(const struct coalescing *c, struct value *over, struct value *base, const struct entry *e)
{
    const struct value *hidden = value_get(base, e->key, e->key_len);
    if (c->keep_nulls || !hidden || is_null(hidden)) {
        value_set(c->arena, base, e->key, e->key_len, value_null(c->arena));
        return false;
    }
    value_remove(base, e->key, e->key_len);
    value_remove(over, e->key, e->key_len);
    return true;
}

/* One entry of base against over. */
static void fill_entry(const struct coalescing *c, struct value *over, const struct entry *e,
                       const char *prefix, unsigned depth)
{
    struct value *mine = value_get(over, e->key, e->key_len);
    const char *name = join(c, prefix, e->key);
    if (!mine)
        set(c, over, e, e->value);
    else if (is_map(e->value) && is_map(mine))
        fill_map(c, mine, e->value, name, depth + 1);
    else if (is_map(e->value))
        warn_log(c->warnings, c->helm4, "coalesce.go:316",
                 "warning: cannot overwrite table with non table for %s (%s)", name, shown(c, e->value));
    else if (is_map(mine) && !is_null(e->value))
        warn_log(c->warnings, c->helm4, "coalesce.go:319",
                 "warning: destination for %s is a table. Ignoring non-table value (%s)", name,
                 shown(c, e->value));
}

/* Values that were imported may hold themselves; whoever copies them then hears of it. */
static void fill_map(const struct coalescing *c, struct value *over, struct value *base, const char *prefix,
                     unsigned depth)
{
    if (over == base || depth > VALUE_DEPTH_MAX)
        return;
    for (size_t i = 0; i < over->map->count;)
        i += !is_null(over->map->entries[i].value) || !hide(c, over, base, &over->map->entries[i]);
    for (size_t i = 0; i < base->map->count; i++)
        fill_entry(c, over, &base->map->entries[i], prefix, depth);
}

void coalesce_maps(const struct coalescing *c, struct value *over, struct value *base)
{
    fill_map(c, over, base, "", 0);
}

/* Nulls from above stay. */
static struct coalescing merging(const struct coalescing *c)
{
    struct coalescing keeping = *c;
    keeping.keep_nulls = true;
    return keeping;
}

static bool is_child(const struct chart *chart, const char *key)
{
    for (size_t i = 0; i < chart->dependency_count; i++)
        if (strcmp(chart_name(chart->dependencies[i]), key) == 0)
            return true;
    return false;
}

/* The chart's own values under those from above. */
static void fill_values(const struct coalescing *c, const struct chart *chart, struct value *values,
                        const char *prefix)
{
    struct value *own = value_copy(c->arena, chart->values);
    const char *name = join(c, prefix, chart_name(chart));
    const struct coalescing keeping = merging(c);
    bool drop = c->helm4 && !c->keep_nulls;
    for (size_t i = 0; i < own->map->count; i++) {
        const struct entry *e = &own->map->entries[i];
        struct value *mine = value_get(values, e->key, e->key_len);
        bool both = is_map(mine) && is_map(e->value), below = both && is_child(chart, e->key);
        if (drop && is_map(e->value) && (!mine || both) && !below)
            coalesce_drop_nulls(e->value);
        if (!mine && !(drop && is_null(e->value)))
            set(c, values, e, e->value);
        else if (is_null(mine) && !c->keep_nulls)
            value_remove(values, e->key, e->key_len);
        else if (both)
            fill_map(below ? &keeping : c, mine, e->value, join(c, name, e->key), 0);
        else if (is_map(mine) && !is_null(e->value))
            warn_log(c->warnings, c->helm4, "coalesce.go:237",
                     "warning: skipped value for %s.%s: Not a table.", name, e->key);
    }
}

static struct value *shallow_copy(const struct coalescing *c, const struct value *map)
{
    struct value *copy = value_map(c->arena);
    for (size_t i = 0; i < map->map->count; i++)
        value_append(c->arena, copy, map->map->entries[i]);
    return copy;
}

/* One global of the chart above, for the chart below. */
static void pass_global(const struct coalescing *c, struct value *below, const struct entry *e,
                        const char *prefix)
{
    struct value *mine = value_get(below, e->key, e->key_len);
    const struct coalescing keeping = merging(c);
    if (is_map(e->value)) {
        struct value *copy = shallow_copy(c, e->value);
        if (mine && !is_map(mine)) {
            warn_log(c->warnings, c->helm4, "coalesce.go:161",
                     "Conflict: cannot merge map onto non-map for %s. Skipping.",
                     quote_go(c->arena, e->key, e->key_len));
            return;
        }
        if (mine)
            fill_map(&keeping, copy, mine, join(c, prefix, e->key), 0);
        set(c, below, e, copy);
    } else if (is_map(mine)) {
        warn_log(c->warnings, c->helm4, "coalesce.go:175", "key %s is table. Skipping", e->key);
    } else {
        set(c, below, e, e->value);
    }
}

static void pass_globals(const struct coalescing *c, const struct value *above, struct value *below,
                         const char *prefix)
{
    struct value *from = value_gets(above, "global"), *to = value_gets(below, "global");
    if (to && !is_map(to)) {
        warn_log(c->warnings, c->helm4, "coalesce.go:138",
                 "warning: skipping globals because destination global is not a table.");
        return;
    }
    if (from && !is_map(from)) {
        warn_log(c->warnings, c->helm4, "coalesce.go:145",
                 "warning: skipping globals because source global is not a table.");
        return;
    }
    if (!to)
        to = value_map(c->arena);
    for (size_t i = 0; from && i < from->map->count; i++)
        pass_global(c, to, &from->map->entries[i], prefix);
    value_sets(c->arena, below, "global", to);
}

static int fill(const struct coalescing *c, const struct chart *chart, struct value *values,
                const char *prefix, struct fault *f)
{
    fill_values(c, chart, values, prefix);
    for (size_t i = 0; i < chart->dependency_count; i++) {
        const struct chart *child = chart->dependencies[i];
        const char *name = chart_name(child);
        struct value *own = value_gets(values, name);
        if (own && own->kind != VALUE_MAP)
            return fault_set(f, "type mismatch on %s: %s", name, go_print_t(c->arena, own));
        if (!own) {
            own = value_map(c->arena);
            value_sets(c->arena, values, name, own);
        }
        const char *inner = join(c, prefix, chart_name(chart));
        pass_globals(c, values, own, inner);
        if (fill(c, child, own, inner, f) != 0)
            return -1;
    }
    return 0;
}

int coalesce(const struct coalescing *c, const struct chart *chart, struct value *values, struct fault *f)
{
    return fill(c, chart, values, "", f);
}
