/* explain.h: what would become of a query, and which line of the configuration decides it: dnsd --explain. */
#pragma once

#include <stdio.h>

#include "common/diag.h"
#include "dnsd/config.h"

/* name as people write it, type as "A" or "TYPE65280". -1: err says that it is no name, or no type. */
MUST_CHECK int explain_print(const struct config *c, const char *name, const char *type, FILE *to,
                             struct diag *err);
