#include "render/json_pointer.h"

#include "tests/unit/render/arena_json.h"

static void a_pointer_grows_by_an_escaped_part(void **state)
{
    (void)state;
    const char *below = json_pointer_below(&arena, "", "a", 1);
    assert_string_equal(below, "/a");
    assert_string_equal(json_pointer_below(&arena, below, "b/~1", 4), "/a/b~1~01");
    assert_string_equal(json_pointer_below(&arena, below, "", 0), "/a/");
    assert_string_equal(json_pointer_below(&arena, below, "0", 1), "/a/0");
}

/* What pointer leads to, which must be a number; -1: nothing. */
static int64_t at(const struct value *v, const char *pointer)
{
    while (v && *pointer)
        v = json_pointer_step(&arena, v, &pointer);
    return v ? v->integer : -1;
}

static void a_pointer_is_followed_part_by_part(void **state)
{
    (void)state;
    const struct value *v = json_value("{\"a\":[{\"b/c\":1},{\"~1\":2},3],\"\":4,\"~\":5}");
    assert_int_equal(at(v, "/a/0/b~1c"), 1);
    assert_int_equal(at(v, "/a/1/~01"), 2);
    assert_int_equal(at(v, "/a/02"), 3);
    assert_int_equal(at(v, "/"), 4);
    assert_int_equal(at(v, "/~"), 5);
}

static void a_pointer_may_lead_nowhere(void **state)
{
    (void)state;
    const struct value *v = json_value("{\"a\":[1],\"s\":\"x\"}");
    const char *const nowhere[] = {"/b", "/a/1", "/a/-", "/a/", "/a/0x", "/a/0000000000", "/s/0"};
    for (size_t i = 0; i < sizeof nowhere / sizeof *nowhere; i++)
        assert_int_equal(at(v, nowhere[i]), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_pointer_grows_by_an_escaped_part, setup, teardown),
        cmocka_unit_test_setup_teardown(a_pointer_is_followed_part_by_part, setup, teardown),
        cmocka_unit_test_setup_teardown(a_pointer_may_lead_nowhere, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
