#include "tests/unit/common/yaml_shown.h"

static void scalars_mean_what_go_yaml_says(void **state)
{
    (void)state;
    assert_string_equal(
        helm("[80, 1e6, 0x1F, 0o17, 017, 0b11, 1_000, 1_000.5, 1__0, 1_, 0_1, 08, 00, -07, +1]"),
        "[80,1000000,31,15,15,3,1000,1000.5,10,1,1,8,0,-7,1]");
    assert_string_equal(helm("[0o8, _1, 1e, 0x, 1e400, 12:30, 2001-01-01, =, '1', nO]"),
                        "['0o8','_1','1e','0x','1e400','12:30','2001-01-01','=','1','nO']");
    assert_string_equal(helm("[.5_1, .5_, ._5, .5e1_0]"), "[0.51000000000000001,'.5_','._5',5000000000]");
    assert_string_equal(helm("[true, Yes, ON, y, no, Off, n, null, ~, '', ]"),
                        "[true,true,true,true,false,false,false,null,null,'']");
    assert_string_equal(helm("9007199254740993"), "9007199254740992");
}

static void duplicates_are_an_error_only_when_refused(void **state)
{
    (void)state;
    assert_string_equal(helm("a: 1\nb: 2\na: 3\n"), "{a:3,b:2}");
    assert_string_equal(strict("a: 1\nb: 2\na: 3\n"), "d.yaml:3:1: key \"a\" is there already, at line 1\n");
}

static void what_go_takes_is_taken_where_asked(void **state)
{
    (void)state;
    const struct yaml_options other = {.file = "d.yaml"};
    assert_string_equal(helm("a: \"it\\'s\"\nb: [c:, 1e6:, {d:}]"), "{a:'it's',b:['c:','1e6:',{d::null}]}");
    assert_string_equal(helm("a: \"\\'\"\nb: \"\\q\""),
                        "v.yaml:2:5: yaml: line 2: found unknown escape character\n");
    assert_string_equal(read_with(&other, "a: [x?, \"\\/\"]", 13), "{a:['x?','/']}");
    assert_non_null(strstr(read_with(&other, "a: \"\\'\"", 7), "d.yaml:1:5: found unknown escape character"));
}

static void documents_after_the_first_are_read_on_demand(void **state)
{
    (void)state;
    const struct yaml_options all = {.all_documents = true};
    const char *yaml = "a: 1\n---\nb: 2\n";
    assert_string_equal(helm(yaml), "{a:1}");
    assert_string_equal(read_with(&all, yaml, strlen(yaml)), "[{a:1},{b:2}]");
    assert_string_equal(read_with(&all, "", 0), "[]");
    assert_string_equal(helm(""), "null");
    assert_string_equal(helm("# nothing\n"), "null");
}

static void every_node_knows_its_place(void **state)
{
    (void)state;
    const struct yaml_options options = {.file = "v.yaml", .keep_integers = true};
    const char *yaml = "a:\n  - x\n  - \xc3\xa9: 1\n";
    struct value *v;
    assert_int_equal(yaml_read(yaml, strlen(yaml), &options, &arena, &v, &err), 0);
    const struct value *list = value_gets(v, "a");
    assert_int_equal(list->line, 2);
    assert_int_equal(list->column, 3);
    const struct value *one = value_gets(list->list.items[1], "\xc3\xa9");
    assert_int_equal(one->kind, VALUE_INT);
    assert_int_equal(one->line, 3);
    assert_int_equal(one->column, 8);
    assert_int_equal(value_entry(v, "a", 1)->column, 1);
}

static void a_later_version_is_refused_in_helms_words(void **state)
{
    (void)state;
    const char *const refused[] = {"%YAML 1.2\n---\na: 1", "%YAML \t1.10\n---\na: 1"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        assert_string_equal(helm(refused[i]), "v.yaml:1:1: yaml: found incompatible YAML document\n");
    assert_string_equal(helm("%YAML 1.1\n---\na: 1"), "{a:1}");
    assert_string_equal(strict("%YAML 1.2\n---\na: 1"), "{a:1}");
}

static const char *nested(unsigned depth)
{
    struct text t;
    text_init(&t, &arena);
    text_repeat(&t, '[', depth);
    text_repeat(&t, ']', depth);
    return t.at;
}

static void nesting_is_bounded(void **state)
{
    (void)state;
    assert_string_equal(strict(nested(YAML_DEPTH_MAX + 2)), "d.yaml:1:1002: exceeded max depth of 1000\n");
    assert_int_equal(*strict(nested(YAML_DEPTH_MAX + 1)), '[');
    assert_non_null(strstr(strict(nested(10000)), "exceeded max depth"));
}

static void a_full_arena_is_a_complaint(void **state)
{
    (void)state;
    struct arena small;
    struct value *v;
    const struct yaml_options options = {.file = "v.yaml"};
    for (size_t limit = 0; limit < 4000; limit += 16) {
        err = (struct diag){0};
        arena_init(&small, limit);
        const char *yaml = "a: &x [1, {b: c, d: e}]\n<<: {y: 1}\nz: *x\n? {1: 2}\n: !!binary aGk=\n";
        if (yaml_read(yaml, strlen(yaml), &options, &small, &v, &err) != 0)
            assert_int_equal(err.count, 1);
        arena_clear(&small);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(scalars_mean_what_go_yaml_says, setup, teardown),
        cmocka_unit_test_setup_teardown(duplicates_are_an_error_only_when_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(what_go_takes_is_taken_where_asked, setup, teardown),
        cmocka_unit_test_setup_teardown(documents_after_the_first_are_read_on_demand, setup, teardown),
        cmocka_unit_test_setup_teardown(every_node_knows_its_place, setup, teardown),
        cmocka_unit_test_setup_teardown(a_later_version_is_refused_in_helms_words, setup, teardown),
        cmocka_unit_test_setup_teardown(nesting_is_bounded, setup, teardown),
        cmocka_unit_test_setup_teardown(a_full_arena_is_a_complaint, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
