/* release.h: what a release of agent-env, or of a chart whose values read alike, is made of: its services,
 * the names that lead to them, who may reach whom, and what may be looked up outside. Read from merged values
 * that no schema need have seen: what is of another kind than it should be is left out. */
#pragma once

#include "render/helm.h"

struct release_name {
    const char *text; /* lower case, without a last dot */
    const char *as_written;
    struct place place;
};

struct release_service {
    const char *name;
    struct place place;        /* of its key */
    const struct value *value; /* a map */
    bool has_dns;              /* others find it by name */
    bool isolated;             /* networkIsolated */
    struct release_name *records;
    size_t record_count;
    struct release_name *networks;
    size_t network_count;
};

/* What Cilium's DNS proxy and dnsd let out. */
struct release_pattern {
    const char *text;
    struct place place;
    const char *source; /* "allowDomains", "allowEntities" or "namespace" */
};

struct release {
    const char *fullname; /* what the chart's agentEnv.fullname gives; NULL: it has none, or it fails */
    const char *namespace, *cluster_domain;
    struct release_service *services; /* by name */
    size_t service_count;
    struct release_pattern *patterns;
    size_t pattern_count;
    const struct value *values;
    bool has_networks; /* the values name networks, so that they count */
    bool enforces;     /* dnsd.policy.mode is enforce */
};

/* Reads h's merged values. */
void release_read(struct helm *h, struct release *out);

/* A list below map; NULL: there is none, or it is something else. */
const struct value *release_list(const struct value *map, const char *key);
const struct value *release_map(const struct value *map, const char *key);

/* A text below map, or otherwise. */
const char *release_text(const struct value *map, const char *key, const char *otherwise);

/* Whether to takes packets of from, as the policies of the release have it, whatever ports it takes them on.
 * *by becomes the network that both are on; NULL without networks. */
bool release_reaches(const struct release *r, const struct release_service *from,
                     const struct release_service *to, const char **by);

/* "80/TCP, 53/UDP", "all ports" if it names none. */
const char *release_ports(const struct release_service *service, struct arena *a);
