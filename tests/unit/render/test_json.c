#include "tests/unit/cmocka_all.h"

#include <math.h>
#include <string.h>

#include "render/json.h"
#include "tests/unit/fresh_arena.h"

static const char *again_with(const char *json, const struct json_options *options, enum json_style style)
{
    static struct diag err;
    struct value *v;
    struct text out;
    err = (struct diag){0};
    if (json_read(json, strlen(json), options, &arena, &v, &err) != 0)
        return err.text;
    text_init(&out, &arena);
    assert_int_equal(json_write(v, style, &out), 0);
    return out.at;
}

static const char *again(const char *json)
{
    const struct json_options options = {.file = "j"};
    return again_with(json, &options, JSON_ESCAPED);
}

static void what_is_read_is_written_as_go_writes_it(void **state)
{
    (void)state;
    assert_string_equal(
        again(" { \"b\" : [1, 2.50, -0, 1e21, 0.0000001] , \"a\": null, \"b\\u0000\": true }"),
        "{\"a\":null,\"b\":[1,2.5,-0,1e+21,1e-7],\"b\\u0000\":true}");
    assert_string_equal(
        again("\"\\u003c\\/&\\ud83d\\ude00\\ud800\xff\xe2\x80\xa8\x7f\\b\\f\\u0001\""),
        "\"\\u003c/\\u0026\xf0\x9f\x98\x80\xef\xbf\xbd\xef\xbf\xbd\\u2028\x7f\\b\\f\\u0001\"");
    assert_string_equal(again("{\"a\": 1, \"a\": 2}"), "{\"a\":2}");
}

static void raw_and_pretty_differ_as_in_go(void **state)
{
    (void)state;
    const struct json_options options = {0};
    assert_string_equal(again_with("{\"a\":\"<&>\"}", &options, JSON_RAW), "{\"a\":\"<&>\"}");
    assert_string_equal(again_with("{\"a\":[1,{}],\"b\":[]}", &options, JSON_PRETTY),
                        "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}");
}

static void integers_are_kept_on_demand(void **state)
{
    (void)state;
    const struct json_options options = {.keep_integers = true};
    assert_string_equal(again_with("[9007199254740993, 1.0, 18446744073709551615]", &options, JSON_ESCAPED),
                        "[9007199254740993,1,18446744073709552000]");
}

static void infinity_is_not_json(void **state)
{
    (void)state;
    struct text out;
    text_init(&out, &arena);
    text_adds(&out, "x");
    struct value *list = value_list(&arena);
    value_push(&arena, list, value_float(&arena, INFINITY));
    assert_int_equal(json_write(list, JSON_ESCAPED, &out), -1);
    assert_string_equal(out.at, "x");
}

static void faults_are_told_in_gos_words(void **state)
{
    (void)state;
    const char *cases[][2] = {
        {"x", "j:1:1: invalid character 'x' looking for beginning of value\n"},
        {"{\"a\":1,}", "j:1:8: invalid character '}' looking for beginning of object key string\n"},
        {"{\"a\" 1}", "j:1:6: invalid character '1' after object key\n"},
        {"{\"a\":1 2}", "j:1:8: invalid character '2' after object key:value pair\n"},
        {"[1\n 2]", "j:2:2: invalid character '2' after array element\n"},
        {"[1,]", "j:1:4: invalid character ']' looking for beginning of value\n"},
        {"1 2", "j:1:3: invalid character '2' after top-level value\n"},
        {"nul", "j:1:4: invalid character ' ' in literal null (expecting 'l')\n"},
        {"nux", "j:1:3: invalid character 'x' in literal null (expecting 'l')\n"},
        {"\"\\x\"", "j:1:3: invalid character 'x' in string escape code\n"},
        {"\"\\u00g0\"", "j:1:6: invalid character 'g' in \\u hexadecimal character escape\n"},
        {"\"a\nb\"", "j:1:3: invalid character '\\n' in string literal\n"},
        {"1.", "j:1:3: invalid character ' ' after decimal point in numeric literal\n"},
        {"1.x", "j:1:3: invalid character 'x' after decimal point in numeric literal\n"},
        {"1e400", "j:1:1: json: cannot unmarshal number 1e400 into Go value of type float64\n"},
        {"", "j:1:1: unexpected end of JSON input\n"},
        {"'a'", "j:1:1: invalid character '\\'' looking for beginning of value\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(again(cases[i][0]), cases[i][1]);
    const struct json_options stream = {.file = "j", .stream = true};
    assert_string_equal(again_with("", &stream, JSON_ESCAPED), "j:1:1: EOF\n");
    assert_string_equal(again_with("{", &stream, JSON_ESCAPED), "j:1:2: unexpected EOF\n");
    assert_string_equal(again_with("{} x", &stream, JSON_ESCAPED), "{}");
}

static void nesting_is_bounded(void **state)
{
    (void)state;
    struct text t;
    text_init(&t, &arena);
    text_repeat(&t, '[', JSON_DEPTH_MAX + 1);
    text_repeat(&t, ']', JSON_DEPTH_MAX + 1);
    assert_string_equal(again(t.at), t.at);
    text_cut(&t, 0);
    text_repeat(&t, '[', JSON_DEPTH_MAX + 2);
    assert_string_equal(again(t.at), "j:1:1002: exceeded max depth\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_read_is_written_as_go_writes_it, setup, teardown),
        cmocka_unit_test_setup_teardown(raw_and_pretty_differ_as_in_go, setup, teardown),
        cmocka_unit_test_setup_teardown(integers_are_kept_on_demand, setup, teardown),
        cmocka_unit_test_setup_teardown(infinity_is_not_json, setup, teardown),
        cmocka_unit_test_setup_teardown(faults_are_told_in_gos_words, setup, teardown),
        cmocka_unit_test_setup_teardown(nesting_is_bounded, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
