#include "render/template/parse.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "render/quote.h"
#include "render/template/constant.h"
#include "render/template/func.h"
#include "render/template/unquote.h"

/* A variable in scope; the list is cut back when its block ends. */
struct scoped {
    const char *name;
    size_t len;
    struct scoped *outer;
};

struct parser {
    struct arena *arena;
    struct trees *trees;
    struct lexer lexer;
    const struct source *source;
    struct token token[3]; /* what was looked at ahead; [0] also dates a complaint, as in Go */
    int peeked;
    uint32_t action_line; /* of the action being read; 0: none */
    struct scoped *scope;
    unsigned range_depth, depth;
    const char *error; /* the first one; every token is EOF from then on */
};

struct list {
    struct node *first, **end;
};

static void list_add(struct list *l, struct node *n)
{
    if (!l->end)
        l->end = &l->first;
    *l->end = n;
    l->end = &n->next;
}

/* Errors and tokens */

static void fail(struct parser *p, const char *format, ...) PRINTF(2, 3);
static void fail(struct parser *p, const char *format, ...)
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

static struct token next(struct parser *p)
{
    if (p->error)
        return (struct token){.kind = TOKEN_EOF, .at = "", .line = p->token[0].line};
    if (p->peeked > 0)
        p->peeked--;
    else
        p->token[0] = lex_next(&p->lexer);
    return p->token[p->peeked];
}

static void backup(struct parser *p)
{
    p->peeked++;
}

static void backup2(struct parser *p, struct token earlier)
{
    p->token[1] = earlier;
    p->peeked = 2;
}

static void backup3(struct parser *p, struct token earliest, struct token earlier)
{
    p->token[1] = earlier;
    p->token[2] = earliest;
    p->peeked = 3;
}

static struct token peek(struct parser *p)
{
    if (p->error)
        return next(p);
    if (p->peeked > 0)
        return p->token[p->peeked - 1];
    p->peeked = 1;
    p->token[0] = lex_next(&p->lexer);
    return p->token[0];
}

static struct token next_word(struct parser *p)
{
    struct token t;
    do
        t = next(p);
    while (t.kind == TOKEN_SPACE);
    return t;
}

static struct token peek_word(struct parser *p)
{
    struct token t = next_word(p);
    backup(p);
    return t;
}

static bool token_is(const struct token *t, const char *s)
{
    return t->len == strlen(s) && memcmp(t->at, s, t->len) == 0;
}

static void unexpected(struct parser *p, struct token t, const char *context)
{
    const char *what = lex_describe(&t, p->arena);
    if (t.kind != TOKEN_ERROR) {
        fail(p, "unexpected %s in %s", what, context);
        return;
    }
    if (p->action_line == 0 || p->action_line == t.line) {
        fail(p, "%s", what);
        return;
    }
    size_t len = strlen(what);
    bool says_action = len > 7 && strcmp(what + len - 7, " action") == 0;
    fail(p, "%s%s started at %s:%u", what, says_action ? "" : " in action", p->source->name, p->action_line);
}

static struct token expect(struct parser *p, enum token_kind kind, const char *context)
{
    struct token t = next_word(p);
    if (t.kind != kind)
        unexpected(p, t, context);
    return t;
}

/* Whether one may go a level deeper; the caller gives it back. */
static bool deepen(struct parser *p)
{
    if (++p->depth > PARSE_DEPTH_MAX)
        fail(p, "nested more than %d levels deep", PARSE_DEPTH_MAX);
    return !p->error;
}

/* Nodes */

static struct node *new_node(struct parser *p, enum node_kind kind, uint32_t pos)
{
    struct node *n = arena_alloc(p->arena, sizeof *n);
    n->kind = kind;
    n->pos = pos;
    n->source = p->source;
    return n;
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
    struct node *n = new_node(p, NODE_STRING, t.pos);
    n->text.quoted = arena_copy(p->arena, t.at, t.len);
    if (!unquote_go(t.at, t.len, p->arena, &n->text.at, &n->text.len))
        fail(p, "invalid syntax");
    return n;
}

static struct node *number(struct parser *p, struct token t)
{
    struct node *n = new_node(p, NODE_NUMBER, t.pos);
    const char *wrong = NULL;
    n->spelling = arena_copy(p->arena, t.at, t.len);
    if (t.kind == TOKEN_CHARACTER)
        wrong = constant_character(t.at, t.len, p->arena, &n->constant);
    else if (t.kind == TOKEN_COMPLEX || (t.len && t.at[t.len - 1] == 'i'))
        wrong = arena_printf(p->arena, "complex numbers are not supported: %s", n->spelling);
    else
        wrong = constant_number(t.at, t.len, p->arena, &n->constant);
    if (wrong)
        fail(p, "%s", wrong);
    return n;
}

static struct node *variable(struct parser *p, struct token t)
{
    struct node *n = new_node(p, NODE_VARIABLE, t.pos);
    add_ident(p, &n->chain.idents, t.at, t.len);
    return n;
}

static struct node *known_variable(struct parser *p, struct token t)
{
    for (const struct scoped *s = p->scope; s; s = s->outer)
        if (s->len == t.len && memcmp(s->name, t.at, t.len) == 0)
            return variable(p, t);
    fail(p, "undefined variable %s", quote_go(p->arena, t.at, t.len));
    return NULL;
}

static void declare(struct parser *p, struct token t)
{
    struct scoped *s = arena_alloc(p->arena, sizeof *s);
    *s = (struct scoped){.name = t.at, .len = t.len, .outer = p->scope};
    p->scope = s;
}

static struct node *identifier(struct parser *p, struct token t)
{
    struct node *n = new_node(p, NODE_IDENTIFIER, t.pos);
    n->spelling = arena_copy(p->arena, t.at, t.len);
    n->call.func = p->trees->plain ? func_find_plain(n->spelling) : func_find(n->spelling, p->trees->helm4);
    if (!n->call.func)
        fail(p, "function %s not defined", quote_go(p->arena, t.at, t.len));
    return n;
}

static struct node *pipeline(struct parser *p, const char *context, enum token_kind end);

/* term := identifier | "." | nil | variable | field | constant | "(" pipeline ")" */
static struct node *term(struct parser *p)
{
    struct token t = next_word(p);
    struct node *n;
    switch (t.kind) {
    case TOKEN_IDENTIFIER: return identifier(p, t);
    case TOKEN_DOT: return new_node(p, NODE_DOT, t.pos);
    case TOKEN_NIL: return new_node(p, NODE_NIL, t.pos);
    case TOKEN_VARIABLE: return known_variable(p, t);
    case TOKEN_FIELD:
        n = new_node(p, NODE_FIELD, t.pos);
        add_ident(p, &n->chain.idents, t.at + 1, t.len - 1);
        return n;
    case TOKEN_BOOL:
        n = new_node(p, NODE_BOOL, t.pos);
        n->constant = value_bool(p->arena, token_is(&t, "true"));
        return n;
    case TOKEN_CHARACTER:
    case TOKEN_COMPLEX:
    case TOKEN_NUMBER: return number(p, t);
    case TOKEN_LEFT_PAREN: return pipeline(p, "parenthesized pipeline", TOKEN_RIGHT_PAREN);
    case TOKEN_STRING:
    case TOKEN_RAW_STRING: return text_constant(p, t);
    default: backup(p); return NULL;
    }
}

/* operand := term { field }; a chain takes the place of its second dot, as in Go. */
static struct node *operand(struct parser *p)
{
    struct node *n = term(p);
    if (!n || p->error || peek(p).kind != TOKEN_FIELD)
        return n;
    uint32_t pos = peek(p).pos;
    switch (n->kind) {
    case NODE_BOOL:
    case NODE_STRING:
    case NODE_NUMBER:
    case NODE_NIL:
    case NODE_DOT: {
        const char *text = node_text(n, p->arena);
        while (peek(p).kind == TOKEN_FIELD)
            (void)next(p); /* the complaint has the line of what comes behind them */
        fail(p, "unexpected . after term %s", quote_go(p->arena, text, strlen(text)));
        return n;
    }
    case NODE_FIELD:
    case NODE_VARIABLE: n->pos = pos; break;
    default: {
        struct node *chain = new_node(p, NODE_CHAIN, pos);
        chain->chain.operand = n;
        n = chain;
    }
    }
    struct ident **end = &n->chain.idents;
    while (peek(p).kind == TOKEN_FIELD) {
        struct token t = next(p);
        end = add_ident(p, end, t.at + 1, t.len - 1);
    }
    return n;
}

/* command := operand { space operand }, up to "|", ")" or "}}" */
static struct node *command(struct parser *p)
{
    struct node *n = new_node(p, NODE_COMMAND, peek_word(p).pos);
    struct list words = {0};
    for (;;) {
        peek_word(p);
        struct node *word = operand(p);
        if (word)
            list_add(&words, word);
        struct token t = next(p);
        if (t.kind == TOKEN_SPACE)
            continue;
        if (t.kind == TOKEN_RIGHT || t.kind == TOKEN_RIGHT_PAREN)
            backup(p);
        else if (t.kind != TOKEN_PIPE)
            unexpected(p, t, "operand");
        break;
    }
    if (!words.first)
        fail(p, "empty command");
    n->first = words.first;
    return n;
}

/* declaration := variable [ "," variable ] ( ":=" | "=" ), or nothing */
static void declarations(struct parser *p, struct node *pipe, const char *context)
{
    struct list variables = {0};
    unsigned count = 0;
    bool more = true;
    while (more && peek_word(p).kind == TOKEN_VARIABLE) {
        more = false;
        struct token v = next(p), behind = peek(p), after = peek_word(p);
        if (after.kind == TOKEN_ASSIGN || after.kind == TOKEN_DECLARE) {
            pipe->pipe.assigns = after.kind == TOKEN_ASSIGN;
            next_word(p);
        } else if (after.kind == TOKEN_CHAR && token_is(&after, ",")) {
            next_word(p);
            if (strcmp(context, "range") != 0 || count >= 1) {
                fail(p, "too many declarations in %s", context);
            } else {
                enum token_kind then = peek_word(p).kind;
                more = then == TOKEN_VARIABLE || then == TOKEN_RIGHT || then == TOKEN_RIGHT_PAREN;
                if (!more)
                    fail(p, "range can only initialize variables");
            }
        } else {
            if (behind.kind == TOKEN_SPACE)
                backup3(p, v, behind);
            else
                backup2(p, v);
            break;
        }
        count++;
        list_add(&variables, variable(p, v));
        declare(p, v);
    }
    pipe->pipe.variables = variables.first;
}

static void check_pipeline(struct parser *p, const struct node *pipe, const char *context)
{
    unsigned stage = 2;
    if (p->error)
        return;
    if (!pipe->pipe.commands) {
        fail(p, "missing value for %s", context);
        return;
    }
    for (const struct node *c = pipe->pipe.commands->next; c; c = c->next, stage++) {
        enum node_kind kind = c->first->kind;
        if (kind == NODE_BOOL || kind == NODE_DOT || kind == NODE_NIL || kind == NODE_NUMBER ||
            kind == NODE_STRING)
            fail(p, "non executable command in pipeline stage %u", stage);
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
static struct node *pipeline(struct parser *p, const char *context, enum token_kind end)
{
    struct node *n = new_node(p, NODE_PIPE, peek_word(p).pos);
    struct list commands = {0};
    if (deepen(p))
        declarations(p, n, context);
    while (!p->error) {
        struct token t = next_word(p);
        if (t.kind == end)
            break;
        if (!starts_operand(t.kind)) {
            unexpected(p, t, context);
            break;
        }
        backup(p);
        list_add(&commands, command(p));
    }
    n->pipe.commands = commands.first;
    check_pipeline(p, n, context);
    p->depth--;
    return n;
}

/* Blocks */

/* What ended an item list, besides the items. */
enum ending { ENDING_NONE, ENDING_END, ENDING_ELSE };

static struct node *text_or_action(struct parser *p, enum ending *ending);

static struct node *item_list(struct parser *p, enum ending *ending)
{
    struct node *n = new_node(p, NODE_LIST, peek_word(p).pos);
    struct list items = {0};
    *ending = ENDING_NONE;
    while (peek_word(p).kind != TOKEN_EOF) {
        struct node *item = text_or_action(p, ending);
        if (*ending != ENDING_NONE)
            break;
        if (item)
            list_add(&items, item);
    }
    if (*ending == ENDING_NONE)
        fail(p, "unexpected EOF");
    n->first = items.first;
    return n;
}

static struct node *control(struct parser *p, enum node_kind kind, const char *context);

/* What follows {{else: "}}" list "{{end}}", or " if ..." that brings its own end. */
static struct node *otherwise(struct parser *p, enum node_kind kind, const char *context)
{
    enum token_kind then = peek(p).kind;
    if ((kind == NODE_IF && then == TOKEN_IF) || (kind == NODE_WITH && then == TOKEN_WITH)) {
        next(p);
        struct node *list = new_node(p, NODE_LIST, peek(p).pos);
        list->first = control(p, kind, context);
        return list;
    }
    enum ending ending;
    struct node *list = item_list(p, &ending);
    if (ending == ENDING_ELSE)
        fail(p, "expected end; found {{else}}");
    return list;
}

/* control := word pipeline "}}" list [ "{{else" ... ] "{{end}}" */
static struct node *control(struct parser *p, enum node_kind kind, const char *context)
{
    struct scoped *outer = p->scope;
    struct node *n = new_node(p, kind, peek_word(p).pos);
    enum ending ending;
    if (deepen(p)) {
        n->branch.pipe = pipeline(p, context, TOKEN_RIGHT);
        p->range_depth += kind == NODE_RANGE;
        n->branch.list = item_list(p, &ending);
        p->range_depth -= kind == NODE_RANGE;
        if (ending == ENDING_ELSE)
            n->branch.otherwise = otherwise(p, kind, context);
    }
    p->depth--;
    p->scope = outer;
    return n;
}

/* {{else}}, or {{else if: then the if is left for otherwise(). */
static void read_else(struct parser *p)
{
    enum token_kind then = peek_word(p).kind;
    if (then != TOKEN_IF && then != TOKEN_WITH)
        expect(p, TOKEN_RIGHT, "else");
}

static struct node *loop_control(struct parser *p, struct token word, enum node_kind kind)
{
    const char *name = kind == NODE_BREAK ? "{{break}}" : "{{continue}}";
    struct token t = next_word(p);
    if (t.kind != TOKEN_RIGHT)
        unexpected(p, t, name);
    if (p->range_depth == 0)
        fail(p, "%s outside {{range}}", name);
    return new_node(p, kind, word.pos);
}

static struct node *read_name(struct parser *p, enum node_kind kind, const char *context)
{
    struct token t = next_word(p);
    if (t.kind != TOKEN_STRING && t.kind != TOKEN_RAW_STRING) {
        unexpected(p, t, context);
        return NULL;
    }
    struct node *n = new_node(p, kind, t.pos);
    if (!unquote_go(t.at, t.len, p->arena, &n->text.at, &n->text.len))
        fail(p, "invalid syntax");
    return n;
}

/* template := "template" name [ pipeline ] "}}" */
static struct node *template_call(struct parser *p)
{
    struct node *n = read_name(p, NODE_TEMPLATE, "template clause");
    if (n && next_word(p).kind != TOKEN_RIGHT) {
        backup(p);
        n->text.pipe = pipeline(p, "template clause", TOKEN_RIGHT);
    }
    return n;
}

static void add_tree(struct parser *p, const char *name, size_t len, struct node *root)
{
    const struct tree fresh = {.name = name, .name_len = len, .root = root, .source = p->source};
    if (!p->error && !trees_add(p->trees, fresh))
        fail(p, "template: multiple definition of template %s", quote_go(p->arena, name, len));
}

/* The body of a define or block, up to its end, with no variable of the outside but $. */
static void body(struct parser *p, struct node *name, const char *context)
{
    struct scoped *outer = p->scope;
    unsigned outer_ranges = p->range_depth;
    struct token dollar = {.at = "$", .len = 1};
    enum ending ending;
    p->scope = NULL;
    p->range_depth = 0;
    declare(p, dollar);
    if (deepen(p)) {
        struct node *root = item_list(p, &ending);
        if (ending == ENDING_ELSE)
            fail(p, "unexpected {{else}} in %s", context);
        if (!p->error)
            add_tree(p, name->text.at, name->text.len, root);
    }
    p->depth--;
    p->scope = outer;
    p->range_depth = outer_ranges;
}

/* block := "block" name pipeline "}}" list "{{end}}": defines, and calls at once */
static struct node *block(struct parser *p)
{
    struct node *n = read_name(p, NODE_TEMPLATE, "block clause");
    if (!n)
        return NULL;
    n->text.pipe = pipeline(p, "block clause", TOKEN_RIGHT);
    body(p, n, "block clause");
    return n;
}

static void definition(struct parser *p)
{
    struct node *name = read_name(p, NODE_TEMPLATE, "define clause");
    if (!name)
        return;
    expect(p, TOKEN_RIGHT, "define clause");
    body(p, name, "define clause");
}

/* action := "{{" ( keyword ... | pipeline ) "}}" */
static struct node *action(struct parser *p, enum ending *ending)
{
    struct token t = next_word(p);
    switch (t.kind) {
    case TOKEN_BLOCK: return block(p);
    case TOKEN_BREAK: return loop_control(p, t, NODE_BREAK);
    case TOKEN_CONTINUE: return loop_control(p, t, NODE_CONTINUE);
    case TOKEN_ELSE:
        *ending = ENDING_ELSE;
        read_else(p);
        return NULL;
    case TOKEN_END:
        *ending = ENDING_END;
        expect(p, TOKEN_RIGHT, "end");
        return NULL;
    case TOKEN_IF: return control(p, NODE_IF, "if");
    case TOKEN_RANGE: return control(p, NODE_RANGE, "range");
    case TOKEN_TEMPLATE: return template_call(p);
    case TOKEN_WITH: return control(p, NODE_WITH, "with");
    default: break;
    }
    backup(p);
    struct node *n = new_node(p, NODE_ACTION, peek(p).pos);
    n->branch.pipe = pipeline(p, "command", TOKEN_RIGHT);
    return n;
}

static struct node *text_or_action(struct parser *p, enum ending *ending)
{
    struct token t = next_word(p);
    if (t.kind == TOKEN_TEXT) {
        struct node *n = new_node(p, NODE_TEXT, t.pos);
        n->text.at = t.at;
        n->text.len = t.len;
        return n;
    }
    if (t.kind != TOKEN_LEFT) {
        unexpected(p, t, "input");
        return NULL;
    }
    p->action_line = t.line;
    struct node *n = action(p, ending);
    p->action_line = 0;
    return n;
}

/* A file: text, actions, and definitions, which stand nowhere else. */
static struct node *top_level(struct parser *p)
{
    struct node *root = new_node(p, NODE_LIST, peek(p).pos);
    struct list items = {0};
    while (!p->error && peek(p).kind != TOKEN_EOF) {
        if (peek(p).kind == TOKEN_LEFT) {
            struct token left = next(p);
            if (next_word(p).kind == TOKEN_DEFINE) {
                definition(p);
                continue;
            }
            backup2(p, left);
        }
        enum ending ending = ENDING_NONE;
        struct node *item = text_or_action(p, &ending);
        if (ending != ENDING_NONE)
            fail(p, "unexpected %s", ending == ENDING_END ? "{{end}}" : "{{else}}");
        if (item)
            list_add(&items, item);
    }
    root->first = items.first;
    return root;
}

const char *parse_template(struct trees *t, const char *name, const char *text, size_t len)
{
    struct source *source = arena_alloc(t->arena, sizeof *source);
    *source = (struct source){.name = name, .text = text, .len = len};
    struct parser p = {.arena = t->arena, .trees = t, .source = source};
    struct token dollar = {.at = "$", .len = 1};
    lex_init(&p.lexer, text, len, t->arena);
    declare(&p, dollar);
    struct node *root = top_level(&p);
    if (!p.error)
        add_tree(&p, name, strlen(name), root);
    return p.error;
}
