#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "common/arena.h"

static void pieces_are_zeroed_aligned_and_apart(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a, 1024 * 1024);
    char *first = arena_alloc(&a, 3), *second = arena_alloc(&a, 200 * 1024), *third = arena_alloc(&a, 0);
    assert_non_null(first);
    assert_non_null(second);
    assert_non_null(third);
    assert_int_equal((uintptr_t)second % sizeof(long double), 0);
    for (size_t i = 0; i < 200 * 1024; i++)
        assert_int_equal(second[i], 0);
    memset(second, 1, 200 * 1024);
    assert_int_equal(first[2], 0);
    arena_clear(&a);
}

static void pieces_in_bulk_are_zeroed_and_apart_too(void **state)
{
    (void)state;
    enum { LONG_LEN = 5 * 1024 * 1024 };
    struct arena a;
    arena_init_bulk(&a, 8 * 1024 * 1024);
    for (int turn = 0; turn < 2; turn++) {
        char *first = arena_alloc(&a, 3), *second = arena_alloc(&a, LONG_LEN), *third = arena_alloc(&a, 8);
        assert_true(first && second && third);
        for (size_t i = 0; i < LONG_LEN; i++)
            assert_int_equal(second[i], 0);
        memset(second, 1, LONG_LEN);
        assert_int_equal(first[2] | third[0], 0);
        memset(first, 1, 3);
        arena_clear(&a);
    }
}

static void the_limit_in_bulk_is_that_of_the_octets_handed_out(void **state)
{
    (void)state;
    struct arena a;
    arena_init_bulk(&a, 64);
    assert_non_null(arena_alloc(&a, 64));
    assert_null(arena_alloc(&a, 1));
    arena_clear(&a);
}

static void bulk_that_the_system_has_not_is_a_full_arena(void **state)
{
    (void)state;
    struct arena a;
    arena_init_bulk(&a, SIZE_MAX);
    assert_null(arena_alloc(&a, SIZE_MAX));
    assert_null(arena_alloc(&a, SIZE_MAX / 2));
    assert_null(arena_alloc(&a, SIZE_MAX / 4 - 4096));
    assert_non_null(arena_alloc(&a, 1));
    arena_clear(&a);
}

static void the_limit_is_reached_exactly(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a, 64);
    assert_non_null(arena_alloc(&a, 64));
    assert_null(arena_alloc(&a, 1));
    arena_clear(&a);
    assert_non_null(arena_alloc(&a, 64));
    arena_clear(&a);
}

static void a_product_that_overflows_is_a_full_arena(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a, SIZE_MAX);
    assert_null(arena_alloc_many(&a, SIZE_MAX / 2, 3));
    assert_null(arena_alloc(&a, SIZE_MAX));
    arena_clear(&a);
}

static void the_newest_piece_grows_in_place(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a, 4096);
    char *p = arena_copy(&a, "abc", 3);
    assert_ptr_equal(arena_grow(&a, p, 4, 1000), p);
    assert_non_null(arena_alloc(&a, 1));
    char *moved = arena_grow(&a, p, 1000, 1500);
    assert_ptr_not_equal(moved, p);
    assert_string_equal(moved, "abc");
    arena_clear(&a);
}

static void growing_past_the_limit_leaves_the_piece_alone(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a, 32);
    char *p = arena_copy(&a, "abc", 3);
    assert_null(arena_grow(&a, p, 4, 100));
    assert_string_equal(p, "abc");
    arena_clear(&a);
}

static void note_full(void *arg)
{
    ++*(int *)arg;
}

static void a_full_arena_calls_on_full(void **state)
{
    (void)state;
    struct arena a;
    int calls = 0;
    arena_init(&a, 16);
    a.on_full = note_full;
    a.on_full_arg = &calls;
    assert_null(arena_alloc(&a, 17));
    assert_int_equal(calls, 1);
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_zeroed_aligned_and_apart),
        cmocka_unit_test(pieces_in_bulk_are_zeroed_and_apart_too),
        cmocka_unit_test(the_limit_in_bulk_is_that_of_the_octets_handed_out),
        cmocka_unit_test(bulk_that_the_system_has_not_is_a_full_arena),
        cmocka_unit_test(the_limit_is_reached_exactly),
        cmocka_unit_test(a_product_that_overflows_is_a_full_arena),
        cmocka_unit_test(the_newest_piece_grows_in_place),
        cmocka_unit_test(growing_past_the_limit_leaves_the_piece_alone),
        cmocka_unit_test(a_full_arena_calls_on_full),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
