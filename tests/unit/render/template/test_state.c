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

static const char *hint(const char *missing, const char *const *keys, size_t count)
{
    struct value *map = value_map(&arena);
    const struct ident ident = {.at = missing, .len = strlen(missing)};
    begin();
    for (size_t i = 0; i < count; i++)
        value_sets(&arena, map, keys[i], i ? value_int(&arena, 1) : value_null(&arena));
    state_hint(&s, s.at, &ident, map);
    return strrchr(run.hint, ':') + 2;
}

static void a_hint_names_the_key_that_was_meant_or_those_that_are(void **state)
{
    static const char *const keys[] = {"gone", "image", "replicas"};
    static const char *const many[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m"};
    (void)state;
    assert_string_equal(hint("imgae", keys, 3), "there is no imgae; did you mean image?");
    assert_string_equal(hint("x", keys, 3), "there is no x; there is gone, image, replicas");
    assert_string_equal(hint("gone", keys, 3), "gone is null");
    assert_string_equal(hint("x", keys, 0), "there is no x; there is nothing");
    assert_string_equal(hint("zzz", many, 12),
                        "there is no zzz; there is a, b, c, d, e, f, g, h, i, j, k, l");
    assert_string_equal(hint("zzz", many, 13),
                        "there is no zzz; there is a, b, c, d, e, f, g, h, i, j, k, l, ...");
}

static void errors_of_functions_are_known_by_their_lengths(void **state)
{
    (void)state;
    begin();
    state_fail_call(&s, "f", "inner");
    assert_int_equal(run.inner_count, 1);
    assert_int_equal(run.inner[0], 5);
    assert_non_null(strstr(run.error, ": error calling f: inner"));
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
        cmocka_unit_test_setup_teardown(a_hint_names_the_key_that_was_meant_or_those_that_are, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(errors_of_functions_are_known_by_their_lengths, setup, teardown),
        cmocka_unit_test_setup_teardown(steps_and_the_stack_have_an_end, setup, teardown),
        cmocka_unit_test_setup_teardown(a_stretch_is_given_back_unless_something_older_holds_it, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
