#include "tests/unit/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "render/json.h"
#include "tests/unit/fresh_arena.h"

/* What Go's encoding/json makes of a text: its Unmarshal, and its Decoder's first value; both printed again
 * by Marshal, or their error. */
static const struct {
    const char *json;
    size_t len;
    const char *whole, *first;
} cases[] = {
    {"nul", 3, "invalid character ' ' in literal null (expecting 'l')", "unexpected EOF"},
    {"tru", 3, "invalid character ' ' in literal true (expecting 'e')", "unexpected EOF"},
    {"fals3", 5, "invalid character '3' in literal false (expecting 'e')",
     "invalid character '3' in literal false (expecting 'e')"},
    {"-", 1, "invalid character ' ' in numeric literal", "unexpected EOF"},
    {"-x", 2, "invalid character 'x' in numeric literal", "invalid character 'x' in numeric literal"},
    {"01", 2, "invalid character '1' after top-level value", "0"},
    {"1e", 2, "invalid character ' ' in exponent of numeric literal", "unexpected EOF"},
    {"1e+", 3, "invalid character ' ' in exponent of numeric literal", "unexpected EOF"},
    {"1E5", 3, "100000", "100000"},
    {".5", 2, "invalid character '.' looking for beginning of value",
     "invalid character '.' looking for beginning of value"},
    {"+1", 2, "invalid character '+' looking for beginning of value",
     "invalid character '+' looking for beginning of value"},
    {"\"a", 2, "unexpected end of JSON input", "unexpected EOF"},
    {"\"\\ud83d\"", 8, "\"\357\277\275\"", "\"\357\277\275\""},
    {"\"\\ud83dx\"", 9, "\"\357\277\275x\"", "\"\357\277\275x\""},
    {"\"\\ud83d\\u0041\"", 14, "\"\357\277\275A\"", "\"\357\277\275A\""},
    {"\"\\ud83d\\ude00\"", 14, "\"\360\237\230\200\"", "\"\360\237\230\200\""},
    {"\"\\ude00\"", 8, "\"\357\277\275\"", "\"\357\277\275\""},
    {"\"\\udbff\\udfff\"", 14, "\"\364\217\277\277\"", "\"\364\217\277\277\""},
    {"\"\177\"", 3, "\"\177\"", "\"\177\""},
    {"\"\000\"", 3, "invalid character '\\x00' in string literal",
     "invalid character '\\x00' in string literal"},
    {"\"\037\"", 3, "invalid character '\\x1f' in string literal",
     "invalid character '\\x1f' in string literal"},
    {"\000", 1, "invalid character '\\x00' looking for beginning of value",
     "invalid character '\\x00' looking for beginning of value"},
    {"\177", 1, "invalid character '\\x7f' looking for beginning of value",
     "invalid character '\\x7f' looking for beginning of value"},
    {"\303\244", 2, "invalid character '\303\203' looking for beginning of value",
     "invalid character '\303\203' looking for beginning of value"},
    {"\240", 1, "invalid character '\\u00a0' looking for beginning of value",
     "invalid character '\\u00a0' looking for beginning of value"},
    {"\255", 1, "invalid character '\\u00ad' looking for beginning of value",
     "invalid character '\\u00ad' looking for beginning of value"},
    {"\377", 1, "invalid character '\303\277' looking for beginning of value",
     "invalid character '\303\277' looking for beginning of value"},
    {"{", 1, "unexpected end of JSON input", "unexpected EOF"},
    {"{1", 2, "invalid character '1' looking for beginning of object key string",
     "invalid character '1' looking for beginning of object key string"},
    {"{\"a\"", 4, "unexpected end of JSON input", "unexpected EOF"},
    {"{\"a\":", 5, "unexpected end of JSON input", "unexpected EOF"},
    {"{\"a\":1", 6, "unexpected end of JSON input", "unexpected EOF"},
    {"{a", 2, "invalid character 'a' looking for beginning of object key string",
     "invalid character 'a' looking for beginning of object key string"},
    {"[", 1, "unexpected end of JSON input", "unexpected EOF"},
    {"[1", 2, "unexpected end of JSON input", "unexpected EOF"},
    {"[,", 2, "invalid character ',' looking for beginning of value",
     "invalid character ',' looking for beginning of value"},
    {"]", 1, "invalid character ']' looking for beginning of value",
     "invalid character ']' looking for beginning of value"},
    {"}", 1, "invalid character '}' looking for beginning of value",
     "invalid character '}' looking for beginning of value"},
    {"{\"a\":1}}", 8, "invalid character '}' after top-level value", "{\"a\":1}"},
    {"[1 2", 4, "invalid character '2' after array element", "invalid character '2' after array element"},
    {" \011\015\0121 ", 6, "1", "1"},
    {"\0131", 2, "invalid character '\\v' looking for beginning of value",
     "invalid character '\\v' looking for beginning of value"},
    {"1e308", 5, "1e+308", "1e+308"},
    {"1e309", 5, "json: cannot unmarshal number 1e309 into Go value of type float64",
     "json: cannot unmarshal number 1e309 into Go value of type float64"},
    {"-1e309", 6, "json: cannot unmarshal number -1e309 into Go value of type float64",
     "json: cannot unmarshal number -1e309 into Go value of type float64"},
    {"1e-400", 6, "0", "0"},
    {"9223372036854775807", 19, "9223372036854776000", "9223372036854776000"},
    {"1.0", 3, "1", "1"},
    {"-0", 2, "-0", "-0"},
    {"1e20", 4, "100000000000000000000", "100000000000000000000"},
    {"1e21", 4, "1e+21", "1e+21"},
    {"0.000001", 8, "0.000001", "0.000001"},
    {"0.0000001", 9, "1e-7", "1e-7"},
    {"123456789.125", 13, "123456789.125", "123456789.125"},
    {"\"\342\202\"", 4, "\"\357\277\275\357\277\275\"", "\"\357\277\275\357\277\275\""},
    {"\"\355\240\200\"", 5, "\"\357\277\275\357\277\275\357\277\275\"",
     "\"\357\277\275\357\277\275\357\277\275\""},
    {"\"\\/\\b\\f\\n\\r\\t\\\"\\\\\"", 18, "\"/\\b\\f\\n\\r\\t\\\"\\\\\"", "\"/\\b\\f\\n\\r\\t\\\"\\\\\""},
    {"\"\\v\"", 4, "invalid character 'v' in string escape code",
     "invalid character 'v' in string escape code"},
    {"\"\\'\"", 4, "invalid character '\\'' in string escape code",
     "invalid character '\\'' in string escape code"},
    {"\357\273\2771", 4, "invalid character '\303\257' looking for beginning of value",
     "invalid character '\303\257' looking for beginning of value"},
    {"{\"a\":1,\"a\":{\"b\":2}}", 19, "{\"a\":{\"b\":2}}", "{\"a\":{\"b\":2}}"},
    {"{\"\":1}", 6, "{\"\":1}", "{\"\":1}"},
    {"{\"b\":1,\"a\":2,\"A\":3,\"ab\":4}", 26, "{\"A\":3,\"a\":2,\"ab\":4,\"b\":1}",
     "{\"A\":3,\"a\":2,\"ab\":4,\"b\":1}"},
    {"nux", 3, "invalid character 'x' in literal null (expecting 'l')",
     "invalid character 'x' in literal null (expecting 'l')"},
    {"\"\\x\"", 4, "invalid character 'x' in string escape code",
     "invalid character 'x' in string escape code"},
    {"\"\\u00g0\"", 8, "invalid character 'g' in \\u hexadecimal character escape",
     "invalid character 'g' in \\u hexadecimal character escape"},
    {"\"a\012b\"", 5, "invalid character '\\n' in string literal",
     "invalid character '\\n' in string literal"},
    {"1.", 2, "invalid character ' ' after decimal point in numeric literal", "unexpected EOF"},
    {"1.x", 3, "invalid character 'x' after decimal point in numeric literal",
     "invalid character 'x' after decimal point in numeric literal"},
    {"", 0, "unexpected end of JSON input", "EOF"},
    {"'a'", 3, "invalid character '\\'' looking for beginning of value",
     "invalid character '\\'' looking for beginning of value"},
    {"{} x", 4, "invalid character 'x' after top-level value", "{}"},
    {"[1,]", 4, "invalid character ']' looking for beginning of value",
     "invalid character ']' looking for beginning of value"},
    {"{\"a\":1,}", 8, "invalid character '}' looking for beginning of object key string",
     "invalid character '}' looking for beginning of object key string"},
    {"{\"a\" 1}", 7, "invalid character '1' after object key", "invalid character '1' after object key"},
    {"{\"a\":1 2}", 9, "invalid character '2' after object key:value pair",
     "invalid character '2' after object key:value pair"},
};

static struct diag err;

/* The text from an allocation of exactly its size: reading on is seen. */
static int read_exact(const char *json, size_t len, const struct json_options *options, struct value **out)
{
    char *exact = malloc(len ? len : 1);
    assert_non_null(exact);
    memcpy(exact, json, len);
    err = (struct diag){0};
    int status = json_read(exact, len, options, &arena, out, &err);
    free(exact);
    return status;
}

static const char *made_of(const char *json, size_t len, const struct json_options *options)
{
    struct value *v;
    struct text out;
    if (read_exact(json, len, options, &v) != 0)
        return arena_copy(&arena, err.text + err.first_at, strcspn(err.text + err.first_at, "\n"));
    text_init(&out, &arena);
    assert_int_equal(json_write(v, JSON_ESCAPED, &out), 0);
    return out.at;
}

static void a_text_is_what_it_is_to_go(void **state)
{
    const struct json_options whole = {.file = "j"}, first = {.file = "j", .stream = true};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(made_of(cases[i].json, cases[i].len, &whole), cases[i].whole);
        assert_string_equal(made_of(cases[i].json, cases[i].len, &first), cases[i].first);
    }
}

static void a_fault_has_its_place(void **state)
{
    static const struct {
        const char *json;
        unsigned line, column;
    } places[] = {{"x", 1, 1},     {"{\"a\":1,}", 1, 8},        {"[1\n 2]", 2, 2}, {"\n\n  ]", 3, 3},
                  {"1e400", 1, 1}, {"[\"\xc3\xa4\", x]", 1, 7}, {"", 1, 1},        {"[\r\n\t?]", 2, 2}};
    const struct json_options options = {.file = "j"};
    struct value *v;
    (void)state;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        assert_int_equal(read_exact(places[i].json, strlen(places[i].json), &options, &v), -1);
        assert_string_equal(err.first.file, "j");
        assert_int_equal(err.first.line, places[i].line);
        assert_int_equal(err.first.column, places[i].column);
    }
}

static void each_node_knows_its_place(void **state)
{
    const struct json_options options = {.file = "j"};
    struct value *v;
    (void)state;
    assert_int_equal(read_exact("{\n  \"a\": [\"x\",\n true]}", 22, &options, &v), 0);
    const struct entry *a = &v->map->entries[0];
    const struct value *last = a->value->list.items[1];
    assert_int_equal(v->line, 1);
    assert_int_equal(a->line, 2);
    assert_int_equal(a->column, 3);
    assert_int_equal(a->value->column, 8);
    assert_int_equal(last->line, 3);
    assert_int_equal(last->column, 2);
    assert_string_equal(last->file, "j");
}

static void integers_are_kept_on_demand(void **state)
{
    const struct json_options keep = {.keep_integers = true};
    struct value *v;
    (void)state;
    static const char json[] = "[9223372036854775807, -9223372036854775808, 9223372036854775808, 1.0, 1e2]";
    assert_int_equal(read_exact(json, sizeof json - 1, &keep, &v), 0);
    assert_int_equal(v->list.items[0]->kind, VALUE_INT);
    assert_true(v->list.items[0]->integer == INT64_MAX);
    assert_true(v->list.items[1]->integer == INT64_MIN);
    for (size_t i = 2; i < 5; i++)
        assert_int_equal(v->list.items[i]->kind, VALUE_FLOAT);
}

static void a_stream_tells_what_it_took(void **state)
{
    size_t taken = 0;
    const struct json_options options = {.stream = true, .taken = &taken};
    struct value *v;
    (void)state;
    assert_int_equal(read_exact(" [1] x", 6, &options, &v), 0);
    assert_int_equal(taken, 4);
    assert_int_equal(read_exact("12,", 3, &options, &v), 0);
    assert_int_equal(taken, 2);
}

static void nesting_is_bounded(void **state)
{
    static const char *const around[] = {"[", "]", "{\"a\":", "}"};
    const struct json_options options = {.file = "j"};
    (void)state;
    for (size_t kind = 0; kind < 4; kind += 2) {
        for (unsigned over = 0; over <= 1; over++) {
            struct text t;
            text_init(&t, &arena);
            for (unsigned i = 0; i < JSON_DEPTH_MAX + over; i++)
                text_adds(&t, around[kind]);
            text_adds(&t, "1");
            for (unsigned i = 0; i < JSON_DEPTH_MAX + over; i++)
                text_adds(&t, around[kind + 1]);
            assert_string_equal(made_of(t.at, t.len, &options), over ? "exceeded max depth" : t.at);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_text_is_what_it_is_to_go, setup, teardown),
        cmocka_unit_test_setup_teardown(a_fault_has_its_place, setup, teardown),
        cmocka_unit_test_setup_teardown(each_node_knows_its_place, setup, teardown),
        cmocka_unit_test_setup_teardown(integers_are_kept_on_demand, setup, teardown),
        cmocka_unit_test_setup_teardown(a_stream_tells_what_it_took, setup, teardown),
        cmocka_unit_test_setup_teardown(nesting_is_bounded, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
