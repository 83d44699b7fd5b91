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

static void what_is_newer_than_a_mark_is_given_back_and_zeroed(void **state)
{
    (void)state;
    enum { MANY = 50, PIECE_LEN = 300 * 1024 };
    for (int bulk = 0; bulk < 2; bulk++) {
        struct arena a;
        if (bulk)
            arena_init_bulk(&a, 32 * 1024 * 1024);
        else
            arena_init(&a, 32 * 1024 * 1024);
        char *older = arena_alloc(&a, 8);
        assert_non_null(older);
        memset(older, 1, 8);
        struct arena_mark mark = arena_mark(&a);
        for (int turn = 0; turn < 5; turn++) {
            for (int i = 0; i < MANY; i++) {
                char *piece = arena_alloc(&a, PIECE_LEN);
                assert_non_null(piece);
                for (size_t at = 0; at < PIECE_LEN; at++)
                    assert_int_equal(piece[at], 0);
                memset(piece, 2, PIECE_LEN);
                assert_true(arena_is_newer(&a, mark, piece));
            }
            assert_false(arena_is_newer(&a, mark, older));
            arena_release(&a, mark);
        }
        assert_int_equal(older[7], 1);
        arena_clear(&a);
    }
}

static void a_mark_of_nothing_gives_all_back(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a, 64);
    struct arena_mark mark = arena_mark(&a);
    assert_non_null(arena_alloc(&a, 64));
    arena_release(&a, mark);
    assert_non_null(arena_alloc(&a, 64));
    arena_clear(&a);
}

static void partners_share_a_limit(void **state)
{
    (void)state;
    enum { ROOM = 8 * 1024 * 1024, PIECE_LEN = 3 * 1024 * 1024 };
    struct arena a, b;
    arena_init_bulk(&a, ROOM);
    arena_init_bulk(&b, ROOM);
    a.partner = &b;
    b.partner = &a;
    assert_non_null(arena_alloc(&a, PIECE_LEN));
    assert_non_null(arena_alloc(&b, PIECE_LEN));
    assert_int_equal(arena_left(&a), 0);
    assert_null(arena_alloc(&a, PIECE_LEN));
    arena_clear(&b);
    assert_non_null(arena_alloc(&a, PIECE_LEN));
    arena_clear(&a);
}

static void a_large_piece_alone_grows_to_the_limit_itself(void **state)
{
    (void)state;
    enum { ROOM = 16 * 1024 * 1024, FIRST_LEN = 3 * 1024 * 1024, ALL_LEN = 15 * 1024 * 1024 };
    struct arena a;
    arena_init_bulk(&a, ROOM);
    char *piece = arena_alloc(&a, FIRST_LEN);
    assert_non_null(piece);
    memset(piece, 'x', FIRST_LEN);
    piece = arena_grow(&a, piece, FIRST_LEN, ALL_LEN);
    assert_non_null(piece);
    assert_int_equal(piece[FIRST_LEN - 1], 'x');
    assert_int_equal(piece[FIRST_LEN] | piece[ALL_LEN - 1], 0);
    assert_null(arena_grow(&a, piece, ALL_LEN, ROOM));
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
        cmocka_unit_test(what_is_newer_than_a_mark_is_given_back_and_zeroed),
        cmocka_unit_test(a_mark_of_nothing_gives_all_back),
        cmocka_unit_test(partners_share_a_limit),
        cmocka_unit_test(a_large_piece_alone_grows_to_the_limit_itself),
        cmocka_unit_test(the_limit_is_reached_exactly),
        cmocka_unit_test(a_product_that_overflows_is_a_full_arena),
        cmocka_unit_test(the_newest_piece_grows_in_place),
        cmocka_unit_test(growing_past_the_limit_leaves_the_piece_alone),
        cmocka_unit_test(a_full_arena_calls_on_full),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
