#include "render/toml_tables.h"

#include <string.h>

#include "render/go_type.h"

/* The tree of names is balanced as Arne Andersson has it, so that no document can make it slow. */

static int compare(const void *owner, struct bytes key, const struct toml_name *with)
{
    if (owner != with->owner)
        return (uintptr_t)owner < (uintptr_t)with->owner ? -1 : 1;
    if (key.len != with->key.len)
        return key.len < with->key.len ? -1 : 1;
    return key.len ? memcmp(key.at, with->key.at, key.len) : 0;
}

static struct toml_name *find(const struct toml *t, const void *owner, struct bytes key)
{
    struct toml_name *n = t->names;
    for (int order; n && (order = compare(owner, key, n)) != 0;)
        n = order < 0 ? n->left : n->right;
    return n;
}

static struct toml_name *skew(struct toml_name *n)
{
    struct toml_name *left = n->left;
    if (!left || left->level != n->level)
        return n;
    n->left = left->right;
    left->right = n;
    return left;
}

static struct toml_name *split(struct toml_name *n)
{
    struct toml_name *right = n->right;
    if (!right || !right->right || right->right->level != n->level)
        return n;
    n->right = right->left;
    right->left = n;
    right->level++;
    return right;
}

static struct toml_name *insert(struct toml_name *n, struct toml_name *fresh)
{
    if (!n)
        return fresh;
    if (compare(fresh->owner, fresh->key, n) < 0)
        n->left = insert(n->left, fresh);
    else
        n->right = insert(n->right, fresh);
    return split(skew(n));
}

static struct toml_name *add(struct toml *t, const void *owner, struct bytes key)
{
    struct toml_name *fresh = arena_alloc(t->arena, sizeof *fresh);
    *fresh = (struct toml_name){.owner = owner, .key = key, .level = 1};
    t->names = insert(t->names, fresh);
    return fresh;
}

/* The path one part further. NULL: that is too deep. */
static struct toml_name *path_to(struct toml *t, struct toml_name *path, struct bytes key)
{
    struct toml_name *found = find(t, path, key);
    if (found)
        return found;
    if (path && path->depth >= TOML_DEPTH_MAX) {
        toml_refuse(t, "not supported: TOML nested deeper than 1000");
        return NULL;
    }
    found = add(t, path, key);
    found->depth = path ? path->depth + 1 : 1;
    return found;
}

struct value *toml_table_new(struct toml *t)
{
    struct value *table = value_map(t->arena);
    (void)value_push(t->arena, t->tables, table); /* the arena does not return when it is full */
    return table;
}

bool toml_is_table(const struct value *v)
{
    return v->kind == VALUE_MAP && v->form == FORM_PLAIN;
}

struct value *toml_table_get(struct toml *t, const struct value *table, struct bytes key)
{
    const struct toml_name *name = find(t, table, key);
    return name ? table->map->entries[name->index].value : NULL;
}

void toml_table_put(struct toml *t, struct value *table, struct bytes key, struct value *v)
{
    struct toml_name *name = find(t, table, key);
    if (name) {
        table->map->entries[name->index].value = v;
        return;
    }
    add(t, table, key)->index = table->map->count;
    (void)value_append(t->arena, table, (struct entry){.key = key.at, .key_len = key.len, .value = v});
}

/* Of a list of tables the last one. */
static struct value *last_of(struct value *v)
{
    return v->kind == VALUE_LIST && v->form == FORM_MAPS ? v->list.items[v->list.count - 1] : v;
}

static void fail_at(struct toml *t, const struct toml_name *path, const char *what)
{
    toml_fail(t, t->key_line, "Key '%s' %s", toml_path_text(t, path), what);
}

/* A key that was there before may come again only where it was not defined itself, but by what is in it. */
void toml_define(struct toml *t, struct bytes key, struct value *v)
{
    struct value *table = t->here.table;
    if (toml_failed(t))
        return;
    if (!toml_is_table(table)) {
        fail_at(t, t->here.path, "has already been defined.");
    } else if (!toml_table_get(t, table, key)) {
        toml_table_put(t, table, key, v);
    } else {
        struct toml_name *path = path_to(t, t->here.path, key);
        if (path && !path->implicit)
            fail_at(t, path, "has already been defined.");
        else if (path && path->array)
            toml_table_put(t, table, key, v);
        if (path)
            path->implicit = false;
    }
}

static void add_to_list(struct toml *t, struct value *table, struct toml_name *path)
{
    struct value *list = toml_table_get(t, table, path->key);
    if (!list) {
        list = value_list(t->arena);
        list->form = FORM_MAPS;
        toml_table_put(t, table, path->key, list);
    }
    if (list->kind == VALUE_LIST && list->form == FORM_MAPS)
        (void)value_push(t->arena, list, toml_table_new(t));
    else
        fail_at(t, path, "was already created and cannot be used as an array.");
}

/* Makes key in outer a table, or one more of a list of them, and goes there. */
static void go_to(struct toml *t, struct toml_place outer, struct bytes key, bool array)
{
    struct toml_name *path = toml_failed(t) ? NULL : path_to(t, outer.path, key);
    if (!path)
        return;
    if (!toml_is_table(outer.table)) {
        fail_at(t, outer.path, "was already created as a hash.");
        return;
    }
    t->here = outer;
    if (array)
        add_to_list(t, outer.table, path);
    else
        toml_define(t, key, toml_table_new(t));
    if (!toml_failed(t))
        t->here = (struct toml_place){path, last_of(toml_table_get(t, outer.table, key))};
}

/* One part of a head that is not its last. */
static void step(struct toml *t, struct toml_place *place, struct bytes key)
{
    struct toml_name *path = path_to(t, place->path, key);
    struct value *v = toml_table_get(t, place->table, key);
    if (!path)
        return;
    if (!v) {
        path->implicit = true;
        v = toml_table_new(t);
        toml_table_put(t, place->table, key, v);
    }
    *place = (struct toml_place){path, last_of(v)};
    if (!toml_is_table(place->table))
        fail_at(t, path, "was already created as a hash.");
}

void toml_open(struct toml *t, const struct bytes *parts, size_t count, bool array)
{
    struct toml_place place = {.table = t->tables->list.items[0]};
    for (size_t i = 0; i + 1 < count && !toml_failed(t); i++)
        step(t, &place, parts[i]);
    go_to(t, place, parts[count - 1], array);
    toml_note(t, (struct bytes){"", 0}, false);
}

void toml_enter(struct toml *t, struct bytes key)
{
    struct toml_name *path = toml_failed(t) ? NULL : path_to(t, t->here.path, key);
    if (path) {
        path->implicit = true;
        go_to(t, t->here, key, false);
    }
}

void toml_enter_inline(struct toml *t, bool in_list)
{
    struct toml_place outer = t->here;
    struct bytes key = t->key;
    struct toml_name *path = toml_failed(t) ? NULL : path_to(t, outer.path, key);
    if (!path)
        return;
    path->implicit = true;
    t->here.path = path; /* for the complaint */
    t->key = (struct bytes){"", 0};
    go_to(t, outer, key, in_list);
}

void toml_note(struct toml *t, struct bytes key, bool is_list)
{
    struct toml_name *path = t->here.path;
    if (toml_failed(t))
        return;
    if (key.len || !path)
        path = is_list ? path_to(t, path, key) : find(t, path, key);
    if (path)
        path->array = is_list;
}

void toml_tables_sort(struct toml *t)
{
    for (size_t i = 0; i < t->tables->list.count; i++)
        (void)value_sort(t->arena, t->tables->list.items[i], NULL, NULL);
}
