#include "render/lint_services.h"

#include <string.h>

#include "render/go_print.h"
#include "render/nearest.h"

/* Texts that may stand once only. */
struct once {
    struct lint_report *report;
    const char *where, *what; /* "services.a.ports", "port" */
    struct value *seen;
};

static struct once once_new(struct lint_report *to, const char *service, const char *list, const char *what)
{
    const char *where = arena_printf(to->arena, "services.%s.%s", service, list);
    return (struct once){.report = to, .where = where, .what = what, .seen = value_map(to->arena)};
}

/* As if it stood there already. */
static void once_reserve(struct once *o, const char *text)
{
    (void)value_sets(o->report->arena, o->seen, text, value_null(o->report->arena));
}

static void once_check(struct once *o, const char *text, struct value *v)
{
    const struct value *first = value_gets(o->seen, text);
    if (!first)
        (void)value_sets(o->report->arena, o->seen, text, v);
    else if (first->line)
        lint_add(o->report, value_place(v), LINT_ERROR,
                 "%s: %s is there already, on line %u; choose another %s", o->where, text, first->line,
                 o->what);
    else
        lint_add(o->report, value_place(v), LINT_ERROR, "%s: %s is the chart's own; choose another %s",
                 o->where, text, o->what);
}

static const char *did_you_mean(const struct value *map, const char *key, struct arena *a)
{
    const char *meant = map ? nearest_key(map, key, strlen(key)) : NULL;
    return meant ? arena_printf(a, ", or did you mean %s?", meant) : "";
}

static void check_networks(const struct release *r, const struct release_service *s, struct lint_report *to)
{
    const struct value *networks = release_map(r->values, "networks");
    for (size_t i = 0; i < s->network_count; i++) {
        const struct release_name *n = &s->networks[i];
        if (!r->has_networks)
            lint_add(to, n->place, LINT_WARNING,
                     "services.%s.networks: %s parts nobody as long as networks is empty at the top; add "
                     "networks: {%s: {}}",
                     s->name, n->as_written, n->as_written);
        else if (!value_gets(networks, n->as_written))
            lint_add(to, n->place, LINT_ERROR,
                     "services.%s.networks: %s is not one of networks; add it there%s", s->name,
                     n->as_written, did_you_mean(networks, n->as_written, to->arena));
    }
    if (r->has_networks && !s->network_count && s->has_dns && !s->isolated)
        lint_add(
            to, s->place, LINT_WARNING,
            "services.%s: is on no network, so that no other service reaches it; name one in its networks",
            s->name);
}

static void check_members(const struct release *r, struct lint_report *to)
{
    const struct value *networks = release_map(r->values, "networks");
    for (size_t i = 0; r->has_networks && i < networks->map->count; i++) {
        const struct entry *e = &networks->map->entries[i];
        bool used = false;
        for (size_t k = 0; k < r->service_count; k++)
            for (size_t n = 0; n < r->services[k].network_count; n++)
                used = used || strcmp(r->services[k].networks[n].as_written, e->key) == 0;
        if (!used)
            lint_add(
                to, (struct place){e->file, e->line, e->column}, LINT_WARNING,
                "networks.%s: no service is on it; leave it out, or name it in the networks of a service",
                e->key);
    }
}

/* NAME of "NAME:/PATH[:ro]" */
static const char *part(struct arena *a, const char *s, unsigned n)
{
    while (n-- && *s)
        s += strcspn(s, ":") + (s[strcspn(s, ":")] == ':');
    return arena_copy(a, s, strcspn(s, ":"));
}

static void check_volumes(const struct release *r, const struct release_service *s, struct lint_report *to)
{
    const struct value *volumes = release_list(s->value, "volumes"),
                       *mounts = release_list(s->value, "volumeMounts");
    const struct value *claims = release_map(r->values, "volumes");
    struct once paths = once_new(to, s->name, "volumes", "path"),
                names = once_new(to, s->name, "volumes", "name");
    struct value *objects = value_map(to->arena), *known = value_map(to->arena);
    once_reserve(&paths, "/etc/resolv.conf");
    once_reserve(&names, "agent-env-dnsd");
    once_reserve(&names, "agent-env-resolv-conf");
    for (size_t i = 0; volumes && i < volumes->list.count; i++) {
        struct value *v = volumes->list.items[i];
        const char *name =
            v->kind == VALUE_STRING ? part(to->arena, v->text.at, 0) : release_text(v, "name", "");
        if (v->kind == VALUE_STRING) {
            if (!claims || !value_gets(claims, name))
                lint_add(to, value_place(v), LINT_ERROR,
                         "services.%s.volumes: %s is not one of volumes, so that its claim is never made and "
                         "the Pod never starts; "
                         "add volumes: {%s: {}}%s",
                         s->name, name, name, did_you_mean(claims, name, to->arena));
            once_check(&paths, part(to->arena, v->text.at, 1), v);
        } else if (*name) {
            once_check(&names, name, v);
            (void)value_sets(to->arena, objects, name, v);
        }
        (void)value_sets(to->arena, known, name, v);
    }
    for (size_t i = 0; mounts && i < mounts->list.count; i++) {
        struct value *v = mounts->list.items[i];
        const char *name = release_text(v, "name", ""), *path = release_text(v, "mountPath", "");
        if (*name && !value_gets(known, name))
            lint_add(to, value_place(value_gets(v, "name")), LINT_ERROR,
                     "services.%s.volumeMounts: there is no volume %s; add it to volumes of the service%s",
                     s->name, name, did_you_mean(known, name, to->arena));
        if (*path)
            once_check(&paths, path, value_gets(v, "mountPath"));
        value_remove(objects, name, strlen(name));
    }
    for (size_t i = 0; i < objects->map->count; i++)
        lint_add(to, value_place(objects->map->entries[i].value), LINT_WARNING,
                 "services.%s.volumes: %s is mounted nowhere; add it to volumeMounts", s->name,
                 objects->map->entries[i].key);
}

static void check_ports(const struct release_service *s, struct lint_report *to)
{
    const struct value *ports = release_list(s->value, "ports");
    struct once seen = once_new(to, s->name, "ports", "port");
    for (size_t i = 0; ports && i < ports->list.count; i++) {
        struct value *v = ports->list.items[i], *port = v->kind == VALUE_MAP ? value_gets(v, "port") : NULL;
        struct text t;
        if (!port)
            continue;
        text_init(&t, to->arena);
        go_print(port, &t);
        text_printf(&t, "/%s", release_text(v, "protocol", "TCP"));
        once_check(&seen, t.at, v);
    }
}

static void check_containers(const struct release_service *s, struct lint_report *to)
{
    const struct value *containers = release_list(s->value, "initContainers"),
                       *env = release_list(s->value, "env");
    struct once names = once_new(to, s->name, "initContainers", "name");
    struct value *variables = value_map(to->arena);
    once_reserve(&names, s->name);
    once_reserve(&names, strcmp(s->name, "dnsd") == 0 ? "agent-env-dnsd" : "dnsd");
    for (size_t i = 0; containers && i < containers->list.count; i++) {
        const char *name = release_text(containers->list.items[i], "name", "");
        if (*name)
            once_check(&names, name, containers->list.items[i]);
    }
    for (size_t i = 0; env && i < env->list.count; i++) {
        struct value *v = env->list.items[i];
        const char *name = release_text(v, "name", "");
        const struct value *first = value_gets(variables, name);
        if (first)
            lint_add(to, value_place(v), LINT_WARNING,
                     "services.%s.env: %s is there already, on line %u; the last one counts", s->name, name,
                     first->line);
        (void)value_sets(to->arena, variables, name, v);
    }
}

static void check_top(const struct release *r, struct lint_report *to)
{
    static const char *const own[] = {"app.kubernetes.io/name", "app.kubernetes.io/instance",
                                      "app.kubernetes.io/managed-by", "helm.sh/chart", "inspect/service"};
    const struct value *labels = release_map(r->values, "labels"),
                       *make = value_gets(r->values, "serviceAccountCreate");
    for (size_t i = 0; labels && i < labels->map->count; i++) {
        const struct entry *e = &labels->map->entries[i];
        bool taken = strncmp(e->key, "aisi.gov.uk/", 12) == 0;
        for (size_t k = 0; k < sizeof own / sizeof *own; k++)
            taken = taken || strcmp(e->key, own[k]) == 0;
        if (taken)
            lint_add(to, (struct place){e->file, e->line, e->column}, LINT_ERROR,
                     "labels: %s is the chart's own, policies go by it; choose another key", e->key);
    }
    if (make && make->kind == VALUE_BOOL && make->boolean &&
        !*release_text(r->values, "serviceAccountName", ""))
        lint_add(to, value_place(make), LINT_ERROR,
                 "serviceAccountCreate: the account needs a name; set serviceAccountName");
}

void lint_services(const struct release *r, struct lint_report *to)
{
    check_top(r, to);
    check_members(r, to);
    for (size_t i = 0; i < r->service_count; i++) {
        check_networks(r, &r->services[i], to);
        check_volumes(r, &r->services[i], to);
        check_ports(&r->services[i], to);
        check_containers(&r->services[i], to);
    }
}
