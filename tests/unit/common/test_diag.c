#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "common/diag.h"

static void a_complaint_names_its_place(void **state)
{
    (void)state;
    struct diag d = {0};
    assert_int_equal(diag_at(&d, (struct place){"a.yaml", 3, 7}, "no key %s", "x"), -1);
    assert_int_equal(diag_at(&d, (struct place){"a.yaml", 3, 0}, "line"), -1);
    assert_int_equal(diag_at(&d, (struct place){"a.yaml", 0, 0}, "file"), -1);
    assert_int_equal(diag_say(&d, "nowhere"), -1);
    assert_string_equal(d.text, "a.yaml:3:7: no key x\na.yaml:3: line\na.yaml: file\nnowhere\n");
    assert_int_equal(d.count, 4);
}

static void foreign_text_cannot_start_a_line_of_its_own(void **state)
{
    (void)state;
    struct diag d = {0};
    diag_say(&d, "name \"%s\"", "a\nb\x1b[31m");
    assert_string_equal(d.text, "name \"a\\x0ab\\x1b[31m\"\n");
}

static void a_long_message_is_cut_at_its_bound(void **state)
{
    (void)state;
    struct diag d = {0};
    char name[2 * DIAG_LINE_MAX];
    memset(name, '\n', sizeof name);
    name[sizeof name - 1] = '\0';
    diag_say(&d, "%s", name);
    assert_int_equal(d.len, 4 * (DIAG_LINE_MAX - 1) + 1);
}

static void complaints_without_room_are_counted(void **state)
{
    (void)state;
    struct diag d = {0};
    for (int i = 0; i < DIAG_TEXT_MAX; i++)
        diag_say(&d, "x");
    assert_int_equal(d.count, DIAG_TEXT_MAX);
    assert_true(d.len < sizeof d.text);
    char printed[4 * DIAG_TEXT_MAX];
    FILE *to = fmemopen(printed, sizeof printed, "w");
    diag_print(&d, to, "p");
    fclose(to);
    assert_memory_equal(printed, "p: x\np: x\n", 10);
    assert_non_null(strstr(printed, "p: and 8193 more\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_complaint_names_its_place),
        cmocka_unit_test(foreign_text_cannot_start_a_line_of_its_own),
        cmocka_unit_test(a_long_message_is_cut_at_its_bound),
        cmocka_unit_test(complaints_without_room_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
