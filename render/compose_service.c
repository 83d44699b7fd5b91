#include "render/compose_service.h"

#include <string.h>

#include "render/compose_container.h"
#include "render/compose_environment.h"
#include "render/compose_extension.h"
#include "render/compose_form.h"
#include "render/compose_health.h"
#include "render/compose_names.h"
#include "render/compose_networks.h"
#include "render/compose_resources.h"
#include "render/compose_volumes.h"
#include "render/nearest.h"

/* What becomes of a key. */
enum fate {
    READ,      /* by the function beside it */
    ELSEWHERE, /* together with others, in service_convert */
    LEFT_OUT,  /* with a warning, why */
    REFUSED,   /* why */
};

struct key {
    const char *name;
    enum fate fate;
    const char *why;
    void (*read)(struct service *, const struct value *, const char *what);
};

#define SWARM   "it is Docker's own"
#define NODES   "the cluster's nodes decide that"
#define NO_HOST "a Pod shares nothing with its host; leave it out"

static void read_depends_on(struct service *s, const struct value *v, const char *what);
static void read_ipc(struct service *s, const struct value *v, const char *what);

/* In the order of their names. */
static const struct key keys[] = {
    {"annotations", LEFT_OUT, SWARM, NULL},
    {"attach", LEFT_OUT, SWARM, NULL},
    {"blkio_config", LEFT_OUT, NODES, NULL},
    {"build", LEFT_OUT, "a cluster builds nothing: push the image to where it can pull it", NULL},
    {"cap_add", READ, NULL, container_cap_add},
    {"cap_drop", READ, NULL, container_cap_drop},
    {"cgroup", LEFT_OUT, NODES, NULL},
    {"cgroup_parent", LEFT_OUT, NODES, NULL},
    {"command", ELSEWHERE, NULL, NULL},
    {"configs", REFUSED,
     "copy the file into the image, or make a ConfigMap of it in x-k8s: {additional_resources: ...}", NULL},
    {"container_name", ELSEWHERE, NULL, NULL},
    {"cpu_count", LEFT_OUT, "cpus is what limits processors", NULL},
    {"cpu_percent", LEFT_OUT, "cpus is what limits processors", NULL},
    {"cpu_period", LEFT_OUT, "cpus is what limits processors", NULL},
    {"cpu_quota", LEFT_OUT, "cpus is what limits processors", NULL},
    {"cpu_rt_period", LEFT_OUT, NODES, NULL},
    {"cpu_rt_runtime", LEFT_OUT, NODES, NULL},
    {"cpu_shares", LEFT_OUT, "deploy.resources.reservations is what weighs processors", NULL},
    {"cpus", ELSEWHERE, NULL, NULL},
    {"cpuset", LEFT_OUT, NODES, NULL},
    {"credential_spec", REFUSED, "it has no counterpart; leave it out", NULL},
    {"depends_on", READ, NULL, read_depends_on},
    {"deploy", ELSEWHERE, NULL, NULL},
    {"develop", LEFT_OUT, "it is for the machine of a developer", NULL},
    {"device_cgroup_rules", REFUSED, NO_HOST, NULL},
    {"devices", REFUSED, NO_HOST, NULL},
    {"dns", LEFT_OUT, "the DNS sidecar answers every name", NULL},
    {"dns_opt", LEFT_OUT, "the DNS sidecar answers every name", NULL},
    {"dns_search", LEFT_OUT, "the DNS sidecar answers every name", NULL},
    {"domainname", LEFT_OUT, "others find the service by its names alone; add one as an alias", NULL},
    {"driver_opts", LEFT_OUT, SWARM, NULL},
    {"entrypoint", ELSEWHERE, NULL, NULL},
    {"env_file", ELSEWHERE, NULL, NULL},
    {"environment", ELSEWHERE, NULL, NULL},
    {"expose", LEFT_OUT, "services reach each other on every port", NULL},
    {"extends", REFUSED, "the other service is not looked up; give what `docker compose config` prints",
     NULL},
    {"external_links", REFUSED, "containers of elsewhere cannot be reached; leave it out", NULL},
    {"extra_hosts", REFUSED,
     "give the service that is meant that name as an alias; addresses change in a cluster", NULL},
    {"gpus", REFUSED,
     "ask by the device's name in the cluster: x-k8s: {resources: {limits: {nvidia.com/gpu: 1}}}", NULL},
    {"group_add", REFUSED, "give the group in user: UID:GID", NULL},
    {"healthcheck", READ, NULL, health_convert},
    {"hostname", ELSEWHERE, NULL, NULL},
    {"image", READ, NULL, container_image},
    {"init", LEFT_OUT, "the command is the container's first process", NULL},
    {"ipc", READ, NULL, read_ipc},
    {"isolation", LEFT_OUT, SWARM, NULL},
    {"label_file", LEFT_OUT, SWARM, NULL},
    {"labels", LEFT_OUT, "labels of objects are x-k8s: {labels: ...} of the file", NULL},
    {"links", ELSEWHERE, NULL, NULL},
    {"logging", LEFT_OUT, "the cluster keeps the logs", NULL},
    {"mac_address", LEFT_OUT, "the cluster gives addresses", NULL},
    {"mem_limit", ELSEWHERE, NULL, NULL},
    {"mem_reservation", ELSEWHERE, NULL, NULL},
    {"mem_swappiness", LEFT_OUT, "Pods have no swap", NULL},
    {"memswap_limit", LEFT_OUT, "Pods have no swap", NULL},
    {"models", REFUSED, "no models are served here; leave it out", NULL},
    {"network_mode", ELSEWHERE, NULL, NULL},
    {"networks", ELSEWHERE, NULL, NULL},
    {"oom_kill_disable", LEFT_OUT, NODES, NULL},
    {"oom_score_adj", LEFT_OUT, NODES, NULL},
    {"pid", REFUSED, "a Pod has its own processes; leave it out", NULL},
    {"pids_limit", LEFT_OUT, NODES, NULL},
    {"platform", LEFT_OUT,
     "what a node is decides; x-k8s: {node_selector: {kubernetes.io/arch: amd64}} chooses", NULL},
    {"ports", LEFT_OUT,
     "nothing is published outside, and services reach each other on every port (x-k8s: {ports: ...} would "
     "limit them)",
     NULL},
    {"post_start", REFUSED, "do it in command", NULL},
    {"pre_stop", REFUSED, "Pods end at once; leave it out", NULL},
    {"privileged", READ, NULL, container_privileged},
    {"profiles", ELSEWHERE, NULL, NULL},
    {"provider", REFUSED, "only containers are started here", NULL},
    {"pull_policy", READ, NULL, container_pull_policy},
    {"pull_refresh_after", LEFT_OUT, SWARM, NULL},
    {"read_only", READ, NULL, container_read_only},
    {"restart", LEFT_OUT, "a Pod that ends is always started again", NULL},
    {"runtime", READ, NULL, container_runtime},
    {"scale", ELSEWHERE, NULL, NULL},
    {"secrets", REFUSED,
     "put the text into environment, or make a Secret of it in x-k8s: {additional_resources: ...}", NULL},
    {"security_opt", READ, NULL, container_security_opt},
    {"shm_size", ELSEWHERE, NULL, NULL},
    {"stdin_open", LEFT_OUT, "no terminal is attached", NULL},
    {"stop_grace_period", LEFT_OUT, "Pods end at once", NULL},
    {"stop_signal", LEFT_OUT, "Pods end at once", NULL},
    {"storage_opt", LEFT_OUT, NODES, NULL},
    {"sysctls", REFUSED,
     "the chart sets none: set it in command, under gVisor as root in the Pod, or leave it out", NULL},
    {"tmpfs", ELSEWHERE, NULL, NULL},
    {"tty", LEFT_OUT, "no terminal is attached", NULL},
    {"ulimits", LEFT_OUT, NODES, NULL},
    {"use_api_socket", REFUSED, "there is no Docker to talk to", NULL},
    {"user", READ, NULL, container_user},
    {"userns_mode", LEFT_OUT, NODES, NULL},
    {"uts", REFUSED, NO_HOST, NULL},
    {"volumes", ELSEWHERE, NULL, NULL},
    {"volumes_from", REFUSED, "name the volumes in both services", NULL},
    {"working_dir", READ, NULL, container_working_dir},
    {"x-default", ELSEWHERE, NULL, NULL},
    {"x-inspect_k8s_sandbox", ELSEWHERE, NULL, NULL},
    {"x-k8s", ELSEWHERE, NULL, NULL},
    {"x-local", LEFT_OUT, "the image has to be where the cluster can pull it", NULL},
};
enum { KEYS = sizeof keys / sizeof *keys };

static void depend(struct service *s, const char *name, const struct value *at, const struct value *how)
{
    struct notes *n = &s->file->notes;
    const struct value *condition = how && how->kind == VALUE_MAP ? value_gets(how, "condition") : NULL;
    if (!value_gets(s->file->all_services, name)) {
        const char *nearest = nearest_key(s->file->all_services, name, strlen(name));
        note_fault(n, value_place(at), "services.%s.depends_on: there is no service %s; %s%s", s->name, name,
                   nearest ? "meant is perhaps " : "leave it out", nearest ? nearest : "");
    } else if (condition && value_is(condition, "service_completed_successfully")) {
        note_warning(
            n, value_place(condition),
            "services.%s.depends_on.%s: nothing waits for it to end, and it is started again when it has; do "
            "its work in command, or in x-k8s: {init_containers: ...}",
            s->name, name);
    }
}

static void read_depends_on(struct service *s, const struct value *v, const char *what)
{
    struct value *names;
    note_warning(&s->file->notes, value_place(v),
                 "%s is left out: all services start at once, and names lead to a service once it is ready",
                 what);
    if (v->kind == VALUE_MAP)
        for (size_t i = 0; i < v->map->count; i++)
            depend(s, v->map->entries[i].key, v->map->entries[i].value, v->map->entries[i].value);
    else if (form_texts(&s->file->notes, v, what, &names) == 0)
        for (size_t i = 0; i < names->list.count; i++)
            depend(s, names->list.items[i]->text.at, names->list.items[i], NULL);
}

static void read_ipc(struct service *s, const struct value *v, const char *what)
{
    if (!value_is(v, "private") && !value_is(v, "shareable"))
        note_fault(&s->file->notes, value_place(v), "%s: a Pod's memory is its own; leave it out", what);
}

static const struct key *find(const char *name)
{
    for (size_t i = 0; i < KEYS; i++)
        if (strcmp(keys[i].name, name) == 0)
            return &keys[i];
    return NULL;
}

static void complain_unknown(struct service *s, const struct entry *e)
{
    const char *names[KEYS + 1];
    for (size_t i = 0; i < KEYS; i++)
        names[i] = keys[i].name;
    names[KEYS] = NULL;
    form_unknown(&s->file->notes, e, names, arena_printf(s->file->arena, "services.%s", s->name));
}

static void take_key(struct service *s, const struct entry *e)
{
    const struct place where = {e->file, e->line, e->column};
    const struct key *key = find(e->key);
    const char *what = service_what(s, e->key);
    if (!key && strncmp(e->key, "x-", 2) != 0)
        complain_unknown(s, e);
    if (!key || key->fate == ELSEWHERE || form_is_nothing(e->value))
        return;
    if (key->fate == READ)
        key->read(s, e->value, what);
    else if (key->fate == LEFT_OUT)
        note_warning(&s->file->notes, where, "%s is left out: %s", what, key->why);
    else
        note_fault(&s->file->notes, where, "%s: %s", what, key->why);
}

static void take_keys(struct service *s)
{
    const struct entry **order = form_in_order(s->file->arena, s->in);
    for (size_t i = 0; i < s->in->map->count; i++)
        take_key(s, order[i]);
    const struct value *image = value_gets(s->in, "image");
    if (!image || form_is_nothing(image))
        note_fault(&s->file->notes, s->place,
                   "services.%s: image is missing; a cluster builds none, so push it and name it here",
                   s->name);
}

void service_convert(struct service *s)
{
    s->extension = extension_read(s->file, s->in, arena_printf(s->file->arena, "services.%s", s->name));
    take_keys(s);
    container_program(s);
    environment_convert(s);
    resources_convert(s);
    volumes_convert(s);
    names_convert(s);
    networks_convert(s);
    extension_convert_service(s);
    if (s->records->list.count)
        put(s->file, s->out, "additionalDnsRecords", s->records);
    s->out->file = s->place.file;
    s->out->line = s->place.line;
    s->out->column = s->place.column;
}
