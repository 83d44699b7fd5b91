#include <math.h>

#include "tests/unit/render/arena_json.h"

static const char *written(const struct value *v, enum json_style style)
{
    struct text out;
    text_init(&out, &arena);
    text_adds(&out, "");
    assert_int_equal(json_write(v, style, &out), 0);
    return out.at;
}

/* As Go's encoding/json has it: Marshal, an Encoder that escapes no HTML, MarshalIndent. */
static void each_style_writes_as_go_does(void **state)
{
    static const struct {
        const char *json, *escaped, *raw, *pretty;
    } cases[] = {
        {"null", "null", "null", "null"},
        {"[]", "[]", "[]", "[]"},
        {"{}", "{}", "{}", "{}"},
        {"\"<>&'\"", "\"\\u003c\\u003e\\u0026'\"", "\"<>&'\"", "\"\\u003c\\u003e\\u0026'\""},
        {"{\"k<\":[1,{}],\"b\":[]}", "{\"b\":[],\"k\\u003c\":[1,{}]}", "{\"b\":[],\"k<\":[1,{}]}",
         "{\n  \"b\": [],\n  \"k\\u003c\": [\n    1,\n    {}\n  ]\n}"},
        {"[{\"d\":null,\"e\":[1,\"x\"]},true]", "[{\"d\":null,\"e\":[1,\"x\"]},true]",
         "[{\"d\":null,\"e\":[1,\"x\"]},true]",
         "[\n  {\n    \"d\": null,\n    \"e\": [\n      1,\n      \"x\"\n    ]\n  },\n  true\n]"},
        {"{\"b\":1,\"a\":2,\"A\":3,\"ab\":4}", "{\"A\":3,\"a\":2,\"ab\":4,\"b\":1}",
         "{\"A\":3,\"a\":2,\"ab\":4,\"b\":1}", "{\n  \"A\": 3,\n  \"a\": 2,\n  \"ab\": 4,\n  \"b\": 1\n}"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct value *v = json_value(cases[i].json);
        assert_string_equal(written(v, JSON_ESCAPED), cases[i].escaped);
        assert_string_equal(written(v, JSON_RAW), cases[i].raw);
        assert_string_equal(written(v, JSON_PRETTY), cases[i].pretty);
    }
}

static void octets_that_no_string_of_json_holds_are_escaped(void **state)
{
    static const struct {
        const char *octets;
        size_t len;
        const char *json;
    } cases[] = {
        {"\0\1\37", 3, "\"\\u0000\\u0001\\u001f\""},
        {"\b\f\n\r\t\"\\/", 8, "\"\\b\\f\\n\\r\\t\\\"\\\\/\""},
        {"\177", 1, "\"\177\""},
        {"\342\200\250\342\200\251", 6, "\"\\u2028\\u2029\""},
        {"\302\205\360\235\204\236", 6, "\"\302\205\360\235\204\236\""},
        {"\377", 1, "\"\\ufffd\""},
        {"a\342\202", 3, "\"a\\ufffd\\ufffd\""},
        {"\355\240\200", 3, "\"\\ufffd\\ufffd\\ufffd\""},
        {"\357\277\275", 3, "\"\357\277\275\""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(written(value_text(&arena, cases[i].octets, cases[i].len), JSON_RAW),
                            cases[i].json);
}

static void numbers_are_written_as_go_writes_them(void **state)
{
    static const struct {
        double number;
        const char *json;
    } cases[] = {{1, "1"},
                 {-0.0, "-0"},
                 {1e20, "100000000000000000000"},
                 {1e21, "1e+21"},
                 {1e-6, "0.000001"},
                 {1e-7, "1e-7"},
                 {1e308, "1e+308"},
                 {123456789.125, "123456789.125"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(written(value_float(&arena, cases[i].number), JSON_ESCAPED), cases[i].json);
    assert_string_equal(written(value_int(&arena, INT64_MIN), JSON_ESCAPED), "-9223372036854775808");
}

static void nothing_is_added_for_what_json_has_not(void **state)
{
    static const double none[] = {INFINITY, -INFINITY, NAN};
    (void)state;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        struct text out;
        struct value *list = value_list(&arena);
        text_init(&out, &arena);
        text_adds(&out, "before");
        assert_int_equal(value_push(&arena, list, json_value("{\"a\":1}")), 0);
        assert_int_equal(value_push(&arena, list, value_float(&arena, none[i])), 0);
        assert_int_equal(json_write(list, JSON_PRETTY, &out), -1);
        assert_string_equal(out.at, "before");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_style_writes_as_go_does, setup, teardown),
        cmocka_unit_test_setup_teardown(octets_that_no_string_of_json_holds_are_escaped, setup, teardown),
        cmocka_unit_test_setup_teardown(numbers_are_written_as_go_writes_them, setup, teardown),
        cmocka_unit_test_setup_teardown(nothing_is_added_for_what_json_has_not, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
