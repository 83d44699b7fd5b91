/* A schema, a NUL, and JSON held against it. */
#include "tests/fuzz/fuzz.h"

#include "render/json.h"
#include "render/schema.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
    const struct json_options options = {.file = "fuzz.json"};
    const uint8_t *nul = len ? memchr(data, 0, len) : NULL;
    size_t schema_len = nul ? (size_t)(nul - data) : len;
    struct bytes text = {.at = (const char *)data, .len = schema_len};
    struct diag err = {0};
    struct schema *schema;
    struct value *v;
    struct fault f;
    struct arena a;
    fuzz_arena(&a);
    fault_init(&f, &a);
    if (schema_read(text, "fuzz.schema.json", &a, &schema, &f) != 0) {
        fuzz_want(f.helm != NULL);
    } else if (nul && json_read((const char *)nul + 1, len - schema_len - 1, &options, &a, &v, &err) == 0) {
        struct text report;
        text_init(&report, &a);
        text_add(&report, "", 0);
        fuzz_want(schema_check(schema, v, &a, &report, &f) == (report.len == 0));
    }
    arena_clear(&a);
    return 0;
}
