/* compose_networks.h: networks and network_mode of a service. */
#pragma once

#include "render/compose_file.h"

/* Fills s and the file's networks. As in Compose, a service that names none is on the network default; while
 * all are on that one, values need no networks at all, for there everyone reaches everyone then too. */
void networks_convert(struct service *s);

/* Whether any service that becomes a Pod is on a network other than default. */
bool networks_matter(const struct compose *c);

/* To be called once the values are whole: an internal network, which has no way out, and something that lets
 * the whole release out contradict each other. */
void networks_check_ways_out(struct compose *c);
