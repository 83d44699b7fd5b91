#include "tests/unit/cmocka_all.h"

#include "render/template/scope.h"

enum { ROOM = 1 << 20 };

static struct arena arena;
static struct scopes all;

static int setup(void **state)
{
    (void)state;
    arena_init(&arena, ROOM);
    all = (struct scopes){.arena = &arena};
    return arena_alloc(&arena, 1) ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&arena);
    return 0;
}

static void what_a_scope_made_is_given_back(void **state)
{
    (void)state;
    struct scope outer, inner;
    size_t before = arena.used_len;
    scope_open(&all, &outer, NULL, 0);
    assert_non_null(arena_alloc(&arena, 100));
    scope_open(&all, &inner, NULL, 0);
    assert_non_null(arena_alloc(&arena, 100));
    scope_close(&all, &inner);
    assert_true(arena.used_len > before);
    scope_close(&all, &outer);
    assert_int_equal(arena.used_len, before);
    assert_null(all.inmost);
}

static void a_changed_map_keeps_the_scopes_that_began_after_it(void **state)
{
    (void)state;
    struct scope outer, inner;
    size_t before = arena.used_len;
    scope_open(&all, &outer, NULL, 0);
    void *map = arena_alloc(&arena, 100);
    scope_open(&all, &inner, NULL, 0);
    assert_non_null(arena_alloc(&arena, 100));
    assert_int_equal(scope_changes(&all, map), 1);
    size_t kept = arena.used_len;
    scope_close(&all, &inner);
    assert_int_equal(arena.used_len, kept);
    scope_close(&all, &outer);
    assert_int_equal(arena.used_len, before);
}

static void an_assigned_variable_keeps_the_scopes_that_began_after_it(void **state)
{
    (void)state;
    struct scope outer, inner, other;
    scope_open(&all, &outer, &arena, 1);
    scope_open(&all, &inner, &arena, 2);
    scope_assigns(&all, &arena, 1);
    assert_true(inner.keeps);
    assert_false(outer.keeps);
    scope_open(&all, &other, &all, 5); /* of another template */
    scope_assigns(&all, &arena, 0);
    assert_false(other.keeps || outer.keeps);
    scope_close(&all, &other);
    scope_assigns(&all, &arena, 0);
    assert_true(outer.keeps);
    scope_close(&all, &inner);
    scope_close(&all, &outer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_a_scope_made_is_given_back, setup, teardown),
        cmocka_unit_test_setup_teardown(a_changed_map_keeps_the_scopes_that_began_after_it, setup, teardown),
        cmocka_unit_test_setup_teardown(an_assigned_variable_keeps_the_scopes_that_began_after_it, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
