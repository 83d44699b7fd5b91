/* values.yaml, a NUL, a template, a NUL, a template of definitions: parsed and executed within small bounds.
 */
#include "tests/fuzz/fuzz.h"

#include <setjmp.h>

#include "render/helm_yaml.h"
#include "render/template/template.h"

/* A template may ask for any amount; what counts is that it is told so and nothing else happens. */
enum { ARENA_MAX = 16 * 1024 * 1024 };

static jmp_buf full;

static void out_of_memory(void *arg)
{
    (void)arg;
    longjmp(full, 1);
}

static struct bytes part(const uint8_t **at, const uint8_t *end)
{
    const uint8_t *nul = *at < end ? memchr(*at, 0, (size_t)(end - *at)) : NULL;
    const uint8_t *stop = nul ? nul : end;
    struct bytes out = {.at = (const char *)*at, .len = (size_t)(stop - *at)};
    *at = nul ? nul + 1 : end;
    return out;
}

static void render(const uint8_t *data, size_t len, struct arena *a)
{
    const uint8_t *at = data, *end = data + len;
    struct bytes values_text = part(&at, end), main_text = part(&at, end), helpers = part(&at, end);
    struct value *values, *root = value_map(a);
    struct text out;
    struct fault f;
    fault_init(&f, a);
    text_init(&out, a);
    if (helm_yaml_values(values_text, NULL, false, "", a, &values, &f) != 0)
        return;
    (void)value_sets(a, root, "Values", values);
    struct template_set *set = template_new(a, true);
    if (template_parse(set, "c/templates/a.yaml", main_text.at, main_text.len, &f) != 0 ||
        template_parse(set, "c/templates/_h.tpl", helpers.at, helpers.len, &f) != 0 ||
        template_execute(set, "c/templates/a.yaml", root, &out, &f) != 0)
        fuzz_want(f.helm != NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
    struct arena a;
    arena_init(&a, ARENA_MAX);
    a.on_full = out_of_memory;
    if (setjmp(full) == 0)
        render(data, len, &a);
    arena_clear(&a);
    return 0;
}
