#include "tests/unit/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "render/compose_notes.h"
#include "tests/unit/fresh_arena.h"

static struct fault fault;
static struct text warnings;
static struct notes notes;
static const struct place where = {"c.yaml", 4, 2};

static void begin(void)
{
    fault_init(&fault, &arena);
    text_init(&warnings, &arena);
    text_adds(&warnings, "");
    notes_init(&notes, &fault, &warnings, &arena);
}

static void faults_and_warnings_are_kept_apart(void **state)
{
    (void)state;
    begin();
    assert_int_equal(note_fault(&notes, where, "a %d", 1), -1);
    note_warning(&notes, (struct place){0}, "b");
    assert_string_equal(fault.more.at, "c.yaml:4:2: a 1\n");
    assert_string_equal(warnings.at, "warning: b\n");
    assert_int_equal(notes.faults, 1);
}

static void the_same_is_said_once_and_counted_twice(void **state)
{
    (void)state;
    begin();
    note_fault(&notes, where, "a");
    note_fault(&notes, where, "a");
    note_warning(&notes, where, "b");
    note_warning(&notes, where, "b");
    assert_string_equal(fault.more.at, "c.yaml:4:2: a\n");
    assert_string_equal(warnings.at, "c.yaml:4:2: warning: b\n");
    assert_int_equal(notes.faults, 2);
}

static void foreign_text_stays_on_its_line_within_its_bound(void **state)
{
    (void)state;
    begin();
    note_warning(&notes, where, "%s", "a\nb\x1b[31m\x7f");
    assert_string_equal(warnings.at, "c.yaml:4:2: warning: a\\x0ab\\x1b[31m\\x7f\n");
    begin();
    note_warning(&notes, (struct place){0}, "%*s", NOTE_MAX * 2, "x");
    assert_int_equal(warnings.len, strlen("warning: \n") + NOTE_MAX - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(faults_and_warnings_are_kept_apart, setup, teardown),
        cmocka_unit_test_setup_teardown(the_same_is_said_once_and_counted_twice, setup, teardown),
        cmocka_unit_test_setup_teardown(foreign_text_stays_on_its_line_within_its_bound, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
