/* corefile.h: CoreDNS's configuration, as the chart that dnsd takes over writes it, -> struct config.
 * One server block for "."; the directives bind, errors, log, ready, health, reload, loop, rewrite and
 * forward. What dnsd cannot do as CoreDNS does is refused, with its line and what is supported. */
#pragma once

#include "dnsd/config.h"

/* As config_read_yaml. */
MUST_CHECK int corefile_read(const char *file, struct config *out, struct diag *err);
