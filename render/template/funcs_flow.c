/* include, tpl, required, fail, default and their kin: what decides, and what runs other templates. */
#include <string.h>

#include "render/quote.h"
#include "render/template/eval.h"
#include "render/template/func.h"
#include "render/template/strip.h"
#include "render/template/template.h"

/* A name being included, as long as it is. */
struct included {
    const char *name;
    size_t len;
    struct included *outer;
};

static unsigned times_included(const struct run *r, const struct value *name)
{
    unsigned times = 0;
    for (const struct included *i = r->included; i; i = i->outer)
        times += i->len == name->text.len && memcmp(i->name, name->text.at, i->len) == 0;
    return times;
}

static void include(struct call *c)
{
    const struct value *name = c->args[0];
    struct run *r = c->run;
    struct included self = {.name = name->text.at, .len = name->text.len, .outer = r->included};
    struct text to;
    if (times_included(r, name) > TEMPLATE_INCLUDE_MAX) {
        call_fail(c, "rendering template has a nested reference name: %s: unable to execute template",
                  name->text.at);
        return;
    }
    text_init(&to, c->arena);
    r->included = &self;
    if (eval_template(r, name->text.at, name->text.len, c->args[1], &to))
        call_take(c, &to);
    else
        c->error = eval_take_error(r);
    r->included = self.outer;
}

/* tpl sees every template there is; what it defines itself is gone afterwards. */
static void tpl(struct call *c)
{
    const struct value *source = c->args[0];
    struct run *r = c->run;
    struct trees outer = r->trees;
    struct text to;
    text_init(&to, c->arena);
    r->trees = trees_copy(&outer, c->arena);
    const char *error = parse_template(&r->trees, "gotpl", source->text.at, source->text.len);
    const char *quoted = quote_go(c->arena, source->text.at, source->text.len);
    if (error) {
        call_fail(c, "cannot parse template %s: %s", quoted, error);
    } else if (!eval_template(r, "gotpl", 5, c->args[1], &to)) {
        call_fail(c, "error during tpl function execution for %s: %s", quoted, eval_take_error(r));
    } else {
        strip_no_value(&to);
        call_take(c, &to);
    }
    r->trees = outer;
}

static void required(struct call *c)
{
    const struct value *message = c->args[0], *v = c->args[1];
    bool empty =
        v->kind == VALUE_NULL || (v->kind == VALUE_STRING && v->form == FORM_PLAIN && v->text.len == 0);
    if (empty)
        call_fail(c, MARK_START "%s" MARK_END, message->text.at);
    else
        c->result = c->args[1];
}

static void fail(struct call *c)
{
    call_fail(c, MARK_START "%s" MARK_END, c->args[0]->text.at);
}

static void default_value(struct call *c)
{
    bool given = c->count > 1 && !call_is_empty(c->args[1]);
    c->result = c->args[given ? 1 : 0];
}

static void coalesce(struct call *c)
{
    for (size_t i = 0; i < c->count && !c->result; i++)
        if (!call_is_empty(c->args[i]))
            c->result = c->args[i];
}

static void empty(struct call *c)
{
    call_bool(c, call_is_empty(c->args[0]));
}

static void all(struct call *c)
{
    bool yes = true;
    for (size_t i = 0; i < c->count; i++)
        yes = yes && !call_is_empty(c->args[i]);
    call_bool(c, yes);
}

static void any(struct call *c)
{
    bool yes = false;
    for (size_t i = 0; i < c->count; i++)
        yes = yes || !call_is_empty(c->args[i]);
    call_bool(c, yes);
}

static void ternary(struct call *c)
{
    c->result = c->args[c->args[2]->boolean ? 0 : 1];
}

static void negate(struct call *c)
{
    call_bool(c, !go_is_true(c->args[0]));
}

static void hello(struct call *c)
{
    call_texts(c, "Hello!");
}

/* Helm gives templates no functions as values, so there is nothing that could be called. What was to be is
 * named as it stands in the template, or, where a pipeline brought it, as Go's reflect names it. */
static void call_value(struct call *c)
{
    const struct value *v = c->args[0];
    const char *type = go_type_name(v);
    if (v->kind == VALUE_NULL)
        call_fail(c, "call of nil");
    else if (c->first_word)
        call_fail(c, "non-function %s of type %s", c->first_word, type);
    else if (v->kind == VALUE_STRING && v->form == FORM_PLAIN)
        call_fail(c, "non-function %s of type string", v->text.at);
    else
        call_fail(c, "non-function <%s Value> of type %s", type, type);
}

static void lookup(struct call *c)
{
    c->result = value_map(c->arena);
}

static void no_host(struct call *c)
{
    call_texts(c, "");
}

const struct func funcs_flow[] = {
    {"and", "vv.", NULL}, /* evaluated by eval.c, which stops as soon as it knows */
    {"or", "vv.", NULL},
    {"not", "v", negate},
    {"include", "sa", include},
    {"tpl", "sa", tpl},
    {"required", "sa", required},
    {"fail", "s", fail},
    {"default", "aa.", default_value},
    {"coalesce", "a.", coalesce},
    {"empty", "a", empty},
    {"all", "a.", all},
    {"any", "a.", any},
    {"ternary", "aab", ternary},
    {"hello", "", hello},
    {"call", "vv.", call_value}, /* the one that is told the word it was called with */
    {"lookup", "ssss", lookup},
    {"getHostByName", "s", no_host},
    {0},
};
