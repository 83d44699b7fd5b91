#include "tests/unit/cmocka_all.h"

#include "dnsd/due.h"

static void what_came_first_is_due_first_and_not_before_its_time(void **state)
{
    (void)state;
    struct due_queue q = {.delay_ms = 50};
    struct due a = {0}, b = {0};
    assert_int_equal(due_next_ms(&q), UINT64_MAX);
    due_add(&q, &a, 100);
    due_add(&q, &b, 120);
    assert_int_equal(due_next_ms(&q), 150);
    assert_null(due_take(&q, 149));
    assert_ptr_equal(due_take(&q, 170), &a);
    assert_ptr_equal(due_take(&q, 170), &b);
    assert_null(due_take(&q, 170));
    assert_null(a.queue);
}

static void what_is_removed_is_never_due(void **state)
{
    (void)state;
    struct due_queue q = {.delay_ms = 50};
    struct due all[3] = {0};
    for (int i = 0; i < 3; i++)
        due_add(&q, &all[i], 100);
    due_remove(&all[1]);
    due_remove(&all[1]);
    assert_ptr_equal(due_take(&q, 1000), &all[0]);
    due_remove(&all[2]);
    assert_null(due_take(&q, 1000));
    assert_int_equal(due_next_ms(&q), UINT64_MAX);
    due_add(&q, &all[1], 200);
    assert_int_equal(due_next_ms(&q), 250);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_came_first_is_due_first_and_not_before_its_time),
        cmocka_unit_test(what_is_removed_is_never_due),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
