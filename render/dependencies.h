/* dependencies.h: which of a chart's dependencies count, under which names, and what they give the chart
 * above. Source of behaviour: Helm's ProcessDependencies: alias, condition, tags, version ranges,
 * import-values. */
#pragma once

#include "render/coalesce.h"

/* Names in Chart.yaml that charts/ lacks are a fault. */
MUST_CHECK int dependencies_check(const struct chart *chart, bool helm4, struct arena *a, struct fault *f);

/* Renames aliased dependencies, drops those that are switched off by values (the user's), and merges what
 * import-values name into the charts' own values. */
MUST_CHECK int dependencies_process(const struct coalescing *c, struct chart *chart, struct value *values,
                                    struct fault *f);
