#include "render/go_path.h"

#include <string.h>

#include "tests/unit/fresh_arena.h"

static const char *clean(const char *name)
{
    struct text t;
    text_init(&t, &arena);
    text_adds(&t, "something that was there");
    go_path_clean(name, strlen(name), &t);
    return t.at;
}

static void names_become_the_shortest_of_the_same(void **state)
{
    static const char *const pairs[][2] = {
        {"", "."},        {"a/b", "a/b"},          {"a//b/", "a/b"},
        {"./a/.", "a"},   {"a/../b", "b"},         {"a/..", "."},
        {"../a", "../a"}, {"../../a/..", "../.."}, {"a/../../b", "../b"},
        {"/", "/"},       {"/../a", "/a"},         {"//a/./b/..", "/a"},
        {"...", "..."},   {"..a/b", "..a/b"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_string_equal(clean(pairs[i][0]), pairs[i][1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(names_become_the_shortest_of_the_same, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
