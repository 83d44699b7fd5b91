#include "render/nearest.h"
#include "render/schema_run.h"
#include "render/schema_words.h"

/* Names of list that the map has not. prop: whose presence asks for them; NULL: required. */
static void check_present(struct run *r, const struct value *list, const struct entry *prop)
{
    struct text missing;
    size_t lacking = 0;
    text_init(&missing, r->c->arena);
    for (size_t i = 0; list && i < list->list.count; i++) {
        const struct value *name = list->list.items[i];
        if (name->kind != VALUE_STRING || value_get(r->v, name->text.at, name->text.len))
            continue;
        lacking++;
        text_printf(&missing, "%s%s", missing.len ? ", " : "",
                    schema_quote(r->c->arena, name->text.at, name->text.len));
    }
    if (!lacking)
        return;
    if (prop)
        schema_run_complain(r, "properties %s required, if %s exists", missing.at,
                            schema_quote(r->c->arena, prop->key, prop->key_len));
    else
        schema_run_complain(r, "missing propert%s %s", lacking == 1 ? "y" : "ies", missing.at);
}

static void check_dependencies(struct run *r)
{
    const struct value *map = r->node->dependencies;
    for (size_t i = 0; map && map->kind == VALUE_MAP && i < map->map->count; i++) {
        const struct entry *e = &map->map->entries[i];
        if (!value_entry(r->v, e->key, e->key_len))
            continue;
        if (e->value->kind == VALUE_LIST)
            check_present(r, e->value, e);
        else
            schema_run_add(&r->found, schema_run_self(r, r->node->dependency_nodes.items[i], false));
    }
}

static void on_entry(struct run *r, const struct schema_node *node, const struct entry *e)
{
    schema_run_part(r, node, e->value, r->only_whether ? "" : schema_run_below(r, e->key, e->key_len));
}

/* Applies what speaks of that entry; false: nothing does. */
static bool check_entry(struct run *r, const struct entry *e)
{
    const struct schema_map *properties = &r->node->properties;
    bool seen = false;
    const struct entry *named = properties->names ? value_entry(properties->names, e->key, e->key_len) : NULL;
    if (named) {
        seen = true;
        on_entry(r, properties->items[named - properties->names->map->entries], e);
    }
    for (size_t i = 0; i < r->node->pattern_count; i++) {
        if (regex_match(r->node->patterns[i].regex, e->key, e->key_len) != 1)
            continue;
        seen = true;
        on_entry(r, r->node->patterns[i].node, e);
    }
    return seen;
}

/* The name that is meant, perhaps. */
static void suggest(struct run *r, struct schema_problem *p, const struct entry *e)
{
    const struct value *names = r->node->properties.names;
    const char *near = names ? nearest_key(names, e->key, e->key_len) : NULL;
    p->key = (struct place){.file = e->file, .line = e->line, .column = e->column};
    if (near)
        p->message = arena_printf(r->c->arena, "%s\n%s", p->message, near);
}

static void check_entries(struct run *r)
{
    struct text strangers;
    size_t count = r->v->map->count, first = count;
    text_init(&strangers, r->c->arena);
    for (size_t i = 0; i < count; i++) {
        const struct entry *e = &r->v->map->entries[i];
        bool seen = check_entry(r, e);
        if (!seen && r->node->additional && r->node->additional->is_false_literal) {
            first = first < count ? first : i;
            text_printf(&strangers, "%s%s", strangers.len ? ", " : "",
                        r->only_whether ? "" : schema_quote(r->c->arena, e->key, e->key_len));
            seen = true;
        } else if (!seen && r->node->additional) {
            on_entry(r, r->node->additional, e);
            seen = true;
        }
        if (seen && r->unseen.left)
            r->unseen.left[i] = false;
    }
    if (first == count)
        return;
    schema_run_complain(r, "additional properties %s not allowed", strangers.at);
    if (!r->only_whether) {
        struct schema_problem *p = r->found.first;
        while (p->next)
            p = p->next;
        suggest(r, p, &r->v->map->entries[first]);
    }
}

static void check_names(struct run *r)
{
    for (size_t i = 0; r->node->property_names && i < r->v->map->count; i++) {
        const struct entry *e = &r->v->map->entries[i];
        struct value *name = value_text(r->c->arena, e->key, e->key_len);
        struct schema_problem *p =
            r->c->apply(r->c, r->node->property_names, name, "", &r->scope, r->only_whether, NULL);
        if (!p)
            continue;
        schema_run_complain(r, "invalid propertyName %s", schema_quote(r->c->arena, e->key, e->key_len));
        struct schema_problem *told = r->found.first;
        while (told->next)
            told = told->next;
        told->key = (struct place){.file = e->file, .line = e->line, .column = e->column};
        told->schema = r->node->property_names->source;
        told->causes = p->kind == SCHEMA_GROUP ? p->causes : p;
    }
}

void schema_check_map(struct run *r)
{
    schema_run_bounds(r, "Properties", r->v->map->count, r->node->min_properties, r->node->max_properties);
    check_present(r, r->node->required, NULL);
    if (r->only_whether && r->found.count)
        return;
    check_dependencies(r);
    check_entries(r);
    check_names(r);
    const struct schema_map *dependent = &r->node->dependent;
    for (size_t i = 0; dependent->names && i < dependent->names->map->count; i++) {
        const struct entry *e = &dependent->names->map->entries[i];
        if (value_entry(r->v, e->key, e->key_len))
            schema_run_add(&r->found, schema_run_self(r, dependent->items[i], false));
    }
    const struct value *with = r->node->required_with;
    for (size_t i = 0; with && with->kind == VALUE_MAP && i < with->map->count; i++)
        if (value_entry(r->v, with->map->entries[i].key, with->map->entries[i].key_len) &&
            with->map->entries[i].value->kind == VALUE_LIST)
            check_present(r, with->map->entries[i].value, &with->map->entries[i]);
}
