#include "tests/unit/cmocka_all.h"

#include "common/cursor.h"

static const uint8_t octets[] = {1, 2, 3, 4, 5, 6, 7};

static void integers_are_big_endian(void **state)
{
    (void)state;
    struct cursor c = cursor_over(octets, sizeof octets);
    assert_int_equal(cursor_u8(&c), 1);
    assert_int_equal(cursor_u16(&c), 0x0203);
    assert_int_equal(cursor_u32(&c), 0x04050607);
    assert_true(cursor_done(&c));
}

static void a_read_past_the_end_fails_and_stays_failed(void **state)
{
    (void)state;
    struct cursor c = cursor_over(octets, 3);
    assert_int_equal(cursor_u32(&c), 0);
    assert_true(c.failed);
    assert_int_equal(cursor_u8(&c), 0);
    assert_null(cursor_take(&c, 0));
    assert_false(cursor_done(&c));
}

static void octets_left_over_are_not_done(void **state)
{
    (void)state;
    struct cursor c = cursor_over(octets, 3);
    assert_int_equal(cursor_u16(&c), 0x0102);
    assert_false(cursor_done(&c));
    assert_ptr_equal(cursor_take(&c, 1), octets + 2);
    assert_true(cursor_done(&c));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(integers_are_big_endian),
        cmocka_unit_test(a_read_past_the_end_fails_and_stays_failed),
        cmocka_unit_test(octets_left_over_are_not_done),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
