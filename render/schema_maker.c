#include "render/schema_maker.h"

#include <string.h>

#include "render/json_pointer.h"
#include "render/quote.h"

const char *schema_maker_below(const struct schema_maker *m, const char *pointer, const char *keyword)
{
    return json_pointer_below(m->arena, pointer, keyword, strlen(keyword));
}

struct regex *schema_maker_regex(struct schema_maker *m, const struct value *at, const char *pattern,
                                 const char *pointer)
{
    const char *error;
    struct regex *regex = regex_compile(pattern, strlen(pattern), m->arena, &error);
    if (!regex) {
        fault_set(m->fault, "invalid regex %s at \"" SCHEMA_ROOT_URL "#%s\": %s",
                  quote_go(m->arena, pattern, strlen(pattern)), pointer, error);
        fault_more(m->fault, value_place(at), "schema %s: '%s' is not valid regex: %s", pointer, pattern,
                   error);
    }
    return regex;
}
