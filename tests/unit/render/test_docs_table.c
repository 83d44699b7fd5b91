#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "render/docs_table.h"
#include "tests/unit/fresh_arena.h"

#define HEAD "| Key | Type | Default | Description |\n|-----|------|---------|-------------|"

static const char *table(const char *values)
{
    struct text to;
    struct fault f;
    fault_init(&f, &arena);
    text_init(&to, &arena);
    text_adds(&to, "");
    if (docs_table_write((struct bytes){values, strlen(values)}, "v.yaml", &arena, &to, &f) != 0)
        return f.helm;
    return to.at;
}

static void leaves_below_a_description_need_their_own(void **state)
{
    (void)state;
    assert_string_equal(table("# -- all\na: {b: 1}\nc:\n  d: []\n"),
                        HEAD "\n| a | object | `{\"b\":1}` | all |\n| c.d | list | `[]` |  |");
    assert_string_equal(table("# -- all\na:\n  # -- one\n  b: 1.5\n"),
                        HEAD "\n| a | object | `{\"b\":1.5}` | all |\n| a.b | float | `1.5` | one |");
}

static void nothing_breaks_out_of_its_cell(void **state)
{
    (void)state;
    assert_string_equal(table("# -- a|b \\| c\nx: \"|`\"\n"),
                        HEAD "\n| x | string | ``\"\\|`\"`` | a\\|b \\| c |");
    assert_string_equal(table("# -- one\n# @raw\n# two\nx: 1\n"), HEAD "\n| x | int | `1` | one<br>two |");
}

static void sections_come_in_the_order_of_their_keys(void **state)
{
    (void)state;
    assert_string_equal(table("# -- \n# @section -- Z\na: 1\n# -- \n# @section -- A\nb: 1\nc: 1\n"),
                        "### Z\n\n" HEAD "\n| a | int | `1` |  |\n\n### A\n\n" HEAD
                        "\n| b | int | `1` |  |\n\n### Other Values\n\n" HEAD "\n| c | int | `1` |  |");
}

static void a_file_without_values_has_no_table(void **state)
{
    (void)state;
    assert_string_equal(table(""), "");
    assert_string_equal(table("# -- only\n"), "");
    assert_string_equal(table("- a\n"), "v.yaml: values have to be a map; it is a list");
    assert_non_null(strstr(table("a: [\n"), "cannot load values.yaml"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(leaves_below_a_description_need_their_own, setup, teardown),
        cmocka_unit_test_setup_teardown(nothing_breaks_out_of_its_cell, setup, teardown),
        cmocka_unit_test_setup_teardown(sections_come_in_the_order_of_their_keys, setup, teardown),
        cmocka_unit_test_setup_teardown(a_file_without_values_has_no_table, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
