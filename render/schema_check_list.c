#include "render/distinct.h"
#include "render/schema_run.h"
#include "render/schema_words.h"

static void on_item(struct run *r, const struct schema_node *node, size_t i)
{
    schema_run_part(r, node, r->v->list.items[i],
                    r->only_whether ? "" : arena_printf(r->c->arena, "%s/%zu", r->path, i));
    if (r->unseen.left)
        r->unseen.left[i] = false;
}

static void check_unique(struct run *r)
{
    struct distinct seen;
    if (!r->node->unique_items)
        return;
    distinct_init(&seen, r->v->list.count, schema_equal, r->c->arena);
    for (size_t i = 0; i < r->v->list.count; i++) {
        bool is_new;
        size_t first = distinct_add(&seen, r->v->list.items[i], &is_new);
        if (!is_new) {
            schema_run_complain(r, "items at %s and %s are equal", schema_count(r->c->arena, first),
                                schema_count(r->c->arena, i));
            return;
        }
    }
}

static void check_contains(struct run *r)
{
    const struct schema_node *want = r->node->contains;
    struct problems against = {0};
    struct text matched;
    size_t hits = 0;
    if (!want)
        return;
    text_init(&matched, r->c->arena);
    text_add(&matched, "", 0);
    for (size_t i = 0; i < r->v->list.count; i++) {
        const char *path = arena_printf(r->c->arena, "%s/%zu", r->path, i);
        struct schema_problem *p =
            r->c->apply(r->c, want, r->v->list.items[i], path, &r->scope, r->only_whether, NULL);
        schema_run_add(&against, p);
        if (p)
            continue;
        text_printf(&matched, "%s%zu", hits++ ? " " : "", i);
        if (r->unseen.left && r->node->draft >= SCHEMA_DRAFT_2020)
            r->unseen.left[i] = false;
    }
    const struct value *low = r->node->min_contains, *high = r->node->max_contains;
    size_t before = r->found.count;
    if (low && (double)hits < low->number && hits == 0)
        schema_run_complain(r, "min %s items required to match contains schema, but none matched",
                            schema_count(r->c->arena, (size_t)low->number));
    else if (low && (double)hits < low->number)
        schema_run_complain(r, "min %s items required to match contains schema, but matched %s items at %s",
                            schema_count(r->c->arena, (size_t)low->number), schema_count(r->c->arena, hits),
                            matched.at);
    else if (!low && !hits)
        schema_run_complain(r, "no items match contains schema");
    if (r->found.count > before) {
        struct schema_problem *p = r->found.first;
        while (p->next)
            p = p->next;
        p->causes = against.first;
    }
    if (high && (double)hits > high->number)
        schema_run_complain(r, "max %s items required to match contains schema, but matched %s items at %s",
                            schema_count(r->c->arena, (size_t)high->number), schema_count(r->c->arena, hits),
                            matched.at);
}

void schema_check_list(struct run *r)
{
    size_t items = r->v->list.count, tuple = r->node->tuple.count;
    schema_run_bounds(r, "Items", items, r->node->min_items, r->node->max_items);
    check_unique(r);
    for (size_t i = 0; i < tuple && i < items; i++)
        on_item(r, r->node->tuple.items[i], i);
    if (r->node->items_are_additional && r->node->items && r->node->items->is_false_literal) {
        if (items > tuple)
            schema_run_complain(r, "last %s additionalItem(s) not allowed",
                                schema_count(r->c->arena, items - tuple));
    } else {
        for (size_t i = tuple; r->node->items && i < items; i++)
            on_item(r, r->node->items, i);
    }
    check_contains(r);
}
