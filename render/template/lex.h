/* lex.h: template text -> tokens, as Go's text/template/parse has them (delimiters {{ and }}).
 * One token at a time; the text is borrowed and never changed. After TOKEN_ERROR every token is TOKEN_EOF. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/arena.h"

/* ORDER TOKENS: those behind TOKEN_KEYWORD print as <word> in messages. */
enum token_kind {
    TOKEN_EOF,
    TOKEN_ERROR, /* text is the message */
    TOKEN_TEXT,
    TOKEN_LEFT,  /* {{ */
    TOKEN_RIGHT, /* }} */
    TOKEN_SPACE,
    TOKEN_ASSIGN,  /* = */
    TOKEN_DECLARE, /* := */
    TOKEN_PIPE,
    TOKEN_LEFT_PAREN,
    TOKEN_RIGHT_PAREN,
    TOKEN_CHAR, /* any other printable one, such as a comma */
    TOKEN_BOOL,
    TOKEN_CHARACTER, /* 'x' */
    TOKEN_COMPLEX,
    TOKEN_NUMBER,
    TOKEN_STRING,     /* "..." with its quotes */
    TOKEN_RAW_STRING, /* `...` */
    TOKEN_FIELD,      /* .name */
    TOKEN_VARIABLE,   /* $ or $name */
    TOKEN_IDENTIFIER,
    TOKEN_KEYWORD,
    TOKEN_DOT,
    TOKEN_NIL,
    TOKEN_BLOCK,
    TOKEN_BREAK,
    TOKEN_CONTINUE,
    TOKEN_DEFINE,
    TOKEN_ELSE,
    TOKEN_END,
    TOKEN_IF,
    TOKEN_RANGE,
    TOKEN_TEMPLATE,
    TOKEN_WITH,
};

struct token {
    enum token_kind kind;
    const char *at; /* borrowed from the template, or from the arena for an error */
    size_t len;
    uint32_t pos;  /* octets from the start of the template */
    uint32_t line; /* from 1 */
};

struct lexer {
    struct arena *arena; /* for messages */
    const char *text;
    size_t len, pos;
    uint32_t line;
    unsigned paren_depth;
    bool inside; /* between {{ and }} */
    bool failed;
};

void lex_init(struct lexer *l, const char *text, size_t len, struct arena *a);
struct token lex_next(struct lexer *l);

/* A token as Go's messages show it: EOF, <if>, "word", or the first ten octets of a longer one. */
const char *lex_describe(const struct token *t, struct arena *a);
