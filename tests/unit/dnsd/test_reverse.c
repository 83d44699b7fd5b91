#include "tests/unit/cmocka_all.h"

#include <arpa/inet.h>
#include <string.h>

#include "common/dname.h"
#include "dnsd/reverse.h"

static const uint8_t *name(const char *text)
{
    static uint8_t wire[DNAME_MAX];
    size_t len;
    assert_null(dname_from_text(text, strlen(text), wire, &len));
    return wire;
}

static void whole_names_give_their_address(void **state)
{
    (void)state;
    uint8_t a[REVERSE_ADDRESS_MAX];
    assert_int_equal(reverse_address(name("4.3.2.1.IN-ADDR.arpa"), a), 4);
    assert_memory_equal(a, "\1\2\3\4", 4);
    assert_int_equal(
        reverse_address(name("f.e.d.C.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.0.0.0.D.f.ip6.arpa"), a),
        16);
    assert_memory_equal(a, "\xfd\0\0\1\0\0\0\0\0\0\0\0\0\0\xcd\xef", 16);
}

static void other_names_give_none(void **state)
{
    (void)state;
    static const char *const names[] = {"3.2.1.in-addr.arpa",
                                        "5.4.3.2.1.in-addr.arpa",
                                        "256.3.2.1.in-addr.arpa",
                                        "x.3.2.1.in-addr.arpa",
                                        "0004.3.2.1.in-addr.arpa",
                                        "in-addr.arpa",
                                        "4.3.2.1.arpa",
                                        "4.3.2.1",
                                        "1.ip6.arpa",
                                        ".",
                                        "4.3.2.1.in-addr.arpa.x"};
    uint8_t a[REVERSE_ADDRESS_MAX];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_int_equal(reverse_address(name(names[i]), a), 0);
}

static void private_trees_and_what_lies_below(void **state)
{
    (void)state;
    static const char *const inside[] = {
        "1.0.0.10.in-addr.arpa",
        "10.in-addr.arpa",
        "leak.1.0.0.10.in-addr.arpa",
        "16.172.in-addr.arpa",
        "1.1.31.172.in-addr.arpa",
        "168.192.in-addr.arpa",
        "1.0.0.127.in-addr.arpa",
        "254.169.in-addr.arpa",
        "64.100.in-addr.arpa",
        "127.100.in-addr.arpa",
        "0.0.0.0.in-addr.arpa",
        "8.e.f.ip6.arpa",
        "b.e.f.ip6.arpa",
        "c.f.ip6.arpa",
        "x.d.f.ip6.arpa",
        "C.E.F.IP6.arpa",
        "5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.ip6.arpa",
        "4.0.3.0.2.0.1.0.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.ip6.arpa"};
    static const char *const outside[] = {"1.2.0.192.in-addr.arpa",
                                          "172.in-addr.arpa",
                                          "15.172.in-addr.arpa",
                                          "32.172.in-addr.arpa",
                                          "63.100.in-addr.arpa",
                                          "128.100.in-addr.arpa",
                                          "in-addr.arpa",
                                          "ip6.arpa",
                                          "f.ip6.arpa",
                                          "10.test",
                                          "8.d.e.f.2.ip6.arpa",
                                          "1.0.0.2.ip6.arpa"};
    for (size_t i = 0; i < sizeof inside / sizeof *inside; i++)
        if (!reverse_is_private(name(inside[i])))
            fail_msg("%s is private", inside[i]);
    for (size_t i = 0; i < sizeof outside / sizeof *outside; i++)
        if (reverse_is_private(name(outside[i])))
            fail_msg("%s is public", outside[i]);
}

static void an_address_is_its_last_owners(void **state)
{
    (void)state;
    static const char web[] = "web", db[] = "db";
    struct arena a;
    arena_init(&a, 1024 * 1024);
    struct reverse *r = reverse_new(&a);
    assert_null(reverse_find(r, (const uint8_t *)"\1\2\3\4", 4));
    reverse_learn(r, web, (const uint8_t *)"\1\2\3\4\1\2\3\5", 4, 2);
    assert_string_equal(reverse_find(r, (const uint8_t *)"\1\2\3\5", 4), "web");
    reverse_learn(r, db, (const uint8_t *)"\1\2\3\5", 4, 1);
    assert_string_equal(reverse_find(r, (const uint8_t *)"\1\2\3\5", 4), "db");
    assert_string_equal(reverse_find(r, (const uint8_t *)"\1\2\3\4", 4), "web");
    reverse_learn(r, web, (const uint8_t *)"\1\2\3\6", 4, 1);
    assert_null(reverse_find(r, (const uint8_t *)"\1\2\3\4", 4));
    reverse_learn(r, web, (const uint8_t *)"0123456789abcdef", 16, 1);
    assert_string_equal(reverse_find(r, (const uint8_t *)"0123456789abcdef", 16), "web");
    assert_string_equal(reverse_find(r, (const uint8_t *)"\1\2\3\6", 4), "web");
    arena_clear(&a);
}

static void a_full_table_forgets_the_oldest(void **state)
{
    (void)state;
    static char services[REVERSE_MAX + 1][8];
    struct arena a;
    arena_init(&a, 1024 * 1024);
    struct reverse *r = reverse_new(&a);
    for (uint32_t i = 0; i <= REVERSE_MAX; i++) {
        uint32_t address = htonl(i);
        if (i == REVERSE_MAX) /* full, and nothing lost yet */
            assert_non_null(reverse_find(r, (const uint8_t *)"\0\0\0\0", 4));
        reverse_learn(r, services[i], (const uint8_t *)&address, 4, 1);
        assert_ptr_equal(reverse_find(r, (const uint8_t *)&address, 4), services[i]);
    }
    assert_null(reverse_find(r, (const uint8_t *)"\0\0\0\0", 4));
    assert_ptr_equal(reverse_find(r, (const uint8_t *)"\0\0\0\1", 4), services[1]);
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_names_give_their_address),    cmocka_unit_test(other_names_give_none),
        cmocka_unit_test(private_trees_and_what_lies_below), cmocka_unit_test(an_address_is_its_last_owners),
        cmocka_unit_test(a_full_table_forgets_the_oldest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
