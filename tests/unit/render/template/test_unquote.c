/* Quoted constants, held against Go's strconv.Unquote. */
#include "render/template/unquote.h"

#include "tests/unit/cmocka_all.h"
#include "tests/unit/fresh_arena.h"

#include <string.h>

#define WITH_ARENA(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

static void check(const char *quoted, const char *wanted)
{
    const char *out = NULL;
    size_t len = strlen(quoted), out_len = 0;
    char *exact = test_malloc(len); /* a sanitizer sees a read behind it */
    memcpy(exact, quoted, len);
    bool good = unquote_go(exact, len, &arena, &out, &out_len);
    test_free(exact);
    if (good != (wanted != NULL))
        fail_msg("%s: %s", quoted, good ? "taken" : "refused");
    if (good) {
        assert_int_equal(out_len, strlen(wanted));
        assert_string_equal(out, wanted);
    }
}

static void constants_mean_what_go_says(void **state)
{
    static const char *const rows[][2] = {{"\"a\"", "a"},
                                          {"\"\"", ""},
                                          {"\"a\\nb\\t\\r\\a\\b\\f\\v\\\\\"", "a\nb\t\r\007\010\014\013\\"},
                                          {"\"\\\"\"", "\""},
                                          {"\"'\"", "'"},
                                          {"\"\\'\"", NULL},
                                          {"'a'", "a"},
                                          {"\"\xff\xc3\xa9\"", "\xef\xbf\xbd\xc3\xa9"},
                                          {"`\xff`", "\xff"},
                                          {"'\\''", "'"},
                                          {"'\\x41'", "A"},
                                          {"\"\\x41\\u00e9\\U0001f600\"", "A\303\251\360\237\230\200"},
                                          {"\"\\101\\377\"", "A\377"},
                                          {"\"\\400\"", NULL},
                                          {"\"\\18\"", NULL},
                                          {"\"\\x4\"", NULL},
                                          {"\"\\xg1\"", NULL},
                                          {"\"\\ud800\"", NULL},
                                          {"\"\\U00110000\"", NULL},
                                          {"\"\\q\"", NULL},
                                          {"\"a", NULL},
                                          {"a\"", NULL},
                                          {"\"", NULL},
                                          {"", NULL},
                                          {"a", NULL},
                                          {"\"a\nb\"", NULL},
                                          {"\"a\"b\"", NULL},
                                          {"`raw\\n`", "raw\\n"},
                                          {"`a\nb`", "a\nb"},
                                          {"``", ""},
                                          {"`a", NULL},
                                          {"\"\303\251\"", "\303\251"},
                                          {"\"\\\"", NULL},
                                          {"\"\\u00\"", NULL},
                                          {"\"\\xAf\"", "\257"}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check(rows[i][0], rows[i][1]);
}

static void octets_of_nought_and_carriage_returns(void **state)
{
    (void)state;
    const char *out;
    size_t len;
    assert_true(unquote_go("\"\\x00a\"", 7, &arena, &out, &len));
    assert_int_equal(len, 2);
    assert_memory_equal(out, "\0a", 3);
    assert_true(unquote_go("`a\r\nb`", 6, &arena, &out, &len));
    assert_string_equal(out, "a\nb");
}

static void runes_are_shown_with_their_number(void **state)
{
    (void)state;
    assert_string_equal(unquote_show_rune('@', &arena), "U+0040 '@'");
    assert_string_equal(unquote_show_rune(7, &arena), "U+0007");
    assert_string_equal(unquote_show_rune(0xe9, &arena), "U+00E9 '\303\251'");
    assert_string_equal(unquote_show_rune(0x1f600, &arena), "U+1F600 '\360\237\230\200'");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_ARENA(constants_mean_what_go_says),
        WITH_ARENA(octets_of_nought_and_carriage_returns),
        WITH_ARENA(runes_are_shown_with_their_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
