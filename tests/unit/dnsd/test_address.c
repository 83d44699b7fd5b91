#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "dnsd/address.h"

static const char *fault(const char *text)
{
    struct address a;
    return address_from_text(text, strlen(text), 53, &a);
}

static struct address address(const char *text)
{
    struct address a;
    assert_null(address_from_text(text, strlen(text), 53, &a));
    return a;
}

static void what_people_write_becomes_an_address(void **state)
{
    (void)state;
    const char *cases[][2] = {
        {"127.0.0.1", "127.0.0.1:53"},
        {"127.0.0.1:5300", "127.0.0.1:5300"},
        {"::1", "[::1]:53"},
        {"[::1]", "[::1]:53"},
        {"[::1]:5300", "[::1]:5300"},
        {"fd00::a", "[fd00::a]:53"},
        {"fe80::1%lo", "[fe80::1%lo]:53"},
        {"[fe80::1%1]:1", "[fe80::1%lo]:1"},
        {"::", "[::]:53"},
        {"1.2.3.4:65535", "1.2.3.4:65535"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[ADDRESS_TEXT_MAX];
        struct address a = address(cases[i][0]);
        assert_int_equal(address_to_text(text, &a), strlen(cases[i][1]));
        assert_string_equal(text, cases[i][1]);
    }
}

static void what_is_no_address_is_refused(void **state)
{
    (void)state;
    const char *cases[] = {"",
                           "localhost",
                           "1.2.3",
                           "1.2.3.4:",
                           "1.2.3.4:0",
                           "1.2.3.4:65536",
                           "1.2.3.4:x",
                           "[::1",
                           "[::1]53",
                           "[::1]:",
                           "[]:53",
                           ":53",
                           "::1%nosuch0",
                           "1.2.3.4 ",
                           "1.2.3.4:053053",
                           "fe80::1%",
                           "1.2.3.4%lo"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_non_null(fault(cases[i]));
    char long_text[200];
    memset(long_text, '1', sizeof long_text);
    struct address a;
    assert_non_null(address_from_text(long_text, sizeof long_text, 53, &a));
    assert_non_null(address_from_text("1.2.3.4\0x", 9, 53, &a));
}

static void equal_means_family_host_scope_and_port(void **state)
{
    (void)state;
    struct address a = address("127.0.0.1:53"), b = address("127.0.0.1"), c = address("127.0.0.1:54");
    struct address d = address("::1"), e = address("fe80::1%1"), f = address("fe80::1");
    assert_true(address_equal(&a, &b));
    assert_false(address_equal(&a, &c));
    assert_false(address_equal(&a, &d));
    assert_false(address_equal(&e, &f));
    address_set_port(&c, 53);
    assert_true(address_equal(&a, &c));
}

static void loopback_and_any_are_known(void **state)
{
    (void)state;
    struct address in[] = {address("127.9.9.9"), address("::1"), address("0.0.0.0"), address("::"),
                           address("10.0.0.1")};
    assert_true(address_is_loopback(&in[0]) && address_is_loopback(&in[1]));
    assert_false(address_is_loopback(&in[2]) || address_is_loopback(&in[3]) || address_is_loopback(&in[4]));
    assert_true(address_is_any(&in[2]) && address_is_any(&in[3]));
    assert_false(address_is_any(&in[0]) || address_is_any(&in[1]) || address_is_any(&in[4]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_people_write_becomes_an_address),
        cmocka_unit_test(what_is_no_address_is_refused),
        cmocka_unit_test(equal_means_family_host_scope_and_port),
        cmocka_unit_test(loopback_and_any_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
