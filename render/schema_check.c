#include "render/schema_run.h"

static void check_unseen(struct run *r)
{
    size_t parts = r->v->kind == VALUE_MAP    ? r->v->map->count
                   : r->v->kind == VALUE_LIST ? r->v->list.count
                                              : 0;
    const struct schema_node *node =
        r->v->kind == VALUE_MAP ? r->node->unevaluated : r->node->unevaluated_items;
    for (size_t i = 0; node && i < parts; i++) {
        if (!r->unseen.left[i])
            continue;
        r->unseen.left[i] = false;
        if (r->v->kind == VALUE_MAP)
            schema_run_part(r, node, r->v->map->entries[i].value,
                            schema_run_below(r, r->v->map->entries[i].key, r->v->map->entries[i].key_len));
        else
            schema_run_part(r, node, r->v->list.items[i], arena_printf(r->c->arena, "%s/%zu", r->path, i));
    }
}

static bool is_cycle(const struct scope *s)
{
    for (const struct scope *up = s->above; up && up->value == s->value; up = up->above)
        if (up->node == s->node)
            return true;
    return false;
}

static void check_kind(struct run *r)
{
    switch ((enum value_kind)r->v->kind) {
    case VALUE_MAP: schema_check_map(r); break;
    case VALUE_LIST: schema_check_list(r); break;
    case VALUE_STRING: schema_check_string(r); break;
    case VALUE_INT:
    case VALUE_FLOAT: schema_check_number(r); break;
    case VALUE_NULL:
    case VALUE_BOOL: break;
    }
}

/* The keywords in the library's order: the first group ends the matter where it fails. */
static void check(struct run *r)
{
    if (r->node->refuses) {
        schema_run_complain(r, "false schema");
        return;
    }
    if (is_cycle(&r->scope) || r->scope.depth > r->c->depth_max) {
        schema_run_complain(r, "reference cycle at %s#%s", r->node->base, r->node->pointer);
        return;
    }
    if (!schema_check_value(r))
        return;
    schema_check_ref(r);
    if (r->node->old_ref)
        return;
    check_kind(r);
    if (r->found.count && r->only_whether)
        return;
    schema_check_branches(r);
    if (r->unseen.left)
        check_unseen(r);
}

/* Room to note what is unseen, if this schema or the one that asked wants to know. */
static void open_unseen(struct run *r, const struct unseen *above)
{
    size_t parts = r->v->kind == VALUE_MAP    ? r->v->map->count
                   : r->v->kind == VALUE_LIST ? r->v->list.count
                                              : 0;
    if (!parts || (!r->node->has_uneval && !(above && above->left)))
        return;
    r->unseen.left = arena_alloc_many(r->c->arena, parts, sizeof *r->unseen.left);
    for (size_t i = 0; i < parts; i++)
        r->unseen.left[i] = true;
}

static void merge_unseen(const struct run *r, struct unseen *above)
{
    size_t parts = r->v->kind == VALUE_MAP ? r->v->map->count : r->v->list.count;
    for (size_t i = 0; i < parts; i++)
        above->left[i] = above->left[i] && r->unseen.left[i];
}

/* All that was found as one. What a reference leads to stands for it, as in schema_check_ref. */
static struct schema_problem *sum_up(struct run *r)
{
    struct schema_problem *first = r->found.first;
    if (r->found.count == 1 && !r->node->is_referred)
        return first;
    struct schema_problem *p =
        schema_run_problem(r, r->node->is_referred ? SCHEMA_REFERENCE : SCHEMA_GROUP, "validation failed");
    p->causes = r->found.count == 1 && first->kind == SCHEMA_GROUP ? first->causes : first;
    return p;
}

/* NULL: v fits. */
static struct schema_problem *apply(struct checker *c, const struct schema_node *node, const struct value *v,
                                    const char *path, const struct scope *above, bool only_whether,
                                    struct unseen *unseen)
{
    struct run r = {.c = c, .node = node, .v = v, .path = path, .only_whether = only_whether};
    r.scope = (struct scope){.above = above, .node = node, .value = v, .depth = above ? above->depth + 1 : 0};
    open_unseen(&r, unseen);
    check(&r);
    if (r.found.count == 0) {
        if (unseen && unseen->left && r.unseen.left)
            merge_unseen(&r, unseen);
        return NULL;
    }
    return sum_up(&r);
}

static struct schema_problem *find(const struct schema *schema, const struct value *v, struct arena *a,
                                   bool only_whether)
{
    struct checker c = {.arena = a, .apply = apply, .depth_max = schema->depth_max};
    return apply(&c, schema->root, v, "", NULL, only_whether, NULL);
}

struct schema_problem *schema_find(const struct schema *schema, const struct value *v, struct arena *a)
{
    return find(schema, v, a, false);
}

bool schema_fits(const struct schema *schema, const struct value *v, struct arena *a)
{
    return !find(schema, v, a, true);
}
