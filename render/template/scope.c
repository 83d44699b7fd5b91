#include "render/template/scope.h"

void scope_open(struct scopes *all, struct scope *s, const void *owner, size_t variable_count)
{
    *s = (struct scope){.outer = all->inmost,
                        .mark = arena_mark(all->arena),
                        .owner = owner,
                        .variable_count = variable_count};
    all->inmost = s;
}

void scope_close(struct scopes *all, const struct scope *s)
{
    if (!s->keeps)
        arena_release(all->arena, s->mark);
    all->inmost = s->outer;
}

/* The scopes within that in which the variable came, and no other template's, can outlive their values. */
void scope_assigns(const struct scopes *all, const void *owner, size_t i)
{
    for (struct scope *s = all->inmost; s && s->owner == owner && i < s->variable_count; s = s->outer)
        s->keeps = true;
}

uint64_t scope_changes(const struct scopes *all, const void *map)
{
    uint64_t looked = 0;
    for (struct scope *s = all->inmost; s && !arena_is_newer(all->arena, s->mark, map); s = s->outer) {
        s->keeps = true;
        looked++;
    }
    return looked;
}
