/* urlParse and urlJoin: a URL as a map of its parts, and back. */
#include <string.h>

#include "render/go_url.h"
#include "render/template/func.h"

static struct bytes text_of(const struct text *t)
{
    return (struct bytes){t->at, t->len};
}

static void set_part(struct call *c, const char *key, struct bytes part)
{
    call_set(c, c->result, key, strlen(key), value_text(c->arena, part.at, part.len));
}

static void url_parse(struct call *c)
{
    struct go_url u;
    struct text user;
    const char *error = go_url_read((struct bytes){c->args[0]->text.at, c->args[0]->text.len}, c->arena, &u);
    if (error) {
        call_fail(c, "unable to parse url: %s", error);
        return;
    }
    text_init(&user, c->arena);
    text_adds(&user, "");
    go_url_write_user(&u, &user);
    c->result = value_map(c->arena);
    set_part(c, "fragment", u.fragment);
    set_part(c, "host", u.host);
    set_part(c, "hostname", go_url_hostname(&u));
    set_part(c, "opaque", u.opaque);
    set_part(c, "path", u.path);
    set_part(c, "query", u.query);
    set_part(c, "scheme", u.scheme);
    set_part(c, "userinfo", text_of(&user));
}

/* What the map has under key; nothing there is an empty part, anything but text a fault. */
static struct bytes get_part(struct call *c, const char *key)
{
    const struct value *v = value_gets(c->args[0], key);
    if (v && v->kind == VALUE_STRING)
        return (struct bytes){v->text.at, v->text.len};
    if (v && v->kind == VALUE_NULL && !c->error)
        call_fail(c, "runtime error: invalid memory address or nil pointer dereference");
    else if (v && !c->error)
        call_fail(c, "unable to parse %s key, must be of type string, but %s found", key, go_kind_name(v));
    return (struct bytes){"", 0};
}

static void read_user(struct call *c, struct bytes user, struct go_url *u)
{
    struct go_url other;
    struct text t;
    text_init(&t, c->arena);
    text_adds(&t, "proto://");
    text_add(&t, user.at, user.len);
    text_adds(&t, "@host");
    const char *error = go_url_read(text_of(&t), c->arena, &other);
    if (error)
        call_fail(c, "unable to parse userinfo in dict: %s", error);
    u->username = other.username;
    u->password = other.password;
    u->has_user = other.has_user;
    u->has_password = other.has_password;
}

static void url_join(struct call *c)
{
    struct go_url u = {0};
    struct text t;
    u.scheme = get_part(c, "scheme");
    u.host = get_part(c, "host");
    u.path = get_part(c, "path");
    u.query = get_part(c, "query");
    u.opaque = get_part(c, "opaque");
    u.fragment = get_part(c, "fragment");
    struct bytes user = get_part(c, "userinfo");
    if (user.len && !c->error)
        read_user(c, user, &u);
    if (c->error)
        return;
    text_init(&t, c->arena);
    text_adds(&t, "");
    go_url_write(&u, &t);
    call_take(c, &t);
}

const struct func funcs_urls[] = {
    {"urlJoin", "m", url_join},
    {"urlParse", "s", url_parse},
    {0},
};
