#include "tests/unit/common/yaml_shown.h"

static void aliases_do_not_multiply_without_end(void **state)
{
    (void)state;
    struct text t;
    text_init(&t, &arena);
    text_adds(&t, "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
        text_printf(&t, "a%d: &a%d [", i, i);
        for (int k = 0; k < 10; k++)
            text_printf(&t, "*a%d,", i - 1);
        text_adds(&t, "]\n");
    }
    assert_non_null(strstr(helm(t.at), "yaml: document contains excessive aliasing"));
}

static void an_alias_is_a_copy_of_the_last_of_its_name(void **state)
{
    (void)state;
    assert_string_equal(helm("[&a 1, *a, &a [x, {k: z}], *a, *a]"),
                        "[1,1,['x',{k:'z'}],['x',{k:'z'}],['x',{k:'z'}]]");
    const struct yaml_options options = {.file = "v.yaml"};
    struct value *v;
    assert_int_equal(yaml_read("[&a {b: 1}, *a]", 15, &options, &arena, &v, &err), 0);
    assert_ptr_not_equal(v->list.items[0], v->list.items[1]);
    assert_ptr_not_equal(value_gets(v->list.items[0], "b"), value_gets(v->list.items[1], "b"));
}

static void an_alias_needs_an_anchor_in_its_own_document(void **state)
{
    (void)state;
    const struct yaml_options all = {.file = "v.yaml", .all_documents = true};
    const char *yaml = "&a x\n---\n*a\n";
    assert_string_equal(helm("c: *y"), "v.yaml:1:4: yaml: unknown anchor 'y' referenced\n");
    assert_string_equal(read_with(&all, yaml, strlen(yaml)), "v.yaml:3:1: unknown anchor 'a' referenced\n");
}

static void an_anchor_cannot_hold_itself(void **state)
{
    (void)state;
    assert_string_equal(helm("a: &a [*a]"), "v.yaml:1:8: yaml: anchor 'a' value contains itself\n");
    assert_string_equal(helm("a: &a {b: {c: *a}}"), "v.yaml:1:15: yaml: anchor 'a' value contains itself\n");
}

static void depth_is_bounded_through_aliases(void **state)
{
    (void)state;
    struct text t;
    text_init(&t, &arena);
    text_adds(&t, "[&a ");
    text_repeat(&t, '[', 600);
    text_repeat(&t, ']', 600);
    text_adds(&t, ", ");
    text_repeat(&t, '[', 600);
    text_adds(&t, "*a");
    text_repeat(&t, ']', 600);
    text_adds(&t, "]");
    assert_string_equal(helm(t.at), "v.yaml:1:1807: yaml: exceeded max depth of 1000\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(aliases_do_not_multiply_without_end, setup, teardown),
        cmocka_unit_test_setup_teardown(an_alias_is_a_copy_of_the_last_of_its_name, setup, teardown),
        cmocka_unit_test_setup_teardown(an_alias_needs_an_anchor_in_its_own_document, setup, teardown),
        cmocka_unit_test_setup_teardown(an_anchor_cannot_hold_itself, setup, teardown),
        cmocka_unit_test_setup_teardown(depth_is_bounded_through_aliases, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
