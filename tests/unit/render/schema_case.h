/* schema_case.h: tables of a schema, a value and what the checker says of it, in the words of real Helm 3:
 * `helm template` of a chart whose values.schema.json is that of schema_case_text. */
#pragma once

#include "common/text.h"
#include "render/schema.h"
#include "tests/unit/render/arena_json.h"

struct schema_case {
    const char *schema; /* draft 7, of the entry v; #/definitions/s and two are there */
    const char *value;  /* JSON */
    const char *report; /* "": it fits */
};

static inline const char *schema_case_text(const char *schema)
{
    return arena_printf(
        &arena,
        "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"definitions\":{\"s\":{"
        "\"type\":\"string\"},\"two\":{\"minimum\":2,\"multipleOf\":2}},\"properties\":{\"v\":"
        "%s}}",
        schema);
}

static inline void schema_cases_hold(const struct schema_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *text = schema_case_text(cases[i].schema);
        const struct bytes bytes = {.at = text, .len = strlen(text)};
        struct schema *schema;
        struct fault fault;
        struct text report;
        fault_init(&fault, &arena);
        text_init(&report, &arena);
        text_add(&report, "", 0);
        if (schema_read(bytes, "s.json", &arena, &schema, &fault) != 0)
            fail_msg("%s: %s", cases[i].schema, fault.helm);
        const struct value *v = json_value(arena_printf(&arena, "{\"v\": %s}", cases[i].value));
        bool fits = schema_check(schema, v, &arena, &report, &fault);
        if (fits != (*cases[i].report == '\0') || strcmp(report.at, cases[i].report) != 0)
            fail_msg("%s of %s: %s, not %s", cases[i].schema, cases[i].value, report.at, cases[i].report);
    }
}
