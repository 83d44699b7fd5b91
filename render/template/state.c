#include "render/template/state.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "render/nearest.h"
#include "render/quote.h"

enum { HINT_NAMES_MAX = 12 };

/* Errors */

void state_fail(struct state *s, const char *format, ...)
{
    if (state_failed(s))
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

void state_fail_call(struct state *s, const char *name, const char *error)
{
    struct run *r = s->run;
    if (r->inner_count == r->inner_room) {
        size_t room = r->inner_room ? 2 * r->inner_room : 8;
        r->inner = arena_grow(r->arena, r->inner, r->inner_room * sizeof *r->inner, room * sizeof *r->inner);
        r->inner_room = room;
    }
    r->inner[r->inner_count++] = strlen(error);
    state_fail(s, "error calling %s: %s", name, error);
}

static const char *names_of(const struct value *map, struct arena *a)
{
    struct text names;
    text_init(&names, a);
    text_adds(&names, "");
    for (size_t i = 0; i < map->map->count && i < HINT_NAMES_MAX; i++)
        text_printf(&names, "%s%s", i ? ", " : "", map->map->entries[i].key);
    text_adds(&names, map->map->count > HINT_NAMES_MAX ? ", ..." : map->map->count ? "" : "nothing");
    return names.at;
}

void state_hint(struct state *s, const struct node *node, const struct ident *missing,
                const struct value *from)
{
    struct arena *a = s->run->arena;
    const char *what = arena_printf(a, "%s: %s: there is no %.*s", node_place(node, a), node_text(node, a),
                                    (int)missing->len, missing->at);
    const char *nearest = nearest_key(from, missing->at, missing->len);
    const struct entry *e = value_entry(from, missing->at, missing->len);
    if (e)
        s->run->hint = arena_printf(a, "%s: %s: %.*s is null", node_place(node, a), node_text(node, a),
                                    (int)missing->len, missing->at);
    else if (nearest)
        s->run->hint = arena_printf(a, "%s; did you mean %s?", what, nearest);
    else
        s->run->hint = arena_printf(a, "%s; there is %s", what, names_of(from, a));
}

/* Scopes */

void state_begin(struct state *s, struct stretch *x)
{
    *x = (struct stretch){.variables = s->variables, .printed = s->to->at, .printed_room = s->to->room};
    scope_open(&s->run->scopes, &x->scope, s, s->variable_count);
}

/* What grew may have moved behind the mark. */
void state_finish(struct state *s, struct stretch *x)
{
    bool grew = s->variables != x->variables || s->to->at != x->printed || s->to->room != x->printed_room;
    if (grew || state_failed(s) || s->variable_count != x->scope.variable_count)
        x->scope.keeps = true;
    scope_close(&s->run->scopes, &x->scope);
    s->run->at = s->at; /* and not at what tpl parsed and is gone */
}

/* Variables */

void state_push(struct state *s, const struct ident *name, struct operand value)
{
    if (s->variable_count == s->variable_room) {
        size_t room = s->variable_room ? 2 * s->variable_room : 8;
        s->variables = arena_grow(s->run->arena, s->variables, s->variable_room * sizeof *s->variables,
                                  room * sizeof *s->variables);
        s->variable_room = room;
    }
    s->variables[s->variable_count++] = (struct variable){.name = name->at, .len = name->len, .value = value};
}

struct variable *state_variable(struct state *s, const struct ident *name)
{
    for (size_t i = s->variable_count; i-- > 0;)
        if (s->variables[i].len == name->len && memcmp(s->variables[i].name, name->at, name->len) == 0)
            return &s->variables[i];
    state_fail(s, "undefined variable: %.*s", (int)name->len, name->at);
    return NULL;
}

void state_assign(struct state *s, const struct ident *name, struct operand value)
{
    struct variable *found = state_variable(s, name);
    if (!found)
        return;
    scope_assigns(&s->run->scopes, s, (size_t)(found - s->variables));
    found->value = value;
}
