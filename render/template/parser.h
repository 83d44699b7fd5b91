/* parser.h: a template being parsed: the tokens looked at ahead, the variables in scope, and the first
 * complaint. For parse.c and parse_*.c alone. Once there is a complaint every token is the end, and later
 * ones change nothing: read on, look once. */
#pragma once

#include "common/attributes.h"
#include "render/template/lex.h"
#include "render/template/trees.h"

struct scoped;

struct parser {
    struct arena *arena;
    struct trees *trees;
    struct lexer lexer;
    const struct source *source;
    struct token token[3]; /* what was looked at ahead; [0] also dates a complaint, as in Go */
    int peeked;
    uint32_t action_line; /* of the action being read; 0: none */
    struct scoped *scope; /* to be put back as it was where a block ends */
    unsigned range_depth, depth;
    const char *error; /* the first complaint */
};

void parser_init(struct parser *p, struct trees *trees, const struct source *source);

/* Complains, at the line of the last token. */
void parser_fail(struct parser *p, const char *format, ...) PRINTF(2, 3);
void parser_unexpected(struct parser *p, struct token t, const char *context);

/* The next token, which backup gives back; backup2 and backup3 give back those before it too. */
struct token parser_next(struct parser *p);
struct token parser_peek(struct parser *p);
void parser_backup(struct parser *p);
void parser_backup2(struct parser *p, struct token earlier);
void parser_backup3(struct parser *p, struct token earliest, struct token earlier);

/* The same behind blanks, which are gone then. */
struct token parser_next_word(struct parser *p);
struct token parser_peek_word(struct parser *p);
struct token parser_expect(struct parser *p, enum token_kind kind, const char *context); /* or complains */

/* Whether one may go a level deeper; the caller takes it off depth again, whatever was said. */
bool parser_deepen(struct parser *p);

/* The name of a variable, with its $: from here on, and whether it is in scope. */
void parser_declare(struct parser *p, struct token variable);
bool parser_knows(const struct parser *p, struct token variable);

struct node *parser_node(struct parser *p, enum node_kind kind, uint32_t pos);

/* A node with the text of a string token. */
struct node *parser_text(struct parser *p, enum node_kind kind, struct token t);
