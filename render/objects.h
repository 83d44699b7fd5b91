/* objects.h: what templates see besides the values: .Release, .Chart, .Files, .Capabilities, .Subcharts. */
#pragma once

#include "render/chart.h"
#include "render/cli.h"

/* The root object of chart, a map with Values and the rest; its dependencies' are in Subcharts, by name.
 * values are the chart's own. -1: f has Helm's words about --kube-version. */
MUST_CHECK int objects_make(const struct chart *chart, const struct cli *cli, struct value *values,
                            struct arena *a, struct value **out, struct fault *f);
