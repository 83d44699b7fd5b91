#include "render/template/parse_pipeline.h"

#include <string.h>

#include "render/quote.h"
#include "render/template/constant.h"
#include "render/template/func.h"

static bool token_is(const struct token *t, const char *s)
{
    return t->len == strlen(s) && memcmp(t->at, s, t->len) == 0;
}

/* Adds a name of "$a.b" or ".a.b" (its first dot left out) behind those at end; gives the end then. */
static struct ident **add_ident(struct parser *p, struct ident **end, const char *at, size_t len)
{
    while (*end)
        end = &(*end)->next;
    *end = arena_alloc(p->arena, sizeof **end);
    (*end)->at = at;
    (*end)->len = len;
    return &(*end)->next;
}

static struct node *text_constant(struct parser *p, struct token t)
{
    struct node *n = parser_text(p, NODE_STRING, t);
    n->text.quoted = arena_copy(p->arena, t.at, t.len);
    return n;
}

static struct node *number(struct parser *p, struct token t)
{
    struct node *n = parser_node(p, NODE_NUMBER, t.pos);
    const char *wrong = NULL;
    n->spelling = arena_copy(p->arena, t.at, t.len);
    if (t.kind == TOKEN_CHARACTER)
        wrong = constant_character(t.at, t.len, p->arena, &n->constant);
    else if (t.kind == TOKEN_COMPLEX || (t.len && t.at[t.len - 1] == 'i'))
        wrong = arena_printf(p->arena, "complex numbers are not supported: %s", n->spelling);
    else
        wrong = constant_number(t.at, t.len, p->arena, &n->constant);
    if (wrong)
        parser_fail(p, "%s", wrong);
    return n;
}

static struct node *variable(struct parser *p, struct token t)
{
    struct node *n = parser_node(p, NODE_VARIABLE, t.pos);
    add_ident(p, &n->chain.idents, t.at, t.len);
    return n;
}

static struct node *known_variable(struct parser *p, struct token t)
{
    if (parser_knows(p, t))
        return variable(p, t);
    parser_fail(p, "undefined variable %s", quote_go(p->arena, t.at, t.len));
    return NULL;
}

static struct node *identifier(struct parser *p, struct token t)
{
    struct node *n = parser_node(p, NODE_IDENTIFIER, t.pos);
    n->spelling = arena_copy(p->arena, t.at, t.len);
    n->call.func = p->trees->plain ? func_find_plain(n->spelling) : func_find(n->spelling, p->trees->helm4);
    if (!n->call.func)
        parser_fail(p, "function %s not defined", quote_go(p->arena, t.at, t.len));
    return n;
}

/* term := identifier | "." | nil | variable | field | constant | "(" pipeline ")" */
static struct node *term(struct parser *p)
{
    struct token t = parser_next_word(p);
    struct node *n;
    switch (t.kind) {
    case TOKEN_IDENTIFIER: return identifier(p, t);
    case TOKEN_DOT: return parser_node(p, NODE_DOT, t.pos);
    case TOKEN_NIL: return parser_node(p, NODE_NIL, t.pos);
    case TOKEN_VARIABLE: return known_variable(p, t);
    case TOKEN_FIELD:
        n = parser_node(p, NODE_FIELD, t.pos);
        add_ident(p, &n->chain.idents, t.at + 1, t.len - 1);
        return n;
    case TOKEN_BOOL:
        n = parser_node(p, NODE_BOOL, t.pos);
        n->constant = value_bool(p->arena, token_is(&t, "true"));
        return n;
    case TOKEN_CHARACTER:
    case TOKEN_COMPLEX:
    case TOKEN_NUMBER: return number(p, t);
    case TOKEN_LEFT_PAREN: return parse_pipeline(p, "parenthesized pipeline", TOKEN_RIGHT_PAREN);
    case TOKEN_STRING:
    case TOKEN_RAW_STRING: return text_constant(p, t);
    default: parser_backup(p); return NULL;
    }
}

/* operand := term { field }; a chain takes the place of its second dot, as in Go. */
static struct node *operand(struct parser *p)
{
    struct node *n = term(p);
    if (!n || p->error || parser_peek(p).kind != TOKEN_FIELD)
        return n;
    uint32_t pos = parser_peek(p).pos;
    switch (n->kind) {
    case NODE_BOOL:
    case NODE_STRING:
    case NODE_NUMBER:
    case NODE_NIL:
    case NODE_DOT: {
        const char *text = node_text(n, p->arena);
        while (parser_peek(p).kind == TOKEN_FIELD)
            (void)parser_next(p); /* the complaint has the line of what comes behind them */
        parser_fail(p, "unexpected . after term %s", quote_go(p->arena, text, strlen(text)));
        return n;
    }
    case NODE_FIELD:
    case NODE_VARIABLE: n->pos = pos; break;
    default: {
        struct node *chain = parser_node(p, NODE_CHAIN, pos);
        chain->chain.operand = n;
        n = chain;
    }
    }
    struct ident **end = &n->chain.idents;
    while (parser_peek(p).kind == TOKEN_FIELD) {
        struct token t = parser_next(p);
        end = add_ident(p, end, t.at + 1, t.len - 1);
    }
    return n;
}

/* command := operand { space operand }, up to "|", ")" or "}}" */
static struct node *command(struct parser *p)
{
    struct node *n = parser_node(p, NODE_COMMAND, parser_peek_word(p).pos);
    struct node_list words = {0};
    for (;;) {
        parser_peek_word(p);
        struct node *word = operand(p);
        if (word)
            node_list_add(&words, word);
        struct token t = parser_next(p);
        if (t.kind == TOKEN_SPACE)
            continue;
        if (t.kind == TOKEN_RIGHT || t.kind == TOKEN_RIGHT_PAREN)
            parser_backup(p);
        else if (t.kind != TOKEN_PIPE)
            parser_unexpected(p, t, "operand");
        break;
    }
    if (!words.first)
        parser_fail(p, "empty command");
    n->first = words.first;
    return n;
}

/* declaration := variable [ "," variable ] ( ":=" | "=" ), or nothing */
static void declarations(struct parser *p, struct node *pipe, const char *context)
{
    struct node_list variables = {0};
    unsigned count = 0;
    bool more = true;
    while (more && parser_peek_word(p).kind == TOKEN_VARIABLE) {
        more = false;
        struct token v = parser_next(p), behind = parser_peek(p), after = parser_peek_word(p);
        if (after.kind == TOKEN_ASSIGN || after.kind == TOKEN_DECLARE) {
            pipe->pipe.assigns = after.kind == TOKEN_ASSIGN;
            parser_next_word(p);
        } else if (after.kind == TOKEN_CHAR && token_is(&after, ",")) {
            parser_next_word(p);
            if (strcmp(context, "range") != 0 || count >= 1) {
                parser_fail(p, "too many declarations in %s", context);
            } else {
                enum token_kind then = parser_peek_word(p).kind;
                more = then == TOKEN_VARIABLE || then == TOKEN_RIGHT || then == TOKEN_RIGHT_PAREN;
                if (!more)
                    parser_fail(p, "range can only initialize variables");
            }
        } else {
            if (behind.kind == TOKEN_SPACE)
                parser_backup3(p, v, behind);
            else
                parser_backup2(p, v);
            break;
        }
        count++;
        node_list_add(&variables, variable(p, v));
        parser_declare(p, v);
    }
    pipe->pipe.variables = variables.first;
}

static void check_pipeline(struct parser *p, const struct node *pipe, const char *context)
{
    unsigned stage = 2;
    if (p->error)
        return;
    if (!pipe->pipe.commands) {
        parser_fail(p, "missing value for %s", context);
        return;
    }
    for (const struct node *c = pipe->pipe.commands->next; c; c = c->next, stage++) {
        enum node_kind kind = c->first->kind;
        if (kind == NODE_BOOL || kind == NODE_DOT || kind == NODE_NIL || kind == NODE_NUMBER ||
            kind == NODE_STRING)
            parser_fail(p, "non executable command in pipeline stage %u", stage);
    }
}

static bool starts_operand(enum token_kind kind)
{
    switch (kind) {
    case TOKEN_BOOL:
    case TOKEN_CHARACTER:
    case TOKEN_COMPLEX:
    case TOKEN_DOT:
    case TOKEN_FIELD:
    case TOKEN_IDENTIFIER:
    case TOKEN_NUMBER:
    case TOKEN_NIL:
    case TOKEN_RAW_STRING:
    case TOKEN_STRING:
    case TOKEN_VARIABLE:
    case TOKEN_LEFT_PAREN: return true;
    default: return false;
    }
}

/* pipeline := [ declaration ] command { "|" command } end */
struct node *parse_pipeline(struct parser *p, const char *context, enum token_kind end)
{
    struct node *n = parser_node(p, NODE_PIPE, parser_peek_word(p).pos);
    struct node_list commands = {0};
    if (parser_deepen(p))
        declarations(p, n, context);
    while (!p->error) {
        struct token t = parser_next_word(p);
        if (t.kind == end)
            break;
        if (!starts_operand(t.kind)) {
            parser_unexpected(p, t, context);
            break;
        }
        parser_backup(p);
        node_list_add(&commands, command(p));
    }
    n->pipe.commands = commands.first;
    check_pipeline(p, n, context);
    p->depth--;
    return n;
}
