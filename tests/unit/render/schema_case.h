/* schema_case.h: a schema, a value and what the checker says of it, in the words of real Helm 3: `helm
 * template` of a chart with that values.schema.json and that values file. */
#pragma once

#include "common/text.h"
#include "render/schema.h"
#include "tests/unit/render/arena_json.h"

struct schema_case {
    const char *schema;
    const char *value;  /* JSON */
    const char *report; /* "": it fits */
};

static inline const char *schema_report(const char *schema_text, const char *json)
{
    const struct bytes bytes = {.at = schema_text, .len = strlen(schema_text)};
    struct schema *schema;
    struct fault fault;
    struct text report;
    fault_init(&fault, &arena);
    text_init(&report, &arena);
    text_add(&report, "", 0);
    if (schema_read(bytes, "s.json", &arena, &schema, &fault) != 0)
        fail_msg("%s: %s", schema_text, fault.helm);
    bool fits = schema_check(schema, json_value(json), &arena, &report, &fault);
    assert_int_equal(fits, report.len == 0);
    return report.at;
}

/* of: the case, whose schema and value are those of a whole chart when put together as told. */
static inline void schema_case_holds(const struct schema_case *of, const char *schema, const char *value)
{
    const char *report = schema_report(schema, value);
    if (strcmp(report, of->report) != 0)
        fail_msg("%s of %s: %s, not %s", of->schema, of->value, report, of->report);
}

/* Cases of the entry v, in draft 7; #/definitions/s and two are there to be referred to. */
static inline void schema_cases_hold(const struct schema_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        schema_case_holds(
            &cases[i],
            arena_printf(&arena,
                         "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"definitions\":{\"s\":{"
                         "\"type\":\"string\"},\"two\":{\"minimum\":2,\"multipleOf\":2}},\"properties\":{"
                         "\"v\":%s}}",
                         cases[i].schema),
            arena_printf(&arena, "{\"v\": %s}", cases[i].value));
}
