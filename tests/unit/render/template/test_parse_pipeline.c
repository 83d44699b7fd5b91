/* Trees of pipelines and complaints, held against Go's text/template/parse. */
#include "render/template/parse_pipeline.h"

#include <string.h>

#include "common/text.h"
#include "tests/unit/render/template/tree_rows.h"

static void commands_and_pipelines_are_read(void **state)
{
    ROWS({"{{.a}}", "{{.a}}"}, {"{{.a.b | print 1 \"x\"}}", "{{.a.b | print 1 \"x\"}}"},
         {"{{print (list 1 2) .x}}", "{{print (list 1 2) .x}}"}, {"{{(list 1).a}}", "{{(list 1).a}}"},
         {"{{$.a}}", "{{$.a}}"}, {"{{$x := 1}}{{$x}}", "{{$x := 1}}{{$x}}"},
         {"{{$x := 1}}{{$x = 2}}", "{{$x := 1}}{{$x = 2}}"}, {"{{print | print}}", "{{print | print}}"},
         {"{{print(1)}}", "template: t:1: unexpected \"(\" in operand"},
         {"{{print 1(2)}}", "template: t:1: unexpected \"(\" in operand"}, {"{{. | print}}", "{{. | print}}"},
         {"{{true}}", "{{true}}"}, {"{{print nil}}", "{{print nil}}"}, {"{{1}}", "{{1}}"},
         {"{{\"a\".b}}", "template: t:1: unexpected . after term \"\\\"a\\\"\""}, {"{{(.a)}}", "{{(.a)}}"},
         {"{{((.a))}}", "{{((.a))}}"}, {"{{print .a.b.c $.d}}", "{{print .a.b.c $.d}}"});
}

static void pipelines_that_are_none_are_told(void **state)
{
    ROWS({"{{}}", "template: t:1: missing value for command"},
         {"{{| print}}", "template: t:1: unexpected \"|\" in command"}, {"{{print |}}", "{{print}}"},
         {"{{print | | print}}", "template: t:1: unexpected \"|\" in command"},
         {"{{1 | 2}}", "template: t:1: non executable command in pipeline stage 2"},
         {"{{print | 1}}", "template: t:1: non executable command in pipeline stage 2"},
         {"{{print | nil}}", "template: t:1: non executable command in pipeline stage 2"},
         {"{{print | \"a\"}}", "template: t:1: non executable command in pipeline stage 2"},
         {"{{.a | true}}", "template: t:1: non executable command in pipeline stage 2"},
         {"{{nope}}", "template: t:1: function \"nope\" not defined"},
         {"{{print nope}}", "template: t:1: function \"nope\" not defined"},
         {"{{(}}", "template: t:1: unclosed left paren"}, {"{{(1}}", "template: t:1: unclosed left paren"},
         {"{{1)}}", "template: t:1: unexpected right paren"},
         {"{{print )}}", "template: t:1: unexpected right paren"},
         {"{{.a..b}}", "template: t:1: unexpected <.> in operand"},
         {"{{1.a}}", "template: t:1: bad number syntax: \"1.a\""},
         {"{{true.a}}", "template: t:1: unexpected . after term \"true\""},
         {"{{nil.a}}", "template: t:1: unexpected . after term \"nil\""},
         {"{{..}}", "template: t:1: unexpected <.> in operand"}, {"{{. .a}}", "{{. .a}}"},
         {"{{$x}}", "template: t:1: undefined variable \"$x\""}, {"{{$x = 1}}", "{{$x = 1}}"},
         {"{{$x, $y := 1}}", "template: t:1: too many declarations in command"},
         {"{{$x := }}", "template: t:1: missing value for command"},
         {"{{x := 1}}", "template: t:1: function \"x\" not defined"},
         {"{{print $y}}", "template: t:1: undefined variable \"$y\""}, {"{{1 2 }}}", "{{1 2}}}"},
         {"{{print \"a}}", "template: t:1: unterminated quoted string"},
         {"{{a.b}}", "template: t:1: function \"a\" not defined"}, {"{{print.a}}", "{{print.a}}"},
         {"{{()}}", "template: t:1: missing value for parenthesized pipeline"},
         {"{{$x := 1 := 2}}", "template: t:1: unexpected \":=\" in operand"},
         {"{{.a := 1}}", "template: t:1: unexpected \":=\" in operand"},
         {"{{print ,}}", "template: t:1: unexpected \",\" in operand"});
}

static const char *parse_parentheses(unsigned depth)
{
    struct trees trees = {.arena = &arena};
    struct text t;
    text_init(&t, &arena);
    text_adds(&t, "{{");
    text_repeat(&t, '(', depth);
    text_addc(&t, '1');
    text_repeat(&t, ')', depth);
    text_adds(&t, "}}");
    return parse_template(&trees, "t", t.at, t.len);
}

/* The pipeline around the parentheses is a level too. */
static void parentheses_are_bounded(void **state)
{
    (void)state;
    assert_null(parse_parentheses(PARSE_DEPTH_MAX - 1));
    assert_string_equal(parse_parentheses(PARSE_DEPTH_MAX),
                        "template: t:1: nested more than 500 levels deep");
}

static void a_pipeline_ends_with_what_it_was_told(void **state)
{
    (void)state;
    static const char text[] = "{{.a | print}} tail";
    const struct source source = {.name = "t", .text = text, .len = sizeof text - 1};
    struct trees trees = {.arena = &arena};
    struct parser p;
    parser_init(&p, &trees, &source);
    assert_int_equal(parser_next(&p).kind, TOKEN_LEFT);
    const struct node *n = parse_pipeline(&p, "command", TOKEN_RIGHT);
    assert_string_equal(node_text(n, &arena), ".a | print");
    assert_int_equal(p.depth, 0);
    assert_int_equal(parser_next(&p).kind, TOKEN_TEXT);
    assert_null(p.error);
    parser_init(&p, &trees, &source);
    (void)parser_next(&p);
    (void)parse_pipeline(&p, "clause", TOKEN_RIGHT_PAREN);
    assert_string_equal(p.error, "template: t:1: unexpected \"}}\" in clause");
}

static void only_a_range_has_two_variables(void **state)
{
    (void)state;
    static const char text[] = "{{$i, $v := .a}}";
    const struct source source = {.name = "t", .text = text, .len = sizeof text - 1};
    struct trees trees = {.arena = &arena};
    struct parser p;
    parser_init(&p, &trees, &source);
    (void)parser_next(&p);
    assert_string_equal(node_text(parse_pipeline(&p, "range", TOKEN_RIGHT), &arena), "$i, $v := .a");
    assert_true(parser_knows(&p, (struct token){.at = "$v", .len = 2}));
    parser_init(&p, &trees, &source);
    (void)parser_next(&p);
    (void)parse_pipeline(&p, "with", TOKEN_RIGHT);
    assert_string_equal(p.error, "template: t:1: too many declarations in with");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_ARENA(commands_and_pipelines_are_read), WITH_ARENA(pipelines_that_are_none_are_told),
        WITH_ARENA(parentheses_are_bounded),         WITH_ARENA(a_pipeline_ends_with_what_it_was_told),
        WITH_ARENA(only_a_range_has_two_variables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
