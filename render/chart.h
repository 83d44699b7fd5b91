/* chart.h: a chart as it was loaded: what Chart.yaml says, its values, templates and other files, and the
 * charts under charts/. */
#pragma once

#include "common/value.h"
#include "render/folder.h"

enum { CHART_DEPTH_MAX = 20 }; /* charts within charts */

struct chart {
    struct value *metadata;    /* Chart.yaml by its own keys, each of its kind; absent keys are absent */
    struct value *values;      /* a map */
    struct chart_file *schema; /* NULL: none */
    struct chart_file *templates, *files; /* names relative to this chart */
    size_t template_count, file_count;
    struct chart **dependencies;
    size_t dependency_count;
    struct chart *parent; /* NULL: the root */
};

/* Whether there is a Chart.yaml. */
bool chart_has_metadata(const struct chart_files *files);

/* Makes a chart of files. -1: f has Helm's words. */
MUST_CHECK int chart_load(const struct chart_files *files, const struct chart_options *options,
                          struct arena *a, struct chart **out, struct fault *f);

/* A key of Chart.yaml that is text; "" if it is not there. */
const char *chart_text(const struct chart *chart, const char *key);

/* Its name, or its alias in the chart above. */
const char *chart_name(const struct chart *chart);

/* As "# Source:" has it: "c", "c/charts/sub". */
const char *chart_path(const struct chart *chart, struct arena *a);
