/* lint.h: everything that is wrong with values, at once, what only a cluster would say included. */
#pragma once

#include "common/text.h"
#include "render/cli.h"

/* Adds one line for each finding: "FILE:LINE:COLUMN: error: what; what instead" or "... warning: ...", in the
 * order of the files on the command line, then of --set and the chart. summary gets "2 errors, 1 warning".
 * Gives the exit code: 0 nothing or warnings only, 1 errors. */
MUST_CHECK int lint_run(const struct cli *cli, struct arena *a, struct text *to, struct text *summary);
