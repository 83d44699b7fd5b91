/* What is read is written as JSON that reads as the same. */
#include "tests/fuzz/fuzz.h"

#include "render/json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
    const struct json_options options = {.file = "fuzz.json"};
    struct diag err = {0};
    struct value *v;
    struct arena a;
    fuzz_arena(&a);
    if (json_read((const char *)data, len, &options, &a, &v, &err) == 0) {
        struct text first, second;
        text_init(&first, &a);
        text_init(&second, &a);
        fuzz_want(json_write(v, JSON_ESCAPED, &first) == 0);
        fuzz_want(json_read(first.at, first.len, &options, &a, &v, &err) == 0);
        fuzz_want(json_write(v, JSON_ESCAPED, &second) == 0);
        fuzz_want(first.len == second.len && memcmp(first.at, second.at, first.len) == 0);
    } else {
        fuzz_want(err.count > 0);
    }
    arena_clear(&a);
    return 0;
}
