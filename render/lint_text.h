/* lint_text.h: what YAML makes of a file of values that its author may not have meant: numbers and booleans
 * that are printed otherwise than they were written, keys that are read as something else or stand twice,
 * documents that nobody reads. */
#pragma once

#include "common/file.h"
#include "render/lint_report.h"

struct lint_source {
    const char *file;
    struct bytes text;
    bool helm4;        /* every document counts */
    bool prints_whole; /* the chart prints whole numbers as they are, 1000000 and not 1e+06 */
};

/* False: it is no YAML, and the report says so. */
bool lint_text(const struct lint_source *source, struct lint_report *to);
