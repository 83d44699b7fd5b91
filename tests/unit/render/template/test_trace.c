#include "tests/unit/cmocka_all.h"

#include "render/template/trace.h"
#include "tests/unit/render/arena_json.h"

struct row {
    const char *error, *wanted;
};

static void check(const struct row *rows, size_t count, bool helm4)
{
    for (size_t i = 0; i < count; i++)
        assert_string_equal(trace_show(rows[i].error, helm4, &arena), rows[i].wanted);
}

#define NIL "template: c/a:1:6: executing \"c/a\" at <.x.y>: nil pointer evaluating interface {}.y"

static void helm_3_shows_an_error_as_it_is(void **state)
{
    static const struct row rows[] = {{NIL, NIL}, {"x", "x"}};
    (void)state;
    check(rows, sizeof rows / sizeof *rows, false);
}

static void helm_4_takes_it_apart(void **state)
{
    static const struct row rows[] = {
        {NIL, "c/a:1:6\n  executing \"c/a\" at <.x.y>:\n    nil pointer evaluating interface {}.y"},
        {"template: c/a:1:2: executing \"c/a\" at <include \"h\" .>: error calling include: " NIL,
         "c/a:1:2\n  executing \"c/a\" at <include \"h\" .>:\n    error calling include:\n"
         "c/a:1:6\n  executing \"c/a\" at <.x.y>:\n    nil pointer evaluating interface {}.y"},
        {"template: c/a:1:2: executing \"c/a\" at <include \"n\" .>: error calling include: template: no "
         "template "
         "\"n\" associated with template \"gotpl\"",
         "c/a:1:2\n  executing \"c/a\" at <include \"n\" .>:\n    error calling include:\n"
         "template: no template \"n\" associated with template \"gotpl\""},
        {"template: c/a:1: too long", "c/a:1\n  too long"},
    };
    (void)state;
    check(rows, sizeof rows / sizeof *rows, true);
}

static void a_function_that_is_no_include_has_the_last_word(void **state)
{
    static const struct row rows[] = {
        {"template: c/a:1:2: executing \"c/a\" at <div 1 0>: error calling div: runtime error: x",
         "template: c/a:1:2: executing \"c/a\" at <div 1 0>: error calling div: runtime error: x"},
    };
    (void)state;
    check(rows, sizeof rows / sizeof *rows, true);
}

static void a_marked_message_stands_alone(void **state)
{
    static const struct row rows[] = {
        {"template: c/a:1:2: executing \"c/a\" at <fail \"m\">: error calling fail: HELM_ERR_STARTm: "
         "nHELM_ERR_END",
         "execution error at (c/a:1:2): m: n"},
    };
    (void)state;
    check(rows, 1, false);
    check(rows, 1, true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(helm_3_shows_an_error_as_it_is, setup, teardown),
        cmocka_unit_test_setup_teardown(helm_4_takes_it_apart, setup, teardown),
        cmocka_unit_test_setup_teardown(a_function_that_is_no_include_has_the_last_word, setup, teardown),
        cmocka_unit_test_setup_teardown(a_marked_message_stands_alone, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
