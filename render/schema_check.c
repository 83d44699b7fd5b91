#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "common/number.h"
#include "common/utf8.h"
#include "render/nearest.h"
#include "render/schema_node.h"
#include "render/schema_problem.h"
#include "render/schema_words.h"

enum { FEW_ITEMS = 20 };

/* In the order in which they were found. */
struct problems {
    struct schema_problem *first, **last;
    size_t count;
};

/* The schemas that are being applied to one and the same value: a cycle among them has no end. */
struct scope {
    const struct scope *above;
    const struct schema_node *node;
    const struct value *value;
    unsigned depth;
};

/* Which entries or items no schema has looked at yet, for unevaluatedProperties; NULL: nobody asks. */
struct unseen {
    bool *left;
};

struct checker {
    struct arena *arena;
    bool too_deep;
};

/* What is applied to what, and what came of it. */
struct run {
    struct checker *c;
    const struct schema_node *node;
    const struct value *v;
    const char *path;
    bool only_whether; /* nobody will read the messages */
    struct scope scope;
    struct unseen unseen;
    struct problems found;
};

static struct schema_problem *apply(struct checker *c, const struct schema_node *node, const struct value *v,
                                    const char *path, const struct scope *above, bool only_whether,
                                    struct unseen *unseen);

static void add(struct problems *to, struct schema_problem *p)
{
    if (!p)
        return;
    if (!to->last)
        to->last = &to->first;
    *to->last = p;
    to->last = &p->next;
    to->count++;
}

static struct schema_problem *make(struct run *r, enum schema_problem_kind kind, const char *message)
{
    struct schema_problem *p = arena_alloc(r->c->arena, sizeof *p);
    *p = (struct schema_problem){
        .kind = kind, .path = r->path, .message = message, .value = r->v, .schema = r->node->source};
    return p;
}

static void complain(struct run *r, const char *format, ...) PRINTF(2, 3);
static void complain(struct run *r, const char *format, ...)
{
    char message[DIAG_LINE_MAX];
    va_list args;
    if (r->only_whether) {
        add(&r->found, make(r, SCHEMA_PLAIN, ""));
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
    add(&r->found, make(r, SCHEMA_PLAIN, copy));
}

static double as_number(const struct value *v)
{
    return v->kind == VALUE_INT ? (double)v->integer : v->number;
}

static unsigned type_of(const struct value *v)
{
    switch ((enum value_kind)v->kind) {
    case VALUE_NULL: return SCHEMA_NULL;
    case VALUE_BOOL: return SCHEMA_BOOLEAN;
    case VALUE_INT: return SCHEMA_NUMBER | SCHEMA_INTEGER;
    case VALUE_FLOAT: return v->number == floor(v->number) ? SCHEMA_NUMBER | SCHEMA_INTEGER : SCHEMA_NUMBER;
    case VALUE_STRING: return SCHEMA_STRING;
    case VALUE_LIST: return SCHEMA_ARRAY;
    case VALUE_MAP: break;
    }
    return SCHEMA_OBJECT;
}

static const char *const type_names[] = {"null", "boolean", "number", "integer", "string", "array", "object"};
enum { TYPES = 7 };

static bool check_type(struct run *r)
{
    unsigned is = type_of(r->v);
    if (!r->node->types || (r->node->types & is))
        return true;
    struct text want;
    text_init(&want, r->c->arena);
    const char *got = "";
    for (unsigned i = TYPES; i-- > 0;)
        if (is & (1u << i))
            got = type_names[i];
    for (unsigned i = 0; i < TYPES; i++)
        if (r->node->types & (1u << i))
            text_printf(&want, "%s%s", want.len ? " or " : "", type_names[i]);
    complain(r, "got %s, want %s", got, want.at);
    return false;
}

static bool check_constant(struct run *r)
{
    const struct value *want = r->node->constant;
    if (!want || schema_equal(r->v, want))
        return true;
    if (want->kind == VALUE_LIST || want->kind == VALUE_MAP)
        complain(r, "'const' failed");
    else
        complain(r, "value must be %s", schema_display(r->c->arena, want));
    return false;
}

static bool check_enumeration(struct run *r)
{
    const struct value *want = r->node->enumeration;
    bool primitive = true;
    struct text list;
    if (!want)
        return true;
    text_init(&list, r->c->arena);
    text_add(&list, "", 0);
    for (size_t i = 0; i < want->list.count; i++) {
        const struct value *item = want->list.items[i];
        if (schema_equal(r->v, item))
            return true;
        primitive = primitive && item->kind != VALUE_LIST && item->kind != VALUE_MAP;
        if (!r->only_whether)
            text_printf(&list, "%s%s", i ? ", " : "", schema_display(r->c->arena, item));
    }
    if (primitive)
        complain(r, "value must be %s%s", want->list.count == 1 ? "" : "one of ", list.at);
    else
        complain(r, "'enum' failed");
    return false;
}

static bool check_format(struct run *r)
{
    if (!r->node->format || r->v->kind != VALUE_STRING)
        return true;
    const char *why = r->node->format(r->c->arena, r->v->text.at, r->v->text.len);
    if (why)
        complain(r, "%s is not valid %s: %s", schema_display(r->c->arena, r->v), r->node->format_name, why);
    return !why;
}

static const char *below(struct run *r, const char *key, size_t len)
{
    struct text t;
    text_init(&t, r->c->arena);
    text_adds(&t, r->path);
    text_addc(&t, '/');
    for (size_t i = 0; i < len; i++) {
        if (key[i] == '~' || key[i] == '/')
            text_adds(&t, key[i] == '~' ? "~0" : "~1");
        else
            text_addc(&t, key[i]);
    }
    return t.at;
}

/* node on the same value, a part of what this run asks. */
static struct schema_problem *on_self(struct run *r, const struct schema_node *node, bool only_whether)
{
    return apply(r->c, node, r->v, r->path, &r->scope, r->only_whether || only_whether, &r->unseen);
}

/* node on a part of the value. */
static void on_part(struct run *r, const struct schema_node *node, const struct value *part, const char *path)
{
    add(&r->found, apply(r->c, node, part, path, &r->scope, r->only_whether, NULL));
}

static void on_item(struct run *r, const struct schema_node *node, size_t i)
{
    on_part(r, node, r->v->list.items[i],
            r->only_whether ? "" : arena_printf(r->c->arena, "%s/%zu", r->path, i));
    if (r->unseen.left)
        r->unseen.left[i] = false;
}

static void check_bounds(struct run *r, const char *what, size_t got, const struct value *low,
                         const struct value *high)
{
    if (low && (double)got < low->number)
        complain(r, "min%s: got %s, want %s", what, schema_count(r->c->arena, got),
                 schema_count(r->c->arena, (size_t)low->number));
    if (high && (double)got > high->number)
        complain(r, "max%s: got %s, want %s", what, schema_count(r->c->arena, got),
                 schema_count(r->c->arena, (size_t)high->number));
}

/* Names of list that the map has not. prop: whose presence asks for them; NULL: required. */
static void check_present(struct run *r, const struct value *list, const struct entry *prop)
{
    struct text missing;
    size_t lacking = 0;
    text_init(&missing, r->c->arena);
    for (size_t i = 0; list && i < list->list.count; i++) {
        const struct value *name = list->list.items[i];
        if (name->kind != VALUE_STRING || value_get(r->v, name->text.at, name->text.len))
            continue;
        lacking++;
        text_printf(&missing, "%s%s", missing.len ? ", " : "",
                    schema_quote(r->c->arena, name->text.at, name->text.len));
    }
    if (!lacking)
        return;
    if (prop)
        complain(r, "properties %s required, if %s exists", missing.at,
                 schema_quote(r->c->arena, prop->key, prop->key_len));
    else
        complain(r, "missing propert%s %s", lacking == 1 ? "y" : "ies", missing.at);
}

static void check_dependencies(struct run *r)
{
    const struct value *map = r->node->dependencies;
    for (size_t i = 0; map && map->kind == VALUE_MAP && i < map->map.count; i++) {
        const struct entry *e = &map->map.entries[i];
        if (!value_entry(r->v, e->key, e->key_len))
            continue;
        if (e->value->kind == VALUE_LIST)
            check_present(r, e->value, e);
        else
            add(&r->found, on_self(r, r->node->dependency_nodes.items[i], false));
    }
}

/* Applies what speaks of that entry; false: nothing does. */
static bool check_entry(struct run *r, const struct entry *e, const char *path)
{
    const struct schema_map *properties = &r->node->properties;
    bool seen = false;
    const struct entry *named = properties->names ? value_entry(properties->names, e->key, e->key_len) : NULL;
    if (named) {
        seen = true;
        on_part(r, properties->items[named - properties->names->map.entries], e->value, path);
    }
    for (size_t i = 0; i < r->node->pattern_count; i++) {
        if (regex_match(r->node->patterns[i].regex, e->key, e->key_len) != 1)
            continue;
        seen = true;
        on_part(r, r->node->patterns[i].node, e->value, path);
    }
    return seen;
}

/* The name that is meant, perhaps. */
static void suggest(struct run *r, struct schema_problem *p, const struct entry *e)
{
    const struct value *names = r->node->properties.names;
    const char *near = names ? nearest_key(names, e->key, e->key_len) : NULL;
    p->key = (struct place){.file = e->file, .line = e->line, .column = e->column};
    if (near)
        p->message = arena_printf(r->c->arena, "%s\n%s", p->message, near);
}

static void check_entries(struct run *r)
{
    struct text strangers;
    size_t count = r->v->map.count, first = count;
    text_init(&strangers, r->c->arena);
    for (size_t i = 0; i < count; i++) {
        const struct entry *e = &r->v->map.entries[i];
        const char *path = r->only_whether ? "" : below(r, e->key, e->key_len);
        bool seen = check_entry(r, e, path);
        if (!seen && r->node->additional && r->node->additional->is_false_literal) {
            first = first < count ? first : i;
            text_printf(&strangers, "%s%s", strangers.len ? ", " : "",
                        r->only_whether ? "" : schema_quote(r->c->arena, e->key, e->key_len));
            seen = true;
        } else if (!seen && r->node->additional) {
            on_part(r, r->node->additional, e->value, path);
            seen = true;
        }
        if (seen && r->unseen.left)
            r->unseen.left[i] = false;
    }
    if (first == count)
        return;
    complain(r, "additional properties %s not allowed", strangers.at);
    if (!r->only_whether) {
        struct schema_problem *p = r->found.first;
        while (p->next)
            p = p->next;
        suggest(r, p, &r->v->map.entries[first]);
    }
}

static void check_names(struct run *r)
{
    for (size_t i = 0; r->node->property_names && i < r->v->map.count; i++) {
        const struct entry *e = &r->v->map.entries[i];
        struct value *name = value_text(r->c->arena, e->key, e->key_len);
        struct schema_problem *p =
            apply(r->c, r->node->property_names, name, "", &r->scope, r->only_whether, NULL);
        if (!p)
            continue;
        complain(r, "invalid propertyName %s", schema_quote(r->c->arena, e->key, e->key_len));
        struct schema_problem *told = r->found.first;
        while (told->next)
            told = told->next;
        told->key = (struct place){.file = e->file, .line = e->line, .column = e->column};
        told->schema = r->node->property_names->source;
        told->causes = p->kind == SCHEMA_GROUP ? p->causes : p;
    }
}

static void check_map(struct run *r)
{
    check_bounds(r, "Properties", r->v->map.count, r->node->min_properties, r->node->max_properties);
    check_present(r, r->node->required, NULL);
    if (r->only_whether && r->found.count)
        return;
    check_dependencies(r);
    check_entries(r);
    check_names(r);
    const struct schema_map *dependent = &r->node->dependent;
    for (size_t i = 0; dependent->names && i < dependent->names->map.count; i++) {
        const struct entry *e = &dependent->names->map.entries[i];
        if (value_entry(r->v, e->key, e->key_len))
            add(&r->found, on_self(r, dependent->items[i], false));
    }
    const struct value *with = r->node->required_with;
    for (size_t i = 0; with && with->kind == VALUE_MAP && i < with->map.count; i++)
        if (value_entry(r->v, with->map.entries[i].key, with->map.entries[i].key_len) &&
            with->map.entries[i].value->kind == VALUE_LIST)
            check_present(r, with->map.entries[i].value, &with->map.entries[i]);
}

static void check_unique(struct run *r)
{
    for (size_t i = 1; r->node->unique_items && i < r->v->list.count; i++) {
        for (size_t k = 0; k < i; k++) {
            if (schema_equal(r->v->list.items[i], r->v->list.items[k])) {
                complain(r, "items at %s and %s are equal", schema_count(r->c->arena, k),
                         schema_count(r->c->arena, i));
                return;
            }
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
            apply(r->c, want, r->v->list.items[i], path, &r->scope, r->only_whether, NULL);
        add(&against, p);
        if (p)
            continue;
        text_printf(&matched, "%s%zu", hits++ ? " " : "", i);
        if (r->unseen.left && r->node->draft >= 2020)
            r->unseen.left[i] = false;
    }
    const struct value *low = r->node->min_contains, *high = r->node->max_contains;
    size_t before = r->found.count;
    if (low && (double)hits < low->number && hits == 0)
        complain(r, "min %s items required to match contains schema, but none matched",
                 schema_count(r->c->arena, (size_t)low->number));
    else if (low && (double)hits < low->number)
        complain(r, "min %s items required to match contains schema, but matched %s items at %s",
                 schema_count(r->c->arena, (size_t)low->number), schema_count(r->c->arena, hits), matched.at);
    else if (!low && !hits)
        complain(r, "no items match contains schema");
    if (r->found.count > before) {
        struct schema_problem *p = r->found.first;
        while (p->next)
            p = p->next;
        p->causes = against.first;
    }
    if (high && (double)hits > high->number)
        complain(r, "max %s items required to match contains schema, but matched %s items at %s",
                 schema_count(r->c->arena, (size_t)high->number), schema_count(r->c->arena, hits),
                 matched.at);
}

static void check_list(struct run *r)
{
    size_t items = r->v->list.count, tuple = r->node->tuple.count;
    check_bounds(r, "Items", items, r->node->min_items, r->node->max_items);
    check_unique(r);
    for (size_t i = 0; i < tuple && i < items; i++)
        on_item(r, r->node->tuple.items[i], i);
    if (r->node->items_are_additional && r->node->items && r->node->items->is_false_literal) {
        if (items > tuple)
            complain(r, "last %s additionalItem(s) not allowed", schema_count(r->c->arena, items - tuple));
    } else {
        for (size_t i = tuple; r->node->items && i < items; i++)
            on_item(r, r->node->items, i);
    }
    check_contains(r);
}

static void check_string(struct run *r)
{
    struct regex *pattern = r->node->pattern;
    if (r->node->min_length || r->node->max_length)
        check_bounds(r, "Length", utf8_count(r->v->text.at, r->v->text.len), r->node->min_length,
                     r->node->max_length);
    if (!pattern || regex_match(pattern, r->v->text.at, r->v->text.len) == 1)
        return;
    const struct value *source = value_gets(r->node->source, "pattern");
    complain(r, "%s does not match pattern %s", schema_quote(r->c->arena, r->v->text.at, r->v->text.len),
             schema_quote(r->c->arena, source->text.at, source->text.len));
}

/* A double as digits times a power of ten, exactly as it is printed. */
static void take_apart(double n, uint64_t *digits, int *exponent)
{
    char text[NUMBER_TEXT_MAX];
    *digits = 0;
    *exponent = 0;
    number_go(fabs(n), text);
    bool point = false;
    const char *c = text;
    for (; *c && *c != 'e'; c++) {
        if (*c == '.') {
            point = true;
            continue;
        }
        *digits = *digits * 10 + (uint64_t)(*c - '0');
        *exponent -= point;
    }
    if (*c == 'e') {
        int size = 0;
        for (const char *d = c + 2; *d; d++)
            size = size * 10 + (*d - '0');
        *exponent += c[1] == '-' ? -size : size;
    }
}

/* Whether a is a whole number of times b, as decimals: 0.3 is a multiple of 0.1. */
static bool is_multiple(double a, double b)
{
    uint64_t x, y;
    int ex, ey;
    take_apart(a, &x, &ex);
    take_apart(b, &y, &ey);
    if (x == 0 || y == 0)
        return x == 0;
    unsigned __int128 left = x, right = y;
    for (; ex > ey; ex--)
        left = left * 10 % right;
    for (; ey > ex && right <= left; ey--)
        right *= 10;
    return ey == ex && left % right == 0;
}

static void check_number(struct run *r)
{
    double n = as_number(r->v);
    const struct schema_node *s = r->node;
    if (s->minimum && n < s->minimum->number)
        complain(r, "minimum: got %s, want %s", schema_number(r->c->arena, n),
                 schema_number(r->c->arena, s->minimum->number));
    if (s->maximum && n > s->maximum->number)
        complain(r, "maximum: got %s, want %s", schema_number(r->c->arena, n),
                 schema_number(r->c->arena, s->maximum->number));
    if (s->above && n <= s->above->number)
        complain(r, "exclusiveMinimum: got %s, want %s", schema_number(r->c->arena, n),
                 schema_number(r->c->arena, s->above->number));
    if (s->below && n >= s->below->number)
        complain(r, "exclusiveMaximum: got %s, want %s", schema_number(r->c->arena, n),
                 schema_number(r->c->arena, s->below->number));
    if (s->multiple_of && !is_multiple(n, s->multiple_of->number))
        complain(r, "multipleOf: got %s, want %s", schema_number(r->c->arena, n),
                 schema_number(r->c->arena, s->multiple_of->number));
}

/* The complaint with all of against below it. */
static void complain_of(struct run *r, const struct problems *against, const char *message)
{
    struct schema_problem *p = make(r, SCHEMA_PLAIN, message);
    p->causes = against->first;
    add(&r->found, p);
}

static void check_all_of(struct run *r)
{
    struct problems against = {0};
    for (size_t i = 0; i < r->node->all_of.count && !(r->only_whether && against.count); i++)
        add(&against, on_self(r, r->node->all_of.items[i], false));
    if (against.count)
        complain_of(r, &against, "'allOf' failed");
}

static void check_any_of(struct run *r)
{
    struct problems against = {0};
    bool matched = r->node->any_of.count == 0;
    for (size_t i = 0; i < r->node->any_of.count; i++) {
        struct schema_problem *p = on_self(r, r->node->any_of.items[i], false);
        add(&against, p);
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
        struct schema_problem *p = on_self(r, r->node->one_of.items[i], matched != none);
        if (p) {
            if (matched == none)
                add(&against, p);
            continue;
        }
        if (matched != none) {
            complain(r, "'oneOf' failed, subschemas %s, %s matched", schema_count(r->c->arena, matched),
                     schema_count(r->c->arena, i));
            return;
        }
        matched = i;
    }
    if (none && matched == none)
        complain_of(r, &against, "'oneOf' failed, none matched");
}

static void check_branches(struct run *r)
{
    if (r->node->negated && !on_self(r, r->node->negated, true))
        complain(r, "'not' failed");
    check_all_of(r);
    check_any_of(r);
    check_one_of(r);
    if (!r->node->condition)
        return;
    const struct schema_node *then =
        on_self(r, r->node->condition, true) ? r->node->otherwise : r->node->then;
    if (then)
        add(&r->found, on_self(r, then, false));
}

static void check_unseen(struct run *r)
{
    size_t parts = r->v->kind == VALUE_MAP    ? r->v->map.count
                   : r->v->kind == VALUE_LIST ? r->v->list.count
                                              : 0;
    const struct schema_node *node =
        r->v->kind == VALUE_MAP ? r->node->unevaluated : r->node->unevaluated_items;
    for (size_t i = 0; node && i < parts; i++) {
        if (!r->unseen.left[i])
            continue;
        r->unseen.left[i] = false;
        if (r->v->kind == VALUE_MAP)
            on_part(r, node, r->v->map.entries[i].value,
                    below(r, r->v->map.entries[i].key, r->v->map.entries[i].key_len));
        else
            on_part(r, node, r->v->list.items[i], arena_printf(r->c->arena, "%s/%zu", r->path, i));
    }
}

/* $ref: its complaints below a heading, which is not printed when there is but one. */
static void check_ref(struct run *r)
{
    if (!r->node->ref)
        return;
    struct schema_problem *p = on_self(r, r->node->ref, false);
    if (!p)
        return;
    struct schema_problem *heading = make(r, SCHEMA_REFERENCE, "validation failed");
    heading->causes = p->kind == SCHEMA_GROUP ? p->causes : p;
    add(&r->found, heading);
}

static bool is_cycle(const struct scope *s)
{
    for (const struct scope *up = s->above; up && up->value == s->value; up = up->above)
        if (up->node == s->node)
            return true;
    return false;
}

static void check_kind(struct run *r)
{
    switch ((enum value_kind)r->v->kind) {
    case VALUE_MAP: check_map(r); break;
    case VALUE_LIST: check_list(r); break;
    case VALUE_STRING: check_string(r); break;
    case VALUE_INT:
    case VALUE_FLOAT: check_number(r); break;
    case VALUE_NULL:
    case VALUE_BOOL: break;
    }
}

/* The keywords in the library's order: the first group ends the matter where it fails. */
static void check(struct run *r)
{
    if (r->node->refuses) {
        complain(r, "false schema");
        return;
    }
    if (is_cycle(&r->scope) || r->scope.depth > SCHEMA_DEPTH_MAX) {
        complain(r, "reference cycle at %s#%s", r->node->base, r->node->pointer);
        return;
    }
    if (!check_type(r) || !check_constant(r) || !check_enumeration(r) || !check_format(r))
        return;
    check_ref(r);
    if (r->node->old_ref)
        return;
    check_kind(r);
    if (r->found.count && r->only_whether)
        return;
    check_branches(r);
    if (r->unseen.left)
        check_unseen(r);
}

/* Room to note what is unseen, if this schema or the one that asked wants to know. */
static void open_unseen(struct run *r, const struct unseen *above)
{
    size_t parts = r->v->kind == VALUE_MAP    ? r->v->map.count
                   : r->v->kind == VALUE_LIST ? r->v->list.count
                                              : 0;
    if (!parts || (!r->node->has_uneval && !(above && above->left)))
        return;
    r->unseen.left = arena_alloc_many(r->c->arena, parts, sizeof *r->unseen.left);
    for (size_t i = 0; i < parts; i++)
        r->unseen.left[i] = true;
}

static void merge_unseen(const struct run *r, struct unseen *above)
{
    size_t parts = r->v->kind == VALUE_MAP ? r->v->map.count : r->v->list.count;
    for (size_t i = 0; i < parts; i++)
        above->left[i] = above->left[i] && r->unseen.left[i];
}

/* NULL: v fits. */
static struct schema_problem *apply(struct checker *c, const struct schema_node *node, const struct value *v,
                                    const char *path, const struct scope *above, bool only_whether,
                                    struct unseen *unseen)
{
    struct run r = {.c = c, .node = node, .v = v, .path = path, .only_whether = only_whether};
    r.scope = (struct scope){.above = above, .node = node, .value = v, .depth = above ? above->depth + 1 : 0};
    open_unseen(&r, unseen);
    check(&r);
    if (r.found.count == 0) {
        if (unseen && unseen->left && r.unseen.left)
            merge_unseen(&r, unseen);
        return NULL;
    }
    if (r.found.count == 1)
        return r.found.first;
    struct schema_problem *group = make(&r, SCHEMA_GROUP, "validation failed");
    group->causes = r.found.first;
    return group;
}

struct schema_problem *schema_find(const struct schema *schema, const struct value *v, struct arena *a)
{
    struct checker c = {.arena = a};
    return apply(&c, schema->root, v, "", NULL, false, NULL);
}
