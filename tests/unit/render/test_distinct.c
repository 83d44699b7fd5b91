#include "tests/unit/cmocka_all.h"

#include "render/distinct.h"
#include "render/schema_node.h"

enum { ROOM = 32 << 20, MANY = 100000 };

static void values_equal_as_json_are_found_whatever_their_kind(void **state)
{
    (void)state;
    struct arena a;
    struct distinct d;
    bool is_new;
    arena_init(&a, ROOM);
    distinct_init(&d, 4, schema_equal, &a);
    assert_int_equal(distinct_add(&d, value_int(&a, 0), &is_new), 0);
    assert_true(is_new);
    assert_int_equal(distinct_add(&d, value_text(&a, "0", 1), &is_new), 1);
    assert_true(is_new);
    assert_int_equal(distinct_add(&d, value_float(&a, -0.0), &is_new), 0);
    assert_false(is_new);
    assert_int_equal(distinct_add(&d, value_map(&a), &is_new), 2);
    assert_true(is_new);
    arena_clear(&a);
}

static void a_hundred_thousand_are_told_apart_at_once(void **state)
{
    (void)state;
    struct arena a;
    struct distinct d;
    bool is_new;
    arena_init(&a, ROOM);
    distinct_init(&d, MANY + 1, schema_equal, &a);
    for (int64_t i = 0; i < MANY; i++) {
        assert_int_equal(distinct_add(&d, value_int(&a, i), &is_new), i);
        assert_true(is_new);
    }
    assert_int_equal(distinct_add(&d, value_int(&a, 77), &is_new), 77);
    assert_false(is_new);
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_equal_as_json_are_found_whatever_their_kind),
        cmocka_unit_test(a_hundred_thousand_are_told_apart_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
