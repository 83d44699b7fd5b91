#include "render/schema.h"

#include <string.h>

#include "render/json.h"
#include "render/json_pointer.h"
#include "render/schema_maker.h"
#include "render/schema_node.h"
#include "render/schema_plain.h"

static struct schema_node *compile(struct schema_maker *m, const struct value *v, const char *base,
                                   const char *pointer);

static int refuse_depth(struct schema_maker *m, const struct value *v, const char *pointer)
{
    fault_set(m->fault, "\"" SCHEMA_ROOT_URL "#%s\": schemas are nested deeper than 500", pointer);
    fault_more(m->fault, value_place(v), "schema %s: schemas are nested deeper than 500", pointer);
    return -1;
}

/* Checks that what stands there is a schema, and all schemas in it are: the rest of this file takes them as
 * they are. */
static int admit(struct schema_maker *m, const struct value *v, const char *base, const char *pointer)
{
    const struct schema_site *site = schema_sites_at(m->sites, v);
    if (site->base || site->node)
        return 0;
    const struct value *too_deep = schema_sites_add(m->sites, v, base);
    return too_deep ? refuse_depth(m, too_deep, pointer)
                    : schema_meta_check(m->meta, v, base, pointer, m->fault);
}

/* Keywords whose value is one schema. */
static int compile_one(struct schema_maker *m, const struct value *v, const char *key, const char *base,
                       const char *pointer, struct schema_node **out)
{
    const struct value *schema = value_gets(v, key);
    if (!schema)
        return 0;
    *out = compile(m, schema, base, schema_maker_below(m, pointer, key));
    return *out ? 0 : -1;
}

static int compile_list(struct schema_maker *m, const struct value *v, const char *key, const char *base,
                        const char *pointer, struct schema_list *out)
{
    const struct value *list = value_gets(v, key);
    if (!list)
        return 0;
    const char *at = schema_maker_below(m, pointer, key);
    out->items = arena_alloc_many(m->arena, list->list.count, sizeof *out->items);
    for (size_t i = 0; i < list->list.count; i++) {
        out->items[i] = compile(m, list->list.items[i], base, arena_printf(m->arena, "%s/%zu", at, i));
        if (!out->items[i])
            return -1;
    }
    out->count = list->list.count;
    return 0;
}

/* A map of schemas; lists_too: entries that are lists are left out (dependencies). */
static int compile_map(struct schema_maker *m, const struct value *v, const char *key, bool lists_too,
                       const char *base, const char *pointer, struct schema_map *out)
{
    const struct value *map = value_gets(v, key);
    if (!map)
        return 0;
    const char *at = schema_maker_below(m, pointer, key);
    out->names = map;
    out->items = arena_alloc_many(m->arena, map->map->count, sizeof *out->items);
    for (size_t i = 0; i < map->map->count; i++) {
        const struct entry *e = &map->map->entries[i];
        if (lists_too && e->value->kind == VALUE_LIST)
            continue;
        out->items[i] = compile(m, e->value, base, json_pointer_below(m->arena, at, e->key, strlen(e->key)));
        if (!out->items[i])
            return -1;
    }
    return 0;
}

static int compile_patterns(struct schema_maker *m, const struct value *v, const char *base,
                            const char *pointer, struct schema_node *node)
{
    struct schema_map map = {0};
    if (compile_map(m, v, "patternProperties", false, base, pointer, &map) != 0)
        return -1;
    if (!map.names)
        return 0;
    node->patterns = arena_alloc_many(m->arena, map.names->map->count, sizeof *node->patterns);
    for (size_t i = 0; i < map.names->map->count; i++) {
        const char *at = schema_maker_below(m, pointer, "patternProperties");
        struct regex *regex = schema_maker_regex(m, v, map.names->map->entries[i].key, at);
        if (!regex)
            return -1;
        node->patterns[node->pattern_count++] = (struct schema_pattern){regex, map.items[i]};
    }
    return 0;
}

static int compile_items(struct schema_maker *m, const struct value *v, const char *base, const char *pointer,
                         struct schema_node *node)
{
    const struct value *items = value_gets(v, "items");
    if (m->draft >= SCHEMA_DRAFT_2020)
        return compile_list(m, v, "prefixItems", base, pointer, &node->tuple) != 0 ||
                       compile_one(m, v, "items", base, pointer, &node->items) != 0
                   ? -1
                   : 0;
    if (!items || items->kind != VALUE_LIST)
        return compile_one(m, v, "items", base, pointer, &node->items);
    node->items_are_additional = true;
    return compile_list(m, v, "items", base, pointer, &node->tuple) != 0 ||
                   compile_one(m, v, "additionalItems", base, pointer, &node->items) != 0
               ? -1
               : 0;
}

static int compile_branches(struct schema_maker *m, const struct value *v, const char *base,
                            const char *pointer, struct schema_node *node)
{
    if (compile_list(m, v, "allOf", base, pointer, &node->all_of) != 0 ||
        compile_list(m, v, "anyOf", base, pointer, &node->any_of) != 0 ||
        compile_list(m, v, "oneOf", base, pointer, &node->one_of) != 0 ||
        compile_one(m, v, "not", base, pointer, &node->negated) != 0)
        return -1;
    if (m->draft < SCHEMA_DRAFT_7 || !value_gets(v, "if"))
        return 0;
    return compile_one(m, v, "if", base, pointer, &node->condition) != 0 ||
                   compile_one(m, v, "then", base, pointer, &node->then) != 0 ||
                   compile_one(m, v, "else", base, pointer, &node->otherwise) != 0
               ? -1
               : 0;
}

static int compile_properties(struct schema_maker *m, const struct value *v, const char *base,
                              const char *pointer, struct schema_node *node)
{
    if (compile_map(m, v, "properties", false, base, pointer, &node->properties) != 0 ||
        compile_patterns(m, v, base, pointer, node) != 0 ||
        compile_one(m, v, "additionalProperties", base, pointer, &node->additional) != 0 ||
        compile_map(m, v, "dependencies", true, base, pointer, &node->dependency_nodes) != 0)
        return -1;
    if (m->draft >= SCHEMA_DRAFT_6 &&
        (compile_one(m, v, "contains", base, pointer, &node->contains) != 0 ||
         compile_one(m, v, "propertyNames", base, pointer, &node->property_names) != 0))
        return -1;
    if (m->draft < SCHEMA_DRAFT_2019)
        return 0;
    return compile_map(m, v, "dependentSchemas", false, base, pointer, &node->dependent) != 0 ||
                   compile_one(m, v, "unevaluatedProperties", base, pointer, &node->unevaluated) != 0 ||
                   compile_one(m, v, "unevaluatedItems", base, pointer, &node->unevaluated_items) != 0
               ? -1
               : 0;
}

/* $ref, and where they name something fixed $dynamicRef and $recursiveRef. */
static int compile_ref(struct schema_maker *m, const struct value *v, const char *base,
                       struct schema_node *node)
{
    const char *ref = value_gets_text(v, "$ref", NULL);
    struct schema_target target;
    if (!ref && m->draft == SCHEMA_DRAFT_2020)
        ref = value_gets_text(v, "$dynamicRef", NULL);
    if (!ref && m->draft == SCHEMA_DRAFT_2019)
        ref = value_gets_text(v, "$recursiveRef", NULL);
    if (!ref)
        return 0;
    if (schema_sites_refer(m->sites, v, ref, base, &target, m->fault) != 0 ||
        admit(m, target.value, target.base, target.pointer) != 0)
        return -1;
    node->ref = compile(m, target.value, target.base, target.pointer);
    node->old_ref = m->draft < SCHEMA_DRAFT_2019;
    return node->ref ? 0 : -1;
}

static int compile_object(struct schema_maker *m, const struct value *v, const char *base,
                          const char *pointer, struct schema_node *node)
{
    const char *own = schema_sites_base(m->sites, v, base);
    node->draft = m->draft;
    if (compile_ref(m, v, own, node) != 0)
        return -1;
    if (node->old_ref)
        return 0;
    if (schema_plain_read(m, v, pointer, node) != 0 || compile_items(m, v, own, pointer, node) != 0 ||
        compile_properties(m, v, own, pointer, node) != 0 || compile_branches(m, v, own, pointer, node) != 0)
        return -1;
    node->has_uneval = node->unevaluated || node->unevaluated_items;
    return 0;
}

static struct schema_node *compile(struct schema_maker *m, const struct value *v, const char *base,
                                   const char *pointer)
{
    struct schema_site *site = schema_sites_at(m->sites, v);
    if (site->node)
        return site->node;
    if (m->depth >= SCHEMA_DEPTH_MAX) {
        refuse_depth(m, v, pointer);
        return NULL;
    }
    struct schema_node *node = arena_alloc(m->arena, sizeof *node);
    site->node = node;
    node->source = v;
    node->base = base;
    node->pointer = pointer;
    if (v->kind == VALUE_BOOL) {
        node->refuses = node->is_false_literal = !v->boolean;
        return node;
    }
    m->depth++;
    int status = compile_object(m, v, base, pointer, node);
    m->depth--;
    return status == 0 ? node : NULL;
}

static int read_json(struct bytes text, const char *file, struct arena *a, struct value **out,
                     struct fault *f)
{
    size_t taken;
    const struct json_options options = {.file = file, .stream = true, .taken = &taken};
    struct diag err = {0};
    if (json_read(text.at, text.len, &options, a, out, &err) == 0) {
        while (taken < text.len && memchr(" \t\r\n", text.at[taken], 4))
            taken++;
        return taken == text.len ? 0 : fault_set(f, "invalid character after top-level value");
    }
    const char *message = err.text + err.first_at;
    fault_set(f, "%.*s", (int)strcspn(message, "\n"), message);
    fault_more(f, err.first, "the schema is no JSON: %.*s", (int)strcspn(message, "\n"), message);
    return -1;
}

static int refuse_draft(const struct value *v, struct fault *f)
{
    const char *url = value_gets_text(v, "$schema", NULL);
    fault_set(f, "failing loading \"%s\": no URLLoader registered for \"%s\"", url, url);
    fault_more(f, value_place(value_gets(v, "$schema")),
               "$schema: drafts 4, 6, 7, 2019-09 and 2020-12 are known");
    return -1;
}

int schema_read(struct bytes text, const char *file, struct arena *a, struct schema **out, struct fault *f)
{
    struct schema_maker m = {.arena = a, .fault = f};
    struct value *v;
    if (read_json(text, file, a, &v, f) != 0)
        return -1;
    m.draft = schema_draft_of(v);
    if (m.draft == SCHEMA_DRAFT_NONE)
        return refuse_draft(v, f);
    m.meta = schema_meta_new(m.draft, a);
    m.sites = schema_sites_new(v, m.draft, a);
    struct schema *schema = arena_alloc(a, sizeof *schema);
    schema->file = file;
    schema->depth_max = SCHEMA_DEPTH_MAX;
    if (admit(&m, v, SCHEMA_ROOT_URL, "") != 0)
        return -1;
    schema->root = compile(&m, v, SCHEMA_ROOT_URL, "");
    if (!schema->root)
        return fault_set(f, "schema is not valid");
    *out = schema;
    return 0;
}
