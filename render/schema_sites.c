#include "render/schema_sites.h"

#include <string.h>

#include "render/json_pointer.h"
#include "render/schema.h"
#include "render/schema_meta.h"
#include "render/uri.h"

enum { BUCKETS = 4096 };

/* A schema with an $id, or an anchor within one. */
struct resource {
    struct resource *next;
    const char *url, *anchor; /* anchor "": the whole */
    const struct value *value;
};

struct schema_sites {
    struct arena *arena;
    enum schema_draft draft;
    struct resource *resources;
    struct schema_site **buckets; /* BUCKETS, by address */
    const struct value *too_deep; /* NULL: nothing is */
};

struct schema_site *schema_sites_at(struct schema_sites *s, const struct value *v)
{
    size_t bucket = ((uintptr_t)v >> 4) % BUCKETS;
    for (struct schema_site *site = s->buckets[bucket]; site; site = site->next)
        if (site->value == v)
            return site;
    struct schema_site *site = arena_alloc(s->arena, sizeof *site);
    *site = (struct schema_site){.next = s->buckets[bucket], .value = v};
    s->buckets[bucket] = site;
    return site;
}

static void add_resource(struct schema_sites *s, const char *url, const char *anchor, const struct value *v)
{
    struct resource *r = arena_alloc(s->arena, sizeof *r);
    *r = (struct resource){.next = s->resources, .url = url, .anchor = anchor, .value = v};
    s->resources = r;
}

/* Up to draft 7 a reference hides all beside it. */
static bool is_reference(const struct schema_sites *s, const struct value *v)
{
    return s->draft < SCHEMA_DRAFT_2019 && v->kind == VALUE_MAP && value_gets(v, "$ref");
}

static const char *id_of(const struct schema_sites *s, const struct value *v)
{
    return value_gets_text(v, s->draft == SCHEMA_DRAFT_4 ? "id" : "$id", NULL);
}

/* Up to draft 7 an anchor is an $id, or the end of one. */
static const char *anchor_of(const struct schema_sites *s, const struct value *v)
{
    if (s->draft >= SCHEMA_DRAFT_2019)
        return value_gets_text(v, "$anchor", NULL);
    const char *id = id_of(s, v);
    return id ? uri_fragment(s->arena, id) : NULL;
}

const char *schema_sites_base(const struct schema_sites *s, const struct value *v, const char *base)
{
    const char *id = id_of(s, v);
    if (!id || is_reference(s, v) || *id == '#' || !*id)
        return base;
    return uri_resolve(s->arena, base, id);
}

static void collect(struct schema_sites *s, const struct value *v, const char *base, unsigned depth);

/* The same of the schemas that a keyword's value has. */
static void collect_below(struct schema_sites *s, const struct entry *e, const char *base, unsigned depth)
{
    const struct value *v = e->value;
    unsigned holds = schema_meta_holds(s->draft, e->key, e->key_len);
    if (holds & SCHEMA_META_ONE)
        collect(s, v, base, depth);
    for (size_t i = 0; (holds & SCHEMA_META_LIST) && v->kind == VALUE_LIST && i < v->list.count; i++)
        collect(s, v->list.items[i], base, depth);
    for (size_t i = 0; (holds & SCHEMA_META_MAP) && v->kind == VALUE_MAP && i < v->map->count; i++)
        collect(s, v->map->entries[i].value, base, depth);
}

/* Finds the $ids and anchors of v and of the schemas in it. */
static void collect(struct schema_sites *s, const struct value *v, const char *base, unsigned depth)
{
    if (v->kind != VALUE_MAP)
        return;
    if (depth >= SCHEMA_DEPTH_MAX) {
        s->too_deep = v;
        return;
    }
    bool hidden = is_reference(s, v);
    const char *dynamic = value_gets_text(v, "$dynamicAnchor", NULL);
    const char *own = schema_sites_base(s, v, base), *anchor = anchor_of(s, v);
    if (own != base)
        add_resource(s, own, "", v);
    if (anchor && *anchor && !hidden)
        add_resource(s, own, anchor, v);
    if (s->draft == SCHEMA_DRAFT_2020 && dynamic)
        add_resource(s, own, dynamic, v);
    schema_sites_at(s, v)->base = base;
    for (size_t i = 0; i < v->map->count; i++)
        collect_below(s, &v->map->entries[i], own, depth + 1);
}

const struct value *schema_sites_add(struct schema_sites *s, const struct value *v, const char *base)
{
    s->too_deep = NULL;
    collect(s, v, base, 0);
    return s->too_deep;
}

struct schema_sites *schema_sites_new(const struct value *root, enum schema_draft draft, struct arena *a)
{
    struct schema_sites *s = arena_alloc(a, sizeof *s);
    *s = (struct schema_sites){
        .arena = a, .draft = draft, .buckets = arena_alloc_many(a, BUCKETS, sizeof(struct schema_site *))};
    add_resource(s, SCHEMA_ROOT_URL, "", root);
    return s;
}

/* Follows a JSON pointer from v; base changes with every $id on the way. */
static const struct value *follow(struct schema_sites *s, const struct value *v, const char *pointer,
                                  const char **base)
{
    while (v && *pointer == '/') {
        *base = schema_sites_base(s, v, *base);
        v = json_pointer_step(s->arena, v, &pointer);
    }
    return *pointer ? NULL : v;
}

static const struct resource *find_resource(const struct schema_sites *s, const char *url, const char *anchor)
{
    for (const struct resource *r = s->resources; r; r = r->next)
        if (strcmp(r->url, url) == 0 && strcmp(r->anchor, anchor) == 0)
            return r;
    return NULL;
}

/* What Helm does not tell of a reference that leads nowhere. */
static int lost(const struct value *v, const char *ref, const char *what, struct fault *f)
{
    fault_more(f, value_place(v), "$ref to %s: %s", ref, what);
    return -1;
}

int schema_sites_refer(struct schema_sites *s, const struct value *v, const char *ref, const char *base,
                       struct schema_target *out, struct fault *f)
{
    const char *url = uri_resolve(s->arena, base, ref), *fragment = uri_fragment(s->arena, ref), *inner = url;
    const struct resource *whole = find_resource(s, url, "");
    if (!whole) {
        fault_set(f, "failing loading \"%s\": render fetches no schemas", url);
        return lost(v, url, "only references within the schema are followed", f);
    }
    const struct value *target = whole->value;
    if (*fragment == '/') {
        target = follow(s, whole->value, fragment, &inner);
        if (!target) {
            fault_set(f, "json-pointer in \"%s#%s\" not found", url, fragment);
            return lost(v, ref, "there is no such place", f);
        }
    } else if (*fragment) {
        const struct resource *named = find_resource(s, url, fragment);
        if (!named) {
            fault_set(f, "anchor in \"%s#%s\" not found in schema \"%s\"", url, fragment, url);
            return lost(v, ref, "there is no such anchor", f);
        }
        target = named->value;
    }
    const char *own = schema_sites_at(s, target)->base;
    *out = (struct schema_target){.value = target, .base = own ? own : inner, .pointer = fragment};
    return 0;
}
