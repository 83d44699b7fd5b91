/* What is read is written as TOML that reads as the same. */
#include "tests/fuzz/fuzz.h"

#include "render/toml_read.h"
#include "render/toml_write.h"

static int read_again(const struct text *t, struct arena *a, struct value **v)
{
    struct bytes error;
    return toml_read((struct bytes){t->at, t->len}, 0, a, v, &error);
}

static void write(const struct value *v, struct text *t, struct arena *a)
{
    text_init(t, a);
    text_adds(t, "");
    fuzz_want(!toml_write(v, t));
}

/* Keys in their parts are not as deep as tables in their heads: what came in may be too deep to come back. */
static void come_back(struct value *v, struct arena *a)
{
    struct text first, second;
    write(v, &first, a);
    int outcome = read_again(&first, a, &v);
    fuzz_want(outcome <= 0);
    if (outcome < 0)
        return;
    write(v, &second, a);
    fuzz_want(first.len == second.len && memcmp(first.at, second.at, first.len) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
    struct value *v;
    struct bytes error = {0};
    struct arena a;
    fuzz_arena(&a);
    int outcome = toml_read((struct bytes){(const char *)data, len}, 0, &a, &v, &error);
    if (outcome == 0)
        come_back(v, &a);
    else
        fuzz_want(error.len > 0);
    arena_clear(&a);
    return 0;
}
