#include "common/yaml_anchor.h"

#include <stdio.h>
#include <string.h>

enum { ANCHOR_BUCKETS = 1024 };

struct yaml_anchor {
    struct yaml_anchor *next;
    const char *name;
    size_t len;
    struct value *value; /* NULL: still being read */
};

static unsigned bucket_of(const char *name, size_t len)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ (unsigned char)name[i]) * 16777619u;
    return hash % ANCHOR_BUCKETS;
}

int yaml_anchor_open(struct yaml_state *s, const yaml_char_t *name, struct yaml_anchor **out)
{
    *out = NULL;
    if (!name)
        return 0;
    if (!s->anchors && !(s->anchors = arena_alloc_many(s->arena, ANCHOR_BUCKETS, sizeof *s->anchors)))
        return yaml_state_no_room(s);
    struct yaml_anchor *anchor = arena_alloc(s->arena, sizeof *anchor);
    size_t len = strlen((const char *)name);
    char *copy = arena_copy(s->arena, (const char *)name, len);
    if (!anchor || !copy)
        return yaml_state_no_room(s);
    unsigned bucket = bucket_of(copy, len);
    *anchor = (struct yaml_anchor){.next = s->anchors[bucket], .name = copy, .len = len};
    s->anchors[bucket] = anchor;
    *out = anchor;
    return 0;
}

void yaml_anchor_close(struct yaml_anchor *anchor, struct value *v)
{
    if (anchor)
        anchor->value = v;
}

static const struct yaml_anchor *find_anchor(const struct yaml_state *s, const char *name)
{
    size_t len = strlen(name);
    const struct yaml_anchor *at = s->anchors ? s->anchors[bucket_of(name, len)] : NULL;
    while (at && (at->len != len || memcmp(at->name, name, len) != 0))
        at = at->next;
    return at;
}

static struct value *copy_aliased(struct yaml_state *s, const struct value *v, yaml_mark_t mark,
                                  unsigned depth)
{
    if (yaml_state_count(s, mark, true) != 0)
        return NULL;
    if (depth > YAML_DEPTH_MAX) {
        yaml_state_stop(s, mark, "exceeded max depth of 1000");
        return NULL;
    }
    struct value *out = arena_alloc(s->arena, sizeof *out);
    if (!out)
        goto full;
    *out = *v;
    if (v->kind == VALUE_LIST) {
        out->list.items = NULL;
        out->list.count = out->list.room = 0;
        for (size_t i = 0; i < v->list.count; i++) {
            struct value *item = copy_aliased(s, v->list.items[i], mark, depth + 1);
            if (!item)
                return NULL;
            if (value_push(s->arena, out, item) != 0)
                goto full;
        }
    } else if (v->kind == VALUE_MAP) {
        out->map = arena_alloc(s->arena, sizeof *out->map);
        if (!out->map)
            goto full;
        for (size_t i = 0; i < v->map->count; i++) {
            struct entry e = v->map->entries[i];
            e.value = copy_aliased(s, e.value, mark, depth + 1);
            if (!e.value)
                return NULL;
            if (value_append(s->arena, out, e) != 0)
                goto full;
        }
    }
    return out;
full:
    yaml_state_no_room(s);
    return NULL;
}

struct value *yaml_anchor_alias(struct yaml_state *s, const yaml_event_t *event, unsigned depth)
{
    const char *name = (const char *)event->data.alias.anchor;
    const struct yaml_anchor *anchor = find_anchor(s, name);
    char problem[YAML_SHOWN_MAX];
    if (anchor && anchor->value)
        return copy_aliased(s, anchor->value, event->start_mark, depth);
    if (!anchor) {
        snprintf(problem, sizeof problem, "unknown anchor '%s' referenced", name);
        yaml_state_stop(s, event->start_mark, problem);
        return NULL;
    }
    yaml_state_later(s, YAML_STAGE_DECODE, event->start_mark, "yaml: anchor '%s' value contains itself",
                     name);
    return value_null(s->arena);
}
