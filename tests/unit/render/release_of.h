/* release_of.h: a release of the built-in chart, from values as text. */
#pragma once

#include <string.h>

#include "render/release.h"
#include "tests/unit/fresh_arena.h"

static struct cli cli;

/* The release my-rel in the namespace default; the values have the file "v.yaml". */
static inline struct helm *prepared(const char *values)
{
    static const char *const files[] = {"v.yaml"};
    struct helm *h = arena_alloc(&arena, sizeof *h);
    struct bytes *texts = arena_alloc(&arena, sizeof *texts);
    *texts = (struct bytes){values, strlen(values)};
    cli = (struct cli){.release = "my-rel",
                       .namespace = "default",
                       .api_versions = value_list(&arena),
                       .skip_schema = true,
                       .values = {.files = files, .texts = texts, .file_count = 1}};
    helm_init(h, &cli, &arena);
    assert_int_equal(helm_prepare(h), 0);
    return h;
}

static inline struct release release_of(const char *values)
{
    struct release r;
    release_read(prepared(values), &r);
    return r;
}
