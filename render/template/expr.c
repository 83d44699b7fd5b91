#include "render/template/expr.h"

#include <string.h>

#include "common/number.h"
#include "render/go_print.h"
#include "render/quote.h"

static struct operand eval_function(struct state *s, struct operand dot, const struct node *word,
                                    const struct node *command, const struct node *args,
                                    struct operand final);

static struct value *nil_value(struct state *s)
{
    return value_null(s->run->arena);
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
            state_fail(s, "nil pointer evaluating interface {}.%.*s", (int)name->len, name->at);
        return operand_plain(NULL);
    }
    const struct func *method = func_method(receiver.v, name->at, name->len);
    if (method)
        return call(s, dot, method, node, method->name, args, final, receiver.v);
    if (receiver.v->kind == VALUE_MAP) {
        bool has_args = args || !final.missing;
        const struct entry *e = value_entry(receiver.v, name->at, name->len);
        if (has_args && (e || !go_is_struct(receiver.v)))
            state_fail(s,
                       go_is_struct(receiver.v) ? "%.*s has arguments but cannot be invoked as function"
                                                : "%.*s is not a method but has arguments",
                       (int)name->len, name->at);
        struct value *zero = go_zero_item(receiver.v, s->run->arena);
        if (e && (zero || go_is_struct(receiver.v)))
            return operand_plain(e->value);
        if (zero)
            return operand_plain(zero);
        if (!go_is_struct(receiver.v))
            return operand_boxed(e ? e->value : NULL);
    }
    state_fail(s, "can't evaluate field %.*s in type %s", (int)name->len, name->at, operand_type(receiver));
    return operand_plain(NULL);
}

static struct operand chain(struct state *s, struct operand dot, struct operand receiver,
                            const struct node *node, const struct ident *name, const struct node *args,
                            struct operand final)
{
    const struct value *from = NULL; /* what gave the receiver, under the name before */
    const struct ident *before = NULL;
    for (; name && !state_failed(s); before = name, name = name->next) {
        bool last = !name->next;
        struct operand next =
            field(s, dot, name, node, last ? args : NULL, last ? final : operand_missing, receiver);
        if (state_failed(s) && !receiver.v && from && from->kind == VALUE_MAP)
            state_hint(s, node, before, from);
        from = receiver.v;
        receiver = next;
    }
    return receiver;
}

static struct operand eval_any(struct state *s, struct operand dot, const struct node *n);

static struct operand eval_chain(struct state *s, struct operand dot, const struct node *n,
                                 const struct node *args, struct operand final)
{
    s->at = n;
    if (n->chain.operand->kind == NODE_NIL) {
        state_fail(s, "indirection through explicit nil in %s", node_text(n, s->run->arena));
        return operand_plain(NULL);
    }
    struct operand receiver = eval_any(s, dot, n->chain.operand);
    return state_failed(s) ? receiver : chain(s, dot, receiver, n, n->chain.idents, args, final);
}

static bool refuse_arguments(struct state *s, const struct node *word, const struct node *args,
                             struct operand final)
{
    if (args || !final.missing)
        state_fail(s, "can't give argument to non-function %s", node_text(word, s->run->arena));
    return state_failed(s);
}

static struct operand eval_variable(struct state *s, struct operand dot, const struct node *n,
                                    const struct node *args, struct operand final)
{
    s->at = n;
    const struct ident *name = n->chain.idents;
    const struct variable *found = state_variable(s, name);
    if (!found)
        return operand_plain(NULL);
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
        state_fail(s, "%s overflows int", n->spelling);
    return operand_plain(n->constant);
}

static struct operand text_constant(struct state *s, const struct node *n)
{
    return operand_plain(value_borrow(s->run->arena, n->text.at, n->text.len));
}

/* A word whose type does not matter: an argument of type interface {}. */
static struct operand eval_any(struct state *s, struct operand dot, const struct node *n)
{
    s->at = n;
    switch (n->kind) {
    case NODE_DOT: return dot;
    case NODE_FIELD: return eval_field(s, dot, n, NULL, operand_missing);
    case NODE_CHAIN: return eval_chain(s, dot, n, NULL, operand_missing);
    case NODE_VARIABLE: return eval_variable(s, dot, n, NULL, operand_missing);
    case NODE_IDENTIFIER: return eval_function(s, dot, n, n, NULL, operand_missing);
    case NODE_PIPE: return expr_pipeline(s, dot, n);
    case NODE_BOOL: return operand_plain(n->constant);
    case NODE_NUMBER: return number(s, n);
    case NODE_STRING: return text_constant(s, n);
    default: return operand_plain(NULL);
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
    case 'V': return "*semver.Version";
    case 'd': return "time.Duration";
    case 'u': return "uint32";
    default: return "interface {}";
    }
}

static bool assignable(char parameter, const struct value *v)
{
    switch (parameter) {
    case 's': return v->kind == VALUE_STRING && !go_is_bytes(v);
    case 'i': return v->kind == VALUE_INT && v->form == FORM_INT;
    case 'I': return v->kind == VALUE_INT && v->form == FORM_PLAIN;
    case 'd': return v->kind == VALUE_INT && v->form == FORM_DURATION;
    case 'u': return false; /* no function gives one */
    case 'b': return v->kind == VALUE_BOOL;
    case 'f': return v->kind == VALUE_FLOAT;
    case 'm': return go_is_map(v);
    case 't': return v->kind == VALUE_MAP && v->form == FORM_TIME;
    case 'V': return v->kind == VALUE_MAP && v->form == FORM_SEMVER;
    case 'l': return v->kind == VALUE_LIST && (v->form == FORM_PLAIN || v->form == FORM_NIL_LIST);
    default: return true;
    }
}

static bool is_anything(char parameter)
{
    return parameter == 'a' || parameter == 'L' || parameter == 'v';
}

static bool can_be_nil(char parameter)
{
    return parameter == 'm' || parameter == 'l' || parameter == 'V';
}

/* What Go's validateType does: the operand as an argument of that type. */
static struct value *validate(struct state *s, struct operand o, char parameter)
{
    bool anything = is_anything(parameter);
    bool nilable = anything || can_be_nil(parameter);
    if (!o.v) {
        if (!anything && o.boxed)
            state_fail(s, "wrong type for value; expected %s; got interface {}", parameter_type(parameter));
        else if (!nilable)
            state_fail(s, "invalid value; expected %s", parameter_type(parameter));
        struct value *nil = nil_value(s);
        nil->form = parameter == 'v' && o.boxed ? FORM_BOXED : FORM_PLAIN;
        return nil;
    }
    if (!assignable(parameter, o.v))
        state_fail(s, "wrong type for value; expected %s; got %s", parameter_type(parameter),
                   go_type_name(o.v));
    if (parameter == 'm' && go_shared_form(o.v) == FORM_VALUES) {
        struct value *plain = value_map_share(s->run->arena, o.v);
        plain->form = FORM_PLAIN;
        return plain;
    }
    return parameter == 'L' ? go_list_of_bytes(o.v, s->run->arena) : o.v;
}

/* The constant as a uint64; false: it is none. */
static bool constant_unsigned(const struct node *n, struct arena *a, uint64_t *out)
{
    const struct value *c = n->constant;
    struct text plain;
    if (c && c->kind == VALUE_FLOAT && c->number >= 0 && c->number < 18446744073709551616.0) {
        *out = (uint64_t)c->number;
        return (double)*out == c->number;
    }
    if (c) {
        *out = (uint64_t)c->integer;
        return c->kind == VALUE_INT && c->integer >= 0;
    }
    text_init(&plain, a);
    for (const char *s = n->spelling; *s; s++)
        if (*s != '_')
            text_addc(&plain, *s);
    return number_read_uint(plain.at, plain.len, out);
}

static struct value *integer(struct arena *a, int64_t number, char parameter)
{
    struct value *v = value_int(a, number);
    v->form = parameter == 'i' ? FORM_INT : parameter == 'd' ? FORM_DURATION : FORM_PLAIN;
    return v;
}

/* A constant given where the parameter has a type of its own. */
static struct value *eval_constant(struct state *s, const struct node *n, char parameter)
{
    struct arena *a = s->run->arena;
    const struct value *c = n->kind == NODE_NUMBER || n->kind == NODE_BOOL ? n->constant : NULL;
    uint64_t large;
    switch (parameter) {
    case 's':
        if (n->kind == NODE_STRING)
            return text_constant(s, n).v;
        state_fail(s, "expected string; found %s", node_text(n, a));
        break;
    case 'b':
        if (n->kind == NODE_BOOL)
            return n->constant;
        state_fail(s, "expected bool; found %s", node_text(n, a));
        break;
    case 'i':
    case 'I':
    case 'd':
        if (c && c->kind == VALUE_INT)
            return integer(a, c->integer, parameter);
        if (c && c->kind == VALUE_FLOAT && c->number == (double)(int64_t)c->number)
            return integer(a, (int64_t)c->number, parameter);
        state_fail(s, "expected integer; found %s", node_text(n, a));
        break;
    case 'u':
        if (n->kind == NODE_NUMBER && constant_unsigned(n, a, &large))
            return integer(a, (int64_t)(large & UINT32_MAX), parameter);
        state_fail(s, "expected unsigned integer; found %s", node_text(n, a));
        break;
    case 'f':
        if (c && c->kind == VALUE_FLOAT)
            return n->constant;
        if (c && c->kind == VALUE_INT)
            return value_float(a, (double)c->integer);
        state_fail(s, "expected float; found %s", node_text(n, a));
        break;
    default:
        state_fail(s, "can't handle %s for arg of type %s", node_text(n, a), parameter_type(parameter));
        break;
    }
    return nil_value(s);
}

static struct value *eval_argument(struct state *s, struct operand dot, const struct node *n, char parameter)
{
    s->at = n;
    bool anything = is_anything(parameter);
    switch (n->kind) {
    case NODE_NIL:
        if (!anything && !can_be_nil(parameter))
            state_fail(s, "cannot assign nil to %s", parameter_type(parameter));
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
    return state_failed(s) ? nil_value(s) : validate(s, o, parameter);
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
    for (; args && !state_failed(s); args = args->next) {
        v = eval_argument(s, dot, args, 'v');
        if (go_is_true(v) == stop_on)
            return operand_plain(v);
    }
    return state_failed(s) || final.missing ? operand_plain(v) : operand_plain(validate(s, final, 'v'));
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
    state_fail(s,
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
    if (!check_count(s, func, name, receivers, given, !final.missing) || !state_spend(s))
        return operand_plain(NULL);
    if (!func->call)
        return short_circuit(s, dot, strcmp(func->name, "or") == 0, args, final);
    struct call c = {.run = s->run, .arena = s->run->arena};
    if (args && strcmp(func->name, "call") == 0)
        c.first_word = node_text(args, c.arena);
    c.args = arena_alloc_many(c.arena, given + receivers, sizeof *c.args);
    if (receiver)
        c.args[c.count++] = receiver;
    for (const struct node *a = args; a; a = a->next, c.count++) {
        c.args[c.count] = eval_argument(s, dot, a, parameter_at(func, c.count));
        if (state_failed(s))
            return operand_plain(NULL);
    }
    if (!final.missing) {
        c.args[c.count] = validate(s, final, parameter_at(func, c.count));
        c.count++;
    }
    if (state_failed(s))
        return operand_plain(NULL);
    func->call(&c);
    if (c.error) {
        s->at = node;
        state_fail_call(s, name, c.error);
    }
    return operand_plain(c.result);
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
    case NODE_PIPE:
        return refuse_arguments(s, word, args, final) ? operand_plain(NULL) : expr_pipeline(s, dot, word);
    default: break;
    }
    s->at = word;
    if (refuse_arguments(s, word, args, final))
        return operand_plain(NULL);
    if (word->kind == NODE_NIL) {
        state_fail(s, "nil is not a command");
        return operand_plain(NULL);
    }
    return eval_any(s, dot, word);
}

struct operand expr_pipeline(struct state *s, struct operand dot, const struct node *n)
{
    struct operand value = operand_missing;
    if (!n)
        return operand_plain(NULL);
    s->at = n;
    if (!state_spend(s))
        return operand_plain(NULL);
    for (const struct node *c = n->pipe.commands; c && !state_failed(s); c = c->next) {
        value = eval_command(s, dot, c, value);
        value.boxed = false; /* a pipeline's value is what the interface held */
        value.missing = false;
    }
    for (const struct node *v = n->pipe.variables; v && !state_failed(s); v = v->next) {
        if (n->pipe.assigns)
            state_assign(s, v->chain.idents, value);
        else
            state_push(s, v->chain.idents, value);
    }
    return value;
}
