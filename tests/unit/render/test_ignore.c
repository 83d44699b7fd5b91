#include "tests/unit/cmocka_all.h"

#include "render/ignore.h"
#include "tests/unit/render/arena_json.h"

static struct ignore read_rules(const char *text)
{
    struct ignore rules;
    struct fault f;
    fault_init(&f, &arena);
    if (ignore_read((struct bytes){.at = text, .len = text ? strlen(text) : 0}, &arena, &rules, &f) != 0)
        fail_msg("%s: %s", text ? text : "no rules", f.helm);
    return rules;
}

static void rules_leave_out_what_helm_leaves_out(void **state)
{
    static const struct {
        const char *rules, *path;
        bool is_folder, left_out;
    } cases[] = {
        {"", "a", false, false},
        {"# a", "a", false, false},
        {"a", "a", false, true},
        {"a", "b/a", false, true},
        {"a", "a/b", false, false},
        {"  a\t\r\n", "a", false, true},
        {"\xef\xbb\xbf"
         "a",
         "a", false, true},
        {"b\na", "a", false, true},
        {"*.txt", "b/c.txt", false, true},
        {"*.txt", "b/c.txt2", false, false},
        {"a/", "a", false, false},
        {"a/", "a", true, true},
        {"a/", "b/a", true, true},
        {"/a", "a", false, true},
        {"/a", "b/a", false, false},
        {"b/a", "b/a", false, true},
        {"b/a", "c/b/a", false, false},
        {"b/*", "b/a", false, true},
        {"b/*", "b/a/c", false, false},
        {"/a/", "a", true, true},
        {"!a", "a", false, false},
        {"!a", "b", false, true},
        {"!a/", "a", false, true},
        {"!a/", "a", true, false},
        {"b\n!*", "b", false, true},
        {"[ab]", "b", false, true},
        {"\\#a", "#a", false, true},
        {"a b", "a b", false, true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ignore rules = read_rules(cases[i].rules);
        if (ignore_has(&rules, cases[i].path, cases[i].is_folder) != cases[i].left_out)
            fail_msg("%s on %s", cases[i].rules, cases[i].path);
    }
}

static void hidden_files_of_templates_are_always_left_out(void **state)
{
    struct ignore rules = read_rules(NULL);
    (void)state;
    assert_true(ignore_has(&rules, "templates/.swp", false));
    assert_false(ignore_has(&rules, "templates/.", false));
    assert_false(ignore_has(&rules, "templates/a.yaml", false));
    assert_false(ignore_has(&rules, "templates/sub/.swp", false));
    assert_false(ignore_has(&rules, ".swp", false));
}

static void a_bad_rule_is_named(void **state)
{
    static const struct {
        const char *rules, *wanted;
    } cases[] = {
        {"ok\na/**/b", "double-star (**) syntax is not supported"},
        {"[", "syntax error in pattern"},
        {"a[]", "syntax error in pattern"},
        {"a\\", "syntax error in pattern"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ignore rules;
        struct fault f;
        fault_init(&f, &arena);
        int got = ignore_read((struct bytes){.at = cases[i].rules, .len = strlen(cases[i].rules)}, &arena,
                              &rules, &f);
        assert_int_equal(got, cases[i].wanted ? -1 : 0);
        if (cases[i].wanted)
            assert_string_equal(f.helm, cases[i].wanted);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(rules_leave_out_what_helm_leaves_out, setup, teardown),
        cmocka_unit_test_setup_teardown(hidden_files_of_templates_are_always_left_out, setup, teardown),
        cmocka_unit_test_setup_teardown(a_bad_rule_is_named, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
