#include "render/schema_run.h"
#include "render/schema_words.h"

/* The complaint with all of against below it. */
static void complain_of(struct run *r, const struct problems *against, const char *message)
{
    struct schema_problem *p = schema_run_problem(r, SCHEMA_PLAIN, message);
    p->causes = against->first;
    schema_run_add(&r->found, p);
}

static void check_all_of(struct run *r)
{
    struct problems against = {0};
    for (size_t i = 0; i < r->node->all_of.count && !(r->only_whether && against.count); i++)
        schema_run_add(&against, schema_run_self(r, r->node->all_of.items[i], false));
    if (against.count)
        complain_of(r, &against, "'allOf' failed");
}

static void check_any_of(struct run *r)
{
    struct problems against = {0};
    bool matched = r->node->any_of.count == 0;
    for (size_t i = 0; i < r->node->any_of.count; i++) {
        struct schema_problem *p = schema_run_self(r, r->node->any_of.items[i], false);
        schema_run_add(&against, p);
        matched = matched || !p;
        if (!p && !r->unseen.left)
            break;
    }
    if (!matched)
        complain_of(r, &against, "'anyOf' failed");
}

static void check_one_of(struct run *r)
{
    struct problems against = {0};
    size_t none = r->node->one_of.count, matched = none;
    for (size_t i = 0; i < none; i++) {
        struct schema_problem *p = schema_run_self(r, r->node->one_of.items[i], matched != none);
        if (p) {
            if (matched == none)
                schema_run_add(&against, p);
            continue;
        }
        if (matched != none) {
            schema_run_complain(r, "'oneOf' failed, subschemas %s, %s matched",
                                schema_count(r->c->arena, matched), schema_count(r->c->arena, i));
            return;
        }
        matched = i;
    }
    if (none && matched == none)
        complain_of(r, &against, "'oneOf' failed, none matched");
}

void schema_check_branches(struct run *r)
{
    if (r->node->negated && !schema_run_self(r, r->node->negated, true))
        schema_run_complain(r, "'not' failed");
    check_all_of(r);
    check_any_of(r);
    check_one_of(r);
    if (!r->node->condition)
        return;
    const struct schema_node *then =
        schema_run_self(r, r->node->condition, true) ? r->node->otherwise : r->node->then;
    if (then)
        schema_run_add(&r->found, schema_run_self(r, then, false));
}

void schema_check_ref(struct run *r)
{
    if (!r->node->ref)
        return;
    struct schema_problem *p = schema_run_self(r, r->node->ref, false);
    if (!p)
        return;
    struct schema_problem *heading = schema_run_problem(r, SCHEMA_REFERENCE, "validation failed");
    heading->causes = p->kind == SCHEMA_GROUP ? p->causes : p;
    schema_run_add(&r->found, heading);
}
