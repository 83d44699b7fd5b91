/* compose_names.h: what services, networks and volumes are called in values, and which names lead where. */
#pragma once

#include "render/compose_file.h"

/* Chooses the services that become Pods, in the file's order, and what they are called: those of a profile
 * are left out, as Compose does unless it is asked for them; the one that says x-default, or is called
 * default, or else comes first is called default. Names that are no DNS labels are faults. */
void names_choose_services(struct compose *c);

/* Fills c->network_names and c->volume_names: what is no name in a cluster is made one (Db_data: db-data),
 * for no workload sees those. */
void names_choose_others(struct compose *c);

/* Gives s a further name, which no other service may have, written at v; one that it has is left out. */
void names_add(struct service *s, const struct value *v, const char *what);

/* container_name, hostname, links, and the name that the service has in the file. */
void names_convert(struct service *s);
