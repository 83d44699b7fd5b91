#include "render/compose_volumes.h"

#include <string.h>

#include "render/compose_form.h"
#include "render/compose_units.h"
#include "render/nearest.h"

enum { PARTS = 3 }; /* of a short volume */

struct mount {
    const struct value *at; /* where it is written */
    const char *what;
    const char *source; /* NULL: none */
    const char *target;
    bool read_only;
};

static void refuse_bind(struct service *s, const struct mount *m)
{
    note_fault(&s->file->notes, value_place(m->at),
               "%s: %s is a path of the host, which a cluster's node does not have; COPY the files into the "
               "image, or "
               "use a named volume",
               m->what, m->source);
}

/* Whether the path may be mounted on, and is not yet. */
static bool claim_path(struct service *s, const struct mount *m)
{
    struct notes *n = &s->file->notes;
    if (*m->target != '/' || strchr(m->target, ':') || !m->target[1])
        note_fault(n, value_place(m->at), "%s: %s is no path to mount on; write an absolute one without ':'",
                   m->what, m->target);
    else if (strcmp(m->target, "/etc/resolv.conf") == 0)
        note_fault(n, value_place(m->at),
                   "%s: /etc/resolv.conf leads to the DNS sidecar and is not to be replaced", m->what);
    else if (value_gets(s->paths, m->target))
        note_fault(n, value_place(m->at), "%s: something is mounted on %s already, at line %u", m->what,
                   m->target, value_gets(s->paths, m->target)->line);
    else {
        put(s->file, s->paths, m->target, form_placed(s->file->arena, "", m->at));
        return true;
    }
    return false;
}

/* What the file says of a named volume: only what a claim of the cluster can stand for. */
static void check_declared(struct service *s, const char *name, const struct value *declared)
{
    struct notes *n = &s->file->notes;
    static const char *const known[] = {"driver", "driver_opts", "external", "labels", "name", NULL};
    const char *what = arena_printf(n->arena, "volumes.%s", name);
    if (declared->kind == VALUE_NULL || form_map(n, declared, what) != 0 ||
        form_keys(n, declared, known, what) != 0)
        return;
    for (size_t i = 0; i < declared->map->count; i++) {
        const struct entry *e = &declared->map->entries[i];
        if (form_is_nothing(e->value) || strcmp(e->key, "name") == 0 || value_is(e->value, "local") ||
            strncmp(e->key, "x-", 2) == 0)
            continue;
        if (strcmp(e->key, "labels") == 0)
            note_warning(n, value_place(e->value), "%s.labels are left out", what);
        else
            note_fault(n, value_place(e->value),
                       "%s.%s: the claim that is made in the cluster would be another volume, and empty; "
                       "take it out "
                       "if that is meant",
                       what, e->key);
    }
}

static void mount_named(struct service *s, const struct mount *m)
{
    struct compose *c = s->file;
    const struct value *declared = value_gets(c->volumes, m->source);
    if (!declared) {
        const char *nearest = nearest_key(c->volumes, m->source, strlen(m->source));
        note_fault(&c->notes, value_place(m->at), "%s: volumes has no %s; %s%s", m->what, m->source,
                   nearest ? "meant is perhaps " : "add it there", nearest ? nearest : "");
        return;
    }
    const struct value *name = value_gets(c->volume_names, m->source);
    if (!name || !claim_path(s, m))
        return;
    check_declared(s, m->source, declared);
    const char *text = arena_printf(c->arena, "%s:%s%s", name->text.at, m->target, m->read_only ? ":ro" : "");
    value_push(c->arena, s->volumes, form_placed(c->arena, text, m->at));
    if (!value_gets(c->values, "volumes"))
        put(c, c->values, "volumes", value_map(c->arena));
    put(c, value_gets(c->values, "volumes"), name->text.at, value_map(c->arena));
}

/* A name for a volume of the Pod that no named volume has. */
static const char *own_name(struct service *s)
{
    struct compose *c = s->file;
    for (;;) {
        const char *name = arena_printf(c->arena, "scratch-%u", ++s->scratches);
        bool taken = false;
        for (size_t k = 0; k < c->volume_names->map->count && !taken; k++)
            taken = value_is(c->volume_names->map->entries[k].value, name);
        if (!taken)
            return name;
    }
}

/* An emptyDir: on disk, or in memory with a size, if that is not NULL. */
static void mount_own(struct service *s, const struct mount *m, bool in_memory, const char *size)
{
    struct compose *c = s->file;
    if (!claim_path(s, m))
        return;
    struct value *volume = value_map(c->arena), *mount = value_map(c->arena), *dir = value_map(c->arena);
    const char *name = own_name(s);
    if (in_memory)
        put_text(c, dir, "medium", "Memory");
    if (size)
        put_text(c, dir, "sizeLimit", size);
    put_text(c, volume, "name", name);
    put(c, volume, "emptyDir", dir);
    value_push(c->arena, s->volumes, volume);
    put_text(c, mount, "name", name);
    put_text(c, mount, "mountPath", m->target);
    if (m->read_only)
        put_bool(c, mount, "readOnly", true);
    value_push(c->arena, s->mounts, mount);
}

static const char *size_of(struct service *s, const struct value *at, const char *text, const char *what)
{
    uint64_t size;
    if (units_bytes(text, &size) && size)
        return units_quantity(s->file->arena, size);
    note_fault(&s->file->notes, value_place(at), "%s: %s is no size; write it like 64m (b, k, m, g)", what,
               text);
    return NULL;
}

/* SOURCE's first character, or a drive's letter, tells a path from a name. */
static bool is_path(const char *source)
{
    return strchr("./~", *source) || strchr(source, '/') || strchr(source, '\\');
}

static void take_option(struct service *s, struct mount *m, const char *option)
{
    static const char *const harmless[] = {"rw",         "nocopy", "cached", "delegated",
                                           "consistent", "z",      "Z",      NULL};
    if (strcmp(option, "ro") == 0)
        m->read_only = true;
    else if (!form_is_one_of(option, harmless))
        note_fault(&s->file->notes, value_place(m->at), "%s: the option %s is not known; ro and rw are",
                   m->what, option);
}

/* Cuts text at its ':', but for that of a drive (C:\). Gives the number of parts, of which it fills PARTS. */
static size_t cut_apart(char *text, char *parts[static PARTS])
{
    size_t count = 0, skip = strlen(text) > 2 && text[1] == ':' && text[2] == '\\' ? 2 : 0;
    while (text && count < PARTS) {
        parts[count++] = text;
        text = strchr(text + skip, ':');
        skip = 0;
        if (text)
            *text++ = 0;
    }
    return count + (text != NULL);
}

/* [SOURCE:]TARGET[:OPTION,...] */
static void take_short(struct service *s, const struct value *v, const char *what)
{
    struct mount m = {.at = v, .what = what};
    const char *text = form_text(&s->file->notes, v, what);
    char *parts[PARTS] = {NULL}, *rest;
    if (!text)
        return;
    size_t count = cut_apart(arena_copy(s->file->arena, text, strlen(text)), parts);
    if (count > PARTS || !*parts[0] || (count > 1 && !*parts[1])) {
        note_fault(&s->file->notes, value_place(v), "%s: NAME:/PATH[:ro] is wanted, not %s", what, text);
        return;
    }
    m.source = count > 1 ? parts[0] : NULL;
    m.target = count > 1 ? parts[1] : parts[0];
    for (char *option = count > 2 ? strtok_r(parts[2], ",", &rest) : NULL; option;
         option = strtok_r(NULL, ",", &rest))
        take_option(s, &m, option);
    if (m.source && is_path(m.source))
        refuse_bind(s, &m);
    else if (m.source)
        mount_named(s, &m);
    else
        mount_own(s, &m, false, NULL);
}

/* tmpfs.size of the long form; the mode is Docker's business */
static void mount_long_tmpfs(struct service *s, const struct value *v, const struct mount *m)
{
    const struct value *options = value_gets(v, "tmpfs"), *size = NULL;
    const char *limit = NULL;
    if (options && options->kind == VALUE_MAP)
        size = value_gets(options, "size");
    if (options && options->kind == VALUE_MAP && value_gets(options, "mode"))
        note_warning(&s->file->notes, value_place(options),
                     "%s.tmpfs.mode is left out: everyone may write there", m->what);
    const char *text = size ? form_text(&s->file->notes, size, m->what) : NULL;
    if (text && !(limit = size_of(s, size, text, m->what)))
        return;
    mount_own(s, m, true, limit);
}

static void take_typed(struct service *s, const struct value *v, const char *type, struct mount *m)
{
    const struct value *volume = value_gets(v, "volume");
    if (volume && volume->kind == VALUE_MAP && value_gets(volume, "subpath"))
        note_fault(&s->file->notes, value_place(volume),
                   "%s: subpath has no counterpart here; give that part a volume of its own", m->what);
    else if (strcmp(type, "bind") == 0)
        refuse_bind(s, m);
    else if (strcmp(type, "tmpfs") == 0)
        mount_long_tmpfs(s, v, m);
    else if (strcmp(type, "volume") != 0)
        note_fault(&s->file->notes, value_place(m->at),
                   "%s: the type %s has no counterpart; volume and tmpfs have", m->what, type);
    else if (m->source && *m->source)
        mount_named(s, m);
    else
        mount_own(s, m, false, NULL);
}

static void take_long(struct service *s, const struct value *v, const char *what)
{
    static const char *const known[] = {"type", "source", "target",      "read_only", "volume",
                                        "bind", "tmpfs",  "consistency", NULL};
    struct notes *n = &s->file->notes;
    struct mount m = {.at = v, .what = what, .source = ""};
    const struct value *type = value_gets(v, "type"), *source = value_gets(v, "source"),
                       *target = value_gets(v, "target"), *read_only = value_gets(v, "read_only");
    unsigned before = n->faults;
    form_keys(n, v, known, what);
    if (!target || !type)
        note_fault(n, value_place(v), "%s: type and target are wanted", what);
    if (n->faults != before || (read_only && form_bool(n, read_only, what, &m.read_only) != 0))
        return;
    const char *type_text = form_text(n, type, what);
    m.target = form_text(n, target, what);
    if (source)
        m.source = form_text(n, source, what);
    if (type_text && m.target && m.source)
        take_typed(s, v, type_text, &m);
}

/* /PATH[:size=64m,mode=...] */
static void take_tmpfs(struct service *s, const struct value *v, const char *what)
{
    struct mount m = {.at = v, .what = what};
    const char *size = NULL;
    char *path = arena_copy(s->file->arena, v->text.at, v->text.len), *rest = NULL;
    char *options = strchr(path, ':');
    if (options)
        *options++ = 0;
    m.target = path;
    for (char *o = options ? strtok_r(options, ",", &rest) : NULL; o; o = strtok_r(NULL, ",", &rest)) {
        if (strncmp(o, "size=", 5) == 0 && !(size = size_of(s, v, o + 5, what)))
            return;
        if (strcmp(o, "ro") == 0)
            m.read_only = true;
        else if (strncmp(o, "size=", 5) != 0 && strcmp(o, "rw") != 0)
            note_warning(&s->file->notes, value_place(v),
                         "%s: the option %s is left out: everyone may write there", what, o);
    }
    mount_own(s, &m, true, size);
}

static void take_shm_size(struct service *s)
{
    const struct value *v = value_gets(s->in, "shm_size");
    struct mount m = {.at = v, .what = service_what(s, "shm_size"), .target = "/dev/shm"};
    const char *text = v && v->kind != VALUE_NULL ? form_text(&s->file->notes, v, m.what) : NULL;
    const char *size = text ? size_of(s, v, text, m.what) : NULL;
    if (size)
        mount_own(s, &m, true, size);
}

void volumes_convert(struct service *s)
{
    const struct value *volumes = value_gets(s->in, "volumes"), *tmpfs = value_gets(s->in, "tmpfs");
    struct value *paths;
    const char *what = service_what(s, "volumes");
    if (volumes && volumes->kind != VALUE_NULL && form_list(&s->file->notes, volumes, what) == 0) {
        for (size_t i = 0; i < volumes->list.count; i++) {
            if (volumes->list.items[i]->kind == VALUE_MAP)
                take_long(s, volumes->list.items[i], what);
            else
                take_short(s, volumes->list.items[i], what);
        }
    }
    what = service_what(s, "tmpfs");
    if (tmpfs && form_texts(&s->file->notes, tmpfs, what, &paths) == 0)
        for (size_t i = 0; i < paths->list.count; i++)
            take_tmpfs(s, paths->list.items[i], what);
    take_shm_size(s);
    if (s->volumes->list.count)
        put(s->file, s->out, "volumes", s->volumes);
    if (s->mounts->list.count)
        put(s->file, s->out, "volumeMounts", s->mounts);
}
