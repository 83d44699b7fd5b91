/* base, dir, clean, ext, isAbs and their os forms: names in a tree, with '/' between them, as Go's package
 * path has them. On Linux, where Helm's output is what ours is held against, path/filepath does the same. */
#include <string.h>

#include "render/go_path.h"
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

static struct text clean(struct call *c, struct path p)
{
    struct text t;
    text_init(&t, c->arena);
    go_path_clean(p.at, p.len, &t);
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
