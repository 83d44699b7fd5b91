#include "tests/unit/cmocka_all.h"

#include <stdint.h>
#include <string.h>

#include "render/template/state.h"
#include "render/template/template.h"
#include "tests/unit/fresh_arena.h"

static struct run run;
static struct state s;
static struct text out;
static const struct ident x = {.at = "x", .len = 1}, y = {.at = "y", .len = 1};

/* As if the one word of "{{ . }}" were being evaluated. */
static void begin(void)
{
    char here;
    run = (struct run){.arena = &arena, .stack = &here};
    run.trees.arena = run.scopes.arena = &arena;
    text_init(&out, &arena);
    text_adds(&out, "");
    assert_null(parse_template(&run.trees, "t", "{{ . }}", 7));
    s = (struct state){
        .run = &run, .name = "t", .name_len = 1, .at = trees_find(&run.trees, "t", 1)->root, .to = &out};
}

static struct operand number(int64_t n)
{
    return operand_plain(value_int(&arena, n));
}

static void a_null_is_nil_and_an_interface_hides_its_type(void **state)
{
    (void)state;
    begin();
    assert_null(operand_plain(value_null(&arena)).v);
    assert_null(operand_boxed(NULL).v);
    assert_string_equal(operand_type(number(1)), "int64");
    assert_string_equal(operand_type(operand_boxed(value_int(&arena, 1))), "interface {}");
}

static void the_newest_variable_of_a_name_counts(void **state)
{
    (void)state;
    begin();
    for (int64_t i = 0; i < 100; i++)
        state_push(&s, i % 2 ? &x : &y, number(i));
    assert_int_equal(state_variable(&s, &x)->value.v->integer, 99);
    s.variable_count -= 2;
    assert_int_equal(state_variable(&s, &x)->value.v->integer, 97);
    state_assign(&s, &x, number(-1));
    assert_int_equal(state_variable(&s, &x)->value.v->integer, -1);
    assert_false(state_failed(&s));
}

static void the_first_failure_sticks_with_its_place(void **state)
{
    (void)state;
    begin();
    assert_null(state_variable(&s, &x));
    state_fail(&s, "something else");
    assert_non_null(strstr(run.error, "template: t:1:"));
    assert_non_null(strstr(run.error, "undefined variable: x"));
    assert_null(strstr(run.error, "something else"));
}

static void steps_and_the_stack_have_an_end(void **state)
{
    (void)state;
    begin();
    assert_true(state_spend(&s));
    run.steps = TEMPLATE_STEPS_MAX;
    assert_false(state_spend(&s));
    assert_non_null(strstr(run.error, "steps"));
    begin();
    assert_true(state_has_stack(&s, SIZE_MAX));
    run.stack = NULL; /* and so far away */
    assert_false(state_has_stack(&s, TEMPLATE_STACK_MAX));
    assert_non_null(strstr(run.error, "exceeded maximum template depth"));
}

static size_t left_by_a_stretch(bool pushes, bool prints, bool fails)
{
    struct stretch stretch;
    begin();
    size_t before = arena.used_len;
    state_begin(&s, &stretch);
    (void)number(1);
    if (pushes)
        state_push(&s, &x, number(2));
    if (prints)
        text_repeat(&out, 'x', 1000);
    if (fails)
        state_fail(&s, "no");
    state_finish(&s, &stretch);
    return arena.used_len - before;
}

static void a_stretch_is_given_back_unless_something_older_holds_it(void **state)
{
    (void)state;
    assert_int_equal(left_by_a_stretch(false, false, false), 0);
    assert_true(left_by_a_stretch(true, false, false) > 0);
    assert_true(left_by_a_stretch(false, true, false) > 0);
    assert_true(left_by_a_stretch(false, false, true) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_null_is_nil_and_an_interface_hides_its_type, setup, teardown),
        cmocka_unit_test_setup_teardown(the_newest_variable_of_a_name_counts, setup, teardown),
        cmocka_unit_test_setup_teardown(the_first_failure_sticks_with_its_place, setup, teardown),
        cmocka_unit_test_setup_teardown(steps_and_the_stack_have_an_end, setup, teardown),
        cmocka_unit_test_setup_teardown(a_stretch_is_given_back_unless_something_older_holds_it, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
