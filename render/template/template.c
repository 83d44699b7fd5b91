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

struct template_set *template_new_plain(struct arena *a)
{
    struct template_set *set = template_new(a, false);
    set->run.trees.plain = true;
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
    return fault_set(f, "%s", set->run.trees.plain ? error : helm_parse_error(error, set->run.arena));
}

/* fail and required mark their message; Helm then shows it alone, with the place of the outermost call. NULL:
 * there is no such message. */
static const char *helm_exec_error(const char *error, struct arena *a)
{
    const char *start = strstr(error, MARK_START);
    const char *end = NULL;
    for (const char *c = start; c && (c = strstr(c, MARK_END)); c++)
        end = c;
    const char *place = strstr(error, ": ");
    const char *place_end = place ? strstr(place + 2, ": ") : NULL;
    if (!start || !end || !place_end || start < place_end)
        return NULL;
    start += strlen(MARK_START);
    return arena_printf(a, "execution error at (%.*s): %.*s", (int)(place_end - place - 2), place + 2,
                        (int)(end - start), start);
}

static const char *without_marks(const char *error, struct arena *a)
{
    struct text out;
    text_init(&out, a);
    for (const char *at = error; *at;) {
        size_t mark = strncmp(at, MARK_START, sizeof MARK_START - 1) == 0 ? sizeof MARK_START - 1
                      : strncmp(at, MARK_END, sizeof MARK_END - 1) == 0   ? sizeof MARK_END - 1
                                                                          : 0;
        if (!mark)
            text_addc(&out, *at);
        at += mark ? mark : 1;
    }
    return out.at;
}

static int tell(const struct run *r, struct fault *f)
{
    if (r->trees.plain)
        return fault_set(f, "%s", without_marks(r->error, r->arena));
    const char *marked = helm_exec_error(r->error, r->arena);
    if (marked)
        fault_set(f, "%s", marked);
    else if (r->trees.helm4)
        fault_set(f, "%s", trace_lay_out(r->error, r->inner, r->inner_count, r->arena));
    else
        fault_set(f, "%s", r->error);
    if (!marked && r->hint)
        fault_more(f, (struct place){0}, "%s", r->hint);
    return -1;
}

int template_execute(struct template_set *set, const char *name, struct value *dot, struct text *to,
                     struct fault *f)
{
    struct run *r = &set->run;
    size_t before = to->len;
    struct scope scope;
    char here;
    r->error = r->hint = NULL;
    r->inner = NULL;
    r->inner_count = r->inner_room = 0;
    r->stack = &here;
    scope_open(&r->scopes, &scope, NULL, 0);
    if (!eval_template(r, name, strlen(name), dot, to))
        return tell(r, f);
    scope.keeps = scope.keeps || to->arena == r->arena;
    scope_close(&r->scopes, &scope);
    struct text added = {.at = to->at + before, .len = to->len - before};
    if (!r->trees.plain)
        strip_no_value(&added);
    to->len = before + added.len;
    return 0;
}

const char *template_place(const struct template_set *set, struct arena *a)
{
    return set->run.at ? node_place(set->run.at, a) : NULL;
}
