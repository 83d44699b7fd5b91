/* compose_file.h: a Compose file on its way to values, and a service of it. */
#pragma once

#include "render/compose_variables.h"

struct compose {
    struct arena *arena;
    struct notes notes;
    struct variables variables;
    const char *folder;               /* of the file: where its env_file is looked for; "" for here */
    struct value *volumes, *networks; /* of the file; empty maps if it has none */
    struct value *volume_names;       /* name in the file -> text: name in values */
    struct value *network_names;
    struct value *all_services; /* of the file */
    struct service *services;   /* those that become Pods, as the file has them */
    size_t service_count;
    struct value *owners; /* lower-case name -> text: the one service that it leads to */
    struct value *values; /* what comes out */
};

struct service {
    struct compose *file;
    const char *name, *as; /* in the file; in values */
    struct place place;
    const struct value *in;
    struct value *out;
    struct value *records;                  /* additionalDnsRecords */
    struct value *security;                 /* securityContext */
    struct value *volumes, *mounts, *paths; /* volumes, volumeMounts; path -> null */
    unsigned scratches;                     /* volumes of its own that have been named */
    const struct value *extension;          /* x-k8s, both spellings in one; a map */
};

/* Names a key of a service: "services.web.image". */
MUST_CHECK const char *service_what(const struct service *s, const char *key);

/* The service of that name in the file, or NULL. */
struct service *compose_service(const struct compose *c, const char *name);

/* Sets keys of values; texts are copied. Numbers become doubles, as Helm reads them from a file. */
void put(const struct compose *c, struct value *map, const char *key, struct value *v);
void put_text(const struct compose *c, struct value *map, const char *key, const char *text);
void put_number(const struct compose *c, struct value *map, const char *key, double number);
void put_bool(const struct compose *c, struct value *map, const char *key, bool boolean);
