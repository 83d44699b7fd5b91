/* semverCompare and semver. */
#include "render/semver.h"

#include <string.h>

#include "render/quote.h"
#include "render/template/func.h"

/* The first of the alternatives that is malformed: what Helm's complaint shows. */
static const char *malformed(struct call *c, const char *range)
{
    for (const char *bar; (bar = strstr(range, "||")); range = bar + 2) {
        const char *part = arena_copy(c->arena, range, (size_t)(bar - range));
        bool bad = false;
        (void)semver_satisfies(&(struct semver){0}, part, &bad);
        if (bad)
            return part;
    }
    return range;
}

enum { VERSION_MAX = 256 };

static void refuse(struct call *c, const struct value *version)
{
    if (version->text.len > VERSION_MAX)
        call_fail(c, "version string is too long (max %d bytes)", VERSION_MAX);
    else
        call_fail(c, "invalid semantic version");
}

static void compare(struct call *c)
{
    const struct value *range = c->args[0], *version = c->args[1];
    struct semver v;
    bool bad = false;
    bool read = semver_read(version->text.at, version->text.len, &v);
    bool yes = read && semver_satisfies(&v, range->text.at, &bad);
    if (!read) /* Helm looks at the range first */
        (void)semver_satisfies(&(struct semver){0}, range->text.at, &bad);
    if (bad) {
        const char *part = malformed(c, range->text.at);
        call_fail(c, "improper constraint: %s", quote_go(c->arena, part, strlen(part)));
    } else if (!read) {
        refuse(c, version);
    } else {
        call_bool(c, yes);
    }
}

/* 1.2.3-rc.1+b */
static struct value *shown(const struct call *c, const struct semver *v)
{
    struct text t;
    text_init(&t, c->arena);
    text_printf(&t, "%llu.%llu.%llu", (unsigned long long)v->major, (unsigned long long)v->minor,
                (unsigned long long)v->patch);
    if (v->pre_len) {
        text_addc(&t, '-');
        text_add(&t, v->pre, v->pre_len);
    }
    if (v->metadata_len) {
        text_addc(&t, '+');
        text_add(&t, v->metadata, v->metadata_len);
    }
    return value_borrow(c->arena, t.at, t.len);
}

static void semver(struct call *c)
{
    const struct value *version = c->args[0];
    struct semver v;
    if (!semver_read(version->text.at, version->text.len, &v)) {
        refuse(c, version);
        return;
    }
    struct value *map = value_map(c->arena);
    const struct {
        const char *key;
        uint64_t number;
    } numbers[] = {{"Major", v.major}, {"Minor", v.minor}, {"Patch", v.patch}};
    for (size_t i = 0; i < 3; i++)
        call_set(c, map, numbers[i].key, 5, value_int(c->arena, (int64_t)numbers[i].number));
    call_set(c, map, "Prerelease", 10, value_text(c->arena, v.pre, v.pre_len));
    call_set(c, map, "Metadata", 8, value_text(c->arena, v.metadata, v.metadata_len));
    call_set(c, map, "Original", 8, c->args[0]);
    call_set(c, map, "", 0, shown(c, &v)); /* no field has that name */
    map->form = FORM_SEMVER;
    c->result = map;
}

const struct func funcs_semver[] = {
    {"semverCompare", "ss", compare},
    {"semver", "s", semver},
    {0},
};
