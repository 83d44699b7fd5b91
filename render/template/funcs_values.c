/* The methods of .Values and of the root object: Go's chartutil.Values. */
#include <string.h>

#include "common/bytes.h"
#include "render/go_type.h"
#include "render/quote.h"
#include "render/template/eval.h"
#include "render/template/func.h"
#include "render/yaml_write.h"

/* The same map under another type. */
static void view(struct call *c, const struct value *map, enum go_form form)
{
    c->result = value_map_share(c->arena, map);
    c->result->form = (uint8_t)form;
}

static void get_map(struct call *c)
{
    view(c, c->args[0], FORM_PLAIN);
}

static bool is_table(const struct value *v)
{
    return v && go_is_map(v);
}

/* The table at path[0..len), names with dots between them; NULL: *missing is the name that is none. */
static struct value *table_at(struct value *v, const char *path, size_t len, struct bytes *missing)
{
    for (;;) {
        const char *dot = memchr(path, '.', len);
        size_t name_len = dot ? (size_t)(dot - path) : len;
        v = value_get(v, path, name_len);
        *missing = (struct bytes){path, name_len};
        if (!is_table(v))
            return NULL;
        if (!dot)
            return v;
        path = dot + 1;
        len -= name_len + 1;
    }
}

static void table(struct call *c)
{
    struct bytes missing;
    const struct value *found = table_at(c->args[0], c->args[1]->text.at, c->args[1]->text.len, &missing);
    if (!found) {
        call_fail(c, "%s is not a table", quote_go(c->arena, missing.at, missing.len));
        return;
    }
    view(c, found, c->run->trees.helm4 ? FORM_VALUES4 : FORM_VALUES);
}

static void path_value(struct call *c)
{
    const char *path = c->args[1]->text.at;
    size_t len = c->args[1]->text.len;
    const char *dot = memrchr(path, '.', len);
    struct bytes key = {dot ? dot + 1 : path, dot ? len - (size_t)(dot + 1 - path) : len}, missing;
    if (len == 0) {
        call_fail(c, "YAML path cannot be empty");
        return;
    }
    const struct value *in = dot ? table_at(c->args[0], path, (size_t)(dot - path), &missing) : c->args[0];
    c->result = in ? value_get(in, key.at, key.len) : NULL;
    if (!c->result || is_table(c->result))
        call_fail(c, "%s is not a value", quote_go(c->arena, key.at, key.len));
}

static void yaml(struct call *c)
{
    struct text t;
    text_init(&t, c->arena);
    text_adds(&t, "");
    if (yaml_write(c->args[0], YAML_TO, &t) != 0)
        call_fail(c, "yaml: control characters are not allowed");
    text_addc(&t, '\n');
    call_take(c, &t);
}

const struct func funcs_values[] = {
    {"AsMap", "a", get_map},
    {"Table", "as", table},
    {"PathValue", "as", path_value},
    {"YAML", "a", yaml},
    {0},
};
