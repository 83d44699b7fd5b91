#include "render/schema_plain.h"

#include <math.h>
#include <string.h>

static unsigned type_named(const struct value *v)
{
    static const char *const names[] = {"null", "boolean", "number", "integer", "string", "array", "object"};
    for (unsigned i = 0; v->kind == VALUE_STRING && i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], v->text.at) == 0)
            return 1u << i;
    return 0;
}

static int read_type(struct schema_maker *m, const struct value *v, const char *pointer,
                     struct schema_node *node)
{
    const struct value *type = value_gets(v, "type");
    if (!type)
        return 0;
    const char *at = schema_maker_below(m, pointer, "type");
    size_t count = type->kind == VALUE_LIST ? type->list.count : 1;
    for (size_t i = 0; i < count; i++) {
        const struct value *one = type->kind == VALUE_LIST ? type->list.items[i] : type;
        unsigned bit = type_named(one);
        if (!bit)
            return schema_maker_reject(
                m, one, at,
                arena_printf(m->arena,
                             "'anyOf' failed\n  - at '%s': value must be one of 'array', 'boolean', "
                             "'integer', 'null', 'number', 'object', 'string'\n  - at '%s': got %s, "
                             "want array",
                             at, at, schema_maker_kind(type)));
        node->types |= bit;
    }
    return 0;
}

/* Keywords whose value is a number, and in counts one that is whole and not below 0. */
static int read_numbers(struct schema_maker *m, const struct value *v, const char *pointer,
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
        bool old_flag = m->draft == SCHEMA_DRAFT_4 && n && n->kind == VALUE_BOOL &&
                        strncmp(numbers[i].key, "exclusive", 9) == 0;
        if (!n || old_flag || (m->draft < SCHEMA_DRAFT_2019 && strstr(numbers[i].key, "Contains")))
            continue;
        const char *at = schema_maker_below(m, pointer, numbers[i].key);
        if (n->kind != VALUE_FLOAT)
            return schema_maker_reject_kind(m, n, at, numbers[i].count ? "integer" : "number");
        if (numbers[i].count && n->number != floor(n->number))
            return schema_maker_reject(m, n, at, "got number, want integer");
        if (numbers[i].count && n->number < 0)
            return schema_maker_reject(m, n, at,
                                       arena_printf(m->arena, "minimum: got %g, want 0", n->number));
        *numbers[i].to = n;
    }
    if (node->multiple_of && node->multiple_of->number <= 0)
        return schema_maker_reject(
            m, node->multiple_of, schema_maker_below(m, pointer, "multipleOf"),
            arena_printf(m->arena, "exclusiveMinimum: got %g, want 0", node->multiple_of->number));
    return 0;
}

/* Draft 4's exclusiveMinimum: true turns minimum into it. */
static void turn_old_bounds(const struct value *v, struct schema_node *node)
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

static int want_texts(struct schema_maker *m, const struct value *list, const char *at)
{
    if (list->kind != VALUE_LIST)
        return schema_maker_reject_kind(m, list, at, "array");
    for (size_t i = 0; i < list->list.count; i++)
        if (list->list.items[i]->kind != VALUE_STRING)
            return schema_maker_reject_kind(m, list->list.items[i], arena_printf(m->arena, "%s/%zu", at, i),
                                            "string");
    return 0;
}

/* What a map of names to lists of names must be; entries that are no lists are left to others. */
static int want_text_lists(struct schema_maker *m, const struct value *map, const char *at)
{
    for (size_t i = 0; map && map->kind == VALUE_MAP && i < map->map->count; i++)
        if (map->map->entries[i].value->kind == VALUE_LIST &&
            want_texts(m, map->map->entries[i].value, at) != 0)
            return -1;
    return 0;
}

static int read_plain(struct schema_maker *m, const struct value *v, const char *pointer,
                      struct schema_node *node)
{
    const struct value *pattern = value_gets(v, "pattern"), *unique = value_gets(v, "uniqueItems");
    const char *format = value_gets_text(v, "format", NULL);
    node->constant = m->draft >= SCHEMA_DRAFT_6 ? value_gets(v, "const") : NULL;
    node->enumeration = value_gets(v, "enum");
    node->required = value_gets(v, "required");
    node->dependencies = value_gets(v, "dependencies");
    node->required_with = m->draft >= SCHEMA_DRAFT_2019 ? value_gets(v, "dependentRequired") : NULL;
    node->unique_items = unique && unique->kind == VALUE_BOOL && unique->boolean;
    if (node->enumeration && node->enumeration->kind != VALUE_LIST)
        return schema_maker_reject_kind(m, node->enumeration, schema_maker_below(m, pointer, "enum"),
                                        "array");
    if (node->required && want_texts(m, node->required, schema_maker_below(m, pointer, "required")) != 0)
        return -1;
    if ((node->dependencies &&
         want_text_lists(m, node->dependencies, schema_maker_below(m, pointer, "dependencies")) != 0) ||
        (node->required_with &&
         want_text_lists(m, node->required_with, schema_maker_below(m, pointer, "dependentRequired")) != 0))
        return -1;
    if (pattern && pattern->kind != VALUE_STRING)
        return schema_maker_reject_kind(m, pattern, schema_maker_below(m, pointer, "pattern"), "string");
    if (pattern && !(node->pattern = schema_maker_regex(m, pattern, pattern->text.at,
                                                        schema_maker_below(m, pointer, "pattern"))))
        return -1;
    if (format && m->draft < SCHEMA_DRAFT_2019) {
        node->format_name = format;
        node->format = schema_format_named(format);
    }
    return 0;
}

int schema_plain_read(struct schema_maker *m, const struct value *v, const char *pointer,
                      struct schema_node *node)
{
    if (read_type(m, v, pointer, node) != 0 || read_numbers(m, v, pointer, node) != 0 ||
        read_plain(m, v, pointer, node) != 0)
        return -1;
    turn_old_bounds(v, node);
    return 0;
}
