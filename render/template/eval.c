#include "render/template/eval.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "render/go_print.h"
#include "render/quote.h"
#include "render/template/template.h"

/* A value as Go's reflect sees it. */
struct operand {
    struct value *v;
    bool boxed;   /* held in an interface {}: its type in messages is that, until it is unpacked */
    bool missing; /* no value was given, which is not the same as nil */
};

static const struct operand missing = {.missing = true};

struct variable {
    const char *name;
    size_t len;
    struct operand value;
};

enum { STACK_MARGIN = 256 * 1024 };

enum flow { FLOW_ON, FLOW_BREAK, FLOW_CONTINUE };

/* One template being executed. */
struct state {
    struct run *run;
    const char *name;
    size_t name_len;
    const struct node *at; /* what is being evaluated, for messages */
    struct variable *variables;
    size_t variable_count, variable_room;
    struct text *to;
};

static struct operand eval_pipeline(struct state *s, struct operand dot, const struct node *n);
static struct operand eval_function(struct state *s, struct operand dot, const struct node *word,
                                    const struct node *command, const struct node *args,
                                    struct operand final);
static enum flow walk(struct state *s, struct operand dot, const struct node *n);

/* Errors */

static bool failed(const struct state *s)
{
    return s->run->error != NULL;
}

static void fail(struct state *s, const char *format, ...) PRINTF(2, 3);
static void fail(struct state *s, const char *format, ...)
{
    if (failed(s))
        return;
    struct arena *a = s->run->arena;
    const char *where = arena_printf(a, "template: %s: executing %s at <%s>: ", node_place(s->at, a),
                                     quote_go(a, s->name, s->name_len), node_text(s->at, a));
    size_t where_len = strlen(where);
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    /* Written once: through a thousand includes these grow long. */
    char *error = arena_alloc(a, where_len + (len < 0 ? 0 : (size_t)len) + 1);
    memcpy(error, where, where_len);
    vsnprintf(error + where_len, (len < 0 ? 0 : (size_t)len) + 1, format, again);
    va_end(again);
    va_end(args);
    s->run->failed_at = s->at;
    s->run->error = error;
}

const char *eval_take_error(struct run *r)
{
    const char *error = r->error;
    r->error = NULL;
    return error;
}

/* A template may call itself for ever: the C stack ends long before Go's limit, whose words these are. */
static bool within_stack(struct state *s, size_t most)
{
    char here;
    size_t deep = s->run->stack > &here ? (size_t)(s->run->stack - &here) : (size_t)(&here - s->run->stack);
    if (deep > most)
        fail(s, "exceeded maximum template depth (100000)");
    return !failed(s);
}

/* Counts work, and watches the stack. */
static bool spend(struct state *s)
{
    if (++s->run->steps > TEMPLATE_STEPS_MAX)
        fail(s, "the templates take more than %d steps; go through less, or render it in parts",
             TEMPLATE_STEPS_MAX);
    return within_stack(s, TEMPLATE_STACK_MAX);
}

/* Operands */

static struct operand plain(struct value *v)
{
    if (v && v->kind == VALUE_NULL)
        v = NULL;
    return (struct operand){.v = v};
}

static struct operand boxed(struct value *v)
{
    struct operand o = plain(v);
    o.boxed = true;
    return o;
}

static const char *type_of(struct operand o)
{
    return o.boxed ? "interface {}" : go_type_name(o.v);
}

static struct value *nil_value(struct state *s)
{
    return value_null(s->run->arena);
}

/* Scopes */

struct stretch {
    struct scope scope;
    const struct variable *variables;
    const char *printed;
    size_t printed_room;
};

static void begin(struct state *s, struct stretch *x)
{
    *x = (struct stretch){.variables = s->variables, .printed = s->to->at, .printed_room = s->to->room};
    scope_open(&s->run->scopes, &x->scope, s, s->variable_count);
}

/* What grew may have moved behind the mark. */
static void finish(struct state *s, struct stretch *x)
{
    bool grew = s->variables != x->variables || s->to->at != x->printed || s->to->room != x->printed_room;
    if (grew || failed(s) || s->variable_count != x->scope.variable_count)
        x->scope.keeps = true;
    scope_close(&s->run->scopes, &x->scope);
    s->run->at = s->at; /* and not at what tpl parsed and is gone */
}

void eval_changes(struct run *r, const struct value *map)
{
    r->steps += scope_changes(&r->scopes, map);
}

/* Variables */

static void push(struct state *s, const struct ident *name, struct operand value)
{
    if (s->variable_count == s->variable_room) {
        size_t room = s->variable_room ? 2 * s->variable_room : 8;
        s->variables = arena_grow(s->run->arena, s->variables, s->variable_room * sizeof *s->variables,
                                  room * sizeof *s->variables);
        s->variable_room = room;
    }
    s->variables[s->variable_count++] = (struct variable){.name = name->at, .len = name->len, .value = value};
}

static struct variable *find_variable(struct state *s, const struct ident *name)
{
    for (size_t i = s->variable_count; i-- > 0;)
        if (s->variables[i].len == name->len && memcmp(s->variables[i].name, name->at, name->len) == 0)
            return &s->variables[i];
    fail(s, "undefined variable: %.*s", (int)name->len, name->at);
    return NULL;
}

static void assign(struct state *s, const struct ident *name, struct operand value)
{
    struct variable *found = find_variable(s, name);
    if (!found)
        return;
    scope_assigns(&s->run->scopes, s, (size_t)(found - s->variables));
    found->value = value;
}

/* Fields and methods */

static struct operand call(struct state *s, struct operand dot, const struct func *func,
                           const struct node *node, const char *name, const struct node *args,
                           struct operand final, struct value *receiver);

/* One step of a chain: the field, key or method name of receiver. args begin behind the chain itself. */
static struct operand field(struct state *s, struct operand dot, const struct ident *name,
                            const struct node *node, const struct node *args, struct operand final,
                            struct operand receiver)
{
    if (!receiver.v) {
        if (receiver.boxed)
            fail(s, "nil pointer evaluating interface {}.%.*s", (int)name->len, name->at);
        return plain(NULL);
    }
    const struct func *method = func_method(receiver.v, name->at, name->len);
    if (method)
        return call(s, dot, method, node, method->name, args, final, receiver.v);
    if (receiver.v->kind == VALUE_MAP) {
        bool has_args = args || !final.missing;
        const struct entry *e = value_entry(receiver.v, name->at, name->len);
        if (has_args && (e || !go_is_struct(receiver.v)))
            fail(s,
                 go_is_struct(receiver.v) ? "%.*s has arguments but cannot be invoked as function"
                                          : "%.*s is not a method but has arguments",
                 (int)name->len, name->at);
        bool holds_texts = receiver.v->form == FORM_STRING_MAP || receiver.v->form == FORM_NIL_STRING_MAP;
        if (e && (holds_texts || go_is_struct(receiver.v)))
            return plain(e->value);
        if (holds_texts)
            return plain(value_borrow(s->run->arena, "", 0)); /* the zero of its items' type */
        if (!go_is_struct(receiver.v))
            return boxed(e ? e->value : NULL);
    }
    fail(s, "can't evaluate field %.*s in type %s", (int)name->len, name->at, type_of(receiver));
    return plain(NULL);
}

static struct operand chain(struct state *s, struct operand dot, struct operand receiver,
                            const struct node *node, const struct ident *name, const struct node *args,
                            struct operand final)
{
    for (; name && name->next && !failed(s); name = name->next)
        receiver = field(s, dot, name, node, NULL, missing, receiver);
    return name && !failed(s) ? field(s, dot, name, node, args, final, receiver) : receiver;
}

static struct operand eval_any(struct state *s, struct operand dot, const struct node *n);

static struct operand eval_chain(struct state *s, struct operand dot, const struct node *n,
                                 const struct node *args, struct operand final)
{
    s->at = n;
    if (n->chain.operand->kind == NODE_NIL) {
        fail(s, "indirection through explicit nil in %s", node_text(n, s->run->arena));
        return plain(NULL);
    }
    struct operand receiver = eval_any(s, dot, n->chain.operand);
    return failed(s) ? receiver : chain(s, dot, receiver, n, n->chain.idents, args, final);
}

static bool refuse_arguments(struct state *s, const struct node *word, const struct node *args,
                             struct operand final)
{
    if (args || !final.missing)
        fail(s, "can't give argument to non-function %s", node_text(word, s->run->arena));
    return failed(s);
}

static struct operand eval_variable(struct state *s, struct operand dot, const struct node *n,
                                    const struct node *args, struct operand final)
{
    s->at = n;
    const struct ident *name = n->chain.idents;
    const struct variable *found = find_variable(s, name);
    if (!found)
        return plain(NULL);
    if (!name->next) {
        refuse_arguments(s, n, args, final);
        return found->value;
    }
    return chain(s, dot, found->value, n, name->next, args, final);
}

static struct operand eval_field(struct state *s, struct operand dot, const struct node *n,
                                 const struct node *args, struct operand final)
{
    s->at = n;
    return chain(s, dot, dot, n, n->chain.idents, args, final);
}

/* Arguments */

static struct operand number(struct state *s, const struct node *n)
{
    s->at = n;
    if (!n->constant)
        fail(s, "%s overflows int", n->spelling);
    return plain(n->constant);
}

static struct operand text_constant(struct state *s, const struct node *n)
{
    return plain(value_borrow(s->run->arena, n->text.at, n->text.len));
}

/* A word whose type does not matter: an argument of type interface {}. */
static struct operand eval_any(struct state *s, struct operand dot, const struct node *n)
{
    s->at = n;
    switch (n->kind) {
    case NODE_DOT: return dot;
    case NODE_FIELD: return eval_field(s, dot, n, NULL, missing);
    case NODE_CHAIN: return eval_chain(s, dot, n, NULL, missing);
    case NODE_VARIABLE: return eval_variable(s, dot, n, NULL, missing);
    case NODE_IDENTIFIER: return eval_function(s, dot, n, n, NULL, missing);
    case NODE_PIPE: return eval_pipeline(s, dot, n);
    case NODE_BOOL: return plain(n->constant);
    case NODE_NUMBER: return number(s, n);
    case NODE_STRING: return text_constant(s, n);
    default: return plain(NULL);
    }
}

static const char *parameter_type(char parameter)
{
    switch (parameter) {
    case 's': return "string";
    case 'i': return "int";
    case 'I': return "int64";
    case 'b': return "bool";
    case 'f': return "float64";
    case 'm': return "map[string]interface {}";
    case 'l': return "[]interface {}";
    case 't': return "time.Time";
    default: return "interface {}";
    }
}

static bool assignable(char parameter, const struct value *v)
{
    switch (parameter) {
    case 's': return v->kind == VALUE_STRING && v->form != FORM_BYTES;
    case 'i': return v->kind == VALUE_INT && v->form == FORM_INT;
    case 'I': return v->kind == VALUE_INT && v->form != FORM_INT;
    case 'b': return v->kind == VALUE_BOOL;
    case 'f': return v->kind == VALUE_FLOAT;
    case 'm': return go_is_map(v);
    case 't': return v->kind == VALUE_MAP && v->form == FORM_TIME;
    case 'l': return v->kind == VALUE_LIST && (v->form == FORM_PLAIN || v->form == FORM_NIL_LIST);
    default: return true;
    }
}

/* What Go's validateType does: the operand as an argument of that type. */
static struct value *validate(struct state *s, struct operand o, char parameter)
{
    bool anything = parameter == 'a' || parameter == 'v';
    bool nilable = anything || parameter == 'm' || parameter == 'l';
    if (!o.v) {
        if (!anything && o.boxed)
            fail(s, "wrong type for value; expected %s; got interface {}", parameter_type(parameter));
        else if (!nilable)
            fail(s, "invalid value; expected %s", parameter_type(parameter));
        struct value *nil = nil_value(s);
        nil->form = parameter == 'v' && o.boxed ? FORM_BOXED : FORM_PLAIN;
        return nil;
    }
    if (!assignable(parameter, o.v))
        fail(s, "wrong type for value; expected %s; got %s", parameter_type(parameter), go_type_name(o.v));
    return o.v;
}

/* A constant given where the parameter has a type of its own. */
static struct value *eval_constant(struct state *s, const struct node *n, char parameter)
{
    struct arena *a = s->run->arena;
    const struct value *c = n->kind == NODE_NUMBER || n->kind == NODE_BOOL ? n->constant : NULL;
    switch (parameter) {
    case 's':
        if (n->kind == NODE_STRING)
            return text_constant(s, n).v;
        fail(s, "expected string; found %s", node_text(n, a));
        break;
    case 'b':
        if (n->kind == NODE_BOOL)
            return n->constant;
        fail(s, "expected bool; found %s", node_text(n, a));
        break;
    case 'i':
    case 'I':
        if (c && c->kind == VALUE_INT) {
            struct value *v = value_int(a, c->integer);
            v->form = parameter == 'i' ? FORM_INT : FORM_PLAIN;
            return v;
        }
        if (c && c->kind == VALUE_FLOAT && c->number == (double)(int64_t)c->number) {
            struct value *v = value_int(a, (int64_t)c->number);
            v->form = parameter == 'i' ? FORM_INT : FORM_PLAIN;
            return v;
        }
        fail(s, "expected integer; found %s", node_text(n, a));
        break;
    case 'f':
        if (c && c->kind == VALUE_FLOAT)
            return n->constant;
        if (c && c->kind == VALUE_INT)
            return value_float(a, (double)c->integer);
        fail(s, "expected float; found %s", node_text(n, a));
        break;
    default: fail(s, "can't handle %s for arg of type %s", node_text(n, a), parameter_type(parameter)); break;
    }
    return nil_value(s);
}

static struct value *eval_argument(struct state *s, struct operand dot, const struct node *n, char parameter)
{
    s->at = n;
    bool anything = parameter == 'a' || parameter == 'v';
    switch (n->kind) {
    case NODE_NIL:
        if (!anything && parameter != 'm' && parameter != 'l')
            fail(s, "cannot assign nil to %s", parameter_type(parameter));
        return nil_value(s);
    case NODE_BOOL:
    case NODE_NUMBER:
    case NODE_STRING:
        if (!anything)
            return eval_constant(s, n, parameter);
        break;
    default: break;
    }
    struct operand o = eval_any(s, dot, n);
    return failed(s) ? nil_value(s) : validate(s, o, parameter);
}

/* Calls */

static size_t count_words(const struct node *n)
{
    size_t count = 0;
    for (; n; n = n->next)
        count++;
    return count;
}

/* and, or: arguments are evaluated only until the result is known. */
static struct operand short_circuit(struct state *s, struct operand dot, bool stop_on,
                                    const struct node *args, struct operand final)
{
    struct value *v = nil_value(s);
    for (; args && !failed(s); args = args->next) {
        v = eval_argument(s, dot, args, 'v');
        if (go_is_true(v) == stop_on)
            return plain(v);
    }
    return failed(s) || final.missing ? plain(v) : plain(validate(s, final, 'v'));
}

static char parameter_at(const struct func *f, size_t i)
{
    size_t len = strlen(f->params);
    size_t letters = len && f->params[len - 1] == '.' ? len - 1 : len;
    return f->params[i < letters ? i : letters - 1];
}

/* piped: one of those given comes from the pipeline; Go does not count it in one of its two complaints. */
static bool check_count(struct state *s, const struct func *f, const char *name, size_t receivers,
                        size_t given, bool piped)
{
    size_t letters = strlen(f->params);
    bool variadic = letters && f->params[letters - 1] == '.';
    size_t wanted = (variadic ? letters - 2 : letters) - receivers;
    if (variadic ? given >= wanted : given == wanted)
        return true;
    fail(s,
         variadic ? "wrong number of args for %s: want at least %zu got %zu"
                  : "wrong number of args for %s: want %zu got %zu",
         name, wanted, variadic && piped ? given - 1 : given);
    return false;
}

static struct operand call(struct state *s, struct operand dot, const struct func *func,
                           const struct node *node, const char *name, const struct node *args,
                           struct operand final, struct value *receiver)
{
    size_t receivers = receiver ? 1 : 0;
    size_t given = count_words(args) + !final.missing;
    if (!check_count(s, func, name, receivers, given, !final.missing) || !spend(s))
        return plain(NULL);
    if (!func->call)
        return short_circuit(s, dot, strcmp(func->name, "or") == 0, args, final);
    struct call c = {.run = s->run, .arena = s->run->arena};
    c.args = arena_alloc_many(c.arena, given + receivers, sizeof *c.args);
    if (receiver)
        c.args[c.count++] = receiver;
    for (const struct node *a = args; a; a = a->next, c.count++) {
        c.args[c.count] = eval_argument(s, dot, a, parameter_at(func, c.count));
        if (failed(s))
            return plain(NULL);
    }
    if (!final.missing) {
        c.args[c.count] = validate(s, final, parameter_at(func, c.count));
        c.count++;
    }
    if (failed(s))
        return plain(NULL);
    func->call(&c);
    if (c.error) {
        s->at = node;
        fail(s, "error calling %s: %s", name, c.error);
    }
    return plain(c.result);
}

static struct operand eval_function(struct state *s, struct operand dot, const struct node *word,
                                    const struct node *command, const struct node *args, struct operand final)
{
    s->at = word;
    return call(s, dot, word->call.func, command, word->spelling, args, final, NULL);
}

/* Pipelines */

static struct operand eval_command(struct state *s, struct operand dot, const struct node *command,
                                   struct operand final)
{
    const struct node *word = command->first, *args = word->next;
    switch (word->kind) {
    case NODE_FIELD: return eval_field(s, dot, word, args, final);
    case NODE_CHAIN: return eval_chain(s, dot, word, args, final);
    case NODE_IDENTIFIER: return eval_function(s, dot, word, command, args, final);
    case NODE_VARIABLE: return eval_variable(s, dot, word, args, final);
    case NODE_PIPE: return refuse_arguments(s, word, args, final) ? plain(NULL) : eval_pipeline(s, dot, word);
    default: break;
    }
    s->at = word;
    if (refuse_arguments(s, word, args, final))
        return plain(NULL);
    if (word->kind == NODE_NIL) {
        fail(s, "nil is not a command");
        return plain(NULL);
    }
    return eval_any(s, dot, word);
}

static struct operand eval_pipeline(struct state *s, struct operand dot, const struct node *n)
{
    struct operand value = missing;
    if (!n)
        return plain(NULL);
    s->at = n;
    if (!spend(s))
        return plain(NULL);
    for (const struct node *c = n->pipe.commands; c && !failed(s); c = c->next) {
        value = eval_command(s, dot, c, value);
        value.boxed = false; /* a pipeline's value is what the interface held */
        value.missing = false;
    }
    for (const struct node *v = n->pipe.variables; v && !failed(s); v = v->next) {
        if (n->pipe.assigns)
            assign(s, v->chain.idents, value);
        else
            push(s, v->chain.idents, value);
    }
    return value;
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
    for (const struct node *n = list->first; n && flow == FLOW_ON && !failed(s); n = n->next)
        flow = walk(s, dot, n);
    return flow;
}

static enum flow walk_condition(struct state *s, struct operand dot, const struct node *n)
{
    size_t mark = s->variable_count;
    enum flow flow = FLOW_ON;
    struct stretch x;
    begin(s, &x);
    struct operand value = eval_pipeline(s, dot, n->branch.pipe);
    if (!failed(s) && go_is_true(value.v))
        flow = walk_list(s, n->kind == NODE_WITH ? value : dot, n->branch.list);
    else if (!failed(s) && n->branch.otherwise)
        flow = walk_list(s, dot, n->branch.otherwise);
    s->variable_count = mark;
    finish(s, &x);
    return flow;
}

/* One turn of a loop: its variables are set, then the body runs. true: the loop goes on. */
static bool turn(struct state *s, const struct node *n, struct operand index, struct operand item,
                 enum flow *flow)
{
    const struct node *first = n->branch.pipe->pipe.variables, *second = first ? first->next : NULL;
    size_t mark = s->variable_count;
    if (first && n->branch.pipe->pipe.assigns) {
        assign(s, first->chain.idents, second ? index : item);
        if (second)
            assign(s, second->chain.idents, item);
    } else if (first) {
        s->variables[s->variable_count - 1].value = item;
        if (second)
            s->variables[s->variable_count - 2].value = index;
    }
    *flow = walk_list(s, item, n->branch.list);
    s->variable_count = mark;
    return *flow != FLOW_BREAK && !failed(s) && spend(s);
}

static struct operand go_int(struct state *s, int64_t number)
{
    struct value *v = value_int(s->run->arena, number);
    v->form = FORM_INT;
    return plain(v);
}

/* A list may be replaced while it is gone through, and a map changed: what is there at the start counts. */
static bool range_list(struct state *s, const struct node *n, const struct value *v)
{
    enum flow flow;
    struct value *const *items = v->list.items;
    size_t count = v->list.count;
    bool typed = v->form == FORM_STRINGS || v->form == FORM_INTS || v->form == FORM_LISTS ||
                 v->form == FORM_MAINTAINERS || v->form == FORM_DEPENDENCIES;
    bool goes_on = true;
    for (size_t i = 0; i < count && goes_on; i++) {
        struct stretch x;
        begin(s, &x);
        goes_on = turn(s, n, go_int(s, (int64_t)i), typed ? plain(items[i]) : boxed(items[i]), &flow);
        finish(s, &x);
    }
    return count > 0;
}

static bool range_map(struct state *s, const struct node *n, const struct value *v)
{
    enum flow flow;
    size_t count = v->map.count;
    struct entry *entries = arena_alloc_many(s->run->arena, count, sizeof *entries);
    if (count)
        memcpy(entries, v->map.entries, count * sizeof *entries);
    bool goes_on = true;
    for (size_t i = 0; i < count && goes_on; i++) {
        struct stretch x;
        begin(s, &x);
        struct value *key = value_borrow(s->run->arena, entries[i].key, entries[i].key_len);
        goes_on = turn(s, n, plain(key), boxed(entries[i].value), &flow);
        finish(s, &x);
    }
    return count > 0;
}

static bool range_int(struct state *s, const struct node *n, const struct value *v)
{
    enum flow flow;
    const struct node *variables = n->branch.pipe->pipe.variables;
    if (variables && variables->next) {
        fail(s, "can't use %lld to iterate over more than one variable", (long long)v->integer);
        return true;
    }
    bool goes_on = true;
    for (int64_t i = 0; i < v->integer && goes_on; i++) {
        struct stretch x;
        begin(s, &x);
        struct value *index = value_int(s->run->arena, i);
        index->form = v->form;
        struct operand number = {.v = index};
        goes_on = turn(s, n, number, number, &flow);
        finish(s, &x);
    }
    return v->integer > 0;
}

static bool range_over(struct state *s, const struct node *n, const struct value *v)
{
    if (!v)
        return false;
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
    fail(s, "range can't iterate over %s", shown.at);
    return true;
}

static enum flow walk_range(struct state *s, struct operand dot, const struct node *n)
{
    size_t mark = s->variable_count;
    enum flow flow = FLOW_ON;
    struct operand value = eval_pipeline(s, dot, n->branch.pipe);
    if (!failed(s) && !range_over(s, n, value.v) && n->branch.otherwise)
        flow = walk_list(s, dot, n->branch.otherwise);
    s->variable_count = mark;
    return flow;
}

static void execute(struct run *r, const struct tree *tree, struct operand dot, struct text *to)
{
    static const struct ident dollar = {.at = "$", .len = 1};
    struct state s = {.run = r, .name = tree->name, .name_len = tree->name_len, .at = tree->root, .to = to};
    push(&s, &dollar, dot);
    walk_list(&s, dot, tree->root);
}

static void walk_template(struct state *s, struct operand dot, const struct node *n)
{
    const struct tree *tree = trees_find(&s->run->trees, n->text.at, n->text.len);
    if (!tree) {
        fail(s, "template %s not defined", quote_go(s->run->arena, n->text.at, n->text.len));
        return;
    }
    if (!within_stack(s,
                      TEMPLATE_STACK_MAX - STACK_MARGIN)) /* complains here, as Go does, not further down */
        return;
    struct stretch x;
    begin(s, &x);
    struct operand inner = eval_pipeline(s, dot, n->text.pipe);
    if (!failed(s))
        execute(s->run, tree, inner, s->to);
    finish(s, &x);
}

static void walk_action(struct state *s, struct operand dot, const struct node *n)
{
    struct stretch x;
    if (n->branch.pipe->pipe.variables) {
        eval_pipeline(s, dot, n->branch.pipe);
        return;
    }
    begin(s, &x);
    struct operand value = eval_pipeline(s, dot, n->branch.pipe);
    if (!failed(s))
        print(s, n, value);
    finish(s, &x);
}

static enum flow walk(struct state *s, struct operand dot, const struct node *n)
{
    s->at = s->run->at = n;
    if (!spend(s))
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
    execute(r, tree, plain(dot), to);
    return r->error == NULL;
}
