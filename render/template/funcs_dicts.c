/* Sprig's functions on maps. set, unset and merge change the map they are given, as there. */
#include <string.h>

#include "render/semver_value.h"
#include "render/template/eval.h"
#include "render/template/func.h"

static void dict(struct call *c)
{
    struct value *map = value_map(c->arena), *none = value_text(c->arena, "", 0);
    for (size_t i = 0; i < c->count; i += 2) {
        struct text key = call_strval(c, c->args[i]);
        call_set(c, map, key.at, key.len, i + 1 < c->count ? c->args[i + 1] : none);
    }
    c->result = map;
}

static struct value *lookup(const struct value *map, const struct value *key)
{
    return map->kind == VALUE_MAP ? value_get(map, key->text.at, key->text.len) : NULL;
}

static void get(struct call *c)
{
    struct value *found = lookup(c->args[0], c->args[1]);
    if (found)
        c->result = found;
    else
        call_texts(c, "");
}

static void set(struct call *c)
{
    if (c->args[0]->kind != VALUE_MAP || go_is_nil(c->args[0])) {
        call_fail(c, "assignment to entry in nil map");
        return;
    }
    eval_changes(c->run, c->args[0]);
    call_set(c, c->args[0], c->args[1]->text.at, c->args[1]->text.len, c->args[2]);
    c->result = c->args[0];
}

static struct value *nil_map(const struct call *c)
{
    struct value *map = value_map(c->arena);
    map->form = FORM_NIL_MAP;
    return map;
}

static void unset(struct call *c)
{
    eval_changes(c->run, c->args[0]);
    if (c->args[0]->kind == VALUE_MAP)
        value_remove(c->args[0], c->args[1]->text.at, c->args[1]->text.len);
    c->result = c->args[0]->kind == VALUE_MAP ? c->args[0] : nil_map(c);
}

static void has_key(struct call *c)
{
    call_bool(c, lookup(c->args[0], c->args[1]) != NULL);
}

static void keys(struct call *c)
{
    struct value *list = call_list(c);
    list->form = FORM_STRINGS;
    for (size_t m = 0; m < c->count; m++)
        for (size_t i = 0; c->args[m]->kind == VALUE_MAP && i < c->args[m]->map->count; i++) {
            const struct entry *e = &c->args[m]->map->entries[i];
            call_push(c, list, value_borrow(c->arena, e->key, e->key_len));
        }
}

static void values(struct call *c)
{
    struct value *list = call_list(c);
    for (size_t i = 0; c->args[0]->kind == VALUE_MAP && i < c->args[0]->map->count; i++)
        call_push(c, list, c->args[0]->map->entries[i].value);
}

static bool is_wanted(const struct call *c, const struct entry *e)
{
    for (size_t i = 1; i < c->count; i++)
        if (c->args[i]->text.len == e->key_len && memcmp(c->args[i]->text.at, e->key, e->key_len) == 0)
            return true;
    return false;
}

static void choose(struct call *c, bool listed)
{
    struct value *map = value_map(c->arena);
    for (size_t i = 0; c->args[0]->kind == VALUE_MAP && i < c->args[0]->map->count; i++) {
        const struct entry *e = &c->args[0]->map->entries[i];
        if (is_wanted(c, e) == listed)
            call_set(c, map, e->key, e->key_len, e->value);
    }
    c->result = map;
}

static void pick(struct call *c)
{
    choose(c, true);
}

static void omit(struct call *c)
{
    choose(c, false);
}

static void pluck(struct call *c)
{
    struct value *list = call_list(c);
    for (size_t i = 1; i < c->count; i++) {
        struct value *found = lookup(c->args[i], c->args[0]);
        if (found)
            call_push(c, list, found);
    }
}

static bool is_dict(const struct value *v)
{
    return v->kind == VALUE_MAP && !go_is_struct(v);
}

/* mergo: maps in both are merged. Else what is unset or empty in to is taken from from, nils left out; with
 * overwrite everything is. */
static void merge_into(struct call *c, struct value *to, const struct value *from, bool overwrite,
                       unsigned depth)
{
    if (depth > VALUE_DEPTH_MAX) {
        call_fail(c, "a dict that holds itself, or more than %d levels, cannot be merged", VALUE_DEPTH_MAX);
        return;
    }
    eval_changes(c->run, to);
    for (size_t i = 0; i < from->map->count; i++) {
        const struct entry *e = &from->map->entries[i];
        struct value *have = value_get(to, e->key, e->key_len);
        bool wanted = overwrite || (e->value->kind != VALUE_NULL && (!have || call_is_empty(have)));
        if (have && is_dict(have) && !go_is_nil(have) && is_dict(e->value))
            merge_into(c, have, e->value, overwrite, depth + 1);
        else if (wanted)
            call_set(c, to, e->key, e->key_len, e->value);
    }
}

static void merge_all(struct call *c, bool overwrite)
{
    struct value *to = c->args[0];
    if (to->kind != VALUE_MAP || go_is_nil(to))
        to = nil_map(c);
    for (size_t i = 1; i < c->count; i++) {
        if (c->args[i]->kind != VALUE_MAP || go_is_nil(c->args[i]))
            continue;
        if (go_is_nil(to))
            to->form = FORM_PLAIN;
        merge_into(c, to, c->args[i], overwrite, 0);
    }
    c->result = to;
}

static void merge(struct call *c)
{
    merge_all(c, false);
}

static void merge_overwrite(struct call *c)
{
    merge_all(c, true);
}

/* Go's copier leaves out what it may not see, and that is all of a version. */
static void forget_versions(struct call *c, struct value **v)
{
    if (go_is_version(*v)) {
        enum go_form form = (enum go_form)(*v)->form;
        *v = semver_value(&(struct semver){0}, value_borrow(c->arena, "", 0), c->arena);
        (*v)->form = (uint8_t)form;
        return;
    }
    for (size_t i = 0; (*v)->kind == VALUE_LIST && i < (*v)->list.count; i++)
        forget_versions(c, &(*v)->list.items[i]);
    for (size_t i = 0; (*v)->kind == VALUE_MAP && i < (*v)->map->count; i++)
        forget_versions(c, &(*v)->map->entries[i].value);
}

static void deep_copy(struct call *c)
{
    if (c->args[0]->kind == VALUE_NULL)
        call_fail(c, "reflect: call of reflect.Value.Type on zero Value");
    else if (!(c->result = value_copy(c->arena, c->args[0])))
        call_fail(c, "a value that holds itself, or more than %d levels, cannot be copied", VALUE_DEPTH_MAX);
    else
        forget_versions(c, &c->result);
}

/* Go's type assertion: false, and the call fails, unless it holds. */
static bool is_asserted(struct call *c, const struct value *v, bool holds, const char *type)
{
    if (!holds)
        call_fail(c, "interface conversion: interface {} is %s, not %s",
                  v->kind == VALUE_NULL ? "nil" : go_type_name(v), type);
    return holds;
}

static const char plain_map[] = "map[string]interface {}";

static bool is_plain_map(struct call *c, const struct value *v)
{
    return is_asserted(c, v, go_is_map(v) && strcmp(go_type_name(v), plain_map) == 0, plain_map);
}

static bool is_key(struct call *c, const struct value *v)
{
    return is_asserted(c, v, v->kind == VALUE_STRING && v->form == FORM_PLAIN, "string");
}

/* dig "a" "b" default map */
static void dig(struct call *c)
{
    if (c->count < 3) {
        call_fail(c, "dig needs at least three arguments");
        return;
    }
    size_t keys = c->count - 2;
    struct value *map = c->args[c->count - 1];
    if (!is_plain_map(c, map))
        return;
    for (size_t i = 0; i < keys; i++)
        if (!is_key(c, c->args[i]))
            return;
    for (size_t i = 0; i < keys; i++) {
        if (i > 0 && !is_plain_map(c, map))
            return;
        map = lookup(map, c->args[i]);
        if (!map) {
            map = c->args[keys];
            break;
        }
    }
    c->result = map;
}

const struct func funcs_dicts[] = {
    {"dict", "a.", dict},
    {"get", "ms", get},
    {"set", "msa", set},
    {"unset", "ms", unset},
    {"hasKey", "ms", has_key},
    {"keys", "m.", keys},
    {"values", "m", values},
    {"pick", "ms.", pick},
    {"omit", "ms.", omit},
    {"pluck", "sm.", pluck},
    {"merge", "mm.", merge},
    {"mustMerge", "mm.", merge},
    {"mergeOverwrite", "mm.", merge_overwrite},
    {"mustMergeOverwrite", "mm.", merge_overwrite},
    {"deepCopy", "a", deep_copy},
    {"mustDeepCopy", "a", deep_copy},
    {"dig", "a.", dig},
    {0},
};
