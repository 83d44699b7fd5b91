#include "tests/unit/cmocka_all.h"

#include "dnsd/print.h"

static void what_fits_stands_one_behind_the_other(void **state)
{
    (void)state;
    char room[16];
    struct print p = {.to = room, .room = sizeof room};
    print_add(&p, "%d", 12);
    print_add(&p, " %s", "ab");
    assert_string_equal(room, "12 ab");
    assert_int_equal(p.len, 5);
}

static void what_does_not_fit_is_cut_and_the_end_is_a_nul(void **state)
{
    (void)state;
    char room[8 + 1];
    struct print p = {.to = room, .room = 8};
    room[8] = '!';
    print_add(&p, "12345");
    print_add(&p, "%s", "67890");
    assert_string_equal(room, "1234567");
    assert_int_equal(p.len, 7);
    print_add(&p, "more");
    assert_string_equal(room, "1234567");
    assert_int_equal(room[8], '!');
}

static void room_for_a_nul_takes_nothing(void **state)
{
    (void)state;
    char room[1] = {'x'};
    struct print p = {.to = room, .room = 1};
    print_add(&p, "abc");
    assert_int_equal(p.len, 0);
    assert_int_equal(room[0], '\0');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_fits_stands_one_behind_the_other),
        cmocka_unit_test(what_does_not_fit_is_cut_and_the_end_is_a_nul),
        cmocka_unit_test(room_for_a_nul_takes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
