#include "render/schema_meta.h"

#include <string.h>

#include "render/go_url.h"
#include "render/schema_node.h"
#include "render/schema_problem.h"

/* What the value of a keyword must be. */
enum shape {
    SCHEMA,
    FLAG_OR_SCHEMA,
    SCHEMAS, /* one at least */
    SCHEMA_OR_SCHEMAS,
    SCHEMA_MAP,
    PATTERN_MAP, /* of schemas, by regular expressions */
    SCHEMA_OR_NAMES,
    DEPENDENCIES, /* a map of SCHEMA_OR_NAMES */
    NAMES,        /* no name twice; in draft 4 one at least */
    NAMES_MAP,
    TYPE_WORD,
    TYPE_WORDS, /* one at least, none twice */
    TYPE,
    TEXT,
    FLAG,
    FLAG_MAP, /* by URIs */
    NUMBER,
    FACTOR, /* a number above 0 */
    COUNT,  /* whole, and not below 0 */
    COUNT_OR_0,
    LIST,
    CHOICES, /* one at least, none twice */
    PATTERN,
    URI,
    REFERENCE,
    ID,
    ANCHOR,
    SHAPES
};

/* From 2019-09 on the keywords come in vocabularies, each of which complains for itself. */
enum vocabulary { OWN, CORE, APPLICATOR, UNEVALUATED, VALIDATION, METADATA, FORMAT, CONTENT, VOCABULARIES };

enum { D4 = SCHEMA_DRAFT_4, D6, D7, D19, D20 };

static const struct keyword {
    const char *name;
    uint8_t from, to; /* drafts */
    uint8_t vocabulary, shape;
} keywords[] = {
    {"id", D4, D4, CORE, TEXT},
    {"$id", D6, D7, CORE, REFERENCE},
    {"$id", D19, D20, CORE, ID},
    {"$schema", D4, D20, CORE, URI},
    {"$ref", D4, D4, CORE, TEXT},
    {"$ref", D6, D20, CORE, REFERENCE},
    {"$anchor", D19, D20, CORE, ANCHOR},
    {"$dynamicRef", D20, D20, CORE, REFERENCE},
    {"$dynamicAnchor", D20, D20, CORE, ANCHOR},
    {"$recursiveRef", D19, D19, CORE, REFERENCE},
    {"$recursiveRef", D20, D20, OWN, REFERENCE},
    {"$recursiveAnchor", D19, D19, CORE, FLAG},
    {"$recursiveAnchor", D20, D20, OWN, ANCHOR},
    {"$vocabulary", D19, D20, CORE, FLAG_MAP},
    {"$comment", D7, D20, CORE, TEXT},
    {"$defs", D19, D20, CORE, SCHEMA_MAP},
    {"definitions", D4, D20, OWN, SCHEMA_MAP},
    {"dependencies", D4, D20, OWN, DEPENDENCIES},
    {"properties", D4, D20, APPLICATOR, SCHEMA_MAP},
    {"patternProperties", D4, D6, APPLICATOR, SCHEMA_MAP},
    {"patternProperties", D7, D20, APPLICATOR, PATTERN_MAP},
    {"additionalProperties", D4, D4, APPLICATOR, FLAG_OR_SCHEMA},
    {"additionalProperties", D6, D20, APPLICATOR, SCHEMA},
    {"propertyNames", D6, D20, APPLICATOR, SCHEMA},
    {"dependentSchemas", D19, D20, APPLICATOR, SCHEMA_MAP},
    {"items", D4, D19, APPLICATOR, SCHEMA_OR_SCHEMAS},
    {"items", D20, D20, APPLICATOR, SCHEMA},
    {"prefixItems", D20, D20, APPLICATOR, SCHEMAS},
    {"additionalItems", D4, D4, APPLICATOR, FLAG_OR_SCHEMA},
    {"additionalItems", D6, D19, APPLICATOR, SCHEMA},
    {"contains", D6, D20, APPLICATOR, SCHEMA},
    {"allOf", D4, D20, APPLICATOR, SCHEMAS},
    {"anyOf", D4, D20, APPLICATOR, SCHEMAS},
    {"oneOf", D4, D20, APPLICATOR, SCHEMAS},
    {"not", D4, D20, APPLICATOR, SCHEMA},
    {"if", D7, D20, APPLICATOR, SCHEMA},
    {"then", D7, D20, APPLICATOR, SCHEMA},
    {"else", D7, D20, APPLICATOR, SCHEMA},
    {"unevaluatedItems", D19, D19, APPLICATOR, SCHEMA},
    {"unevaluatedItems", D20, D20, UNEVALUATED, SCHEMA},
    {"unevaluatedProperties", D19, D19, APPLICATOR, SCHEMA},
    {"unevaluatedProperties", D20, D20, UNEVALUATED, SCHEMA},
    {"type", D4, D20, VALIDATION, TYPE},
    {"enum", D4, D7, VALIDATION, CHOICES},
    {"enum", D19, D20, VALIDATION, LIST},
    {"multipleOf", D4, D20, VALIDATION, FACTOR},
    {"minimum", D4, D20, VALIDATION, NUMBER},
    {"maximum", D4, D20, VALIDATION, NUMBER},
    {"exclusiveMinimum", D4, D4, VALIDATION, FLAG},
    {"exclusiveMinimum", D6, D20, VALIDATION, NUMBER},
    {"exclusiveMaximum", D4, D4, VALIDATION, FLAG},
    {"exclusiveMaximum", D6, D20, VALIDATION, NUMBER},
    {"minLength", D4, D20, VALIDATION, COUNT_OR_0},
    {"maxLength", D4, D20, VALIDATION, COUNT},
    {"minItems", D4, D20, VALIDATION, COUNT_OR_0},
    {"maxItems", D4, D20, VALIDATION, COUNT},
    {"minProperties", D4, D20, VALIDATION, COUNT_OR_0},
    {"maxProperties", D4, D20, VALIDATION, COUNT},
    {"minContains", D19, D20, VALIDATION, COUNT},
    {"maxContains", D19, D20, VALIDATION, COUNT},
    {"uniqueItems", D4, D20, VALIDATION, FLAG},
    {"pattern", D4, D20, VALIDATION, PATTERN},
    {"required", D4, D20, VALIDATION, NAMES},
    {"dependentRequired", D19, D20, VALIDATION, NAMES_MAP},
    {"title", D4, D20, METADATA, TEXT},
    {"description", D4, D20, METADATA, TEXT},
    {"readOnly", D7, D20, METADATA, FLAG},
    {"writeOnly", D7, D20, METADATA, FLAG},
    {"deprecated", D19, D20, METADATA, FLAG},
    {"examples", D7, D20, METADATA, LIST},
    {"format", D4, D20, FORMAT, TEXT},
    {"contentMediaType", D7, D20, CONTENT, TEXT},
    {"contentEncoding", D7, D20, CONTENT, TEXT},
    {"contentSchema", D19, D20, CONTENT, SCHEMA},
};
enum { KEYWORDS = sizeof keywords / sizeof *keywords };

static bool is_known(const struct keyword *k, enum schema_draft draft)
{
    return k->from <= draft && draft <= k->to;
}

unsigned schema_meta_holds(enum schema_draft draft, const char *keyword, size_t len)
{
    static const uint8_t holds[SHAPES] = {
        [SCHEMA] = SCHEMA_META_ONE,       [FLAG_OR_SCHEMA] = SCHEMA_META_ONE,
        [SCHEMAS] = SCHEMA_META_LIST,     [SCHEMA_OR_SCHEMAS] = SCHEMA_META_ONE | SCHEMA_META_LIST,
        [SCHEMA_MAP] = SCHEMA_META_MAP,   [PATTERN_MAP] = SCHEMA_META_MAP,
        [DEPENDENCIES] = SCHEMA_META_MAP,
    };
    for (const struct keyword *k = keywords; k < keywords + KEYWORDS; k++)
        if (is_known(k, draft) && strncmp(k->name, keyword, len) == 0 && strlen(k->name) == len)
            return holds[k->shape];
    return 0;
}

struct schema_meta {
    struct arena *arena;
    enum schema_draft draft;
    struct schema schema;
    struct schema_node *shapes[SHAPES]; /* NULL: not made yet */
};

static struct schema_node *shape_of(struct schema_meta *m, enum shape shape);

static struct schema_node *node_new(const struct schema_meta *m, unsigned types)
{
    struct schema_node *node = arena_alloc(m->arena, sizeof *node);
    *node = (struct schema_node){
        .types = types, .draft = m->draft, .base = schema_draft_url(m->draft), .pointer = ""};
    return node;
}

static struct schema_node *referred(struct schema_node *node)
{
    node->is_referred = true;
    return node;
}

static struct schema_list nodes(const struct schema_meta *m, struct schema_node *a, struct schema_node *b)
{
    struct schema_list list = {arena_alloc_many(m->arena, 2, sizeof *list.items), b ? 2 : 1};
    list.items[0] = a;
    list.items[1] = b;
    return list;
}

static struct schema_node *either(struct schema_meta *m, enum shape a, enum shape b)
{
    struct schema_node *node = node_new(m, 0);
    node->any_of = nodes(m, shape_of(m, a), shape_of(m, b));
    return node;
}

static const struct value zero = {.kind = VALUE_FLOAT, .number = 0}, one = {.kind = VALUE_FLOAT, .number = 1};

/* item: NULL, anything. */
static struct schema_node *list_of(const struct schema_meta *m, struct schema_node *item, bool some,
                                   bool unique)
{
    struct schema_node *node = node_new(m, SCHEMA_ARRAY);
    node->items = item;
    node->min_items = some ? &one : NULL;
    node->unique_items = unique;
    return node;
}

/* names: NULL, any. */
static struct schema_node *map_of(struct schema_meta *m, enum shape item, struct schema_node *names)
{
    struct schema_node *node = node_new(m, SCHEMA_OBJECT);
    node->additional = shape_of(m, item);
    node->property_names = names;
    return node;
}

/* format: NULL, any. */
static struct schema_node *text_of(const struct schema_meta *m, const char *format)
{
    struct schema_node *node = node_new(m, SCHEMA_STRING);
    node->format_name = format;
    node->format = format ? schema_format_named(format) : NULL;
    return node;
}

static void add_pattern(const struct schema_meta *m, struct schema_node *to, const char *pattern)
{
    const char *error;
    struct value *source = value_map(m->arena);
    value_sets(m->arena, source, "pattern", value_borrow(m->arena, pattern, strlen(pattern)));
    to->source = source;
    to->pattern = regex_compile(pattern, strlen(pattern), m->arena, &error);
}

static struct schema_node *anchor(const struct schema_meta *m)
{
    struct schema_node *node = text_of(m, NULL);
    add_pattern(m, node,
                m->draft == SCHEMA_DRAFT_2019 ? "^[A-Za-z][-A-Za-z0-9.:_]*$" : "^[A-Za-z_][-A-Za-z0-9._]*$");
    return node;
}

/* In 2020-12 both what it must be and how it must look are told. */
static struct schema_node *id(struct schema_meta *m)
{
    struct schema_node *node = m->draft == SCHEMA_DRAFT_2019 ? text_of(m, "uri-reference") : node_new(m, 0);
    if (m->draft == SCHEMA_DRAFT_2020)
        node->ref = shape_of(m, REFERENCE);
    add_pattern(m, node, "^[^#]*#?$");
    return node;
}

static struct schema_node *number(const struct schema_meta *m, unsigned type, const struct value *minimum,
                                  const struct value *above)
{
    struct schema_node *node = node_new(m, type);
    node->minimum = minimum;
    node->above = above;
    return node;
}

/* Up to draft 7 the counts that are 0 by default are told as an allOf. */
static struct schema_node *count_or_0(struct schema_meta *m)
{
    if (m->draft > SCHEMA_DRAFT_7)
        return shape_of(m, COUNT);
    struct schema_node *node = node_new(m, 0);
    node->all_of = nodes(m, shape_of(m, COUNT), NULL);
    return node;
}

static struct schema_node *type_word(const struct schema_meta *m)
{
    static const char *const words[] = {"array", "boolean", "integer", "null", "number", "object", "string"};
    struct schema_node *node = node_new(m, 0);
    struct value *list = value_list(m->arena);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        value_push(m->arena, list, value_borrow(m->arena, words[i], strlen(words[i])));
    node->enumeration = list;
    return node;
}

static struct schema_node *shape_new(struct schema_meta *m, enum shape shape)
{
    switch (shape) {
    case SCHEMA: return node_new(m, 0); /* schema_meta_new fills it */
    case FLAG_OR_SCHEMA: return either(m, FLAG, SCHEMA);
    case SCHEMAS: return referred(list_of(m, shape_of(m, SCHEMA), true, false));
    case SCHEMA_OR_SCHEMAS: return either(m, SCHEMA, SCHEMAS);
    case SCHEMA_MAP: return map_of(m, SCHEMA, NULL);
    case PATTERN_MAP: return map_of(m, SCHEMA, shape_of(m, PATTERN));
    case SCHEMA_OR_NAMES: return either(m, SCHEMA, NAMES);
    case DEPENDENCIES: return map_of(m, SCHEMA_OR_NAMES, NULL);
    case NAMES: return referred(list_of(m, shape_of(m, TEXT), m->draft == SCHEMA_DRAFT_4, true));
    case NAMES_MAP: return map_of(m, NAMES, NULL);
    case TYPE_WORD: return type_word(m);
    case TYPE_WORDS: return list_of(m, shape_of(m, TYPE_WORD), true, true);
    case TYPE: return either(m, TYPE_WORD, TYPE_WORDS);
    case FLAG: return node_new(m, SCHEMA_BOOLEAN);
    case FLAG_MAP: return map_of(m, FLAG, shape_of(m, URI));
    case NUMBER: return node_new(m, SCHEMA_NUMBER);
    case FACTOR: return number(m, SCHEMA_NUMBER, NULL, &zero);
    case COUNT: return number(m, SCHEMA_INTEGER, &zero, NULL);
    case COUNT_OR_0: return count_or_0(m);
    case LIST: return list_of(m, NULL, false, false);
    case CHOICES: return list_of(m, NULL, true, true);
    case PATTERN: return text_of(m, "regex");
    case URI: return text_of(m, "uri");
    case REFERENCE: return text_of(m, "uri-reference");
    case ID: return id(m);
    case ANCHOR: return anchor(m);
    case TEXT:
    case SHAPES: break;
    }
    return text_of(m, NULL);
}

static struct schema_node *shape_of(struct schema_meta *m, enum shape shape)
{
    if (!m->shapes[shape])
        m->shapes[shape] = shape_new(m, shape);
    return m->shapes[shape];
}

/* Whether the draft has k in that vocabulary; OWN is what has none, which is everything up to draft 7. */
static bool is_of(const struct schema_meta *m, const struct keyword *k, enum vocabulary vocabulary)
{
    enum vocabulary its = m->draft < SCHEMA_DRAFT_2019 ? OWN : (enum vocabulary)k->vocabulary;
    return is_known(k, m->draft) && its == vocabulary;
}

static void add_properties(struct schema_meta *m, enum vocabulary vocabulary, struct schema_node *to)
{
    struct value *names = value_map(m->arena), *anything = value_bool(m->arena, true);
    for (const struct keyword *k = keywords; k < keywords + KEYWORDS; k++)
        if (is_of(m, k, vocabulary))
            value_sets(m->arena, names, k->name, anything);
    to->properties.names = names;
    to->properties.items = arena_alloc_many(m->arena, KEYWORDS, sizeof *to->properties.items);
    for (const struct keyword *k = keywords; k < keywords + KEYWORDS; k++)
        if (is_of(m, k, vocabulary))
            to->properties.items[value_entry(names, k->name, strlen(k->name)) - names->map->entries] =
                shape_of(m, k->shape);
}

static void add_vocabularies(struct schema_meta *m, struct schema_node *to)
{
    to->all_of.items = arena_alloc_many(m->arena, VOCABULARIES, sizeof *to->all_of.items);
    for (enum vocabulary v = CORE; v < VOCABULARIES; v++) {
        struct schema_node *node = referred(node_new(m, 0));
        add_properties(m, v, node);
        to->all_of.items[to->all_of.count++] = node;
    }
}

/* Draft 4: a bound can be exclusive only where there is one. */
static void add_dependencies(struct schema_meta *m, struct schema_node *to)
{
    static const char *const pairs[][2] = {{"exclusiveMaximum", "maximum"}, {"exclusiveMinimum", "minimum"}};
    struct value *map = value_map(m->arena);
    for (size_t i = 0; i < 2; i++) {
        struct value *list = value_list(m->arena);
        value_push(m->arena, list, value_borrow(m->arena, pairs[i][1], strlen(pairs[i][1])));
        value_sets(m->arena, map, pairs[i][0], list);
    }
    to->dependencies = map;
}

struct schema_meta *schema_meta_new(enum schema_draft draft, struct arena *a)
{
    /* Each schema within a schema takes four steps at most: vocabulary, either, list, schema. */
    enum { STEPS = 4, OUTSIDE = 8 };
    struct schema_meta *m = arena_alloc(a, sizeof *m);
    *m = (struct schema_meta){.arena = a, .draft = draft};
    struct schema_node *inner = shape_of(m, SCHEMA),
                       *root = node_new(m, draft == SCHEMA_DRAFT_4 ? SCHEMA_OBJECT
                                                                   : SCHEMA_OBJECT | SCHEMA_BOOLEAN);
    m->schema = (struct schema){.root = root, .depth_max = STEPS * SCHEMA_DEPTH_MAX + OUTSIDE};
    add_properties(m, OWN, root);
    if (draft >= SCHEMA_DRAFT_2019)
        add_vocabularies(m, root);
    if (draft == SCHEMA_DRAFT_4)
        add_dependencies(m, root);
    *inner = *root;
    referred(inner);
    return m;
}

/* Where what is told stands. */
struct teller {
    const char *pointer;
    struct fault *fault;
};

static void tell(void *arg, const struct schema_complaint *c)
{
    const struct teller *to = arg;
    fault_more(to->fault, c->where, "schema %s%s: %s", to->pointer, c->path, c->message);
}

int schema_meta_check(const struct schema_meta *m, const struct value *v, const char *url,
                      const char *pointer, struct fault *f)
{
    struct text report, place;
    struct fault ignored;
    if (schema_fits(&m->schema, v, m->arena))
        return 0;
    fault_init(&ignored, m->arena);
    text_init(&report, m->arena);
    text_init(&place, m->arena);
    schema_check(&m->schema, v, m->arena, &report, &ignored);
    text_add(&place, url, strlen(url));
    go_url_write(&(struct go_url){.fragment = {.at = pointer, .len = strlen(pointer)}}, &place);
    fault_set(f, "\"%s%s\" is not valid against metaschema: jsonschema validation failed with '%s'\n%.*s",
              place.at, *pointer ? "" : "#", schema_draft_url(m->draft), (int)report.len - 1, report.at);
    struct teller teller = {pointer, f};
    schema_each(&m->schema, v, m->arena, tell, &teller);
    return -1;
}
