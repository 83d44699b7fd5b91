/* compose_environment.h: env_file and environment -> env. */
#pragma once

#include "render/compose_file.h"

/* Fills s from both keys; environment beats env_file, a later file an earlier one. A KEY without a value is
 * taken from the environment that render runs in, as Compose does, with a warning. */
void environment_convert(struct service *s);
