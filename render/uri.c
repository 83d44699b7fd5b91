#include "render/uri.h"

#include <stdbool.h>
#include <string.h>

#include "common/text.h"

struct span {
    const char *at;
    size_t len;
};

/* RFC 3986 appendix B; absent parts have at NULL. */
struct parts {
    struct span scheme, authority, path, query;
};

static struct parts take_apart(const char *uri)
{
    struct parts p = {0};
    size_t len = strcspn(uri, ":/?#");
    if (len && uri[len] == ':') {
        p.scheme = (struct span){uri, len};
        uri += len + 1;
    }
    if (strncmp(uri, "//", 2) == 0) {
        uri += 2;
        len = strcspn(uri, "/?#");
        p.authority = (struct span){uri, len};
        uri += len;
    }
    len = strcspn(uri, "?#");
    p.path = (struct span){uri, len};
    uri += len;
    if (*uri == '?')
        p.query = (struct span){uri + 1, strcspn(uri + 1, "#")};
    return p;
}

/* Section 5.2.4, segment by segment. */
static void add_without_dots(struct text *to, struct span path)
{
    size_t start = to->len;
    const char *at = path.at, *end = path.at + path.len;
    while (at < end) {
        bool slash = *at == '/';
        const char *name = at + slash, *next = name;
        while (next < end && *next != '/')
            next++;
        size_t len = (size_t)(next - name);
        bool up = len == 2 && memcmp(name, "..", 2) == 0, here = len == 1 && *name == '.';
        if (up)
            for (bool at_slash = false; to->len > start && !at_slash;) {
                at_slash = to->at[to->len - 1] == '/';
                text_cut(to, to->len - 1);
            }
        if (!up && !here) {
            if (slash)
                text_addc(to, '/');
            text_add(to, name, len);
        } else if (next == end) {
            text_addc(to, '/');
        }
        at = next;
    }
}

static struct span merge_paths(struct arena *a, const struct parts *base, struct span ref)
{
    struct text merged;
    size_t keep = base->path.len;
    text_init(&merged, a);
    text_add(&merged, "", 0);
    while (keep && base->path.at[keep - 1] != '/')
        keep--;
    if (base->authority.at && base->path.len == 0)
        text_addc(&merged, '/');
    text_add(&merged, base->path.at, keep);
    text_add(&merged, ref.at, ref.len);
    return (struct span){merged.at, merged.len};
}

static void put_together(struct text *to, const struct parts *p)
{
    if (p->scheme.at) {
        text_add(to, p->scheme.at, p->scheme.len);
        text_addc(to, ':');
    }
    if (p->authority.at) {
        text_adds(to, "//");
        text_add(to, p->authority.at, p->authority.len);
    }
    add_without_dots(to, p->path);
    if (p->query.at) {
        text_addc(to, '?');
        text_add(to, p->query.at, p->query.len);
    }
}

const char *uri_resolve(struct arena *a, const char *base, const char *ref)
{
    struct parts b = take_apart(base), r = take_apart(ref);
    struct text out;
    text_init(&out, a);
    text_add(&out, "", 0);
    if (!r.scheme.at) {
        r.scheme = b.scheme;
        if (!r.authority.at) {
            r.authority = b.authority;
            if (r.path.len == 0) {
                r.path = b.path;
                if (!r.query.at)
                    r.query = b.query;
            } else if (*r.path.at != '/') {
                r.path = merge_paths(a, &b, r.path);
            }
        }
    }
    put_together(&out, &r);
    return out.at;
}

static int hex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

const char *uri_fragment(struct arena *a, const char *ref)
{
    const char *hash = strchr(ref, '#');
    struct text out;
    text_init(&out, a);
    text_add(&out, "", 0);
    for (const char *c = hash ? hash + 1 : ""; *c; c++) {
        if (*c == '%' && hex(c[1]) >= 0 && hex(c[2]) >= 0) {
            text_addc(&out, (char)(hex(c[1]) << 4 | hex(c[2])));
            c += 2;
        } else {
            text_addc(&out, *c);
        }
    }
    return out.at;
}
