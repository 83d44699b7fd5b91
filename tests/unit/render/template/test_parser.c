#include "render/template/parser.h"

#include <string.h>

#include "render/template/parse.h"
#include "tests/unit/fresh_arena.h"

static struct trees trees;
static struct source source;
static struct parser p;

static void begin(const char *text)
{
    trees = (struct trees){.arena = &arena};
    source = (struct source){.name = "t", .text = text, .len = strlen(text)};
    parser_init(&p, &trees, &source);
}

static void tokens_that_were_given_back_come_again(void **state)
{
    (void)state;
    begin("{{.a .b .c}}");
    assert_int_equal(parser_next(&p).kind, TOKEN_LEFT);
    struct token a = parser_next(&p), blank = parser_next(&p);
    assert_int_equal(parser_peek(&p).pos, 5);
    parser_backup3(&p, a, blank);
    assert_int_equal(parser_next(&p).pos, a.pos);
    assert_int_equal(parser_next(&p).kind, TOKEN_SPACE);
    assert_int_equal(parser_next(&p).pos, 5);
    parser_backup2(&p, blank);
    assert_int_equal(parser_next(&p).kind, TOKEN_SPACE);
    assert_int_equal(parser_next(&p).pos, 5);
    parser_backup(&p);
    assert_int_equal(parser_next(&p).pos, 5);
    assert_int_equal(parser_next(&p).kind, TOKEN_SPACE);
}

static void words_come_without_blanks(void **state)
{
    (void)state;
    begin("{{  .a  .b}}");
    (void)parser_next(&p);
    assert_int_equal(parser_peek_word(&p).pos, 4);
    assert_int_equal(parser_next_word(&p).pos, 4);
    assert_int_equal(parser_expect(&p, TOKEN_FIELD, "here").pos, 8);
    assert_null(p.error);
    (void)parser_expect(&p, TOKEN_PIPE, "here");
    assert_string_equal(p.error, "template: t:1: unexpected \"}}\" in here");
}

static void behind_the_first_complaint_all_is_the_end(void **state)
{
    (void)state;
    begin("a\n{{.b}}");
    (void)parser_next(&p);
    (void)parser_next(&p);
    parser_fail(&p, "%d", 1);
    parser_fail(&p, "%d", 2);
    assert_string_equal(p.error, "template: t:2: 1");
    assert_int_equal(parser_next(&p).kind, TOKEN_EOF);
    assert_int_equal(parser_peek(&p).kind, TOKEN_EOF);
    assert_false(parser_deepen(&p));
}

static void what_the_lexer_refuses_is_told_with_the_start_of_its_action(void **state)
{
    (void)state;
    begin("");
    p.action_line = 2;
    parser_unexpected(&p, (struct token){.kind = TOKEN_ERROR, .at = "bad", .len = 3, .line = 3}, "x");
    assert_non_null(strstr(p.error, "bad in action started at t:2"));
    begin("");
    p.action_line = 2;
    parser_unexpected(&p, (struct token){.kind = TOKEN_ERROR, .at = "unclosed action", .len = 15, .line = 3},
                      "x");
    assert_non_null(strstr(p.error, ": unclosed action started at t:2"));
    begin("");
    p.action_line = 3;
    parser_unexpected(&p, (struct token){.kind = TOKEN_ERROR, .at = "bad", .len = 3, .line = 3}, "x");
    assert_null(strstr(p.error, "started"));
}

static void variables_are_known_until_the_scope_is_put_back(void **state)
{
    (void)state;
    const struct token x = {.at = "$x", .len = 2}, xy = {.at = "$xy", .len = 3};
    begin("");
    parser_declare(&p, x);
    struct scoped *outer = p.scope;
    parser_declare(&p, xy);
    assert_true(parser_knows(&p, x) && parser_knows(&p, xy));
    p.scope = outer;
    assert_true(parser_knows(&p, x) && !parser_knows(&p, xy));
}

static void depth_is_bounded(void **state)
{
    (void)state;
    begin("");
    p.depth = PARSE_DEPTH_MAX - 1;
    assert_true(parser_deepen(&p));
    assert_false(parser_deepen(&p));
    assert_int_equal(p.depth, PARSE_DEPTH_MAX + 1);
    assert_non_null(strstr(p.error, "nested more than 500 levels deep"));
}

static void a_string_token_is_unquoted(void **state)
{
    (void)state;
    begin("");
    const struct node *n =
        parser_text(&p, NODE_STRING, (struct token){.at = "\"a\\tb\"", .len = 6, .pos = 7});
    assert_int_equal(n->pos, 7);
    assert_ptr_equal(n->source, &source);
    assert_string_equal(n->text.at, "a\tb");
    assert_null(p.error);
    (void)parser_text(&p, NODE_STRING, (struct token){.at = "\"\\q\"", .len = 4});
    assert_non_null(strstr(p.error, "invalid syntax"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(tokens_that_were_given_back_come_again, setup, teardown),
        cmocka_unit_test_setup_teardown(words_come_without_blanks, setup, teardown),
        cmocka_unit_test_setup_teardown(behind_the_first_complaint_all_is_the_end, setup, teardown),
        cmocka_unit_test_setup_teardown(what_the_lexer_refuses_is_told_with_the_start_of_its_action, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(variables_are_known_until_the_scope_is_put_back, setup, teardown),
        cmocka_unit_test_setup_teardown(depth_is_bounded, setup, teardown),
        cmocka_unit_test_setup_teardown(a_string_token_is_unquoted, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
