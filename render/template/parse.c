#include "render/template/parse.h"

#include <string.h>

#include "render/quote.h"
#include "render/template/parse_pipeline.h"
#include "render/template/parser.h"

/* What ended an item list, besides the items. */
enum ending { ENDING_NONE, ENDING_END, ENDING_ELSE };

static struct node *text_or_action(struct parser *p, enum ending *ending);

static struct node *item_list(struct parser *p, enum ending *ending)
{
    struct node *n = parser_node(p, NODE_LIST, parser_peek_word(p).pos);
    struct node_list items = {0};
    *ending = ENDING_NONE;
    while (parser_peek_word(p).kind != TOKEN_EOF) {
        struct node *item = text_or_action(p, ending);
        if (*ending != ENDING_NONE)
            break;
        if (item)
            node_list_add(&items, item);
    }
    if (*ending == ENDING_NONE)
        parser_fail(p, "unexpected EOF");
    n->first = items.first;
    return n;
}

static struct node *control(struct parser *p, enum node_kind kind, const char *context);

/* What follows {{else: "}}" list "{{end}}", or " if ..." that brings its own end. */
static struct node *otherwise(struct parser *p, enum node_kind kind, const char *context)
{
    enum token_kind then = parser_peek(p).kind;
    if ((kind == NODE_IF && then == TOKEN_IF) || (kind == NODE_WITH && then == TOKEN_WITH)) {
        parser_next(p);
        struct node *list = parser_node(p, NODE_LIST, parser_peek(p).pos);
        list->first = control(p, kind, context);
        return list;
    }
    enum ending ending;
    struct node *list = item_list(p, &ending);
    if (ending == ENDING_ELSE)
        parser_fail(p, "expected end; found {{else}}");
    return list;
}

/* control := word pipeline "}}" list [ "{{else" ... ] "{{end}}" */
static struct node *control(struct parser *p, enum node_kind kind, const char *context)
{
    struct scoped *outer = p->scope;
    struct node *n = parser_node(p, kind, parser_peek_word(p).pos);
    enum ending ending;
    if (parser_deepen(p)) {
        n->branch.pipe = parse_pipeline(p, context, TOKEN_RIGHT);
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
    enum token_kind then = parser_peek_word(p).kind;
    if (then != TOKEN_IF && then != TOKEN_WITH)
        parser_expect(p, TOKEN_RIGHT, "else");
}

static struct node *loop_control(struct parser *p, struct token word, enum node_kind kind)
{
    const char *name = kind == NODE_BREAK ? "{{break}}" : "{{continue}}";
    struct token t = parser_next_word(p);
    if (t.kind != TOKEN_RIGHT)
        parser_unexpected(p, t, name);
    if (p->range_depth == 0)
        parser_fail(p, "%s outside {{range}}", name);
    return parser_node(p, kind, word.pos);
}

static struct node *read_name(struct parser *p, const char *context)
{
    struct token t = parser_next_word(p);
    if (t.kind != TOKEN_STRING && t.kind != TOKEN_RAW_STRING) {
        parser_unexpected(p, t, context);
        return NULL;
    }
    return parser_text(p, NODE_TEMPLATE, t);
}

/* template := "template" name [ pipeline ] "}}" */
static struct node *template_call(struct parser *p)
{
    struct node *n = read_name(p, "template clause");
    if (n && parser_next_word(p).kind != TOKEN_RIGHT) {
        parser_backup(p);
        n->text.pipe = parse_pipeline(p, "template clause", TOKEN_RIGHT);
    }
    return n;
}

static void add_tree(struct parser *p, const char *name, size_t len, struct node *root)
{
    const struct tree fresh = {.name = name, .name_len = len, .root = root, .source = p->source};
    if (!p->error && !trees_add(p->trees, fresh))
        parser_fail(p, "template: multiple definition of template %s", quote_go(p->arena, name, len));
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
    parser_declare(p, dollar);
    if (parser_deepen(p)) {
        struct node *root = item_list(p, &ending);
        if (ending == ENDING_ELSE)
            parser_fail(p, "unexpected {{else}} in %s", context);
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
    struct node *n = read_name(p, "block clause");
    if (!n)
        return NULL;
    n->text.pipe = parse_pipeline(p, "block clause", TOKEN_RIGHT);
    body(p, n, "block clause");
    return n;
}

static void definition(struct parser *p)
{
    struct node *name = read_name(p, "define clause");
    if (!name)
        return;
    parser_expect(p, TOKEN_RIGHT, "define clause");
    body(p, name, "define clause");
}

/* action := "{{" ( keyword ... | pipeline ) "}}" */
static struct node *action(struct parser *p, enum ending *ending)
{
    struct token t = parser_next_word(p);
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
        parser_expect(p, TOKEN_RIGHT, "end");
        return NULL;
    case TOKEN_IF: return control(p, NODE_IF, "if");
    case TOKEN_RANGE: return control(p, NODE_RANGE, "range");
    case TOKEN_TEMPLATE: return template_call(p);
    case TOKEN_WITH: return control(p, NODE_WITH, "with");
    default: break;
    }
    parser_backup(p);
    struct node *n = parser_node(p, NODE_ACTION, parser_peek(p).pos);
    n->branch.pipe = parse_pipeline(p, "command", TOKEN_RIGHT);
    return n;
}

static struct node *text_or_action(struct parser *p, enum ending *ending)
{
    struct token t = parser_next_word(p);
    if (t.kind == TOKEN_TEXT) {
        struct node *n = parser_node(p, NODE_TEXT, t.pos);
        n->text.at = t.at;
        n->text.len = t.len;
        return n;
    }
    if (t.kind != TOKEN_LEFT) {
        parser_unexpected(p, t, "input");
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
    struct node *root = parser_node(p, NODE_LIST, parser_peek(p).pos);
    struct node_list items = {0};
    while (!p->error && parser_peek(p).kind != TOKEN_EOF) {
        if (parser_peek(p).kind == TOKEN_LEFT) {
            struct token left = parser_next(p);
            if (parser_next_word(p).kind == TOKEN_DEFINE) {
                definition(p);
                continue;
            }
            parser_backup2(p, left);
        }
        enum ending ending = ENDING_NONE;
        struct node *item = text_or_action(p, &ending);
        if (ending != ENDING_NONE)
            parser_fail(p, "unexpected %s", ending == ENDING_END ? "{{end}}" : "{{else}}");
        if (item)
            node_list_add(&items, item);
    }
    root->first = items.first;
    return root;
}

const char *parse_template(struct trees *t, const char *name, const char *text, size_t len)
{
    struct source *source = arena_alloc(t->arena, sizeof *source);
    *source = (struct source){.name = name, .text = text, .len = len};
    struct parser p;
    struct token dollar = {.at = "$", .len = 1};
    parser_init(&p, t, source);
    parser_declare(&p, dollar);
    struct node *root = top_level(&p);
    if (!p.error)
        add_tree(&p, name, strlen(name), root);
    return p.error;
}
