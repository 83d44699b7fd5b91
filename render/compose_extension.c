#include "render/compose_extension.h"

#include <ctype.h>
#include <string.h>

#include "render/compose_form.h"
#include "render/compose_names.h"

struct key {
    const char *name, *as;
};

static const char *const spellings[] = {"x-k8s", "x-inspect_k8s_sandbox"};
enum { SPELLINGS = sizeof spellings / sizeof *spellings };

static const struct key of_file[] = {
    {"additional_resources", "additionalResources"},
    {"allow_cidr", "allowCIDR"},
    {"allow_domains", "allowDomains"},
    {"allow_domains_ports", "allowDomainsPorts"},
    {"allow_entities", "allowEntities"},
    {"annotations", "annotations"},
    {"automount_service_account_token", "automountServiceAccountToken"},
    {"coredns_image", "corednsImage"},
    {"dnsd", "dnsd"},
    {"image_pull_secrets", "imagePullSecrets"},
    {"labels", "labels"},
    {"service_account_create", "serviceAccountCreate"},
    {"service_account_name", "serviceAccountName"},
    {NULL, NULL},
};

static const struct key of_service[] = {
    {"additional_dns_records", "additionalDnsRecords"},
    {"image_pull_policy", "imagePullPolicy"},
    {"init_containers", "initContainers"},
    {"liveness_probe", "livenessProbe"},
    {"node_selector", "nodeSelector"},
    {"ports", "ports"},
    {"readiness_probe", "readinessProbe"},
    {"resources", "resources"},
    {"runtime_class_name", "runtimeClassName"},
    {"security_context", "securityContext"},
    {"tolerations", "tolerations"},
    {"workload_port53", "workloadPort53"},
    {NULL, NULL},
};

/* Letters and digits alone, in lower case. */
static const char *bare(struct arena *a, const char *name)
{
    char *out = arena_copy(a, name, strlen(name)), *to = out;
    for (; *name; name++)
        if (isalnum((unsigned char)*name))
            *to++ = (char)tolower((unsigned char)*name);
    *to = 0;
    return out;
}

/* x-K8s, x-inspect-k8s-sandbox: to read over one would be to open or shut what was not meant to be. */
static void check_spelling(struct compose *c, const struct entry *e, const char *what)
{
    static const char *const ours[] = {"x-k8s", "x-inspect_k8s_sandbox", "x-default", "x-local", NULL};
    for (size_t i = 0; ours[i]; i++)
        if (!form_is_one_of(e->key, ours) && strcmp(bare(c->arena, e->key), bare(c->arena, ours[i])) == 0)
            note_fault(&c->notes, (struct place){e->file, e->line, e->column}, "%s: %s is written %s", what,
                       e->key, ours[i]);
}

const struct value *extension_read(struct compose *c, const struct value *map, const char *what)
{
    struct value *all = value_map(c->arena);
    for (size_t i = 0; i < map->map->count; i++)
        if (strncmp(map->map->entries[i].key, "x-", 2) == 0)
            check_spelling(c, &map->map->entries[i], what);
    for (size_t i = 0; i < SPELLINGS; i++) {
        const struct value *one = value_gets(map, spellings[i]);
        if (!one || one->kind == VALUE_NULL || form_map(&c->notes, one, spellings[i]) != 0)
            continue;
        for (size_t k = 0; k < one->map->count; k++) {
            const struct entry *e = &one->map->entries[k];
            const struct value *other = value_gets(all, e->key);
            if (other)
                note_fault(&c->notes, (struct place){e->file, e->line, e->column},
                           "%s.%s is there already, at line %u", spellings[i], e->key, other->line);
            else
                (void)value_append(c->arena, all, *e);
        }
        (void)value_sort(c->arena, all, NULL, NULL);
    }
    return all;
}

/* A variable gives texts; where the chart has a boolean, true and false are meant. */
static struct value *meant(struct compose *c, const struct key *key, struct value *v)
{
    static const char *const booleans[] = {"automountServiceAccountToken", "serviceAccountCreate",
                                           "workloadPort53", NULL};
    if (v->kind != VALUE_STRING || !form_is_one_of(key->as, booleans) ||
        (!value_is(v, "true") && !value_is(v, "false")))
        return v;
    return value_bool(c->arena, value_is(v, "true"));
}

/* Integers as the doubles that Helm reads, all the way down. */
static struct value *as_helm_reads(struct compose *c, struct value *v)
{
    if (v->kind == VALUE_INT) {
        struct value *number = value_float(c->arena, (double)v->integer);
        number->file = v->file;
        number->line = v->line;
        number->column = v->column;
        return number;
    }
    for (size_t i = 0; v->kind == VALUE_LIST && i < v->list.count; i++)
        v->list.items[i] = as_helm_reads(c, v->list.items[i]);
    for (size_t i = 0; v->kind == VALUE_MAP && i < v->map->count; i++)
        v->map->entries[i].value = as_helm_reads(c, v->map->entries[i].value);
    return v;
}

static void convert(struct compose *c, const struct value *extension, const struct key *keys,
                    const char *what, struct value *out)
{
    const char *names[32];
    size_t count = 0;
    for (; keys[count].name; count++)
        names[count] = keys[count].name;
    names[count] = NULL;
    for (size_t i = 0; i < extension->map->count; i++) {
        const struct entry *e = &extension->map->entries[i];
        size_t k = 0;
        while (k < count && strcmp(keys[k].name, e->key) != 0)
            k++;
        if (k == count)
            form_unknown(&c->notes, e, names, what);
        else if (e->value->kind != VALUE_NULL && strcmp(e->key, "resources") != 0 &&
                 strcmp(e->key, "additional_dns_records") != 0)
            put(c, out, keys[k].as, as_helm_reads(c, meant(c, &keys[k], e->value)));
    }
}

void extension_convert_file(struct compose *c, const struct value *extension)
{
    convert(c, extension, of_file, "x-k8s", c->values);
}

void extension_convert_service(struct service *s)
{
    struct compose *c = s->file;
    const char *what = arena_printf(c->arena, "services.%s.x-k8s", s->name);
    const struct value *records = value_gets(s->extension, "additional_dns_records");
    struct value *names;
    convert(c, s->extension, of_service, what, s->out);
    if (records && form_texts(&c->notes, records, what, &names) == 0)
        for (size_t i = 0; i < names->list.count; i++)
            names_add(s, names->list.items[i], arena_printf(c->arena, "%s.additional_dns_records", what));
}
