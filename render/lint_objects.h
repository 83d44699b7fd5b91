/* lint_objects.h: rendered objects, of any chart, as an API server would look at their names and labels. */
#pragma once

#include "render/lint_report.h"
#include "render/manifest.h"

/* Places are those of templates, "chart/templates/a.yaml". */
void lint_objects(const struct manifests *manifests, struct lint_report *to);
