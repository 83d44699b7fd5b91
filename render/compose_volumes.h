/* compose_volumes.h: volumes, tmpfs and shm_size of a service. */
#pragma once

#include "render/compose_file.h"

/* Fills s: named volumes as NAME:/PATH[:ro], and the file's volumes that are used; anonymous ones and tmpfs
 * as volumes of the Pod. What lies on the host is refused: a cluster's nodes do not have it. */
void volumes_convert(struct service *s);
