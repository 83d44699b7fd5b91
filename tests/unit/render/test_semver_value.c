#include "render/semver_value.h"

#include <string.h>

#include "render/go_type.h"
#include "tests/unit/fresh_arena.h"

static void a_version_keeps_its_text_and_reads_it_again(void **state)
{
    struct semver v;
    (void)state;
    assert_true(semver_read("v1.2-rc.1+b", 11, &v));
    const struct value *made = semver_value(&v, value_text(&arena, "v1.2-rc.1+b", 11), &arena);
    assert_int_equal(made->form, FORM_SEMVER);
    assert_true(value_is(value_gets(made, ""), "1.2.0-rc.1+b"));
    assert_true(value_is(semver_value_original(made), "v1.2-rc.1+b"));
    v = semver_value_read(made);
    assert_int_equal(v.minor, 2);
    assert_memory_equal(v.pre, "rc.1", v.pre_len);
    assert_memory_equal(v.metadata, "b", v.metadata_len);
}

static void one_that_was_read_from_nothing_is_zero(void **state)
{
    (void)state;
    const struct value *made = semver_value(&(struct semver){0}, value_text(&arena, "", 0), &arena);
    assert_true(value_is(value_gets(made, ""), "0.0.0"));
    assert_int_equal(semver_value_read(made).major, 0);
}

#define test(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(a_version_keeps_its_text_and_reads_it_again),
        test(one_that_was_read_from_nothing_is_zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
