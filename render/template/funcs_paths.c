/* base, dir, clean, ext, isAbs and their os forms: names in a tree, with '/' between them, as Go's package
 * path has them. On Linux, where Helm's output is what ours is held against, path/filepath does the same. */
#include <string.h>

#include "render/template/func.h"

struct path {
    const char *at;
    size_t len;
};

static struct path path_of(const struct call *c)
{
    return (struct path){c->args[0]->text.at, c->args[0]->text.len};
}

/* Where the last '/' is, counted from 1; 0: there is none. */
static size_t last_slash(struct path p)
{
    while (p.len && p.at[p.len - 1] != '/')
        p.len--;
    return p.len;
}

static struct path next_element(struct path *rest)
{
    struct path element = {rest->at, 0};
    while (element.len < rest->len && element.at[element.len] != '/')
        element.len++;
    size_t taken = element.len + (element.len < rest->len);
    rest->at += taken;
    rest->len -= taken;
    return element;
}

static bool is_word(struct path p, const char *word)
{
    return p.len == strlen(word) && memcmp(p.at, word, p.len) == 0;
}

/* ".." behind what is there: it takes the last element away, unless there is none that could be. */
static void go_up(struct text *t, bool rooted, size_t *fixed_len)
{
    if (t->len > *fixed_len) {
        size_t len = t->len - 1;
        while (len > *fixed_len && t->at[len] != '/')
            len--;
        text_cut(t, len);
    } else if (!rooted) {
        text_adds(t, t->len ? "/.." : "..");
        *fixed_len = t->len;
    }
}

/* The shortest name of the same: no empty element, no ".", ".." only in front. */
static struct text clean(struct call *c, struct path p)
{
    bool rooted = p.len && *p.at == '/';
    size_t root_len = rooted ? 1 : 0, fixed_len = root_len;
    struct text t;
    text_init(&t, c->arena);
    text_adds(&t, rooted ? "/" : "");
    while (p.len) {
        struct path element = next_element(&p);
        if (!element.len || is_word(element, "."))
            continue;
        if (is_word(element, "..")) {
            go_up(&t, rooted, &fixed_len);
            continue;
        }
        if (t.len > root_len)
            text_addc(&t, '/');
        text_add(&t, element.at, element.len);
    }
    if (!t.len)
        text_adds(&t, ".");
    return t;
}

static void clean_path(struct call *c)
{
    struct text t = clean(c, path_of(c));
    call_take(c, &t);
}

static void dir(struct call *c)
{
    struct path p = path_of(c);
    struct text t = clean(c, (struct path){p.at, last_slash(p)});
    call_take(c, &t);
}

static void base(struct call *c)
{
    struct path p = path_of(c);
    if (!p.len) {
        call_texts(c, ".");
        return;
    }
    while (p.len && p.at[p.len - 1] == '/')
        p.len--;
    size_t from = last_slash(p);
    if (p.len)
        call_text(c, p.at + from, p.len - from);
    else
        call_texts(c, "/");
}

static void ext(struct call *c)
{
    struct path p = path_of(c);
    size_t from = last_slash(p), dot = p.len;
    while (dot > from && p.at[dot - 1] != '.')
        dot--;
    if (dot > from)
        call_text(c, p.at + dot - 1, p.len - dot + 1);
    else
        call_texts(c, "");
}

static void is_absolute(struct call *c)
{
    struct path p = path_of(c);
    call_bool(c, p.len && *p.at == '/');
}

const struct func funcs_paths[] = {
    {"base", "s", base},
    {"clean", "s", clean_path},
    {"dir", "s", dir},
    {"ext", "s", ext},
    {"isAbs", "s", is_absolute},
    {"osBase", "s", base},
    {"osClean", "s", clean_path},
    {"osDir", "s", dir},
    {"osExt", "s", ext},
    {"osIsAbs", "s", is_absolute},
    {0},
};
