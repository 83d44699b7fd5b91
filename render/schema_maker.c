#include "render/schema_maker.h"

#include <string.h>

#include "render/json_pointer.h"

const char *schema_maker_below(const struct schema_maker *m, const char *pointer, const char *keyword)
{
    return json_pointer_below(m->arena, pointer, keyword, strlen(keyword));
}

int schema_maker_reject(struct schema_maker *m, const struct value *at, const char *pointer,
                        const char *message)
{
    if (m->fault->helm)
        return -1;
    fault_set(m->fault,
              "\"" SCHEMA_ROOT_URL
              "#\" is not valid against metaschema: jsonschema validation failed with '%s'\n"
              "- at '%s': %s",
              schema_draft_url(m->draft), pointer, message);
    fault_more(m->fault, value_place(at), "schema %s: %s", pointer, message);
    return -1;
}

int schema_maker_reject_kind(struct schema_maker *m, const struct value *at, const char *pointer,
                             const char *wanted)
{
    return schema_maker_reject(m, at, pointer,
                               arena_printf(m->arena, "got %s, want %s", schema_maker_kind(at), wanted));
}

const char *schema_maker_kind(const struct value *v)
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

struct regex *schema_maker_regex(struct schema_maker *m, const struct value *at, const char *pattern,
                                 const char *pointer)
{
    const char *error;
    struct regex *regex = regex_compile(pattern, strlen(pattern), m->arena, &error);
    if (!regex)
        schema_maker_reject(m, at, pointer,
                            arena_printf(m->arena, "'%s' is not valid regex: %s", pattern, error));
    return regex;
}
