/* A Compose file becomes values, or every fault is told; no other file is opened for it. */
#include "tests/fuzz/fuzz.h"

#include "render/compose.h"
#include "render/yaml_write.h"

/* env_file would read whatever it is told to, escaped or not. */
static bool names_files(const char *text, size_t len)
{
    return memmem(text, len, "env_", 4) || memchr(text, '\\', len) || memchr(text, '%', len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
    struct arena a;
    struct fault f;
    struct text warnings, out;
    struct value *values;
    fuzz_arena(&a);
    char *text = arena_copy(&a, (const char *)data, len);
    fault_init(&f, &a);
    text_init(&warnings, &a);
    text_init(&out, &a);
    if (!names_files(text, len)) {
        const struct bytes bytes = {.at = text, .len = len};
        int status = compose_read_text(bytes, "/nonexistent/c.yaml", &a, &values, &warnings, &f);
        fuzz_want(status == 0 || (f.helm && f.more.len));
        if (status == 0)
            fuzz_want(yaml_write(values, YAML_PRETTY, &out) != 0 || out.len);
    }
    arena_clear(&a);
    return 0;
}
