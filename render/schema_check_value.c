#include <math.h>

#include "render/schema_run.h"
#include "render/schema_words.h"

static unsigned type_of(const struct value *v)
{
    switch ((enum value_kind)v->kind) {
    case VALUE_NULL: return SCHEMA_NULL;
    case VALUE_BOOL: return SCHEMA_BOOLEAN;
    case VALUE_INT: return SCHEMA_NUMBER | SCHEMA_INTEGER;
    case VALUE_FLOAT: return v->number == floor(v->number) ? SCHEMA_NUMBER | SCHEMA_INTEGER : SCHEMA_NUMBER;
    case VALUE_STRING: return SCHEMA_STRING;
    case VALUE_LIST: return SCHEMA_ARRAY;
    case VALUE_MAP: break;
    }
    return SCHEMA_OBJECT;
}

static const char *const type_names[] = {"null", "boolean", "number", "integer", "string", "array", "object"};
enum { TYPES = 7 };

static bool check_type(struct run *r)
{
    unsigned is = type_of(r->v);
    if (!r->node->types || (r->node->types & is))
        return true;
    struct text want;
    text_init(&want, r->c->arena);
    const char *got = "";
    for (unsigned i = TYPES; i-- > 0;)
        if (is & (1u << i))
            got = type_names[i];
    for (unsigned i = 0; i < TYPES; i++)
        if (r->node->types & (1u << i))
            text_printf(&want, "%s%s", want.len ? " or " : "", type_names[i]);
    schema_run_complain(r, "got %s, want %s", got, want.at);
    return false;
}

static bool check_constant(struct run *r)
{
    const struct value *want = r->node->constant;
    if (!want || schema_equal(r->v, want))
        return true;
    if (want->kind == VALUE_LIST || want->kind == VALUE_MAP)
        schema_run_complain(r, "'const' failed");
    else
        schema_run_complain(r, "value must be %s", schema_display(r->c->arena, want));
    return false;
}

static bool check_enumeration(struct run *r)
{
    const struct value *want = r->node->enumeration;
    bool primitive = true;
    struct text list;
    if (!want)
        return true;
    text_init(&list, r->c->arena);
    text_add(&list, "", 0);
    for (size_t i = 0; i < want->list.count; i++) {
        const struct value *item = want->list.items[i];
        if (schema_equal(r->v, item))
            return true;
        primitive = primitive && item->kind != VALUE_LIST && item->kind != VALUE_MAP;
        if (!r->only_whether)
            text_printf(&list, "%s%s", i ? ", " : "", schema_display(r->c->arena, item));
    }
    if (primitive)
        schema_run_complain(r, "value must be %s%s", want->list.count == 1 ? "" : "one of ", list.at);
    else
        schema_run_complain(r, "'enum' failed");
    return false;
}

static bool check_format(struct run *r)
{
    if (!r->node->format || r->v->kind != VALUE_STRING)
        return true;
    const char *why = r->node->format(r->c->arena, r->v->text.at, r->v->text.len);
    if (why)
        schema_run_complain(r, "%s is not valid %s: %s", schema_display(r->c->arena, r->v),
                            r->node->format_name, why);
    return !why;
}

bool schema_check_value(struct run *r)
{
    return check_type(r) && check_constant(r) && check_enumeration(r) && check_format(r);
}
