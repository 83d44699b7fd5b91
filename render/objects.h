/* objects.h: what templates see besides the values: .Release, .Chart, .Files, .Capabilities, .Subcharts. */
#pragma once

#include "render/chart.h"
#include "render/cli.h"

/* The root objects of chart and those below it, maps with Values and the rest: a list, each behind those of
 * its dependencies, so chart's own is the last. In Subcharts they are by name, of two with one name the
 * later. values are the chart's own. -1: f has Helm's words about --kube-version. */
MUST_CHECK int objects_make(const struct chart *chart, const struct cli *cli, struct value *values,
                            struct arena *a, struct value **out, struct fault *f);
