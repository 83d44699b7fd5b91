#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "common/base64.h"
#include "common/unicode.h"
#include "common/utf8.h"
#include "tests/unit/fresh_arena.h"

static void runes_are_read_as_go_reads_them(void **state)
{
    (void)state;
    size_t taken;
    assert_int_equal(utf8_read("\xc3\xa9", 2, &taken), 0xe9);
    assert_int_equal(taken, 2);
    assert_int_equal(utf8_read("\xf0\x9f\x98\x80", 4, &taken), 0x1f600);
    assert_int_equal(taken, 4);
    const char *bad[] = {"\xff", "\xc3", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\x80"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(utf8_read(bad[i], strlen(bad[i]), &taken), UTF8_BAD);
        assert_int_equal(taken, 1);
    }
}

static void what_is_written_reads_back(void **state)
{
    (void)state;
    const uint32_t runes[] = {0, 0x7f, 0x80, 0x7ff, 0x800, 0xffff, 0x10000, 0x10ffff};
    for (size_t i = 0; i < sizeof runes / sizeof *runes; i++) {
        char octets[UTF8_MAX];
        size_t taken, len = utf8_write(runes[i], octets);
        assert_int_equal(utf8_read(octets, len, &taken), runes[i]);
        assert_int_equal(taken, len);
    }
}

static void bad_octets_become_replacement_runes(void **state)
{
    (void)state;
    struct text t;
    text_init(&t, &arena);
    utf8_clean("a\xff\xc3z", 4, &t);
    assert_string_equal(t.at, "a\xef\xbf\xbd\xef\xbf\xbdz");
    assert_true(utf8_is_valid(t.at, t.len));
    assert_int_equal(utf8_count("a\xff\xc3\xa9", 4), 3);
}

static void base64_wants_its_padding_and_skips_line_ends(void **state)
{
    (void)state;
    char to[16];
    size_t len;
    assert_int_equal(base64_read("aGk=", 4, to, &len), 0);
    assert_memory_equal(to, "hi", 2);
    assert_int_equal(base64_read("aG\nk=\n", 6, to, &len), 0);
    assert_int_equal(len, 2);
    assert_int_equal(base64_read("!!", 2, to, &len), 1);
    assert_int_not_equal(base64_read("aGk", 3, to, &len), 0);
    assert_int_not_equal(base64_read("aGk=x", 5, to, &len), 0);
}

static void runes_have_their_kinds(void **state)
{
    (void)state;
    assert_true(unicode_is_letter('a') && unicode_is_letter(0xe9) && unicode_is_letter(0x65e5));
    assert_false(unicode_is_letter('1') || unicode_is_letter(0xd7) || unicode_is_letter(0x2028));
    assert_true(unicode_is_digit('0') && unicode_is_digit(0x661));
    assert_true(unicode_is_print(' ') && !unicode_is_print(0xa0) && !unicode_is_print(0x200b));
    assert_true(unicode_is_space(0x85) && unicode_is_space(0x3000) && !unicode_is_space('x'));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(runes_are_read_as_go_reads_them, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_written_reads_back, setup, teardown),
        cmocka_unit_test_setup_teardown(bad_octets_become_replacement_runes, setup, teardown),
        cmocka_unit_test_setup_teardown(base64_wants_its_padding_and_skips_line_ends, setup, teardown),
        cmocka_unit_test_setup_teardown(runes_have_their_kinds, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
