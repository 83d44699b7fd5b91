/* The octets of a TOML document, and where its errors are said to be, held against Helm. */
#include "render/toml_read.h"
#include "tests/support/toml_case.h"
#include "tests/unit/cmocka_all.h"
#include "tests/unit/fresh_arena.h"

static const struct toml_case octets[] = {
    {"a=\"\377\"", "! toml: line 1 (last key \"a\"): invalid UTF-8 byte: 0xff"},
    {"a=1\n# \303", "! toml: line 2: invalid UTF-8 byte: 0xc3"},
    {"a=\"\001\"", "! toml: line 1 (last key \"a\"): TOML files cannot contain control characters: '0x01'"},
    {"a=1 \177", "! toml: line 1: TOML files cannot contain control characters: '0x7f'"},
    {"a=1\rb=2", "! toml: line 1 (last key \"a\"): TOML files cannot contain control characters: '0x0d'"},
    {"a=1\r\nb=2\r\n", "map{\"a\":1, \"b\":2}"},
    {"\357\273\277a=1", "map{\"a\":1}"},
    {"\377\376a=1", "map{\"a\":1}"},
    {"\376\377a=1", "map{\"a\":1}"},
    {"\377a", "! toml: line 1: invalid UTF-8 byte: 0xff"},
    {"a=[\n\"x\n", "! toml: line 2 (last key \"a\"): strings cannot contain newlines"},
    {"a=[\n1,\n\002",
     "! toml: line 3 (last key \"a\"): TOML files cannot contain control characters: '0x02'"},
};

static void octets_that_may_not_be_are_told_with_their_line(void **state)
{
    (void)state;
    toml_case_check(octets, sizeof octets / sizeof *octets);
}

static void a_nul_among_the_first_six_octets_is_taken_for_utf_16(void **state)
{
    (void)state;
    assert_string_equal(
        toml_case_read("a=1\0", 4),
        "! toml: line 1: files cannot contain NULL bytes; probably using UTF-16; TOML files must be "
        "UTF-8");
    assert_string_equal(toml_case_read("abc=1 \0", 7),
                        "! toml: line 1: TOML files cannot contain control characters: '0x00'");
}

/* At the end there is a NUL in the message, as in Go's. */
static void what_stops_behind_a_backslash_is_told_with_a_nul(void **state)
{
    (void)state;
    struct bytes error;
    struct value *out;
    assert_int_equal(toml_read((struct bytes){"a=\"\\", 4}, 0, &arena, &out, &error), 1);
    static const char wanted[] = "toml: line 0 (last key \"a\"): invalid escape in string '\\\0'";
    assert_int_equal(error.len, sizeof wanted - 1);
    assert_memory_equal(error.at, wanted, error.len);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TOML_TEST(octets_that_may_not_be_are_told_with_their_line),
        TOML_TEST(a_nul_among_the_first_six_octets_is_taken_for_utf_16),
        cmocka_unit_test_setup_teardown(what_stops_behind_a_backslash_is_told_with_a_nul, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
