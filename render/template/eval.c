#include "render/template/eval.h"

#include <string.h>

#include "render/go_print.h"
#include "render/quote.h"
#include "render/template/expr.h"
#include "render/template/template.h"

enum { STACK_MARGIN = 256 * 1024 };

enum flow { FLOW_ON, FLOW_BREAK, FLOW_CONTINUE };

static enum flow walk(struct state *s, struct operand dot, const struct node *n);

const char *eval_take_error(struct run *r)
{
    const char *error = r->error;
    r->error = NULL;
    return error;
}

void eval_changes(struct run *r, const struct value *map)
{
    if (map->kind == VALUE_MAP)
        r->steps += scope_changes(&r->scopes, map->map);
}

/* Statements */

static void print(struct state *s, const struct node *n, struct operand o)
{
    s->at = n;
    if (!o.v)
        text_adds(s->to, "<no value>");
    else
        go_print_operand(o.v, s->to);
}

static enum flow walk_list(struct state *s, struct operand dot, const struct node *list)
{
    enum flow flow = FLOW_ON;
    for (const struct node *n = list->first; n && flow == FLOW_ON && !state_failed(s); n = n->next)
        flow = walk(s, dot, n);
    return flow;
}

static enum flow walk_condition(struct state *s, struct operand dot, const struct node *n)
{
    size_t mark = s->variable_count;
    enum flow flow = FLOW_ON;
    struct stretch x;
    state_begin(s, &x);
    struct operand value = expr_pipeline(s, dot, n->branch.pipe);
    if (!state_failed(s) && go_is_true(value.v))
        flow = walk_list(s, n->kind == NODE_WITH ? value : dot, n->branch.list);
    else if (!state_failed(s) && n->branch.otherwise)
        flow = walk_list(s, dot, n->branch.otherwise);
    s->variable_count = mark;
    state_finish(s, &x);
    return flow;
}

/* One turn of a loop: its variables are set, then the body runs. true: the loop goes on. */
static bool turn(struct state *s, const struct node *n, struct operand index, struct operand item,
                 enum flow *flow)
{
    const struct node *first = n->branch.pipe->pipe.variables, *second = first ? first->next : NULL;
    size_t mark = s->variable_count;
    if (first && n->branch.pipe->pipe.assigns) {
        state_assign(s, first->chain.idents, second ? index : item);
        if (second)
            state_assign(s, second->chain.idents, item);
    } else if (first) {
        s->variables[s->variable_count - 1].value = item;
        if (second)
            s->variables[s->variable_count - 2].value = index;
    }
    *flow = walk_list(s, item, n->branch.list);
    s->variable_count = mark;
    return *flow != FLOW_BREAK && !state_failed(s) && state_spend(s);
}

static struct operand go_int(struct state *s, int64_t number)
{
    struct value *v = value_int(s->run->arena, number);
    v->form = FORM_INT;
    return operand_plain(v);
}

/* A list may be replaced while it is gone through, and a map changed: what is there at the start counts. */
static bool range_list(struct state *s, const struct node *n, const struct value *v)
{
    enum flow flow;
    struct value *const *items = v->list.items;
    size_t count = v->list.count;
    bool typed = v->form == FORM_STRINGS || v->form == FORM_INTS || v->form == FORM_LISTS ||
                 v->form == FORM_MAPS || v->form == FORM_MAINTAINERS || v->form == FORM_DEPENDENCIES;
    bool goes_on = true;
    for (size_t i = 0; i < count && goes_on; i++) {
        struct stretch x;
        state_begin(s, &x);
        goes_on = turn(s, n, go_int(s, (int64_t)i), typed ? operand_plain(items[i]) : operand_boxed(items[i]),
                       &flow);
        state_finish(s, &x);
    }
    return count > 0;
}

static bool range_map(struct state *s, const struct node *n, const struct value *v)
{
    enum flow flow;
    size_t count = v->map->count;
    bool typed = go_zero_item(v, s->run->arena);
    struct entry *entries = arena_alloc_many(s->run->arena, count, sizeof *entries);
    if (count)
        memcpy(entries, v->map->entries, count * sizeof *entries);
    bool goes_on = true;
    for (size_t i = 0; i < count && goes_on; i++) {
        struct stretch x;
        state_begin(s, &x);
        struct value *key = value_borrow(s->run->arena, entries[i].key, entries[i].key_len);
        goes_on = turn(s, n, operand_plain(key),
                       typed ? operand_plain(entries[i].value) : operand_boxed(entries[i].value), &flow);
        state_finish(s, &x);
    }
    return count > 0;
}

static bool range_int(struct state *s, const struct node *n, const struct value *v)
{
    enum flow flow;
    const struct node *variables = n->branch.pipe->pipe.variables;
    if (variables && variables->next) {
        struct text shown;
        text_init(&shown, s->run->arena);
        go_print(v, &shown);
        state_fail(s, "can't use %s to iterate over more than one variable", shown.at);
        return true;
    }
    bool goes_on = true;
    for (int64_t i = 0; i < v->integer && goes_on; i++) {
        struct stretch x;
        state_begin(s, &x);
        struct value *index = value_int(s->run->arena, i);
        index->form = v->form;
        struct operand number = {.v = index};
        goes_on = turn(s, n, number, number, &flow);
        state_finish(s, &x);
    }
    return v->integer > 0;
}

static bool range_over(struct state *s, const struct node *n, struct value *v)
{
    if (!v)
        return false;
    if (go_is_bytes(v))
        v = go_list_of_bytes(v, s->run->arena);
    switch ((enum value_kind)v->kind) {
    case VALUE_LIST: return range_list(s, n, v);
    case VALUE_MAP:
        if (!go_is_struct(v))
            return range_map(s, n, v);
        break;
    case VALUE_INT: return range_int(s, n, v);
    default: break;
    }
    struct text shown;
    text_init(&shown, s->run->arena);
    go_print_operand(v, &shown);
    state_fail(s, "range can't iterate over %s", shown.at);
    return true;
}

static enum flow walk_range(struct state *s, struct operand dot, const struct node *n)
{
    size_t mark = s->variable_count;
    enum flow flow = FLOW_ON;
    struct operand value = expr_pipeline(s, dot, n->branch.pipe);
    if (!state_failed(s) && !range_over(s, n, value.v) && n->branch.otherwise)
        flow = walk_list(s, dot, n->branch.otherwise);
    s->variable_count = mark;
    return flow;
}

static void execute(struct run *r, const struct tree *tree, struct operand dot, struct text *to)
{
    static const struct ident dollar = {.at = "$", .len = 1};
    struct state s = {.run = r, .name = tree->name, .name_len = tree->name_len, .at = tree->root, .to = to};
    state_push(&s, &dollar, dot);
    walk_list(&s, dot, tree->root);
}

static void walk_template(struct state *s, struct operand dot, const struct node *n)
{
    const struct tree *tree = trees_find(&s->run->trees, n->text.at, n->text.len);
    if (!tree) {
        state_fail(s, "template %s not defined", quote_go(s->run->arena, n->text.at, n->text.len));
        return;
    }
    if (!state_has_stack(s, TEMPLATE_STACK_MAX -
                                STACK_MARGIN)) /* complains here, as Go does, not further down */
        return;
    struct stretch x;
    state_begin(s, &x);
    struct operand inner = expr_pipeline(s, dot, n->text.pipe);
    if (!state_failed(s))
        execute(s->run, tree, inner, s->to);
    state_finish(s, &x);
}

static void walk_action(struct state *s, struct operand dot, const struct node *n)
{
    struct stretch x;
    if (n->branch.pipe->pipe.variables) {
        expr_pipeline(s, dot, n->branch.pipe);
        return;
    }
    state_begin(s, &x);
    struct operand value = expr_pipeline(s, dot, n->branch.pipe);
    if (!state_failed(s))
        print(s, n, value);
    state_finish(s, &x);
}

static enum flow walk(struct state *s, struct operand dot, const struct node *n)
{
    s->at = s->run->at = n;
    if (!state_spend(s))
        return FLOW_ON;
    switch (n->kind) {
    case NODE_TEXT: text_add(s->to, n->text.at, n->text.len); break;
    case NODE_ACTION: walk_action(s, dot, n); break;
    case NODE_IF:
    case NODE_WITH: return walk_condition(s, dot, n);
    case NODE_RANGE: return walk_range(s, dot, n);
    case NODE_TEMPLATE: walk_template(s, dot, n); break;
    case NODE_BREAK: return FLOW_BREAK;
    case NODE_CONTINUE: return FLOW_CONTINUE;
    default: break;
    }
    return FLOW_ON;
}

bool eval_template(struct run *r, const char *name, size_t len, struct value *dot, struct text *to)
{
    const struct tree *tree = trees_find(&r->trees, name, len);
    if (!tree) {
        r->error = arena_printf(r->arena, "template: no template %s associated with template \"gotpl\"",
                                quote_go(r->arena, name, len));
        return false;
    }
    text_adds(to, "");
    execute(r, tree, operand_plain(dot), to);
    return r->error == NULL;
}
