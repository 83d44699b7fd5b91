#include "render/compose_names.h"

#include <ctype.h>
#include <string.h>

#include "render/compose_form.h"
#include "render/nearest.h"

enum { LABEL_MOST = 63, RECORD_MOST = 253, NETWORK_MOST = 55 };

static const char usual[] = "default";

static char *lower(struct arena *a, const char *text)
{
    char *out = arena_copy(a, text, strlen(text));
    for (char *c = out; *c; c++)
        *c = (char)tolower((unsigned char)*c);
    return out;
}

/* a-z, 0-9 and '-', a letter or digit at both ends */
static bool is_label(const char *name)
{
    size_t len = strlen(name);
    return len && len <= LABEL_MOST && !name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-")] &&
           *name != '-' && name[len - 1] != '-';
}

/* Labels of letters, digits, '-' and '_' between dots, perhaps behind "*."; in lower case, without a last
 * dot: the chart's own condition. */
static bool is_record(const char *name)
{
    static const char inner[] = "abcdefghijklmnopqrstuvwxyz0123456789-_";
    if (*name == '-' || strlen(name) > RECORD_MOST)
        return false;
    for (name += strncmp(name, "*.", 2) == 0 ? 2 : 0;; name++) {
        size_t len = strspn(name, inner);
        if (len == 0 || len > LABEL_MOST)
            return false;
        name += len;
        if (*name != '.')
            return !*name;
    }
}

/* The name in lower case, with '-' for what a name in a cluster cannot have; cut, and without '-' at its
 * ends. */
static const char *fitting(struct arena *a, const char *name, size_t most)
{
    char *out = lower(a, name);
    for (char *c = out; *c; c++)
        if (!isalnum((unsigned char)*c) || (unsigned char)*c >= 0x80)
            *c = '-';
    out += strspn(out, "-");
    size_t len = strlen(out);
    len = len > most ? most : len;
    while (len && out[len - 1] == '-')
        len--;
    out[len] = 0;
    return out;
}

static void choose_names(struct compose *c, const struct value *map, const char *what, size_t most,
                         struct value *into)
{
    struct value *owners = value_map(c->arena);
    const struct entry **order = form_in_order(c->arena, map);
    for (size_t i = 0; i < map->map->count; i++) {
        const struct entry *e = order[i];
        const struct place where = {e->file, e->line, e->column};
        const char *name = fitting(c->arena, e->key, most);
        const struct value *owner = value_gets(owners, name);
        if (!*name || strlen(e->key) != e->key_len || e->key_len > most)
            note_fault(&c->notes, where, "%s.%s: no name of 1 to %zu letters, digits and '-'; rename it",
                       what, e->key, most);
        else if (owner)
            note_fault(&c->notes, where, "%s.%s and %s are both %s in a cluster; rename one", what, e->key,
                       owner->text.at, name);
        put_text(c, owners, name, e->key);
        put_text(c, into, e->key, name);
    }
}

void names_choose_others(struct compose *c)
{
    choose_names(c, c->networks, "networks", NETWORK_MOST, c->network_names);
    choose_names(c, c->volumes, "volumes", LABEL_MOST, c->volume_names);
}

static bool has_profile(const struct value *in)
{
    const struct value *profiles = value_gets(in, "profiles");
    return profiles && !form_is_nothing(profiles);
}

static void add_service(struct compose *c, const struct entry *e)
{
    const struct place where = {e->file, e->line, e->column};
    struct notes *n = &c->notes;
    const char *what = arena_printf(c->arena, "services.%s", e->key);
    if (e->value->kind == VALUE_NULL) {
        note_fault(n, where, "%s: nothing in it; give it an image", what);
        return;
    }
    if (form_map(n, e->value, what) != 0)
        return;
    if (has_profile(e->value)) {
        note_warning(
            n, value_place(value_gets(e->value, "profiles")),
            "%s is left out: it has profiles, and Compose starts such services only if asked; take profiles "
            "out to keep it",
            what);
        return;
    }
    if (strlen(e->key) != e->key_len || !is_label(e->key)) {
        const char *cure = fitting(c->arena, e->key, LABEL_MOST);
        note_fault(n, where,
                   "%s: a name of 1 to 63 of a-z, 0-9 and '-' is wanted; call it %s, and keep the old one as "
                   "container_name: %s if others use it",
                   what, *cure ? cure : "something else", e->key);
        return;
    }
    c->services[c->service_count++] = (struct service){.file = c,
                                                       .name = e->key,
                                                       .as = e->key,
                                                       .place = where,
                                                       .in = e->value,
                                                       .out = value_map(c->arena),
                                                       .records = value_list(c->arena),
                                                       .volumes = value_list(c->arena),
                                                       .mounts = value_list(c->arena),
                                                       .paths = value_map(c->arena),
                                                       .extension = value_map(c->arena)};
}

/* The one that says x-default: true. NULL: none does. */
static struct service *marked(struct compose *c)
{
    struct service *found = NULL;
    for (size_t i = 0; i < c->service_count; i++) {
        const struct value *mark = value_gets(c->services[i].in, "x-default");
        bool on = false;
        if (!mark || form_bool(&c->notes, mark, service_what(&c->services[i], "x-default"), &on) != 0 || !on)
            continue;
        if (found)
            note_fault(&c->notes, value_place(mark),
                       "services.%s says x-default already; one alone can be it", found->name);
        else
            found = &c->services[i];
    }
    return found;
}

static void choose_default(struct compose *c)
{
    struct service *chosen = marked(c), *called = compose_service(c, usual);
    if (chosen && called && chosen != called)
        note_fault(&c->notes, chosen->place,
                   "services.%s says x-default, but services.default is there too; rename that one, or take "
                   "x-default out",
                   chosen->name);
    if (!chosen)
        chosen = called ? called : c->services;
    if (chosen)
        chosen->as = usual;
}

void names_choose_services(struct compose *c)
{
    const struct value *all = c->all_services;
    const struct entry **order = form_in_order(c->arena, all);
    c->services = arena_alloc_many(c->arena, all->map->count, sizeof *c->services);
    for (size_t i = 0; i < all->map->count; i++)
        add_service(c, order[i]);
    choose_default(c);
    for (size_t i = 0; c->services && i < c->service_count; i++) {
        put_text(c, c->owners, c->services[i].as, c->services[i].name);
        put_text(c, c->owners, c->services[i].name, c->services[i].name);
    }
}

void names_add(struct service *s, const struct value *v, const char *what)
{
    struct compose *c = s->file;
    const char *text = v->text.at;
    char *name = lower(c->arena, text);
    size_t len = strlen(name);
    if (len && name[len - 1] == '.')
        name[len - 1] = 0;
    const struct value *owner = value_gets(c->owners, name);
    if (!is_record(name)) {
        note_fault(
            &c->notes, value_place(v),
            "%s: \"%s\" is no domain name: labels of 1 to 63 letters, digits, '-' and '_' between dots", what,
            text);
    } else if (!owner) {
        put_text(c, c->owners, name, s->name);
        value_push(c->arena, s->records, form_placed(c->arena, text, v));
    } else if (!value_is(owner, s->name)) {
        note_fault(&c->notes, value_place(v),
                   "%s: %s leads to services.%s already; a name can lead to one service only, so take one of "
                   "them out",
                   what, text, owner->text.at);
    }
}

static void add_key(struct service *s, const char *key)
{
    const struct value *v = value_gets(s->in, key);
    const char *text =
        v && v->kind != VALUE_NULL ? form_text(&s->file->notes, v, service_what(s, key)) : NULL;
    if (text)
        names_add(s, form_placed(s->file->arena, text, v), service_what(s, key));
}

/* SERVICE[:ALIAS]: the alias becomes a name of that service, for everyone. */
static void add_link(struct service *s, const struct value *v, const char *what)
{
    struct compose *c = s->file;
    size_t len = strcspn(v->text.at, ":");
    const char *name = arena_copy(c->arena, v->text.at, len);
    struct service *target = compose_service(c, name);
    if (!target) {
        const char *nearest = nearest_key(c->all_services, name, len);
        note_fault(&c->notes, value_place(v), "%s: there is no service %s; %s%s", what, name,
                   nearest ? "meant is perhaps " : "leave it out", nearest ? nearest : "");
    } else if (v->text.at[len]) {
        names_add(target, form_placed(c->arena, v->text.at + len + 1, v), what);
    }
}

static void add_links(struct service *s)
{
    const struct value *v = value_gets(s->in, "links");
    struct value *links;
    if (v && form_texts(&s->file->notes, v, service_what(s, "links"), &links) == 0)
        for (size_t i = 0; i < links->list.count; i++)
            add_link(s, links->list.items[i], service_what(s, "links"));
}

void names_convert(struct service *s)
{
    struct compose *c = s->file;
    const struct value *hostname = value_gets(s->in, "hostname");
    if (strcmp(s->name, s->as) != 0)
        value_push(c->arena, s->records, value_text(c->arena, s->name, strlen(s->name)));
    add_key(s, "container_name");
    add_key(s, "hostname");
    if (hostname && hostname->kind == VALUE_STRING && !value_is(hostname, s->name))
        note_warning(
            &c->notes, value_place(hostname),
            "%s: others find the service by this name; in its own container the host is called as its Pod is",
            service_what(s, "hostname"));
    add_links(s);
    put_bool(c, s->out, "dnsRecord", true);
}
