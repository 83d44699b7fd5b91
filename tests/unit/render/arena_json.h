/* arena_json.h: an arena for each test, and values written as JSON. */
#pragma once

#include <string.h>

#include "render/json.h"
#include "tests/unit/fresh_arena.h"

/* Whole numbers are VALUE_INT. */
static inline struct value *json_value(const char *json)
{
    static struct diag err;
    const struct json_options options = {.keep_integers = true};
    struct value *v;
    err = (struct diag){0};
    if (json_read(json, strlen(json), &options, &arena, &v, &err) != 0)
        fail_msg("%s: %s", json, err.text);
    return v;
}
