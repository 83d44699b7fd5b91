/* compose_service.h: which key of a Compose service becomes what. */
#pragma once

#include "render/compose_file.h"

/* Fills s->out from s->in. Each key is converted, or left out with a warning where it means nothing in
 * Kubernetes, or a fault where leaving it out would make another program of it. A key that says nothing
 * (null, false, empty) is passed over. */
void service_convert(struct service *s);
