/* compose_resources.h: what a service may use: mem_limit, cpus, deploy -> resources. */
#pragma once

#include "render/compose_file.h"

/* Fills s from mem_limit, mem_reservation, cpus and deploy.resources, which must not contradict each other;
 * x-k8s.resources, as Kubernetes has them, replaces all of those. A request that is missing is its limit.
 * Also sees to the rest of deploy, and to scale: there is one Pod a service. */
void resources_convert(struct service *s);
