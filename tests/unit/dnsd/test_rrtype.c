#include "tests/unit/cmocka_all.h"

#include "dnsd/rrtype.h"

static void types_print_and_read_back(void **state)
{
    (void)state;
    for (unsigned type = 0; type <= UINT16_MAX; type++) {
        char text[RRTYPE_TEXT_MAX];
        uint16_t read;
        rrtype_to_text(text, (uint16_t)type);
        assert_true(rrtype_from_text(text, &read));
        assert_int_equal(read, type);
    }
}

static void names_are_the_registrys(void **state)
{
    (void)state;
    char text[RRTYPE_TEXT_MAX];
    uint16_t read;
    rrtype_to_text(text, 65);
    assert_string_equal(text, "HTTPS");
    rrtype_to_text(text, 65280);
    assert_string_equal(text, "TYPE65280");
    rrclass_to_text(text, 7);
    assert_string_equal(text, "CLASS7");
    rcode_to_text(text, 3);
    assert_string_equal(text, "NXDOMAIN");
    assert_true(rrtype_from_text("aaaa", &read));
    assert_int_equal(read, 28);
}

static void what_is_no_type_is_refused(void **state)
{
    (void)state;
    uint16_t read;
    static const char *const bad[] = {"", "TYPE", "TYPE65536", "TYPE-1", "TYPE1x", "A ", "28"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(rrtype_from_text(bad[i], &read));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(types_print_and_read_back),
        cmocka_unit_test(names_are_the_registrys),
        cmocka_unit_test(what_is_no_type_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
