#include "render/template/trace.h"

#include <string.h>

#include "tests/unit/fresh_arena.h"

/* error, in which the ends of the given texts are errors of functions, the innermost first. */
static const char *lay_out(const char *error, const char *const *ends, size_t count)
{
    size_t inner[8] = {0};
    for (size_t i = 0; i < count; i++)
        inner[i] = strlen(ends[i]);
    return trace_lay_out(error, inner, count, &arena);
}

static void one_error_is_one_block(void **state)
{
    (void)state;
    assert_string_equal(
        lay_out("template: c/templates/a.yaml:2:13: executing \"c/templates/a.yaml\" at <.Values.x.y>: nil "
                "pointer evaluating interface {}.y",
                NULL, 0),
        "c/templates/a.yaml:2:13\n  executing \"c/templates/a.yaml\" at <.Values.x.y>:\n    nil pointer "
        "evaluating interface {}.y");
}

static void white_space_of_any_kind_at_the_end_goes(void **state)
{
    (void)state;
    assert_string_equal(
        lay_out("template: a:1:2: executing \"a\" at <.x>: no x\xc2\xa0 \xe2\x80\xa8\n", NULL, 0),
        "a:1:2\n  executing \"a\" at <.x>:\n    no x");
}

static void each_include_has_a_block(void **state)
{
    static const char *const ends[] = {"template: h:1:2: executing \"h\" at <.a.b>: no b"};
    (void)state;
    assert_string_equal(
        lay_out("template: a:3:4: executing \"a\" at <include \"h\" .>: error calling include: "
                "template: h:1:2: executing \"h\" at <.a.b>: no b",
                ends, 1),
        "a:3:4\n  executing \"a\" at <include \"h\" .>:\n    error calling include:\n"
        "h:1:2\n  executing \"h\" at <.a.b>:\n    no b");
}

static void blocks_that_are_alike_come_once(void **state)
{
#define LEAF  "template: h:1:2: executing \"h\" at <.a.b>: no b"
#define ROUND "template: h:5:6: executing \"h\" at <include \"h\" .>: error calling include: "
    static const char *const ends[] = {LEAF, ROUND LEAF, ROUND ROUND LEAF};
    (void)state;
    assert_string_equal(lay_out(ROUND ROUND ROUND LEAF, ends, 3),
                        "h:5:6\n  executing \"h\" at <include \"h\" .>:\n    error calling include:\n"
                        "h:1:2\n  executing \"h\" at <.a.b>:\n    no b");
}

static void an_error_of_no_template_leaves_all_as_it_is(void **state)
{
    static const char error[] =
        "template: a:3:4: executing \"a\" at <index .l 9>: error calling index: index out of range: 9";
    static const char *const ends[] = {"index out of range: 9"};
    (void)state;
    assert_string_equal(lay_out(error, ends, 1), error);
}

static void a_template_that_is_not_there_has_no_place(void **state)
{
    static const char *const ends[] = {"template: no template \"n\" associated with template \"gotpl\""};
    (void)state;
    assert_string_equal(
        lay_out("template: a:3:4: executing \"a\" at <include \"n\" .>: error calling include: template: no "
                "template \"n\" associated with template \"gotpl\"",
                ends, 1),
        "a:3:4\n  executing \"a\" at <include \"n\" .>:\n    error calling include:\ntemplate: no template "
        "\"n\" associated with template \"gotpl\"");
}

static void odd_texts_are_cut_at_the_last_colon(void **state)
{
    (void)state;
    assert_string_equal(lay_out("template: a: b: c", NULL, 0), "a: b\n  c");
    assert_string_equal(lay_out("template: a: executing nothing: c", NULL, 0), "a: executing nothing\n  c");
    assert_string_equal(lay_out("template: a: executing \"x\" at <y: c", NULL, 0),
                        "a: executing \"x\" at <y\n  c");
    assert_string_equal(lay_out("template: a", NULL, 0), "template: a");
    assert_string_equal(lay_out("a: b", NULL, 0), "a: b");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(one_error_is_one_block, setup, teardown),
        cmocka_unit_test_setup_teardown(white_space_of_any_kind_at_the_end_goes, setup, teardown),
        cmocka_unit_test_setup_teardown(each_include_has_a_block, setup, teardown),
        cmocka_unit_test_setup_teardown(blocks_that_are_alike_come_once, setup, teardown),
        cmocka_unit_test_setup_teardown(an_error_of_no_template_leaves_all_as_it_is, setup, teardown),
        cmocka_unit_test_setup_teardown(a_template_that_is_not_there_has_no_place, setup, teardown),
        cmocka_unit_test_setup_teardown(odd_texts_are_cut_at_the_last_colon, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
