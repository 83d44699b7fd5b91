#include "tests/unit/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "render/compose_variables.h"
#include "tests/unit/fresh_arena.h"

static struct fault fault;
static struct text warnings;
static struct notes notes;

/* With FULL=value, EMPTY= set in the file, and FULL beaten by nothing. */
static const char *expand(const char *text)
{
    struct value *file = value_map(&arena);
    const struct variables variables = {.file = file};
    (void)value_sets(&arena, file, "FULL", value_text(&arena, "value", 5));
    (void)value_sets(&arena, file, "EMPTY", value_text(&arena, "", 0));
    fault_init(&fault, &arena);
    text_init(&warnings, &arena);
    text_adds(&warnings, "");
    notes_init(&notes, &fault, &warnings, &arena);
    const char *out = variables_expand(&variables, text, &notes, (struct place){"c.yaml", 3, 7});
    return out ? out : fault.more.at;
}

static void both_spellings_are_replaced(void **state)
{
    (void)state;
    assert_string_equal(expand("a$FULL-b${FULL}c"), "avalue-bvaluec");
    assert_string_equal(expand("$$FULL $$$$ $${x}"), "$FULL $$ ${x}");
    assert_int_equal(warnings.len, 0);
}

static void operators_tell_unset_from_empty(void **state)
{
    (void)state;
    const char *const cases[][2] = {
        {"${NONE:-d}", "d"},
        {"${NONE-d}", "d"},
        {"${EMPTY:-d}", "d"},
        {"${EMPTY-d}", ""},
        {"${FULL:-d}", "value"},
        {"${FULL:+x}", "x"},
        {"${EMPTY:+x}", ""},
        {"${EMPTY+x}", "x"},
        {"${NONE+x}", ""},
        {"${FULL:?m}", "value"},
        {"${EMPTY?m}", ""},
        {"${NONE:-}", ""},
        {"${NONE:-${ALSO:-${FULL}}}", "value"},
        {"${NONE:-a:b-c}", "a:b-c"},
        {"${NONE:-$$}", "$"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(expand(cases[i][0]), cases[i][1]);
        assert_int_equal(warnings.len, 0);
    }
}

static void one_that_is_not_set_is_empty_with_a_warning(void **state)
{
    (void)state;
    assert_string_equal(expand("<$NONE_OF_THESE>"), "<>");
    assert_non_null(strstr(warnings.at, "c.yaml:3:7: warning: $NONE_OF_THESE is not set"));
    assert_string_equal(expand("${FULL:-$NONE_OF_THESE}"), "value");
    assert_int_equal(warnings.len, 0);
}

static void the_environment_beats_the_file(void **state)
{
    (void)state;
    assert_int_equal(setenv("FULL", "from outside", 1), 0);
    assert_string_equal(expand("$FULL"), "from outside");
    assert_int_equal(unsetenv("FULL"), 0);
}

static void faults_say_what_to_write(void **state)
{
    (void)state;
    assert_non_null(strstr(expand("costs $5"), "c.yaml:3:7: a $ is followed by no name; write $$"));
    assert_non_null(strstr(expand("$"), "no name"));
    assert_non_null(strstr(expand("${FULL"), "no name and }"));
    assert_non_null(strstr(expand("${NONE:-x"), "has no } to end it"));
    assert_non_null(strstr(expand("${}"), "no name and }"));
    assert_non_null(strstr(expand("${1}"), "no name and }"));
    assert_non_null(strstr(expand("${FULL:}"), "no name and }"));
    assert_non_null(strstr(expand("${NONE:?say it}"), "$NONE has to be set: say it"));
    assert_non_null(strstr(expand("${EMPTY:?}"), "$EMPTY has to be set"));
}

static const char *nested(unsigned depth)
{
    struct text out;
    text_init(&out, &arena);
    for (unsigned i = 0; i < depth; i++)
        text_adds(&out, "${N:-");
    text_adds(&out, "x");
    text_repeat(&out, '}', depth);
    return out.at;
}

static void depth_is_bounded(void **state)
{
    (void)state;
    assert_string_equal(expand(nested(VARIABLES_DEPTH_MAX)), "x");
    assert_non_null(strstr(expand(nested(VARIABLES_DEPTH_MAX + 1)), "deeper than 20"));
    assert_non_null(strstr(expand(nested(100000)), "deeper than 20"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(both_spellings_are_replaced, setup, teardown),
        cmocka_unit_test_setup_teardown(operators_tell_unset_from_empty, setup, teardown),
        cmocka_unit_test_setup_teardown(one_that_is_not_set_is_empty_with_a_warning, setup, teardown),
        cmocka_unit_test_setup_teardown(the_environment_beats_the_file, setup, teardown),
        cmocka_unit_test_setup_teardown(faults_say_what_to_write, setup, teardown),
        cmocka_unit_test_setup_teardown(depth_is_bounded, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
