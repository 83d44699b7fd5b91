#include "render/template/template.h"

#include <string.h>

#include "render/template/eval.h"
#include "render/template/strip.h"
#include "render/template/trace.h"

struct template_set {
    struct run run;
};

struct template_set *template_new(struct arena *a, bool helm4)
{
    struct template_set *set = arena_alloc(a, sizeof *set);
    set->run.arena = set->run.scopes.arena = a;
    set->run.trees.arena = a;
    set->run.trees.helm4 = helm4;
    return set;
}

/* Helm keeps of a parse error its place and what stands behind the last colon. */
static const char *helm_parse_error(const char *error, struct arena *a)
{
    const char *place = strstr(error, ": ");
    const char *last = place;
    for (const char *c = place; c; c = strstr(c + 2, ": "))
        last = c;
    if (!place)
        return error;
    place += 2;
    const char *place_end = strstr(place, ": ");
    if (!place_end)
        return arena_printf(a, "parse error at (%s): %s", place, last + 2);
    return arena_printf(a, "parse error at (%.*s): %s", (int)(place_end - place), place, last + 2);
}

int template_parse(struct template_set *set, const char *name, const char *text, size_t len, struct fault *f)
{
    const char *error = parse_template(&set->run.trees, name, text, len);
    if (!error)
        return 0;
    return fault_set(f, "%s", helm_parse_error(error, set->run.arena));
}

int template_execute(struct template_set *set, const char *name, struct value *dot, struct text *to,
                     struct fault *f)
{
    struct run *r = &set->run;
    size_t before = to->len;
    struct scope scope;
    char here;
    r->error = NULL;
    r->stack = &here;
    scope_open(&r->scopes, &scope, NULL, 0);
    if (!eval_template(r, name, strlen(name), dot, to))
        return fault_set(f, "%s", trace_show(r->error, r->trees.helm4, r->arena));
    scope.keeps = scope.keeps || to->arena == r->arena;
    scope_close(&r->scopes, &scope);
    struct text added = {.at = to->at + before, .len = to->len - before};
    strip_no_value(&added);
    to->len = before + added.len;
    return 0;
}

const char *template_place(const struct template_set *set, struct arena *a)
{
    return set->run.at ? node_place(set->run.at, a) : NULL;
}
