#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "render/glob.h"
#include "render/ignore.h"
#include "render/nearest.h"
#include "render/uri.h"
#include "tests/unit/fresh_arena.h"

static bool fits(const char *pattern, const char *name)
{
    bool bad;
    bool result = glob_match(pattern, name, &bad);
    assert_false(bad);
    return result;
}

static void stars_do_not_cross_folders(void **state)
{
    (void)state;
    assert_true(fits("*.yaml", "a.yaml") && fits("a/*", "a/b") && fits("a?c", "abc") && fits("[a-c]x", "bx"));
    assert_true(fits("[^a]x", "bx") && fits("\\*", "*") && fits("*a*b*", "xxaybzz") && fits("", ""));
    assert_false(fits("*.yaml", "d/a.yaml") || fits("a?c", "a/c") || fits("[a-c]x", "dx") || fits("a", "ab"));
    assert_true(fits("?", "\xc3\xa9") && fits("[\xc3\xa0-\xc3\xbf]", "\xc3\xa9"));
}

static void a_malformed_pattern_is_told(void **state)
{
    (void)state;
    const char *patterns[] = {"[", "[a", "[]", "\\", "a[", "x[a-"};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        bool bad;
        assert_false(glob_match(patterns[i], "abc", &bad));
        assert_true(bad);
    }
}

static bool ignored(const char *rules, const char *path, bool folder)
{
    struct ignore ignore;
    struct fault f;
    fault_init(&f, &arena);
    assert_int_equal(ignore_read((struct bytes){.at = rules, .len = strlen(rules)}, &arena, &ignore, &f), 0);
    return ignore_has(&ignore, path, folder);
}

static void rules_of_helmignore_leave_files_out(void **state)
{
    (void)state;
    assert_true(ignored("# c\n*.bak\n", "d/x.bak", false));
    assert_true(ignored("/top.txt", "top.txt", false) && !ignored("/top.txt", "d/top.txt", false));
    assert_true(ignored("d/", "d", true) && !ignored("d/", "d", false));
    assert_true(ignored("a/b", "a/b", false) && !ignored("a/b", "x/a/b", false));
    assert_true(ignored("!x", "y", false) && !ignored("!x", "x", false));
    assert_true(ignored("", "templates/.hidden", false) && !ignored("", "templates/d/.seen", false));
}

static void a_near_name_is_found(void **state)
{
    (void)state;
    struct value *map = value_map(&arena);
    const char *keys[] = {"image", "command", "env", "ports"};
    for (size_t i = 0; i < 4; i++)
        value_sets(&arena, map, keys[i], map);
    assert_string_equal(nearest_key(map, "iamge", 5), "image");
    assert_string_equal(nearest_key(map, "Ports", 5), "ports");
    assert_string_equal(nearest_key(map, "comand", 6), "command");
    assert_null(nearest_key(map, "volumes", 7));
    assert_null(nearest_key(map, "", 0));
}

static void references_are_resolved(void **state)
{
    (void)state;
    const char *cases[][3] = {
        {"http://a/b/c/d;p?q", "g", "http://a/b/c/g"},
        {"http://a/b/c/d;p?q", "../g", "http://a/b/g"},
        {"http://a/b/c/d;p?q", "../../../g", "http://a/g"},
        {"http://a/b/c/d;p?q", "?y", "http://a/b/c/d;p?y"},
        {"http://a/b/c/d;p?q", "", "http://a/b/c/d;p?q"},
        {"http://a/b/c/d;p?q", "//g", "http://g"},
        {"http://a/b/c/d;p?q", "/./g", "http://a/g"},
        {"http://a/b/c/d;p?q", "g:h", "g:h"},
        {"http://a/b/c/d;p?q", "./", "http://a/b/c/"},
        {"file:///values.schema.json", "#x", "file:///values.schema.json"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(uri_resolve(&arena, cases[i][0], cases[i][1]), cases[i][2]);
    assert_string_equal(uri_fragment(&arena, "x#/a%25b"), "/a%b");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(stars_do_not_cross_folders, setup, teardown),
        cmocka_unit_test_setup_teardown(a_malformed_pattern_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(rules_of_helmignore_leave_files_out, setup, teardown),
        cmocka_unit_test_setup_teardown(a_near_name_is_found, setup, teardown),
        cmocka_unit_test_setup_teardown(references_are_resolved, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
