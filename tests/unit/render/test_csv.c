#include "render/csv.h"

#include "common/text.h"
#include "tests/unit/fresh_arena.h"

/* The fields with | between them, or "! " and the error. */
static const char *fields(const char *text)
{
    size_t count;
    const char *error, **read = csv_read(text, &arena, &count, &error);
    struct text out;
    text_init(&out, &arena);
    if (!read)
        return arena_printf(&arena, "! %s", error);
    for (size_t i = 0; i < count; i++)
        text_printf(&out, "%s%s", i ? "|" : "", read[i]);
    return out.at;
}

static void commas_part_fields(void **state)
{
    (void)state;
    assert_string_equal(fields("a"), "a");
    assert_string_equal(fields("a,b c,"), "a|b c|");
    assert_string_equal(fields(","), "|");
}

static void quotes_keep_commas_and_lines_together(void **state)
{
    (void)state;
    assert_string_equal(fields("\"a,b\",c"), "a,b|c");
    assert_string_equal(fields("\"a\"\"b\""), "a\"b");
    assert_string_equal(fields("\"a\nb\",c"), "a\nb|c");
    assert_string_equal(fields("\"\""), "");
}

static void the_first_line_that_is_not_empty_counts(void **state)
{
    (void)state;
    assert_string_equal(fields("\n\r\na,b\r\nc"), "a|b");
    assert_string_equal(fields("\n"), "! EOF");
}

static void what_is_wrong_is_told_as_go_does(void **state)
{
    (void)state;
    assert_string_equal(fields("a\"b"), "! parse error on line 1, column 2: bare \" in non-quoted-field");
    assert_string_equal(fields("x,a\"b"), "! parse error on line 1, column 4: bare \" in non-quoted-field");
    assert_string_equal(fields("\"a"),
                        "! parse error on line 1, column 3: extraneous or missing \" in quoted-field");
    assert_string_equal(fields("\"a\"b"),
                        "! parse error on line 1, column 3: extraneous or missing \" in quoted-field");
    assert_string_equal(fields("\"a\nb"),
                        "! record on line 1; parse error on line 2, column 2: extraneous or missing "
                        "\" in quoted-field");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(commas_part_fields, setup, teardown),
        cmocka_unit_test_setup_teardown(quotes_keep_commas_and_lines_together, setup, teardown),
        cmocka_unit_test_setup_teardown(the_first_line_that_is_not_empty_counts, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_wrong_is_told_as_go_does, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
