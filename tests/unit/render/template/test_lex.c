/* Token by token, held against the lexer of Go's text/template/parse. */
#include "render/template/lex.h"

#include "tests/unit/cmocka_all.h"
#include "tests/unit/fresh_arena.h"

#include <string.h>

#define WITH_ARENA(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

struct expected {
    enum token_kind kind;
    unsigned pos, line;
    const char *text;
};

struct row {
    const char *template;
    struct expected tokens[32];
};

/* The template stands at the end of its memory, so that a sanitizer sees a read behind it. */
static void check(const struct row *row)
{
    struct lexer l;
    size_t len = strlen(row->template);
    char *text = test_malloc(len);
    memcpy(text, row->template, len);
    lex_init(&l, text, len, &arena);
    for (const struct expected *e = row->tokens;; e++) {
        struct token t = lex_next(&l);
        if (t.kind != e->kind || t.pos != e->pos || t.line != e->line || t.len != strlen(e->text) ||
            memcmp(t.at, e->text, t.len) != 0)
            fail_msg("%s: token %d: kind %d at %u:%u \"%.*s\", wanted kind %d at %u:%u \"%s\"", row->template,
                     (int)(e - row->tokens), t.kind, t.pos, t.line, (int)t.len, t.at, e->kind, e->pos,
                     e->line, e->text);
        if (t.kind == TOKEN_EOF || t.kind == TOKEN_ERROR)
            break;
    }
    assert_int_equal(lex_next(&l).kind, TOKEN_EOF);
    test_free(text);
}

#define ROWS(...)                                                                                            \
    static const struct row rows[] = {__VA_ARGS__};                                                          \
    (void)state;                                                                                             \
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)                                                  \
    check(&rows[i])

static void text_and_actions_alternate(void **state)
{
    ROWS({"", {{TOKEN_EOF, 0, 1, ""}}}, {"abc", {{TOKEN_TEXT, 0, 1, "abc"}, {TOKEN_EOF, 3, 1, ""}}},
         {"a{{.}}b",
          {{TOKEN_TEXT, 0, 1, "a"},
           {TOKEN_LEFT, 1, 1, "{{"},
           {TOKEN_DOT, 3, 1, "."},
           {TOKEN_RIGHT, 4, 1, "}}"},
           {TOKEN_TEXT, 6, 1, "b"},
           {TOKEN_EOF, 7, 1, ""}}},
         {"{{}}", {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_RIGHT, 2, 1, "}}"}, {TOKEN_EOF, 4, 1, ""}}},
         {"{{ }}",
          {{TOKEN_LEFT, 0, 1, "{{"},
           {TOKEN_SPACE, 2, 1, " "},
           {TOKEN_RIGHT, 3, 1, "}}"},
           {TOKEN_EOF, 5, 1, ""}}},
         {"a\n{{.x}}\n{{.y}}",
          {{TOKEN_TEXT, 0, 1, "a\n"},
           {TOKEN_LEFT, 2, 2, "{{"},
           {TOKEN_FIELD, 4, 2, ".x"},
           {TOKEN_RIGHT, 6, 2, "}}"},
           {TOKEN_TEXT, 8, 2, "\n"},
           {TOKEN_LEFT, 9, 3, "{{"},
           {TOKEN_FIELD, 11, 3, ".y"},
           {TOKEN_RIGHT, 13, 3, "}}"},
           {TOKEN_EOF, 15, 3, ""}}},
         {"{{.}}{{.}}",
          {{TOKEN_LEFT, 0, 1, "{{"},
           {TOKEN_DOT, 2, 1, "."},
           {TOKEN_RIGHT, 3, 1, "}}"},
           {TOKEN_LEFT, 5, 1, "{{"},
           {TOKEN_DOT, 7, 1, "."},
           {TOKEN_RIGHT, 8, 1, "}}"},
           {TOKEN_EOF, 10, 1, ""}}},
         {"a}}b", {{TOKEN_TEXT, 0, 1, "a}}b"}, {TOKEN_EOF, 4, 1, ""}}},
         {"{a}", {{TOKEN_TEXT, 0, 1, "{a}"}, {TOKEN_EOF, 3, 1, ""}}});
}

static void trim_markers_swallow_white_space(void **state)
{
    ROWS({"a \n{{- .x -}} \t b",
          {{TOKEN_TEXT, 0, 1, "a"},
           {TOKEN_LEFT, 3, 2, "{{"},
           {TOKEN_FIELD, 7, 2, ".x"},
           {TOKEN_RIGHT, 11, 2, "}}"},
           {TOKEN_TEXT, 16, 2, "b"},
           {TOKEN_EOF, 17, 2, ""}}},
         {"{{-3}}",
          {{TOKEN_LEFT, 0, 1, "{{"},
           {TOKEN_NUMBER, 2, 1, "-3"},
           {TOKEN_RIGHT, 4, 1, "}}"},
           {TOKEN_EOF, 6, 1, ""}}},
         {"{{- -3 }}",
          {{TOKEN_LEFT, 0, 1, "{{"},
           {TOKEN_NUMBER, 4, 1, "-3"},
           {TOKEN_SPACE, 6, 1, " "},
           {TOKEN_RIGHT, 7, 1, "}}"},
           {TOKEN_EOF, 9, 1, ""}}},
         {"{{ 3 -}} x",
          {{TOKEN_LEFT, 0, 1, "{{"},
           {TOKEN_SPACE, 2, 1, " "},
           {TOKEN_NUMBER, 3, 1, "3"},
           {TOKEN_RIGHT, 6, 1, "}}"},
           {TOKEN_TEXT, 9, 1, "x"},
           {TOKEN_EOF, 10, 1, ""}}},
         {"a\014 {{- . }}",
          {{TOKEN_TEXT, 0, 1, "a\014"},
           {TOKEN_LEFT, 3, 1, "{{"},
           {TOKEN_DOT, 7, 1, "."},
           {TOKEN_SPACE, 8, 1, " "},
           {TOKEN_RIGHT, 9, 1, "}}"},
           {TOKEN_EOF, 11, 1, ""}}},
         {"{{-}}",
          {{TOKEN_LEFT, 0, 1, "{{"},
           {TOKEN_NUMBER, 2, 1, "-"},
           {TOKEN_RIGHT, 3, 1, "}}"},
           {TOKEN_EOF, 5, 1, ""}}},
         {"{{- }}", {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_RIGHT, 4, 1, "}}"}, {TOKEN_EOF, 6, 1, ""}}},
         {"{{ . - }}",
          {{TOKEN_LEFT, 0, 1, "{{"},
           {TOKEN_SPACE, 2, 1, " "},
           {TOKEN_DOT, 3, 1, "."},
           {TOKEN_SPACE, 4, 1, " "},
           {TOKEN_NUMBER, 5, 1, "-"},
           {TOKEN_SPACE, 6, 1, " "},
           {TOKEN_RIGHT, 7, 1, "}}"},
           {TOKEN_EOF, 9, 1, ""}}},
         {"{{.-}}", {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_ERROR, 2, 1, "bad character U+002D '-'"}}});
}

static void comments_leave_no_token(void **state)
{
    ROWS({"a{{/* x */}}b", {{TOKEN_TEXT, 0, 1, "a"}, {TOKEN_TEXT, 12, 1, "b"}, {TOKEN_EOF, 13, 1, ""}}},
         {"a {{- /* x */ -}} b", {{TOKEN_TEXT, 0, 1, "a"}, {TOKEN_TEXT, 18, 1, "b"}, {TOKEN_EOF, 19, 1, ""}}},
         {"{{/* \n */}}\n{{.}}",
          {{TOKEN_TEXT, 11, 2, "\n"},
           {TOKEN_LEFT, 12, 3, "{{"},
           {TOKEN_DOT, 14, 3, "."},
           {TOKEN_RIGHT, 15, 3, "}}"},
           {TOKEN_EOF, 17, 3, ""}}},
         {"{{/* x", {{TOKEN_ERROR, 2, 1, "unclosed comment"}}},
         {"{{/* x */ }}", {{TOKEN_ERROR, 2, 1, "comment ends before closing delimiter"}}},
         {"{{ /* x */}}",
          {{TOKEN_LEFT, 0, 1, "{{"},
           {TOKEN_SPACE, 2, 1, " "},
           {TOKEN_CHAR, 3, 1, "/"},
           {TOKEN_CHAR, 4, 1, "*"},
           {TOKEN_SPACE, 5, 1, " "},
           {TOKEN_IDENTIFIER, 6, 1, "x"},
           {TOKEN_SPACE, 7, 1, " "},
           {TOKEN_CHAR, 8, 1, "*"},
           {TOKEN_CHAR, 9, 1, "/"},
           {TOKEN_RIGHT, 10, 1, "}}"},
           {TOKEN_EOF, 12, 1, ""}}},
         {"{{/*}}", {{TOKEN_ERROR, 2, 1, "unclosed comment"}}}, {"{{/**/}}", {{TOKEN_EOF, 8, 1, ""}}});
}

static void words_are_names_or_keywords(void **state)
{
    ROWS({"{{if range with end else define template block break continue nil true false}}",
          {{TOKEN_LEFT, 0, 1, "{{"},   {TOKEN_IF, 2, 1, "if"},
           {TOKEN_SPACE, 4, 1, " "},   {TOKEN_RANGE, 5, 1, "range"},
           {TOKEN_SPACE, 10, 1, " "},  {TOKEN_WITH, 11, 1, "with"},
           {TOKEN_SPACE, 15, 1, " "},  {TOKEN_END, 16, 1, "end"},
           {TOKEN_SPACE, 19, 1, " "},  {TOKEN_ELSE, 20, 1, "else"},
           {TOKEN_SPACE, 24, 1, " "},  {TOKEN_DEFINE, 25, 1, "define"},
           {TOKEN_SPACE, 31, 1, " "},  {TOKEN_TEMPLATE, 32, 1, "template"},
           {TOKEN_SPACE, 40, 1, " "},  {TOKEN_BLOCK, 41, 1, "block"},
           {TOKEN_SPACE, 46, 1, " "},  {TOKEN_BREAK, 47, 1, "break"},
           {TOKEN_SPACE, 52, 1, " "},  {TOKEN_CONTINUE, 53, 1, "continue"},
           {TOKEN_SPACE, 61, 1, " "},  {TOKEN_NIL, 62, 1, "nil"},
           {TOKEN_SPACE, 65, 1, " "},  {TOKEN_BOOL, 66, 1, "true"},
           {TOKEN_SPACE, 70, 1, " "},  {TOKEN_BOOL, 71, 1, "false"},
           {TOKEN_RIGHT, 76, 1, "}}"}, {TOKEN_EOF, 78, 1, ""}}},
         {"{{ifx x_1 _ \303\2519 iff}}",
          {{TOKEN_LEFT, 0, 1, "{{"},
           {TOKEN_IDENTIFIER, 2, 1, "ifx"},
           {TOKEN_SPACE, 5, 1, " "},
           {TOKEN_IDENTIFIER, 6, 1, "x_1"},
           {TOKEN_SPACE, 9, 1, " "},
           {TOKEN_IDENTIFIER, 10, 1, "_"},
           {TOKEN_SPACE, 11, 1, " "},
           {TOKEN_IDENTIFIER, 12, 1, "\303\2519"},
           {TOKEN_SPACE, 15, 1, " "},
           {TOKEN_IDENTIFIER, 16, 1, "iff"},
           {TOKEN_RIGHT, 19, 1, "}}"},
           {TOKEN_EOF, 21, 1, ""}}},
         {"{{a.b}}",
          {{TOKEN_LEFT, 0, 1, "{{"},
           {TOKEN_IDENTIFIER, 2, 1, "a"},
           {TOKEN_FIELD, 3, 1, ".b"},
           {TOKEN_RIGHT, 5, 1, "}}"},
           {TOKEN_EOF, 7, 1, ""}}},
         {"{{a-b}}", {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_ERROR, 2, 1, "bad character U+002D '-'"}}},
         {"{{a$}}", {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_ERROR, 2, 1, "bad character U+0024 '$'"}}},
         {"{{if}}",
          {{TOKEN_LEFT, 0, 1, "{{"},
           {TOKEN_IF, 2, 1, "if"},
           {TOKEN_RIGHT, 4, 1, "}}"},
           {TOKEN_EOF, 6, 1, ""}}},
         {"{{a\"}}", {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_ERROR, 2, 1, "bad character U+0022 '\"'"}}});
}

static void fields_and_variables_begin_with_a_sign(void **state)
{
    ROWS({"{{.a.b $.c $x.y $ . ..}}",
          {{TOKEN_LEFT, 0, 1, "{{"},
           {TOKEN_FIELD, 2, 1, ".a"},
           {TOKEN_FIELD, 4, 1, ".b"},
           {TOKEN_SPACE, 6, 1, " "},
           {TOKEN_VARIABLE, 7, 1, "$"},
           {TOKEN_FIELD, 8, 1, ".c"},
           {TOKEN_SPACE, 10, 1, " "},
           {TOKEN_VARIABLE, 11, 1, "$x"},
           {TOKEN_FIELD, 13, 1, ".y"},
           {TOKEN_SPACE, 15, 1, " "},
           {TOKEN_VARIABLE, 16, 1, "$"},
           {TOKEN_SPACE, 17, 1, " "},
           {TOKEN_DOT, 18, 1, "."},
           {TOKEN_SPACE, 19, 1, " "},
           {TOKEN_DOT, 20, 1, "."},
           {TOKEN_DOT, 21, 1, "."},
           {TOKEN_RIGHT, 22, 1, "}}"},
           {TOKEN_EOF, 24, 1, ""}}},
         {"{{.9 .a9 .\303\251}}",
          {{TOKEN_LEFT, 0, 1, "{{"},
           {TOKEN_NUMBER, 2, 1, ".9"},
           {TOKEN_SPACE, 4, 1, " "},
           {TOKEN_FIELD, 5, 1, ".a9"},
           {TOKEN_SPACE, 8, 1, " "},
           {TOKEN_FIELD, 9, 1, ".\303\251"},
           {TOKEN_RIGHT, 12, 1, "}}"},
           {TOKEN_EOF, 14, 1, ""}}},
         {"{{.-}}", {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_ERROR, 2, 1, "bad character U+002D '-'"}}},
         {"{{$-}}", {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_ERROR, 2, 1, "bad character U+002D '-'"}}},
         {"{{.a!}}", {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_ERROR, 2, 1, "bad character U+0021 '!'"}}},
         {"{{$1}}",
          {{TOKEN_LEFT, 0, 1, "{{"},
           {TOKEN_VARIABLE, 2, 1, "$1"},
           {TOKEN_RIGHT, 4, 1, "}}"},
           {TOKEN_EOF, 6, 1, ""}}});
}

static void numbers_are_scanned_as_far_as_they_go(void **state)
{
    ROWS({"{{1 1.5 .5 1e3 1E-3 0x1F 0x1p4 0b11 0o17 017 1_000 +1 -1 1i 1+2i}}",
          {{TOKEN_LEFT, 0, 1, "{{"},       {TOKEN_NUMBER, 2, 1, "1"},      {TOKEN_SPACE, 3, 1, " "},
           {TOKEN_NUMBER, 4, 1, "1.5"},    {TOKEN_SPACE, 7, 1, " "},       {TOKEN_NUMBER, 8, 1, ".5"},
           {TOKEN_SPACE, 10, 1, " "},      {TOKEN_NUMBER, 11, 1, "1e3"},   {TOKEN_SPACE, 14, 1, " "},
           {TOKEN_NUMBER, 15, 1, "1E-3"},  {TOKEN_SPACE, 19, 1, " "},      {TOKEN_NUMBER, 20, 1, "0x1F"},
           {TOKEN_SPACE, 24, 1, " "},      {TOKEN_NUMBER, 25, 1, "0x1p4"}, {TOKEN_SPACE, 30, 1, " "},
           {TOKEN_NUMBER, 31, 1, "0b11"},  {TOKEN_SPACE, 35, 1, " "},      {TOKEN_NUMBER, 36, 1, "0o17"},
           {TOKEN_SPACE, 40, 1, " "},      {TOKEN_NUMBER, 41, 1, "017"},   {TOKEN_SPACE, 44, 1, " "},
           {TOKEN_NUMBER, 45, 1, "1_000"}, {TOKEN_SPACE, 50, 1, " "},      {TOKEN_NUMBER, 51, 1, "+1"},
           {TOKEN_SPACE, 53, 1, " "},      {TOKEN_NUMBER, 54, 1, "-1"},    {TOKEN_SPACE, 56, 1, " "},
           {TOKEN_NUMBER, 57, 1, "1i"},    {TOKEN_SPACE, 59, 1, " "},      {TOKEN_COMPLEX, 60, 1, "1+2i"},
           {TOKEN_RIGHT, 64, 1, "}}"},     {TOKEN_EOF, 66, 1, ""}}},
         {"{{1a}}", {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_ERROR, 2, 1, "bad number syntax: \"1a\""}}},
         {"{{0x}}",
          {{TOKEN_LEFT, 0, 1, "{{"},
           {TOKEN_NUMBER, 2, 1, "0x"},
           {TOKEN_RIGHT, 4, 1, "}}"},
           {TOKEN_EOF, 6, 1, ""}}},
         {"{{1.2.3}}",
          {{TOKEN_LEFT, 0, 1, "{{"},
           {TOKEN_NUMBER, 2, 1, "1.2"},
           {TOKEN_NUMBER, 5, 1, ".3"},
           {TOKEN_RIGHT, 7, 1, "}}"},
           {TOKEN_EOF, 9, 1, ""}}},
         {"{{+}}",
          {{TOKEN_LEFT, 0, 1, "{{"},
           {TOKEN_NUMBER, 2, 1, "+"},
           {TOKEN_RIGHT, 3, 1, "}}"},
           {TOKEN_EOF, 5, 1, ""}}},
         {"{{0b12}}", {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_ERROR, 2, 1, "bad number syntax: \"0b12\""}}},
         {"{{1e}}",
          {{TOKEN_LEFT, 0, 1, "{{"},
           {TOKEN_NUMBER, 2, 1, "1e"},
           {TOKEN_RIGHT, 4, 1, "}}"},
           {TOKEN_EOF, 6, 1, ""}}},
         {"{{1+2}}", {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_ERROR, 2, 1, "bad number syntax: \"1+2\""}}},
         {"{{0x1G}}", {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_ERROR, 2, 1, "bad number syntax: \"0x1G\""}}},
         {"{{1..2}}",
          {{TOKEN_LEFT, 0, 1, "{{"},
           {TOKEN_NUMBER, 2, 1, "1."},
           {TOKEN_NUMBER, 4, 1, ".2"},
           {TOKEN_RIGHT, 6, 1, "}}"},
           {TOKEN_EOF, 8, 1, ""}}});
}

static void quoted_constants_end_on_their_line(void **state)
{
    ROWS({"{{\"a\\\"b\" `raw\n\"x` 'c' '\\''}}",
          {{TOKEN_LEFT, 0, 1, "{{"},
           {TOKEN_STRING, 2, 1, "\"a\\\"b\""},
           {TOKEN_SPACE, 8, 1, " "},
           {TOKEN_RAW_STRING, 9, 1, "`raw\n\"x`"},
           {TOKEN_SPACE, 17, 2, " "},
           {TOKEN_CHARACTER, 18, 2, "'c'"},
           {TOKEN_SPACE, 21, 2, " "},
           {TOKEN_CHARACTER, 22, 2, "'\\''"},
           {TOKEN_RIGHT, 26, 2, "}}"},
           {TOKEN_EOF, 28, 2, ""}}},
         {"{{\"a", {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_ERROR, 2, 1, "unterminated quoted string"}}},
         {"{{\"a\n\"}}", {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_ERROR, 2, 1, "unterminated quoted string"}}},
         {"{{'a", {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_ERROR, 2, 1, "unterminated character constant"}}},
         {"{{`a", {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_ERROR, 2, 1, "unterminated raw quoted string"}}},
         {"{{\"a\\", {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_ERROR, 2, 1, "unterminated quoted string"}}},
         {"{{\"\"}}",
          {{TOKEN_LEFT, 0, 1, "{{"},
           {TOKEN_STRING, 2, 1, "\"\""},
           {TOKEN_RIGHT, 4, 1, "}}"},
           {TOKEN_EOF, 6, 1, ""}}});
}

static void signs_have_tokens_of_their_own(void **state)
{
    ROWS(
        {"{{$a, $b := 1 | f (2)}}",
         {{TOKEN_LEFT, 0, 1, "{{"},
          {TOKEN_VARIABLE, 2, 1, "$a"},
          {TOKEN_CHAR, 4, 1, ","},
          {TOKEN_SPACE, 5, 1, " "},
          {TOKEN_VARIABLE, 6, 1, "$b"},
          {TOKEN_SPACE, 8, 1, " "},
          {TOKEN_DECLARE, 9, 1, ":="},
          {TOKEN_SPACE, 11, 1, " "},
          {TOKEN_NUMBER, 12, 1, "1"},
          {TOKEN_SPACE, 13, 1, " "},
          {TOKEN_PIPE, 14, 1, "|"},
          {TOKEN_SPACE, 15, 1, " "},
          {TOKEN_IDENTIFIER, 16, 1, "f"},
          {TOKEN_SPACE, 17, 1, " "},
          {TOKEN_LEFT_PAREN, 18, 1, "("},
          {TOKEN_NUMBER, 19, 1, "2"},
          {TOKEN_RIGHT_PAREN, 20, 1, ")"},
          {TOKEN_RIGHT, 21, 1, "}}"},
          {TOKEN_EOF, 23, 1, ""}}},
        {"{{$a = 1}}",
         {{TOKEN_LEFT, 0, 1, "{{"},
          {TOKEN_VARIABLE, 2, 1, "$a"},
          {TOKEN_SPACE, 4, 1, " "},
          {TOKEN_ASSIGN, 5, 1, "="},
          {TOKEN_SPACE, 6, 1, " "},
          {TOKEN_NUMBER, 7, 1, "1"},
          {TOKEN_RIGHT, 8, 1, "}}"},
          {TOKEN_EOF, 10, 1, ""}}},
        {"{{:}}", {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_ERROR, 2, 1, "expected :="}}},
        {"{{a:=1}}",
         {{TOKEN_LEFT, 0, 1, "{{"},
          {TOKEN_IDENTIFIER, 2, 1, "a"},
          {TOKEN_DECLARE, 3, 1, ":="},
          {TOKEN_NUMBER, 5, 1, "1"},
          {TOKEN_RIGHT, 6, 1, "}}"},
          {TOKEN_EOF, 8, 1, ""}}},
        {"{{,}}",
         {{TOKEN_LEFT, 0, 1, "{{"},
          {TOKEN_CHAR, 2, 1, ","},
          {TOKEN_RIGHT, 3, 1, "}}"},
          {TOKEN_EOF, 5, 1, ""}}},
        {"{{!}}",
         {{TOKEN_LEFT, 0, 1, "{{"},
          {TOKEN_CHAR, 2, 1, "!"},
          {TOKEN_RIGHT, 3, 1, "}}"},
          {TOKEN_EOF, 5, 1, ""}}},
        {"{{)}}", {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_ERROR, 2, 1, "unexpected right paren"}}},
        {"{{(}}",
         {{TOKEN_LEFT, 0, 1, "{{"},
          {TOKEN_LEFT_PAREN, 2, 1, "("},
          {TOKEN_ERROR, 3, 1, "unclosed left paren"}}},
        {"{{(1}}",
         {{TOKEN_LEFT, 0, 1, "{{"},
          {TOKEN_LEFT_PAREN, 2, 1, "("},
          {TOKEN_NUMBER, 3, 1, "1"},
          {TOKEN_ERROR, 4, 1, "unclosed left paren"}}},
        {"{{\001}}",
         {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_ERROR, 2, 1, "unrecognized character in action: U+0001"}}},
        {"{{\303\251\342\202\254}}",
         {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_ERROR, 2, 1, "bad character U+20AC '\342\202\254'"}}},
        {"{{\342\202\254}}",
         {{TOKEN_LEFT, 0, 1, "{{"},
          {TOKEN_ERROR, 2, 1, "unrecognized character in action: U+20AC '\342\202\254'"}}},
        {"{{\177}}",
         {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_ERROR, 2, 1, "unrecognized character in action: U+007F"}}},
        {"{{a\n b}}",
         {{TOKEN_LEFT, 0, 1, "{{"},
          {TOKEN_IDENTIFIER, 2, 1, "a"},
          {TOKEN_SPACE, 3, 1, "\n "},
          {TOKEN_IDENTIFIER, 5, 2, "b"},
          {TOKEN_RIGHT, 6, 2, "}}"},
          {TOKEN_EOF, 8, 2, ""}}},
        {"{{.",
         {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_NUMBER, 2, 1, "."}, {TOKEN_ERROR, 3, 1, "unclosed action"}}},
        {"{{", {{TOKEN_LEFT, 0, 1, "{{"}, {TOKEN_ERROR, 2, 1, "unclosed action"}}},
        {"x{{", {{TOKEN_TEXT, 0, 1, "x"}, {TOKEN_LEFT, 1, 1, "{{"}, {TOKEN_ERROR, 3, 1, "unclosed action"}}});
}

static void tokens_are_described_as_go_prints_them(void **state)
{
    (void)state;
    assert_string_equal(lex_describe(&(struct token){.kind = TOKEN_EOF, .at = ""}, &arena), "EOF");
    assert_string_equal(lex_describe(&(struct token){.kind = TOKEN_ERROR, .at = "bad", .len = 3}, &arena),
                        "bad");
    assert_string_equal(lex_describe(&(struct token){.kind = TOKEN_IF, .at = "if", .len = 2}, &arena),
                        "<if>");
    assert_string_equal(lex_describe(&(struct token){.kind = TOKEN_CHAR, .at = ",", .len = 1}, &arena),
                        "\",\"");
    assert_string_equal(
        lex_describe(&(struct token){.kind = TOKEN_TEXT, .at = "0123456789", .len = 10}, &arena),
        "\"0123456789\"");
    assert_string_equal(
        lex_describe(&(struct token){.kind = TOKEN_TEXT, .at = "0123456789a", .len = 11}, &arena),
        "\"0123456789\"...");
    assert_string_equal(lex_describe(&(struct token){.kind = TOKEN_TEXT,
                                                     .at = "\xc3\xa9"
                                                           "123456789a",
                                                     .len = 12},
                                     &arena),
                        "\"\xc3\xa9"
                        "123456789\"...");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_ARENA(text_and_actions_alternate),
        WITH_ARENA(trim_markers_swallow_white_space),
        WITH_ARENA(comments_leave_no_token),
        WITH_ARENA(words_are_names_or_keywords),
        WITH_ARENA(fields_and_variables_begin_with_a_sign),
        WITH_ARENA(numbers_are_scanned_as_far_as_they_go),
        WITH_ARENA(quoted_constants_end_on_their_line),
        WITH_ARENA(signs_have_tokens_of_their_own),
        WITH_ARENA(tokens_are_described_as_go_prints_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
