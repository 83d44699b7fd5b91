#include "render/set_value.h"

#include <string.h>

#include "render/json.h"
#include "tests/unit/fresh_arena.h"

static struct fault fault;
static struct set_reader reader;

static void begin(enum set_kind kind, const char *text)
{
    fault_init(&fault, &arena);
    reader = (struct set_reader){
        .at = text, .end = text + strlen(text), .kind = kind, .arena = &arena, .fault = &fault};
}

/* A value as JSON, and what is left behind it; or the fault. */
static const char *read_value(enum set_kind kind, const char *text)
{
    bool end;
    struct text out;
    begin(kind, text);
    struct value *v = set_value_read(&reader, &end);
    if (!v)
        return fault.helm;
    if (end)
        return "the end";
    text_init(&out, &arena);
    assert_int_equal(json_write(v, JSON_ESCAPED, &out), 0);
    text_printf(&out, " then %s", reader.at);
    return out.at;
}

static void text_is_read_up_to_a_sign(void **state)
{
    (void)state;
    struct text out = {0};
    begin(SET_TYPED, "a\\.b.c\\");
    assert_int_equal(set_value_until(&reader, "=.", &out), '.');
    assert_string_equal(out.at, "a.b");
    assert_int_equal(set_value_until(&reader, "=.", &out), '\0');
    assert_string_equal(out.at, "c");
    assert_int_equal(set_value_until(&reader, "=.", &out), '\0');
    assert_string_equal(out.at, "");
    begin(SET_LITERAL, "a\\.b");
    assert_int_equal(set_value_until(&reader, "=.", &out), '.');
    assert_string_equal(out.at, "a\\");
}

static void integers_are_of_64_bits(void **state)
{
    (void)state;
    const struct {
        const char *text;
        bool good;
        int64_t value;
    } rows[] = {
        {"0", true, 0},
        {"-007", true, -7},
        {"+5", true, 5},
        {"9223372036854775807", true, INT64_MAX},
        {"-9223372036854775808", true, INT64_MIN},
        {"9223372036854775808", false, 0},
        {"", false, 0},
        {"-", false, 0},
        {"1_0", false, 0},
        {" 1", false, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct text t;
        int64_t value = 0;
        text_init(&t, &arena);
        text_adds(&t, rows[i].text);
        text_add(&t, "", 0);
        assert_int_equal(set_value_int(&t, &value), rows[i].good);
        assert_true(value == rows[i].value);
    }
}

static void each_kind_takes_what_is_its_own(void **state)
{
    (void)state;
    assert_string_equal(read_value(SET_TYPED, "1,b"), "1 then b");
    assert_string_equal(read_value(SET_TYPED, "nULL,b"), "null then b");
    assert_string_equal(read_value(SET_TYPED, "01"), "\"01\" then ");
    assert_string_equal(read_value(SET_STRING, "1,b"), "\"1\" then b");
    assert_string_equal(read_value(SET_LITERAL, "1,{b\\"), "\"1,{b\\\\\" then ");
    assert_string_equal(read_value(SET_JSON, "{\"a\": [1]} ,b"), "{\"a\":[1]} then b");
    assert_string_equal(read_value(SET_JSON, "  ,b"), "null then b");
    assert_string_equal(read_value(SET_FILE, "/dev/null,b"), "\"\" then b");
}

static void braces_hold_a_list(void **state)
{
    (void)state;
    assert_string_equal(read_value(SET_TYPED, "{1,true,x\\,y},b"), "[1,true,\"x,y\"] then b");
    assert_string_equal(read_value(SET_STRING, "{1}b"), "[\"1\"] then b");
    assert_string_equal(read_value(SET_LITERAL, "{1}"), "\"{1}\" then ");
    assert_string_equal(read_value(SET_TYPED, "{1,"), "list must terminate with '}'");
}

static void where_nothing_stands_the_argument_ends(void **state)
{
    (void)state;
    assert_string_equal(read_value(SET_TYPED, ""), "the end");
    assert_string_equal(read_value(SET_LITERAL, ""), "\"\" then ");
}

static void what_cannot_be_had_is_told(void **state)
{
    (void)state;
    assert_string_equal(read_value(SET_FILE, "/nowhere"), "open /nowhere: no such file or directory");
    assert_non_null(read_value(SET_JSON, "{"));
    assert_non_null(fault.helm);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(text_is_read_up_to_a_sign, setup, teardown),
        cmocka_unit_test_setup_teardown(integers_are_of_64_bits, setup, teardown),
        cmocka_unit_test_setup_teardown(each_kind_takes_what_is_its_own, setup, teardown),
        cmocka_unit_test_setup_teardown(braces_hold_a_list, setup, teardown),
        cmocka_unit_test_setup_teardown(where_nothing_stands_the_argument_ends, setup, teardown),
        cmocka_unit_test_setup_teardown(what_cannot_be_had_is_told, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
