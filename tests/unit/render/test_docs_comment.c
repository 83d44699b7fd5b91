#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "render/docs_comment.h"
#include "tests/unit/fresh_arena.h"

static struct docs_comment above(const char *text, unsigned line, unsigned column, bool is_item)
{
    struct docs_lines lines;
    docs_lines_init(&lines, (struct bytes){text, strlen(text)}, &arena);
    return docs_comment_above(&lines, line, column, is_item);
}

static void a_comment_above_a_key_describes_it(void **state)
{
    (void)state;
    struct docs_comment c =
        above("# -- (int) one\n#  two\n# @default -- many\n# @section -- S\na: 1\n", 5, 1, false);
    assert_string_equal(c.description, "one  two");
    assert_string_equal(c.type, "int");
    assert_string_equal(c.shown, "many");
    assert_string_equal(c.section, "S");
    assert_string_equal(c.key, "");
    assert_false(c.ignored);
}

static void a_description_with_dashes_is_no_key(void **state)
{
    (void)state;
    assert_string_equal(above("# -- one -- two\na: 1\n", 2, 1, false).description, "one -- two");
}

static void a_comment_is_of_the_first_node_of_its_line_only(void **state)
{
    (void)state;
    const char *text = "# -- item\n- a: {b: 1}\n";
    assert_string_equal(above(text, 2, 3, true).description, "item");
    assert_string_equal(above(text, 2, 3, false).description, "");
    assert_string_equal(above(text, 2, 7, false).description, "");
    assert_string_equal(above("# -- x\n- - 1\n", 2, 5, true).description, "");
}

static void an_empty_line_parts_a_comment_from_the_key(void **state)
{
    (void)state;
    assert_string_equal(above("# -- far\n\na: 1\n", 3, 1, false).description, "");
}

static void the_last_of_several_descriptions_counts(void **state)
{
    (void)state;
    assert_string_equal(above("# -- one\n# more\n# -- two\na: 1\n", 4, 1, false).description, "two");
}

static void carriage_returns_are_no_text(void **state)
{
    (void)state;
    assert_string_equal(above("# -- one\r\na: 1\r\n", 2, 1, false).description, "one");
}

static void places_outside_the_file_have_no_comment(void **state)
{
    (void)state;
    assert_string_equal(above("# -- one", 0, 0, false).description, "");
    assert_string_equal(above("# -- one", 2, 1, false).description, "");
    assert_string_equal(above("# -- one\na", 2, 9, false).description, "");
    assert_string_equal(above("", 1, 1, false).description, "");
}

static void what_is_ignored_is_told(void **state)
{
    (void)state;
    assert_true(above("# @ignored\na: 1\n", 2, 1, false).ignored);
    assert_true(above("# -- x\n# @ignored\na: 1\n", 3, 1, false).ignored);
}

static void comments_with_keys_are_found_anywhere(void **state)
{
    (void)state;
    static const char text[] =
        "# a.b -- one\n# more\n# c -- two\n# -- three\nx: 1\n# @default -- no key\n# d --\n";
    struct docs_lines lines;
    struct docs_comment c;
    size_t at = 0;
    docs_lines_init(&lines, (struct bytes){text, strlen(text)}, &arena);
    assert_true(docs_comment_next(&lines, &at, &c));
    assert_string_equal(c.key, "a.b");
    assert_string_equal(c.description, "one more");
    assert_true(docs_comment_next(&lines, &at, &c));
    assert_string_equal(c.key, "c");
    assert_string_equal(c.description, "two");
    assert_true(docs_comment_next(&lines, &at, &c));
    assert_string_equal(c.key, "d");
    assert_string_equal(c.description, "");
    assert_false(docs_comment_next(&lines, &at, &c));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_comment_above_a_key_describes_it, setup, teardown),
        cmocka_unit_test_setup_teardown(a_description_with_dashes_is_no_key, setup, teardown),
        cmocka_unit_test_setup_teardown(a_comment_is_of_the_first_node_of_its_line_only, setup, teardown),
        cmocka_unit_test_setup_teardown(an_empty_line_parts_a_comment_from_the_key, setup, teardown),
        cmocka_unit_test_setup_teardown(the_last_of_several_descriptions_counts, setup, teardown),
        cmocka_unit_test_setup_teardown(carriage_returns_are_no_text, setup, teardown),
        cmocka_unit_test_setup_teardown(places_outside_the_file_have_no_comment, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_ignored_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(comments_with_keys_are_found_anywhere, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
