#include "render/template/parser.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "render/template/parse.h"
#include "render/template/unquote.h"

/* A variable in scope; the list is cut back when its block ends. */
struct scoped {
    const char *name;
    size_t len;
    struct scoped *outer;
};

void parser_init(struct parser *p, struct trees *trees, const struct source *source)
{
    *p = (struct parser){.arena = trees->arena, .trees = trees, .source = source};
    lex_init(&p->lexer, source->text, source->len, trees->arena);
}

void parser_fail(struct parser *p, const char *format, ...)
{
    if (p->error)
        return;
    char small[1];
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(small, sizeof small, format, args);
    char *message = arena_alloc(p->arena, len < 0 ? 1 : (size_t)len + 1);
    vsnprintf(message, len < 0 ? 1 : (size_t)len + 1, format, again);
    va_end(again);
    va_end(args);
    p->error = arena_printf(p->arena, "template: %s:%u: %s", p->source->name, p->token[0].line, message);
}

struct token parser_next(struct parser *p)
{
    if (p->error)
        return (struct token){.kind = TOKEN_EOF, .at = "", .line = p->token[0].line};
    if (p->peeked > 0)
        p->peeked--;
    else
        p->token[0] = lex_next(&p->lexer);
    return p->token[p->peeked];
}

void parser_backup(struct parser *p)
{
    p->peeked++;
}

void parser_backup2(struct parser *p, struct token earlier)
{
    p->token[1] = earlier;
    p->peeked = 2;
}

void parser_backup3(struct parser *p, struct token earliest, struct token earlier)
{
    p->token[1] = earlier;
    p->token[2] = earliest;
    p->peeked = 3;
}

struct token parser_peek(struct parser *p)
{
    if (p->error)
        return parser_next(p);
    if (p->peeked > 0)
        return p->token[p->peeked - 1];
    p->peeked = 1;
    p->token[0] = lex_next(&p->lexer);
    return p->token[0];
}

struct token parser_next_word(struct parser *p)
{
    struct token t;
    do
        t = parser_next(p);
    while (t.kind == TOKEN_SPACE);
    return t;
}

struct token parser_peek_word(struct parser *p)
{
    struct token t = parser_next_word(p);
    parser_backup(p);
    return t;
}

void parser_unexpected(struct parser *p, struct token t, const char *context)
{
    const char *what = lex_describe(&t, p->arena);
    if (t.kind != TOKEN_ERROR) {
        parser_fail(p, "unexpected %s in %s", what, context);
        return;
    }
    if (p->action_line == 0 || p->action_line == t.line) {
        parser_fail(p, "%s", what);
        return;
    }
    size_t len = strlen(what);
    bool says_action = len > 7 && strcmp(what + len - 7, " action") == 0;
    parser_fail(p, "%s%s started at %s:%u", what, says_action ? "" : " in action", p->source->name,
                p->action_line);
}

struct token parser_expect(struct parser *p, enum token_kind kind, const char *context)
{
    struct token t = parser_next_word(p);
    if (t.kind != kind)
        parser_unexpected(p, t, context);
    return t;
}

bool parser_deepen(struct parser *p)
{
    if (++p->depth > PARSE_DEPTH_MAX)
        parser_fail(p, "nested more than %d levels deep", PARSE_DEPTH_MAX);
    return !p->error;
}

struct node *parser_node(struct parser *p, enum node_kind kind, uint32_t pos)
{
    struct node *n = arena_alloc(p->arena, sizeof *n);
    n->kind = kind;
    n->pos = pos;
    n->source = p->source;
    return n;
}

void parser_declare(struct parser *p, struct token variable)
{
    struct scoped *s = arena_alloc(p->arena, sizeof *s);
    *s = (struct scoped){.name = variable.at, .len = variable.len, .outer = p->scope};
    p->scope = s;
}

bool parser_knows(const struct parser *p, struct token variable)
{
    for (const struct scoped *s = p->scope; s; s = s->outer)
        if (s->len == variable.len && memcmp(s->name, variable.at, variable.len) == 0)
            return true;
    return false;
}

struct node *parser_text(struct parser *p, enum node_kind kind, struct token t)
{
    struct node *n = parser_node(p, kind, t.pos);
    if (!unquote_go(t.at, t.len, p->arena, &n->text.at, &n->text.len))
        parser_fail(p, "invalid syntax");
    return n;
}
