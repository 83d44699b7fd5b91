/* docs.h: a chart's README in Markdown, made as helm-docs makes it: by the chart's own README.md.gotmpl,
 * which can use the templates chart.header, chart.description, chart.valuesSection and so on; by a plain
 * layout of them if there is none. Nothing in it points to pictures elsewhere: versions are told in text. */
#pragma once

#include "render/helm.h"

/* Adds the README of h's chart, ended by one newline. -1: h->fault says why. */
MUST_CHECK int docs_write(struct helm *h, struct text *to);
