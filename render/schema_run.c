#include "render/schema_run.h"

#include <stdarg.h>
#include <stdio.h>

#include "render/json_pointer.h"
#include "render/schema_words.h"

void schema_run_add(struct problems *to, struct schema_problem *p)
{
    if (!p)
        return;
    if (!to->last)
        to->last = &to->first;
    *to->last = p;
    to->last = &p->next;
    to->count++;
}

struct schema_problem *schema_run_problem(struct run *r, enum schema_problem_kind kind, const char *message)
{
    struct schema_problem *p = arena_alloc(r->c->arena, sizeof *p);
    *p = (struct schema_problem){
        .kind = kind, .path = r->path, .message = message, .value = r->v, .schema = r->node->source};
    return p;
}

void schema_run_complain(struct run *r, const char *format, ...)
{
    char message[DIAG_LINE_MAX];
    va_list args;
    if (r->only_whether) {
        schema_run_add(&r->found, schema_run_problem(r, SCHEMA_PLAIN, ""));
        return;
    }
    va_start(args, format);
    int len = vsnprintf(message, sizeof message, format, args);
    va_end(args);
    if (len < 0)
        return;
    char *copy = arena_alloc(r->c->arena, (size_t)len + 1);
    va_start(args, format);
    vsnprintf(copy, (size_t)len + 1, format, args);
    va_end(args);
    schema_run_add(&r->found, schema_run_problem(r, SCHEMA_PLAIN, copy));
}

const char *schema_run_below(struct run *r, const char *key, size_t len)
{
    return json_pointer_below(r->c->arena, r->path, key, len);
}

struct schema_problem *schema_run_self(struct run *r, const struct schema_node *node, bool only_whether)
{
    return r->c->apply(r->c, node, r->v, r->path, &r->scope, r->only_whether || only_whether, &r->unseen);
}

void schema_run_part(struct run *r, const struct schema_node *node, const struct value *part,
                     const char *path)
{
    schema_run_add(&r->found, r->c->apply(r->c, node, part, path, &r->scope, r->only_whether, NULL));
}

void schema_run_bounds(struct run *r, const char *what, size_t got, const struct value *low,
                       const struct value *high)
{
    if (low && (double)got < low->number)
        schema_run_complain(r, "min%s: got %s, want %s", what, schema_count(r->c->arena, got),
                            schema_count(r->c->arena, (size_t)low->number));
    if (high && (double)got > high->number)
        schema_run_complain(r, "max%s: got %s, want %s", what, schema_count(r->c->arena, got),
                            schema_count(r->c->arena, (size_t)high->number));
}
