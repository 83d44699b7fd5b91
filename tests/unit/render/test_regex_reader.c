#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "render/regex_reader.h"
#include "tests/unit/fresh_arena.h"

static struct regex_reader reader(const char *pattern)
{
    struct regex_reader r = {
        .all = pattern, .at = pattern, .end = pattern + strlen(pattern), .arena = &arena};
    text_init(&r.out, &arena);
    text_adds(&r.out, "");
    return r;
}

static void runes_are_taken_one_by_one_to_the_end(void **state)
{
    struct regex_reader r = reader("a\xc3\xa9\xf0\x9f\x98\x80");
    uint32_t rune;
    (void)state;
    static const uint32_t wanted[] = {'a', 0xe9, 0x1f600};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        assert_int_equal(regex_take(&r, &rune), 0);
        assert_int_equal(rune, wanted[i]);
    }
    assert_int_equal(regex_take(&r, &rune), -1);
    assert_null(r.error);
}

static void what_is_no_utf_8_is_refused_to_the_patterns_end(void **state)
{
    struct regex_reader r = reader("\xff"
                                   "ab");
    uint32_t rune;
    (void)state;
    assert_int_equal(regex_take(&r, &rune), -1);
    assert_string_equal(r.error, "error parsing regexp: invalid UTF-8: `\xff"
                                 "ab`");
}

static void escapes_spell_a_rune_as_in_go(void **state)
{
    static const struct {
        const char *pattern;
        uint32_t rune;
        size_t taken;
    } cases[] = {
        {"\\n", '\n', 2},   {"\\a", '\a', 2},           {"\\.", '.', 2},
        {"\\x41b", 'A', 4}, {"\\x{1F600}", 0x1f600, 9}, {"\\x{10FFFF}", 0x10ffff, 10},
        {"\\0", 0, 2},      {"\\101", 'A', 4},          {"\\1234", 0123, 4},
        {"\\08", 0, 2},     {"\\77", 077, 3},           {"\\-", '-', 2},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct regex_reader r = reader(cases[i].pattern);
        uint32_t rune = 0;
        if (regex_take_escape(&r, &rune) != 0 || rune != cases[i].rune ||
            r.at != cases[i].pattern + cases[i].taken)
            fail_msg("%s: %s, rune %x", cases[i].pattern, r.error ? r.error : "taken", (unsigned)rune);
    }
}

static void other_escapes_are_refused_in_gos_words(void **state)
{
    static const struct {
        const char *pattern, *error;
    } cases[] = {
        {"\\", "trailing backslash at end of expression: ``"},
        {"\\1", "invalid escape sequence: `\\1`"},
        {"\\8", "invalid escape sequence: `\\8`"},
        {"\\q", "invalid escape sequence: `\\q`"},
        {"\\\xc3\xa9", "invalid escape sequence: `\\\xc3\xa9`"},
        {"\\x4", "invalid escape sequence: `\\x4`"},
        {"\\x{110000}", "invalid escape sequence: `\\x{110000`"},
        {"\\x{}", "invalid escape sequence: `\\x{}`"},
        {"\\\xff", "invalid UTF-8: `\xff`"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct regex_reader r = reader(cases[i].pattern);
        uint32_t rune;
        assert_int_equal(regex_take_escape(&r, &rune), -1);
        assert_string_equal(r.error, arena_printf(&arena, "error parsing regexp: %s", cases[i].error));
    }
}

static void runes_are_written_so_that_none_means_more_than_itself(void **state)
{
    static const uint32_t runes[] = {'a', '0', '.', ']', ' ', 0, 0x7f, 0xe9, 0xd800, 0x10ffff};
    struct regex_reader r = reader("");
    (void)state;
    for (size_t i = 0; i < sizeof runes / sizeof *runes; i++)
        regex_put(&r, runes[i]);
    assert_string_equal(r.out.at, "a0\\.\\]\\x{20}\\x{0}\\x{7f}\\x{e9}\\x{fffd}\\x{10ffff}");
}

static void folding_is_written_where_it_changes(void **state)
{
    struct regex_reader r = reader("");
    (void)state;
    regex_put_fold(&r);
    r.fold = true;
    regex_put_fold(&r);
    regex_put_fold(&r);
    r.fold = false;
    regex_put_fold(&r);
    assert_string_equal(r.out.at, "(?i)(?-i)");
}

#define with_arena(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        with_arena(runes_are_taken_one_by_one_to_the_end),
        with_arena(what_is_no_utf_8_is_refused_to_the_patterns_end),
        with_arena(escapes_spell_a_rune_as_in_go),
        with_arena(other_escapes_are_refused_in_gos_words),
        with_arena(runes_are_written_so_that_none_means_more_than_itself),
        with_arena(folding_is_written_where_it_changes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
