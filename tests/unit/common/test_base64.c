#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "common/base64.h"

enum { ROOM = 64 };

static void octets_come_back_from_text(void **state)
{
    (void)state;
    static const struct {
        const char *text, *octets;
    } cases[] = {{"", ""},
                 {"Zg==", "f"},
                 {"Zm8=", "fo"},
                 {"Zm9v", "foo"},
                 {"Zm9vYg==", "foob"},
                 {"Zm9vYmE=", "fooba"},
                 {"+/+/", "\xfb\xff\xbf"},
                 {"Zm\r\n9v\n", "foo"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char to[ROOM];
        size_t len = ROOM;
        assert_int_equal(base64_read(cases[i].text, strlen(cases[i].text), to, &len), 0);
        assert_int_equal(len, strlen(cases[i].octets));
        assert_memory_equal(to, cases[i].octets, len);
    }
}

static void a_fault_is_where_go_finds_it(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t offset, before; /* of the fault; octets decoded before it */
    } cases[] = {{"Zm9v!", 4, 3},    {"Zg=", 3, 0}, {"Zg", 0, 0},
                 {"Zg==Zg==", 4, 1}, {"=", 0, 0},   {"Zm9vZ-", 5, 3}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char to[ROOM];
        size_t len = ROOM;
        size_t fault = base64_read(cases[i].text, strlen(cases[i].text), to, &len);
        assert_true(fault > 0);
        if (cases[i].offset)
            assert_int_equal(fault - 1, cases[i].offset);
        assert_true(len >= cases[i].before && len <= strlen(cases[i].text));
    }
}

static void every_octet_survives_the_way_there_and_back(void **state)
{
    (void)state;
    struct arena a = {0};
    struct text t;
    char octets[256], back[256];
    for (int i = 0; i < 256; i++)
        octets[i] = (char)i;
    arena_init(&a, 1 << 20);
    for (size_t len = 0; len <= sizeof octets; len++) {
        size_t got = 0;
        text_init(&t, &a);
        text_adds(&t, "");
        base64_write(octets, len, &t);
        assert_int_equal(t.len, (len + 2) / 3 * 4);
        assert_int_equal(base64_read(t.at, t.len, back, &got), 0);
        assert_int_equal(got, len);
        assert_memory_equal(back, octets, len);
    }
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(octets_come_back_from_text),
        cmocka_unit_test(a_fault_is_where_go_finds_it),
        cmocka_unit_test(every_octet_survives_the_way_there_and_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
