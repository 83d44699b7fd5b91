#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "common/value.h"

static struct arena arena;

static int setup(void **state)
{
    (void)state;
    arena_init(&arena, 1 << 24);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&arena);
    return 0;
}

static void a_map_gives_its_keys_in_octet_order(void **state)
{
    (void)state;
    struct value *map = value_map(&arena);
    const char *keys[] = {"b", "a", "B", "a-", "", "aa", "\xc3\xa9"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        assert_int_equal(value_sets(&arena, map, keys[i], value_int(&arena, (int64_t)i)), 0);
    const char *order[] = {"", "B", "a", "a-", "aa", "b", "\xc3\xa9"};
    assert_int_equal(map->map->count, 7);
    for (size_t i = 0; i < 7; i++)
        assert_string_equal(map->map->entries[i].key, order[i]);
    assert_int_equal(value_gets(map, "aa")->integer, 5);
    assert_null(value_gets(map, "c"));
    value_remove(map, "aa", 2);
    assert_null(value_gets(map, "aa"));
    assert_int_equal(map->map->count, 6);
}

static void a_key_may_hold_a_nul(void **state)
{
    (void)state;
    struct value *map = value_map(&arena);
    value_set(&arena, map, "a\0b", 3, value_int(&arena, 1));
    value_set(&arena, map, "a", 1, value_int(&arena, 2));
    assert_int_equal(value_get(map, "a\0b", 3)->integer, 1);
    assert_int_equal(value_gets(map, "a")->integer, 2);
}

static void a_text_is_given_only_where_one_stands(void **state)
{
    (void)state;
    struct value *map = value_map(&arena);
    value_sets(&arena, map, "t", value_text(&arena, "x", 1));
    value_sets(&arena, map, "n", value_int(&arena, 1));
    assert_string_equal(value_gets_text(map, "t", "-"), "x");
    assert_string_equal(value_gets_text(map, "n", "-"), "-");
    assert_string_equal(value_gets_text(map, "nothing", "-"), "-");
    assert_string_equal(value_gets_text(value_gets(map, "t"), "t", "-"), "-");
    assert_null(value_gets_text(NULL, "t", NULL));
}

static void count_twice(void *arg, const struct entry *lost, const struct entry *kept)
{
    assert_true(lost->value->integer < kept->value->integer);
    ++*(int *)arg;
}

static void of_equal_keys_the_last_added_wins(void **state)
{
    (void)state;
    struct value *map = value_map(&arena);
    int64_t n = 0;
    for (int round = 0; round < 3; round++) {
        for (char key = 'z'; key >= 'a'; key--) {
            char *copy = arena_copy(&arena, &key, 1);
            struct entry e = {.key = copy, .key_len = 1, .value = value_int(&arena, n++)};
            assert_int_equal(value_append(&arena, map, e), 0);
        }
    }
    int twice = 0;
    assert_int_equal(value_sort(&arena, map, count_twice, &twice), 0);
    assert_int_equal(twice, 52);
    assert_int_equal(map->map->count, 26);
    assert_int_equal(value_gets(map, "a")->integer, 77);
    assert_int_equal(value_gets(map, "z")->integer, 52);
}

static void many_keys_in_reverse_order_take_no_time(void **state)
{
    (void)state;
    struct value *map = value_map(&arena);
    for (int i = 99999; i >= 0; i--) {
        char *key = arena_printf(&arena, "%05d", i);
        struct entry e = {.key = key, .key_len = 5, .value = NULL};
        assert_int_equal(value_append(&arena, map, e), 0);
    }
    assert_int_equal(value_sort(&arena, map, NULL, NULL), 0);
    for (size_t i = 1; i < map->map->count; i++)
        assert_true(strcmp(map->map->entries[i - 1].key, map->map->entries[i].key) < 0);
}

static void a_copy_shares_no_map_and_no_list(void **state)
{
    (void)state;
    struct value *map = value_map(&arena), *list = value_list(&arena), *inner = value_map(&arena);
    value_push(&arena, list, inner);
    value_sets(&arena, map, "l", list);
    map->line = 7;
    struct value *copy = value_copy(&arena, map);
    assert_int_equal(copy->line, 7);
    value_sets(&arena, inner, "new", value_null(&arena));
    assert_int_equal(value_gets(copy, "l")->list.items[0]->map->count, 0);
}

static void what_holds_itself_is_not_copied(void **state)
{
    (void)state;
    struct value *map = value_map(&arena);
    value_sets(&arena, map, "a", map);
    assert_null(value_copy(&arena, map));
}

static void what_holds_itself_is_endless_and_what_is_shared_is_not(void **state)
{
    struct value *map = value_map(&arena), *shared = value_list(&arena);
    (void)state;
    assert_int_equal(value_sets(&arena, map, "a", value_null(&arena)), 0);
    assert_false(value_is_endless(map));
    assert_int_equal(value_sets(&arena, map, "b", map), 0);
    assert_true(value_is_endless(map));
    for (int doubled = 0; doubled < 60; doubled++) {
        struct value *twice = value_list(&arena);
        assert_int_equal(value_push(&arena, twice, shared) | value_push(&arena, twice, shared), 0);
        shared = twice;
    }
    assert_false(value_is_endless(shared));
}

static void a_shared_map_is_one_map(void **state)
{
    struct value *map = value_map(&arena), *other = value_map_share(&arena, map);
    (void)state;
    other->form = 1;
    for (char key[] = "a"; *key <= 'z'; ++*key)
        assert_int_equal(value_sets(&arena, *key % 2 ? map : other, key, value_null(&arena)), 0);
    assert_int_equal(map->map->count, 26);
    assert_non_null(value_gets(map, "z"));
    value_remove(map, "z", 1);
    assert_null(value_gets(other, "z"));
    assert_int_equal(map->form, 0);
}

static void what_is_no_map_has_no_entries(void **state)
{
    (void)state;
    assert_null(value_gets(value_null(&arena), "a"));
    assert_null(value_gets(value_text(&arena, "a", 1), "a"));
}

static void a_full_arena_is_told(void **state)
{
    (void)state;
    struct arena small;
    arena_init(&small, 512);
    struct value *list = value_list(&small);
    int status = 0;
    for (int i = 0; i < 1000 && status == 0; i++)
        status = value_push(&small, list, list);
    assert_int_equal(status, -1);
    arena_clear(&small);
}

static void a_shallow_copy_has_entries_of_its_own_and_shares_the_items(void **state)
{
    (void)state;
    struct value *map = value_map(&arena), *inner = value_map(&arena);
    assert_int_equal(value_sets(&arena, map, "b", inner), 0);
    map->form = 3;
    struct value *copy = value_map_copy(&arena, map);
    assert_int_equal(copy->form, 3);
    assert_ptr_equal(value_gets(copy, "b"), inner);
    assert_int_equal(value_sets(&arena, copy, "a", inner), 0);
    value_remove(copy, "b", 1);
    assert_null(value_gets(map, "a"));
    assert_ptr_equal(value_gets(map, "b"), inner);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_shallow_copy_has_entries_of_its_own_and_shares_the_items, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_map_gives_its_keys_in_octet_order, setup, teardown),
        cmocka_unit_test_setup_teardown(a_key_may_hold_a_nul, setup, teardown),
        cmocka_unit_test_setup_teardown(a_text_is_given_only_where_one_stands, setup, teardown),
        cmocka_unit_test_setup_teardown(of_equal_keys_the_last_added_wins, setup, teardown),
        cmocka_unit_test_setup_teardown(many_keys_in_reverse_order_take_no_time, setup, teardown),
        cmocka_unit_test_setup_teardown(a_copy_shares_no_map_and_no_list, setup, teardown),
        cmocka_unit_test_setup_teardown(what_holds_itself_is_not_copied, setup, teardown),
        cmocka_unit_test_setup_teardown(a_shared_map_is_one_map, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_no_map_has_no_entries, setup, teardown),
        cmocka_unit_test_setup_teardown(what_holds_itself_is_endless_and_what_is_shared_is_not, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_full_arena_is_told, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
