#include "render/template/state.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "render/quote.h"

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
