/* Chart.yaml, a NUL, values.yaml, a NUL, .helmignore: a chart loaded and laid over itself. */
#include "tests/fuzz/fuzz.h"

#include "render/coalesce.h"
#include "render/dependencies.h"
#include "render/ignore.h"

static struct bytes part(const uint8_t **at, const uint8_t *end)
{
    const uint8_t *nul = *at < end ? memchr(*at, 0, (size_t)(end - *at)) : NULL;
    const uint8_t *stop = nul ? nul : end;
    struct bytes out = {.at = (const char *)*at, .len = (size_t)(stop - *at)};
    *at = nul ? nul + 1 : end;
    return out;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
    const uint8_t *at = data, *end = data + len;
    struct chart_file items[] = {
        {"Chart.yaml", "Chart.yaml", part(&at, end)},
        {"values.yaml", "values.yaml", part(&at, end)},
        {"charts/a/Chart.yaml", "charts/a/Chart.yaml", {"name: a\nversion: 1.0.0\n", 23}},
        {"charts/a/values.yaml", "charts/a/values.yaml", {"x: {y: 1}\n", 10}}};
    const struct chart_files files = {.items = items, .count = sizeof items / sizeof *items};
    const struct chart_options options = {.helm4 = len % 2};
    struct chart *chart;
    struct ignore ignore;
    struct fault f;
    struct arena a;
    fuzz_arena(&a);
    fault_init(&f, &a);
    struct coalescing c = {.arena = &a, .helm4 = options.helm4};
    if (chart_load(&files, &options, &a, &chart, &f) == 0) {
        struct value *values = value_copy(&a, chart->values);
        if (dependencies_process(&c, chart, values, &f) != 0 || coalesce(&c, chart, values, &f) != 0)
            fuzz_want(f.helm != NULL);
    } else {
        fuzz_want(f.helm != NULL);
    }
    fault_init(&f, &a);
    if (ignore_read(part(&at, end), &a, &ignore, &f) == 0)
        (void)ignore_has(&ignore, "templates/a.yaml", false);
    arena_clear(&a);
    return 0;
}
