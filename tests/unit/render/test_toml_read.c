/* TOML documents as a whole, held against Helm. */
#include "common/text.h"
#include "render/go_type.h"
#include "render/toml_read.h"
#include "tests/support/toml_case.h"
#include "tests/unit/cmocka_all.h"
#include "tests/unit/fresh_arena.h"

static const struct toml_case documents[] = {
    {"", "map{}"},
    {"\n\n", "map{}"},
    {"# c", "map{}"},
    {"a=1", "map{\"a\":1}"},
    {"a = 1 # c\n\t b = 2\t\r\n", "map{\"a\":1, \"b\":2}"},
    {"a=1 b=2",
     "! toml: line 1: expected a top-level item to end with a newline, comment, or EOF, but got 'b' instead"},
    {"a=1 2",
     "! toml: line 1: expected a top-level item to end with a newline, comment, or EOF, but got '2' instead"},
    {"[]", "! toml: line 1: unexpected end of table name (table names cannot be empty)"},
    {"[[]]", "! toml: line 1: unexpected end of table name (table names cannot be empty)"},
    {"[a", "! toml: line 1: expected '.' or ']' to end table name, but got '\\x00' instead"},
    {"[a.", "! toml: line 1: unexpected end of table name (table names cannot be empty)"},
    {"[.a]", "! toml: line 1: unexpected table separator (table names cannot be empty)"},
    {"[a.]", "! toml: line 1: unexpected end of table name (table names cannot be empty)"},
    {"[a..b]", "! toml: line 1: unexpected table separator (table names cannot be empty)"},
    {"[a]b", "! toml: line 1 (last key \"a\"): expected a top-level item to end with a newline, comment, or "
             "EOF, but got 'b' instead"},
    {"[ a . b ] # c", "map{\"a\":map{\"b\":map{}}}"},
    {"[a\n]", "! toml: line 2: expected '.' or ']' to end table name, but got '\\n' instead"},
    {"[[a]", "! toml: line 1: expected end of table array name delimiter ']', but got '\\x00' instead"},
    {"[[a] ]", "! toml: line 1: expected end of table array name delimiter ']', but got ' ' instead"},
    {"[[ a ]]", "map{\"a\":[]map{map{}}}"},
};

static void documents_are_read_and_faults_told(void **state)
{
    (void)state;
    toml_case_check(documents, sizeof documents / sizeof *documents);
}

static void values_have_the_types_of_go(void **state)
{
    static const char text[] = "i=1\nf=1.0\nl=[{}]\n[[t]]";
    struct value *v;
    struct bytes error;
    (void)state;
    assert_int_equal(toml_read((struct bytes){text, sizeof text - 1}, 0, &arena, &v, &error), 0);
    assert_string_equal(go_type_name(value_gets(v, "i")), "int64");
    assert_string_equal(go_type_name(value_gets(v, "f")), "float64");
    assert_string_equal(go_type_name(value_gets(v, "l")), "[]interface {}");
    assert_string_equal(go_type_name(value_gets(v, "t")), "[]map[string]interface {}");
}

static int read_nested(const char *open, const char *close, int depth, struct bytes *error)
{
    struct text t;
    struct value *v;
    text_init(&t, &arena);
    text_adds(&t, "a=");
    for (int i = 0; i < depth; i++)
        text_adds(&t, open);
    text_adds(&t, "1");
    for (int i = 0; i < depth; i++)
        text_adds(&t, close);
    return toml_read((struct bytes){t.at, t.len}, 0, &arena, &v, error);
}

static void nesting_is_bounded(void **state)
{
    struct bytes error;
    (void)state;
    assert_int_equal(read_nested("[", "]", 1000, &error), 0);
    assert_int_equal(read_nested("[", "]", 1001, &error), -1);
    assert_string_equal(error.at, "not supported: TOML nested deeper than 1000");
    assert_int_equal(read_nested("{a=", "}", 999, &error), 0);
    assert_int_equal(read_nested("{a=", "}", 1001, &error), -1);
}

/* A hundred thousand keys in the worst order, in the time of a test. */
static void many_keys_are_no_burden(void **state)
{
    struct text t;
    struct value *v;
    struct bytes error;
    (void)state;
    text_init(&t, &arena);
    for (int i = 100000; i > 0; i--)
        text_printf(&t, "k%06d=1\n", i);
    assert_int_equal(toml_read((struct bytes){t.at, t.len}, 0, &arena, &v, &error), 0);
    assert_int_equal(v->map->count, 100000);
    assert_string_equal(v->map->entries[0].key, "k000001");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TOML_TEST(documents_are_read_and_faults_told),
        cmocka_unit_test_setup_teardown(values_have_the_types_of_go, setup, teardown),
        cmocka_unit_test_setup_teardown(nesting_is_bounded, setup, teardown),
        cmocka_unit_test_setup_teardown(many_keys_are_no_burden, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
