/* state.h: one template being executed: where it stands, its variables, and what went wrong. */
#pragma once

#include "render/go_type.h"
#include "render/template/eval.h"
#include "render/template/template.h"

/* A value as Go's reflect sees it. */
struct operand {
    struct value *v;
    bool boxed;   /* held in an interface {}: its type in messages is that, until it is unpacked */
    bool missing; /* no value was given, which is not the same as nil */
};

static const struct operand operand_missing = {.missing = true};

static inline struct operand operand_plain(struct value *v)
{
    return (struct operand){.v = v && v->kind == VALUE_NULL ? NULL : v};
}

static inline struct operand operand_boxed(struct value *v)
{
    struct operand o = operand_plain(v);
    o.boxed = true;
    return o;
}

/* As messages name it. */
static inline const char *operand_type(struct operand o)
{
    return o.boxed ? "interface {}" : go_type_name(o.v);
}

struct variable {
    const char *name;
    size_t len;
    struct operand value;
};

struct state {
    struct run *run;
    const char *name;
    size_t name_len;
    const struct node *at; /* what is being evaluated, for messages */
    struct variable *variables;
    size_t variable_count, variable_room;
    struct text *to;
};

/* Errors: the first one sticks, with the place and the text of what is being evaluated before it. */
static inline bool state_failed(const struct state *s)
{
    return s->run->error != NULL;
}

void state_fail(struct state *s, const char *format, ...) PRINTF(2, 3);

/* Fails with the error of a function, which is remembered as such. */
void state_fail_call(struct state *s, const char *name, const char *error);

/* Says which key of from is not there, and what is: node ran into the nil it gave. */
void state_hint(struct state *s, const struct node *node, const struct ident *missing,
                const struct value *from);

/* Whether no more than most octets of the C stack are in use; else it fails. A template may call itself for
 * ever, and the C stack ends long before Go's limit, whose words these are. */
static inline bool state_has_stack(struct state *s, size_t most)
{
    char here;
    size_t deep = s->run->stack > &here ? (size_t)(s->run->stack - &here) : (size_t)(&here - s->run->stack);
    if (deep > most)
        state_fail(s, "exceeded maximum template depth (100000)");
    return !state_failed(s);
}

/* Counts a step of work, and watches the stack. false: it failed, now or before. */
static inline bool state_spend(struct state *s)
{
    if (++s->run->steps > TEMPLATE_STEPS_MAX)
        state_fail(s, "the templates take more than %d steps; go through less, or render it in parts",
                   TEMPLATE_STEPS_MAX);
    return state_has_stack(s, TEMPLATE_STACK_MAX);
}

/* A stretch of work whose values are given back behind it, unless something older holds them. */
struct stretch {
    struct scope scope;
    const struct variable *variables;
    const char *printed;
    size_t printed_room;
};

void state_begin(struct state *s, struct stretch *x);
void state_finish(struct state *s, struct stretch *x);

/* Variables, the newest of a name first. What has none of that name fails and gives NULL. */
void state_push(struct state *s, const struct ident *name, struct operand value);
struct variable *state_variable(struct state *s, const struct ident *name);
void state_assign(struct state *s, const struct ident *name, struct operand value);
