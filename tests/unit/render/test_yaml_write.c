#include "tests/unit/cmocka_all.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "common/yaml_read.h"
#include "render/yaml_write.h"
#include "tests/unit/fresh_arena.h"

static const char *write_styled(const struct value *v, enum yaml_style style)
{
    struct text out;
    text_init(&out, &arena);
    text_add(&out, "", 0);
    assert_int_equal(yaml_write(v, style, &out), 0);
    return out.at;
}

static const char *styled(const char *yaml, enum yaml_style style)
{
    const struct yaml_options options = {.file = "t"};
    static struct diag err;
    struct value *v;
    err = (struct diag){0};
    assert_int_equal(yaml_read(yaml, strlen(yaml), &options, &arena, &v, &err), 0);
    return write_styled(v, style);
}

static const char *to_yaml(const char *yaml)
{
    return styled(yaml, YAML_TO);
}

static const char *string(const char *s)
{
    return write_styled(value_text(&arena, s, strlen(s)), YAML_TO);
}

static void lists_stand_at_their_keys_column(void **state)
{
    (void)state;
    assert_string_equal(to_yaml("{a: [[x, 'y'], {b: [c]}], e: {}, f: [], 'n': }"),
                        "a:\n- - x\n  - \"y\"\n- b:\n  - c\ne: {}\nf: []\n\"n\": null");
    assert_string_equal(styled("{a: [[x, 'y'], {b: [c]}]}", YAML_PRETTY),
                        "a:\n  - - x\n    - \"y\"\n  - b:\n      - c");
}

static void numbers_are_printed_as_go_reads_them_back(void **state)
{
    (void)state;
    assert_string_equal(to_yaml("[1e6, 1234567, 12345678901, 123456789.5, 9223372036854775807]"),
                        "- 1000000\n- 1234567\n- 12345678901\n- 1.234567895e+08\n- 9223372036854776000");
    assert_string_equal(to_yaml("[18446744073709551616, 1e20, 0.1, 1.0, .5, 0.00001, 1e-7, -0.0]"),
                        "- 1.8446744073709552e+19\n- 1e+20\n- 0.1\n- 1\n- 0.5\n- 1e-05\n- 1e-07\n- 0");
    assert_string_equal(styled("[1e6, 80]", YAML_PRETTY), "- 1e+06\n- 80");
    struct text out;
    text_init(&out, &arena);
    text_adds(&out, "before");
    assert_int_equal(yaml_write(value_float(&arena, INFINITY), YAML_TO, &out), -1);
    assert_string_equal(out.at, "before");
}

static void strings_are_quoted_only_where_they_must_be(void **state)
{
    (void)state;
    const char *doubles[] = {"80",
                             "1e3",
                             "1_000",
                             "0x1F",
                             "0o17",
                             "08",
                             "+1",
                             ".5",
                             "1.",
                             ".inf",
                             "-.INF",
                             ".nan",
                             "y",
                             "Yes",
                             "off",
                             "null",
                             "~",
                             "",
                             "2001-01-01",
                             "2001-1-1",
                             "2001-01-01T10:00:00Z",
                             "2001-01-01 10:00:00",
                             "12:30",
                             "1:2",
                             "-1:30"};
    for (size_t i = 0; i < sizeof doubles / sizeof *doubles; i++)
        assert_string_equal(string(doubles[i]), arena_printf(&arena, "\"%s\"", doubles[i]));
    const char *singles[] = {"#a", ", a", "[a", "*x",      "%a",        "@every 5m", "`a",
                             "-",  "- a", ":",  "---",     "...",       "a: b",      "a #b",
                             "a:", " a",  "a ", "{{ x }}", "* * * * *", "[^.]+"};
    for (size_t i = 0; i < sizeof singles / sizeof *singles; i++)
        assert_string_equal(string(singles[i]), arena_printf(&arena, "'%s'", singles[i]));
    const char *plains[] = {"nO",
                            "tRue",
                            "2001-13-45",
                            "2001-01-01T00:00:00",
                            "1:60",
                            "99:99",
                            "-a",
                            ":a",
                            "?a",
                            "--",
                            "=",
                            "<<",
                            ".",
                            "e1",
                            "1e",
                            "a,b",
                            "it's",
                            "a\"b",
                            "10.0.0.0/8",
                            "500m",
                            "http://a/b?x=1#f",
                            "a@b",
                            "NaN",
                            "inf",
                            "0 5 * * *",
                            "\xc3\xa9",
                            "\xc2\xa0x"};
    for (size_t i = 0; i < sizeof plains / sizeof *plains; i++)
        assert_string_equal(string(plains[i]), plains[i]);
    assert_string_equal(string("a\tb"), "\"a\\tb\"");
    assert_string_equal(string("\xf0\x9f\x98\x80"), "\"\\U0001F600\"");
    assert_string_equal(string("'a"), "'''a'");
}

static void oddities_of_the_way_through_json_are_kept(void **state)
{
    (void)state;
    struct text out;
    text_init(&out, &arena);
    assert_int_equal(yaml_write(value_text(&arena, "\x7f", 1), YAML_TO, &out), -1);
    assert_string_equal(string("a\xc2\x85"
                               "b"),
                        "a b");
    assert_string_equal(string("a\xe2\x80\xa8"
                               "b"),
                        "'a\xe2\x80\xa8  b'");
    assert_string_equal(string("\xef\xbb\xbf"
                               "a"),
                        "\"\\uFEFF\\x61\"");
}

static void texts_of_several_lines_are_blocks(void **state)
{
    (void)state;
    const char *cases[][2] = {
        {"a\nb", "|-\n  a\n  b"},     {"a\nb\n", "|\n  a\n  b"},
        {"a\n\n", "|+\n  a\n"},       {"\n", "|2+\n"},
        {"\na", "|2-\n\n  a"},        {" a\nb", "|2-\n   a\n  b"},
        {"a\n\nb", "|-\n  a\n\n  b"}, {"a \nb", "\"a \\nb\""},
        {"a\n\tb", "\"a\\n\\tb\""},   {"a\nb ", "\"a\\nb \""},
        {"a\r\nb", "\"a\\r\\nb\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(string(cases[i][0]), cases[i][1]);
    assert_string_equal(to_yaml("{a: {b: \"x\\ny\\n\"}, c: 1}"), "a:\n  b: |\n    x\n    y\nc: 1");
    assert_string_equal(styled("\"a\\n\\tb\"", YAML_PRETTY), "|-\n  a\n  \tb");
}

static const char *repeat(char c, size_t count, const char *tail)
{
    struct text t;
    text_init(&t, &arena);
    text_repeat(&t, c, count);
    text_adds(&t, tail);
    return t.at;
}

static void long_strings_are_folded_at_a_blank(void **state)
{
    (void)state;
    assert_string_equal(string(repeat('x', 79, " y z w")), repeat('x', 79, " y\n  z w"));
    assert_string_equal(string(repeat('x', 80, " y z w")), repeat('x', 80, " y\n  z w"));
    assert_string_equal(string(repeat('x', 81, " y z w")), repeat('x', 81, "\n  y z w"));
    assert_string_equal(string(repeat('x', 200, "")), repeat('x', 200, ""));
    assert_string_equal(string(repeat('x', 90, "\t  y")),
                        arena_printf(&arena, "\"%s", repeat('x', 90, "\\t\n  \\ y\"")));
}

static void keys_are_quoted_too_or_stand_alone(void **state)
{
    (void)state;
    assert_string_equal(to_yaml("{'n': 1, '1': x, 'a: b': 1, \"it's\": x}"),
                        "\"1\": x\n'a: b': 1\nit's: x\n\"n\": 1");
    assert_string_equal(to_yaml("{\"multi\\nline\": 2}"), "? |-\n  multi\n  line\n: 2");
}

static void keys_come_in_gos_own_order(void **state)
{
    (void)state;
    const char *order[] = {" ",     "'",    "-",    ".",  "_",   "~",        "0",           "00",  "1",
                           "1.5",   "1.10", "1a",   "01", "A",   "a",        "a-",          "a.b", "a/b",
                           "a_",    "a1",   "a01",  "a2", "a10", "aa",       "b",           "v1",  "v1.2",
                           "v1.10", "z1x",  "z01x", "z9", "z10", "\xc3\xa9", "\xe6\x97\xa5"};
    size_t count = sizeof order / sizeof *order;
    struct value *map = value_map(&arena);
    struct text want;
    text_init(&want, &arena);
    for (size_t i = 0; i < count; i++) {
        value_sets(&arena, map, order[i], value_int(&arena, (int64_t)i));
        text_printf(&want, "%s%zu", i ? "," : "", i);
    }
    const char *got = write_styled(map, YAML_TO);
    struct text values;
    text_init(&values, &arena);
    for (const char *at = strstr(got, ": "); at; at = strstr(at + 2, ": "))
        text_printf(&values, "%s%ld", values.len ? "," : "", strtol(at + 2, NULL, 10));
    assert_string_equal(values.at, want.at);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lists_stand_at_their_keys_column, setup, teardown),
        cmocka_unit_test_setup_teardown(numbers_are_printed_as_go_reads_them_back, setup, teardown),
        cmocka_unit_test_setup_teardown(strings_are_quoted_only_where_they_must_be, setup, teardown),
        cmocka_unit_test_setup_teardown(oddities_of_the_way_through_json_are_kept, setup, teardown),
        cmocka_unit_test_setup_teardown(texts_of_several_lines_are_blocks, setup, teardown),
        cmocka_unit_test_setup_teardown(long_strings_are_folded_at_a_blank, setup, teardown),
        cmocka_unit_test_setup_teardown(keys_are_quoted_too_or_stand_alone, setup, teardown),
        cmocka_unit_test_setup_teardown(keys_come_in_gos_own_order, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
