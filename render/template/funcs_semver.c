/* semverCompare and semver. */
#include "render/semver.h"

#include "render/template/func.h"

static void compare(struct call *c)
{
    const struct value *range = c->args[0], *version = c->args[1];
    struct semver v;
    bool bad = false;
    bool read = semver_read(version->text.at, version->text.len, &v);
    bool yes = read && semver_satisfies(&v, range->text.at, &bad);
    if (!read) /* Helm looks at the range first */
        (void)semver_satisfies(&(struct semver){0}, range->text.at, &bad);
    if (bad)
        call_fail(c, "improper constraint: %s", range->text.at);
    else if (!read)
        call_fail(c, "invalid semantic version");
    else
        call_bool(c, yes);
}

static void semver(struct call *c)
{
    const struct value *version = c->args[0];
    struct semver v;
    if (!semver_read(version->text.at, version->text.len, &v)) {
        call_fail(c, "invalid semantic version");
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
    map->form = FORM_STRUCT;
    c->result = map;
}

const struct func funcs_semver[] = {
    {"semverCompare", "ss", compare},
    {"semver", "s", semver},
    {0},
};
