/* Values in the words of santhosh-tekuri/jsonschema's messages; what is wanted is Helm 3.22's. */
#include "render/schema_words.h"

#include <math.h>
#include <string.h>

#include "tests/unit/render/arena_json.h"

static void expect_quoted(const char *text, const char *wanted)
{
    assert_string_equal(schema_quote(&arena, text, strlen(text)), wanted);
}

static void texts_stand_in_single_quotes_and_only_those_are_escaped(void **state)
{
    (void)state;
    expect_quoted("", "''");
    expect_quoted("plain", "'plain'");
    expect_quoted("it's", "'it\\'s'");
    expect_quoted("say \"x\"", "'say \"x\"'");
    expect_quoted("\"", "'\"'");
    expect_quoted("a\\b", "'a\\\\b'");
    expect_quoted("a\nb\tc", "'a\\nb\\tc'");
    expect_quoted("\x01\x7f", "'\\x01\\x7f'");
    expect_quoted("\xc3\xa9\xff", "'\xc3\xa9\\xff'");
}

static void numbers_are_in_groups_of_three(void **state)
{
    static const struct {
        double n;
        const char *wanted;
    } cases[] = {{0, "0"},
                 {1, "1"},
                 {-1, "-1"},
                 {999, "999"},
                 {1000, "1,000"},
                 {-1000, "-1,000"},
                 {12345.6, "12,345.6"},
                 {0.5, "0.5"},
                 {123456, "123,456"},
                 {1.5e6, "1.5×10⁰⁶"},
                 {-2e21, "-2×10²¹"},
                 {1e-7, "1×10⁻⁰⁷"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(schema_number(&arena, cases[i].n), cases[i].wanted);
}

static void counts_are_in_groups_of_three(void **state)
{
    (void)state;
    assert_string_equal(schema_count(&arena, 0), "0");
    assert_string_equal(schema_count(&arena, 999), "999");
    assert_string_equal(schema_count(&arena, 1000), "1,000");
    assert_string_equal(schema_count(&arena, 1234567), "1,234,567");
}

static void scalars_are_shown_and_what_holds_others_is_only_named(void **state)
{
    (void)state;
    assert_string_equal(schema_display(&arena, json_value("null")), "<nil>");
    assert_string_equal(schema_display(&arena, json_value("true")), "true");
    assert_string_equal(schema_display(&arena, json_value("false")), "false");
    assert_string_equal(schema_display(&arena, json_value("-12345")), "-12345");
    assert_string_equal(schema_display(&arena, json_value("1.5")), "1.5");
    assert_string_equal(schema_display(&arena, json_value("\"a'b\"")), "'a\\'b'");
    assert_string_equal(schema_display(&arena, json_value("[1]")), "value");
    assert_string_equal(schema_display(&arena, json_value("{}")), "value");
}

#define test(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(texts_stand_in_single_quotes_and_only_those_are_escaped),
        test(numbers_are_in_groups_of_three),
        test(counts_are_in_groups_of_three),
        test(scalars_are_shown_and_what_holds_others_is_only_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
