/* The methods of Helm's own objects: .Files and .Capabilities.APIVersions. */
#include <string.h>

#include "common/base64.h"
#include "common/utf8.h"
#include "render/template/func.h"
#include "render/value_equal.h"
#include "render/yaml_write.h"

enum { GLOB_WAYS_MAX = 1000 };

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
    for (size_t i = 0; i < c->args[0]->map->count; i++) {
        const struct entry *e = &c->args[0]->map->entries[i];
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

/* One element of a pattern against one rune of a name: "[a-z]", "[!abc]", "?", "\\x" or a rune itself. NULL:
 * it does not fit; else what follows it, and *name moves on. */
static const char *fits_one(const char *pattern, const char **name)
{
    size_t taken, own_len;
    uint32_t rune = utf8_read(*name, strlen(*name), &taken);
    const char *at = pattern, *start = *name;
    *name += taken;
    if (*at == '?')
        return rune == '/' ? NULL : at + 1;
    if (*at == '[') {
        bool not = at[1] == '!', in = false;
        const char *close = strchr(at += 1 + not, ']');
        if (close - at == 3 && at[1] == '-')
            in = start[0] >= at[0] && start[0] <= at[2];
        else
            in = memmem(at, (size_t)(close - at), start, taken) != NULL;
        return in != not ? close + 1 : NULL;
    }
    if (*at == '\\' && at[1])
        at++;
    own_len = strlen(at);
    return own_len >= taken && memcmp(at, start, taken) == 0 ? at + taken : NULL;
}

/* "*" stops at '/', "**" does not. What failed is tried again with one rune more under the last "*", or,
 * where that one cannot grow, the last "**". */
static bool fits(const char *pattern, const char *name)
{
    const char *star = NULL, *star_name = NULL, *deep = NULL, *deep_name = NULL;
    for (;;) {
        if (*pattern == '*') {
            bool any = pattern[1] == '*';
            pattern += strspn(pattern, "*");
            star = any ? NULL : pattern;
            star_name = name;
            deep = any ? pattern : deep;
            deep_name = any ? name : deep_name;
            continue;
        }
        const char *after = name, *rest = *pattern && *name ? fits_one(pattern, &after) : NULL;
        if (rest) {
            pattern = rest;
            name = after;
        } else if (!*pattern && !*name) {
            return true;
        } else if (star && *star_name && *star_name != '/') {
            pattern = star;
            name = ++star_name;
        } else if (deep && *deep_name) {
            star = NULL;
            pattern = deep;
            name = ++deep_name;
        } else {
            return false;
        }
    }
}

/* Every "[" has its "]": Helm takes other patterns for "**". */
static bool has_whole_classes(const char *pattern)
{
    for (; *pattern; pattern++) {
        if (*pattern == '\\' && pattern[1])
            pattern++;
        else if (*pattern == '[' && !(pattern = strchr(pattern + 1, ']')))
            return false;
    }
    return true;
}

/* The first "}" or "," that belongs to the braces s stands in; NULL: none. */
static const char *option_end(const char *s)
{
    for (unsigned depth = 0; *s; s++) {
        if (*s == '\\' && s[1])
            s++;
        else if (depth == 0 && (*s == ',' || *s == '}'))
            return s;
        else if (*s == '{')
            depth++;
        else if (*s == '}')
            depth--;
    }
    return NULL;
}

/* "{a,b}" is either: each way to write the pattern without braces is tried, GLOB_WAYS_MAX at the most. */
static bool fits_any(struct call *c, const char *pattern, const char *name, unsigned *ways)
{
    const char *open = pattern;
    while (*open && *open != '{')
        open += *open == '\\' && open[1] ? 2 : 1;
    if (!*open)
        return ++*ways <= GLOB_WAYS_MAX && fits(pattern, name);
    const char *close = open, *end;
    do
        close = option_end(close + 1);
    while (close && *close == ',');
    if (!close)
        return false;
    for (const char *option = open + 1; (end = option_end(option)) != NULL; option = end + 1) {
        const char *way = arena_printf(c->arena, "%.*s%.*s%s", (int)(open - pattern), pattern,
                                       (int)(end - option), option, close + 1);
        if (*ways > GLOB_WAYS_MAX || fits_any(c, way, name, ways))
            return *ways <= GLOB_WAYS_MAX;
        if (end == close)
            break;
    }
    return false;
}

static void glob(struct call *c)
{
    struct value *map = value_map(c->arena);
    const char *pattern = has_whole_classes(c->args[1]->text.at) ? c->args[1]->text.at : "**";
    for (size_t i = 0; i < c->args[0]->map->count; i++) {
        const struct entry *e = &c->args[0]->map->entries[i];
        unsigned ways = 0;
        if (fits_any(c, pattern, e->key, &ways))
            call_set(c, map, e->key, e->key_len, e->value);
        if (ways > GLOB_WAYS_MAX) {
            call_fail(c, "a pattern with more than %d alternatives", GLOB_WAYS_MAX);
            return;
        }
    }
    map->form = FORM_FILES;
    c->result = map;
}

static void has(struct call *c)
{
    bool yes = false;
    for (size_t i = 0; i < c->args[0]->list.count && !yes; i++)
        yes = value_equal(c->args[0]->list.items[i], c->args[1]);
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
