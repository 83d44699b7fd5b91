/* tree_rows.h: templates, and what Go prints of their trees or says against them. */
#pragma once

#include <string.h>

#include "render/template/parse.h"
#include "tests/unit/fresh_arena.h"

#define WITH_ARENA(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

struct row {
    const char *template, *wanted; /* the tree as Go prints it, or the error */
};

static void check(const struct row *row)
{
    struct trees trees = {.arena = &arena};
    size_t len = strlen(row->template);
    const char *error = parse_template(&trees, "t", row->template, len);
    const struct tree *t = error ? NULL : trees_find(&trees, "t", 1);
    assert_string_equal(error ? error : t ? node_text(t->root, &arena) : "(none)", row->wanted);
}

#define ROWS(...)                                                                                            \
    static const struct row rows[] = {__VA_ARGS__};                                                          \
    (void)state;                                                                                             \
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)                                                  \
    check(&rows[i])
