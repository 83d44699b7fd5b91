/* lint_nulls.h: nulls that a user's values have: against the chart's defaults they delete, else they stay,
 * and both are seldom meant. */
#pragma once

#include "render/helm.h"
#include "render/lint_report.h"

/* h was prepared. The entries of volumes and networks, where a null is as good as {}, are left out. */
void lint_nulls(struct helm *h, struct lint_report *to);
