/* The methods of Helm's own objects: .Files and .Capabilities.APIVersions. */
#include <string.h>

#include "common/base64.h"
#include "render/template/func.h"
#include "render/yaml_write.h"

static const struct value *file(const struct call *c)
{
    return value_get(c->args[0], c->args[1]->text.at, c->args[1]->text.len);
}

static void get(struct call *c)
{
    const struct value *found = file(c);
    call_text(c, found ? found->text.at : "", found ? found->text.len : 0);
}

static void get_bytes(struct call *c)
{
    get(c);
    c->result->form = FORM_BYTES;
}

static void lines(struct call *c)
{
    const struct value *found = file(c);
    struct value *list = call_list(c);
    list->form = FORM_STRINGS;
    if (!found)
        return;
    const char *s = found->text.at, *end = s + found->text.len;
    while (s < end) {
        const char *newline = memchr(s, '\n', (size_t)(end - s));
        const char *line_end = newline ? newline : end;
        call_push(c, list, value_text(c->arena, s, (size_t)(line_end - s)));
        s = newline ? newline + 1 : end;
    }
}

static const char *base_name(const struct entry *e, size_t *len)
{
    const char *slash = memrchr(e->key, '/', e->key_len);
    const char *name = slash ? slash + 1 : e->key;
    *len = e->key_len - (size_t)(name - e->key);
    return name;
}

static void as_map(struct call *c, bool encoded)
{
    struct value *map = value_map(c->arena);
    for (size_t i = 0; i < c->args[0]->map.count; i++) {
        const struct entry *e = &c->args[0]->map.entries[i];
        size_t len;
        const char *name = base_name(e, &len);
        struct text t;
        text_init(&t, c->arena);
        text_adds(&t, "");
        if (encoded)
            base64_write(e->value->text.at, e->value->text.len, &t);
        else
            text_add(&t, e->value->text.at, e->value->text.len);
        call_set(c, map, name, len, value_borrow(c->arena, t.at, t.len));
    }
    struct text yaml;
    text_init(&yaml, c->arena);
    text_adds(&yaml, "");
    if (yaml_write(map, YAML_TO, &yaml) != 0)
        yaml.len = 0;
    call_take(c, &yaml);
}

static void as_config(struct call *c)
{
    as_map(c, false);
}

static void as_secrets(struct call *c)
{
    as_map(c, true);
}

/* "*" stops at '/', "**" does not, "?" is one octet but '/', "{a,b}" is either. */
static bool fits(const char *pattern, const char *name, unsigned depth)
{
    for (; *pattern; pattern++, name++) {
        if (depth > 64)
            return false;
        if (*pattern == '*') {
            bool deep = pattern[1] == '*';
            while (*pattern == '*')
                pattern++;
            for (;; name++) {
                if (fits(pattern, name, depth + 1))
                    return true;
                if (!*name || (*name == '/' && !deep))
                    return false;
            }
        }
        if (*pattern == '{') {
            const char *close = strchr(pattern, '}');
            if (!close)
                return false;
            for (const char *option = pattern + 1; option <= close;) {
                size_t len = strcspn(option, ",}");
                if (strncmp(option, name, len) == 0 && fits(close + 1, name + len, depth + 1))
                    return true;
                option += len + 1;
            }
            return false;
        }
        if (*pattern == '\\' && pattern[1])
            pattern++;
        else if (*pattern == '?' && *name && *name != '/')
            continue;
        if (*pattern != *name)
            return false;
    }
    return !*name;
}

static void glob(struct call *c)
{
    struct value *map = value_map(c->arena);
    for (size_t i = 0; i < c->args[0]->map.count; i++) {
        const struct entry *e = &c->args[0]->map.entries[i];
        if (fits(c->args[1]->text.at, e->key, 0))
            call_set(c, map, e->key, e->key_len, e->value);
    }
    map->form = FORM_FILES;
    c->result = map;
}

static void has(struct call *c)
{
    bool yes = false;
    for (size_t i = 0; i < c->args[0]->list.count && !yes; i++)
        yes = value_is(c->args[0]->list.items[i], c->args[1]->text.at);
    call_bool(c, yes);
}

const struct func funcs_files[] = {
    {"Get", "as", get},
    {"GetBytes", "as", get_bytes},
    {"Lines", "as", lines},
    {"AsConfig", "a", as_config},
    {"AsSecrets", "a", as_secrets},
    {"Glob", "as", glob},
    {0},
};

const struct func funcs_versions[] = {
    {"Has", "as", has},
    {0},
};
