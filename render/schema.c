#include "render/schema.h"

#include <math.h>
#include <string.h>

#include "render/json.h"
#include "render/quote.h"
#include "render/schema_node.h"
#include "render/uri.h"

#define ROOT_URL "file:///values.schema.json"

enum { BUCKETS = 4096, DRAFT_4 = 4, DRAFT_6 = 6, DRAFT_7 = 7, DRAFT_2019 = 2019, DRAFT_2020 = 2020 };

/* A schema with an $id, or an anchor within one. */
struct resource {
    struct resource *next;
    const char *url, *anchor; /* anchor "": the whole */
    const struct value *value;
};

/* What is known of one place in the text. */
struct known {
    struct known *next;
    const struct value *value;
    const char *base;         /* NULL: not walked yet */
    struct schema_node *node; /* NULL: not compiled yet */
};

struct compiler {
    struct arena *arena;
    struct fault *fault;
    struct resource *resources;
    struct known **known; /* BUCKETS, by address */
    unsigned draft, depth;
};

static struct schema_node *compile(struct compiler *c, const struct value *v, const char *base,
                                   const char *pointer);

static struct known *know(struct compiler *c, const struct value *v)
{
    size_t bucket = ((uintptr_t)v >> 4) % BUCKETS;
    for (struct known *k = c->known[bucket]; k; k = k->next)
        if (k->value == v)
            return k;
    struct known *k = arena_alloc(c->arena, sizeof *k);
    *k = (struct known){.next = c->known[bucket], .value = v};
    c->known[bucket] = k;
    return k;
}

static void add_resource(struct compiler *c, const char *url, const char *anchor, const struct value *v)
{
    struct resource *r = arena_alloc(c->arena, sizeof *r);
    *r = (struct resource){.next = c->resources, .url = url, .anchor = anchor, .value = v};
    c->resources = r;
}

static const char *text_at(const struct value *v, const char *key)
{
    const struct value *text = v->kind == VALUE_MAP ? value_gets(v, key) : NULL;
    return text && text->kind == VALUE_STRING ? text->text.at : NULL;
}

/* The base within v: its $id, unless it is a plain reference or only an anchor. */
static const char *base_of(const struct compiler *c, const struct value *v, const char *base)
{
    const char *id = text_at(v, c->draft == DRAFT_4 ? "id" : "$id");
    bool hidden = c->draft < DRAFT_2019 && v->kind == VALUE_MAP && value_gets(v, "$ref");
    if (!id || hidden || *id == '#' || !*id)
        return base;
    return uri_resolve(c->arena, base, id);
}

static void collect(struct compiler *c, const struct value *v, const char *base, unsigned depth);

static void collect_map(struct compiler *c, const struct value *v, const char *base, unsigned depth)
{
    for (size_t i = 0; v && v->kind == VALUE_MAP && i < v->map.count; i++)
        collect(c, v->map.entries[i].value, base, depth);
}

static void collect_list(struct compiler *c, const struct value *v, const char *base, unsigned depth)
{
    for (size_t i = 0; v && v->kind == VALUE_LIST && i < v->list.count; i++)
        collect(c, v->list.items[i], base, depth);
}

/* Finds the $ids and anchors of v and of the schemas in it. */
static void collect(struct compiler *c, const struct value *v, const char *base, unsigned depth)
{
    static const char *const schemas[] = {"not",
                                          "additionalItems",
                                          "additionalProperties",
                                          "items",
                                          "contains",
                                          "propertyNames",
                                          "if",
                                          "then",
                                          "else",
                                          "unevaluatedProperties",
                                          "unevaluatedItems",
                                          "contentSchema"};
    static const char *const maps[] = {"definitions",       "$defs",        "properties",
                                       "patternProperties", "dependencies", "dependentSchemas"};
    static const char *const lists[] = {"allOf", "anyOf", "oneOf", "items", "prefixItems"};
    if (v->kind != VALUE_MAP || depth > SCHEMA_DEPTH_MAX)
        return;
    bool hidden = c->draft < DRAFT_2019 && value_gets(v, "$ref");
    const char *own = base_of(c, v, base), *id = text_at(v, c->draft == DRAFT_4 ? "id" : "$id");
    const char *anchor =
        c->draft < DRAFT_2019 ? id ? uri_fragment(c->arena, id) : NULL : text_at(v, "$anchor");
    if (own != base)
        add_resource(c, own, "", v);
    if (anchor && *anchor && !hidden)
        add_resource(c, own, anchor, v);
    if (c->draft == DRAFT_2020 && text_at(v, "$dynamicAnchor"))
        add_resource(c, own, text_at(v, "$dynamicAnchor"), v);
    know(c, v)->base = base;
    for (size_t i = 0; i < sizeof schemas / sizeof *schemas; i++)
        if (value_gets(v, schemas[i]))
            collect(c, value_gets(v, schemas[i]), own, depth + 1);
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
        collect_map(c, value_gets(v, maps[i]), own, depth + 1);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        collect_list(c, value_gets(v, lists[i]), own, depth + 1);
}

static struct schema_node *bad(struct compiler *c, const struct value *at, const char *pointer,
                               const char *message)
{
    static const char *const metas[] = {
        "http://json-schema.org/draft-04/schema#", "http://json-schema.org/draft-06/schema#",
        "http://json-schema.org/draft-07/schema#", "https://json-schema.org/draft/2019-09/schema#",
        "https://json-schema.org/draft/2020-12/schema#"};
    size_t which = c->draft == DRAFT_4      ? 0
                   : c->draft == DRAFT_6    ? 1
                   : c->draft == DRAFT_7    ? 2
                   : c->draft == DRAFT_2019 ? 3
                                            : 4;
    if (!c->fault->helm) {
        fault_set(c->fault,
                  "\"" ROOT_URL
                  "#\" is not valid against metaschema: jsonschema validation failed with '%s'\n"
                  "- at '%s': %s",
                  metas[which], pointer, message);
        fault_more(c->fault, value_place(at), "schema %s: %s", pointer, message);
    }
    return NULL;
}

static int reject(struct compiler *c, const struct value *at, const char *pointer, const char *message)
{
    bad(c, at, pointer, message);
    return -1;
}

static const char *kind_word(const struct value *v)
{
    switch ((enum value_kind)v->kind) {
    case VALUE_NULL: return "null";
    case VALUE_BOOL: return "boolean";
    case VALUE_INT:
    case VALUE_FLOAT: return "number";
    case VALUE_STRING: return "string";
    case VALUE_LIST: return "array";
    case VALUE_MAP: break;
    }
    return "object";
}

static const char *below(struct compiler *c, const char *pointer, const char *key)
{
    struct text t;
    text_init(&t, c->arena);
    text_printf(&t, "%s/", pointer);
    for (; *key; key++) {
        if (*key == '~' || *key == '/')
            text_adds(&t, *key == '~' ? "~0" : "~1");
        else
            text_addc(&t, *key);
    }
    return t.at;
}

/* What one step of a JSON pointer leads to. */
static const struct value *step(const struct value *v, const char *name, size_t len)
{
    size_t index = 0;
    if (v->kind == VALUE_MAP)
        return value_get(v, name, len);
    if (v->kind != VALUE_LIST || !len || len > 9)
        return NULL;
    for (size_t i = 0; i < len; i++) {
        if (name[i] < '0' || name[i] > '9')
            return NULL;
        index = index * 10 + (size_t)(name[i] - '0');
    }
    return index < v->list.count ? v->list.items[index] : NULL;
}

/* Follows a JSON pointer from v; base changes with every $id on the way. */
static const struct value *follow(struct compiler *c, const struct value *v, const char *pointer,
                                  const char **base)
{
    while (v && *pointer == '/') {
        struct text name;
        text_init(&name, c->arena);
        text_add(&name, "", 0);
        for (pointer++; *pointer && *pointer != '/'; pointer++) {
            if (*pointer == '~' && (pointer[1] == '0' || pointer[1] == '1'))
                text_addc(&name, *++pointer == '0' ? '~' : '/');
            else
                text_addc(&name, *pointer);
        }
        *base = base_of(c, v, *base);
        v = step(v, name.at, name.len);
    }
    return *pointer ? NULL : v;
}

static const struct resource *find_resource(const struct compiler *c, const char *url, const char *anchor)
{
    for (const struct resource *r = c->resources; r; r = r->next)
        if (strcmp(r->url, url) == 0 && strcmp(r->anchor, anchor) == 0)
            return r;
    return NULL;
}

static struct schema_node *refer(struct compiler *c, const struct value *v, const char *ref, const char *base)
{
    const char *url = uri_resolve(c->arena, base, ref), *fragment = uri_fragment(c->arena, ref);
    const struct resource *whole = find_resource(c, url, "");
    if (!whole) {
        fault_set(c->fault, "failing loading \"%s\": render fetches no schemas", url);
        fault_more(c->fault, value_place(v), "$ref to %s: only references within the schema are followed",
                   url);
        return NULL;
    }
    const struct value *target = whole->value;
    const char *inner = url;
    if (*fragment == '/') {
        target = follow(c, whole->value, fragment, &inner);
        if (!target) {
            fault_set(c->fault, "json-pointer in \"%s#%s\" not found", url, fragment);
            fault_more(c->fault, value_place(v), "$ref to %s: there is no such place", ref);
            return NULL;
        }
    } else if (*fragment) {
        const struct resource *named = find_resource(c, url, fragment);
        if (!named) {
            fault_set(c->fault, "anchor in \"%s#%s\" not found in schema \"%s\"", url, fragment, url);
            fault_more(c->fault, value_place(v), "$ref to %s: there is no such anchor", ref);
            return NULL;
        }
        target = named->value;
    }
    const struct known *k = know(c, target);
    return compile(c, target, k->base ? k->base : inner, fragment);
}

/* Keywords whose value is one schema. */
static int compile_one(struct compiler *c, const struct value *v, const char *key, const char *base,
                       const char *pointer, struct schema_node **out)
{
    const struct value *schema = value_gets(v, key);
    if (!schema)
        return 0;
    *out = compile(c, schema, base, below(c, pointer, key));
    return *out ? 0 : -1;
}

static int compile_list(struct compiler *c, const struct value *v, const char *key, const char *base,
                        const char *pointer, struct schema_list *out)
{
    const struct value *list = value_gets(v, key);
    if (!list)
        return 0;
    const char *at = below(c, pointer, key);
    if (list->kind != VALUE_LIST)
        return reject(c, list, at, arena_printf(c->arena, "got %s, want array", kind_word(list)));
    out->items = arena_alloc_many(c->arena, list->list.count, sizeof *out->items);
    for (size_t i = 0; i < list->list.count; i++) {
        out->items[i] = compile(c, list->list.items[i], base, arena_printf(c->arena, "%s/%zu", at, i));
        if (!out->items[i])
            return -1;
    }
    out->count = list->list.count;
    return 0;
}

/* A map of schemas; lists_too: entries that are lists are left out (dependencies). */
static int compile_map(struct compiler *c, const struct value *v, const char *key, bool lists_too,
                       const char *base, const char *pointer, struct schema_map *out)
{
    const struct value *map = value_gets(v, key);
    if (!map)
        return 0;
    const char *at = below(c, pointer, key);
    if (map->kind != VALUE_MAP)
        return reject(c, map, at, arena_printf(c->arena, "got %s, want object", kind_word(map)));
    out->names = map;
    out->items = arena_alloc_many(c->arena, map->map.count, sizeof *out->items);
    for (size_t i = 0; i < map->map.count; i++) {
        const struct entry *e = &map->map.entries[i];
        if (lists_too && e->value->kind == VALUE_LIST)
            continue;
        out->items[i] = compile(c, e->value, base, below(c, at, e->key));
        if (!out->items[i])
            return -1;
    }
    return 0;
}

static struct regex *compile_regex(struct compiler *c, const struct value *at, const char *pattern,
                                   const char *pointer)
{
    const char *error;
    struct regex *regex = regex_compile(pattern, strlen(pattern), c->arena, &error);
    if (!regex)
        bad(c, at, pointer, arena_printf(c->arena, "'%s' is not valid regex: %s", pattern, error));
    return regex;
}

static int compile_patterns(struct compiler *c, const struct value *v, const char *base, const char *pointer,
                            struct schema_node *node)
{
    struct schema_map map = {0};
    if (compile_map(c, v, "patternProperties", false, base, pointer, &map) != 0)
        return -1;
    if (!map.names)
        return 0;
    node->patterns = arena_alloc_many(c->arena, map.names->map.count, sizeof *node->patterns);
    for (size_t i = 0; i < map.names->map.count; i++) {
        const char *at = below(c, pointer, "patternProperties");
        struct regex *regex = compile_regex(c, v, map.names->map.entries[i].key, at);
        if (!regex)
            return -1;
        node->patterns[node->pattern_count++] = (struct schema_pattern){regex, map.items[i]};
    }
    return 0;
}

static unsigned type_named(const struct value *v)
{
    static const char *const names[] = {"null", "boolean", "number", "integer", "string", "array", "object"};
    for (unsigned i = 0; v->kind == VALUE_STRING && i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], v->text.at) == 0)
            return 1u << i;
    return 0;
}

static int compile_type(struct compiler *c, const struct value *v, const char *pointer,
                        struct schema_node *node)
{
    const struct value *type = value_gets(v, "type");
    if (!type)
        return 0;
    const char *at = below(c, pointer, "type");
    size_t count = type->kind == VALUE_LIST ? type->list.count : 1;
    for (size_t i = 0; i < count; i++) {
        const struct value *one = type->kind == VALUE_LIST ? type->list.items[i] : type;
        unsigned bit = type_named(one);
        if (!bit)
            return reject(
                c, one, at,
                arena_printf(c->arena,
                             "'anyOf' failed\n  - at '%s': value must be one of 'array', 'boolean', "
                             "'integer', 'null', 'number', 'object', 'string'\n  - at '%s': got %s, "
                             "want array",
                             at, at, kind_word(type)));
        node->types |= bit;
    }
    return 0;
}

/* Keywords whose value is a number, and in counts one that is whole and not below 0. */
static int compile_numbers(struct compiler *c, const struct value *v, const char *pointer,
                           struct schema_node *node)
{
    const struct {
        const char *key;
        const struct value **to;
        bool count;
    } numbers[] = {{"multipleOf", &node->multiple_of, false},
                   {"minimum", &node->minimum, false},
                   {"maximum", &node->maximum, false},
                   {"exclusiveMinimum", &node->above, false},
                   {"exclusiveMaximum", &node->below, false},
                   {"minLength", &node->min_length, true},
                   {"maxLength", &node->max_length, true},
                   {"minItems", &node->min_items, true},
                   {"maxItems", &node->max_items, true},
                   {"minProperties", &node->min_properties, true},
                   {"maxProperties", &node->max_properties, true},
                   {"minContains", &node->min_contains, true},
                   {"maxContains", &node->max_contains, true}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        const struct value *n = value_gets(v, numbers[i].key);
        bool old_flag =
            c->draft == DRAFT_4 && n && n->kind == VALUE_BOOL && strncmp(numbers[i].key, "exclusive", 9) == 0;
        if (!n || old_flag || (c->draft < DRAFT_2019 && strstr(numbers[i].key, "Contains")))
            continue;
        const char *at = below(c, pointer, numbers[i].key);
        if (n->kind != VALUE_FLOAT)
            return reject(c, n, at,
                          arena_printf(c->arena, "got %s, want %s", kind_word(n),
                                       numbers[i].count ? "integer" : "number"));
        if (numbers[i].count && n->number != floor(n->number))
            return reject(c, n, at, "got number, want integer");
        if (numbers[i].count && n->number < 0)
            return reject(c, n, at, arena_printf(c->arena, "minimum: got %g, want 0", n->number));
        *numbers[i].to = n;
    }
    if (node->multiple_of && node->multiple_of->number <= 0)
        return reject(c, node->multiple_of, below(c, pointer, "multipleOf"),
                      arena_printf(c->arena, "exclusiveMinimum: got %g, want 0", node->multiple_of->number));
    return 0;
}

/* Draft 4's exclusiveMinimum: true turns minimum into it. */
static void compile_old_bounds(const struct value *v, struct schema_node *node)
{
    const struct value *low = value_gets(v, "exclusiveMinimum"), *high = value_gets(v, "exclusiveMaximum");
    if (low && low->kind == VALUE_BOOL && low->boolean) {
        node->above = node->minimum;
        node->minimum = NULL;
    }
    if (high && high->kind == VALUE_BOOL && high->boolean) {
        node->below = node->maximum;
        node->maximum = NULL;
    }
}

static int want_texts(struct compiler *c, const struct value *list, const char *at)
{
    if (list->kind != VALUE_LIST)
        return reject(c, list, at, arena_printf(c->arena, "got %s, want array", kind_word(list)));
    for (size_t i = 0; i < list->list.count; i++)
        if (list->list.items[i]->kind != VALUE_STRING)
            return reject(c, list->list.items[i], arena_printf(c->arena, "%s/%zu", at, i),
                          arena_printf(c->arena, "got %s, want string", kind_word(list->list.items[i])));
    return 0;
}

/* What a map of names to lists of names must be; entries that are no lists are left to others. */
static int want_text_lists(struct compiler *c, const struct value *map, const char *at)
{
    for (size_t i = 0; map && map->kind == VALUE_MAP && i < map->map.count; i++)
        if (map->map.entries[i].value->kind == VALUE_LIST &&
            want_texts(c, map->map.entries[i].value, at) != 0)
            return -1;
    return 0;
}

static int compile_plain(struct compiler *c, const struct value *v, const char *pointer,
                         struct schema_node *node)
{
    const struct value *pattern = value_gets(v, "pattern"), *unique = value_gets(v, "uniqueItems");
    const char *format = text_at(v, "format");
    node->constant = c->draft >= DRAFT_6 ? value_gets(v, "const") : NULL;
    node->enumeration = value_gets(v, "enum");
    node->required = value_gets(v, "required");
    node->dependencies = value_gets(v, "dependencies");
    node->required_with = c->draft >= DRAFT_2019 ? value_gets(v, "dependentRequired") : NULL;
    node->unique_items = unique && unique->kind == VALUE_BOOL && unique->boolean;
    if (node->enumeration && node->enumeration->kind != VALUE_LIST)
        return reject(c, node->enumeration, below(c, pointer, "enum"),
                      arena_printf(c->arena, "got %s, want array", kind_word(node->enumeration)));
    if (node->required && want_texts(c, node->required, below(c, pointer, "required")) != 0)
        return -1;
    if ((node->dependencies &&
         want_text_lists(c, node->dependencies, below(c, pointer, "dependencies")) != 0) ||
        (node->required_with &&
         want_text_lists(c, node->required_with, below(c, pointer, "dependentRequired")) != 0))
        return -1;
    if (pattern && pattern->kind != VALUE_STRING)
        return reject(c, pattern, below(c, pointer, "pattern"),
                      arena_printf(c->arena, "got %s, want string", kind_word(pattern)));
    if (pattern &&
        !(node->pattern = compile_regex(c, pattern, pattern->text.at, below(c, pointer, "pattern"))))
        return -1;
    if (format && c->draft < DRAFT_2019) {
        node->format_name = format;
        node->format = schema_format_named(format);
    }
    return 0;
}

static int compile_items(struct compiler *c, const struct value *v, const char *base, const char *pointer,
                         struct schema_node *node)
{
    const struct value *items = value_gets(v, "items");
    if (c->draft >= DRAFT_2020)
        return compile_list(c, v, "prefixItems", base, pointer, &node->tuple) != 0 ||
                       compile_one(c, v, "items", base, pointer, &node->items) != 0
                   ? -1
                   : 0;
    if (!items || items->kind != VALUE_LIST)
        return compile_one(c, v, "items", base, pointer, &node->items);
    node->items_are_additional = true;
    return compile_list(c, v, "items", base, pointer, &node->tuple) != 0 ||
                   compile_one(c, v, "additionalItems", base, pointer, &node->items) != 0
               ? -1
               : 0;
}

static int compile_branches(struct compiler *c, const struct value *v, const char *base, const char *pointer,
                            struct schema_node *node)
{
    if (compile_list(c, v, "allOf", base, pointer, &node->all_of) != 0 ||
        compile_list(c, v, "anyOf", base, pointer, &node->any_of) != 0 ||
        compile_list(c, v, "oneOf", base, pointer, &node->one_of) != 0 ||
        compile_one(c, v, "not", base, pointer, &node->negated) != 0)
        return -1;
    if (c->draft < DRAFT_7 || !value_gets(v, "if"))
        return 0;
    return compile_one(c, v, "if", base, pointer, &node->condition) != 0 ||
                   compile_one(c, v, "then", base, pointer, &node->then) != 0 ||
                   compile_one(c, v, "else", base, pointer, &node->otherwise) != 0
               ? -1
               : 0;
}

static int compile_properties(struct compiler *c, const struct value *v, const char *base,
                              const char *pointer, struct schema_node *node)
{
    if (compile_map(c, v, "properties", false, base, pointer, &node->properties) != 0 ||
        compile_patterns(c, v, base, pointer, node) != 0 ||
        compile_one(c, v, "additionalProperties", base, pointer, &node->additional) != 0 ||
        compile_map(c, v, "dependencies", true, base, pointer, &node->dependency_nodes) != 0)
        return -1;
    if (c->draft >= DRAFT_6 &&
        (compile_one(c, v, "contains", base, pointer, &node->contains) != 0 ||
         compile_one(c, v, "propertyNames", base, pointer, &node->property_names) != 0))
        return -1;
    if (c->draft < DRAFT_2019)
        return 0;
    return compile_map(c, v, "dependentSchemas", false, base, pointer, &node->dependent) != 0 ||
                   compile_one(c, v, "unevaluatedProperties", base, pointer, &node->unevaluated) != 0 ||
                   compile_one(c, v, "unevaluatedItems", base, pointer, &node->unevaluated_items) != 0
               ? -1
               : 0;
}

/* $ref, and where they name something fixed $dynamicRef and $recursiveRef. */
static int compile_ref(struct compiler *c, const struct value *v, const char *base, struct schema_node *node)
{
    const char *ref = text_at(v, "$ref");
    if (!ref && c->draft == DRAFT_2020)
        ref = text_at(v, "$dynamicRef");
    if (!ref && c->draft == DRAFT_2019)
        ref = text_at(v, "$recursiveRef");
    if (!ref)
        return 0;
    node->ref = refer(c, v, ref, base);
    node->old_ref = c->draft < DRAFT_2019;
    return node->ref ? 0 : -1;
}

static int compile_object(struct compiler *c, const struct value *v, const char *base, const char *pointer,
                          struct schema_node *node)
{
    const char *own = base_of(c, v, base);
    node->draft = c->draft;
    if (compile_ref(c, v, own, node) != 0)
        return -1;
    if (node->old_ref)
        return 0;
    if (compile_type(c, v, pointer, node) != 0 || compile_numbers(c, v, pointer, node) != 0 ||
        compile_plain(c, v, pointer, node) != 0 || compile_items(c, v, own, pointer, node) != 0 ||
        compile_properties(c, v, own, pointer, node) != 0 || compile_branches(c, v, own, pointer, node) != 0)
        return -1;
    compile_old_bounds(v, node);
    node->has_uneval = node->unevaluated || node->unevaluated_items;
    return 0;
}

static struct schema_node *compile(struct compiler *c, const struct value *v, const char *base,
                                   const char *pointer)
{
    struct known *k = know(c, v);
    if (k->node)
        return k->node;
    if (v->kind != VALUE_BOOL && v->kind != VALUE_MAP)
        return bad(c, v, pointer, arena_printf(c->arena, "got %s, want boolean or object", kind_word(v)));
    if (c->depth >= SCHEMA_DEPTH_MAX)
        return bad(c, v, pointer, "schemas are nested deeper than 500");
    struct schema_node *node = arena_alloc(c->arena, sizeof *node);
    k->node = node;
    node->source = v;
    node->base = base;
    node->pointer = pointer;
    if (v->kind == VALUE_BOOL) {
        node->refuses = node->is_false_literal = !v->boolean;
        return node;
    }
    c->depth++;
    int status = compile_object(c, v, base, pointer, node);
    c->depth--;
    return status == 0 ? node : NULL;
}

/* The draft that $schema names; 0: none that is known. */
static unsigned draft_of(const struct value *v)
{
    static const struct {
        const char *url;
        unsigned draft;
    } drafts[] = {{"json-schema.org/draft-04/schema", DRAFT_4},
                  {"json-schema.org/draft-06/schema", DRAFT_6},
                  {"json-schema.org/draft-07/schema", DRAFT_7},
                  {"json-schema.org/draft/2019-09/schema", DRAFT_2019},
                  {"json-schema.org/draft/2020-12/schema", DRAFT_2020},
                  {"json-schema.org/schema", DRAFT_2020}};
    const char *url = text_at(v, "$schema");
    if (!url)
        return DRAFT_2020;
    const char *name = strstr(url, "://");
    size_t len = name ? strcspn(name + 3, "#") : 0;
    for (size_t i = 0; i < sizeof drafts / sizeof *drafts; i++)
        if (strlen(drafts[i].url) == len && memcmp(drafts[i].url, name + 3, len) == 0)
            return drafts[i].draft;
    return 0;
}

int schema_read(struct bytes text, const char *file, struct arena *a, struct schema **out, struct fault *f)
{
    size_t taken;
    const struct json_options options = {.file = file, .stream = true, .taken = &taken};
    struct compiler c = {.arena = a, .fault = f};
    struct diag err = {0};
    struct value *v;
    if (json_read(text.at, text.len, &options, a, &v, &err) != 0) {
        const char *message = err.text + err.first_at;
        fault_set(f, "%.*s", (int)strcspn(message, "\n"), message);
        fault_more(f, err.first, "the schema is no JSON: %.*s", (int)strcspn(message, "\n"), message);
        return -1;
    }
    while (taken < text.len && memchr(" \t\r\n", text.at[taken], 4))
        taken++;
    if (taken < text.len)
        return fault_set(f, "invalid character after top-level value");
    c.known = arena_alloc_many(a, BUCKETS, sizeof *c.known);
    c.draft = draft_of(v);
    if (!c.draft) {
        const char *url = text_at(v, "$schema");
        fault_set(f, "failing loading \"%s\": no URLLoader registered for \"%s\"", url, url);
        fault_more(f, value_place(value_gets(v, "$schema")),
                   "$schema: drafts 4, 6, 7, 2019-09 and 2020-12 are known");
        return -1;
    }
    add_resource(&c, ROOT_URL, "", v);
    collect(&c, v, ROOT_URL, 0);
    struct schema *schema = arena_alloc(a, sizeof *schema);
    schema->file = file;
    schema->root = compile(&c, v, ROOT_URL, "");
    if (!schema->root)
        return fault_set(f, "schema is not valid");
    *out = schema;
    return 0;
}
