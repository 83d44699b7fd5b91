#include "common/yaml_merge.h"

#include "tests/unit/common/yaml_shown.h"

static void merges_apply_in_order(void **state)
{
    (void)state;
    const char *base = "a: &a {p: 1, q: 2}\nb: &b {p: 3}\n";
    assert_string_equal(helm(arena_printf(&arena, "%sc: {<<: *a, p: 5}", base)),
                        "{a:{p:1,q:2},b:{p:3},c:{p:5,q:2}}");
    assert_string_equal(helm(arena_printf(&arena, "%sc: {p: 5, <<: *a}", base)),
                        "{a:{p:1,q:2},b:{p:3},c:{p:1,q:2}}");
    assert_string_equal(helm(arena_printf(&arena, "%sc: {<<: [*b, *a]}", base)),
                        "{a:{p:1,q:2},b:{p:3},c:{p:3,q:2}}");
    assert_string_equal(strict(arena_printf(&arena, "%sc: {p: 5, <<: *a}", base)),
                        "{a:{p:1,q:2},b:{p:3},c:{p:5,q:2}}");
}

static void a_merge_wants_a_map_or_a_list_of_maps(void **state)
{
    (void)state;
    const char *const wrong[] = {"a: {<<: 5}", "a: {<<: [1]}"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_string_equal(helm(wrong[i]),
                            "v.yaml:1:9: yaml: map merge requires map or sequence of maps as the value\n");
    assert_string_equal(helm("a: &a [{}]\nb: {<<: *a}"),
                        "v.yaml:2:9: yaml: map merge requires map or sequence of maps as the value\n");
}

static void only_a_plain_or_tagged_sign_merges(void **state)
{
    (void)state;
    assert_string_equal(helm("{<<: {a: 1}}"), "{a:1}");
    assert_string_equal(helm("{!!merge '<<': {a: 1}}"), "{a:1}");
    assert_string_equal(helm("{'<<': {a: 1}}"), "{<<:{a:1}}");
    assert_string_equal(helm("{!!str <<: {a: 1}}"), "{<<:{a:1}}");
}

static struct value *map_of(const char *yaml)
{
    const struct yaml_options options = {.file = "v.yaml"};
    struct value *v;
    assert_int_equal(yaml_read(yaml, strlen(yaml), &options, &arena, &v, &err), 0);
    return v;
}

static void what_lies_beneath_shows_only_where_nothing_is(void **state)
{
    (void)state;
    struct yaml_state s = {.arena = &arena, .err = &err};
    struct value *map = map_of("{b: own, d: own}"), *merged = value_map(&arena);
    struct text out;
    assert_int_equal(
        yaml_merge_add(&s, map_of("[{a: 1, b: 1}, {a: 2, c: 2}]"), false, (yaml_mark_t){0}, merged), 0);
    assert_int_equal(yaml_merge_beneath(&s, merged, map), 0);
    text_init(&out, &arena);
    show(map, &out);
    assert_string_equal(out.at, "{a:1,b:'own',c:2,d:'own'}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(merges_apply_in_order, setup, teardown),
        cmocka_unit_test_setup_teardown(a_merge_wants_a_map_or_a_list_of_maps, setup, teardown),
        cmocka_unit_test_setup_teardown(only_a_plain_or_tagged_sign_merges, setup, teardown),
        cmocka_unit_test_setup_teardown(what_lies_beneath_shows_only_where_nothing_is, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
