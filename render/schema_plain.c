#include "render/schema_plain.h"

#include <string.h>

static unsigned type_named(const struct value *v)
{
    static const char *const names[] = {"null", "boolean", "number", "integer", "string", "array", "object"};
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
        if (value_is(v, names[i]))
            return 1u << i;
    return 0;
}

static unsigned types_of(const struct value *type)
{
    unsigned types = 0;
    if (type && type->kind == VALUE_STRING)
        return type_named(type);
    for (size_t i = 0; type && i < type->list.count; i++)
        types |= type_named(type->list.items[i]);
    return types;
}

/* Keywords whose value is a number. In draft 4 the exclusive ones are flags. */
static void read_numbers(const struct schema_maker *m, const struct value *v, struct schema_node *node)
{
    const struct {
        const char *key;
        const struct value **to;
        enum schema_draft from;
    } numbers[] = {{"multipleOf", &node->multiple_of, SCHEMA_DRAFT_4},
                   {"minimum", &node->minimum, SCHEMA_DRAFT_4},
                   {"maximum", &node->maximum, SCHEMA_DRAFT_4},
                   {"exclusiveMinimum", &node->above, SCHEMA_DRAFT_6},
                   {"exclusiveMaximum", &node->below, SCHEMA_DRAFT_6},
                   {"minLength", &node->min_length, SCHEMA_DRAFT_4},
                   {"maxLength", &node->max_length, SCHEMA_DRAFT_4},
                   {"minItems", &node->min_items, SCHEMA_DRAFT_4},
                   {"maxItems", &node->max_items, SCHEMA_DRAFT_4},
                   {"minProperties", &node->min_properties, SCHEMA_DRAFT_4},
                   {"maxProperties", &node->max_properties, SCHEMA_DRAFT_4},
                   {"minContains", &node->min_contains, SCHEMA_DRAFT_2019},
                   {"maxContains", &node->max_contains, SCHEMA_DRAFT_2019}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (m->draft >= numbers[i].from)
            *numbers[i].to = value_gets(v, numbers[i].key);
}

static bool is_set(const struct value *v, const char *key)
{
    const struct value *flag = value_gets(v, key);
    return flag && flag->boolean;
}

/* Draft 4's exclusiveMinimum: true turns minimum into it. */
static void turn_old_bounds(const struct value *v, struct schema_node *node)
{
    if (is_set(v, "exclusiveMinimum")) {
        node->above = node->minimum;
        node->minimum = NULL;
    }
    if (is_set(v, "exclusiveMaximum")) {
        node->below = node->maximum;
        node->maximum = NULL;
    }
}

int schema_plain_read(struct schema_maker *m, const struct value *v, const char *pointer,
                      struct schema_node *node)
{
    const char *pattern = value_gets_text(v, "pattern", NULL), *format = value_gets_text(v, "format", NULL);
    node->types = types_of(value_gets(v, "type"));
    node->constant = m->draft >= SCHEMA_DRAFT_6 ? value_gets(v, "const") : NULL;
    node->enumeration = value_gets(v, "enum");
    node->required = value_gets(v, "required");
    node->dependencies = value_gets(v, "dependencies");
    node->required_with = m->draft >= SCHEMA_DRAFT_2019 ? value_gets(v, "dependentRequired") : NULL;
    node->unique_items = is_set(v, "uniqueItems");
    read_numbers(m, v, node);
    if (m->draft == SCHEMA_DRAFT_4)
        turn_old_bounds(v, node);
    if (format && m->draft < SCHEMA_DRAFT_2019) {
        node->format_name = format;
        node->format = schema_format_named(format);
    }
    if (pattern)
        node->pattern = schema_maker_regex(m, v, pattern, schema_maker_below(m, pointer, "pattern"));
    return pattern && !node->pattern ? -1 : 0;
}
