/* toToml, fromToml: values as TOML, and back. */
#include "render/go_fields.h"
#include "render/go_time_value.h"
#include "render/go_type.h"
#include "render/template/func.h"
#include "render/toml_read.h"
#include "render/toml_write.h"

enum { VALUES_MAX = 1000 * 1000 }; /* counted as often as they are written */

/* Why v is not written, or NULL. */
static const char *refuse(const struct value *v, unsigned depth, size_t *left)
{
    const char *why = NULL;
    if (depth > VALUE_DEPTH_MAX || !(*left)--)
        return "a value that holds itself, or is too large, has no form in TOML";
    if (go_own_text(v))
        return NULL;
    for (size_t i = 0; v->kind == VALUE_LIST && i < v->list.count && !why; i++)
        why = refuse(v->list.items[i], depth + 1, left);
    for (size_t i = 0; v->kind == VALUE_MAP && i < v->map->count && !why; i++)
        why = refuse(v->map->entries[i].value, depth + 1, left);
    return why;
}

/* What cannot be written is told in its place, or with must as a fault. */
static void write_toml(struct call *c, bool must)
{
    struct text t;
    const struct value *v = c->args[0];
    size_t left = VALUES_MAX;
    const char *refused = refuse(v, 0, &left);
    if (refused) {
        call_fail(c, "%s", refused);
        return;
    }
    text_init(&t, c->arena);
    text_adds(&t, "");
    const char *error = toml_write(v, &t);
    if (error && must)
        call_fail(c, "%s", error);
    else if (error)
        call_texts(c, error);
    else if (v->kind == VALUE_NULL)
        call_fail(c, "reflect: call of reflect.Value.Type on zero Value");
    else
        call_take(c, &t);
}

static void to_toml(struct call *c)
{
    write_toml(c, false);
}

static void must_to_toml(struct call *c)
{
    write_toml(c, true);
}

/* What is wrong with the text is told in the result, a map with Error. */
static void from_toml(struct call *c)
{
    struct go_time now;
    struct bytes error = {NULL, 0}, s = {c->args[0]->text.at, c->args[0]->text.len};
    const char *why = go_time_present(c->arena, &now);
    int outcome = why ? -1 : toml_read(s, now.offset, c->arena, &c->result, &error);
    if (outcome < 0) {
        call_fail(c, "%s", why ? why : error.at);
    } else if (outcome > 0) {
        c->result = value_map(c->arena);
        call_set(c, c->result, "Error", 5, value_text(c->arena, error.at, error.len));
    }
}

const struct func funcs_toml[] = {
    {"fromToml", "s", from_toml},
    {"toToml", "a", to_toml},
    {0},
};

const struct func funcs_toml4[] = {
    {"mustToToml", "a", must_to_toml},
    {0},
};
