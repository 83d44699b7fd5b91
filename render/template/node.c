#include "render/template/node.h"

#include <string.h>

#include "common/text.h"
#include "render/quote.h"

void node_list_add(struct node_list *l, struct node *n)
{
    if (!l->end)
        l->end = &l->first;
    *l->end = n;
    l->end = &n->next;
}

static void print(const struct node *n, struct text *to);

static void print_words(const struct node *first, const char *between, struct text *to)
{
    for (const struct node *n = first; n; n = n->next) {
        if (n != first)
            text_adds(to, between);
        if (n->kind == NODE_PIPE)
            text_addc(to, '(');
        print(n, to);
        if (n->kind == NODE_PIPE)
            text_addc(to, ')');
    }
}

static void print_idents(const struct ident *i, const char *before, struct text *to)
{
    for (; i; i = i->next, before = ".") {
        text_adds(to, before);
        text_add(to, i->at, i->len);
    }
}

static void print_pipe(const struct node *n, struct text *to)
{
    print_words(n->pipe.variables, ", ", to);
    if (n->pipe.variables)
        text_adds(to, n->pipe.assigns ? " = " : " := ");
    for (const struct node *c = n->pipe.commands; c; c = c->next) {
        if (c != n->pipe.commands)
            text_adds(to, " | ");
        print(c, to);
    }
}

static void print_template(const struct node *n, struct text *to)
{
    text_adds(to, "{{template ");
    quote_write(n->text.at, n->text.len, to);
    if (n->text.pipe) {
        text_addc(to, ' ');
        print(n->text.pipe, to);
    }
    text_adds(to, "}}");
}

static void print_branch(const struct node *n, const char *word, struct text *to)
{
    text_printf(to, "{{%s ", word);
    print(n->branch.pipe, to);
    text_adds(to, "}}");
    print(n->branch.list, to);
    if (n->branch.otherwise) {
        text_adds(to, "{{else}}");
        print(n->branch.otherwise, to);
    }
    text_adds(to, "{{end}}");
}

static void print_action(const struct node *n, struct text *to)
{
    text_adds(to, "{{");
    print(n->branch.pipe, to);
    text_adds(to, "}}");
}

static void print_chain(const struct node *n, struct text *to)
{
    print_words(n->chain.operand, "", to);
    print_idents(n->chain.idents, ".", to);
}

static void print(const struct node *n, struct text *to)
{
    switch (n->kind) {
    case NODE_LIST:
        for (const struct node *c = n->first; c; c = c->next)
            print(c, to);
        break;
    case NODE_TEXT: text_add(to, n->text.at, n->text.len); break;
    case NODE_ACTION: print_action(n, to); break;
    case NODE_IF: print_branch(n, "if", to); break;
    case NODE_RANGE: print_branch(n, "range", to); break;
    case NODE_WITH: print_branch(n, "with", to); break;
    case NODE_TEMPLATE: print_template(n, to); break;
    case NODE_BREAK: text_adds(to, "{{break}}"); break;
    case NODE_CONTINUE: text_adds(to, "{{continue}}"); break;
    case NODE_PIPE: print_pipe(n, to); break;
    case NODE_COMMAND: print_words(n->first, " ", to); break;
    case NODE_FIELD: print_idents(n->chain.idents, ".", to); break;
    case NODE_CHAIN: print_chain(n, to); break;
    case NODE_VARIABLE: print_idents(n->chain.idents, "", to); break;
    case NODE_IDENTIFIER:
    case NODE_NUMBER: text_adds(to, n->spelling); break;
    case NODE_DOT: text_addc(to, '.'); break;
    case NODE_NIL: text_adds(to, "nil"); break;
    case NODE_BOOL: text_adds(to, n->constant->boolean ? "true" : "false"); break;
    case NODE_STRING: text_adds(to, n->text.quoted); break;
    }
}

const char *node_text(const struct node *n, struct arena *a)
{
    struct text t;
    text_init(&t, a);
    text_adds(&t, "");
    print(n, &t);
    return t.at;
}

const char *node_place(const struct node *n, struct arena *a)
{
    unsigned line = 1, column = 0;
    for (size_t i = 0; i < n->pos && i < n->source->len; i++) {
        column++;
        if (n->source->text[i] == '\n') {
            line++;
            column = 0;
        }
    }
    return arena_printf(a, "%s:%u:%u", n->source->name, line, column);
}
