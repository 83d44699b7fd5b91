#include "tests/unit/cmocka_all.h"

#include "common/text.h"

static void additions_follow_each_other(void **state)
{
    (void)state;
    struct arena a;
    struct text t;
    arena_init(&a, 1 << 20);
    text_init(&t, &a);
    text_adds(&t, "ab");
    text_addc(&t, 'c');
    text_repeat(&t, '-', 100);
    text_printf(&t, "%d", 42);
    text_add(&t, "\0z", 2);
    assert_int_equal(t.len, 107);
    assert_memory_equal(t.at, "abc---", 6);
    assert_memory_equal(t.at + 103, "42\0z", 5);
    assert_false(t.failed);
    arena_clear(&a);
}

static void a_full_arena_fails_once_and_for_all(void **state)
{
    (void)state;
    struct arena a;
    struct text t;
    arena_init(&a, 64);
    text_init(&t, &a);
    text_adds(&t, "ab");
    text_repeat(&t, 'x', 64);
    assert_true(t.failed);
    text_adds(&t, "c");
    assert_string_equal(t.at, "ab");
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(additions_follow_each_other),
        cmocka_unit_test(a_full_arena_fails_once_and_for_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
