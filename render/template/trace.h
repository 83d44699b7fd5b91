/* trace.h: what Helm makes of the error that ends a template. */
#pragma once

#include <stdbool.h>

#include "common/arena.h"

/* error is Go's, on one line: "template: c/templates/a.yaml:1:13: executing ... at <.x>: error calling
 * include: template:
 * ...". A message that fail or required marked stands alone, behind the place of the outermost call; else
 * Helm 3 shows the error as it is, and Helm 4 takes it apart: of each template place, what was executed, and
 * what is wrong on lines of their own, unless a function that is no include has the last word. */
MUST_CHECK const char *trace_show(const char *error, bool helm4, struct arena *a);
