#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "render/lint_report.h"

static struct arena arena;
static struct lint_report report;
static size_t errors, warnings;

static int setup(void **state)
{
    static const char *const files[] = {"b.yaml", "a.yaml"};
    (void)state;
    arena_init(&arena, 1 << 24);
    report = (struct lint_report){.arena = &arena, .files = files, .file_count = 2};
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&arena);
    return 0;
}

static const char *printed(void)
{
    struct text to;
    text_init(&to, &arena);
    text_adds(&to, "");
    lint_print(&report, &to, &errors, &warnings);
    return to.at;
}

static void findings_come_in_the_order_of_files_and_places(void **state)
{
    (void)state;
    lint_add(&report, (struct place){"a.yaml", 1, 1}, LINT_ERROR, "one");
    lint_add(&report, (struct place){"b.yaml", 10, 1}, LINT_WARNING, "three");
    lint_add(&report, (struct place){"b.yaml", 9, 7}, LINT_ERROR, "two");
    lint_add(&report, (struct place){0}, LINT_ERROR, "last");
    assert_string_equal(printed(),
                        "b.yaml:9:7: error: two\nb.yaml:10:1: warning: three\na.yaml:1:1: error: one\n"
                        "(command line): error: last\n");
    assert_int_equal(errors, 3);
    assert_int_equal(warnings, 1);
}

static void of_one_place_only_the_highest_rank_is_told(void **state)
{
    (void)state;
    lint_add(&report, (struct place){"b.yaml", 1, 1}, LINT_WARNING, "warning");
    lint_add(&report, (struct place){"b.yaml", 1, 1}, LINT_TYPE, "type");
    lint_add(&report, (struct place){"b.yaml", 1, 1}, LINT_SCHEMA, "schema");
    lint_add(&report, (struct place){"b.yaml", 1, 1}, LINT_SCHEMA, "another");
    lint_add(&report, (struct place){"b.yaml", 1, 1}, LINT_SCHEMA, "another");
    assert_string_equal(printed(), "b.yaml:1:1: error: schema\nb.yaml:1:1: error: another\n");
    assert_int_equal(errors, 2);
    assert_int_equal(warnings, 0);
}

static void of_one_place_one_type_is_told(void **state)
{
    (void)state;
    lint_add(&report, (struct place){"b.yaml", 1, 1}, LINT_TYPE, "got a");
    lint_add(&report, (struct place){"b.yaml", 1, 1}, LINT_TYPE, "got b");
    assert_string_equal(printed(), "b.yaml:1:1: error: got a\n");
}

static void a_finding_is_one_line(void **state)
{
    (void)state;
    lint_add(&report, (struct place){"b.yaml", 1, 0}, LINT_ERROR, "a%cb", '\n');
    assert_string_equal(printed(), "b.yaml:1: error: a\\x0ab\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(findings_come_in_the_order_of_files_and_places, setup, teardown),
        cmocka_unit_test_setup_teardown(of_one_place_only_the_highest_rank_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(of_one_place_one_type_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(a_finding_is_one_line, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
