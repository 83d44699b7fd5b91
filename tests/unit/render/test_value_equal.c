#include "tests/unit/cmocka_all.h"

#include <math.h>

#include "render/go_type.h"
#include "render/value_equal.h"
#include "tests/unit/render/arena_json.h"

static void values_are_equal_by_type_and_content(void **state)
{
    static const struct {
        const char *a, *b;
        bool equal;
    } cases[] = {
        {"null", "null", true},
        {"null", "false", false},
        {"true", "true", true},
        {"true", "false", false},
        {"1", "1", true},
        {"1", "2", false},
        {"1", "1.0", false},
        {"9007199254740993", "9007199254740992", false},
        {"1.5", "1.5", true},
        {"0.0", "-0.0", true},
        {"\"a\"", "\"a\"", true},
        {"\"a\"", "\"A\"", false},
        {"\"a\\u0000b\"", "\"a\\u0000c\"", false},
        {"\"a\"", "\"a\\u0000\"", false},
        {"\"1\"", "1", false},
        {"[]", "[]", true},
        {"[]", "{}", false},
        {"[1, [2]]", "[1, [2]]", true},
        {"[1, [2]]", "[1, [3]]", false},
        {"[1, 2]", "[2, 1]", false},
        {"[1]", "[1, 2]", false},
        {"{\"a\": 1, \"b\": {\"c\": 2}}", "{\"b\": {\"c\": 2}, \"a\": 1}", true},
        {"{\"a\": 1}", "{\"b\": 1}", false},
        {"{\"a\": 1}", "{\"ab\": 1}", false},
        {"{\"a\": null}", "{}", false},
        {"{\"a\": {\"b\": 1}}", "{\"a\": {\"b\": 2}}", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct value *a = json_value(cases[i].a), *b = json_value(cases[i].b);
        if (value_equal(a, b) != cases[i].equal || value_equal(b, a) != cases[i].equal)
            fail_msg("%s and %s", cases[i].a, cases[i].b);
    }
}

static void nan_is_not_itself(void **state)
{
    struct value *list = value_list(&arena);
    (void)state;
    assert_false(value_equal(value_float(&arena, NAN), value_float(&arena, NAN)));
    assert_true(value_equal(value_float(&arena, INFINITY), value_float(&arena, INFINITY)));
    value_push(&arena, list, value_float(&arena, NAN));
    struct value *other = value_list(&arena);
    value_push(&arena, other, value_float(&arena, NAN));
    assert_false(value_equal(list, other));
    assert_true(value_equal(list, list)); /* as in Go, which does not look into one and the same */
}

static void another_go_type_is_never_equal(void **state)
{
    struct value *plain = json_value("[1]"), *strings = json_value("[1]"), *inner = json_value("[[1]]");
    (void)state;
    strings->form = FORM_STRINGS;
    inner->list.items[0]->form = FORM_STRINGS;
    assert_false(value_equal(plain, strings));
    assert_true(value_equal(strings, strings));
    assert_false(value_equal(inner, json_value("[[1]]")));
}

static struct value *that_holds_itself(void)
{
    struct value *map = value_map(&arena);
    assert_int_equal(value_sets(&arena, map, "a", map), 0);
    return map;
}

static void what_holds_itself_equals_itself_alone(void **state)
{
    (void)state;
    const struct value *one = that_holds_itself(), *other = that_holds_itself();
    assert_true(value_equal(one, one));
    assert_false(value_equal(one, other));
}

/* Two lists of two lists of two lists ... */
static struct value *doubled(unsigned times)
{
    struct value *v = value_list(&arena);
    for (; times; times--) {
        struct value *next = value_list(&arena);
        assert_int_equal(value_push(&arena, next, v) | value_push(&arena, next, v), 0);
        v = next;
    }
    return v;
}

static void what_would_take_for_ever_ends(void **state)
{
    (void)state;
    assert_true(value_equal(doubled(10), doubled(10)));
    assert_false(value_equal(doubled(60), doubled(60)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(values_are_equal_by_type_and_content, setup, teardown),
        cmocka_unit_test_setup_teardown(what_holds_itself_equals_itself_alone, setup, teardown),
        cmocka_unit_test_setup_teardown(what_would_take_for_ever_ends, setup, teardown),
        cmocka_unit_test_setup_teardown(nan_is_not_itself, setup, teardown),
        cmocka_unit_test_setup_teardown(another_go_type_is_never_equal, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
