/* compose.h: a Docker Compose file -> values of the chart agent-env.
 * What Compose starts becomes services, each found by its name, container_name, hostname and aliases. Texts
 * that Kubernetes would expand are written so that it does not. Nothing is lost in silence: what means
 * nothing in Kubernetes is a warning, what would mean something else a fault, each with its place. */
#pragma once

#include "common/file.h"
#include "common/value.h"
#include "render/fault.h"

enum { COMPOSE_MAX = 10 * 1024 * 1024 }; /* octets of a Compose file */

/* Reads path ("-": standard input); variables come from the environment and from .env beside the file,
 * env_file is looked for there too. *out is a map whose nodes have the places of the Compose file, numbers as
 * Helm reads them. Warnings are lines for stderr, there whether it succeeds or not. -1: f names every fault.
 */
MUST_CHECK int compose_read(const char *path, struct arena *a, struct value **out, struct text *warnings,
                            struct fault *f);

/* The same of a text; path says where it is from. */
MUST_CHECK int compose_read_text(struct bytes text, const char *path, struct arena *a, struct value **out,
                                 struct text *warnings, struct fault *f);
